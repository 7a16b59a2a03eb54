#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/bits.h"
#include "graph/party_ends.h"
#include "graph/party_links.h"

namespace assay {

/// One sure chain from a party to an end.
struct SureChain {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  VertexId at = no_vertex;
  VertexId last = no_vertex;  ///< the party of the end
  PartyEnd end;
  PartyLink link;             ///< to the next party, where there is one
  std::uint32_t next = none;  ///< the chain of that party
  unsigned hops = 0;          ///< to the target
};

/// All sure chains: of a party at most four, those whose workers were there longest.
class SureReach {
 public:
  SureReach(const SupplyGraph& graph, const PartyLinks& links, const PartyEnds& ends);
  [[nodiscard]] const std::vector<SureChain>& chains() const { return chains_; }
  /// The shortest chain of a party of so many hops or more; none when there is none.
  [[nodiscard]] std::uint32_t best(VertexId party, unsigned min_hops) const;

 private:
  void extend(std::uint32_t number, bool by_purchase, std::vector<SureChain>& found) const;
  std::vector<std::uint32_t> keep(std::vector<SureChain>& found);
  [[nodiscard]] bool comes_before(const SureChain& a, const SureChain& b) const;

  const SupplyGraph& graph_;
  const PartyLinks& links_;
  const PartyEnds& ends_;
  std::vector<SureChain> chains_;
  std::unordered_map<VertexId, std::vector<std::uint32_t>> of_;  ///< looked up, never walked
};

/// Who may be on a chain to an end, and over whom.
struct PossibleReach {
  Bits ends;                   ///< parties with an end of their own
  Bits linked;                 ///< parties with a link that may lead to one
  std::vector<VertexId> next;  ///< by party: the nearest one behind such a link; no_vertex: the link names nobody
  PartyLink stray;             ///< a link that does not name who depends: it may be anyone
  bool anyone = false;         ///< whether there is one that may lead to an end
};

PossibleReach search_possible(const SupplyGraph& graph, const PartyLinks& links, const PartyEnds& ends);

}  // namespace assay
