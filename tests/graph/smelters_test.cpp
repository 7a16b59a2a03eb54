#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/closure.h"
#include "support/graph_text.h"

// Smelters and refiners: which rows are one facility, who declares it, and what is told of rows that name none.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string columns = "metal,smelter_name,smelter_country,cid,mine_country,declared_by\n";

GraphText declared(const std::string& rows) {
  return GraphText({{"smelters", columns + flush_left(rows)}});
}

/// "River Refinery, declared by Switch Maker", one a row, in the order of facilities.
std::vector<std::string> declarations(const GraphText& g) {
  std::vector<std::string> all;
  for (const VertexId v : g.by_rank())
    for (const std::uint32_t row : declarations_of_smelter(g.graph, v)) {
      const VertexId party = g.graph.smelters.declared_by[row];
      all.push_back(entity_of(g.graph, v).name + ", declared by " +
                    (party == no_vertex ? "nobody" : entity_of(g.graph, party).name));
    }
  return all;
}

TEST(Smelters, AreFacilitiesThatAPartyProcessesAt) {
  const GraphText g = declared("Gold,River Refinery,DE,CID1,AU,Switch Maker\n");
  const VertexId smelter = g.facility("River Refinery");
  EXPECT_TRUE(is_smelter(g.graph, smelter));
  EXPECT_FALSE(is_smelter(g.graph, g.company("Switch Maker")));
  ASSERT_THAT(g.graph.facts, SizeIs(1));
  EXPECT_EQ(g.graph.facts[0].relation, Relation::processed_at);
  EXPECT_EQ(g.graph.facts[0].to, smelter);
}

TEST(Smelters, ThatSeveralPartiesDeclareInTheSameWordsAreOne) {
  EXPECT_THAT(declarations(declared(R"(
      Gold,River Refinery,DE,CID1,AU,Switch Maker
      gold,RIVER REFINERY,Germany,CID1,AU,Cable Maker)")),
              SizeIs(2));
  const GraphText g = declared(R"(
      Gold,River Refinery,DE,CID1,AU,Switch Maker
      gold,River Refinery,DE,CID1,AU,Cable Maker)");
  ASSERT_EQ(g.graph.smelters.facility.size(), 2U);
  EXPECT_EQ(g.graph.smelters.facility[0], g.graph.smelters.facility[1]);
  EXPECT_THAT(declarations(g),
              ElementsAre("River Refinery, declared by Cable Maker", "River Refinery, declared by Switch Maker"));
}

TEST(Smelters, OfTheNameAndCountryOfASiteAreRunByItsOperator) {
  const auto run_by = [](const std::string& site) {
    const GraphText g({{"sites", "site,operator,country,type\n" + site},
                       {"smelters", columns + "Gold,River Refinery,DE,CID1,AU,Switch Maker\n"}});
    const VertexId party = g.graph.vertices.party[g.graph.smelters.facility[0]];
    return party == no_vertex ? "nobody" : entity_of(g.graph, party).name;
  };
  EXPECT_EQ(run_by("RIVER REFINERY,River Metals,DE,smelter_refiner\n"), "River Metals");
  EXPECT_EQ(run_by("River Refinery,River Metals,CN,smelter_refiner\n"), "nobody");
  EXPECT_EQ(run_by("River Refinery,River Metals,,factory\n"), "nobody");
  EXPECT_EQ(run_by("River Works,River Metals,DE,smelter_refiner\n"), "nobody");
}

TEST(Smelters, OfTheNameAndCountryOfASupplierAreRunByIt) {
  const GraphText g({{"suppliers", "name,country\nRiver Refinery,DE\nHill Refinery,CN\n"},
                     {"smelters", columns + "Gold,River Refinery,DE,CID1,AU,Switch Maker\n"
                                            "Gold,Hill Refinery,DE,CID2,AU,Switch Maker\n"}});
  const auto& s = g.graph.smelters;
  EXPECT_EQ(entity_of(g.graph, g.graph.vertices.party[s.facility[0]]).name, "River Refinery");
  EXPECT_EQ(g.graph.vertices.party[s.facility[1]], no_vertex) << "of another country";
}

TEST(Smelters, OfWhichRowsSayDifferentThingsAreAskedAboutOneByOne) {
  const GraphText g = declared(R"(
      Gold,River Refinery,DE,CID1,AU,Switch Maker
      Gold,River Refinery,DE,CID1,KP,Cable Maker)");
  ASSERT_EQ(g.graph.smelters.facility.size(), 2U);
  EXPECT_NE(g.graph.smelters.facility[0], g.graph.smelters.facility[1]);
}

TEST(Smelters, ThatNobodyDeclaresAreInNoOnesChain) {
  const GraphText g = declared("Gold,River Refinery,KP,CID1,,\n");
  EXPECT_THAT(declarations(g), ElementsAre("River Refinery, declared by nobody"));
  EXPECT_THAT(g.graph.facts, IsEmpty());
}

TEST(Smelters, WithoutANameAreStillAskedAboutAndToldOf) {
  const GraphText g = declared("Gold,,KP,CID1,,Switch Maker\nGold,,KP,,,Switch Maker\n");
  EXPECT_THAT(g.graph.smelters.facility, SizeIs(2));
  EXPECT_THAT(g.complaints("this row names no smelter"), ElementsAre("smelters.csv:3:6"));
}

TEST(Smelters, ThatARowSaysThereAreNoneOfAreNone) {
  const GraphText g = declared("Gold,none,,,,Switch Maker\n");
  EXPECT_THAT(g.graph.smelters.facility, IsEmpty());
}

TEST(Smelters, InTheDprkOrPerhapsThereMakeWhoDeclaresThemDoubtful) {
  const GraphText g = declared(R"(
      Gold,River Refinery,KP,,,Switch Maker
      Gold,Hill Refinery,Korea,,,Cable Maker
      Gold,Lake Refinery,DE,,,Lamp Maker)");
  const Bits doubtful = doubtful_parties(g.graph);
  EXPECT_TRUE(doubtful.test(g.company("Switch Maker")));
  EXPECT_TRUE(doubtful.test(g.company("Cable Maker")));
  EXPECT_FALSE(doubtful.test(g.company("Lamp Maker")));
}

TEST(Smelters, AreNoneWhereNoTableNamesThem) {
  const GraphText g({{"sites", "site,operator,country,type\nPlant 2,Needle Works,CN,smelter\n"}});
  EXPECT_FALSE(is_smelter(g.graph, g.facility("Plant 2")));
}

}  // namespace
}  // namespace assay::test
