#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "traced_products.h"

// Products: which rows are one, what cells say of what is in them, and where they come from.

namespace assay::test {
namespace {

using testing::ElementsAre;

const std::string columns = "product_id,product_name,commodity,hs_code,part,supplier,lot,share_pct\n";

/// Products, lots and what shows where the lots L1 (zinc of Peru) and L8 (scrap, by a supplier's word) come from; L0
/// is of the DPRK.
TableTexts with(const std::string& products, const TableTexts& more = {}) {
  TableTexts texts = {{"products", columns + flush_left(products)},
                      {"lots",
                       "lot,hs_code,origin_country,mine,facility,made_from,document\n"
                       "L0,790111,KP,,,,\n"
                       "L1,260800,PE,High Pit,High Pit,,M-1\n"
                       "L8,790200,PE,Old Yard,Old Yard,,S-1\n"},
                      {"sites", "site,country,type\nHigh Pit,PE,mine\nOld Yard,PE,scrap yard\n"},
                      {"documents",
                       "document,type,covers,origin_country,issue_date,grade\n"
                       "M-1,mine certificate,L1,PE,2018-01-05,A\n"
                       "S-1,scrap ledger,L8,PE,2018-01-05,C\n"}};
  texts.list.insert(texts.list.end(), more.list.begin(), more.list.end());
  return texts;
}

TEST(Products, AreRowsOfOneNumberOrOfOneNameWithoutANumber) {
  const Traced traced(with(R"(
      P2,Bar,,,zinc,,L1,100
      p1,Lid,,,zinc,,L1,40
      P1,Lid (new),,,copper,,L1,60
      ,Lid,,,zinc,,L1,100
      ,,,,zinc,,L1,100)"));
  EXPECT_EQ(traced.ids().size(), 4U);
  EXPECT_EQ(traced.verdict(traced.has("P1") ? "P1" : "p1"), "clear") << "of either spelling";
  EXPECT_EQ(traced.verdict("Lid"), "open: blank product.id at products.csv:5") << "it may be of P1, or not";
  EXPECT_EQ(traced.verdict("P2"), "clear");
}

TEST(Products, DoNotStandInTheOrderOfRows) {
  const std::string a = "P1,Lid,,,zinc,,L1,40\n", b = "P1,Lid,,,copper,,L8,60\n", c = "P0,Bar,,,zinc,,L1,100\n";
  EXPECT_EQ(Traced(with(a + b + c)).ids(), Traced(with(c + b + a)).ids());
  EXPECT_THAT(Traced(with(a + b + c)).ids(), ElementsAre("P0", "P1"));
}

TEST(ProductTraces, LeadToTheDprkThroughTheSmallestPartOfAPart) {
  const Traced traced(with(R"(
      P1,Pump,,,P2,,none,40
      P1,Pump,,,zinc,,L1,60
      P2,Wheel,,,zinc,,L1,99.9
      P2,Wheel,,,solder,,L1; L0,0.1)"));
  EXPECT_EQ(traced.verdict("P1"), "flagged");
  EXPECT_EQ(traced.path("P1"), "Pump > Wheel > L0 > KP");
}

TEST(ProductTraces, TakeTheShortestOfSeveralWays) {
  const Traced traced(with(R"(
      P1,Pump,,,P2,,none,50
      P1,Pump,,,zinc,,L0,50
      P2,Wheel,,,zinc,,L0,100)"));
  EXPECT_EQ(traced.path("P1"), "Pump > L0 > KP");
}

TEST(ProductTraces, AreClosedByThePapersOfTheirLots) {
  const Traced traced(with(R"(
      P1,Pump,,,P2,,none,40
      P1,Pump,,,zinc,none,L8,60
      P2,Wheel,,,zinc,,L1,100)"));
  EXPECT_EQ(traced.verdict("P1"), "clear");
  EXPECT_THAT(traced.rests_on("P1"), ElementsAre("documents.csv:3", "documents.csv:2"));
}

TEST(ProductTraces, NeedBetterPapersWhereItIsNotSaidWhoSupplied) {
  EXPECT_EQ(Traced(with("P1,Pump,,,zinc,,L8,100")).verdict("P1"), "open: blank product.supplier at products.csv:2");
  const TableTexts there = {{"suppliers", "name,country,city\nFerry Trading,CN,Dandong\n"}};
  EXPECT_EQ(Traced(with("P1,Pump,,,zinc,Ferry Trading,L8,100", there)).verdict("P1"),
            "open: ambiguous lot.document at lots.csv:4");
}

TEST(ProductTraces, AreOpenWhereALotIsOrIsNotSaid) {
  EXPECT_EQ(Traced(with("P1,Pump,,,zinc,,L1; L9,100")).verdict("P1"), "open: frontier L1; L9");
  EXPECT_EQ(Traced(with("P1,Pump,,,P2,,,100\nP2,Wheel,,,zinc,,L1,100\n")).verdict("P1"),
            "open: blank product.lot at products.csv:2");
}

TEST(ProductTraces, AreOpenForALotThatNoTableDescribes) {
  const Traced traced({{"products", columns + "P1,Pump,,,zinc,,L1,100\n"}});
  EXPECT_EQ(traced.verdict("P1"), "open: frontier L1");
}

TEST(ProductTraces, NeedSharesThatAddUpToTheLastFigure) {
  const auto shares = [](const std::string& a, const std::string& b) {
    return Traced(with("P1,Pump,,,zinc,,L1,50\nP1,Pump,,,tin,,L1," + a + "\nP1,Pump,,,lead,,L1," + b + "\n"))
        .verdict("P1");
  };
  EXPECT_EQ(shares("12.5", "37.5"), "clear");
  EXPECT_EQ(shares("33.3333", "16.6667"), "clear");
  EXPECT_THAT(shares("30", "19.9"), testing::StartsWith("open: ambiguous product.share_pct"));
  EXPECT_THAT(shares("30", "30"), testing::StartsWith("open: ambiguous product.share_pct")) << "more than all of it";
  EXPECT_THAT(shares("50", "0"), testing::StartsWith("open: ambiguous product.share_pct"));
  EXPECT_THAT(shares("50", ""), testing::StartsWith("open: blank product.share_pct"));
  EXPECT_THAT(shares("50", "some"), testing::StartsWith("open: unreadable product.share_pct"));
}

TEST(ProductTraces, SayWhatIsOpenOfAPartAndOfTheListBoth) {
  EXPECT_EQ(Traced(with("P1,Pump,,,zinc,,L9,80")).verdict("P1"),
            "open: frontier L9; ambiguous product.share_pct at products.csv:2");
}

TEST(ProductTraces, NeverCloseARing) {
  const std::string ring = "P1,Alloy,,,P2,,none,50\nP2,Scrap,,,P1,,none,100\n";
  const Traced closed(with(ring + "P1,Alloy,,,zinc,,L1,50\nP3,Box,,,P1,,none,100\n"));
  EXPECT_THAT(closed.verdict("P1"), testing::StartsWith("open: ambiguous product.part"));
  EXPECT_THAT(closed.verdict("P2"), testing::StartsWith("open: ambiguous product.part"));
  EXPECT_THAT(closed.verdict("P3"), testing::StartsWith("open: ambiguous product.part"));
  const Traced flagged(with(ring + "P1,Alloy,,,zinc,,L0,50\n"));
  EXPECT_EQ(flagged.path("P2"), "Scrap > Alloy > L0 > KP");
}

TEST(ProductTraces, TakeANameForAProductToFlagAndNeverToClear) {
  const std::string by_name = "P1,Pump,,,Wheel,,none,100\n";
  EXPECT_EQ(Traced(with(by_name + "P2,Wheel,,,zinc,,L0,100\n")).path("P1"), "Pump > Wheel > L0 > KP");
  EXPECT_EQ(Traced(with(by_name + "P2,Wheel,,,zinc,,L1,100\n")).verdict("P1"),
            "open: ambiguous product.part at products.csv:2");
  EXPECT_EQ(Traced(with(by_name + "P2,Wheel,,,zinc,,L0,100\nP3,Wheel,,,zinc,,L1,100\n")).verdict("P1"),
            "open: ambiguous product.part at products.csv:2")
      << "either may be meant";
  TableTexts without_numbers = with("");
  without_numbers.list[0].second = "product_name,part,lot,share_pct\nPump,Wheel,none,100\nWheel,zinc,L1,100\n";
  EXPECT_EQ(Traced(without_numbers).verdict("Pump"), "clear") << "there the name is all that it is known by";
}

const std::string sales =
    "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country,lot\n"
    "S1,2018-03-01,Ferry Trading,Iron Works,iron wire,721710,KP,none\n"
    "S2,2018-05-01,Ferry Trading,Iron Works,squid,030743,CN,none\n";

TEST(Purchases, AreTracedByWhatTheSupplierSoldOfTheSameGoods) {
  const TableTexts sold = {{"shipments", sales}};
  const Traced by_words(with("P1,Fence,,,Iron  wire,Ferry Trading,none,100", sold));
  EXPECT_EQ(by_words.path("P1"), "Fence > Iron  wire of Ferry Trading > S1 > KP");
  const Traced by_heading(with("P1,Fence,,,7217,Ferry Trading,,100", sold));
  EXPECT_EQ(by_heading.verdict("P1"), "flagged");
  const Traced as_a_whole(with("P1,Fence,,721720,,Ferry Trading,,100", sold));
  EXPECT_EQ(as_a_whole.path("P1"), "Fence > Fence of Ferry Trading > S1 > KP");
}

TEST(Purchases, AreOpenWhereTheGoodsMayBeTheSame) {
  const TableTexts sold = {{"shipments", sales}};
  EXPECT_EQ(Traced(with("P1,Fence,,,wire,Ferry Trading,none,100", sold)).verdict("P1"),
            "open: ambiguous product.part at products.csv:2");
  EXPECT_EQ(Traced(with("P1,Fence,,,,Ferry Trading,none,100", sold)).verdict("P1"),
            "open: blank product.hs_code at products.csv:2");
}

TEST(Purchases, OfOtherGoodsDoNotTaintThePart) {
  const TableTexts sold = {{"shipments", sales},
                           {"suppliers", "name,country\nFerry Trading,CN\n"},
                           {"declarations",
                            "party,statement,goods,from,to,document,issuer,date,grade\n"
                            "Ferry Trading,inputs_complete,squid,2017-01-01,2020-01-01,A-1,Auditor,2019-12-31,B\n"}};
  EXPECT_EQ(Traced(with("P1,Tin,squid,030743,none,Ferry Trading,none,100", sold)).verdict("P1"), "clear");
  EXPECT_EQ(Traced(with("P1,Tin,,030743,none,Ferry Trading,none,100", sold)).verdict("P1"),
            "open: ambiguous product.hs_code at products.csv:2")
      << "without its words the wire may be meant";
}

TEST(Purchases, AreNotSearchedForWithoutThem) {
  EXPECT_FALSE(Traced(with("P1,Pump,,,zinc,,L1,100", {{"shipments", sales}})).searched());
}

TEST(Purchases, OfANameThatFitsSeveralAreOpen) {
  const TableTexts two = {{"suppliers", "id,name,country\nV-1,Ferry Trading,KP\nV-2,Ferry Trading,CN\n"}};
  EXPECT_EQ(Traced(with("P1,Fence,,,wire,Ferry Trading,none,100", two)).verdict("P1"),
            "open: ambiguous product.supplier at products.csv:2");
}

}  // namespace
}  // namespace assay::test
