#pragma once

#include <cstdint>
#include <vector>

#include "base/bits.h"
#include "graph/graph.h"

namespace assay {

/// What closed a question about a party: the cell of the declaration's party, or of the mine's name. None = open.
using Closing = CellRef;

/// Parties on which a flag of medium or above stands, or may stand for a cell that says nothing: DPRK nationality of
/// workers, DPRK origin, loading or transit of what they sell, their own country. By vertex.
Bits doubtful_parties(const SupplyGraph& graph);

/// Answers whether what a party does not say has been vouched for. "Clear" rests on this and on nothing else.
class Closure {
 public:
  /// `needs_better`: by vertex, those on which a flag of medium or above stands or may stand: they, and parties that
  /// are or may be in the border zone, need a declaration of grade B or better.
  Closure(const SupplyGraph& graph, Bits needs_better);

  /// Whether the inputs of a seller are all disclosed, or vouched to hold no DPRK content, for goods sold in a deal:
  /// a declaration inputs_complete or no_dprk_content that covers goods and time, or a mine of the seller's own, in a
  /// known country other than the DPRK, that yields these goods.
  [[nodiscard]] Closing inputs(VertexId seller, const Goods* goods, Day first, Day last) const;
  /// Whether the owners that are stated of a party are vouched to be all, from the first day to the last.
  [[nodiscard]] Closing owners(VertexId party, Day first, Day last) const;
  /// Whether the undisclosed rest of a workforce is vouched for at the audit's date.
  [[nodiscard]] Closing workforce(VertexId employer) const;
  /// Whether what vouches for the party, or for what stands at this site, must be of grade B or better.
  [[nodiscard]] bool needs_better(VertexId vertex) const {
    return vertex != no_vertex && (needs_better_.test(vertex) || graph_.vertices.zone[vertex] != Zone::no);
  }
  /// False when nothing in the inputs could close this party: the quick answer for most.
  [[nodiscard]] bool has_any(VertexId vertex) const { return has_any_.test(vertex); }

 private:
  [[nodiscard]] bool good_enough(std::uint32_t declaration) const;

  const SupplyGraph& graph_;
  Bits needs_better_;
  Bits has_any_;
  std::vector<std::pair<VertexId, std::uint32_t>> declarations_;  ///< usable ones by party
  std::vector<std::pair<VertexId, std::uint32_t>> mines_;         ///< sites by operator
};

}  // namespace assay
