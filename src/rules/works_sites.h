#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

/// What is known of the sites of one party: whether one of them works goods.
struct Works {
  Truth truth = Truth::no;
  CellRef type, operator_;  ///< of the site that says most; of equals the first by rank
  VertexId facility = no_vertex;
};

/// What each row of sites says, by operator; no_vertex: sites of nobody knows whom. A type works goods when it holds
/// one of the texts, which are folded; a type that says nothing is unknown. A declared smelter works goods, for
/// itself and for who operates it.
std::unordered_map<VertexId, Works> works_by_party(const SupplyGraph& graph, const std::vector<std::string>& types);

}  // namespace assay
