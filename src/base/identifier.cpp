#include "base/identifier.h"

#include <array>

#include "base/text.h"

namespace assay {

namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
constexpr unsigned digit_value(char c) {
  return static_cast<unsigned>(c - '0');
}

/// GB 32100-2015: the digits and the capital letters without I, O, S, V, Z, which are mistaken for others.
constexpr std::string_view uscc_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

}  // namespace

bool is_uscc(std::string_view text) {
  const std::string_view code = trim(text);
  // No registration authority has the letter 0; without this eighteen zeros would pass.
  if (code.size() != 18 || code.front() == '0') return false;
  std::size_t sum = 0;
  std::size_t weight = 1;  // 3^i mod 31
  std::size_t last = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const std::size_t value = uscc_alphabet.find(upper(code[i]));
    if (value == std::string_view::npos) return false;
    const bool in_area_code = i >= 2 && i < 8;
    if (in_area_code && !is_digit(code[i])) return false;
    if (i + 1 < code.size()) {
      sum += value * weight;
      weight = weight * 3 % 31;
    } else {
      last = value;
    }
  }
  return (31 - sum % 31) % 31 == last;
}

bool is_lei(std::string_view text) {
  const std::string_view code = trim(text);
  if (code.size() != 20 || !is_digit(code[18]) || !is_digit(code[19])) return false;
  unsigned remainder = 0;  // of the number in which each letter stands as 10 to 35
  for (const char raw : code) {
    const char c = upper(raw);
    if (is_digit(c))
      remainder = (remainder * 10 + digit_value(c)) % 97;
    else if (c >= 'A' && c <= 'Z')
      remainder = (remainder * 100 + static_cast<unsigned>(c - 'A') + 10) % 97;
    else
      return false;
  }
  return remainder == 1;
}

bool is_imo(std::string_view text) {
  std::string_view code = trim(text);
  if (code.size() > 3 && upper(code[0]) == 'I' && upper(code[1]) == 'M' && upper(code[2]) == 'O')
    code = trim(code.substr(3));
  // Seven zeros hold their own check digit, but no ship's number begins with one.
  if (code.size() != 7 || code.front() == '0') return false;
  unsigned sum = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (!is_digit(code[i])) return false;
    if (i < 6) sum += digit_value(code[i]) * static_cast<unsigned>(7 - i);
  }
  return sum % 10 == digit_value(code[6]);
}

}  // namespace assay
