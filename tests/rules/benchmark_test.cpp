// Prices beside published ones: which are far below, which are not, and which are not known to be either.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/number.h"
#include "rules/ask.h"

namespace assay::test {
namespace {

using testing::HasSubstr;

constexpr const char* market = R"(let:
  market:
    - {commodity: ore, hs_prefix: "2601", month: 2018-01, unit_price: 90, currency: USD, unit: t, status: primary, source: A}
    - {commodity: ore, hs_prefix: "2601", month: 2018-02, unit_price: 100, currency: USD, unit: t, status: primary, source: A}
    - {commodity: ore, hs_prefix: "2601", month: 2018-02, unit_price: 120, currency: USD, unit: t, status: primary, source: B}
    - {commodity: ore, hs_prefix: "2601", month: 2018-03, unit_price: 110, currency: USD, unit: t, status: secondary, source: A}
    - {commodity: gold, hs_prefix: "710812", month: 2018-02, unit_price: 1300, currency: USD, unit: troy oz, status: primary, source: C}
)";
constexpr const char* question =
    "benchmark: {table: market, unless_prices: 2, bounds: [{commodity: ore, strong: 0.6, at_most: 0.8, grade: 60, "
    "terms: "
    "[CFR, CIF]}, {strong: 0.5, at_most: 0.9}]}";

/// The verdict on one shipment of 10 t.
std::string verdict(const std::string& columns, const std::string& cells) {
  OneRule rule(question, market);
  EXPECT_EQ(rule.complaint(), "");
  rule.ask("shipments", "shipment_id,supplier,origin_country," + columns + "\nS1,Tango Metals,AU," + cells + "\n");
  return rule.verdict("S1");
}

std::string of_ten_tonnes(const std::string& value, const std::string& date = "2018-02-11",
                          const std::string& code = "260111", const std::string& more = ",") {
  return verdict("date,hs_code,quantity_t,value_usd,incoterm,grade_pct",
                 fmt::format("{},{},10,{},{}", date, code, value, more));
}

TEST(Benchmark, FlagsAPriceFarBelowTheLowestOfThreeMonths) {
  EXPECT_EQ(of_ten_tonnes("540"), "flagged");  // 54 = 0.6 of 90
  EXPECT_EQ(of_ten_tonnes("541"), "insufficient ?shipment.value");
  EXPECT_EQ(of_ten_tonnes("541", "2018-02"), "insufficient ?shipment.value");
  EXPECT_EQ(of_ten_tonnes("540", "2018-02"), "flagged");
}

TEST(Benchmark, ClearsAPriceThatIsNotLowInItsOwnMonth) {
  EXPECT_EQ(of_ten_tonnes("801"), "clear");  // of two quotations the lower counts: 100
  EXPECT_EQ(of_ten_tonnes("800"), "insufficient ?shipment.value");
  EXPECT_EQ(of_ten_tonnes("881", "2018-03-01"), "clear");
}

TEST(Benchmark, FlagsBetweenTheBoundsOnlyWhatIsComparable) {
  EXPECT_EQ(of_ten_tonnes("700", "2018-02-11", "260111", "CFR,60"), "flagged");
  EXPECT_EQ(of_ten_tonnes("700", "2018-02-11", "260111", "cif Rizhao,65.5"), "flagged");
  for (const char* other : {"FOB,65", "CFR,59.9", ",65", "CFR,", "CFR,rich", "EXW,40"})
    EXPECT_EQ(of_ten_tonnes("700", "2018-02-11", "260111", other), "insufficient ?shipment.value") << other;
  // Above 0.8 of the cheapest month it may have been agreed at a fair price then, whatever the goods are.
  EXPECT_EQ(of_ten_tonnes("730", "2018-02-11", "260111", "CFR,60"), "insufficient ?shipment.value");
}

TEST(Benchmark, NeverFlagsBetweenTheBoundsWhereNothingMakesGoodsComparable) {
  const auto gold = [](const char* value) { return of_ten_tonnes(value, "2018-02-11", "710812", "CFR,99.9"); };
  EXPECT_EQ(gold("200000000"), "flagged");                       // 20 million a tonne, of 41.8
  EXPECT_EQ(gold("300000000"), "insufficient ?shipment.value");  // 30
  EXPECT_EQ(gold("380000000"), "clear");                         // 38
}

TEST(Benchmark, StaysOpenWithoutAPublishedPrice) {
  EXPECT_EQ(of_ten_tonnes("1", "2018-05-11"), "insufficient ?price.unit_price");
  EXPECT_EQ(of_ten_tonnes("1", "2018-02-11", "270111"), "insufficient ?price.unit_price");
  EXPECT_EQ(of_ten_tonnes("1", "2018"), "insufficient ?shipment.date");
  EXPECT_EQ(of_ten_tonnes("1", ""), "insufficient ?shipment.date");
  EXPECT_EQ(of_ten_tonnes("1", "2018-02-11", "26"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(of_ten_tonnes("1", "2018-02-11", ""), "insufficient ?shipment.hs_code");
}

TEST(Benchmark, StaysOpenWithoutAPriceOfATonne) {
  EXPECT_EQ(of_ten_tonnes(""), "insufficient ?shipment.value");
  EXPECT_EQ(of_ten_tonnes("0"), "insufficient ?shipment.value");
  EXPECT_EQ(of_ten_tonnes("cheap"), "insufficient ?shipment.value");
  const auto columns = [](const std::string& names, const std::string& cells) {
    return verdict("date,hs_code," + names, "2018-02-11,260111," + cells);
  };
  EXPECT_EQ(columns("quantity_t,value_usd", ",100"), "insufficient ?shipment.quantity");
  EXPECT_EQ(columns("quantity_t,value,currency", "10,100,"), "insufficient ?shipment.currency");
  EXPECT_EQ(columns("quantity_t,value,currency", "10,100,EUR"), "insufficient ?shipment.value");
  EXPECT_EQ(columns("quantity_t,value_usd,currency", "10,100,EUR"), "insufficient ?shipment.currency");
  EXPECT_EQ(columns("quantity,unit,value_usd", "10,ton,100"), "insufficient ?shipment.unit");
  EXPECT_EQ(columns("quantity,value_usd", "10,100"), "insufficient ?shipment.unit");
  EXPECT_EQ(columns("quantity_t", "10"), "insufficient ?shipment.unit_price");
}

TEST(Benchmark, ReadsPricesInTheUnitsOfTheTrade) {
  const auto columns = [](const std::string& names, const std::string& cells) {
    return verdict("date,hs_code," + names, "2018-02-11,260111," + cells);
  };
  EXPECT_EQ(columns("quantity_t,value,currency", "10,500,USD"), "flagged");
  EXPECT_EQ(columns("net weight (kg),value_usd", "10000,500"), "flagged");
  EXPECT_EQ(columns("unit_price,currency,unit", "50,USD,t"), "flagged");
  EXPECT_EQ(columns("unit_price,currency,unit", "0.05,USD,kg"), "flagged");
  EXPECT_EQ(columns("unit_price,currency,unit", "0.05,USD,lb"), "clear");         // 110 a tonne
  EXPECT_EQ(columns("unit_price,currency,unit", "48,USD,short ton"), "flagged");  // 52.9
  EXPECT_EQ(columns("unit_price,currency,unit", "54,USD,long ton"), "flagged");   // 53.1
  EXPECT_EQ(columns("quantity_t,value_usd,unit_price,currency,unit", "10,1000,50,USD,t"), "flagged")
      << "of two prices that differ the lower counts";
}

TEST(Benchmark, LeavesGoodsToTheInputsOwnPrices) {
  OneRule rule(question, market);
  const std::string shipments =
      "shipment_id,supplier,origin_country,date,hs_code,quantity_t,value_usd\nS1,Tango "
      "Metals,AU,2018-02-11,260111,10,100\n"
      "S2,Tango Metals,AU,2018-05-11,260111,10,100\n";
  rule.ask({{"shipments", shipments}, {"prices", "hs6,month,unit_price\n260111,2018-02,10\n260111,2018-02,11\n"}});
  EXPECT_EQ(rule.verdict("S1"), "clear");
  EXPECT_EQ(rule.why("S1").because, std::vector<std::string>{"the prices of the inputs decide"});
  EXPECT_EQ(rule.verdict("S2"), "insufficient ?shipment.value") << "a table of prices is there, without that month";
  rule.ask({{"shipments", shipments}, {"prices", "hs6,month,unit_price\n260111,2018-02,10\n"}});
  EXPECT_EQ(rule.verdict("S1"), "flagged") << "one price is fewer than two";
}

TEST(Benchmark, ShowsWhatThePriceIsWorkedOutFrom) {
  OneRule rule(question, std::string(market) +
                             "message: \"{price.usd_per_tonne} {price.share} {price.benchmark} {price.month} "
                             "{price.source}\"\n");
  rule.ask("shipments",
           "shipment_id,supplier,origin_country,date,hs_code,quantity_t,value_usd\nS1,Tango,AU,2018-02-11,260111,10,"
           "250\n");
  const FindingText finding = rule.finding("S1");
  EXPECT_EQ(finding.message, "25 0.25 100 2018-02 A");
  EXPECT_EQ(finding.grade, Grade::b) << "own books, and a table that was read in its source";
  std::vector<std::string> fields;
  for (const EvidenceStep& step : finding.evidence)
    fields.push_back(step.reference_line != 0 ? step.reference_text : std::string(short_name(step.cell.field)));
  EXPECT_THAT(fields, testing::ElementsAre("value", "quantity", "date", "100", "90", "value"));
  EXPECT_EQ(finding.evidence.back().kind, EvidenceStep::Kind::computed);
  EXPECT_THAT(finding.evidence.back().says, HasSubstr("250 USD / 10 t"));
}

TEST(Benchmark, IsWeakEvidenceWhereItsTableIsOnlyReported) {
  OneRule rule(question, market);
  rule.ask("shipments",
           "shipment_id,supplier,origin_country,date,hs_code,quantity_t,value_usd\nS1,Tango,AU,2018-03-11,260111,10,"
           "250\n");
  EXPECT_EQ(rule.finding("S1").grade, Grade::d);
}

TEST(Benchmark, AsksForGradeAndTermsOfALowPrice) {
  OneRule rule(question, market);
  rule.ask("shipments",
           "shipment_id,supplier,origin_country,date,hs_code,quantity_t,value_usd\nS1,Tango,AU,2018-02-11,260111,10,"
           "700\n");
  const FindingText finding = rule.finding("S1");
  EXPECT_THAT(finding.message, HasSubstr("nothing shows that grade or terms of delivery explain it"));
  ASSERT_EQ(finding.ask.size(), 1U);
  EXPECT_EQ(finding.ask.front().whom.name, "Tango");
  EXPECT_THAT(finding.ask.front().what, HasSubstr("grade"));
}

TEST(Benchmark, RefusesWhatItCannotRead) {
  const auto complaint = [](const std::string& condition, const std::string& let = market) {
    return OneRule(condition, let).complaint();
  };
  EXPECT_THAT(complaint("benchmark: {table: market}"), HasSubstr("missing key"));
  EXPECT_THAT(complaint("benchmark: {table: markt, bounds: [{strong: 0.6, at_most: 0.8}]}"),
              HasSubstr("did you mean `market`?"));
  EXPECT_THAT(complaint("benchmark: {table: market, bounds: []}"), HasSubstr("`bounds` is a list"));
  EXPECT_THAT(complaint("benchmark: {table: market, bounds: [{commodity: ore, strong: 0.6, at_most: 0.8}]}"),
              HasSubstr("the last bound must speak of all commodities"));
  EXPECT_THAT(complaint("benchmark: {table: market, bounds: [{commodity: tea, strong: 0.6, at_most: 0.8}, "
                        "{strong: 0.6, at_most: 0.8}]}"),
              HasSubstr("no commodity `tea`"));
  EXPECT_THAT(complaint("benchmark: {table: market, bounds: [{strong: 0.9, at_most: 0.8}]}"),
              HasSubstr("`strong` is the lower"));
  EXPECT_THAT(complaint("benchmark: {table: market, bounds: [{strong: 60, at_most: 80}]}"),
              HasSubstr("must be 0 to 1"));
  const auto row = [&](const std::string& cells) {
    return complaint("benchmark: {table: market, bounds: [{strong: 0.6, at_most: 0.8}]}",
                     "let:\n  market:\n    - {" + cells + "}\n");
  };
  EXPECT_THAT(row("commodity: ore, month: 2018-01"), HasSubstr("has no column `hs_prefix`"));
  const std::string rest = ", status: primary, source: A";
  EXPECT_THAT(row("commodity: ore, hs_prefix: \"26\", month: 2018, unit_price: 9, currency: USD, unit: t" + rest),
              HasSubstr("\"2018\" is no month"));
  EXPECT_THAT(row("commodity: ore, hs_prefix: \"26\", month: 2018-01, unit_price: 0, currency: USD, unit: t" + rest),
              HasSubstr("\"0\" is no price"));
  EXPECT_THAT(row("commodity: ore, hs_prefix: \"26\", month: 2018-01, unit_price: 9, currency: EUR, unit: t" + rest),
              HasSubstr("\"EUR\" is no currency that can be compared"));
  EXPECT_THAT(
      row("commodity: ore, hs_prefix: \"26\", month: 2018-01, unit_price: 9, currency: USD, unit: ton" + rest),
      HasSubstr("\"ton\" is no unit of mass"));
  EXPECT_THAT(row("commodity: ore, hs_prefix: ore, month: 2018-01, unit_price: 9, currency: USD, unit: t" + rest),
              HasSubstr("\"ore\" is no HS code"));
}

// ---- beside the definition, worked out by hand

struct Lot {
  std::array<std::string, 6> cells;  ///< month, code, quantity, value, terms, grade; blank ones among them
};

Lot any_lot() {
  const auto one = [](const std::vector<std::string>& known) {
    return *rc::gen::inRange(0, 8) == 0 ? std::string() : *rc::gen::elementOf(known);
  };
  return {{one({"2018-01", "2018-02", "2018-03"}), one({"260111", "2601", "26"}), one({"10", "20"}),
           one({"500", "540", "541", "640", "700", "720", "800", "900", "1600"}), one({"CFR", "FOB"}),
           one({"58", "62"})}};
}

/// n, u or y.
char naive(const Lot& lot) {
  const auto& [month, code, quantity, value, terms, grade] = lot.cells;
  if (month.empty() || code.size() < 4 || quantity.empty() || value.empty()) return 'u';
  const double price = parse_number(value).value / parse_number(quantity).value;
  const double own = month == "2018-01" ? 90 : month == "2018-02" ? 100 : 110;
  const double lowest = month == "2018-03" ? 100 : 90;
  if (price > 0.8 * own) return 'n';
  if (price <= 0.6 * lowest) return 'y';
  return price <= 0.8 * lowest && terms == "CFR" && grade == "62" ? 'y' : 'u';
}

std::string row_of(const Lot& lot, std::size_t number) {
  std::string row = fmt::format("S{},Tango Metals,AU", number);
  for (std::size_t i = 0; i < lot.cells.size(); ++i)
    row += ',' + lot.cells[i] + (i == 0 && !lot.cells[0].empty() ? "-11" : "");
  return row + '\n';
}

}  // namespace

RC_GTEST_PROP(BenchmarkProperty, IsItsDefinitionAndLessDataIsNeverBetter, ()) {
  const std::vector<Lot> lots = *rc::gen::container<std::vector<Lot>>(6, rc::gen::exec([] { return any_lot(); }));
  const std::string header =
      "shipment_id,supplier,origin_country,date,hs_code,quantity_t,value_usd,incoterm,grade_pct\n";
  std::string all = header;
  std::string fewer = header;
  for (std::size_t i = 0; i < lots.size(); ++i) {
    all += row_of(lots[i], i);
    Lot blanked = lots[i];
    blanked.cells[*rc::gen::inRange<std::size_t>(0, blanked.cells.size())].clear();
    fewer += row_of(blanked, i);
  }
  RC_LOG() << all << fewer;
  OneRule rule(question, market);
  const auto letters = [&](const std::string& csv) {
    rule.ask("shipments", csv);
    std::string found;
    for (std::size_t i = 0; i < lots.size(); ++i) {
      const char first = rule.verdict("S" + std::to_string(i)).front();
      found += first == 'f' ? 'y' : first == 'c' ? 'n' : 'u';
    }
    return found;
  };
  const std::string whole = letters(all);
  const std::string part = letters(fewer);
  for (std::size_t i = 0; i < lots.size(); ++i) {
    RC_ASSERT(whole[i] == naive(lots[i]));
    RC_ASSERT(part[i] != 'n' || whole[i] == 'n');
  }
}

}  // namespace assay::test
