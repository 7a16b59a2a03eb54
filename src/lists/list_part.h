#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tables/input_file.h"

namespace assay {

/// What a file says of a list that comes in several. Lists of one file have `entries` only.
enum class PartRole : std::uint8_t { entries, addresses, aliases, comments };
std::string_view to_string(PartRole role);

/// One file of a list.
struct ListPart {
  std::string name;
  Bytes bytes;
  bool mapped = false;  ///< pages that were read can be given back: they come again from the file
  PartRole role = PartRole::entries;

  /// The bytes without a byte order mark.
  [[nodiscard]] std::string_view text() const;
};

/// Gives the pages of a mapped part back, so that a long list does not stay in memory beside its entries.
/// `read` lies within the part's bytes; whatever was read of it must have been copied.
void let_go(const ListPart& part, std::string_view read);

}  // namespace assay
