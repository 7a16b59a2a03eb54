// A vessel goes by all names under which rows give its number.

#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/evaluate.h"
#include "rules/listed.h"
#include "screening/screening.h"
#include "support/graph_text.h"

namespace assay::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const TableTexts one_hull = {{"vessel_events",
                              "vessel,imo,date,event,place,country,flag\n"
                              "ALPHA,9074729,2018-01-10,call,Vladivostok,RU,TZ\n"
                              "BETA,9074729,2018-03-02,call,Dalian,CN,KH\n"
                              "QUIET DAWN,,2018-03-02,call,Dalian,CN,KH\n"}};

std::vector<std::string> vessels_called(const GraphText& graph, std::string_view text) {
  std::vector<std::string> ids;
  for (const auto& [kind, subject] : find_subjects(graph.graph, text))
    if (kind == SubjectKind::vessel) ids.push_back(subject_entity(graph.graph, kind, subject).name);
  return ids;
}

TEST(FindSubjects, FindsAVesselByEachOfItsNamesAndByItsNumber) {
  const GraphText graph(one_hull);
  const std::vector<std::string> hull = vessels_called(graph, "ALPHA");
  ASSERT_THAT(hull, SizeIs(1));
  EXPECT_EQ(vessels_called(graph, "beta"), hull);
  EXPECT_EQ(vessels_called(graph, "vessel:BETA"), hull);
  EXPECT_EQ(vessels_called(graph, "9074729"), hull);
  EXPECT_EQ(vessels_called(graph, "IMO 9074729"), hull);
}

TEST(FindSubjects, FindsNoVesselByWhatNoRowCallsIt) {
  const GraphText graph(one_hull);
  EXPECT_THAT(vessels_called(graph, "GAMMA"), IsEmpty());
  EXPECT_THAT(vessels_called(graph, "9074730"), IsEmpty());
  EXPECT_THAT(vessels_called(graph, "0"), IsEmpty());
  EXPECT_THAT(vessels_called(graph, "imo"), IsEmpty());
  EXPECT_THAT(vessels_called(graph, "QUIET DAWN"), ElementsAre("QUIET DAWN"));
}

/// The steps that prove that the vessel stands on a list of one entry.
std::vector<std::string> proof_against(const GraphText& graph, const std::string& entry) {
  Diagnostics diagnostics;
  EvaluateOptions options;
  options.screening = std::make_shared<const Screening>(
      screen(graph.graph, *lists_of_test("id,name,kind,program,imo\n" + entry, graph.graph.as_of), {}, diagnostics));
  const Rules& rules = shipped_packs().rules;
  const Evaluation evaluation = evaluate(rules, graph.graph, options);
  std::vector<std::string> says;
  for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
    const Finding& finding = evaluation.findings[i];
    if (finding.verdict != Verdict::flagged || rules.rules[finding.rule].id != "dprk-listed-vessel") continue;
    for (const EvidenceStep& step : describe(evaluation, i).evidence) says.push_back(step.says);
  }
  return says;
}

TEST(ListedVessel, NamesAllNamesUnderWhichRowsGiveTheListedNumber) {
  const GraphText graph(one_hull);
  const std::vector<std::string> proof = proof_against(graph, "V1,PAEKHO 5,vessel,DPRK4,9074729\n");
  EXPECT_THAT(proof, Contains("ALPHA: also named BETA"));
  EXPECT_THAT(proof, Not(Contains(HasSubstr("QUIET DAWN"))));
}

TEST(ListedVessel, NamesNoOtherNameWhereThereIsOne) {
  const GraphText graph({{"vessel_events",
                          "vessel,imo,date,event,place,country,flag\n"
                          "ALPHA,9074729,2018-01-10,call,Vladivostok,RU,TZ\n"
                          "M/V Alpha,9074729,2018-02-10,call,Dalian,CN,TZ\n"}});
  const std::vector<std::string> proof = proof_against(graph, "V1,PAEKHO 5,vessel,DPRK4,9074729\n");
  EXPECT_THAT(proof, SizeIs(3));
  EXPECT_THAT(proof, Not(Contains(HasSubstr("also named"))));
}

}  // namespace
}  // namespace assay::test
