#include "report/proof_tree.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.h"
#include "report/steps.h"

namespace assay {
namespace {

Entity shipment(std::string id) {
  return {VertexKind::shipment, id, id};
}
Entity company(std::string id) {
  return {VertexKind::company, id, id};
}

EvidenceStep edge(Entity from, Relation relation, Entity to) {
  EvidenceStep step;
  step.from = std::move(from);
  step.to = std::move(to);
  step.relation = relation;
  step.grade = Grade::b;
  return step;
}

TEST(ProofTree, HangsEachStepUnderTheOneItFollows) {
  const std::vector<EvidenceStep> steps{edge(shipment("S2"), Relation::sold_by, company("T")),
                                        edge(company("T"), Relation::supplied_by, shipment("S1")),
                                        edge(shipment("S2"), Relation::loaded_at, company("P"))};
  EXPECT_EQ(proof_tree({}, shipment("S2"), steps, "  "),
            "  shipment S2\n"
            "  ├─ sold_by → T\n"
            "  │  │  grade B\n"
            "  │  └─ supplied_by → shipment S1\n"
            "  │        grade B\n"
            "  └─ loaded_at → P\n"
            "        grade B\n");
}

TEST(ProofTree, SaysWhereAStepStartsThatFollowsNone) {
  const std::vector<EvidenceStep> steps{edge(company("X"), Relation::owned_by, company("Y"))};
  EXPECT_NE(proof_tree({}, shipment("S2"), steps, "").find("X owned_by → Y"), std::string::npos);
}

TEST(ProofTree, SaysComputedStepsInWords) {
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::computed;
  step.says = "66 days lie between them";
  EXPECT_NE(proof_tree({}, shipment("S2"), {step}, "").find("└─ 66 days lie between them"), std::string::npos);
}

TEST(ProofTree, StaysOnTheScreenHoweverLongThePath) {
  std::vector<EvidenceStep> steps;
  for (int i = 0; i < 2000; ++i)
    steps.push_back(edge(company(std::to_string(i)), Relation::supplied_by, company(std::to_string(i + 1))));
  const std::string tree = proof_tree({}, company("0"), steps, "");
  std::size_t widest = 0;
  for (std::size_t at = 0; at < tree.size();) {
    const std::size_t end = tree.find('\n', at);
    widest = std::max(widest, terminal_width(std::string_view(tree).substr(at, end - at)));
    at = end + 1;
  }
  EXPECT_LT(widest, 100U);
  EXPECT_EQ(std::count(tree.begin(), tree.end(), '\n'), 1 + 2 * 2000);
}

TEST(ProofTree, IsEmptyWithoutSteps) {
  EXPECT_EQ(proof_tree({}, shipment("S2"), {}, ""), "");
}

TEST(StepTable, LeavesOutTheMiddleOfALongProofAndCountsIt) {
  const std::vector<EvidenceStep> steps(10, edge(shipment("S2"), Relation::sold_by, company("T")));
  const std::string table = step_table({}, steps, " ", 4);
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 5);
  EXPECT_NE(table.find("… 6 more steps"), std::string::npos);
}

TEST(StepTable, ShowsAllWhereNoLimitIsGiven) {
  const std::vector<EvidenceStep> steps(10, edge(shipment("S2"), Relation::sold_by, company("T")));
  const std::string table = step_table({}, steps, " ");
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 10);
  EXPECT_TRUE(table.starts_with(" shipment S2 --sold_by--> T\n"));
}

TEST(Decisive, IsTheLastStepThatHasACell) {
  std::vector<EvidenceStep> steps(3, edge(shipment("S2"), Relation::sold_by, company("T")));
  EXPECT_EQ(decisive(steps), nullptr);
  steps[1].cell = {0, Field::shipment_supplier, 4};
  EXPECT_EQ(decisive(steps), &steps[1]);
}

}  // namespace
}  // namespace assay
