// Shipments of one party in order of time, against a naive search that tries every row for every step.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/ask.h"

namespace assay {
namespace {

using test::OneRule;
using testing::HasSubstr;
using testing::StartsWith;

const std::string kp_then_cn =
    "sequence: {steps: [{where: {shipment.origin_country: KP}}, {where: {shipment.origin_country: CN}}], "
    "within_days: 30}";
const std::string columns = "shipment_id,date,supplier,buyer,origin_country\n";

std::string asked(const std::string& csv, const std::string& id = "S2", const std::string& condition = kp_then_cn) {
  OneRule rule(condition);
  EXPECT_TRUE(rule.loaded()) << rule.complaint();
  rule.ask("shipments", csv);
  return rule.verdict(id);
}

TEST(Sequence, FindsTheShipmentInWhichItEndsAndNotTheOneInWhichItBegins) {
  const std::string csv = columns + "S1,2018-03-01,A,B,KP\nS2,2018-03-20,A,C,CN\n";
  EXPECT_EQ(asked(csv), "flagged");
  EXPECT_EQ(asked(csv, "S1"), "clear");
}

TEST(Sequence, IgnoresOtherSellersOtherTimesAndTheWrongOrder) {
  EXPECT_EQ(asked(columns + "S1,2018-03-01,D,B,KP\nS2,2018-03-20,A,C,CN\n"), "clear");
  EXPECT_EQ(asked(columns + "S1,2018-01-01,A,B,KP\nS2,2018-03-20,A,C,CN\n"), "clear");
  EXPECT_EQ(asked(columns + "S1,2018-03-21,A,B,KP\nS2,2018-03-20,A,C,CN\n"), "clear");
  EXPECT_EQ(asked(columns + "S1,2018-03-20,A,B,KP\nS2,2018-03-20,A,C,CN\n"), "flagged") << "one day is in order";
}

TEST(Sequence, StaysOpenForTheCellThatLeavesItOpenAndNoOther) {
  EXPECT_EQ(asked(columns + "S1,,A,B,KP\nS2,2018-03-20,A,C,CN\n"), "insufficient ?shipment.date");
  EXPECT_EQ(asked(columns + "S1,2018-03-01,,B,KP\nS2,2018-03-20,A,C,CN\n"), "insufficient ?shipment.supplier");
  EXPECT_EQ(asked(columns + "S1,2018-03-01,A,B,\nS2,2018-03-20,A,C,CN\n"), "insufficient ?shipment.origin_country");
  EXPECT_EQ(asked(columns + "S1,2018-02,A,B,KP\nS2,2018-03-02,A,C,CN\n"), "flagged") << "any day of February will do";
  EXPECT_EQ(asked("shipment_id,supplier,origin_country\nS1,A,KP\nS2,A,CN\n"),
            "insufficient ?shipment.date ?shipment.date")
      << "of both";
}

TEST(Sequence, FillsNoTwoStepsWithOneShipment) {
  const std::string twice =
      "sequence: {steps: [{where: {shipment.origin_country: CN}}, {where: {shipment.origin_country: CN}}], "
      "within_days: 30}";
  EXPECT_EQ(asked(columns + "S2,2018-03-20,A,C,CN\n", "S2", twice), "clear");
  EXPECT_EQ(asked(columns + "S1,2018-03-20,A,C,CN\nS2,2018-03-20,A,C,CN\n", "S2", twice), "flagged");
}

TEST(Sequence, CountsPurchasesOrPairsWhereTheRuleSaysSo) {
  const auto over = [](const std::string& word) {
    std::string text = kp_then_cn;
    return text.replace(text.size() - 1, 1, ", over: " + word + "}");
  };
  const std::string csv = columns + "S1,2018-03-01,D,C,KP\nS2,2018-03-20,A,C,CN\n";
  EXPECT_EQ(asked(csv, "S2", over("sales")), "clear");
  EXPECT_EQ(asked(csv, "S2", over("purchases")), "flagged");
  EXPECT_EQ(asked(csv, "S2", over("pair")), "clear");
  EXPECT_EQ(asked(columns + "S1,2018-03-01,A,C,KP\nS2,2018-03-20,A,C,CN\n", "S2", over("pair")), "flagged");
}

TEST(Sequence, IsAskedOfACompanyAboutAllItSold) {
  OneRule rule(kp_then_cn, "", "company");
  ASSERT_TRUE(rule.loaded()) << rule.complaint();
  rule.ask("shipments", columns + "S1,2018-03-01,A,B,KP\nS2,2018-03-20,A,C,CN\nS3,2018-04-01,A,C,AU\n");
  EXPECT_EQ(rule.verdict("A"), "flagged");
  EXPECT_EQ(rule.verdict("C"), "clear");
  rule.ask("suppliers", "supplier_id,name,country\n1,A Ltd,CN\n");
  EXPECT_THAT(rule.verdict("A Ltd"), StartsWith("insufficient")) << "no input speaks of shipments";
}

TEST(Sequence, ProvesEachStepWithItsDateAndWhatItAsksFor) {
  OneRule rule(kp_then_cn);
  ASSERT_TRUE(rule.loaded()) << rule.complaint();
  rule.ask("shipments", columns + "S1,2018-03-01,A,B,KP\nS2,2018-03-20,A,C,CN\n");
  std::vector<std::string> cells;
  for (const EvidenceStep& step : rule.finding("S2").evidence) cells.push_back(rule.graph().tables->text(step.cell));
  EXPECT_THAT(cells, testing::ElementsAre("2018-03-01", "KP", "2018-03-20", "CN"));
}

TEST(Sequence, IsRefusedWithItsPlaceAndAWayOut) {
  const std::string step = "{where: {shipment.origin_country: KP}}";
  const auto complaint = [](const std::string& text, const std::string& subject = "shipment") {
    return OneRule("sequence: {" + text + "}", "", subject).complaint();
  };
  EXPECT_THAT(complaint("steps: [" + step + "], within_days: 3"), HasSubstr("a list of 2 to 8"));
  EXPECT_THAT(complaint("steps: [" + step + ", " + step + "]"), HasSubstr("sequence must have within_days"));
  EXPECT_THAT(complaint("steps: [" + step + ", {where: {shipment.orign_country: KP}}], within_days: 3"),
              HasSubstr("did you mean `shipment.origin_country`?"));
  EXPECT_THAT(complaint("steps: [" + step + ", " + step + "], within_days: 3, over: pair", "company"),
              HasSubstr("no pair"));
}

// ---- against a naive search

struct Row {
  int seller = 0;  ///< 0: blank
  int day = 0;     ///< 0: blank; 10: some day of the month
  int origin = 0;  ///< 0: blank, 1 KP, 2 CN
};

constexpr int within = 3;
constexpr std::array wanted = {1, 2, 1};

int in_order(const Row& a, const Row& b) {
  const auto low = [](const Row& r) { return r.day == 0 ? -9999 : r.day == 10 ? 1 : r.day; };
  const auto high = [](const Row& r) { return r.day == 0 ? 9999 : r.day == 10 ? 31 : r.day; };
  if (low(a) > high(b) || low(b) - high(a) > within) return 0;
  return high(a) <= low(b) && high(b) - low(a) <= within ? 2 : 1;
}

int same(int a, int b) {
  return a == 0 || b == 0 ? 1 : a == b ? 2 : 0;
}

/// Fills the steps from the first on; the last with `last`. The party is `party`, or for -1 that of the last row.
int naive(const std::vector<Row>& rows, std::vector<std::size_t>& chosen, std::size_t last, int party) {
  if (chosen.size() == wanted.size()) {
    int truth = 2;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const Row& row = rows[chosen[i]];
      truth = std::min(truth, same(row.origin, wanted[i]));
      if (party >= 0)
        truth = std::min(truth, same(row.seller, party));
      else if (chosen[i] != last)
        truth = std::min(truth, same(row.seller, rows[last].seller));
      for (std::size_t j = 0; j < i; ++j)
        truth = std::min(truth, chosen[i] == chosen[j] ? 0 : in_order(rows[chosen[j]], row));
    }
    return truth;
  }
  int best = 0;
  for (std::size_t next = 0; next < rows.size(); ++next) {
    if (chosen.size() + 1 == wanted.size() && next != last) continue;
    chosen.push_back(next);
    best = std::max(best, naive(rows, chosen, last, party));
    chosen.pop_back();
  }
  return best;
}

std::string word_of(int truth) {
  return truth == 2 ? "flagged" : truth == 1 ? "insufficient" : "clear";
}

std::vector<Row> any_rows() {
  return *rc::gen::container<std::vector<Row>>(
      6, rc::gen::apply(
             [](int seller, int day, int origin) {
               return Row{std::min(seller, 2) % 3, day == 11 ? 0 : day, origin == 5 ? 0 : 1 + origin % 2};
             },
             rc::gen::inRange(0, 6), rc::gen::inRange(1, 12), rc::gen::inRange(0, 6)));
}

std::string csv_of(const std::vector<Row>& rows) {
  constexpr std::array sellers = {"", "A Ltd", "B Ltd"};
  constexpr std::array origins = {"", "KP", "CN"};
  std::string csv = columns;
  for (std::size_t i = 0; i < rows.size(); ++i)
    csv += "S" + std::to_string(i) + "," +
           (rows[i].day == 0    ? ""
            : rows[i].day == 10 ? "2018-03"
                                : "2018-03-0" + std::to_string(rows[i].day)) +
           "," + sellers[static_cast<std::size_t>(rows[i].seller)] + ",C Ltd," +
           origins[static_cast<std::size_t>(rows[i].origin)] + "\n";
  return csv;
}

const std::string three_steps =
    "sequence: {steps: [{where: {shipment.origin_country: KP}}, {where: {shipment.origin_country: CN}}, "
    "{where: {shipment.origin_country: KP}}], within_days: 3}";

RC_GTEST_PROP(SequenceProperty, SaysOfAShipmentWhatTryingEveryRowSays, ()) {
  static OneRule rule(three_steps);
  const std::vector<Row> rows = any_rows();
  rule.ask("shipments", csv_of(rows));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<std::size_t> chosen;
    const std::string expected = word_of(naive(rows, chosen, i, -1));
    const std::string found(to_string(rule.why("S" + std::to_string(i)).verdict));
    if (found != expected) RC_FAIL(csv_of(rows) + "S" + std::to_string(i) + ": " + found + ", expected " + expected);
  }
}

RC_GTEST_PROP(SequenceProperty, SaysOfACompanyWhatTryingEveryRowSays, ()) {
  static OneRule rule(three_steps, "", "company");
  const std::vector<Row> rows = any_rows();
  rule.ask("shipments", csv_of(rows));
  for (int party = 1; party <= 2; ++party) {
    if (std::none_of(rows.begin(), rows.end(), [party](const Row& row) { return row.seller == party; })) continue;
    int best = 0;
    for (std::size_t last = 0; last < rows.size(); ++last) {
      std::vector<std::size_t> chosen;
      best = std::max(best, naive(rows, chosen, last, party));
    }
    const std::string found(to_string(rule.why(party == 1 ? "A Ltd" : "B Ltd").verdict));
    if (found != word_of(best))
      RC_FAIL(csv_of(rows) + std::to_string(party) + ": " + found + " not " + word_of(best));
  }
}

}  // namespace
}  // namespace assay
