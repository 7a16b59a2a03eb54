#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "rules/evaluate.h"

namespace assay {

/// The watch lists that a rule's test gives, as CSV with the columns list, id, name, program, of which id or name is
/// needed: every party of the graph with that name, id or identifier is on it. Without a column `list` the entries
/// are on every list. False when the text has other columns, or is no such table.
bool read_listed(const std::string& text, const SupplyGraph& graph,
                 std::shared_ptr<const std::vector<ListedParty>>& listed);

}  // namespace assay
