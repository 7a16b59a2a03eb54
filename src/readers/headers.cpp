#include "readers/headers.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

constexpr std::array<std::pair<char32_t, char32_t>, 6> brackets = {{
    {U'(', U')'},
    {U'[', U']'},
    {U'{', U'}'},
    {U'\uFF08', U'\uFF09'},
    {U'\u3010', U'\u3011'},
    {U'\uFF3B', U'\uFF3D'},
}};

char32_t closing_of(char32_t code_point) {
  for (const auto& [open, close] : brackets)
    if (code_point == open) return close;
  return 0;
}

/// Without what stands in brackets; a bracket that is never closed is kept.
std::string without_brackets(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t close = closing_of(next_code_point(text, at));
    std::string closing;
    if (close != 0) append_utf8(closing, close);
    const std::size_t end = close == 0 ? std::string_view::npos : text.find(closing, at);
    if (end == std::string_view::npos)
      out += text.substr(begin, at - begin);
    else
      at = end + closing.size();
  }
  return out;
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

std::string simplified(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::Transliterator> to_simplified(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (to_simplified == nullptr) return text;
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  to_simplified->transliterate(wide);
  std::string out;
  wide.toUTF8String(out);
  return out;
}

bool is_letter_or_sign(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '#' || byte == '%';
}

}  // namespace

std::string normalise_header(std::string_view header) {
  std::string text = without_brackets(header);
  text = fold(trim(text).empty() ? header : std::string_view(text));
  if (!is_ascii(text)) text = simplified(text);
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return !is_letter_or_sign(c); }), text.end());
  return text;
}

bool has_invisible(std::string_view header) {
  for (std::size_t at = 0; at < header.size();) {
    const char32_t c = next_code_point(header, at);
    if (c == 0xA0 || c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202F) ||
        (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF)
      return true;
  }
  return false;
}

}  // namespace assay
