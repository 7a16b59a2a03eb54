#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readers/record_walk.h"
#include "tables/input_file.h"

namespace assay {

/// How a delimited text is written, as far as the text itself says.
struct Found {
  Dialect dialect;
  LineEnds ends = LineEnds::lf;
  std::uint64_t begin = 0;  ///< behind the byte order mark and the `sep=` line
  std::uint32_t line = 1;   ///< the physical line there
  char also_fits = '\0';    ///< a second separator that fits as well as the one chosen; NUL when there is none
};

/// Reads the byte order mark, a `sep=` line and the line ends, and chooses the separator: of comma, semicolon, tab
/// and bar those count that split at least half of the first records into as many cells as the header, and of these
/// the one that gives most cells. When none counts, the one that splits the header most; a header that no separator
/// splits is one column, written with commas.
Found find_dialect(std::string_view bytes);

/// "comma", "semicolon", "tab", "bar"; any other separator of a `sep=` line in quotes.
std::string separator_name(char separator);

}  // namespace assay
