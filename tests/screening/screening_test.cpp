#include "screening/screening.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/listed.h"
#include "support/graph_text.h"

// Who is on which list, and what decides it.

namespace assay::test {
namespace {

constexpr std::string_view as_of = "2020-01-01";

/// A table of suppliers, or of several kinds, screened against the entries of one list.
class Screened {
 public:
  Screened(const TableTexts& tables, const std::string& list) : graph_(tables) {
    screening_ = screen(graph_.graph, *lists_of_test(flush_left(list), day(as_of)), {}, diagnostics_);
  }

  /// "flag name L1 0.95", one for each hit of a party; the surest first.
  [[nodiscard]] std::vector<std::string> of(const std::string& party, VertexKind kind = VertexKind::company) const {
    std::vector<std::string> all;
    for (const Hit& hit : screening_.hits_of(graph_.vertex(kind, party))) {
      std::string text = hit.cleared != Clearing::none ? "cleared" : hit.truth() == Truth::yes ? "flag" : "ask";
      text += hit.by == HitBy::name ? " name " : hit.by == HitBy::identifier ? " identifier " : " contact ";
      all.push_back(text + std::string(screening_.entry_of(hit).id));
    }
    return all;
  }
  [[nodiscard]] const Screening& screening() const { return screening_; }
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  GraphText graph_;
  Diagnostics diagnostics_;
  Screening screening_;
};

std::vector<std::string> hits(const std::string& suppliers, const std::string& list, const std::string& party) {
  return Screened({{"suppliers", suppliers}}, list).of(party);
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Screening, FindsANameInAnotherSpelling) {
  EXPECT_THAT(hits("name,country\nDandong Fulonghai Industry and Trade Co Ltd,CN\n",
                   "id,name,country,program\nL1,DANDONG FULONGHAI INDUSTRY & TRADE CO. LTD.,CN,DPRK4\n",
                   "Dandong Fulonghai Industry and Trade Co Ltd"),
              ElementsAre("flag name L1"));
}

TEST(Screening, FindsAnAliasOfAnotherRowOfTheSameParty) {
  EXPECT_THAT(
      hits("name,alias,country,registration_no\nQuay Ore,,CN,110220330\nHill Ore,Paekhojin Minerals,CN,110220330\n",
           "id,name,country,program\nL1,Paekhojin Minerals,CN,DPRK4\n", "Hill Ore"),
      ElementsAre("flag name L1"));
}

TEST(Screening, PassesOverWhoeverSharesWordsOfBusinessAndPlace) {
  EXPECT_THAT(hits("name,country\nDandong Industry and Trade Co Ltd,CN\n",
                   "id,name,country,program\nL1,DANDONG FULONGHAI INDUSTRY & TRADE CO. LTD.,CN,DPRK4\n",
                   "Dandong Industry and Trade Co Ltd"),
              IsEmpty());
}

TEST(Screening, ClearsAFirmOfTheRepublicOfKorea) {
  EXPECT_THAT(hits("name,country\nKorea Paekhojin Trading Corporation,KR\n",
                   "id,name,country,program\nL1,Korea Paekhojin Trading Corporation,KP,DPRK\n",
                   "Korea Paekhojin Trading Corporation"),
              ElementsAre("cleared name L1"));
}

TEST(Screening, DoesNotClearByAKoreaThatMayBeEither) {
  EXPECT_THAT(hits("name,country\nKorea Paekhojin Trading Corporation,Korea\n",
                   "id,name,country,program\nL1,Korea Paekhojin Trading Corporation,KP,DPRK\n",
                   "Korea Paekhojin Trading Corporation"),
              ElementsAre("flag name L1"));
}

TEST(Screening, ClearsWhoHasAnotherCodeWhoseCheckDigitHolds) {
  EXPECT_THAT(
      hits("name,country,uscc\nPaekhojin Minerals,CN,91371000MA3K7T2Q5D\n",
           "id,name,country,program,uscc\nL1,Paekhojin Minerals,CN,DPRK,91210600MA0P4F8X3J\n", "Paekhojin Minerals"),
      ElementsAre("cleared name L1"));
  EXPECT_THAT(
      hits("name,country,uscc\nPaekhojin Minerals,CN,91371000MA3K7T2Q5X\n",  // a digit is wrong
           "id,name,country,program,uscc\nL1,Paekhojin Minerals,CN,DPRK,91210600MA0P4F8X3J\n", "Paekhojin Minerals"),
      ElementsAre("flag name L1"));
}

TEST(Screening, FindsACodeUnderAnotherName) {
  EXPECT_THAT(hits("name,country,uscc\nQuay Ore,CN,91210600MA0P4F8X3J\n",
                   "id,name,country,program,uscc\nL1,Paekhojin Minerals,CN,DPRK,91210600MA0P4F8X3J\n", "Quay Ore"),
              ElementsAre("flag identifier L1"));
}

TEST(Screening, AsksAboutARegistrationNumberWhoseRegisterNobodyStates) {
  EXPECT_THAT(hits("name,country,registration_no\nQuay Ore,RU,1082540009999\n",
                   "id,name,program,registration_no\nL1,Paekhojin Minerals,DPRK,1082540009999\n", "Quay Ore"),
              ElementsAre("ask identifier L1"));
}

TEST(Screening, TakesTheNameOfAShipForALeadAndItsNumberForAHit) {
  const std::string list = "id,name,kind,program,imo\nV1,PAEKHO 5,vessel,DPRK4,9074729\n";
  const std::string header = "shipment_id,date,supplier,buyer,hs_code,origin_country,vessel,imo\n";
  const auto ship = [&](const std::string& cells, const std::string& name) {
    return Screened({{"shipments", header + "S1,2018-05-01,Quay Ore,Buyer B,270112,RU," + cells + "\n"}}, list)
        .of(name, VertexKind::vessel);
  };
  EXPECT_THAT(ship("PAEKHO 5,", "PAEKHO 5"), ElementsAre("ask name V1"));
  EXPECT_THAT(ship("QUIET DAWN,9074729", "QUIET DAWN"), ElementsAre("flag identifier V1"));
  EXPECT_THAT(ship("PAEKHO 5,9319466", "PAEKHO 5"), ElementsAre("cleared name V1"));
  EXPECT_THAT(ship("QUIET DAWN,9319466", "QUIET DAWN"), IsEmpty());
}

TEST(Screening, SaysWhatOfANameWasNotCompared) {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "ore ";
  const Screened screened({{"suppliers", "name,country\n" + name + ",CN\n"}}, "id,name,program\nL1,Paekhojin,DPRK\n");
  ASSERT_THAT(screened.diagnostics(), testing::SizeIs(1));
  EXPECT_EQ(screened.diagnostics().front().at.line, 2U);
}

TEST(Screening, FindsAnAddressWhoseCityAndCountryStandInColumns) {
  const std::string list =
      "id,name,country,program,address\nL1,Paekhojin,CN,DPRK4,\"88 Jinjiang Lu, Yuanbao Qu, Dandong, Liaoning\"\n";
  const std::string columns = "name,country,city,address\n";
  EXPECT_THAT(hits(columns + "Quay Ore,CN,Dandong,\"88 Jinjiang Road, Yuanbao District\"\n", list, "Quay Ore"),
              ElementsAre("flag contact L1"));
  EXPECT_THAT(hits(columns + "Quay Ore,CN,,\"88 Jinjiang Road, Yuanbao, Dandong\"\n", list, "Quay Ore"),
              ElementsAre("flag contact L1"));
  EXPECT_THAT(hits(columns + "Quay Ore,CN,Dandong,\"89 Jinjiang Road, Yuanbao District\"\n", list, "Quay Ore"),
              IsEmpty());
  EXPECT_THAT(hits(columns + "Quay Ore,CN,Weihai,\"88 Jinjiang Road, Yuanbao District\"\n", list, "Quay Ore"),
              IsEmpty());
}

TEST(Screening, IsTheSameForAnyNumberOfThreads) {
  std::string suppliers = "name,country\n";
  std::string list = "id,name,country,program\n";
  for (int i = 0; i < 300; ++i) {
    suppliers += "Quay Paekho" + std::string(1, static_cast<char>('a' + i % 26)) + "jin Ore,CN\n";
    list += "L" + std::to_string(i) + ",Quay Paekho" + std::string(1, static_cast<char>('a' + i % 24)) +
            "jin Ore,CN,DPRK\n";
  }
  const GraphText graph({{"suppliers", suppliers}});
  std::vector<std::vector<std::pair<VertexId, std::uint32_t>>> found;
  for (const unsigned threads : {1U, 2U, 8U}) {
    Diagnostics diagnostics;
    const Screening screening =
        screen(graph.graph, *lists_of_test(list, day(as_of)), ScreenOptions{threads}, diagnostics);
    found.emplace_back();
    for (const Hit& hit : screening.hits) found.back().emplace_back(hit.vertex, hit.entry);
  }
  EXPECT_FALSE(found[0].empty());
  EXPECT_EQ(found[0], found[1]);
  EXPECT_EQ(found[0], found[2]);
}

}  // namespace
}  // namespace assay::test
