#include "graph/voyages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// Whether a vessel was loaded, or called, in the DPRK while it carried goods, by its own record: what counts, what
// does not, and what stays open.

namespace assay::test {
namespace {

/// What the record says of S1, carried by HUA FU (IMO 9020003) and dated 2018-05-10.
struct Asked {
  std::string date = "2018-05-10";
  std::string vessel = "HUA FU";
  std::string imo = "9020003";
  std::string arrived = "";
  std::string mode = "sea";
  std::string others = "";  ///< further rows of shipments

  [[nodiscard]] std::pair<std::string, VoyageFinding> ask(const std::string& events, bool loads_only) const {
    const GraphText g({{"shipments", "shipment_id,date,supplier,buyer,vessel,imo,arrived,mode\nS1," + date + ",A,B," +
                                         vessel + "," + imo + "," + arrived + "," + mode + "\n" + others},
                       {"vessel_events", "vessel,imo,date,event,place,country\n" + flush_left(events)}});
    const Voyages voyages(g.graph, [](const PlaceReading& place) {
      if (place.country == north_korea) return Truth::yes;
      return place.country.may_be(north_korea) ? Truth::unknown : Truth::no;
    });
    const VoyageFinding found = voyages.of(g.shipment("S1"), loads_only);
    std::string because;
    if (found.truth == Truth::unknown) because = " ?" + std::string(info(found.because.field).name);
    if (found.vessel != no_vertex) because = " ?voyages";
    constexpr std::string_view words[] = {"no", "unknown", "yes"};
    return {std::string(words[static_cast<std::size_t>(found.truth)]) + because, found};
  }
  [[nodiscard]] std::string loaded(const std::string& events) const { return ask(events, true).first; }
  [[nodiscard]] std::string called(const std::string& events) const { return ask(events, false).first; }
};

const std::string own_voyage = R"(
    HUA FU,9020003,2018-05-08,load,Dalian,CN
    HUA FU,9020003,2018-05-20,discharge,Shanghai,CN)";

TEST(Voyages, BeginWithALoadAndEndWithADischarge) {
  EXPECT_EQ(
      Asked().loaded("HUA FU,9020003,2018-05-08,load,Nampo,KP\nHUA FU,9020003,2018-05-20,discharge,Shanghai,CN"),
      "yes");
  EXPECT_EQ(Asked().loaded(own_voyage), "no");
}

TEST(Voyages, OfGoodsDatedOnTheDayOfDischargeOrAWeekBehindItAreTheirs) {
  const std::string voyage =
      "HUA FU,9020003,2018-05-06,load,Nampo,KP\nHUA FU,9020003,2018-05-10,discharge,Shanghai,CN";
  EXPECT_EQ(Asked().loaded(voyage), "yes");
  EXPECT_EQ(Asked{.date = "2018-05-17"}.loaded(voyage), "yes");
  EXPECT_EQ(Asked{.date = "2018-05-18"}.loaded(voyage), "unknown ?voyages");
  EXPECT_EQ(Asked{.date = "2018-04-28"}.loaded(voyage), "unknown ?voyages");
}

TEST(Voyages, ThatEndedBeforeTheGoodsWereLoadedElsewhereAreNotTheirs) {
  EXPECT_EQ(Asked().loaded("HUA FU,9020003,2018-05-01,load,Nampo,KP\nHUA FU,9020003,2018-05-05,discharge,Dalian,CN" +
                           own_voyage),
            "no");
}

TEST(Voyages, LongBeforeOrAfterAreIgnored) {
  const std::string others = R"(
    HUA FU,9020003,2017-11-01,load,Nampo,KP
    HUA FU,9020003,2017-11-05,discharge,Dalian,CN
    HUA FU,9020003,2018-09-01,call,Nampo,KP)";
  EXPECT_EQ(Asked().loaded(own_voyage + others), "no");
  EXPECT_EQ(Asked().called(own_voyage + others), "no");
  EXPECT_EQ(Asked().called(others), "unknown ?voyages");
}

TEST(Voyages, WithACallInTheDprkPassedThroughIt) {
  const std::string with_call = R"(
    HUA FU,9020003,2018-05-08,load,Dalian,CN
    HUA FU,9020003,2018-05-12,call,Nampo,KP
    HUA FU,9020003,2018-05-20,discharge,Shanghai,CN)";
  EXPECT_EQ(Asked().called(with_call), "yes");
  EXPECT_EQ(Asked().loaded(with_call), "unknown ?vessel_event.event");
  EXPECT_EQ(Asked{.date = "2018-06-20"}.called(with_call), "unknown ?voyages");
}

TEST(Voyages, ThatNoDischargeEndsLastAMonthForCertainAndTwoAtMost) {
  const std::string load = "HUA FU,9020003,2018-05-08,load,Nampo,KP";
  EXPECT_EQ(Asked{.date = "2018-06-07"}.loaded(load), "yes");
  EXPECT_EQ(Asked{.date = "2018-06-08"}.loaded(load), "unknown ?vessel_event.event");
  EXPECT_EQ(Asked{.date = "2018-07-15"}.loaded(load), "unknown ?voyages");
}

TEST(Voyages, UntilTheArrivalOfTheGoodsAreTheirs) {
  const std::string call = "HUA FU,9020003,2018-05-25,call,Nampo,KP";
  EXPECT_EQ(Asked{.arrived = "2018-06-02"}.called(call), "yes");
}

TEST(Voyages, StayOpenWhereAnEventIsNotDatedOrNotPlacedOrNotKnown) {
  EXPECT_EQ(Asked().loaded(own_voyage + "\nHUA FU,9020003,,load,Nampo,KP"), "unknown ?vessel_event.date");
  EXPECT_EQ(Asked().loaded(own_voyage + "\nHUA FU,9020003,2018-05,load,Nampo,KP"), "unknown ?vessel_event.date");
  EXPECT_EQ(Asked().loaded(own_voyage + "\nHUA FU,9020003,2018-05-09,load,,"), "unknown ?vessel_event.country");
  EXPECT_EQ(Asked().loaded(own_voyage + "\nHUA FU,9020003,2018-05-09,,Nampo,KP"), "unknown ?vessel_event.event");
  EXPECT_EQ(Asked().loaded(own_voyage + "\n,,2018-05-09,load,Nampo,KP"), "unknown ?vessel_event.imo");
  EXPECT_EQ(Asked{.date = "2018-05"}.loaded("HUA FU,9020003,2018-05-08,load,Nampo,KP"), "unknown ?shipment.date");
}

TEST(Voyages, OfANamesakeAreItsOwn) {
  EXPECT_EQ(Asked().loaded(own_voyage + "\nHUA FU,9004700,2018-05-08,load,Nampo,KP"), "no");
  EXPECT_EQ(Asked().loaded(own_voyage + "\nSKY ANGEL,,2018-05-08,load,Nampo,KP"), "no");
}

TEST(Voyages, OfAVesselThatMayBeThisOneStayOpen) {
  const std::string two = own_voyage + "\nHUA FU,9004700,2016-05-08,load,Dalian,CN";
  EXPECT_EQ(Asked().loaded(two + "\nHUA FU,,2018-05-08,load,Nampo,KP"), "unknown ?vessel_event.imo");
  EXPECT_EQ(Asked{.imo = ""}.loaded(two + "\nHUA FU,9004700,2018-05-08,load,Nampo,KP"), "unknown ?shipment.imo");
}

TEST(Voyages, OfAVesselKnownByItsNameMayFlagButClearNothing) {
  const Asked nameless{.vessel = "Mud Barge", .imo = ""};
  EXPECT_EQ(nameless.loaded("Mud Barge,,2018-05-08,load,Nampo,KP"), "yes");
  EXPECT_EQ(nameless.loaded("Mud Barge,,2018-05-08,load,Dalian,CN"), "unknown ?shipment.imo");
  EXPECT_EQ(Asked{.imo = ""}.loaded(own_voyage), "unknown ?shipment.imo");
}

TEST(Voyages, OfAVesselThatNobodyNamesStayOpenUnlessTheGoodsWentByLand) {
  EXPECT_EQ((Asked{.vessel = "", .imo = ""}.loaded(own_voyage)), "unknown ?shipment.vessel");
  EXPECT_EQ((Asked{.vessel = "", .imo = "", .mode = ""}.loaded(own_voyage)), "unknown ?shipment.vessel");
  EXPECT_EQ((Asked{.vessel = "", .imo = "", .mode = "rail"}.loaded(own_voyage)), "no");
  EXPECT_EQ((Asked{.vessel = "", .imo = "", .mode = "sea and rail"}.loaded(own_voyage)), "unknown ?shipment.vessel");
}

/// Blanks one cell after the other of a text with columns.
template <class Visit>
void for_each_blanked(const std::string& events, Visit visit) {
  for (std::size_t from = 0; from < events.size();) {
    const std::size_t end = std::min(events.find_first_of(",\n", from), events.size());
    std::string blanked = events;
    visit(blanked.erase(from, end - from));
    from = end + 1;
  }
}

TEST(Voyages, OfWhichACellIsBlankedAreNeverClearer) {
  const std::vector<std::string> records = {
      "HUA FU,9020003,2018-05-08,load,Nampo,KP\nHUA FU,9020003,2018-05-20,discharge,Shanghai,CN",
      "HUA FU,9020003,2018-05-08,load,Dalian,CN\nHUA FU,9020003,2018-05-12,call,Nampo,KP\n"
      "HUA FU,9020003,2018-05-20,discharge,Shanghai,CN",
      "HUA FU,9020003,2018-04-28,call,Dalian,CN\nHUA FU,9020003,2018-05-10,load,Dalian,CN\n"
      "HUA FU,9020003,2018-05-18,call,Nampo,KP\nHUA FU,9020003,2018-05-20,discharge,Shanghai,CN",
      "HUA FU,9020003,2018-05-08,load,Dalian,CN\nHUA FU,9020003,2018-05-09,load,Taean,\n"
      "HUA FU,9020003,2018-05-20,discharge,Shanghai,CN"};
  for (const std::string& record : records)
    for (const bool loads_only : {false, true}) {
      const Truth whole = Asked().ask(record, loads_only).second.truth;
      if (whole == Truth::no) continue;
      for_each_blanked(record, [&](const std::string& blanked) {
        EXPECT_NE(Asked().ask(blanked, loads_only).second.truth, Truth::no) << blanked;
      });
    }
}

}  // namespace
}  // namespace assay::test
