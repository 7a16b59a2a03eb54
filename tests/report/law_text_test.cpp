#include <gtest/gtest.h>

#include "report/steps.h"

namespace assay {
namespace {

using Status = LawEntry::Status;

TEST(LawText, IsEmptyForARuleThatAsksNoMeasure) {
  EXPECT_EQ(law_text({}), "");
}

TEST(LawText, NamesEachJurisdictionOnceWithItsMeasures) {
  EXPECT_EQ(law_text({{"UN", "UN-2371-8", Status::barred, "primary"},
                      {"EU", "EU-3-1-e", Status::unknown, "implementing"},
                      {"EU", "EU-3-1-f", Status::unknown, "implementing"},
                      {"CA", "", Status::not_named, ""},
                      {"JP", "JP-1", Status::not_in_force, "primary"}}),
            "UN: UN-2371-8 barred; EU: EU-3-1-e unknown, EU-3-1-f unknown; CA: not named; JP: JP-1 not in force");
}

TEST(LawText, SaysWhichRowsWereNotReadInTheLaw) {
  EXPECT_EQ(law_text({{"US", "US-EO13570", Status::barred, "secondary"},
                      {"UN", "UN-1", Status::barred, "project"},
                      {"CH", "CH-1", Status::barred, "remembered"}}),
            "US: US-EO13570 barred (as reported); UN: UN-1 barred (a lead of the project); CH: CH-1 barred (not "
            "confirmed)");
}

TEST(ReferencePlace, IsPackTableAndLine) {
  EvidenceStep step;
  EXPECT_EQ(reference_place(step), "");
  step.reference_table = "measures";
  step.reference_line = 131;
  EXPECT_EQ(reference_place(step), "measures:131");
  step.reference_pack = "dprk";
  EXPECT_EQ(reference_place(step), "dprk/measures:131");
}

TEST(StepTable, PutsTheRowOfATableWhereOthersPutTheirCell) {
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::reference;
  step.says = "a measure bars coal";
  step.reference_pack = "dprk";
  step.reference_table = "measures";
  step.reference_line = 131;
  step.reference_field = "hs_prefix";
  step.reference_text = "2701";
  EXPECT_EQ(step_table({}, {step}, "  "), "  a measure bars coal  dprk/measures:131  \"2701\"\n");
}

TEST(StepWords, AreASentenceWhereTheStepSpeaksOfOneThingAlone) {
  EvidenceStep step;
  step.from = step.to = {VertexKind::shipment, "S1", "S1"};
  step.says = "S1: HS code of the goods is 2701";
  EXPECT_EQ(step_words(step), "S1: HS code of the goods is 2701");
  step.to = {VertexKind::company, "T", "T"};
  step.relation = Relation::sold_by;
  EXPECT_EQ(step_words(step), "shipment S1 --sold_by--> T");
}

TEST(StepTable, LetsNoTextOfATableDriveTheTerminal) {
  EvidenceStep step;
  step.says = "x";
  step.reference_table = "t";
  step.reference_line = 2;
  step.reference_text = "\x1b[31mred";
  EXPECT_EQ(step_table({}, {step}, "").find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace assay
