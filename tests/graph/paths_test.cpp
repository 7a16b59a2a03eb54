#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searching.h"

// Paths upstream from a shipment: what they find, what ends them, and what leaves them open.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Everybody's inputs are vouched for, so that only what is in the tables opens a question.
std::string vouched_for(std::initializer_list<std::string_view> parties) {
  std::string text = "party,statement,goods,from,to,date,grade\n";
  for (const std::string_view party : parties)
    text += std::string(party) + ",inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A\n";
  return text;
}

// ---- what a path is

TEST(Paths, LeadFromAShipmentThroughItsSellerToWhatTheSellerBought) {
  const GraphText g({{"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S1,2018-03-01,Hill Mine,Ferry Trading,260111,KP
    S2,2018-05-01,Ferry Trading,Iron Works,260111,CN)"}});
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S2"), "flagged");
  EXPECT_EQ(searched.path("S2"), "S2 > Ferry Trading > S1 > KP");
}

TEST(Paths, DoNotFlagTheFirstPurchaseWhichIsAnotherRulesQuestion) {
  const GraphText g({{"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-03-01,Hill Mine,Ferry Trading,260111,KP)"},
                     {"suppliers", "supplier_name,country\nHill Mine,CN\n"},
                     {"declarations", vouched_for({"Hill Mine"})}});
  EXPECT_EQ(Searched(g).verdict("S1"), "clear");
  EXPECT_EQ(Searched(g, directly()).verdict("S1"), "flagged");
  EXPECT_EQ(Searched(g, directly()).path("S1"), "S1 > KP");
}

TEST(Paths, GoThroughSeveralHandsAndSeveralGoods) {
  const GraphText g({{"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S1,2017-03-01,Hill Mine,Ferry Trading,260111,KP
    S2,2017-06-01,Ferry Trading,Smelter,260111,CN
    S3,2018-01-01,Smelter,Rolling Mill,720110,CN
    S4,2018-09-01,Rolling Mill,Iron Works,720110,CN)"}});
  const Searched searched(g);
  EXPECT_EQ(searched.path("S2"), "S2 > Ferry Trading > S1 > KP");
  EXPECT_EQ(searched.path("S3"), "S3 > Smelter > S2 > Ferry Trading > S1 > KP");
  EXPECT_EQ(searched.path("S4"), "S4 > Rolling Mill > S3 > Smelter > S2 > Ferry Trading > S1 > KP");
}

TEST(Paths, AreTimedHopByHop) {
  // The look-back counts between neighbours, so slow goods are followed for longer than 730 days in all.
  const GraphText slow({{"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S1,2014-03-01,Hill Mine,Ferry Trading,260111,KP
    S2,2016-01-01,Ferry Trading,Smelter,260111,CN
    S3,2017-12-01,Smelter,Iron Works,720110,CN)"}});
  EXPECT_EQ(Searched(slow).verdict("S3"), "flagged");
  const GraphText broken({{"suppliers", "supplier_name,country,city\nFerry Trading,DE,Hamburg\nSmelter,DE,Hamburg\n"},
                          {"shipments", R"(
                            shipment_id,date,consignor,buyer,hs_code,origin_country
                            S1,2018-06-01,Hill Mine,Ferry Trading,260111,KP
                            S2,2018-01-01,Ferry Trading,Smelter,260111,CN
                            S3,2018-09-01,Smelter,Iron Works,720110,CN)"},
                          {"declarations", vouched_for({"Ferry Trading", "Smelter"})}});
  EXPECT_EQ(Searched(broken).verdict("S3"), "clear") << "what the smelter got had left before the ore came in";
}

TEST(Paths, EndAtASellerInTheDprk) {
  const GraphText g({{"suppliers", "supplier_name,country\nHill Mine,KP\n"}, {"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S1,2018-03-01,Hill Mine,Ferry Trading,260111,CN
    S2,2018-05-01,Ferry Trading,Iron Works,260111,CN)"}});
  const Searched searched(g);
  EXPECT_EQ(searched.path("S2"), "S2 > Ferry Trading > S1 > Hill Mine > KP");
  EXPECT_EQ(Searched(g, directly()).path("S1"), "S1 > Hill Mine > KP");
}

TEST(Paths, EndAtASiteInTheDprkThatMakesTheGoods) {
  const auto verdict = [](const std::string& commodity) {
    const GraphText g({{"suppliers", "supplier_name,country,city\nHill Holding,DE,Hamburg\n"},
                       {"sites", "site,operator,country,type,commodity\nMusan Pit,Hill Holding,KP,mine,iron ore\n"},
                       {"shipments",
                        "shipment_id,date,consignor,buyer,hs_code,origin_country,commodity\n"
                        "S1,2018-03-01,Hill Holding,Ferry Trading,260111,CN," +
                            commodity + "\n"}});
    const Searched searched(g, directly());
    return searched.verdict("S1") + " " + searched.path("S1");
  };
  EXPECT_EQ(verdict("Iron-Ore"), "flagged S1 > Hill Holding > Musan Pit > KP");
  EXPECT_EQ(verdict("squid"), "open: ambiguous site.commodity at sites.csv:2 ");
  EXPECT_EQ(verdict(""), "open: ambiguous site.commodity at sites.csv:2 ");
}

TEST(Paths, DoNotEndAtASiteElsewhere) {
  const GraphText g({{"suppliers", "supplier_name,country,city\nHill Holding,DE,Hamburg\n"},
                     {"sites", R"(
                       site,operator,country,type,commodity
                       Red Ridge,Hill Holding,AU,mine,iron ore)"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,origin_country,commodity
                       S1,2018-03-01,Hill Holding,Ferry Trading,AU,iron ore)"}});
  EXPECT_EQ(Searched(g, directly()).verdict("S1"), "clear");
}

TEST(Paths, OfSeveralOfOneLengthTakeTheEarliest) {
  const GraphText g({{"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S1,2018-03-01,Hill Mine,Ferry Trading,260111,KP
    S0,2018-02-01,Other Mine,Ferry Trading,260111,KP
    S2,2018-05-01,Ferry Trading,Iron Works,260111,CN)"}});
  EXPECT_EQ(Searched(g).path("S2"), "S2 > Ferry Trading > S0 > KP");
}

TEST(Paths, TakeTheShortest) {
  const GraphText g({{"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S1,2017-01-01,Hill Mine,Quay Metals,260111,KP
    S2,2017-02-01,Quay Metals,Ferry Trading,260111,CN
    S3,2018-03-01,Other Mine,Ferry Trading,260111,KP
    S4,2018-05-01,Ferry Trading,Iron Works,260111,CN)"}});
  EXPECT_EQ(Searched(g).path("S4"), "S4 > Ferry Trading > S3 > KP");
}

TEST(Paths, StopAtTheMostHopsThatAreAsked) {
  const GraphText g({{"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S1,2017-01-01,Hill Mine,Quay Metals,260111,KP
    S2,2017-02-01,Quay Metals,Ferry Trading,260111,CN
    S3,2017-03-01,Ferry Trading,Iron Works,260111,CN)"}});
  PathQuestion question = through_others();
  question.max_hops = 5;
  EXPECT_EQ(Searched(g, question).verdict("S3"), "flagged");
  question.max_hops = 4;
  EXPECT_EQ(Searched(g, question).verdict("S2"), "flagged");
  EXPECT_NE(Searched(g, question).verdict("S3"), "flagged");
}

// ---- cycles

TEST(Cycles, EndAndFlagWhatCameIn) {
  const GraphText g({{"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S1,2018-01-01,Hill Mine,A,260111,KP
    S2,2018-02-01,A,B,260111,CN
    S3,2018-03-01,B,A,260111,CN
    S4,2018-04-01,A,Iron Works,260111,CN)"}});
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S2"), "flagged");
  EXPECT_EQ(searched.verdict("S3"), "flagged");
  EXPECT_EQ(searched.path("S4"), "S4 > A > S1 > KP") << "not around the ring";
}

TEST(Cycles, WithoutASourceAreClearWhenAllIsVouchedFor) {
  const GraphText g({{"suppliers", "supplier_name,country,city\nA,DE,Hamburg\nB,DE,Hamburg\n"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-01-01,A,B,260111,CN
                       S2,2018-01-02,B,A,260111,CN)"},
                     {"declarations", vouched_for({"A", "B"})}});
  EXPECT_EQ(Searched(g).verdict("S1"), "clear");
  EXPECT_EQ(Searched(g).verdict("S2"), "clear");
}

TEST(Cycles, BringGoodsBackToWhoSoldThem) {
  // A sells DPRK ore to B and gets it back: what A sells then has come through others.
  const GraphText g({{"suppliers", "supplier_name,country,city\nA,DE,Hamburg\nB,DE,Hamburg\n"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-01-01,A,B,260111,KP
                       S2,2018-01-03,B,A,260111,CN)"},
                     {"declarations", vouched_for({"A", "B"})}});
  const Searched searched(g);
  EXPECT_EQ(searched.path("S2"), "S2 > B > S1 > KP");
  EXPECT_EQ(searched.path("S1"), "S1 > A > S2 > B > S1 > KP") << "within the slack of the papers";
}

TEST(Cycles, OfAPartyThatSellsToItselfEnd) {
  const GraphText g({{"suppliers", "supplier_name,country,city\nA,DE,Hamburg\n"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-01-01,A,A,260111,CN
                       S2,2018-02-01,A,A,260111,CN
                       S3,2018-03-01,A,Iron Works,260111,CN)"},
                     {"declarations", vouched_for({"A"})}});
  for (const auto* id : {"S1", "S2", "S3"}) EXPECT_EQ(Searched(g).verdict(id), "clear") << id;
}

TEST(Cycles, OfDealsThatMayHaveFedEachOtherNameARootCause) {
  const GraphText g({{"suppliers", "supplier_name,country,city\nA,DE,Hamburg\nB,DE,Hamburg\n"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,,A,B,260111,
                       S2,,B,A,260111,CN
                       S3,2018-03-01,A,Iron Works,260111,CN)"},
                     {"declarations",
                      "party,statement,goods,from,to,date,grade\n"
                      "A,inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A\n"}});
  EXPECT_EQ(Searched(g).verdict("S3"), "open: frontier B") << "B sold S2, and nobody vouches for B";
}

// ---- what leaves a path open

TEST(OpenPaths, WaitForASellerWhoseInputsNobodyVouchesFor) {
  const GraphText g({{"suppliers", "supplier_name,country,city\nFerry Trading,DE,Hamburg\n"}, {"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S2,2018-05-01,Ferry Trading,Iron Works,260111,CN)"}});
  EXPECT_EQ(Searched(g).verdict("S2"), "open: frontier Ferry Trading");
}

TEST(OpenPaths, WaitForASellerThatIsNotNamed) {
  const GraphText g({{"shipments", R"(
    shipment_id,date,consignor,buyer,hs_code,origin_country
    S2,2018-05-01,,Iron Works,260111,CN)"}});
  EXPECT_EQ(Searched(g).verdict("S2"), "open: blank shipment.supplier at shipments.csv:2");
}

/// Quay Metals sold to Ferry Trading, whose own inputs are vouched for; what the one row of Quay Metals says decides.
std::string upstream(const std::string& row, const std::string& suppliers, const std::string& more = "") {
  const GraphText g(
      {{"suppliers", "supplier_id,supplier_name,country,city\nV-1,Ferry Trading,DE,Hamburg\n" + suppliers},
       {"shipments", "shipment_id,date,consignor,buyer,hs_code,commodity,origin_country\n" + row +
                         "S2,2018-05-01,Ferry Trading,Iron Works,260111,iron ore,CN\n"},
       {"declarations", vouched_for({"Ferry Trading", "Quay Metals", "V-2"})},
       {"sites", "site,operator,country,type,commodity\n" + more}});
  return Searched(g).verdict("S2");
}

TEST(OpenPaths, WaitForTheNearestCellThatSaysNothing) {
  const std::string quay = "V-2,Quay Metals,DE,Hamburg\n";
  EXPECT_EQ(upstream("S1,2018-03-01,Quay Metals,Ferry Trading,260111,iron ore,AU\n", quay), "clear");
  EXPECT_EQ(upstream("S1,2018-03-01,Quay Metals,Ferry Trading,260111,iron ore,\n", quay),
            "open: blank shipment.origin_country at shipments.csv:2");
  EXPECT_EQ(upstream("S1,2018-03-01,Quay Metals,Ferry Trading,260111,iron ore,Korea\n", quay),
            "open: ambiguous shipment.origin_country at shipments.csv:2");
  EXPECT_EQ(upstream("S1,2018-03-01,,Ferry Trading,260111,iron ore,AU\n", quay),
            "open: blank shipment.supplier at shipments.csv:2");
}

TEST(OpenPaths, WaitForTheCountryOfASellerUpstream) {
  const std::string row = "S1,2018-03-01,Quay Metals,Ferry Trading,260111,iron ore,AU\n";
  EXPECT_EQ(upstream(row, "V-2,Quay Metals,,\n"), "open: blank supplier.country at suppliers.csv:3");
  EXPECT_EQ(upstream(row, "V-2,Quay Metals,Korea,\n"), "open: ambiguous supplier.country at suppliers.csv:3");
  EXPECT_EQ(upstream(row, "V-2,Quay Metals,xx,\n"), "open: unreadable supplier.country at suppliers.csv:3");
  EXPECT_EQ(upstream(row, ""), "open: frontier Quay Metals") << "no row describes it";
}

TEST(OpenPaths, WaitForTheCellThatSaysWhichOfTwoPartiesSold) {
  EXPECT_EQ(upstream("S1,2018-03-01,Quay Metals,Ferry Trading,260111,iron ore,AU\n",
                     "V-2,Quay Metals,KP,\nV-3,Quay Metals,DE,Hamburg\n"),
            "open: ambiguous shipment.supplier at shipments.csv:2");
  EXPECT_EQ(upstream("S1,2018-03-01,Quay Metals,Ferry Trading,260111,iron ore,AU\n",
                     "V-2,Quay Metals,AT,Wien\nV-3,Quay Metals,DE,Hamburg\n"),
            "open: frontier Quay Metals")
      << "neither is in the DPRK, but nobody vouches for both";
}

TEST(OpenPaths, WaitForTheCountryOfASiteUpstream) {
  const std::string row = "S1,2018-03-01,Quay Metals,Ferry Trading,260111,iron ore,AU\n";
  const std::string quay = "V-2,Quay Metals,DE,Hamburg\n";
  EXPECT_EQ(upstream(row, quay, "Red Ridge,Quay Metals,,mine,iron ore\n"), "open: blank site.country at sites.csv:2");
  EXPECT_EQ(upstream(row, quay, "Red Ridge,Quay Metals,Korea,mine,iron ore\n"),
            "open: ambiguous site.country at sites.csv:2");
  EXPECT_EQ(upstream(row, quay, "Red Ridge,Quay Metals,KP,mine,coal\n"),
            "open: ambiguous site.commodity at sites.csv:2");
  EXPECT_EQ(upstream(row, quay, "Red Ridge,Quay Metals,KP,mine,\n"), "open: blank site.commodity at sites.csv:2");
  EXPECT_EQ(upstream(row, quay, "Red Ridge,Quay Metals,AU,mine,\n"), "clear");
}

TEST(OpenPaths, WaitForTheRootNotForWhatLiesBetween) {
  const GraphText g({{"suppliers", R"(
                       supplier_name,country,city
                       A,DE,Hamburg
                       B,DE,Hamburg
                       C,DE,Hamburg)"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-01-01,A,B,260111,
                       S2,2018-02-01,B,C,260111,CN
                       S3,2018-03-01,C,Iron Works,260111,CN)"},
                     {"declarations", vouched_for({"A", "B", "C"})}});
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S1"), "clear") << "its own origin is another rule's question";
  EXPECT_EQ(searched.verdict("S2"), "open: blank shipment.origin_country at shipments.csv:2");
  EXPECT_EQ(searched.verdict("S3"), "open: blank shipment.origin_country at shipments.csv:2");
}

TEST(OpenPaths, WaitForALinkThatIsNotSureWhereTheGoodsBehindItSurelyAre) {
  const GraphText g({{"suppliers", "supplier_name,country,city\nA,DE,Hamburg\nB,DE,Hamburg\nC,DE,Hamburg\n"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-01-01,A,B,260111,KP
                       S2,2018-02-01,B,C,260111,CN
                       S3,2018-03-01,C,Iron Works,,CN)"},
                     {"declarations", vouched_for({"A", "B", "C"})}});
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S2"), "flagged");
  EXPECT_EQ(searched.verdict("S3"), "open: blank shipment.hs_code at shipments.csv:4");
}

TEST(OpenPaths, AskForAColumnThatNoInputHas) {
  const GraphText g({{"shipments", R"(
                       shipment_id,consignor,buyer,hs_code,origin_country
                       S1,Hill Mine,Ferry Trading,260111,KP
                       S2,Ferry Trading,Iron Works,260111,CN)"},
                     {"declarations", vouched_for({"Ferry Trading"})}});
  EXPECT_EQ(Searched(g).verdict("S2"), "open: frontier Ferry Trading")
      << "without a date no declaration covers the sale";
  const GraphText no_origin({{"shipments", R"(
                               shipment_id,date,consignor,buyer,hs_code
                               S1,2018-03-01,Quay Metals,Ferry Trading,260111
                               S2,2018-05-01,Ferry Trading,Iron Works,260111)"},
                             {"suppliers",
                              "supplier_name,country,city\nQuay Metals,DE,Hamburg\n"
                              "Ferry Trading,DE,Hamburg\n"},
                             {"declarations", vouched_for({"Ferry Trading", "Quay Metals"})}});
  EXPECT_EQ(Searched(no_origin).verdict("S2"), "open: not_asked shipment.origin_country");
}

// ---- what is clear

TEST(ClearPaths, SayWhichCellsTheyRestOn) {
  const GraphText g({{"suppliers", "supplier_name,country,city\nA,DE,Hamburg\nB,DE,Hamburg\n"},
                     {"sites", "site,operator,country,type,commodity\nRed Ridge,A,AU,mine,iron ore\n"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,commodity,hs_code,origin_country
                       S1,2018-01-01,A,B,iron ore,260111,AU
                       S2,2018-02-01,B,Iron Works,iron ore,260111,AU)"},
                     {"declarations", vouched_for({"B"})}});
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S2"), "clear");
  EXPECT_THAT(searched.rests_on("S2"), ElementsAre("declarations.csv:2", "sites.csv:2"));
  EXPECT_THAT(searched.rests_on("S1"), ElementsAre("sites.csv:2"));
}

// ---- loading and transit

std::string touch(const std::string& cells) {
  const GraphText g(
      {{"shipments", "shipment_id,consignor,load_port,load_country,transit\nS1,Ferry Trading," + cells + "\n"}});
  const Searched searched(g, touching());
  const std::string verdict = searched.verdict("S1");
  return verdict == "flagged" ? searched.path("S1") : verdict;
}

TEST(Loading, InTheDprkIsFoundByPortOrCountry) {
  EXPECT_EQ(touch("KPNAM,,none"), "S1 > Nampo");
  EXPECT_EQ(touch("Port Nowhere,KP,none"), "S1 > KP");
  EXPECT_EQ(touch(",KP,none"), "S1 > KP");
  EXPECT_EQ(touch("CNDLC,CN,Rajin"), "S1 > Rajin");
}

TEST(Loading, ElsewhereIsClear) {
  EXPECT_EQ(touch("CNDLC,CN,none"), "clear");
  EXPECT_EQ(touch("CNDLC,,none"), "clear");
  EXPECT_EQ(touch(",CN,none"), "clear") << "the country decides";
}

TEST(Loading, ThatNobodySaysStaysOpen) {
  EXPECT_EQ(touch(",,none"), "open: blank shipment.load_port at shipments.csv:2");
  EXPECT_EQ(touch("Port Nowhere,,none"), "open: unreadable shipment.load_port at shipments.csv:2");
  EXPECT_EQ(touch(",Korea,none"), "open: blank shipment.load_port at shipments.csv:2");
  EXPECT_EQ(touch("CNDLC,CN,"), "open: blank shipment.transit at shipments.csv:2");
  EXPECT_EQ(touch("CNDLC,CN,Port Nowhere"), "open: unreadable shipment.transit at shipments.csv:2");
}

TEST(Loading, WhoseTwoCellsContradictEachOtherIsNotClear) {
  EXPECT_EQ(touch("Nampo,CN,none"), "open: ambiguous shipment.load_port at shipments.csv:2");
  EXPECT_EQ(touch("KPNAM,CN,none"), "S1 > Nampo") << "a code is no name that two places may share";
  EXPECT_EQ(touch("CNDLC,KP,none"), "S1 > KP");
}

}  // namespace
}  // namespace assay::test
