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

void write_flags(const Audit& audit, const WriteOptions& options, std::ostream& out);
void write_questions(const Audit& audit, const WriteOptions& options, std::ostream& out);
/// With --include clear: what closed each clear verdict.
void write_clear(const Audit& audit, const WriteOptions& options, std::ostream& out);
void write_summary(const Audit& audit, const WriteOptions& options, std::ostream& out);

/// The last line of the report: the verdict, and what it leaves open or accepts.
std::string verdict_line(const Audit& audit);

}  // namespace assay
