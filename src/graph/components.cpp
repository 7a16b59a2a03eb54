#include "graph/components.h"

#include <boost/graph/strong_components.hpp>

#include "graph/boost_graph.h"

namespace assay {

Components components_of(const Topology& topology) {
  Components components;
  components.of.resize(topology.vertices());
  components.first.assign(1, 0);
  if (components.of.empty()) return components;
  // Boost numbers a component when the search leaves it, so what it leads to is numbered before.
  const auto count = boost::strong_components(
      topology, boost::make_iterator_property_map(components.of.begin(), boost::identity_property_map()));
  components.first.assign(count + 1, 0);
  for (const std::uint32_t number : components.of) ++components.first[number + 1];
  for (std::size_t c = 0; c < count; ++c) components.first[c + 1] += components.first[c];
  std::vector<std::uint32_t> next(components.first.begin(), components.first.end() - 1);
  components.order.resize(components.of.size());
  for (VertexId vertex = 0; vertex < components.of.size(); ++vertex)
    components.order[next[components.of[vertex]]++] = vertex;
  return components;
}

}  // namespace assay
