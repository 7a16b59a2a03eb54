#include "report/layout.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace assay {
namespace {

struct Range {
  char32_t first, last;
};

bool within(char32_t code_point, std::span<const Range> ranges) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), code_point,
                                      [](char32_t value, const Range& range) { return value < range.first; });
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

// East Asian Width W and F (Unicode annex 11), in whole blocks: enough to keep columns straight.
constexpr std::array wide{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E}, Range{0x3041, 0x4DBF},   Range{0x4E00, 0xA4CF},
    Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF},
    Range{0x20000, 0x3FFFD},
};
constexpr std::array combining{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x064B, 0x065F},
    Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
    Range{0x20D0, 0x20FF}, Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (within(code_point, wide)) {
      width += 2;
    } else if (!within(code_point, combining)) {
      width += 1;
    }
  }
  return width;
}

std::string safe(std::string_view text, std::size_t limit) {
  return escape_for_terminal(shorten(text, limit));
}

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  const std::size_t taken = display_width(text);
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
