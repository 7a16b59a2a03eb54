#pragma once

#include "base/date.h"
#include "base/truth.h"

namespace assay {

/// How long something lasted, as far as rows say: it began on start_low at the earliest and start_high at the latest,
/// and ended likewise. What is surely one day alone has all four equal.
struct Span {
  Day start_low = earliest_day;
  Day start_high = latest_day;
  Day end_low = earliest_day;
  Day end_high = latest_day;

  friend bool operator==(const Span&, const Span&) = default;
};

/// Always: what has no time, or is asked whatever the time.
constexpr Span all_days = {earliest_day, earliest_day, latest_day, latest_day};

/// Whether there was a day of both.
constexpr Truth overlap(const Span& a, const Span& b) {
  if (a.start_low > b.end_high || b.start_low > a.end_high) return Truth::no;
  return a.start_high <= b.end_low && b.start_high <= a.end_low ? Truth::yes : Truth::unknown;
}

/// The span of a row that states `from` and `to`, seen on the day of the audit. Nothing said of both: it holds on
/// that day, and may have held on any other; nothing of `to`: it holds until that day; nothing of `from`: it held on
/// its last day. A date that cannot be read, one that begins after the audit and an end before the beginning leave it
/// unknown.
Span span_of(const Date& from, const Date& to, Day as_of);

}  // namespace assay
