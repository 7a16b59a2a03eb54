#include <algorithm>
#include <array>

#include "base/text.h"

namespace assay {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr bool in_ranges(const auto& ranges, char32_t point) {
  const auto it = std::ranges::lower_bound(ranges, point, {}, &Range::last);
  return it != ranges.end() && it->first <= point;
}

/// What a terminal or a reader's eye would obey or miss instead of show.
constexpr auto hidden = std::to_array<Range>({
    {0x00, 0x1F},        // C0
    {0x7F, 0x9F},        // DEL, C1
    {0xAD, 0xAD},        // soft hyphen
    {0x34F, 0x34F},      // grapheme joiner
    {0x61C, 0x61C},      // Arabic letter mark
    {0x115F, 0x1160},    // Hangul fillers
    {0x17B4, 0x17B5},    // Khmer inherent vowels
    {0x180B, 0x180F},    // Mongolian selectors and separator
    {0x200B, 0x200F},    // zero width, directional marks
    {0x2028, 0x202E},    // line separators, bidi embeddings
    {0x2060, 0x206F},    // word joiner, invisible operators, bidi isolates
    {0x3164, 0x3164},    // Hangul filler
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFA0, 0xFFA0},    // half-width Hangul filler
    {0xFFF0, 0xFFFB},    // specials
    {0xE0000, 0xE0FFF},  // tags, variation selectors
});

/// East Asian Wide and Fullwidth (UAX 11), joined where the gaps are unassigned.
constexpr auto wide = std::to_array<Range>({
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x4DBF},
    {0x4E00, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
});

/// Marks drawn over the character before them.
constexpr auto combining = std::to_array<Range>({
    {0x300, 0x36F},
    {0x483, 0x489},
    {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF},
    {0x302A, 0x302D},
    {0x3099, 0x309A},
    {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F},
});

void append_escape(std::string& out, char32_t point) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::array<char, 8> reversed{};
  std::size_t length = 0;
  do {
    reversed[length++] = digits[point & 0xF];
    point >>= 4;
  } while (point != 0);
  out += "\\u{";
  while (length != 0) out += reversed[--length];
  out += '}';
}

/// One code point of a text: its bytes, and what is written for it when it cannot stand as it is.
struct Piece {
  std::string_view bytes;
  char32_t point;
  bool escaped;
};

Piece next_piece(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const char32_t point = next_code_point(text, at);
  const std::string_view bytes = text.substr(begin, at - begin);
  // A byte that is no UTF-8 is named as Python's surrogateescape does: no valid text can hold that code point.
  if (point == 0xFFFD && bytes.size() == 1)
    return {bytes, 0xDC00 + static_cast<char32_t>(static_cast<unsigned char>(bytes[0])), true};
  return {bytes, point, in_ranges(hidden, point)};
}

}  // namespace

std::string escape_for_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t backslashes = 0;  // just before this place, already written once
  for (std::size_t at = 0; at < text.size();) {
    const bool looks_escaped = text.substr(at).starts_with("u{");
    const Piece piece = next_piece(text, at);
    if (piece.escaped || looks_escaped) out.append(backslashes, '\\');
    backslashes = piece.point == U'\\' ? backslashes + 1 : 0;
    if (piece.escaped)
      append_escape(out, piece.point);
    else
      out += piece.bytes;
  }
  return out;
}

std::size_t terminal_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    if (in_ranges(wide, point))
      width += 2;
    else if (!in_ranges(combining, point))
      ++width;
  }
  return width;
}

}  // namespace assay
