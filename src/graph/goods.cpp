#include "graph/goods.h"

#include "base/text.h"

namespace assay {

HsCode parse_hs(std::string_view text) {
  HsCode code;
  text = trim(text);
  if (is_blank_word(text)) return code;
  code.known = Known::unreadable;
  std::string digits;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= U'0' && c <= U'9') {
      digits += static_cast<char>(c);
    } else if (c >= U'０' && c <= U'９') {
      digits += static_cast<char>('0' + (c - U'０'));
    } else if (c != U'.' && c != U' ' && c != U'\u00A0') {
      return code;
    }
  }
  if (digits.size() < 2 || digits.size() > 10 || digits.size() % 2 != 0) return code;
  code.digits = std::move(digits);
  code.known = Known::yes;
  return code;
}

unsigned heading_of(const HsCode& code) {
  if (code.known != Known::yes || code.digits.size() < 4) return no_heading;
  unsigned heading = 0;
  for (std::size_t at = 0; at < 4; ++at) heading = heading * 10 + static_cast<unsigned>(code.digits[at] - '0');
  return heading;
}

}  // namespace assay
