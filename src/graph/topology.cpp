#include "graph/topology.h"

namespace assay {

Topology::Topology(std::size_t vertices, std::vector<Arc> arcs) : first_(vertices + 1, 0) {
  for (const Arc& arc : arcs) ++first_[arc.from + 1];
  for (std::size_t v = 0; v < vertices; ++v) first_[v + 1] += first_[v];
  target_.resize(arcs.size());
  number_.resize(arcs.size());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (const Arc& arc : arcs) {  // a counting sort: arcs of a vertex stay in the order given
    const std::uint32_t at = next[arc.from]++;
    target_[at] = arc.to;
    number_[at] = arc.number;
  }
}

}  // namespace assay
