// Rings of deals and of owners, against a naive search that tries every row in every order.

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

const std::string columns = "shipment_id,date,supplier,buyer,hs_code\n";
const std::string ring_of_three =
    columns + "S1,2018-03-01,A,B,270111\nS2,2018-03-10,B,C,270112\nS3,2018-03-20,C,A,270119\n";

std::string asked(const std::string& condition, const std::string& csv, const std::string& id = "S1") {
  OneRule rule("cycle: {follow: supplied_by, " + condition + "}");
  EXPECT_TRUE(rule.loaded()) << rule.complaint();
  rule.ask("shipments", csv);
  return rule.verdict(id);
}

TEST(Cycle, FindsGoodsThatComeBackToTheirSellerOnEachOfTheirShipments) {
  for (const char* id : {"S1", "S2", "S3"}) EXPECT_EQ(asked("within_days: 30", ring_of_three, id), "flagged");
}

TEST(Cycle, IgnoresARingThatIsOutOfTimeOutOfOrderTooShortOrOfOtherGoods) {
  EXPECT_EQ(asked("within_days: 18", ring_of_three), "clear");
  EXPECT_EQ(asked("within_days: 30, same: hs6", ring_of_three), "clear");
  EXPECT_EQ(asked("within_days: 30, same: hs4", ring_of_three), "flagged");
  EXPECT_EQ(asked("within_days: 30, min_length: 4", ring_of_three), "clear");
  EXPECT_EQ(asked("within_days: 30", columns + "S1,2018-03-20,A,B,\nS2,2018-03-10,B,C,\nS3,2018-03-01,C,A,\n"),
            "clear");
}

TEST(Cycle, IgnoresADetourThatVisitsAPartyTwice) {
  const std::string detour =
      columns + "S1,2018-03-01,A,B,\nS2,2018-03-02,B,C,\nS3,2018-03-03,C,B,\nS4,2018-03-04,B,A,\n";
  EXPECT_EQ(asked("within_days: 30", detour), "clear");
  EXPECT_EQ(asked("within_days: 30, min_length: 2", detour), "flagged");
}

TEST(Cycle, StaysOpenForTheCellThatLeavesItOpenAndNoOther) {
  EXPECT_EQ(asked("within_days: 30", columns + "S1,2018-03-01,A,B,\nS2,,B,C,\nS3,2018-03-20,C,A,\n"),
            "insufficient ?shipment.date");
  EXPECT_EQ(asked("within_days: 30", columns + "S1,2018-03-01,A,B,\nS2,2018-03-10,B,,\nS3,2018-03-20,C,A,\n"),
            "insufficient ?shipment.buyer");
  EXPECT_EQ(asked("within_days: 30, same: hs6",
                  columns + "S1,2018-03-01,A,B,270111\nS2,2018-03-10,B,C,2701\nS3,2018-03-20,C,A,270111\n"),
            "insufficient ?shipment.hs_code");
  // A month is coarse, and exact enough where its days are all in order.
  EXPECT_EQ(asked("within_days: 90", columns + "S1,2018-03,A,B,\nS2,2018-04-10,B,C,\nS3,2018-05-02,C,A,\n"),
            "flagged");
}

TEST(Cycle, ProvesARingStepByStepUpstreamWithItsCells) {
  OneRule rule("cycle: {follow: supplied_by, within_days: 30}",
               "message: \"{path.hops} deals back to {target.name}\"\n");
  ASSERT_TRUE(rule.loaded()) << rule.complaint();
  rule.ask("shipments", ring_of_three);
  const FindingText found = rule.finding("S2");
  EXPECT_EQ(found.message, "3 deals back to A");
  ASSERT_EQ(found.evidence.size(), 3U);
  EXPECT_EQ(found.evidence[0].says, "A received S3 from C on 2018-03-20");
  EXPECT_EQ(found.evidence[2].says, "B received S1 from A on 2018-03-01");
  for (const EvidenceStep& step : found.evidence) EXPECT_EQ(rule.graph().tables->text(step.cell), step.to.name);
}

TEST(Cycle, FindsCompaniesThatOwnThemselvesThroughOthersAndAsksForOwnersThatNobodyNames) {
  OneRule rule("cycle: {follow: owned_by}", "", "company");
  ASSERT_TRUE(rule.loaded()) << rule.complaint();
  const std::string header = "source,relation,target,share_pct\n";
  rule.ask("relations", header + "A,owns,B,100\nB,owns,C,100\nC,owns,A,100\n");
  for (const char* id : {"A", "B", "C"}) EXPECT_EQ(rule.verdict(id), "flagged");
  rule.ask("relations", header + "A Ltd,owns,B Ltd,100\nB Ltd,owns,C Ltd,100\nKim,owns,A Ltd,100\n");
  EXPECT_EQ(rule.verdict("B Ltd"), "clear");
  rule.ask("relations", header + "A Ltd,owns,B Ltd,100\nB Ltd,owns,C Ltd,100\nKim,owns,A Ltd,60\n");
  EXPECT_THAT(rule.verdict("B Ltd"), StartsWith("insufficient"));
}

TEST(Cycle, IsOpenForCompaniesOfWhoseDealsNoInputSpeaks) {
  OneRule rule("cycle: {follow: supplied_by, within_days: 30}", "", "company");
  ASSERT_TRUE(rule.loaded()) << rule.complaint();
  rule.ask("suppliers", "supplier_id,name,country\n1,A Ltd,CN\n");
  EXPECT_THAT(rule.verdict("A Ltd"), StartsWith("insufficient"));
}

TEST(Cycle, IsRefusedWithItsPlaceAndAWayOut) {
  const auto complaint = [](const std::string& text, const std::string& subject = "shipment") {
    return OneRule("cycle: {" + text + "}", "", subject).complaint();
  };
  EXPECT_THAT(complaint("follow: suplied_by, within_days: 3"), HasSubstr("did you mean supplied_by?"));
  EXPECT_THAT(complaint("follow: supplied_by"), HasSubstr("cycle must have within_days"));
  EXPECT_THAT(complaint("follow: supplied_by, within_days: 3, min_length: 5, max_length: 4"),
              HasSubstr("max_length must be 5 to 12"));
  EXPECT_THAT(complaint("follow: owned_by"), HasSubstr("of a company"));
  EXPECT_THAT(complaint("follow: owned_by, within_days: 3", "company"), HasSubstr("not of owners"));
  EXPECT_THAT(complaint("follow: supplied_by, within_days: 3", "worker_group"), HasSubstr("not built yet"));
}

// ---- against a naive search

struct Row {
  int from = 0, to = 0;  ///< 0: blank
  int day = 0;           ///< 0: blank; 10: some day of the month
  std::string code;
};

struct Naive {
  const std::vector<Row>& rows;
  int within = 0;
  std::size_t digits = 0;

  /// 0 no, 1 unknown, 2 yes.
  [[nodiscard]] int in_order(const Row& a, const Row& b) const {
    const auto low = [](const Row& r) { return r.day == 0 ? -9999 : r.day == 10 ? 1 : r.day; };
    const auto high = [](const Row& r) { return r.day == 0 ? 9999 : r.day == 10 ? 31 : r.day; };
    if (low(a) > high(b) || low(b) - high(a) > within) return 0;
    return high(a) <= low(b) && high(b) - low(a) <= within ? 2 : 1;
  }
  [[nodiscard]] int same_code(const Row& a, const Row& b) const {
    if (digits == 0) return 2;
    for (std::size_t i = 0; i < digits; ++i) {
      if (i >= a.code.size() || i >= b.code.size()) return 1;
      if (a.code[i] != b.code[i]) return 0;
    }
    return 2;
  }

  /// Of rows in order of time; `party`: through whom, 0 for anyone.
  [[nodiscard]] int ring(const std::vector<std::size_t>& order, int party) const {
    int truth = 2;
    std::vector<int> parties;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const Row& before = rows[order[(i + order.size() - 1) % order.size()]];
      const Row& one = rows[order[i]];
      if (before.to == 0 || one.from == 0)
        truth = std::min(truth, 1);
      else if (before.to != one.from)
        return 0;
      parties.push_back(one.from != 0 ? one.from : before.to);
      for (std::size_t j = 0; j < i; ++j)
        truth = std::min({truth, in_order(rows[order[j]], one), same_code(rows[order[j]], one)});
    }
    const auto distinct = [](const std::vector<int>& some) {
      for (std::size_t i = 0; i < some.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          if (some[i] != 0 && some[i] == some[j]) return false;
      return true;
    };
    if (party == 0) return distinct(parties) ? truth : 0;
    int best = 0;
    for (std::size_t i = 0; i < parties.size(); ++i) {
      if (parties[i] != 0 && parties[i] != party) continue;
      std::vector<int> with = parties;
      with[i] = party;
      if (distinct(with)) best = std::max(best, parties[i] == party ? truth : std::min(truth, 1));
    }
    return best;
  }

  [[nodiscard]] int best(std::vector<std::size_t>& order, int row, int party) const {
    int found = 0;
    if (order.size() >= 3 &&
        (row < 0 || std::find(order.begin(), order.end(), static_cast<std::size_t>(row)) != order.end()))
      found = ring(order, party);
    for (std::size_t next = 0; order.size() < 4 && next < rows.size() && found < 2; ++next) {
      if (std::find(order.begin(), order.end(), next) != order.end()) continue;
      order.push_back(next);
      found = std::max(found, best(order, row, party));
      order.pop_back();
    }
    return found;
  }
};

std::string word_of(int truth) {
  return truth == 2 ? "flagged" : truth == 1 ? "insufficient" : "clear";
}

std::vector<Row> any_rows() {
  return *rc::gen::container<std::vector<Row>>(
      7, rc::gen::apply(
             [](int from, int to, int day, const std::string& code) {
               return Row{from - 1 < 0 ? 1 : from - 1, to - 1 < 0 ? 2 : to - 1, day == 11 ? 0 : day, code};
             },
             rc::gen::inRange(0, 5), rc::gen::inRange(0, 5), rc::gen::inRange(1, 12),
             rc::gen::element<std::string>("270111", "270111", "270112", "2701", "")));
}

std::string csv_of(const std::vector<Row>& rows) {
  constexpr std::array names = {"", "A Ltd", "B Ltd", "C Ltd"};
  std::string csv = columns;
  for (std::size_t i = 0; i < rows.size(); ++i)
    csv += "S" + std::to_string(i) + "," +
           (rows[i].day == 0    ? ""
            : rows[i].day == 10 ? "2018-03"
                                : "2018-03-0" + std::to_string(rows[i].day)) +
           "," + names[static_cast<std::size_t>(rows[i].from)] + "," + names[static_cast<std::size_t>(rows[i].to)] +
           "," + rows[i].code + "\n";
  return csv;
}

RC_GTEST_PROP(CycleProperty, SaysOfAShipmentWhatTryingEveryOrderSays, ()) {
  static OneRule any("cycle: {follow: supplied_by, within_days: 5, max_length: 4}");
  static OneRule same("cycle: {follow: supplied_by, within_days: 8, same: hs6, max_length: 4}");
  const std::vector<Row> rows = any_rows();
  for (auto* rule : {&any, &same}) {
    rule->ask("shipments", csv_of(rows));
    const Naive naive = rule == &any ? Naive{rows, 5, 0} : Naive{rows, 8, 6};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::vector<std::size_t> order;
      const std::string expected = word_of(naive.best(order, static_cast<int>(i), 0));
      const std::string found(to_string(rule->why("S" + std::to_string(i)).verdict));
      if (found != expected)
        RC_FAIL(csv_of(rows) + "S" + std::to_string(i) + ": " + found + ", expected " + expected);
    }
  }
}

RC_GTEST_PROP(CycleProperty, SaysOfACompanyWhatTryingEveryOrderSays, ()) {
  static OneRule rule("cycle: {follow: supplied_by, within_days: 5, max_length: 4}", "", "company");
  const std::vector<Row> rows = any_rows();
  rule.ask("shipments", csv_of(rows));
  const Naive naive{rows, 5, 0};
  for (int party = 1; party <= 3; ++party) {
    const bool known = std::any_of(rows.begin(), rows.end(),
                                   [party](const Row& row) { return row.from == party || row.to == party; });
    if (!known) continue;
    const std::string name = std::string(1, static_cast<char>('A' + party - 1)) + " Ltd";
    std::vector<std::size_t> order;
    const std::string expected = word_of(naive.best(order, -1, party));
    const std::string found(to_string(rule.why(name).verdict));
    if (found != expected) RC_FAIL(csv_of(rows) + name + ": " + found + ", expected " + expected);
  }
}

}  // namespace
}  // namespace assay
