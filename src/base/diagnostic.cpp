#include "base/diagnostic.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "base/text.h"

namespace assay {

namespace {

constexpr std::size_t widest_excerpt = 100;
constexpr std::size_t columns_before_caret = 50;

auto order_of(const Diagnostic& d) {
  return std::make_tuple(std::cref(d.at), -static_cast<int>(d.level), std::cref(d.message), std::cref(d.hint),
                         std::cref(d.excerpt), d.width);
}

/// The part of a line that is shown, and which of its bytes the caret underlines.
struct Shown {
  std::string text;
  std::size_t caret = 0;
  std::size_t caret_end = 0;
};

std::size_t width_of(std::string_view text) {
  return terminal_width(escape_for_terminal(text));
}

/// Offsets at which the code points of the line begin, and its end.
std::vector<std::size_t> starts_of(std::string_view line) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < line.size(); next_code_point(line, at)) starts.push_back(at);
  starts.push_back(line.size());
  return starts;
}

/// The excerpt as one line: no line end, blanks for tabs.
std::string line_of(std::string_view excerpt) {
  std::string line(excerpt.substr(0, excerpt.find_last_not_of("\r\n") + 1));
  std::ranges::replace(line, '\t', ' ');
  return line;
}

/// Cuts a long line around the code points [begin, end) that the caret underlines.
Shown cut(const std::string& line, std::size_t begin, std::size_t end) {
  const std::vector<std::size_t> starts = starts_of(line);
  const std::size_t count = starts.size() - 1;
  begin = std::min(begin, count);
  end = std::clamp(end, begin, count);

  std::size_t first = begin;
  std::size_t last = begin;
  std::size_t used = 0;
  const auto width_at = [&](std::size_t i) {
    return width_of(std::string_view(line).substr(starts[i], starts[i + 1] - starts[i]));
  };
  const auto grow_left = [&](std::size_t limit) {
    while (first > 0 && used + width_at(first - 1) <= limit) used += width_at(--first);
  };
  grow_left(columns_before_caret);
  while (last < count && used + width_at(last) <= widest_excerpt) used += width_at(last++);
  grow_left(widest_excerpt);

  Shown shown;
  if (first > 0) shown.text = "…";
  const auto offset = [&](std::size_t i) { return shown.text.size() + starts[i] - starts[first]; };
  shown.caret = offset(begin);
  shown.caret_end = offset(std::min(end, last));
  shown.text += line.substr(starts[first], starts[last] - starts[first]);
  if (last < count) shown.text += "…";
  return shown;
}

/// The excerpt with its gutter, and below it the caret when the column is known.
void append_excerpt(std::string& out, const Diagnostic& diagnostic, const std::string& number) {
  const std::string gutter = std::string(number.size() + 2, ' ') + "|";
  const std::size_t column = diagnostic.at.column;
  const std::size_t begin = column == 0 ? 0 : column - 1;
  const Shown shown = cut(line_of(diagnostic.excerpt), begin, begin + std::max<std::size_t>(1, diagnostic.width));

  out += gutter + "\n " + number + " | " + escape_for_terminal(shown.text) + "\n";
  if (column == 0) return;
  // Measured from behind: what is escaped depends on what follows, never on what stands before.
  const std::string_view text = shown.text;
  const std::size_t from_caret = width_of(text.substr(shown.caret));
  const std::size_t from_end = width_of(text.substr(shown.caret_end));
  out += gutter + " " + std::string(width_of(text) - from_caret, ' ') +
         std::string(std::max<std::size_t>(1, from_caret - from_end), '^') + "\n";
}

}  // namespace

std::string_view to_string(Level level) {
  switch (level) {
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "error";
}

void sort_diagnostics(Diagnostics& diagnostics) {
  std::ranges::sort(diagnostics, [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end()), diagnostics.end());
}

std::string format_diagnostic(const Diagnostic& diagnostic) {
  const Location& at = diagnostic.at;
  const std::string number = at.line == 0 ? std::string() : std::to_string(at.line);
  std::string out;
  if (!at.file.empty()) {
    out += escape_for_terminal(at.file) + ":";
    if (at.line != 0) out += number + ":";
    if (at.line != 0 && at.column != 0) out += std::to_string(at.column) + ":";
    out += " ";
  }
  out += std::string(to_string(diagnostic.level)) + ": " + escape_for_terminal(diagnostic.message) + "\n";
  if (!diagnostic.excerpt.empty()) append_excerpt(out, diagnostic, number);
  if (!diagnostic.hint.empty())
    out += std::string(number.size() + 2, ' ') + "= help: " + escape_for_terminal(diagnostic.hint) + "\n";
  return out;
}

}  // namespace assay
