#pragma once

#include <memory>
#include <vector>

#include "base/truth.h"
#include "graph/closure.h"
#include "graph/graph.h"
#include "graph/paths.h"

namespace assay {

/// The answers of one question for all companies: does a chain of parties, each depending on the next, end in a
/// target? By workers (has_workers, national_of), by country (located_in) or by a site (works_at, located_in).
///
/// Two searches, level by level from the targets, over sure links and over possible ones. What ends in workers has
/// their time, and every link of the chain must have overlapped it. A purchase says of no other purchase that goods
/// of the one are in the other: surely there is at most one, the first link of the chain; behind it a maybe.
class PartySearch {
 public:
  PartySearch(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure);
  ~PartySearch();
  PartySearch(PartySearch&&) noexcept;

  /// By vertex. min_hops counts all steps: of 3 a company's own workers do not count.
  [[nodiscard]] const Answer& answer() const;
  /// False when the inputs hold neither a purchase nor a relation that the question follows: nothing is known of
  /// anybody then, and answer() is unknown.
  [[nodiscard]] bool is_asked() const;
  /// A shortest sure chain, ties by content. Empty unless the answer is yes.
  [[nodiscard]] std::vector<PathStep> proof(VertexId company) const;
  /// Why the answer is unknown: what the nearest end, or the way there, leaves open. Never empty when it is.
  [[nodiscard]] std::vector<PathCause> causes(VertexId company) const;
  /// What a clear answer rests on: declarations of those on whom the company depends, nearest first.
  [[nodiscard]] std::vector<Closing> rests_on(VertexId company, std::size_t limit) const;

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace assay
