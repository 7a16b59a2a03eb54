#include "audit/decide.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

std::uint64_t unused_rows(const Audit& audit) {
  std::uint64_t rows = 0;
  for (const LedgerEntry& entry : audit.ledger) rows += entry.rejected + entry.quarantined;
  return rows;
}

/// A workbook or a table of an unknown kind may hold no row that was counted; it was not looked at all the same.
bool has_unread_file(const Audit& audit) {
  return std::any_of(audit.tables.files.begin(), audit.tables.files.end(),
                     [](const InputFile& file) { return file.quarantined || file.refused; });
}

void count_findings(const AuditRequest& request, Audit& audit) {
  for (std::size_t number = 0; number < audit.evaluation.findings.size(); ++number) {
    const Finding& finding = audit.evaluation.findings[number];
    const bool counts = !audit.comparison || audit.comparison->of[number].counts();
    if (finding.verdict == Verdict::flagged) {
      ++audit.flags;
      if (request.fail_on && finding.severity >= *request.fail_on)
        ++(counts ? audit.failing_flags : audit.known_flags);
    } else if (finding.verdict == Verdict::insufficient) {
      ++audit.questions;
      if (request.fail_on_open && finding.gap >= *request.fail_on_open)
        ++(counts ? audit.failing_questions : audit.known_questions);
    }
  }
  audit.accepted = audit.questions - audit.failing_questions - audit.known_questions;
}

/// What a table said that the baseline had and nobody gave now is not known, whatever else is.
bool lost_a_table(const Audit& audit) {
  return audit.comparison && !audit.comparison->lost_tables.empty();
}

/// What the findings say and what the verdicts say must be the same, or an all-clear could be a fault of ours.
void check_accounts(const Audit& audit) {
  const VerdictCounts& counts = audit.evaluation.counts;
  if (counts.flagged != audit.flags)
    throw Failure(Exit::internal, std::to_string(counts.flagged) + " verdicts are flagged, but " +
                                      std::to_string(audit.flags) + " flags are reported");
  if (counts.insufficient > 0 && audit.questions == 0)
    throw Failure(Exit::internal,
                  std::to_string(counts.insufficient) + " verdicts are open, but no question is reported");
}

bool nothing_examined(const Audit& audit) {
  const VerdictCounts& counts = audit.evaluation.counts;
  return counts.flagged + counts.insufficient + counts.clear == 0;
}

Verdict worst(const Audit& audit, bool refused) {
  if (audit.evaluation.verdict == Verdict::flagged || audit.flags > 0) return Verdict::flagged;
  const bool whole = !refused && unused_rows(audit) == 0 && !has_unread_file(audit) && audit.questions == 0 &&
                     !nothing_examined(audit) && !lost_a_table(audit);
  return whole ? audit.evaluation.verdict : Verdict::insufficient;
}

}  // namespace

Exit graver(Exit a, Exit b) {
  constexpr std::array order{
      Exit::clear, Exit::open,       Exit::flagged, Exit::input_refused, Exit::rules_refused, Exit::list_refused,
      Exit::limit, Exit::store_busy, Exit::io,      Exit::integrity,     Exit::usage,         Exit::internal};
  const auto rank = [&](Exit code) { return std::find(order.begin(), order.end(), code) - order.begin(); };
  return rank(a) < rank(b) ? b : a;
}

void decide(const AuditRequest& request, bool refused, Audit& audit) {
  count_findings(request, audit);
  check_accounts(audit);
  audit.verdict = worst(audit, refused);
  audit.exit = Exit::clear;
  // What is open for want of anything to examine is no question that an option could accept.
  const bool unaccepted = audit.verdict == Verdict::insufficient && (audit.questions == 0 || nothing_examined(audit));
  const bool silent = lost_a_table(audit) && request.fail_on_open;
  if (audit.failing_questions > 0 || unused_rows(audit) > 0 || has_unread_file(audit) || unaccepted || silent)
    audit.exit = Exit::open;
  if (audit.failing_flags > 0) audit.exit = graver(audit.exit, Exit::flagged);
  if (refused) audit.exit = graver(audit.exit, Exit::input_refused);
}

}  // namespace assay
