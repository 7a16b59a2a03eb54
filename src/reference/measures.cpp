#include "reference/measures.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

bool is_asked(const Measure& measure, Direction direction, std::span<const std::string> jurisdictions) {
  return measure.direction == direction &&
         (jurisdictions.empty() ||
          std::find(jurisdictions.begin(), jurisdictions.end(), measure.jurisdiction) != jurisdictions.end());
}

/// Rows with the prefixes from `low` up to the first above `high`.
std::span<const std::uint32_t> between(const Measures& measures, std::string_view low, std::string_view high) {
  const auto& order = measures.by_prefix;
  const auto begin = std::lower_bound(order.begin(), order.end(), low, [&](std::uint32_t row, std::string_view text) {
    return measures.rows[row].hs_prefix < text;
  });
  const auto end = std::upper_bound(begin, order.end(), high, [&](std::string_view text, std::uint32_t row) {
    return text < measures.rows[row].hs_prefix;
  });
  return {begin, end};
}

}  // namespace

std::string_view to_string(Direction direction) {
  constexpr std::array<std::string_view, directions> words = {"from_kp", "to_kp",      "from_any",
                                                              "labour",  "investment", "designation"};
  return words[static_cast<std::size_t>(direction)];
}

const LegalException* Measures::exception(std::string_view id) const {
  const auto found = std::find_if(exceptions.begin(), exceptions.end(),
                                  [id](const LegalException& exception) { return exception.id == id; });
  return found == exceptions.end() ? nullptr : &*found;
}

Truth within(const Date& date, Day first, Day last) {
  if (date.known != Known::yes) return Truth::unknown;
  if (date.first >= first && date.last() <= last) return Truth::yes;
  return date.last() < first || date.first > last ? Truth::no : Truth::unknown;
}

bool covers(const LegalException& exception, const Measure& measure) {
  return std::any_of(exception.covers.begin(), exception.covers.end(), [&measure](const std::string& what) {
    return what == "*" || what == measure.commodity || what == measure.measure_id;
  });
}

Truth MeasureFit::names(const Measures& measures) const {
  return measures.rows[row].coverage == Coverage::full ? code : Truth::unknown;
}

Truth MeasureFit::bars(const Measures& measures, const Date& date) const {
  const Measure& measure = measures.rows[row];
  return both(names(measures), within(date, measure.from, measure.to));
}

std::vector<MeasureFit> find_measures(const Measures& measures, Direction direction,
                                      std::span<const std::string> jurisdictions, Known known,
                                      std::string_view hs_digits) {
  std::vector<MeasureFit> fits;
  const auto add = [&](std::span<const std::uint32_t> rows, Truth code) {
    for (const std::uint32_t row : rows)
      if (is_asked(measures.rows[row], direction, jurisdictions)) fits.push_back({row, code});
  };
  add(between(measures, "*", "*"), Truth::yes);
  if (known != Known::yes) {
    add(between(measures, "0", ":"), Truth::unknown);  // a colon comes after all digits
  } else {
    for (std::size_t length = 2; length <= std::min<std::size_t>(8, hs_digits.size()); ++length)
      add(between(measures, hs_digits.substr(0, length), hs_digits.substr(0, length)), Truth::yes);
    add(between(measures, std::string(hs_digits) + '0', std::string(hs_digits) + ':'), Truth::unknown);
  }
  std::sort(fits.begin(), fits.end(), [](const MeasureFit& a, const MeasureFit& b) { return a.row < b.row; });
  return fits;
}

}  // namespace assay
