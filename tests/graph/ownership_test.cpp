#include "graph/ownership.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/shares.h"
#include "graph/ultimate.h"
#include "support/graph_text.h"

// Who holds how much of whom, on which day, and what is odd about it. The cascade itself is held to its definition in
// ownership_property_test.cpp, and to the examples of FAQ 401 in tests/rules/ownership_test.cpp.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// What a party named X holds of others.
struct Owning {
  GraphText text;
  Holdings holdings{text.graph};
  Closure closure{text.graph, doubtful_parties(text.graph)};
  Ownership ownership;

  explicit Owning(const TableTexts& tables, OwnershipQuestion question = {})
      : text(tables), ownership(holdings, closure, by_x(), question) {}

  [[nodiscard]] Period on(std::string_view date) const { return {day(date), day(date)}; }
  /// "no", "unknown", "yes".
  [[nodiscard]] std::string at(std::string_view party, Period period) const {
    const Truth truth = ownership.at(text.company(party), period);
    return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown";
  }
  [[nodiscard]] std::string at(std::string_view party, std::string_view date = "2020-01-01") const {
    return at(party, on(date));
  }
  /// The fields of the cells that it waits for, and "owners of NAME".
  [[nodiscard]] std::vector<std::string> causes(std::string_view party, std::string_view date = "2020-01-01") const {
    std::vector<std::string> all;
    for (const OwnershipCause& cause : ownership.causes(text.company(party), on(date)))
      all.push_back(cause.kind == OwnershipCause::Kind::cell
                        ? std::string(info(cause.cell.field).name)
                        : "owners of " + entity_of(text.graph, cause.vertex).name);
    return all;
  }

 private:
  [[nodiscard]] Answer by_x() const {
    Answer answer(text.graph.vertices.size());
    answer.put(text.company("X"), Truth::yes);
    return answer;
  }
};

TEST(Shares, AreReadAsPerCentInWholeParts) {
  const auto parts = [](std::string_view text) {
    const ShareReading share = parse_share(text);
    return std::pair(share.low, share.high);
  };
  EXPECT_EQ(parts("50"), std::pair(whole_share / 2, whole_share / 2));
  EXPECT_EQ(parts(" 17.2 % "), std::pair(172'000, 172'000));
  EXPECT_EQ(parts("25-50"), std::pair(whole_share / 4, whole_share / 2));
  EXPECT_EQ(parts("25 至 50"), std::pair(whole_share / 4, whole_share / 2));
  EXPECT_EQ(parts("33.333333"), std::pair(333'333, 333'334));
  EXPECT_EQ(parts("100"), std::pair(whole_share, whole_share));
}

TEST(Shares, OutsideAWholeAreNotKnown) {
  for (const char* text : {"101", "-5", "half", "50-40", "1e9", "50 50"}) {
    EXPECT_EQ(parse_share(text).known, Known::unreadable) << text;
    EXPECT_EQ(parse_share(text).high, whole_share) << text;
  }
  EXPECT_EQ(parse_share("").known, Known::blank);
}

TEST(Shares, OfAColumnWithinOneMayBeFractionsUnlessTheyCarryASign) {
  const Owning fractions({{"relations", "source,relation,target,share_pct\nX,owns,A,0.6\nlee,owns,A,0.4"}});
  EXPECT_EQ(fractions.at("A"), "unknown");
  EXPECT_THAT(fractions.text.complaints("may be fractions or per cent"),
              ElementsAre("relations.csv:2:10", "relations.csv:3:12"));
  const Owning signs({{"relations", "source,relation,target,share_pct\nX,owns,A,0.6%\nlee,owns,A,99.4%"}});
  EXPECT_EQ(signs.at("A"), "no");
}

TEST(Owners, AreTakenForPersonsOnlyWhenTheRowsKnowThemAsOwnersAndTheirNameIsNoneOfAFirm) {
  for (const char* name : {"Rungra Trading", "Harbour Ltd", "丹东鸿祥实业发展有限公司", "조선광업무역", "Fund 7",
                           "Ministry of Coal", "ООО Ромашка", "Works"})
    EXPECT_TRUE(is_name_of_firm(name)) << name;
  for (const char* name : {"free", "Lim", "Lee Jong Un", "马晓红", "박철수", "Иван Петров", "M. Coulson"})
    EXPECT_FALSE(is_name_of_firm(name)) << name;
  const std::string rows = "source,relation,target,share_pct\nX,owns,A,49\nH,owns,A,51";
  EXPECT_EQ(Owning({{"relations", rows}}).at("A"), "no");
  EXPECT_EQ(Owning({{"relations", rows}, {"suppliers", "name,country\nH,DE"}}).at("A"), "unknown");
  EXPECT_EQ(Owning({{"relations", rows}, {"shipments", "shipment_id,supplier\nS1,H"}}).at("A"), "unknown");
  EXPECT_EQ(Owning({{"relations", rows + "\nX,owns,H,49"}}).at("A"), "unknown");
  EXPECT_EQ(Owning({{"relations", rows + "\nQ,controls,H,"}}).at("A"), "unknown");
}

const char* const sold = R"(
    source,relation,target,share_pct,from,to
    X,owns,A,60,2010-01-01,2015-06-30
    lee,owns,A,40,2010-01-01,2030-12-31
    kim,owns,A,60,2015-07-01,2030-12-31)";

TEST(Holdings, CountOnTheDaysWhenTheyWereHeld) {
  const Owning owning({{"relations", sold}});
  EXPECT_EQ(owning.at("A", "2015-06-30"), "yes");
  EXPECT_EQ(owning.at("A", "2015-07-01"), "no");
  EXPECT_EQ(owning.at("A", "2009-12-31"), "unknown");  // nobody says who held it before
  EXPECT_EQ(owning.at("A", Period{day("2015-06-01"), day("2015-07-31")}), "unknown");
}

TEST(Holdings, OfAMonthThatIsNotExactMayOrMayNotHaveBegun) {
  const Owning owning({{"relations", R"(
    source,relation,target,share_pct,from,to
    X,owns,A,60,2018-05,)"}});
  EXPECT_EQ(owning.at("A", "2018-05-31"), "yes");
  EXPECT_EQ(owning.at("A", "2018-05-10"), "unknown");
  EXPECT_THAT(owning.causes("A", "2018-05-10"), testing::Contains("relation.from"));
}

TEST(Holdings, WithoutABeginningSpeakOfTheDayOfTheAudit) {
  const Owning owning({{"relations", "source,relation,target,share_pct,from\nX,owns,A,60,"}});
  EXPECT_EQ(owning.at("A"), "yes");
  EXPECT_EQ(owning.at("A", "2015-01-01"), "unknown");
  EXPECT_THAT(owning.causes("A", "2015-01-01"), testing::Contains("relation.from"));
}

TEST(Holdings, OfARowThatEndsBeforeItBeginsAreNotKnown) {
  const Owning owning({{"relations", "source,relation,target,share_pct,from,to\nX,owns,A,60,2019-01-01,2018-01-01"}});
  EXPECT_EQ(owning.at("A"), "unknown");
}

TEST(Holdings, ThatContradictEachOtherAreAnIntervalAndADataConflict) {
  const Owning owning({{"relations", R"(
    source,relation,target,share_pct
    X,owns,A,30
    X,owns,A,60
    lee,owns,A,40)"}});
  EXPECT_EQ(owning.at("A"), "unknown");
  EXPECT_THAT(owning.text.complaints("data conflict: another row says that X holds 30 % of A"),
              ElementsAre("relations.csv:3:10"));
  const Owning twice({{"relations", "source,relation,target,share_pct\nX,owns,A,30\nX,owns,A,30\nlee,owns,A,70"}});
  EXPECT_EQ(twice.at("A"), "no");
  EXPECT_THAT(twice.text.complaints("data conflict"), IsEmpty());
  const Owning in_turn({{"relations", R"(
    source,relation,target,share_pct,from,to
    X,owns,A,30,2010-01-01,2014-12-31
    X,owns,A,60,2015-01-01,)"}});
  EXPECT_THAT(in_turn.text.complaints("data conflict"), IsEmpty());
  EXPECT_EQ(in_turn.at("A"), "yes");
}

TEST(Holdings, OfMoreThanAWholeRuleNobodyOut) {
  const Owning owning({{"relations", R"(
    source,relation,target,share_pct
    X,owns,A,40
    lee,owns,A,80)"}});
  EXPECT_THAT(owning.text.complaints("the owners of A hold 120 % together"), SizeIs(1));
  EXPECT_EQ(owning.ownership.owned(owning.text.company("A"), owning.on("2020-01-01")).low, 400'000);
}

TEST(Holdings, InANameThatFitsSeveralAreAMaybe) {
  const char* const two = "name,country\nQuay,CN\nQuay,RU\nA,DE";
  const Owning owner(
      {{"suppliers", two},
       {"relations", "source,relation,target,share_pct\nX,owns,Quay,100\nQuay,owns,A,60\nlee,owns,A,40"}});
  EXPECT_EQ(owner.at("A"), "unknown");
  EXPECT_THAT(owner.causes("A"), testing::Contains("relation.source"));
}

TEST(Holdings, OfAPartyThatNoCellNamesMayBeOfAnyone) {
  const Owning owning({{"relations", "source,relation,target,share_pct\nX,owns,,60\nlee,owns,A,100"},
                       {"suppliers", "name,country\nA,DE"},
                       {"declarations",
                        "party,statement,goods,from,to,document,issuer,date,grade\n"
                        "A,owners_complete,,2010-01-01,2030-01-01,R-1,Registry,2019-01-01,A"}});
  EXPECT_EQ(owning.at("A"), "no");  // all of it is Lee's
  const Owning part({{"relations", "source,relation,target,share_pct\nX,owns,,60\nlee,owns,A,30"},
                     {"suppliers", "name,country\nA,DE"},
                     {"declarations",
                      "party,statement,goods,from,to,document,issuer,date,grade\n"
                      "A,owners_complete,,2010-01-01,2030-01-01,R-1,Registry,2019-01-01,A"}});
  EXPECT_EQ(part.at("A"), "unknown");
  EXPECT_THAT(part.causes("A"), testing::Contains("relation.target"));
}

TEST(Holdings, OfAWordThatIsNoRelationAreAMaybe) {
  const Owning owning({{"relations", "source,relation,target,share_pct\nX,befriends,A,60\nlee,owns,A,100"}});
  EXPECT_EQ(owning.at("A"), "no");
  const Owning part({{"relations", "source,relation,target,share_pct\nX,befriends,A,60"}});
  EXPECT_EQ(part.at("A"), "unknown");
}

TEST(Holdings, ByAParentWithoutAShareAreAMaybe) {
  const Owning owning({{"suppliers", "name,country,parent\nA,DE,X\nB,DE,none"}});
  EXPECT_EQ(owning.at("A"), "unknown");
  const Owning stated({{"suppliers", "name,country,owner,share_pct\nA,DE,X,60"}});
  EXPECT_EQ(stated.at("A"), "yes");
}

TEST(Rings, OfOwnershipAreAWarningThatNamesThem) {
  const Owning owning({{"relations", R"(
    source,relation,target,share_pct
    B,owns,A,100
    C,owns,B,100
    A,owns,C,100
    X,owns,D,50
    D,owns,E,50)"}});
  EXPECT_THAT(owning.text.complaints("cycle of ownership: A → B → C → A, each owned by the next"), SizeIs(1));
  EXPECT_THAT(owning.text.complaints("cycle of ownership"), SizeIs(1));
  EXPECT_EQ(owning.at("A"), "no");
  EXPECT_EQ(owning.at("E"), "yes");
}

TEST(Rings, OfDifferentTimesAreNone) {
  const GraphText text({{"relations", R"(
    source,relation,target,share_pct,from,to
    B,owns,A,100,2010-01-01,2012-12-31
    A,owns,B,100,2013-01-01,)"}});
  EXPECT_THAT(text.complaints("cycle of ownership"), IsEmpty());
}

TEST(Rings, OfOneThatOwnsItselfAreToldToo) {
  const GraphText text({{"relations", "source,relation,target,share_pct\nA,owns,A,20"}});
  EXPECT_THAT(text.complaints("cycle of ownership: A → A"), SizeIs(1));
}

TEST(Owners, AreFoundThroughChainsAndRingsOfAnyLength) {
  constexpr int length = 3000;
  std::string rows = "source,relation,target,share_pct\nX,owns,P0,100\n";
  for (int i = 0; i < length; ++i) rows += "P" + std::to_string(i) + ",owns,P" + std::to_string(i + 1) + ",100\n";
  EXPECT_EQ(Owning({{"relations", rows}}).at("P" + std::to_string(length)), "yes");
  const std::string ring = rows + "P" + std::to_string(length) + ",owns,Q,50\nQ,owns,P1,0\nX,owns,Q,50\n";
  EXPECT_EQ(Owning({{"relations", ring}}).at("Q"), "yes");
}

TEST(Owners, HaveNoColumnsWhereNobodyStatesAny) {
  const GraphText text({{"shipments", "shipment_id,supplier,buyer\nS1,A,B"}});
  EXPECT_THAT(text.graph.shares, IsEmpty());
  EXPECT_THAT(text.graph.shares.capacity(), 0U);
}

}  // namespace
}  // namespace assay::test
