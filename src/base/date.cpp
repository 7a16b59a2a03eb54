#include "base/date.h"

#include <array>
#include <chrono>
#include <span>

#include <fmt/format.h>

#include "base/narrow.h"
#include "base/text.h"

namespace assay {

namespace {

constexpr std::size_t longest_date = 64;
constexpr int first_year = 1000;  // "0017" is a slip for 2017, not a year

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr unsigned days_in(int year, unsigned month) {
  constexpr std::array<unsigned char, 13> days{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month];
}

constexpr bool is_month(unsigned month) {
  return month >= 1 && month <= 12;
}
constexpr bool is_day(int year, unsigned month, unsigned day) {
  return is_month(month) && day >= 1 && day <= days_in(year, month);
}

constexpr Date unknown_date(Known why) {
  return {earliest_day, Precision::none, why};
}
constexpr Date unreadable_date = unknown_date(Known::unreadable);

Date date_of(int year, unsigned month, unsigned day, Precision precision) {
  if (year < first_year || !is_day(year, month, day)) return unreadable_date;
  return {to_day(year, month, day), precision, Known::yes};
}

std::chrono::year_month_day civil(Day day) {
  return std::chrono::sys_days{std::chrono::days{day}};
}

/// Reads a text from the left; each `take` says whether it found what it wants and moves behind it.
struct Cursor {
  std::string_view rest;

  bool take(std::string_view text) {
    if (!rest.starts_with(text)) return false;
    rest.remove_prefix(text.size());
    return true;
  }
  bool take_any(std::string_view characters, char& taken) {
    if (rest.empty() || characters.find(rest.front()) == std::string_view::npos) return false;
    taken = rest.front();
    rest.remove_prefix(1);
    return true;
  }
  /// All the digits that stand here, if they are `least` to `most` (at most eight).
  bool take_number(std::size_t least, std::size_t most, unsigned& value, std::size_t* count = nullptr) {
    std::size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    if (digits < least || digits > most) return false;
    value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 10 + static_cast<unsigned>(rest[i] - '0');
    rest.remove_prefix(digits);
    if (count != nullptr) *count = digits;
    return true;
  }
};

/// "Z", "+08", "+08:00", "+0800", or nothing.
bool is_zone(Cursor cursor) {
  char sign = 0;
  cursor.take(" ");
  if (cursor.rest.empty() || cursor.rest == "Z") return true;
  unsigned hours = 0;
  if (!cursor.take_any("+-", sign)) return false;
  std::size_t digits = 0;
  unsigned minutes = 0;
  if (!cursor.take_number(2, 4, hours, &digits) || digits == 3) return false;
  if (digits == 4) {
    minutes = hours % 100;
    hours /= 100;
  } else if (cursor.take(":") && !cursor.take_number(2, 2, minutes)) {
    return false;
  }
  return hours <= 14 && minutes < 60 && cursor.rest.empty();
}

/// A time of the day behind a date, or nothing. 25:00 makes the whole cell unreadable: it is damaged.
bool is_time_or_nothing(Cursor cursor) {
  if (cursor.rest.empty()) return true;
  if (!cursor.take("T")) {
    if (!cursor.take(" ")) return false;
    while (cursor.take(" ")) {
    }
  }
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  if (!cursor.take_number(1, 2, hour) || !cursor.take(":") || !cursor.take_number(2, 2, minute)) return false;
  if (cursor.take(":")) {
    if (!cursor.take_number(2, 2, second)) return false;
    char point = 0;
    unsigned fraction = 0;
    if (cursor.take_any(".,", point) && !cursor.take_number(1, 9, fraction)) return false;
  }
  return hour < 24 && minute < 60 && second <= 60 && is_zone(cursor);
}

Date if_time(Date date, Cursor behind) {
  return is_time_or_nothing(behind) ? date : unreadable_date;
}

/// 03/04/2016, 3.4.16: text that fits more than one order of day, month and year.
bool is_ambiguous(Cursor cursor) {
  unsigned first = 0;
  unsigned second = 0;
  unsigned third = 0;
  std::size_t digits = 0;
  char separator = 0;
  if (!cursor.take_number(1, 2, first) || !cursor.take_any("/.-", separator)) return false;
  if (!cursor.take_number(1, 2, second) || !cursor.take(std::string_view(&separator, 1))) return false;
  if (!cursor.take_number(2, 4, third, &digits) || digits == 3 || !is_time_or_nothing(cursor)) return false;
  const int year = static_cast<int>(digits == 4 ? third : 2000 + third);
  int readings = is_day(year, second, first) ? 1 : 0;
  if (is_day(year, first, second)) ++readings;
  if (digits == 2 && is_day(2000 + static_cast<int>(first), second, third)) ++readings;
  return readings > 1;
}

/// Behind "2017年".
Date parse_chinese(int year, Cursor cursor) {
  unsigned month = 0;
  unsigned day = 0;
  if (cursor.rest.empty()) return date_of(year, 1, 1, Precision::year);
  if (!cursor.take_number(1, 2, month) || !cursor.take("月")) return unreadable_date;
  if (cursor.rest.empty()) return date_of(year, month, 1, Precision::month);
  if (!cursor.take_number(1, 2, day) || !cursor.take("日")) return unreadable_date;
  return if_time(date_of(year, month, day, Precision::day), cursor);
}

/// Behind "2017-", "2017/" or "2017.".
Date parse_separated(int year, char separator, Cursor cursor) {
  unsigned month = 0;
  unsigned day = 0;
  std::size_t digits = 0;
  if (!cursor.take_number(1, 2, month, &digits)) return unreadable_date;
  // 2010/11 and 2017.1 have other readings (a double year, a number); only ISO's form of a month is taken.
  if (cursor.rest.empty() && separator == '-' && digits == 2) return date_of(year, month, 1, Precision::month);
  if (!cursor.take(std::string_view(&separator, 1)) || !cursor.take_number(1, 2, day)) return unreadable_date;
  return if_time(date_of(year, month, day, Precision::day), cursor);
}

Date parse_narrow(std::string_view text) {
  Cursor cursor{text};
  unsigned number = 0;
  if (cursor.take_number(8, 8, number))
    return if_time(date_of(static_cast<int>(number / 10000), number / 100 % 100, number % 100, Precision::day),
                   cursor);
  if (!cursor.take_number(4, 4, number))
    return is_ambiguous({text}) ? unknown_date(Known::ambiguous) : unreadable_date;
  const int year = static_cast<int>(number);
  if (cursor.rest.empty()) return date_of(year, 1, 1, Precision::year);
  if (cursor.take("年")) return parse_chinese(year, cursor);
  char separator = 0;
  return cursor.take_any("-/.", separator) ? parse_separated(year, separator, cursor) : unreadable_date;
}

/// True when the ten characters are 2017-08-05 in form; most dates are, and there are millions of them.
bool is_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  unsigned wrong = 0;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) wrong |= is_digit(text[i]) ? 0U : 1U;
  return wrong == 0;
}

unsigned two_digits(std::string_view text, std::size_t at) {
  return static_cast<unsigned>(text[at] - '0') * 10 + static_cast<unsigned>(text[at + 1] - '0');
}

}  // namespace

Day Date::last() const {
  if (precision == Precision::none) return latest_day;
  if (precision == Precision::day) return first;
  const std::chrono::year_month_day begin = civil(first);
  const int year = static_cast<int>(begin.year());
  const unsigned month = precision == Precision::year ? 12 : static_cast<unsigned>(begin.month());
  return to_day(year, month, days_in(year, month));
}

Day to_day(int year, unsigned month, unsigned day) {
  const std::chrono::sys_days days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
  return static_cast<Day>(days.time_since_epoch().count());
}

Day month_of(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return to_day(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), 1);
}

std::optional<Date> exact_date(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999 || !is_day(year, month, day)) return std::nullopt;
  return Date{to_day(year, month, day), Precision::day, Known::yes};
}

Date parse_date(std::string_view text) {
  if (is_iso_day(text)) {
    const int year = static_cast<int>(two_digits(text, 0) * 100 + two_digits(text, 2));
    return date_of(year, two_digits(text, 5), two_digits(text, 8), Precision::day);
  }
  const std::string_view trimmed = trim(text);
  if (is_blank_word(trimmed)) return unknown_date(Known::blank);
  std::array<char, longest_date> room{};
  const auto ascii = narrow(trimmed, room);
  return ascii ? parse_narrow(*ascii) : unreadable_date;
}

std::string to_string(const Date& date) {
  if (date.known != Known::yes || date.precision == Precision::none) return {};
  std::string text = day_to_string(date.first);
  if (date.precision == Precision::month) text.resize(text.size() - 3);
  if (date.precision == Precision::year) text.resize(text.size() - 6);
  return text;
}

std::string day_to_string(Day day) {
  if (day < to_day(1, 1, 1) || day > to_day(9999, 12, 31)) return {};
  const std::chrono::year_month_day date = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace assay
