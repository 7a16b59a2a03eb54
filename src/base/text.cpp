#include "base/text.h"

namespace assay {

namespace {

constexpr unsigned char byte_of(char character) {
  return static_cast<unsigned char>(character);
}

constexpr bool is_ascii_space(char character) {
  return character == ' ' || (character >= '\t' && character <= '\r');
}

/// White space, or nothing to be seen at the end of a text. Bidi controls are not among them: they are no accident,
/// and is_obfuscated must still find them.
constexpr bool is_padding(char32_t point) {
  switch (point) {
    case 0x85:
    case 0xA0:
    case 0xAD:
    case 0x1680:
    case 0x180E:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x2060:
    case 0x3000:
    case 0xFEFF:
      return true;
    default:
      return (point >= 0x2000 && point <= 0x200F) || (point < 0x80 && is_ascii_space(static_cast<char>(point)));
  }
}

constexpr bool is_continuation(char character) {
  return (byte_of(character) & 0xC0) == 0x80;
}

std::string_view trim_front(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = 0;
    if (!is_padding(next_code_point(text, at))) break;
    text.remove_prefix(at);
  }
  return text;
}

std::string_view trim_back(std::string_view text) {
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    // All padding has at most three bytes, so a longer run of continuation bytes ends the search too.
    while (start > 0 && text.size() - start < 3 && is_continuation(text[start])) --start;
    std::size_t at = start;
    if (!is_padding(next_code_point(text, at)) || at != text.size()) break;
    text.remove_suffix(text.size() - start);
  }
  return text;
}

constexpr bool is_plain(char character) {
  return character > ' ' && character < 0x7F;
}

}  // namespace

std::string_view trim(std::string_view text) {
  // Most cells begin and end with a plain ASCII character and need no look at code points.
  if (!text.empty() && is_plain(text.front()) && is_plain(text.back())) return text;
  return trim_back(trim_front(text));
}

std::string shorten(std::string_view text, std::size_t limit) {
  if (text.size() <= limit || count_code_points(text) <= limit) return std::string(text);
  if (limit == 0) return {};
  std::size_t at = 0;
  for (std::size_t kept = 0; kept + 1 < limit; ++kept) next_code_point(text, at);
  return std::string(text.substr(0, at)) + "…";
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view part) {
    if (part = trim(part); !part.empty()) parts.push_back(part);
  };
  const auto is_separator = [&](char32_t point) {
    for (std::size_t at = 0; at < separators.size();)
      if (next_code_point(separators, at) == point) return true;
    return false;
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (!is_separator(next_code_point(text, at))) continue;
    add(text.substr(begin, here - begin));
    begin = at;
  }
  add(text.substr(begin));
  return parts;
}

}  // namespace assay
