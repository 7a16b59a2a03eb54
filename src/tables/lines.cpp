#include "tables/lines.h"

#include <cstdint>

namespace assay {

namespace {

/// Bytes counted at once. A fixed number, small enough for a count of one byte, lets the compiler use vectors.
constexpr std::size_t stride = 128;

/// 1 for a LF and for a CR without a LF behind it.
constexpr unsigned ends_line(char c, char next) {
  return static_cast<unsigned>(c == '\n') + static_cast<unsigned>((c == '\r') & (next != '\n'));
}

}  // namespace

std::size_t count_line_ends(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t lines = 0;
  std::size_t at = 0;
  for (; at + stride < text.size(); at += stride) {
    const char* bytes = text.data() + at;
    std::uint8_t found = 0;
    for (std::size_t i = 0; i < stride; ++i)
      found = static_cast<std::uint8_t>(found + ends_line(bytes[i], bytes[i + 1]));
    lines += found;
  }
  for (; at + 1 < text.size(); ++at) lines += ends_line(text[at], text[at + 1]);
  return lines + ends_line(text[at], '\0');
}

std::string_view last_line(std::string_view text) {
  const std::size_t end = text.find_last_of("\r\n");
  return end == std::string_view::npos ? text : text.substr(end + 1);
}

}  // namespace assay
