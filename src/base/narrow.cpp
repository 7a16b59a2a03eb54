#include "base/narrow.h"

#include <algorithm>

#include "base/text.h"

namespace assay {

namespace {

char32_t narrowed(char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFF01 + '!';
  if (point == 0x3000) return ' ';
  if (point == 0x2212) return '-';
  return point;
}

}  // namespace

std::optional<std::string_view> narrow(std::string_view text, std::span<char> room) {
  if (text.size() > room.size()) return std::nullopt;
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return text;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(text, at);
    const char32_t ascii = narrowed(point);
    if (ascii != point) {
      room[used++] = static_cast<char>(ascii);
    } else {
      for (const char byte : text.substr(begin, at - begin)) room[used++] = byte;
    }
  }
  return std::string_view(room.data(), used);
}

}  // namespace assay
