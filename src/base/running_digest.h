#pragma once

#include <memory>
#include <string_view>

#include "base/digest.h"

struct evp_md_ctx_st;

namespace assay {

/// SHA-256 of bytes that come piece by piece.
class RunningDigest {
 public:
  RunningDigest();
  void add(std::string_view bytes);
  /// Once, at the end.
  Digest finish();

 private:
  std::unique_ptr<evp_md_ctx_st, void (*)(evp_md_ctx_st*)> context_;
};

}  // namespace assay
