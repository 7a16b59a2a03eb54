#include <array>
#include <vector>

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/boost_graph.h"
#include "support/graph_text.h"

// Compressed rows, and Boost.Graph's algorithms on them.

namespace assay::test {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Topology>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Topology>));

using testing::ElementsAre;
using testing::IsEmpty;

Topology made_of(std::size_t vertices, const std::vector<Arc>& arcs) {
  return {vertices, [&arcs](auto visit) {
            for (const Arc& arc : arcs) visit(arc);
          }};
}

std::vector<VertexId> targets(const Topology& topology, VertexId vertex) {
  std::vector<VertexId> found;
  for (std::uint32_t arc = topology.first(vertex); arc < topology.first(vertex + 1); ++arc)
    found.push_back(topology.target(arc));
  return found;
}

TEST(Topology, KeepsTheArcsOfAVertexInTheOrderInWhichTheyCame) {
  const Topology topology = made_of(4, {{2, 0, 10}, {0, 3, 11}, {2, 3, 12}, {0, 1, 13}, {2, 0, 14}});
  EXPECT_EQ(topology.vertices(), 4U);
  EXPECT_EQ(topology.arcs(), 5U);
  EXPECT_THAT(targets(topology, 0), ElementsAre(3, 1));
  EXPECT_THAT(targets(topology, 1), IsEmpty());
  EXPECT_THAT(targets(topology, 2), ElementsAre(0, 3, 0));
  EXPECT_THAT(topology.numbers(0), ElementsAre(11, 13));
  EXPECT_THAT(topology.numbers(2), ElementsAre(10, 12, 14));
  EXPECT_THAT(topology.numbers(3), IsEmpty());
}

TEST(Topology, OfNothingHasNoVertices) {
  EXPECT_EQ(Topology().vertices(), 0U);
  EXPECT_EQ(Topology().arcs(), 0U);
  const Topology empty = made_of(0, {});
  EXPECT_EQ(empty.vertices(), 0U);
}

TEST(Topology, MayHoldVerticesWithoutArcsAndArcsToThemselves) {
  const Topology topology = made_of(3, {{1, 1, 7}});
  EXPECT_THAT(targets(topology, 0), IsEmpty());
  EXPECT_THAT(targets(topology, 1), ElementsAre(1));
  EXPECT_THAT(targets(topology, 2), IsEmpty());
}

TEST(BoostGraph, SearchesBreadthFirstOverATopology) {
  //  0 → 1 → 3 → 4, 0 → 2 → 4; nothing leads to 5
  const Topology topology = made_of(6, {{0, 1, 0}, {0, 2, 1}, {1, 3, 2}, {3, 4, 3}, {2, 4, 4}, {5, 0, 5}});
  std::array<int, 6> hops{};
  hops.fill(-1);
  hops[0] = 0;
  const auto recorder = boost::record_distances(hops.data(), boost::on_tree_edge());
  boost::breadth_first_search(topology, VertexId{0}, boost::visitor(boost::make_bfs_visitor(recorder)));
  EXPECT_THAT(hops, ElementsAre(0, 1, 1, 2, 2, -1));
}

TEST(BoostGraph, FindsTheStrongComponentsOfATopology) {
  // 0 → 1 → 2 → 0 is a ring; 3 hangs on it, 4 stands alone.
  const Topology topology = made_of(5, {{0, 1, 0}, {1, 2, 1}, {2, 0, 2}, {2, 3, 3}});
  std::array<std::size_t, 5> component{};
  const std::size_t components = boost::strong_components(
      topology, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, topology)));
  EXPECT_EQ(components, 3U);
  EXPECT_EQ(component[0], component[1]);
  EXPECT_EQ(component[0], component[2]);
  EXPECT_NE(component[0], component[3]);
  EXPECT_NE(component[0], component[4]);
  EXPECT_NE(component[3], component[4]);
}

TEST(Deals, PointFromBuyerToSellerAndLeaveOutWhoIsNotNamed) {
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,buyer
    S1,Hill Mine,Ferry Trading
    S2,Ferry Trading,Iron Works
    S3,Hill Mine,
    S4,,Iron Works
    S5,Hill Mine,Ferry Trading)"}});
  const Topology& deals = g.graph.deals;
  EXPECT_EQ(deals.vertices(), g.graph.vertices.size());
  EXPECT_EQ(deals.arcs(), 3U);
  EXPECT_THAT(deals.numbers(g.company("Ferry Trading")), ElementsAre(g.shipment("S1"), g.shipment("S5")));
  EXPECT_THAT(targets(deals, g.company("Iron Works")), ElementsAre(g.company("Ferry Trading")));
  EXPECT_THAT(deals.numbers(g.company("Hill Mine")), IsEmpty());
}

TEST(Relations, PointUpstreamAndLeaveOutWhoIsNotNamed) {
  const GraphText g({{"relations", R"(
    source,relation,target
    Hill Holding,owns,Hill Mine
    ,owns,Hill Mine)"}});
  ASSERT_EQ(g.graph.facts.size(), 2U);
  EXPECT_EQ(g.graph.relations.arcs(), 1U);
  EXPECT_THAT(targets(g.graph.relations, g.company("Hill Mine")), ElementsAre(g.company("Hill Holding")));
}

}  // namespace
}  // namespace assay::test
