// The robust z of random prices, beside the definition of Iglewicz and Hoaglin (1993) worked out by hand.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/ask.h"

namespace assay::test {
namespace {

struct Row {
  std::string code, month;  ///< six digits or fewer; a month, or blank
  std::string cents;        ///< a whole number, or a word
};

constexpr const char* no_number = "some";

Row any_row() {
  const auto cell = [](const std::vector<std::string>& known, const std::string& unknown = "") {
    return *rc::gen::inRange(0, 6) == 0 ? unknown : *rc::gen::elementOf(known);
  };
  return {cell({"270111", "270112"}), cell({"2018-03", "2018-04"}),
          cell({"60", "95", "98", "100", "102", "105"}, no_number)};
}

double middle_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  return (values[(n - 1) / 2] + values[n / 2]) / 2;
}

/// "flagged" below -3.5 and at most at 0.85 of the median; "insufficient" without the cells or without five prices.
std::string naive(const Row& lot, const std::vector<Row>& prices) {
  if (lot.code.empty() || lot.month.empty() || lot.cents == no_number) return "insufficient";
  std::vector<double> values;
  for (const Row& price : prices)
    if (price.code == lot.code && price.month == lot.month && price.cents != no_number)
      values.push_back(std::stod(price.cents));
  if (values.size() < 5) return "insufficient";
  const double middle = middle_of(values);
  std::vector<double> distances;
  for (const double value : values) distances.push_back(std::abs(value - middle));
  const double own = std::stod(lot.cents);
  const double spread = middle_of(distances);
  const bool far = spread > 0 ? 0.6745 * (own - middle) / spread <= -3.5 : own < middle;
  return far && own <= 0.85 * middle ? "flagged" : "clear";
}

}  // namespace

RC_GTEST_PROP(StatisticProperty, IsTheRobustZOfThePricesOfTheMonth, ()) {
  const std::vector<Row> prices = *rc::gen::container<std::vector<Row>>(*rc::gen::inRange<std::size_t>(4, 24),
                                                                        rc::gen::exec([] { return any_row(); }));
  const std::vector<Row> lots = *rc::gen::container<std::vector<Row>>(4, rc::gen::exec([] { return any_row(); }));
  std::string table = "hs6,month,unit_price\n";
  for (const Row& price : prices) table += fmt::format("{},{},{}\n", price.code, price.month, price.cents);
  std::string shipments = "shipment_id,supplier,origin_country,hs_code,date,unit_price\n";
  for (std::size_t i = 0; i < lots.size(); ++i)
    shipments += fmt::format("S{},Tango Metals,AU,{},{},{}\n", i, lots[i].code,
                             lots[i].month.empty() ? "" : lots[i].month + "-11", lots[i].cents);
  OneRule rule(
      "statistic: {value: shipment.unit_price, compare_with: {table: prices, same: [hs6, month]}, method: robust_z, "
      "below: -3.5, at_most_share_of_median: 0.85, min_count: 5}");
  RC_ASSERT(rule.complaint() == "");
  rule.ask({{"shipments", shipments}, {"prices", table}});
  RC_LOG() << shipments << table;
  for (std::size_t i = 0; i < lots.size(); ++i) {
    const std::string verdict = rule.verdict("S" + std::to_string(i));
    RC_ASSERT(verdict.substr(0, verdict.find(' ')) == naive(lots[i], prices));
  }
}

}  // namespace assay::test
