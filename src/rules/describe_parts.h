#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/state.h"

namespace assay {

/// Parties, rows and shipments that one finding names; the rest is counted.
constexpr std::size_t most_named = 20;

/// The rule's message about a subject, with its words in {} replaced by what the grounds and the row say.
std::string fill_in(const Rule& rule, const SupplyGraph& graph, std::uint32_t subject, const Entity& entity,
                    const Grounds& grounds);
/// From the rule, what it is about and the entities along the steps: neither rows nor files.
std::string fingerprint_of(const std::string& rule, const std::string& what, const std::vector<EvidenceStep>& steps);
/// The place in SupplyGraph::smelters of the row of a cell; nothing where the cell stands in none of them.
std::optional<std::size_t> smelter_row(const SupplyGraph& graph, CellRef cell);
/// Whose row a cell stands in.
Entity entity_of_cell(const SupplyGraph& graph, CellRef cell);
/// A cause as the report names it, of a verdict on a subject of the rule.
Missing missing_of(const EvaluationState& state, const Rule& rule, std::uint32_t subject, const Cause& cause);
/// An open question in words.
FindingText describe_question(const EvaluationState& state, const Finding& finding);

}  // namespace assay
