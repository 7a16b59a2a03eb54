#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

/// Whether a cell says something, and if not, why. Only `yes` is knowledge; the others are never a value.
enum class Known : std::uint8_t {
  yes,
  blank,       ///< the column is there, the cell is empty or holds a word for "unknown" ("n/a", "不详")
  unreadable,  ///< there is text, but it is no value of its type
  ambiguous,   ///< there is text that fits more than one value ("Korea")
  not_asked,   ///< the table has no such column
};

/// The words of the report: blank, unreadable, ambiguous, not_asked ("known" for yes).
std::string_view to_string(Known known);

}  // namespace assay
