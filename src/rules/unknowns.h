#pragma once

#include <cstdint>
#include <vector>

#include "rules/evaluator.h"

namespace assay {

/// The word of a cause for what a cell says, when that does not answer: a value that is known is too short or too
/// coarse for the question.
Cause::Why why_of(Known known);

/// Why a field of a subject's row does not answer a question. A column that this file leaves out, while another has
/// it, is as good as blank.
Cause cause_of(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field);

/// The cell that should name the party of a subject.
CellRef naming_cell(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject);

/// Answers that something waits for, one bit each.
using Waits = std::uint32_t;
constexpr std::size_t most_waits = 32;

/// Of several things each of which would decide alone, those that wait for least: where one answer is enough, what
/// needs that one and others is not asked for. Each set once; sets that wait for nothing are left out.
std::vector<Waits> least_waits(std::vector<Waits> waits);

/// The undisclosed rest of a workforce has no row: nothing of it is known unless somebody vouches for it.
bool is_rest(const Evaluator& evaluator, SubjectKind kind, std::uint32_t subject);

/// What closes the question about such a rest; none when nobody does.
Closing rest_closed_by(const Evaluator& evaluator, std::uint32_t group);

/// Why nothing is known of such a rest (unknown), or what closed it (no).
void explain_rest(const Evaluator& evaluator, std::uint32_t group, Truth truth, Field field, Grounds& out);

}  // namespace assay
