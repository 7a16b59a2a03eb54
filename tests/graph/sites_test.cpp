#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// Sites: which rows are one facility, who operates it, and what is told of rows that name none.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

/// "listed CN:Plant 2 of Needle Works"; implied ones, which no row names, left out.
std::vector<std::string> facilities_of(const GraphText& g) {
  std::vector<std::string> all;
  for (const VertexId v : g.by_rank()) {
    if (g.graph.vertices.kind[v] != VertexKind::facility || g.graph.vertices.standing[v] == Standing::implied)
      continue;
    const VertexId party = g.graph.vertices.party[v];
    all.push_back(g.show(v) + " of " + (party == no_vertex ? "nobody" : entity_of(g.graph, party).name));
  }
  return all;
}

std::vector<std::string> sites(std::string_view rows) {
  return facilities_of(GraphText({{"sites", "site,operator,country,type,commodity\n" + flush_left(rows)}}));
}

TEST(Sites, OfOneNameOperatorAndCountryAreOne) {
  EXPECT_THAT(sites("Plant 2,Needle Works,CN,factory,shirts\nPLANT-2,needle works,China,factory,yarn\n"),
              ElementsAre("listed CN:PLANT-2 of Needle Works"));
}

TEST(Sites, OfAnotherOperatorOrCountryAreOthers) {
  EXPECT_THAT(sites("Plant 2,Needle Works,CN,,\nPlant 2,Thread Mill,CN,,\nPlant 2,Needle Works,KP,,\n"), SizeIs(3));
}

TEST(Sites, CalledAfterANamesakeOfTheBorderZoneLieWhereTheirRegionIs) {
  const auto zone = [](std::string_view row) {
    const GraphText g({{"sites", "site,operator,country,region,city\n" + std::string(row)}});
    return g.graph.vertices.zone[g.graph.sites.facility.at(0)];
  };
  EXPECT_EQ(zone("Linjiang pellet plant,Thread Mill,CN,Jiangxi,Zhangshu"), Zone::no);
  EXPECT_EQ(zone("Linjiang pellet plant,Thread Mill,CN,Jilin,Baishan"), Zone::yes);
  EXPECT_EQ(zone("Linjiang pellet plant,Thread Mill,CN,,"), Zone::yes);
}

TEST(Sites, KeepWhatEachOfTheirRowsSays) {
  const GraphText g({{"sites", R"(
    site,operator,country,type,commodity
    Red Ridge,Hill Mine,AU,mine,iron ore
    Red Ridge,Hill Mine,AU,mine,coal)"}});
  ASSERT_EQ(g.graph.sites.facility.size(), 2U);
  EXPECT_EQ(g.graph.sites.facility[0], g.graph.sites.facility[1]);
  EXPECT_NE(g.graph.sites.commodity[0], g.graph.sites.commodity[1]);
}

TEST(Sites, WithoutAnOperatorAreNobodysAndNotAskedOfAnyone) {
  const GraphText g({{"sites", "site,operator,country\nPlant 2,,CN\n"}});
  EXPECT_THAT(facilities_of(g), ElementsAre("listed CN:Plant 2 of nobody"));
  EXPECT_THAT(g.graph.facts, IsEmpty());
}

TEST(Sites, AreWhatTheirOperatorWorksAt) {
  const GraphText g({{"sites", "site,operator,country\nPlant 2,Needle Works,CN\n"}});
  ASSERT_THAT(g.graph.facts, SizeIs(1));
  EXPECT_EQ(g.graph.facts[0].relation, Relation::works_at);
  EXPECT_EQ(g.graph.facts[0].from, g.company("Needle Works"));
  EXPECT_EQ(g.graph.facts[0].to, g.facility("Plant 2"));
}

TEST(Sites, OfADoubtfulCountryStayOpen) {
  const GraphText g({{"sites", "site,operator,country\nPlant 2,A,Korea\nPlant 3,A,\nPlant 4,A,KR\n"}});
  const auto known = [&g](std::string_view name) { return g.graph.vertices.country[g.facility(name)].known(); };
  EXPECT_EQ(known("Plant 2"), Known::ambiguous);
  EXPECT_EQ(known("Plant 3"), Known::blank);
  EXPECT_EQ(known("Plant 4"), Known::yes);
}

TEST(Sites, AreMinesWhereTheirTypeSaysSo) {
  const GraphText g({{"sites", R"(
    site,operator,country,type
    A,Hill Mine,AU,Mine
    B,Hill Mine,AU,quarry
    C,Hill Mine,AU,광산
    D,Hill Mine,AU,smelter
    E,Hill Mine,AU,mine office
    F,Hill Mine,AU,)"}});
  EXPECT_THAT(g.graph.sites.mine, ElementsAre(true, true, true, false, false, false));
}

TEST(Companies, ThatHaveASiteImplyNoOther) {
  const GraphText g({{"suppliers", "supplier_name,country\nNeedle Works,CN\nThread Mill,TR\n"},
                     {"sites", "site,operator,country\nPlant 2,Needle Works,CN\n"}});
  std::vector<std::string> implied;
  for (const VertexId v : g.by_rank())
    if (g.graph.vertices.standing[v] == Standing::implied) implied.push_back(entity_of(g.graph, v).name);
  EXPECT_THAT(implied, ElementsAre("undisclosed site of Thread Mill"));
}

}  // namespace
}  // namespace assay::test
