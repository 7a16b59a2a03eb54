#pragma once

#include <vector>

#include "graph/topology.h"

namespace assay {

/// The strongly connected components of a topology: within one, every vertex is reached from every other.
struct Components {
  std::vector<std::uint32_t> of;  ///< by vertex: the number of its component
  /// All vertices, those of a component together. What an arc leads to never stands in a later component.
  std::vector<VertexId> order;
  std::vector<std::uint32_t> first;  ///< by component: its place in `order`; and the end

  [[nodiscard]] std::size_t size() const { return first.size() - 1; }
};

/// Linear in vertices and arcs, without recursion (Boost.Graph, Tarjan).
Components components_of(const Topology& topology);

}  // namespace assay
