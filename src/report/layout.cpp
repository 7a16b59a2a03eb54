#include "report/layout.h"

#include <algorithm>

#include "base/text.h"

namespace assay {
std::string safe(std::string_view text, std::size_t limit) {
  return escape_for_terminal(shorten(text, limit));
}

std::string prose(std::string_view text) {
  std::string line;
  for (const std::string_view word : split(text, " \t\r\n")) line.append(line.empty() ? "" : " ").append(word);
  return safe(line, 1000);
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string result;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, std::min(text.find(' '), text.size()));
    const std::size_t taken = terminal_width(word);
    if (column > indent && column + taken > width) {
      result.back() = '\n';
      result.append(indent, ' ');
      column = indent;
    }
    result.append(word).append(" ");
    column += taken + 1;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  if (!result.empty()) result.pop_back();
  return result;
}

std::string remark(std::string_view title, std::string_view text, std::size_t width) {
  const std::string line = prose(text);
  if (line.empty()) return {};
  return "   = " + wrapped(std::string(title) + ": " + line, 5, width) + '\n';
}

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  const std::size_t taken = terminal_width(text);
  if (taken < width) result.append(width - taken, ' ');
  return result;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  std::string text = grouped(number) + ' ';
  if (number == 1) return text.append(one);
  if (!many.empty()) return text.append(many);
  return text.append(one).append("s");
}

std::string place_text(const CellPlace& place) {
  std::string text = safe(place.file, 120);
  if (place.line == 0) return text;
  text += ':' + std::to_string(place.line);
  if (place.column != 0) text += ':' + std::to_string(place.column);
  return text;
}

std::string quoted_cell(const CellPlace& place) {
  return '"' + safe(place.text, 40) + '"';
}

std::string called(const Entity& entity) {
  const std::string name = safe(entity.name.empty() ? entity.id : entity.name, 60);
  if (entity.kind == VertexKind::company || entity.kind == VertexKind::country) return name;
  std::string kind(to_string(entity.kind));
  std::replace(kind.begin(), kind.end(), '_', ' ');
  return kind + ' ' + name;
}

std::string Paint::with(std::string_view code, std::string_view text) const {
  if (!on) return std::string(text);
  return "\x1B[" + std::string(code) + 'm' + std::string(text) + "\x1B[0m";
}

std::string Paint::severity(Severity severity, std::string_view text) const {
  switch (severity) {
    case Severity::critical:
    case Severity::high:
      return with("1;31", text);
    case Severity::medium:
      return with("1;33", text);
    case Severity::low:
      return with("36", text);
    case Severity::info:
      break;
  }
  return with("2", text);
}

std::string Paint::gap(Gap gap, std::string_view text) const {
  return with(gap == Gap::high ? "1;35" : gap == Gap::medium ? "35" : "36", text);
}

std::string Paint::verdict(Verdict verdict, std::string_view text) const {
  return with(verdict == Verdict::flagged ? "1;31" : verdict == Verdict::insufficient ? "1;35" : "1;32", text);
}

}  // namespace assay
