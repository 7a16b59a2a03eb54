#include "base/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/narrow.h"
#include "base/text.h"

namespace assay {

namespace {

/// Longer than any quantity or price, so that neither a stack nor a value overflows.
constexpr std::size_t longest_number = 64;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}

enum class Whole : std::uint8_t { plain, grouped, one_group, wrong };

/// What stands before the decimal point: digits, or groups of three after one to three digits that begin no zero.
Whole classify(std::string_view whole) {
  std::size_t comma = whole.find(',');
  if (comma == std::string_view::npos) return all_digits(whole) ? Whole::plain : Whole::wrong;
  if (comma == 0 || comma > 3 || whole.front() == '0' || !all_digits(whole.substr(0, comma))) return Whole::wrong;
  std::size_t groups = 0;
  for (std::string_view rest = whole.substr(comma); !rest.empty(); rest.remove_prefix(4), ++groups)
    if (rest.size() < 4 || rest.front() != ',' || !all_digits(rest.substr(1, 3))) return Whole::wrong;
  return groups == 1 ? Whole::one_group : Whole::grouped;
}

/// Digits with at most one point and without groups; `unreadable` when it is more than a double holds.
Number value_of(std::string_view digits, bool negative) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != digits.data() + digits.size()) return {0, Known::unreadable};
  return {negative ? -value : value, Known::yes};
}

Number parse_ascii(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);

  const std::size_t point = text.find('.');
  const bool has_point = point != std::string_view::npos;
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = has_point ? text.substr(point + 1) : std::string_view();
  if (has_point ? fraction.empty() || !all_digits(fraction) : whole.empty()) return {0, Known::unreadable};

  switch (classify(whole)) {
    case Whole::wrong:
      return {0, Known::unreadable};
    case Whole::plain:
      return value_of(text, negative);
    case Whole::one_group:
      // 1,234 may be a thousand or a decimal comma; 1,234.5 can only be a group.
      if (!has_point) return {0, Known::ambiguous};
      break;
    case Whole::grouped:
      break;
  }
  std::array<char, longest_number> room{};
  const auto end = std::ranges::remove_copy(text, room.begin(), ',').out;
  return value_of({room.data(), static_cast<std::size_t>(end - room.begin())}, negative);
}

}  // namespace

Number parse_number(std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (is_blank_word(trimmed)) return {0, Known::blank};
  std::array<char, longest_number> room{};
  const auto ascii = narrow(trimmed, room);
  return ascii ? parse_ascii(*ascii) : Number{0, Known::unreadable};
}

Number parse_percent(std::string_view text) {
  std::string_view trimmed = trim(text);
  for (const std::string_view sign : {"%", "％"})
    if (trimmed.size() > sign.size() && trimmed.ends_with(sign)) {
      trimmed.remove_suffix(sign.size());
      break;
    }
  const Number number = parse_number(trimmed);
  if (number.known == Known::yes && (number.value < 0 || number.value > 100)) return {0, Known::unreadable};
  return number;
}

}  // namespace assay
