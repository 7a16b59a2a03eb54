#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/evaluate.h"
#include "searching.h"

// Long chains and large hubs. Nothing here asserts a time, but a search that looked at every pair of deals, or walked
// a chain anew for each of its members, would not end within the time that a test is given.

namespace assay::test {
namespace {

std::string number(std::size_t i) {
  return std::to_string(i);
}

/// The day's ISO text, so many days behind the first of January 2000.
std::string on(std::size_t days) {
  return day_to_string(to_day(2000, 1, 1) + static_cast<Day>(days));
}

class Stopwatch {
 public:
  explicit Stopwatch(const char* what) : what_(what) {}
  ~Stopwatch() {
    const auto spent = std::chrono::steady_clock::now() - start_;
    testing::Test::RecordProperty(
        what_, static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(spent).count()));
  }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;
  Stopwatch(Stopwatch&&) = delete;
  Stopwatch& operator=(Stopwatch&&) = delete;

 private:
  const char* what_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

constexpr std::size_t long_chain = 20'000;

/// P0 sells to P1 on one day, P1 to P2 on the next but one …; the first row's origin is given, the others' is CN.
std::string chain(const std::string& origin) {
  std::string rows = "shipment_id,date,consignor,buyer,hs_code,origin_country\n";
  for (std::size_t i = 0; i < long_chain; ++i)
    rows += "S" + number(i) + "," + on(i / 4) + ",P" + number(i) + ",P" + number(i + 1) + ",260111," +
            (i == 0 ? origin : "CN") + "\n";
  return rows;
}

std::string everybody_vouched_for() {
  std::string suppliers = "party,statement,goods,from,to,date,grade\n";
  for (std::size_t i = 0; i < long_chain; ++i)
    suppliers += "P" + number(i) + ",inputs_complete,all,1990-01-01,2030-12-31,2019-06-01,A\n";
  return suppliers;
}

std::string everybody_in(const std::string& country) {
  std::string suppliers = "supplier_name,country,city\n";
  for (std::size_t i = 0; i < long_chain; ++i) suppliers += "P" + number(i) + "," + country + ",Hamburg\n";
  return suppliers;
}

TEST(LongChain, IsFlaggedToItsEndWithAProofOfAllItsHops) {
  const GraphText g({{"shipments", chain("KP")}});
  const Stopwatch watch("milliseconds");
  const Searched searched(g);
  EXPECT_EQ(searched.search().answer().sure.count(), long_chain - 1);
  const auto proof = searched.search().proof(g.shipment("S" + number(long_chain - 1)));
  EXPECT_EQ(proof.size(), 2 * (long_chain - 1) + 1);
  EXPECT_EQ(proof.back().to.name, "KP");
}

TEST(LongChain, StaysOpenToItsEndForTheOneCellAtItsBeginning) {
  const GraphText g(
      {{"suppliers", everybody_in("DE")}, {"shipments", chain("")}, {"declarations", everybody_vouched_for()}});
  const Stopwatch watch("milliseconds");
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S" + number(long_chain - 1)), "open: blank shipment.origin_country at shipments.csv:2");
  EXPECT_EQ(searched.search().answer().possible.count(), long_chain - 1);
}

TEST(LongChain, IsOneQuestionForAllItsMembers) {
  const GraphText g(
      {{"suppliers", everybody_in("DE")}, {"shipments", chain("")}, {"declarations", everybody_vouched_for()}});
  const Stopwatch watch("milliseconds");
  EvaluateOptions only_paths;
  const std::vector<Rule>& rules = shipped_packs().rules.rules;
  std::size_t number_of_rule = rules.size();
  for (std::size_t r = 0; r < rules.size(); ++r) {
    only_paths.selected.push_back(rules[r].id == "dprk-indirect-origin");
    if (only_paths.selected.back()) number_of_rule = r;
  }
  ASSERT_LT(number_of_rule, rules.size());
  const Evaluation evaluation = evaluate(shipped_packs().rules, g.graph, only_paths);
  ASSERT_EQ(evaluation.findings.size(), 1U);
  EXPECT_EQ(evaluation.findings[0].settles, long_chain - 1);
  EXPECT_EQ(evaluation.by_rule[number_of_rule].clear, 1U) << "the first row is another rule's";
}

// ---- hubs

constexpr std::size_t many = 40'000;

struct Hub {
  std::string origin_in = "KP";
  std::string date_in = "2018-03-01";
  std::string date_out = "2018-05-01";
  std::string hub_in = "Hub";
  std::string hub_out = "Hub";
  std::string suppliers = "supplier_name,country,city\nHub,DE,Hamburg\nMine,DE,Hamburg\n";
  std::string declarations = R"(
    party,statement,goods,from,to,date,grade
    Hub,inputs_complete,all,1990-01-01,2030-12-31,2019-06-01,A
    Mine,inputs_complete,all,1990-01-01,2030-12-31,2019-06-01,A)";
  std::size_t in = many;
  std::size_t out = many;

  /// Answers of the shipments that the hub sold: flagged, open, clear.
  [[nodiscard]] std::array<std::size_t, 3> answers() const {
    std::string rows = "shipment_id,date,consignor,buyer,hs_code,origin_country\n";
    for (std::size_t i = 0; i < in; ++i)
      rows += "I" + number(i) + "," + date_in + ",Mine," + hub_in + ",260111," + origin_in + "\n";
    for (std::size_t i = 0; i < out; ++i)
      rows += "O" + number(i) + "," + date_out + "," + hub_out + ",Works,260111,CN\n";
    const GraphText g({{"suppliers", suppliers}, {"shipments", rows}, {"declarations", declarations}});
    const Stopwatch watch("milliseconds");
    const Searched searched(g);
    std::array<std::size_t, 3> counts{};
    for (std::size_t i = 0; i < out; ++i) {
      const auto shipment = static_cast<std::uint32_t>(in + i);
      const Truth truth = searched.search().answer().at(shipment);
      ++counts.at(truth == Truth::yes ? 0 : truth == Truth::unknown ? 1 : 2);
      if (truth == Truth::unknown && searched.search().cause(shipment).kind == PathCause::Kind::none)
        ADD_FAILURE() << "nothing says why shipment " << i << " is open";
    }
    return counts;
  }
};

using testing::ElementsAre;

TEST(LargeHub, FlagsAllThatItSoldAfterwards) {
  EXPECT_THAT(Hub().answers(), ElementsAre(many, 0, 0));
}

TEST(LargeHub, LeavesOutWhatItSoldBefore) {
  Hub hub;
  hub.date_out = "2018-01-01";
  EXPECT_THAT(hub.answers(), ElementsAre(0, 0, many));
}

TEST(LargeHub, StaysOpenWhereMonthsOverlap) {
  Hub hub;
  hub.date_in = hub.date_out = "2018-03";
  EXPECT_THAT(hub.answers(), ElementsAre(0, many, 0));
}

TEST(LargeHub, StaysOpenWithoutDates) {
  Hub hub;
  hub.date_in = "";
  EXPECT_THAT(hub.answers(), ElementsAre(0, many, 0));
}

TEST(LargeHub, StaysOpenWhereOriginsAreBlank) {
  Hub hub;
  hub.origin_in = "";
  EXPECT_THAT(hub.answers(), ElementsAre(0, many, 0));
}

TEST(LargeHub, StaysOpenWhereItsNameFitsTwo) {
  Hub hub;
  hub.suppliers = "supplier_name,country,city\nHub,DE,Hamburg\nHub,AT,Wien\nMine,DE,Hamburg\n";
  EXPECT_THAT(hub.answers(), ElementsAre(0, many, 0));
}

TEST(LargeHub, StaysOpenWhereNobodyKnowsWhoBought) {
  Hub hub;
  hub.hub_in = "";
  EXPECT_THAT(hub.answers(), ElementsAre(0, many, 0));
}

}  // namespace
}  // namespace assay::test
