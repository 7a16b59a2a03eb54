#pragma once

#include <cstdint>
#include <vector>

#include "graph/closure.h"
#include "graph/paths.h"
#include "graph/span.h"

namespace assay {

/// Where a chain of parties may end: what makes the last of them a target.
struct PartyEnd {
  enum class Kind : std::uint8_t {
    workers,  ///< a group of workers of the country, at the party or sent by it
    nobodys,  ///< a group of which nobody says whose it is: it may be any party's
    rest,     ///< workers of the party that no row lists
    inputs,   ///< what the party does not say of its own sellers
    country,  ///< the party lies there
    site,     ///< a site of the party lies there
  };
  Kind kind = Kind::workers;
  Truth truth = Truth::unknown;  ///< unknown or yes
  unsigned hops = 1;             ///< from the party to the target
  std::uint32_t number = 0;      ///< of the group (workers, nobodys) or of the site
  Span span = all_days;
};

/// All ends of a question, by party.
class PartyEnds {
 public:
  PartyEnds(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure);

  /// The ends of a party, in no order that means anything.
  [[nodiscard]] std::vector<PartyEnd> of(VertexId party) const;
  /// Why an end is not sure.
  [[nodiscard]] PathCause cause(VertexId party, const PartyEnd& end) const;
  /// The steps from the party to the target, of an end that is sure.
  [[nodiscard]] std::vector<PathStep> proof(VertexId party, const PartyEnd& end) const;
  /// The declaration that vouches for its workforce, if that is asked about.
  [[nodiscard]] std::vector<Closing> rests_on(VertexId party) const;
  /// Breaks ties; from content.
  [[nodiscard]] std::uint64_t key(const PartyEnd& end) const;
  [[nodiscard]] Span span_of_group(std::uint32_t group) const;

 private:
  struct GroupAt {
    VertexId party = no_vertex;
    std::uint32_t group = 0;
    bool sure = true;  ///< false: the party sent the group to somebody, it may send others elsewhere
    friend auto operator<=>(const GroupAt&, const GroupAt&) = default;
  };
  void gather_workers();
  void note_nobodys(std::uint32_t group);
  void gather_inputs();
  void gather_sites();
  [[nodiscard]] bool follows(Relation relation) const {
    return question_.follow.test(static_cast<std::size_t>(relation));
  }
  [[nodiscard]] bool aims_at(VertexKind kind) const {
    return question_.target_kinds.test(static_cast<std::size_t>(kind));
  }
  [[nodiscard]] Truth is_there(Country country) const;
  [[nodiscard]] Truth country_truth(VertexId party) const;

  const SupplyGraph& graph_;
  PathQuestion question_;
  const Closure& closure_;
  bool by_workers_;
  std::vector<GroupAt> groups_;         ///< sorted
  std::vector<std::uint32_t> nobodys_;  ///< at most one group, the first by content
  Bits has_rest_;                       ///< by vertex: workers that no row lists, and nobody vouches for
  Bits inputs_open_;                    ///< by vertex: sellers of goods whose inputs nobody vouches for
  std::vector<std::pair<VertexId, std::uint32_t>> sites_;  ///< operator, site; sorted
};

}  // namespace assay
