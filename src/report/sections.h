#pragma once

#include <cstddef>
#include <ostream>
#include <vector>

#include "report/layout.h"
#include "report/report.h"

namespace assay {

// The parts of the text report, in the order in which they stand.

/// Which flags are shown in full when there are more than `most`: of every rule in turn its first, then its second …,
/// so that one loud rule does not hide a quiet one. Places in Evaluation::findings, ascending.
std::vector<std::size_t> flags_to_show(const Evaluation& evaluation, std::size_t most);
/// The same, but those that are new or worse since the baseline before all others.
std::vector<std::size_t> flags_to_show(const Audit& audit, std::size_t most);

void write_flags(const Audit& audit, const WriteOptions& options, std::ostream& out);
void write_questions(const Audit& audit, const WriteOptions& options, std::ostream& out);
/// With --include clear: what closed each clear verdict.
void write_clear(const Audit& audit, const WriteOptions& options, std::ostream& out);
void write_summary(const Audit& audit, const WriteOptions& options, std::ostream& out);

// What the report formats for people say in the same words. All of it is fit for a terminal; a format escapes it for
// its own medium besides.

/// What is not known, with the place of the cell that would have to say it, or that names the party.
std::string open_sentence(const Tables& tables, const FindingText& text);
/// Whom to ask, for what: "ask Trader T: … (…)". Only where there is somebody to ask.
std::string ask_text(const FindingText& text);
/// "3 verdicts wait for it: rule, rule".
std::string waiting_text(const Finding& finding, const Rule& rule, const FindingText& text);
/// "the cell is empty", "not disclosed" …
std::string_view words_for(Cause::Why why);
/// "Example GmbH; importer of record: Example Inc.; UN, US; from 2024-01-01 to 2024-12-31": what the user says that
/// the audit is about. Empty for nothing.
std::string stated_text(const StatedScope& scope);
/// "suppliers (351 rows), shipments (1,200 rows in 2 files)"
std::string read_text(const Audit& audit);
/// "ofac-sdn of 2022-01-31 (9,044 entries), …": the watch lists. Empty for none.
std::string lists_text(const Audit& audit);
/// "workers (dprk-worker-nationality: 351 verdicts), …"; a table or column once, with all its rules. Empty for none.
std::string not_looked_at(const Audit& audit);
/// How many of the findings are flags; they stand first.
std::size_t count_flags(const Evaluation& evaluation);

// With a baseline; every text is empty without one.

/// "2 new, 1 worse, 8 unchanged, 3 gone; compared with base.json as of 2025-03-31"
std::string baseline_text(const Audit& audit);
/// "new", "worse, was medium", "changed, was found by another path", "unchanged"
std::string baseline_mark(const Audit& audit, std::size_t number);
/// A finding that only the baseline has, and what became of it, in one sentence.
std::string gone_text(const GoneFinding& gone);

/// The last line of the report: the verdict, and what it leaves open or accepts.
std::string verdict_line(const Audit& audit);

}  // namespace assay
