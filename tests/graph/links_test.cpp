#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searching.h"

// When what a party received may be in what it sold: by time, by goods, by party.

namespace assay::test {
namespace {

/// Ferry Trading's inputs are closed, so that only what it surely or maybe received decides.
const std::string declared = R"(
    party,statement,goods,from,to,date,grade
    Ferry Trading,inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A
    Quay Metals,inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A)";

const std::string listed = "supplier_name,country\nFerry Trading,CN\nQuay Metals,CN\n";

std::string code(const std::string& hs) {
  return hs.empty() ? "" : "\"" + hs + "\"";
}

/// Ore of the DPRK arrives at Ferry Trading on one day; Ferry Trading sells on another day.
std::string sold_on(const std::string& arrived, const std::string& sold, const std::string& hs_in = "260111",
                    const std::string& hs_out = "260111") {
  const GraphText g({{"shipments",
                      "shipment_id,date,consignor,buyer,hs_code,origin_country\n"
                      "S1," +
                          arrived + ",Hill Mine,Ferry Trading," + code(hs_in) +
                          ",KP\n"
                          "S2," +
                          sold + ",Ferry Trading,Iron Works," + code(hs_out) + ",CN\n"},
                     {"suppliers", listed},
                     {"declarations", declared}});
  return Searched(g).verdict("S2");
}

// ---- time

TEST(LinkInTime, IsSureFromTheDayOfArrivalOn) {
  EXPECT_EQ(sold_on("2018-03-01", "2018-03-01"), "flagged");
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01"), "flagged");
}

TEST(LinkInTime, ForgivesSevenDaysOfPaperAndNoMore) {
  EXPECT_EQ(sold_on("2018-03-08", "2018-03-01"), "flagged");
  EXPECT_EQ(sold_on("2018-03-09", "2018-03-01"), "clear");
}

TEST(LinkInTime, LooksBackSevenHundredAndThirtyDaysAndNoMore) {
  EXPECT_EQ(sold_on("2016-03-01", "2018-03-01"), "flagged");
  EXPECT_EQ(sold_on("2016-02-29", "2018-03-01"), "clear");
}

TEST(LinkInTime, OfAMonthIsSureOnlyWhereEachOfItsDaysFits) {
  EXPECT_EQ(sold_on("2018-03", "2018-03-24"), "flagged") << "all of March lies before the 24th and seven days";
  EXPECT_EQ(sold_on("2018-03", "2018-03-23"), "open: ambiguous shipment.date at shipments.csv:2");
  EXPECT_EQ(sold_on("2018-03", "2018-02-22"), "open: ambiguous shipment.date at shipments.csv:2");
  EXPECT_EQ(sold_on("2018-03", "2018-02-21"), "clear") << "the first of March and seven days lie behind it";
}

TEST(LinkInTime, OfAMonthSoldIsAnIntervalToo) {
  EXPECT_EQ(sold_on("2018-03-08", "2018-03"), "flagged");
  EXPECT_EQ(sold_on("2018-03-09", "2018-03"), "open: ambiguous shipment.date at shipments.csv:3");
  EXPECT_EQ(sold_on("2018-04-07", "2018-03"), "open: ambiguous shipment.date at shipments.csv:3");
  EXPECT_EQ(sold_on("2018-04-08", "2018-03"), "clear");
}

TEST(LinkInTime, OfAMonthLooksBackFromEachOfItsDays) {
  EXPECT_EQ(sold_on("2016-03-31", "2018-03"), "flagged") << "730 days before the last of March";
  EXPECT_EQ(sold_on("2016-03-30", "2018-03"), "open: ambiguous shipment.date at shipments.csv:3");
  EXPECT_EQ(sold_on("2016-03-01", "2018-03"), "open: ambiguous shipment.date at shipments.csv:3");
  EXPECT_EQ(sold_on("2016-02-29", "2018-03"), "clear");
}

TEST(LinkInTime, OfAYearIsAnInterval) {
  EXPECT_EQ(sold_on("2017", "2018-03-01"), "flagged");
  EXPECT_EQ(sold_on("2018", "2018-03-01"), "open: ambiguous shipment.date at shipments.csv:2");
  EXPECT_EQ(sold_on("2019", "2018-03-01"), "clear");
}

TEST(LinkInTime, OfAnUnknownDateStaysOpenAndAsksForIt) {
  EXPECT_EQ(sold_on("", "2018-03-01"), "open: blank shipment.date at shipments.csv:2");
  EXPECT_EQ(sold_on("soon", "2018-03-01"), "open: unreadable shipment.date at shipments.csv:2");
  EXPECT_EQ(sold_on("03/04/2016", "2018-03-01"), "open: ambiguous shipment.date at shipments.csv:2");
  EXPECT_EQ(sold_on("2031-01-01", "2018-03-01"), "open: unreadable shipment.date at shipments.csv:2")
      << "after the audit's day";
}

// ---- goods

TEST(LinkByGoods, IsSureWithinAHeading) {
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "260111", "2601.12"), "flagged");
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "2601", "26011200"), "flagged");
}

TEST(LinkByGoods, IsSureWhereOneMayBecomeTheOther) {
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "260111", "720110"), "flagged") << "ore and pig iron";
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "2603", "7403"), "flagged") << "copper ore and copper";
}

TEST(LinkByGoods, IsNoneWhereNeitherMayBecomeTheOther) {
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "260111", "030743"), "clear") << "ore and squid";
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "720110", "260111"), "clear") << "pig iron does not become ore";
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "2603", "720110"), "clear") << "copper ore and pig iron";
}

TEST(LinkByGoods, OfACodeThatIsNotKnownStaysOpenAndAsksForIt) {
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "", "260111"), "open: blank shipment.hs_code at shipments.csv:2");
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "260111", ""), "open: blank shipment.hs_code at shipments.csv:3");
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "2.6E+07", "2601"),
            "open: unreadable shipment.hs_code at shipments.csv:2");
}

TEST(LinkByGoods, OfAChapterAloneStaysOpen) {
  EXPECT_EQ(sold_on("2018-03-01", "2018-05-01", "26", "2601"), "open: ambiguous shipment.hs_code at shipments.csv:2");
}

TEST(LinkByGoods, OfATableWithoutCodesWasNotAsked) {
  const GraphText g({{"shipments", R"(
                       shipment_id,date,consignor,buyer,commodity,origin_country
                       S1,2018-03-01,Hill Mine,Ferry Trading,iron ore,KP
                       S2,2018-05-01,Ferry Trading,Iron Works,iron ore,CN)"},
                     {"suppliers", listed},
                     {"declarations", declared}});
  EXPECT_EQ(Searched(g).verdict("S2"), "open: not_asked shipment.hs_code");
}

// ---- party

std::string between(const std::string& bought, const std::string& sold, const std::string& suppliers) {
  const GraphText g({{"suppliers", "supplier_id,supplier_name,country,city\n" + suppliers},
                     {"shipments",
                      "shipment_id,date,consignor,buyer,hs_code,origin_country\n"
                      "S1,2018-03-01,Hill Mine," +
                          bought +
                          ",260111,KP\n"
                          "S2,2018-05-01," +
                          sold + ",Iron Works,260111,CN\n"},
                     {"declarations", declared}});
  return Searched(g).verdict("S2");
}

const std::string ferry = "V-1,Ferry Trading,DE,Hamburg\n";
const std::string quay = "V-2,Quay Metals,DE,Hamburg\n";

TEST(LinkByParty, IsSureWhereIdAndNameMeanOneParty) {
  EXPECT_EQ(between("V-1", "FERRY TRADING", ferry), "flagged");
}

TEST(LinkByParty, IsNoneBetweenDifferentParties) {
  EXPECT_EQ(between("V-2", "V-1", ferry + quay), "clear");
}

TEST(LinkByParty, OfANameThatFitsTwoStaysOpenAndAsksWhoIsMeant) {
  const std::string twins = ferry + "V-3,Ferry Trading,AT,Wien\n";
  EXPECT_EQ(between("Ferry Trading", "V-2", twins + quay), "clear") << "neither of them is Quay Metals";
  const GraphText g({{"suppliers", "supplier_id,supplier_name,country,city\n" + twins},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-03-01,Hill Mine,Ferry Trading,260111,KP
                       S2,2018-05-01,V-1,Iron Works,260111,CN
                       S3,2018-05-01,V-3,Iron Works,260111,CN
                       S4,2018-05-01,Ferry Trading,Iron Works,260111,CN)"},
                     {"declarations", R"(
                       party,statement,goods,from,to,date,grade
                       V-1,inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A
                       V-3,inputs_complete,all,2000-01-01,2030-12-31,2019-06-01,A)"}});
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S2"), "open: ambiguous shipment.buyer at shipments.csv:2");
  EXPECT_EQ(searched.verdict("S3"), "open: ambiguous shipment.buyer at shipments.csv:2");
  EXPECT_EQ(searched.verdict("S4"), "open: frontier Ferry Trading") << "whoever it is, nobody vouches for that name";
}

TEST(LinkByParty, OfTheSameAmbiguousNameTwiceIsNotSure) {
  // Whoever bought may be the one who sold, and may be the other one.
  const GraphText g({{"suppliers", R"(
                       supplier_name,country,city
                       Ferry Trading,DE,Hamburg
                       Ferry Trading,AT,Wien)"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-03-01,Hill Mine,Ferry Trading,260111,KP
                       S2,2018-05-01,Ferry Trading,Iron Works,260111,CN)"}});
  EXPECT_NE(Searched(g).verdict("S2"), "flagged");
  EXPECT_NE(Searched(g).verdict("S2"), "clear");
}

TEST(LinkByParty, OfAShipmentWithoutBuyerStaysOpenForEverySeller) {
  EXPECT_EQ(between("", "V-1", ferry), "open: blank shipment.buyer at shipments.csv:2");
  EXPECT_EQ(between("n/a", "V-2", quay), "open: blank shipment.buyer at shipments.csv:2");
}

TEST(LinkByParty, OfAShipmentWithoutBuyerStillHeedsTimeAndGoods) {
  const GraphText g({{"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-03-01,Hill Mine,,260111,KP
                       S2,2018-02-01,Ferry Trading,Iron Works,260111,CN
                       S3,2018-05-01,Ferry Trading,Iron Works,030743,CN
                       S4,2018-05-01,Ferry Trading,Iron Works,720110,CN)"},
                     {"suppliers", listed},
                     {"declarations", declared}});
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S2"), "clear") << "it left a month before";
  EXPECT_EQ(searched.verdict("S3"), "clear") << "squid holds no ore";
  EXPECT_EQ(searched.verdict("S4"), "open: blank shipment.buyer at shipments.csv:2");
}

TEST(LinkByParty, OfAShipmentWithoutBuyerDoesNotTaintItself) {
  const GraphText g({{"suppliers", "supplier_name,country,city\nFerry Trading,DE,Hamburg\nQuay Metals,DE,Hamburg\n"},
                     {"shipments", R"(
                       shipment_id,date,consignor,buyer,hs_code,origin_country
                       S1,2018-03-01,Ferry Trading,,260111,KP
                       S2,2018-03-01,Quay Metals,,260111,DE)"},
                     {"declarations", declared}});
  const Searched searched(g);
  EXPECT_EQ(searched.verdict("S1"), "open: blank shipment.buyer at shipments.csv:2")
      << "by way of S2: S1 may have gone to Quay Metals, and S2 to Ferry Trading";
  EXPECT_EQ(searched.verdict("S2"), "open: blank shipment.buyer at shipments.csv:2");
  const GraphText alone({{"suppliers", "supplier_name,country,city\nFerry Trading,DE,Hamburg\n"},
                         {"shipments", R"(
                           shipment_id,date,consignor,buyer,hs_code,origin_country
                           S1,2018-03-01,Ferry Trading,,260111,KP)"},
                         {"declarations", declared}});
  EXPECT_EQ(Searched(alone).verdict("S1"), "clear");
}

}  // namespace
}  // namespace assay::test
