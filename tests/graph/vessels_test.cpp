#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// Vessels: which rows name one, what a name without a number means, and what rows of vessel_events say.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

GraphText carried(const std::string& rows, const std::string& events = "", const std::string& relations = "") {
  std::string shipments = "shipment_id,date,supplier,buyer,vessel,imo,flag\n" + flush_left(rows);
  std::string said = "vessel,imo,date,event,place,country\n" + flush_left(events);
  std::string related = "source,relation,target\n" + flush_left(relations);
  return GraphText({{"shipments", shipments}, {"vessel_events", said}, {"relations", related}});
}

/// "HUA FU 9020003 PA", in canonical order.
std::vector<std::string> vessels(const GraphText& g) {
  const Vessels& v = g.graph.vessels;
  std::vector<std::string> all;
  for (std::size_t i = 0; i < v.size(); ++i) {
    std::string one = v.name[i].exists() ? g.tables.text(v.name[i]) : "?";
    if (v.imo[i] != 0) one += " " + std::to_string(v.imo[i]);
    if (v.flag[i].is_known()) one += " " + v.flag[i].code();
    all.push_back(one);
  }
  return all;
}

std::string vessel_of(const GraphText& g, std::string_view shipment) {
  return g.show(g.graph.shipments.vessel[g.shipment(shipment)]);
}

TEST(Vessels, AreToldApartByTheirNumber) {
  const GraphText g = carried(R"(
      S1,2017-01-01,A,B,HUA FU,9020003,PA
      S2,2017-02-01,A,B,Hua Fu,IMO 9020003,PA
      S3,2017-03-01,A,B,HUA FU,9004700,PA)");
  EXPECT_THAT(vessels(g), ElementsAre("HUA FU 9004700 PA", "HUA FU 9020003 PA"));
  EXPECT_EQ(vessel_of(g, "S1"), vessel_of(g, "S2"));
  EXPECT_EQ(vessel_of(g, "S3"), "listed 9004700");
}

TEST(Vessels, WithoutANumberAreToldApartByNameAndFlag) {
  EXPECT_THAT(vessels(carried(R"(
      S1,2017-01-01,A,B,Sand Barge,,CN
      S2,2017-01-02,A,B,M/V SAND BARGE,,
      S3,2017-01-03,A,B,Mud Barge,,)")),
              ElementsAre("Mud Barge", "M/V SAND BARGE CN"));
  const GraphText g = carried(R"(
      S1,2017-01-01,A,B,Sand Barge,,CN
      S2,2017-01-02,A,B,Sand Barge,,KP
      S3,2017-01-03,A,B,Sand Barge,,)");
  EXPECT_THAT(vessels(g), ElementsAre("Sand Barge CN", "Sand Barge KP"));
  EXPECT_EQ(vessel_of(g, "S3"), "ambiguous ?:Sand Barge");
}

TEST(Vessels, OfANameThatFitsOneNumberAreThatVessel) {
  const GraphText g = carried(R"(
      S1,2017-01-01,A,B,HUA FU,9020003,PA
      S2,2017-02-01,A,B,HUA FU,,)");
  EXPECT_EQ(vessel_of(g, "S2"), "listed 9020003");
}

TEST(Vessels, OfANameThatFitsOneNumberUnderAnotherFlagAreAnother) {
  const GraphText g = carried(R"(
      S1,2017-01-01,A,B,HUA FU,9020003,PA
      S2,2017-02-01,A,B,HUA FU,,
      S3,2017-03-01,A,B,HUA FU,,SL)");
  EXPECT_EQ(vessel_of(g, "S2"), "ambiguous ?:HUA FU");
  EXPECT_EQ(vessel_of(g, "S3"), "listed SL:HUA FU");
  EXPECT_EQ(
      same_vessel(g.graph, g.graph.shipments.vessel[g.shipment("S1")], g.graph.shipments.vessel[g.shipment("S3")]),
      Truth::unknown);
}

TEST(Vessels, OfANameThatFitsSeveralMayBeAnyOfThem) {
  const GraphText g = carried(R"(
      S1,2017-01-01,A,B,HUA FU,9020003,PA
      S2,2017-02-01,A,B,HUA FU,9004700,PA
      S3,2017-03-01,A,B,HUA FU,,)");
  const VertexId which = g.graph.shipments.vessel[g.shipment("S3")];
  EXPECT_EQ(g.show(which), "ambiguous ?:HUA FU");
  EXPECT_EQ(g.graph.candidates_of(which).size(), 2U);
  const VertexId one = g.graph.shipments.vessel[g.shipment("S1")];
  EXPECT_EQ(same_vessel(g.graph, which, one), Truth::unknown);
  EXPECT_EQ(same_vessel(g.graph, one, one), Truth::yes);
  EXPECT_EQ(same_vessel(g.graph, one, g.graph.shipments.vessel[g.shipment("S2")]), Truth::no);
}

TEST(Vessels, AreNotKnownByANumberThatFailsItsCheckDigit) {
  const GraphText g = carried(R"(
      S1,2017-01-01,A,B,HUA FU,8905490,PA
      S2,2017-02-01,A,B,MUD BARGE,8905491,PA)");
  EXPECT_THAT(vessels(g), ElementsAre("HUA FU 8905490 PA", "MUD BARGE PA"));
  EXPECT_THAT(g.complaints("\"8905491\" is no IMO number: its check digit is wrong"),
              ElementsAre("shipments.csv:3:29"));
  EXPECT_THAT(carried("S1,2017-01-01,A,B,HUA FU,8.9E+06,PA\n").complaints("seven digits"),
              ElementsAre("shipments.csv:2:26"));
  EXPECT_THAT(carried("S1,2017-01-01,A,B,HUA FU,,PA\n").complaints("IMO"), IsEmpty());
}

TEST(Vessels, AreNamedByEventsAndRelations) {
  const GraphText g = carried("S1,2017-01-01,A,B,HUA FU,9020003,PA\n",
                              R"(
      HUA FU,9020003,2016-12-30,load,Nampo,KP
      ,9004700,2016-12-31,call,Dalian,CN)",
                              R"(
      Ship Managers,manages,HUA FU
      Holding,owns,9004700
      Trader,buys_from,HUA FU)");
  EXPECT_THAT(vessels(g), ElementsAre("? 9004700", "HUA FU 9020003 PA"));
  EXPECT_EQ(g.show(g.graph.facts.at(0).from), "listed 9020003");
  EXPECT_EQ(g.show(g.graph.facts.at(1).from), "listed 9004700");
  EXPECT_EQ(g.show(g.graph.stated_deals.at(0).seller), "unresolved ?:HUA FU");
  EXPECT_TRUE(g.graph.is_subject(SubjectKind::vessel, g.graph.vessels.vertex[0]));
  EXPECT_FALSE(g.graph.is_subject(SubjectKind::company, g.graph.vessels.vertex[0]));
}

TEST(Vessels, AreNotMeantWhereAFirmOfTheNameIsListed) {
  const GraphText g({{"shipments", "shipment_id,date,supplier,buyer,vessel\nS1,2017-01-01,A,B,Star\n"},
                     {"suppliers", "name,country\nStar,CN\n"},
                     {"relations", "source,relation,target\nHolding,owns,Star\n"}});
  EXPECT_EQ(g.graph.vertices.kind[g.graph.facts.at(0).from], VertexKind::company);
}

TEST(VesselEvents, StandInTheOrderOfVesselsAndDays) {
  const GraphText g = carried("", R"(
      HUA FU,9020003,2017-02-02,discharge,Dalian,CN
      HUA FU,9020003,2017-02,befell,Nampo,
      HUA FU,9020003,2017-01-30,LOAD,Haeju Bay 37.93N 125.62E,KP
      ,,2017-01-30,load,Nampo,KP)");
  const VesselEvents& e = g.graph.vessel_events;
  EXPECT_THAT(e.kind, ElementsAre(VesselEventKind::load, VesselEventKind::unknown, VesselEventKind::discharge,
                                  VesselEventKind::load));
  EXPECT_EQ(e.place[0].country, north_korea);
  EXPECT_EQ(e.first[1], day("2017-02-01"));
  EXPECT_EQ(e.last[1], day("2017-02-28"));
  EXPECT_EQ(e.vessel[3], no_vertex);
  EXPECT_THAT(g.complaints("no event of a vessel"), ElementsAre("vessel_events.csv:3:24"));
  EXPECT_THAT(g.complaints("names no vessel"), ElementsAre("vessel_events.csv:5:1"));
}

TEST(VesselEvents, OfATransferNameTheOtherVessel) {
  const GraphText g({{"vessel_events",
                      "vessel,imo,date,event,place,country,partner,partner_imo\n"
                      "HUA FU,9020003,2017-02-02,sts,at sea,,UL JI BONG 6,9114555\n"}});
  ASSERT_EQ(g.graph.facts.size(), 2U);
  for (const Fact& fact : g.graph.facts) EXPECT_EQ(fact.relation, Relation::met_at_sea);
  EXPECT_EQ(g.show(g.graph.facts[0].to), "listed 9114555");
  EXPECT_EQ(g.show(g.graph.facts[1].to), "listed 9020003") << "who met whom is the same of both";
}

}  // namespace
}  // namespace assay::test
