#pragma once

// Lets Boost.Graph's algorithms run on a Topology: VertexListGraph, IncidenceGraph and EdgeListGraph-free, read-only.
// Only src/graph includes this header.

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include "graph/topology.h"

namespace assay {

/// An arc with the vertex it leaves, which compressed rows do not keep.
struct TopologyEdge {
  VertexId from = 0;
  std::uint32_t arc = 0;
  friend bool operator==(const TopologyEdge&, const TopologyEdge&) = default;
};

struct EdgeOfArc {
  VertexId from = 0;
  TopologyEdge operator()(std::uint32_t arc) const { return {from, arc}; }
};

struct TopologyTraversal : virtual boost::incidence_graph_tag, virtual boost::vertex_list_graph_tag {};

}  // namespace assay

namespace boost {

template <>
struct graph_traits<assay::Topology> {
  using vertex_descriptor = assay::VertexId;
  using edge_descriptor = assay::TopologyEdge;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = assay::TopologyTraversal;
  using vertex_iterator = counting_iterator<assay::VertexId>;
  using out_edge_iterator =
      transform_iterator<assay::EdgeOfArc, counting_iterator<std::uint32_t>, assay::TopologyEdge>;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using adjacency_iterator = void;
  using in_edge_iterator = void;
  using edge_iterator = void;
  static vertex_descriptor null_vertex() { return assay::no_vertex; }
};

template <>
struct property_map<assay::Topology, vertex_index_t> {
  using type = identity_property_map;
  using const_type = identity_property_map;
};

}  // namespace boost

namespace assay {

using TopologyTraits = boost::graph_traits<Topology>;

inline std::size_t num_vertices(const Topology& graph) {
  return graph.vertices();
}
inline std::pair<TopologyTraits::vertex_iterator, TopologyTraits::vertex_iterator> vertices(const Topology& graph) {
  return {TopologyTraits::vertex_iterator(0),
          TopologyTraits::vertex_iterator(static_cast<VertexId>(graph.vertices()))};
}
inline VertexId source(TopologyEdge edge, const Topology&) {
  return edge.from;
}
inline VertexId target(TopologyEdge edge, const Topology& graph) {
  return graph.target(edge.arc);
}
inline std::size_t out_degree(VertexId vertex, const Topology& graph) {
  return graph.first(vertex + 1) - graph.first(vertex);
}
inline std::pair<TopologyTraits::out_edge_iterator, TopologyTraits::out_edge_iterator> out_edges(
    VertexId vertex, const Topology& graph) {
  using Number = boost::counting_iterator<std::uint32_t>;
  const EdgeOfArc make{vertex};
  return {{Number(graph.first(vertex)), make}, {Number(graph.first(vertex + 1)), make}};
}
inline boost::identity_property_map get(boost::vertex_index_t, const Topology&) {
  return {};
}

}  // namespace assay
