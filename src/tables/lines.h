#pragma once

#include <cstddef>
#include <string_view>

namespace assay {

/// How many physical lines end within the text: LF, CRLF and a lone CR each end one.
std::size_t count_line_ends(std::string_view text);

/// What stands behind the last line end of the text; all of it when it has none.
std::string_view last_line(std::string_view text);

}  // namespace assay
