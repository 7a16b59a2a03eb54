#include "graph/party_paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/span.h"
#include "searching.h"

// Chains of parties that depend on each other: who has DPRK nationals, or a director in the DPRK, behind them.

namespace assay::test {
namespace {

PathQuestion workers_behind() {
  return question_of({Relation::supplied_by, Relation::subcontracts_to, Relation::labour_from, Relation::has_workers,
                      Relation::national_of},
                     {VertexKind::country}, 3);
}

PathQuestion run_from_there() {
  return question_of({Relation::directed_by, Relation::controlled_by, Relation::located_in}, {VertexKind::country},
                     2);
}

/// Graph, closure and answers of one question.
class Asked {
 public:
  explicit Asked(const TableTexts& texts, const PathQuestion& question = workers_behind(),
                 std::string_view as_of = "2020-01-01")
      : g_(texts, as_of), closure_(g_.graph, doubtful_parties(g_.graph)), search_(g_.graph, question, closure_) {}

  [[nodiscard]] std::string verdict(std::string_view name) const {
    const VertexId company = g_.company(name);
    const Truth truth = search_.answer().at(company);
    if (truth == Truth::yes) return "flagged";
    if (truth == Truth::no) return "clear";
    std::string text = "open:";
    for (const PathCause& cause : search_.causes(company)) text += " " + said(cause);
    return text;
  }

  /// "Ship Owner > Yard SA > workers at Hull Yard (KP) > KP", each step beginning where the last one ended.
  [[nodiscard]] std::string path(std::string_view name) const { return chain_of(search_.proof(g_.company(name))); }

  [[nodiscard]] const PartySearch& search() const { return search_; }
  [[nodiscard]] const GraphText& graph() const { return g_; }

 private:
  [[nodiscard]] std::string said(const PathCause& cause) const {
    constexpr std::string_view about[] = {"inputs of ", "workforce of ", "country of "};
    if (cause.kind == PathCause::Kind::frontier)
      return std::string(about[static_cast<std::size_t>(cause.about)]) + entity_of(g_.graph, cause.vertex).name;
    return std::string(to_string(cause.why)) + " " + std::string(info(cause.cell.field).name);
  }

  GraphText g_;
  Closure closure_;
  PartySearch search_;
};

constexpr const char* welders = R"(site,employer,nationality,from,to
                                   Hull Yard,Weld Ltd,KP,2017-01-01,2018-12-31
)";

/// Who works for Weld Ltd beyond those whom a row lists is no DPRK national.
constexpr const char* weld_lists_all = R"(party,statement,goods,from,to,document,issuer,date,grade
                                          Weld Ltd,no_dprk_labour,,2005-01-01,2020-12-31,D-1,Auditor,2019-12-01,B
)";

TEST(PartyPaths, LeadOverAPurchaseAndASubcontractorToItsWorkers) {
  const Asked asked({{"workers", welders}, {"relations", R"(source,relation,target
                                                           Ship Owner,buys_from,Yard SA
                                                           Yard SA,subcontracts_to,Weld Ltd
)"}});
  EXPECT_EQ(asked.verdict("Yard SA"), "flagged");
  EXPECT_EQ(asked.path("Yard SA"), "Yard SA > Weld Ltd > workers at Hull Yard (KP) > KP");
  EXPECT_EQ(asked.path("Ship Owner"), "Ship Owner > Yard SA > Weld Ltd > workers at Hull Yard (KP) > KP");
  EXPECT_EQ(asked.verdict("Weld Ltd"), "clear") << "its own workers are asked about elsewhere";
}

TEST(PartyPaths, IgnoreTheDirectionOfNoLink) {
  const Asked asked({{"workers", welders},
                     {"relations", R"(source,relation,target
                                                           Weld Ltd,subcontracts_to,Paint Ltd
)"},
                     {"suppliers", "name,country\nPaint Ltd,PL\n"}});
  EXPECT_EQ(asked.verdict("Paint Ltd"), "clear") << "who works for Weld does not depend on it";
}

TEST(PartyPaths, OfASecondPurchaseAreAMaybe) {
  const Asked asked(
      {{"workers", welders},
       {"relations", R"(source,relation,target
                                      Ship Owner,buys_from,Yard SA
                                      Yard SA,buys_from,Weld Ltd
)"},
       {"suppliers", "name,country\nYard SA,PL\nWeld Ltd,PL\n"},
       {"declarations",
        std::string(weld_lists_all) + "Yard SA,no_dprk_labour,,2005-01-01,2020-12-31,D-2,Auditor,2019-12-01,B\n"}});
  EXPECT_EQ(asked.verdict("Yard SA"), "flagged");
  EXPECT_EQ(asked.verdict("Ship Owner"), "open: inputs of Yard SA");
}

TEST(PartyPaths, NeedALinkAtTheTimeOfTheWorkers) {
  const auto when = [](const std::string& from, const std::string& to) {
    return Asked({{"workers", std::string(welders)},
                  {"relations",
                   "source,relation,target,from,to\nYard SA,subcontracts_to,Weld Ltd," + from + "," + to + "\n"},
                  {"suppliers", "name,country\nYard SA,PL\nWeld Ltd,PL\n"},
                  {"declarations", weld_lists_all}})
        .verdict("Yard SA");
  };
  EXPECT_EQ(when("2018-06-01", "2019-06-01"), "flagged");
  EXPECT_EQ(when("2018-06-01", ""), "flagged") << "until today";
  EXPECT_EQ(when("", ""), "flagged") << "what is in force today was made by those who left a year ago";
  EXPECT_EQ(when("2011-01-01", "2012-12-31"), "clear");
  EXPECT_EQ(when("2021-01-01", "2019-12-31"), "open: unreadable relation.from") << "no such time";
  EXPECT_EQ(when("03/04/2016", "2016-12-31"), "open: ambiguous relation.from");
}

TEST(PartyPaths, OfWorkersWhoLeftLongAgoAndALinkWithoutATimeAreAMaybe) {
  const Asked asked({{"workers", "site,employer,nationality,from,to\nHull Yard,Weld Ltd,KP,2009-01-01,2011-12-31\n"},
                     {"relations", "source,relation,target,from,to\nYard SA,subcontracts_to,Weld Ltd,,\n"}});
  EXPECT_THAT(asked.verdict("Yard SA"), testing::HasSubstr("blank relation.from"));
}

TEST(PartyPaths, OfAShipmentNeedWorkersOnItsDay) {
  const auto on = [](const std::string& date) {
    return Asked({{"workers", std::string(welders)},
                  {"shipments", "shipment_id,date,supplier,buyer,hs_code,origin_country\nS1," + date +
                                    ",Weld Ltd,Ship Owner,890120,PL\n"}})
        .verdict("Ship Owner");
  };
  EXPECT_EQ(on("2018-03-01"), "flagged");
  EXPECT_EQ(on("2018-03"), "flagged");
  EXPECT_THAT(on("2019-03-01"), testing::StartsWith("open:")) << "made before, perhaps";
  EXPECT_THAT(on(""), testing::StartsWith("open:"));
}

TEST(PartyPaths, AreOpenWhereSomebodyDoesNotListItsWorkersOrItsInputs) {
  const Asked asked({{"workers", "site,employer,nationality\nPaint Hall,Paint Ltd,PL\n"},
                     {"suppliers", "name,country\nYard SA,PL\nWeld Ltd,PL\n"},
                     {"relations", "source,relation,target\nYard SA,subcontracts_to,Weld Ltd\n"}});
  EXPECT_EQ(asked.verdict("Yard SA"), "open: workforce of Weld Ltd");
  EXPECT_EQ(asked.verdict("Weld Ltd"), "clear") << "no row says on whom it depends";
  const Asked goods({{"workers", "site,employer,nationality\nPaint Hall,Paint Ltd,PL\n"},
                     {"shipments", R"(shipment_id,date,supplier,buyer,hs_code,origin_country
                                      S1,2019-03-01,Ferry Trading,Yard SA,720110,CN
)"}});
  EXPECT_EQ(goods.verdict("Ferry Trading"), "open: inputs of Ferry Trading");
  EXPECT_EQ(goods.verdict("Yard SA"), "open: workforce of Ferry Trading inputs of Ferry Trading");
}

TEST(PartyPaths, AreOpenWhereALinkNamesNobodyOrSeveral) {
  const Asked nobody({{"workers", welders}, {"relations", "source,relation,target\nYard SA,subcontracts_to,\n"}});
  EXPECT_EQ(nobody.verdict("Yard SA"), "open: blank relation.target");
  const Asked anyone({{"workers", welders},
                      {"suppliers", "name,country\nYard SA,PL\n"},
                      {"relations", "source,relation,target\n,subcontracts_to,Weld Ltd\n"},
                      {"declarations", R"(party,statement,goods,from,to,document,issuer,date,grade
                                          Weld Ltd,no_dprk_labour,,2017-01-01,2020-12-31,D-1,Auditor,2019-12-01,B
)"}});
  EXPECT_THAT(anyone.verdict("Yard SA"), testing::StartsWith("open:"));
  const Asked several({{"workers", welders},
                       {"suppliers", "name,country\nWeld Ltd,PL\nWeld Ltd,DE\nYard SA,PL\n"},
                       {"relations", "source,relation,target\nYard SA,subcontracts_to,Weld Ltd\n"}});
  EXPECT_THAT(several.verdict("Yard SA"), testing::StartsWith("open:"));
  const Asked unknown({{"workers", welders}, {"relations", "source,relation,target\nYard SA,befriends,Weld Ltd\n"}});
  EXPECT_THAT(unknown.verdict("Yard SA"), testing::StartsWith("open:")) << "a word that is not known";
}

TEST(PartyPaths, KeepWhomAProviderSendsElsewhereOpen) {
  const Asked asked({{"workers", R"(site,employer,labour_provider,nationality
                                    Hull Yard,Weld Ltd,Send Ltd,KP
                                    Paint Hall,Paint Ltd,Send Ltd,PL
)"},
                     {"relations", "source,relation,target\nOther Ltd,recruits_from,Send Ltd\n"}});
  EXPECT_THAT(asked.verdict("Other Ltd"), testing::StartsWith("open:"));
  EXPECT_NE(asked.verdict("Paint Ltd"), "flagged") << "its own workers are from elsewhere";
}

TEST(PartyPaths, DoNotComeBackToTheWorkersOfTheOneThatIsAsked) {
  const Asked asked({{"workers", welders}, {"relations", R"(source,relation,target
                                                           Weld Ltd,buys_from,Yard SA
                                                           Yard SA,subcontracts_to,Weld Ltd
)"}});
  EXPECT_EQ(asked.verdict("Yard SA"), "flagged");
  EXPECT_NE(asked.verdict("Weld Ltd"), "flagged") << "its own, by way of the yard";
}

TEST(PartyPaths, LeadToADirectorInTheCountry) {
  const Asked asked({{"suppliers", "name,country\nQuay Ore,CN\nPak Yong,KP\nLi Wei,CN\nRiver Ore,CN\nFar Ore,CN\n"},
                     {"relations", R"(source,relation,target
                                      Pak Yong,director of,Quay Ore
                                      Li Wei,director of,River Ore
                                      Who Ever,controls,Far Ore
)"}},
                    run_from_there());
  EXPECT_EQ(asked.path("Quay Ore"), "Quay Ore > Pak Yong > KP");
  EXPECT_EQ(asked.verdict("River Ore"), "clear");
  EXPECT_EQ(asked.verdict("Far Ore"), "open: country of Who Ever");
}

TEST(PartyPaths, AreNotAskedWithoutAnyPurchaseOrRelation) {
  const Asked asked({{"suppliers", "name,country\nQuay Ore,CN\n"}});
  EXPECT_FALSE(asked.search().is_asked());
  EXPECT_EQ(asked.verdict("Quay Ore"), "open: not_asked relation.relation");
}

TEST(PartyPaths, OfALongChainAndOfARingAreFoundInTheirTime) {
  std::string rows = "source,relation,target\n";
  for (int i = 0; i < 20'000; ++i)
    rows += "C" + std::to_string(i) + ",subcontracts_to,C" + std::to_string(i + 1) + "\n";
  rows += "C20000,subcontracts_to,C0\nC20000,subcontracts_to,Weld Ltd\n";
  const Asked asked({{"workers", welders}, {"relations", rows}});
  EXPECT_EQ(asked.verdict("C0"), "flagged");
  EXPECT_EQ(asked.search().proof(asked.graph().company("C20000")).size(), 3U);
}

TEST(PartyPaths, SaySameWhateverTheOrderOfRows) {
  const std::string first = "Yard SA,subcontracts_to,Weld Ltd\n";
  const std::string second = "Yard SA,recruits_from,Weld Ltd\n";
  const auto proof = [&](const std::string& rows) {
    const Asked asked({{"workers", welders}, {"relations", "source,relation,target\n" + rows}});
    std::string text;
    for (const PathStep& step : asked.search().proof(asked.graph().company("Yard SA")))
      text += std::string(to_string(step.relation)) + " ";
    return text;
  };
  EXPECT_EQ(proof(first + second), proof(second + first));
}

TEST(PartyPaths, RestOnTheDeclarationsOfThoseTheCompanyDependsOn) {
  const Asked asked({{"suppliers", "name,country\nYard SA,PL\nWeld Ltd,PL\n"},
                     {"workers", "site,employer,nationality\nHull Yard,Weld Ltd,PL\n"},
                     {"relations", "source,relation,target\nYard SA,subcontracts_to,Weld Ltd\n"},
                     {"declarations", R"(party,statement,goods,from,to,document,issuer,date,grade
                                         Weld Ltd,no_dprk_labour,,2017-01-01,2020-12-31,D-1,Auditor,2019-12-01,B
)"}});
  EXPECT_EQ(asked.verdict("Yard SA"), "clear");
  ASSERT_EQ(asked.search().rests_on(asked.graph().company("Yard SA"), 5).size(), 1U);
}

TEST(Spans, OverlapSurelyOnlyWhereTheirSureDaysDo) {
  const Day as_of = day("2020-01-01");
  const auto span = [&](std::string_view from, std::string_view to) {
    return span_of(parse_date(from), parse_date(to), as_of);
  };
  EXPECT_EQ(overlap(span("2017", "2018"), span("2018", "2019")), Truth::unknown);
  EXPECT_EQ(overlap(span("2016", "2018-06-01"), span("2018-01-01", "2019")), Truth::yes);
  EXPECT_EQ(overlap(span("2016", "2017"), span("2018", "2019")), Truth::no);
  EXPECT_EQ(overlap(span("2019", ""), span("", "")), Truth::yes) << "both today";
  EXPECT_EQ(overlap(span("2018", "2018"), span("2017-01-01", "2019-12-31")), Truth::yes) << "some day of 2018";
  EXPECT_EQ(overlap(span("2021-01-01", ""), span("", "")), Truth::unknown) << "begins after the audit";
}

}  // namespace
}  // namespace assay::test
