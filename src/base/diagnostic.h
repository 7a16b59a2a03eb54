#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/location.h"

namespace assay {

enum class Level : std::uint8_t { note, warning, error };

std::string_view to_string(Level level);

/// One thing that is wrong with what the user gave, said kindly: where, what, and what to do about it.
struct Diagnostic {
  Level level = Level::error;
  Location at;
  std::string message;
  std::string hint;         ///< what to do; empty when the message says it already
  std::string excerpt;      ///< the line of the file, for a caret below it; empty when there is none to show
  std::uint32_t width = 1;  ///< how many characters the caret underlines

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Sorted by place, then level (errors first), then message; equal ones once. Readers call it before they hand
/// diagnostics on, so that no thread or hash order shows.
void sort_diagnostics(Diagnostics& diagnostics);

/// As a compiler prints it: `file:line:column: error: message`, the excerpt with a caret, `= help: hint`.
/// Control and bidi characters of the text are escaped for a terminal; a tab of the excerpt is shown as one blank;
/// a long excerpt is cut around the caret to about 100 columns. Each line ends with a line feed.
std::string format_diagnostic(const Diagnostic& diagnostic);

}  // namespace assay
