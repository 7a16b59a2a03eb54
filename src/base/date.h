#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/known.h"

namespace assay {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

constexpr Day earliest_day = std::numeric_limits<Day>::min() / 4;
constexpr Day latest_day = std::numeric_limits<Day>::max() / 4;

enum class Precision : std::uint8_t { day, month, year, none };

/// A date as precise as the cell: "2017-08" is the interval [2017-08-01, 2017-08-31]. A date that is not known is
/// the interval of all days, with precision none and the reason in `known`.
struct Date {
  Day first = earliest_day;
  Precision precision = Precision::none;
  Known known = Known::blank;

  /// The last day of the interval; latest_day for a date that is not known.
  [[nodiscard]] Day last() const;

  friend bool operator==(const Date&, const Date&) = default;
};

static_assert(sizeof(Date) == 8);

Day to_day(int year, unsigned month, unsigned day);
Day month_of(Day day);                                                   ///< the first day of its month
std::optional<Date> exact_date(int year, unsigned month, unsigned day);  ///< nothing for 2017-02-30

/// Strict and free of any locale. Read: 2017-08-05, 2017-08, 2017, 2017/8/5, 2017.8.5, 20170805, 2017年8月5日,
/// 2017年8月, 2017年, a whole day with an optional time of the day behind it (T or a blank), which is ignored;
/// full-width characters count as ASCII. Years from 1000 to 9999, year first: 03/04/2016 is `ambiguous`, 42461 (a
/// spreadsheet's serial day), 2010/11 (a month or a double year?) and all else is `unreadable`. Blanks around the
/// text are ignored; an empty text or a word for unknown is `blank`.
Date parse_date(std::string_view text);

/// 2017-08-05, 2017-08, 2017; empty for a date that is not known.
std::string to_string(const Date& date);
/// 2017-08-05; empty outside the years 1 to 9999 (earliest_day, latest_day).
std::string day_to_string(Day day);

}  // namespace assay
