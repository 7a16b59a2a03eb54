#pragma once

#include <optional>
#include <unordered_map>

#include "base/truth.h"
#include "graph/graph.h"
#include "rules/rule.h"

namespace assay {

/// The party that a subject hangs on: who sold the goods, who employs the workers, who operates the site, the company
/// itself. no_vertex when nobody says which.
VertexId party_of_subject(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject);

/// Whether a subject whose party nobody names may be anyone's. The undisclosed rest of a workforce is not: each party
/// has one of its own, which is asked about there.
bool may_be_anyones(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject);

/// Of the subjects that a rule flags or may flag, the first in canonical order by party, found in one pass over them.
class FirstFlags {
 public:
  /// `flags` is what the rule says of all subjects of its kind.
  FirstFlags(const SupplyGraph& graph, SubjectKind kind, const Answer& flags);

  /// The first that hangs on the party and of which the rule says just this, yes or unknown.
  [[nodiscard]] std::optional<std::uint32_t> of(VertexId party, Truth truth) const;
  /// The first that may hang on the party: nobody names whose it is, or a name that fits several is meant.
  [[nodiscard]] std::optional<std::uint32_t> that_may_be_of(VertexId party) const;

 private:
  using ByParty = std::unordered_map<VertexId, std::uint32_t>;
  void note(ByParty& firsts, VertexId party, std::uint32_t subject);

  const SupplyGraph& graph_;
  SubjectKind kind_;
  ByParty sure_, unsure_;                              ///< those that hang on a party
  ByParty named_;                                      ///< those whose own row names it
  std::optional<std::uint32_t> anyones_;               ///< of those that may be anyone's
  std::unordered_multimap<VertexId, VertexId> names_;  ///< of a party: the names that fit it and others
};

}  // namespace assay
