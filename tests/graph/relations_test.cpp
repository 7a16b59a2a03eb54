#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searching.h"

// Words between two parties: which relation they mean, in which direction, and what follows from them.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// "Hill Mine owned_by Hill Holding"; a stated deal as "Iron Works supplied_by Hill Mine".
std::vector<std::string> facts_of(const GraphText& g) {
  const auto name = [&g](VertexId v) { return v == no_vertex ? "nobody" : entity_of(g.graph, v).name; };
  std::vector<std::string> all;
  for (const Fact& fact : g.graph.facts)
    all.push_back(name(fact.from) + " " + std::string(to_string(fact.relation)) + " " + name(fact.to) +
                  (fact.sure ? "" : " (not sure)"));
  for (const StatedDeal& deal : g.graph.stated_deals)
    all.push_back(name(deal.buyer) + " supplied_by " + name(deal.seller));
  return all;
}

std::vector<std::string> said(const std::string& word) {
  return facts_of(GraphText({{"relations", "source,relation,target\nA," + word + ",B\n"}}));
}

TEST(RelationWords, HaveADirection) {
  EXPECT_THAT(said("owns"), ElementsAre("B owned_by A"));
  EXPECT_THAT(said("subsidiary of"), ElementsAre("A owned_by B"));
  EXPECT_THAT(said("parent"), ElementsAre("A owned_by B"));
  EXPECT_THAT(said("parent of"), ElementsAre("B owned_by A"));
  EXPECT_THAT(said("controls"), ElementsAre("B controlled_by A"));
  EXPECT_THAT(said("manages"), ElementsAre("B controlled_by A"));
  EXPECT_THAT(said("buys_from"), ElementsAre("A supplied_by B"));
  EXPECT_THAT(said("supplies"), ElementsAre("B supplied_by A"));
  EXPECT_THAT(said("采购自"), ElementsAre("A supplied_by B"));
  EXPECT_THAT(said("recruits_from"), ElementsAre("A labour_from B"));
  EXPECT_THAT(said("subcontracts to"), ElementsAre("A subcontracts_to B"));
}

TEST(RelationWords, AreReadInAnyCaseAndWithUnderscores) {
  EXPECT_THAT(said("BUYS FROM"), ElementsAre("A supplied_by B"));
  EXPECT_THAT(said("Owned-By"), ElementsAre("A owned_by B"));
}

TEST(RelationWords, MayBeTheNamesOfRelations) {
  EXPECT_THAT(said("located_in"), ElementsAre("A located_in B"));
  EXPECT_THAT(said("shares_contact"), ElementsAre("A shares_contact B", "B shares_contact A"))
      << "it holds of either what it holds of the other";
}

TEST(RelationWords, ThatNobodyKnowsMayMeanThatEitherSellsToTheOtherOrOwnsIt) {
  const auto any = UnorderedElementsAre("A supplied_by B", "B supplied_by A", "A owned_by B (not sure)",
                                        "B owned_by A (not sure)");
  EXPECT_THAT(said("befriends"), any);
  EXPECT_THAT(said(""), any);
  const GraphText g({{"relations", "source,relation,target\nA,befriends,B\n"}});
  EXPECT_THAT(g.complaints("\"befriends\" is no relation that is known"), ElementsAre("relations.csv:2:3"));
}

TEST(RelationWords, AllMeanWhatTheListSays) {
  for (std::size_t i = 0; i < relation_count; ++i) {
    const auto relation = static_cast<Relation>(i);
    const auto word = relation_word(to_string(relation));
    ASSERT_TRUE(word) << to_string(relation);
    const bool is_purchase = relation == Relation::sourced_from;  // between parties it says who sold
    EXPECT_EQ(word->relation, is_purchase ? Relation::supplied_by : relation);
    EXPECT_FALSE(word->reversed) << to_string(relation);
    EXPECT_EQ(relation_from(to_string(relation)), relation);
  }
  EXPECT_FALSE(relation_word("befriends"));
  EXPECT_FALSE(relation_from("buys from")) << "rules write the names of relations only";
}

TEST(Relations, WithAnEndThatNobodyNamesAreNotSure) {
  const GraphText g({{"relations", "source,relation,target\n,owns,B\n"}});
  EXPECT_THAT(facts_of(g), ElementsAre("B owned_by nobody (not sure)"));
}

TEST(Relations, OfATableOfOwnersNeedNoWord) {
  const GraphText g({{"ownership", "owner,owned,share_pct\nHill Holding,Hill Mine,51\n"}});
  EXPECT_THAT(facts_of(g), ElementsAre("Hill Mine owned_by Hill Holding"));
}

TEST(Relations, ComeFromTheColumnsOfSuppliersToo) {
  const GraphText g({{"suppliers", R"(
    supplier_name,country,parent_company,owner
    Hill Mine,CN,Hill Group,
    Iron Works,DE,,Ms Smith)"}});
  EXPECT_THAT(facts_of(g), UnorderedElementsAre("Hill Mine owned_by Hill Group", "Iron Works owned_by Ms Smith"));
}

// ---- stated deals

Date interval(const std::string& from, const std::string& to, Day& last) {
  const GraphText g({{"relations", "source,relation,target,from,to\nA,buys_from,B," + from + "," + to + "\n"}});
  const StatedDeal& deal = g.graph.stated_deals.at(0);
  last = deal.last;
  return {deal.first, Precision::day, Known::yes};
}

TEST(StatedDeals, LastFromTheFirstToTheLastDay) {
  Day last = 0;
  EXPECT_EQ(to_string(interval("2016-03", "2017", last)), "2016-03-01");
  EXPECT_EQ(day_to_string(last), "2017-12-31");
}

TEST(StatedDeals, WithoutBothDaysAreOfUnknownTime) {
  for (const auto& [from, to] : {std::pair("", ""), {"2016-03-01", ""}, {"", "2017-03-01"}, {"soon", "2017-03-01"}}) {
    Day last = 0;
    EXPECT_EQ(interval(from, to, last).first, earliest_day) << from << " " << to;
    EXPECT_EQ(last, latest_day);
  }
}

TEST(StatedDeals, ThatEndBeforeTheyBeginAreOfUnknownTimeAndToldToTheUser) {
  Day last = 0;
  EXPECT_EQ(interval("2017-03-01", "2016-03-01", last).first, earliest_day);
  EXPECT_EQ(last, latest_day);
  const GraphText g({{"relations", "source,relation,target,from,to\nA,buys_from,B,2017-03-01,2016-03-01\n"}});
  EXPECT_THAT(g.complaints("this relation ends 2016-03-01, before it begins 2017-03-01"),
              ElementsAre("relations.csv:2:26"));
}

/// Hill Mine of the DPRK sells to Ferry Trading, as a relation says; Ferry Trading's own inputs are vouched for.
std::string sold_by_ferry(const std::string& relations, const std::string& date = "2018-05-01") {
  const GraphText g({{"suppliers", R"(
                       supplier_name,country,city
                       Hill Mine,KP,
                       Ferry Trading,DE,Hamburg)"},
                     {"relations", "source,relation,target,from,to\n" + relations},
                     {"shipments",
                      "shipment_id,date,consignor,buyer,hs_code,origin_country\n"
                      "S1," +
                          date + ",Ferry Trading,Iron Works,260111,DE\n"},
                     {"declarations", R"(
                       party,statement,goods,from,to,date,grade
                       Ferry Trading,inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A)"}});
  return Searched(g).verdict("S1");
}

TEST(StatedDeals, OpenAQuestionAndNeverFlag) {
  EXPECT_EQ(sold_by_ferry("Ferry Trading,buys_from,Hill Mine,2018-01-01,2018-12-31\n"),
            "open: ambiguous relation.relation at relations.csv:2");
  EXPECT_EQ(sold_by_ferry("Ferry Trading,buys_from,Hill Mine,,\n"),
            "open: ambiguous relation.relation at relations.csv:2");
}

TEST(StatedDeals, OfAnotherTimeOrInTheOtherDirectionOpenNothing) {
  EXPECT_EQ(sold_by_ferry(""), "clear");
  EXPECT_EQ(sold_by_ferry("Ferry Trading,buys_from,Hill Mine,2010-01-01,2011-12-31\n"), "clear");
  EXPECT_EQ(sold_by_ferry("Ferry Trading,supplies,Hill Mine,2018-01-01,2018-12-31\n"), "clear");
  EXPECT_EQ(sold_by_ferry("Ferry Trading,owns,Hill Mine,2018-01-01,2018-12-31\n"), "clear")
      << "who owns a mine is another question";
}

TEST(StatedDeals, WhoseDatesAreReversedStayOpen) {
  EXPECT_EQ(sold_by_ferry("Ferry Trading,buys_from,Hill Mine,2018-12-31,2010-01-01\n"),
            "open: ambiguous relation.relation at relations.csv:2");
}

TEST(StatedDeals, OfAnUnknownWordStayOpen) {
  EXPECT_EQ(sold_by_ferry("Hill Mine,befriends,Ferry Trading,,\n"),
            "open: ambiguous relation.relation at relations.csv:2");
  EXPECT_EQ(sold_by_ferry("Ferry Trading,befriends,Hill Mine,,\n"),
            "open: ambiguous relation.relation at relations.csv:2");
}

TEST(StatedDeals, StandInTheMiddleOfAPathToo) {
  // Ore of the DPRK was shipped to Quay Metals, of whom a relation says that Ferry Trading buys there.
  const GraphText g({{"suppliers", R"(
                       supplier_name,country,city
                       Quay Metals,DE,Hamburg
                       Ferry Trading,DE,Hamburg)"},
                     {"relations", "source,relation,target\nFerry Trading,buys_from,Quay Metals\n"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-03-01,Hill Mine,Quay Metals,260111,KP
                       S2,2018-05-01,Ferry Trading,Iron Works,260111,DE
                       S3,2018-05-01,Quay Metals,Iron Works,720110,DE)"},
                     {"declarations", R"(
                       party,statement,goods,from,to,date,grade
                       Quay Metals,inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A
                       Ferry Trading,inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A)"}});
  const Searched searched(g);
  EXPECT_THAT(searched.verdict("S2"), testing::StartsWith("open: "));
  EXPECT_EQ(searched.verdict("S3"), "flagged");
}

TEST(StatedDeals, AreNoSubjectsOfTheirOwn) {
  const GraphText g({{"relations", "source,relation,target\nFerry Trading,buys_from,Hill Mine\n"}});
  EXPECT_EQ(g.graph.subjects(SubjectKind::shipment), 0U);
  EXPECT_EQ(g.graph.stated_deals.size(), 1U);
}

}  // namespace
}  // namespace assay::test
