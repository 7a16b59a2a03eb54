#pragma once

#include <string>
#include <string_view>

namespace assay {

/// A text as a page shows it, within an element or a quoted attribute: & < > " ' are entities, what cannot be seen or
/// ends a line is \u{202E} as on a terminal. Everything that a cell or a rule wrote goes through here.
std::string html_text(std::string_view text);

}  // namespace assay
