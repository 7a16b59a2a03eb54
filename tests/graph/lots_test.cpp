#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searching.h"

// Lots: what cells name them, and what their traces say of the shipments that consist of them.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PathQuestion by_lots() {
  PathQuestion question = through_others();
  for (const Relation relation :
       {Relation::consists_of, Relation::made_from, Relation::sourced_from, Relation::processed_at})
    question.follow.set(static_cast<std::size_t>(relation));
  return question;
}

const std::string sites =
    "site,country,type\n"
    "High Pit,PE,mine\n"
    "Old Yard,PE,scrap yard\n"
    "Coast Smelter,PE,smelter_refiner\n";
const std::string papers =
    "document,type,covers,origin_country,issue_date,grade\n"
    "M-1,mine certificate,L1,PE,2018-01-05,A\n"
    "S-1,scrap ledger,L8,PE,2018-01-05,C\n"
    "P-1,processing record,L2,PE,2018-02-05,B\n";
const std::string columns = "lot,hs_code,origin_country,mine,facility,made_from,document\n";

/// Goods that Smelter sold, of the lots in the cell, and the lots.
GraphText with(const std::string& cell, const std::string& lots, const std::string& country = "PE") {
  return GraphText({{"suppliers", "name,country,city\nSmelter," + country + ",Dandong\n"},
                    {"shipments",
                     "shipment_id,date,supplier,buyer,hs_code,origin_country,lot\n"
                     "S1,2018-03-01,Smelter,Iron Works,790111,PE," +
                         cell + "\n"},
                    {"sites", sites},
                    {"documents", papers},
                    {"lots", columns + flush_left(lots)}});
}

const std::string traced = R"(
    L1,260800,PE,High Pit,High Pit,,M-1
    L2,790111,PE,,Coast Smelter,L1,P-1)";

std::vector<std::string> lots_of(const GraphText& g, std::string_view shipment) {
  std::vector<std::string> all;
  const LotsNamed named = lots_named(g.graph, g.graph.shipments.cell(g.shipment(shipment), Field::shipment_lot));
  for (const std::uint32_t lot : named.lots) all.push_back(lot_entity(g.graph, lot).id);
  if (named.unlisted != no_vertex) all.push_back("?" + entity_of(g.graph, named.unlisted).name);
  return all;
}

TEST(Lots, AreNamedOneByOneOrByANumberThatHoldsASeparator) {
  EXPECT_THAT(lots_of(with("l1; L2", traced), "S1"), ElementsAre("L1", "L2"));
  EXPECT_THAT(lots_of(with("A;1", "A;1,260800,PE,High Pit,High Pit,,M-1"), "S1"), ElementsAre("A;1"));
  EXPECT_THAT(lots_of(with("none", traced), "S1"), IsEmpty());
}

TEST(Lots, ThatStandInNoRowAreNamedAllTheSame) {
  EXPECT_THAT(lots_of(with("L2; L9", traced), "S1"), ElementsAre("L2", "?L2; L9"));
}

TEST(LotTraces, ThatDocumentsCloseDecideForTheShipment) {
  const GraphText g = with("L2", traced);
  const Searched searched(g, by_lots());
  EXPECT_EQ(searched.verdict("S1"), "clear");
  EXPECT_THAT(searched.rests_on("S1"), ElementsAre("documents.csv:4", "documents.csv:2"));
}

TEST(LotTraces, LeadToTheDprkThroughWhatALotWasMadeFrom) {
  const GraphText g = with("L2", R"(
      L0,260800,KP,,,,
      L1,260800,PE,High Pit,High Pit,,M-1
      L2,790111,PE,,Coast Smelter,L1; L0,P-1)");
  const Searched searched(g, by_lots());
  EXPECT_EQ(searched.verdict("S1"), "flagged");
  EXPECT_EQ(searched.path("S1"), "S1 > L2 > L0 > KP");
}

TEST(LotTraces, AreOpenWhereOneOfSeveralLotsIs) {
  const GraphText unlisted = with("L2; L9", traced);
  EXPECT_EQ(Searched(unlisted, by_lots()).verdict("S1"), "open: frontier L2; L9");
  const GraphText unsaid = with("", traced);
  EXPECT_EQ(Searched(unsaid, by_lots()).verdict("S1"), "open: blank shipment.lot at shipments.csv:2");
}

TEST(LotTraces, OfALotInSeveralRowsNeedEachOfThem) {
  const std::string second = traced + "\nL2,790111,PE,,Coast Smelter,L7,P-1\n";
  const GraphText g = with("L2", second);
  EXPECT_EQ(Searched(g, by_lots()).verdict("S1"), "open: frontier L7");
}

TEST(LotTraces, NeedBetterPapersForASellerInTheBorderZone) {
  const std::string scrap = "L8,790200,PE,Old Yard,Old Yard,,S-1";
  const GraphText elsewhere = with("L8", scrap);
  EXPECT_EQ(Searched(elsewhere, by_lots()).verdict("S1"), "clear") << "a Dandong in Peru";
  const GraphText there = with("L8", scrap, "CN");
  EXPECT_EQ(Searched(there, by_lots()).verdict("S1"), "open: ambiguous lot.document at lots.csv:2");
  const GraphText with_better = with("L2", traced, "CN");
  EXPECT_EQ(Searched(with_better, by_lots()).verdict("S1"), "clear");
}

TEST(LotTraces, AreNotAskedForWithoutATableOfLots) {
  const GraphText g({{"suppliers", "name,country\nSmelter,PE\n"},
                     {"declarations",
                      "party,statement,goods,from,to,document,issuer,date,grade\n"
                      "Smelter,inputs_complete,all,2017-01-01,2019-12-31,A-1,Auditor,2019-01-01,B\n"},
                     {"shipments",
                      "shipment_id,date,supplier,buyer,hs_code,origin_country,lot\n"
                      "S1,2018-03-01,Smelter,Iron Works,790111,PE,L2\n"}});
  EXPECT_EQ(Searched(g, by_lots()).verdict("S1"), "clear");
}

}  // namespace
}  // namespace assay::test
