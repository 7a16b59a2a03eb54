#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/known.h"
#include "base/truth.h"
#include "reference/country.h"
#include "reference/paper.h"

namespace assay {

/// What a measure restricts: goods that come from the DPRK, go there, or come from anywhere (because of how they were
/// made); labour, investment, or a listing of those who deal.
enum class Direction : std::uint8_t { from_kp, to_kp, from_any, labour, investment, designation };
constexpr std::size_t directions = 6;
std::string_view to_string(Direction direction);

/// How much of the goods under a code a measure names. Only `full` bars by the code alone: for `part` ("ex" in an
/// annex) and `possible` (the word of the measure may not reach so far) the description of the goods decides.
enum class Coverage : std::uint8_t { full, part, possible };

/// A row of data/measures.csv: one measure and one code.
struct Measure {
  std::string id;            ///< of the row: measure and prefix
  std::string measure_id;    ///< "UN-2371-8"
  std::string jurisdiction;  ///< "UN", "EU", or an ISO 3166-1 code
  Direction direction{};
  std::string instrument;
  std::string paragraph;
  std::string commodity;
  std::string hs_prefix;  ///< two to eight digits; "*" for every good; empty when the measure names no code
  Coverage coverage{};
  Day from = earliest_day;
  Day to = latest_day;                    ///< the last day; latest_day while it is in force
  std::vector<std::uint16_t> exceptions;  ///< places in Measures::exceptions
  std::string status;                     ///< how well the goods and the paragraph are known
  std::string date_status;                ///< how well `from` is known
  std::uint32_t line = 0;
};

/// A row of data/exceptions.csv: what lifts a measure, and how one sees that somebody claims it.
struct LegalException {
  std::string id;
  std::string instrument;
  std::string paragraph;
  std::vector<std::string> covers;  ///< commodities or measures; "*" = whatever the measure bars
  Day from = earliest_day;
  Day to = latest_day;  ///< the last day
  std::optional<Day> contract_before, import_by, notify_by;
  std::vector<std::string> claimed_by;  ///< words of a document or an exemption code, folded
  std::vector<std::uint32_t> route;     ///< lines of data/places.csv: passing through one of them is a claim
  Country not_for_origin;               ///< goods of this origin can never have it; blank = none is ruled out
  std::string needs;                    ///< what must be shown, in words
  std::vector<Paper> shown_by;          ///< papers that show it, all of them together; empty: no paper does
  std::string status;
  std::uint32_t line = 0;
};

/// The law by date, code and jurisdiction, as the pack's tables give it.
struct Measures {
  std::string pack;           ///< id of the pack that brought the rows; empty when that is not known
  std::vector<Measure> rows;  ///< in the order of the file
  std::vector<LegalException> exceptions;
  std::vector<std::string> jurisdictions;  ///< in the order of their first rows
  std::vector<std::uint32_t> by_prefix;    ///< places of the rows with a code, sorted by hs_prefix, then row

  [[nodiscard]] const LegalException* exception(std::string_view id) const;
};

/// A row under whose code some goods are, or may be.
struct MeasureFit {
  std::uint32_t row = 0;   ///< in Measures::rows
  Truth code = Truth::no;  ///< never no; unknown for a code that is not known, or too short to tell

  /// Whether the row names the goods: one that covers only a part of its code does so maybe.
  [[nodiscard]] Truth names(const Measures& measures) const;
  /// Whether it bars them on a date, its exceptions aside.
  [[nodiscard]] Truth bars(const Measures& measures, const Date& date) const;
};

/// The rows of a direction under whose code the goods are, or may be, whatever the date; in the order of the file. A
/// code that is not known may be any; rows without a code name no goods and are never among them. No jurisdictions =
/// all.
std::vector<MeasureFit> find_measures(const Measures& measures, Direction direction,
                                      std::span<const std::string> jurisdictions, Known known,
                                      std::string_view hs_digits);

/// Whether a date lies in [first, last]; unknown for one that is not known, or that may lie within and without.
Truth within(const Date& date, Day first, Day last);

/// Whether an exception is one of the goods that the row bars.
bool covers(const LegalException& exception, const Measure& measure);

}  // namespace assay
