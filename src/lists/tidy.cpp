#include "lists/tidy.h"

#include "base/text.h"

namespace assay {
namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// How long the reference "(KPe.027)" at the beginning of the text is; 0 when there is none. Permanent references of
/// the Security Council: two capitals, e or i, a point, three digits.
std::size_t reference_at(std::string_view text) {
  constexpr std::size_t length = 9;
  const bool is_one = text.size() >= length && text[0] == '(' && is_capital(text[1]) && is_capital(text[2]) &&
                      (text[3] == 'e' || text[3] == 'i') && text[4] == '.' && is_digit(text[5]) &&
                      is_digit(text[6]) && is_digit(text[7]) && text[8] == ')';
  return is_one ? length : 0;
}

bool is_tidy(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (reference_at(text.substr(i)) != 0) return false;
    if (is_blank(text[i]) && (text[i] != ' ' || text[i + 1] == ' ')) return false;  // trimmed: one more follows
  }
  return true;
}

}  // namespace

std::string_view tidy_name(std::string_view text, std::string& scratch) {
  text = trim(text);
  if (is_tidy(text)) return text;
  scratch.clear();
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t reference = reference_at(text.substr(i));
    const bool blank = reference != 0 || is_blank(text[i]);
    if (!blank)
      scratch += text[i];
    else if (!scratch.empty() && scratch.back() != ' ')
      scratch += ' ';
    i += reference != 0 ? reference : 1;
  }
  if (scratch.ends_with(' ')) scratch.pop_back();
  return scratch.empty() ? text : std::string_view(scratch);
}

}  // namespace assay
