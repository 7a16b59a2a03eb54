#include "audit/decide.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

void add_flag(Audit& audit, Severity severity) {
  Finding finding;
  finding.verdict = Verdict::flagged;
  finding.severity = severity;
  audit.evaluation.findings.push_back(finding);
  ++audit.evaluation.counts.flagged;
  audit.evaluation.verdict = Verdict::flagged;
}

void add_question(Audit& audit, Gap gap) {
  Finding finding;
  finding.verdict = Verdict::insufficient;
  finding.gap = gap;
  audit.evaluation.findings.push_back(finding);
  ++audit.evaluation.counts.insufficient;
  audit.evaluation.verdict = std::max(audit.evaluation.verdict, Verdict::insufficient);
}

/// Some verdicts, all clear.
void examine(Audit& audit) {
  audit.evaluation.counts.clear = 7;
  audit.evaluation.verdict = Verdict::clear;
}

TEST(Decide, EndsWithNothingToReportOnlyWhenAllIsClear) {
  Audit audit;
  examine(audit);
  decide({}, false, audit);
  EXPECT_EQ(audit.exit, Exit::clear);
  EXPECT_EQ(audit.verdict, Verdict::clear);
}

TEST(Decide, FlagsAtTheThreshold) {
  Audit audit;
  examine(audit);
  add_flag(audit, Severity::high);
  decide({}, false, audit);
  EXPECT_EQ(audit.exit, Exit::flagged);
  EXPECT_EQ(audit.failing_flags, 1U);
}

TEST(Decide, LetsFlagsBelowTheThresholdPassButNotTheVerdict) {
  Audit audit;
  examine(audit);
  add_flag(audit, Severity::medium);
  decide({}, false, audit);
  EXPECT_EQ(audit.exit, Exit::clear);
  EXPECT_EQ(audit.verdict, Verdict::flagged);
}

TEST(Decide, StaysOpenForAnyQuestion) {
  Audit audit;
  examine(audit);
  add_question(audit, Gap::low);
  decide({}, false, audit);
  EXPECT_EQ(audit.exit, Exit::open);
  EXPECT_EQ(audit.verdict, Verdict::insufficient);
  EXPECT_EQ(audit.accepted, 0U);
}

TEST(Decide, AcceptsQuestionsBelowTheThresholdWithoutCallingThemClear) {
  Audit audit;
  examine(audit);
  add_question(audit, Gap::medium);
  AuditRequest request;
  request.fail_on_open = Gap::high;
  decide(request, false, audit);
  EXPECT_EQ(audit.exit, Exit::clear);
  EXPECT_EQ(audit.verdict, Verdict::insufficient);
  EXPECT_EQ(audit.accepted, 1U);
}

TEST(Decide, PutsFlagsBeforeQuestions) {
  Audit audit;
  examine(audit);
  add_question(audit, Gap::high);
  add_flag(audit, Severity::critical);
  decide({}, false, audit);
  EXPECT_EQ(audit.exit, Exit::flagged);
}

TEST(Decide, StaysOpenWhenRowsWereRejectedWhateverIsAccepted) {
  Audit audit;
  examine(audit);
  LedgerEntry entry;
  entry.quarantined = 1;
  audit.ledger.push_back(entry);
  AuditRequest request;
  request.fail_on_open = std::nullopt;
  decide(request, false, audit);
  EXPECT_EQ(audit.exit, Exit::open);
  EXPECT_EQ(audit.verdict, Verdict::insufficient);
}

TEST(Decide, StaysOpenWhenNothingWasExamined) {
  Audit audit;
  audit.evaluation.verdict = Verdict::clear;
  audit.evaluation.counts.not_applicable = 3;
  AuditRequest request;
  request.fail_on_open = std::nullopt;
  decide(request, false, audit);
  EXPECT_EQ(audit.exit, Exit::open);
  EXPECT_EQ(audit.verdict, Verdict::insufficient);
}

TEST(Decide, PutsARefusedInputBeforeFlags) {
  Audit audit;
  examine(audit);
  add_flag(audit, Severity::critical);
  decide({}, true, audit);
  EXPECT_EQ(audit.exit, Exit::input_refused);
  EXPECT_EQ(audit.verdict, Verdict::flagged);
}

TEST(Decide, CallsNothingClearOfWhichAnInputWasRefused) {
  Audit audit;
  examine(audit);
  decide({}, true, audit);
  EXPECT_EQ(audit.verdict, Verdict::insufficient);
}

TEST(Decide, RefusesAnEvaluationThatDoesNotAccountForItsVerdicts) {
  Audit silent;
  examine(silent);
  silent.evaluation.counts.insufficient = 4;
  EXPECT_THROW(decide({}, false, silent), Failure);
  Audit short_of_flags;
  examine(short_of_flags);
  short_of_flags.evaluation.counts.flagged = 1;
  EXPECT_THROW(decide({}, false, short_of_flags), Failure);
}

TEST(Graver, FollowsTheOrderOfTheExitCodes) {
  const std::vector<Exit> order{
      Exit::clear, Exit::open,       Exit::flagged, Exit::input_refused, Exit::rules_refused, Exit::list_refused,
      Exit::limit, Exit::store_busy, Exit::io,      Exit::integrity,     Exit::internal};
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = 0; j < order.size(); ++j) EXPECT_EQ(graver(order[i], order[j]), order[std::max(i, j)]);
}

}  // namespace
}  // namespace assay
