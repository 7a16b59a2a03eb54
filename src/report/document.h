#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "report/report.h"

namespace assay {

// What the documents for people, Markdown and HTML, have in common: what stands in them, not how it is written. Every
// text here is fit for a terminal; a document escapes it for its own medium besides.

/// The cells of one step of a proof as a document shows it.
struct StepRow {
  std::string kind, says, place, text, date, grade;
};
StepRow step_row(const Tables& tables, const EvidenceStep& step);

/// The open findings: those that are new or worse since the baseline first, then those that settle most verdicts, at
/// most `most` of them; places in Evaluation::findings.
std::vector<std::size_t> questions_to_show(const Audit& audit, std::size_t most);

/// "and 12 more flags: dprk-direct-origin 7, dprk-workers 5; --format json lists all": what a document leaves out.
/// Empty when it leaves out nothing. `shown` is ascending by place or not; `of` says which verdict is counted.
std::string left_out(const Audit& audit, const std::vector<std::size_t>& shown, Verdict of);

/// "2 flagged, 8 open, 8 clear, 2 not applicable"
std::string verdict_counts(const Audit& audit);

/// "dprk 0.1.0 (5 rules, sha256 5e38…)" for each pack.
std::vector<std::string> pack_lines(const Audit& audit);

/// The rows of an input and what became of them; zeros for a file that has none.
LedgerEntry sums_of(const Audit& audit, const InputFile& file);
/// "suppliers, sites": what a file was read as.
std::string tables_of(const Audit& audit, std::size_t file);

/// What a report of assay is not; the same sentence in every document.
std::string_view disclaimer();

}  // namespace assay
