#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// Ports and routes: whether goods touched the DPRK, surely, maybe, or not.

namespace assay::test {
namespace {

std::string said(const PlacesValue& value) {
  const std::string dprk = value.surely_dprk ? "in the DPRK" : value.maybe_dprk ? "may be there" : "elsewhere";
  return std::string(to_string(value.known)) + ", " + dprk;
}

std::string port(const std::string& port, const std::string& country) {
  const GraphText g({{"shipments", "shipment_id,consignor,load_port,load_country\nS1,Ferry Trading," + port + "," +
                                       country + "\n"}});
  return said(g.graph.places.values[g.graph.shipments.load_port.at(0)]);
}

std::string transit(const std::string& places) {
  const GraphText g({{"shipments", "shipment_id,consignor,transit\nS1,Ferry Trading,\"" + places + "\"\n"}});
  return said(g.graph.places.values[g.graph.shipments.transit.at(0)]);
}

TEST(LoadPort, IsFoundByCodeAndByName) {
  EXPECT_EQ(port("KPNAM", ""), "known, in the DPRK");
  EXPECT_EQ(port("Nampo", ""), "known, in the DPRK");
  EXPECT_EQ(port("남포", "KP"), "known, in the DPRK");
}

TEST(LoadPort, ElsewhereIsElsewhere) {
  EXPECT_EQ(port("CNDLC", "CN"), "known, elsewhere");
  EXPECT_EQ(port("KRINC", ""), "known, elsewhere");
}

TEST(LoadPort, ThatNobodyKnowsStaysOpenUnlessTheRowNamesItsCountry) {
  EXPECT_EQ(port("Port Nowhere", ""), "unreadable, may be there");
  EXPECT_EQ(port("Port Nowhere", "CN"), "known, elsewhere");
  EXPECT_EQ(port("", ""), "blank, may be there");
}

TEST(LoadPort, OfADprkNameStatedElsewhereIsAmbiguous) {
  EXPECT_THAT(port("Nampo", "CN"), testing::StartsWith("ambiguous"));
}

TEST(LoadPort, OfATableWithoutTheColumnWasNotAsked) {
  const GraphText g({{"shipments", "shipment_id,consignor\nS1,Ferry Trading\n"}});
  EXPECT_EQ(said(g.graph.places.values[g.graph.shipments.load_port.at(0)]), "not_asked, may be there");
  EXPECT_EQ(said(g.graph.places.values[g.graph.shipments.transit.at(0)]), "not_asked, may be there");
}

TEST(Transit, IsEveryPlaceOnTheWay) {
  EXPECT_EQ(transit("Vladivostok > Rajin > Busan"), "known, in the DPRK");
  EXPECT_EQ(transit("CNDLC; KPRJN"), "known, in the DPRK");
  EXPECT_EQ(transit("CNDLC / KRPUS"), "known, elsewhere");
}

TEST(Transit, OfNoneIsNowhere) {
  EXPECT_EQ(transit("none"), "known, elsewhere");
  EXPECT_EQ(transit("无"), "known, elsewhere");
}

TEST(Transit, ThatIsBlankOrNotKnownStaysOpen) {
  EXPECT_EQ(transit(""), "blank, may be there");
  EXPECT_EQ(transit("Port Nowhere"), "unreadable, may be there");
  EXPECT_EQ(transit("CNDLC > Port Nowhere"), "unreadable, may be there");
}

TEST(Transit, ThroughTheDprkIsSureThoughAnotherPlaceIsNotKnown) {
  EXPECT_EQ(transit("Port Nowhere > Rajin"), "unreadable, in the DPRK");
}

}  // namespace
}  // namespace assay::test
