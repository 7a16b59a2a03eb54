#include <gtest/gtest.h>

#include "report/sections.h"

namespace assay {
namespace {

void make_clear(Audit& audit) {
  audit.evaluated = true;
  audit.verdict = Verdict::clear;
  audit.exit = Exit::clear;
  audit.evaluation.questions_asked = 5;
  audit.evaluation.questions_of_pack = 5;
  audit.flag_threshold = "high";
  audit.open_threshold = "low";
}

TEST(VerdictLine, SaysOfHowManyQuestionsAChainIsClear) {
  Audit audit;
  make_clear(audit);
  EXPECT_EQ(verdict_line(audit), "clear of 5 of 5 questions");
}

TEST(VerdictLine, CountsFlagsAndQuestions) {
  Audit audit;
  make_clear(audit);
  audit.verdict = Verdict::flagged;
  audit.flags = audit.failing_flags = 3;
  audit.questions = audit.failing_questions = 12;
  EXPECT_EQ(verdict_line(audit), "flagged: 3 flags, 12 questions open");
}

TEST(VerdictLine, NamesTheOptionThatAcceptsQuestions) {
  Audit audit;
  make_clear(audit);
  audit.verdict = Verdict::insufficient;
  audit.questions = audit.accepted = 41;
  audit.open_threshold = "high";
  EXPECT_EQ(verdict_line(audit), "not clear: 41 questions open, accepted by --fail-on-open high");
  audit.questions = 50;
  EXPECT_EQ(verdict_line(audit), "not clear: 50 questions open, 41 of them accepted by --fail-on-open high");
}

TEST(VerdictLine, NamesTheOptionThatAcceptsFlags) {
  Audit audit;
  make_clear(audit);
  audit.verdict = Verdict::flagged;
  audit.flags = 1;
  audit.flag_threshold = "critical";
  EXPECT_EQ(verdict_line(audit), "flagged: 1 flag, accepted by --fail-on critical");
}

TEST(VerdictLine, NeverCallsRowsClearThatWereNotUsed) {
  Audit audit;
  make_clear(audit);
  audit.verdict = Verdict::insufficient;
  LedgerEntry entry;
  entry.rejected = 2;
  audit.ledger.push_back(entry);
  EXPECT_EQ(verdict_line(audit), "not clear: 2 rows rejected or quarantined");
}

TEST(VerdictLine, CountsFilesThatNobodyCouldRead) {
  Audit audit;
  make_clear(audit);
  audit.verdict = Verdict::insufficient;
  audit.tables.files.resize(2);
  audit.tables.files[1].quarantined = true;
  EXPECT_EQ(verdict_line(audit), "not clear: 1 file not looked at");
}

TEST(VerdictLine, SaysWhenNothingCouldBeAsked) {
  Audit audit;
  make_clear(audit);
  audit.verdict = Verdict::insufficient;
  audit.evaluation.questions_asked = 0;
  EXPECT_EQ(verdict_line(audit), "not clear: no question could be asked of these inputs");
}

TEST(VerdictLine, SaysWhenThereWasNoAudit) {
  const Audit audit;
  EXPECT_EQ(verdict_line(audit), "no audit: the rules were refused, nothing was examined");
}

}  // namespace
}  // namespace assay
