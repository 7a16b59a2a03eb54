#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace assay {

/// Adds a diagnostic without an excerpt: a row may name a worker, and a header is told by its words.
inline void tell(Diagnostics& diagnostics, Level level, Location at, std::string message, std::string hint = {}) {
  diagnostics.push_back({level, std::move(at), std::move(message), std::move(hint), {}, 1});
}

}  // namespace assay
