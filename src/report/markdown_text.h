#pragma once

#include <string>
#include <string_view>

namespace assay {

/// A text as GitHub's Markdown shows it, character by character: every ASCII mark that means something where it
/// stands has a backslash before it, in a line as in a cell of a table; what cannot be seen, or ends a line, is
/// \u{202E} as on a terminal. Everything that a cell or a rule wrote goes through here.
std::string markdown_text(std::string_view text);

}  // namespace assay
