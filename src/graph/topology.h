#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace assay {

using VertexId = std::uint32_t;
constexpr VertexId no_vertex = 0xFFFFFFFF;

struct Arc {
  VertexId from = 0;
  VertexId to = 0;
  std::uint32_t number = 0;  ///< of the shipment or fact behind it
};

/// Compressed sparse rows over vertices 0 … n-1, in the form that Boost.Graph's algorithms take (see boost_graph.h,
/// which only src/graph includes). Immutable.
class Topology {
 public:
  Topology() = default;
  /// `each(visit)` calls visit(Arc) for every arc, twice in the same order. Arcs of a vertex stay in that order.
  ///
  /// Where a column that outlives this has the target of each number, it is looked up there and not kept twice.
  template <class Each>
  Topology(std::size_t vertices, Each each, std::span<const VertexId> target_of_number = {})
      : first_(vertices + 1, 0), target_of_number_(target_of_number) {
    each([this](const Arc& arc) { ++first_[arc.from + 1]; });
    for (std::size_t v = 0; v < vertices; ++v) first_[v + 1] += first_[v];
    if (target_of_number_.empty()) target_.resize(first_.back());
    number_.resize(first_.back());
    each([this](const Arc& arc) {  // first_[v] walks to the end of v's arcs …
      if (target_of_number_.empty()) target_[first_[arc.from]] = arc.to;
      number_[first_[arc.from]++] = arc.number;
    });
    for (std::size_t v = vertices; v > 0; --v) first_[v] = first_[v - 1];  // … and is put back
    first_[0] = 0;
  }

  [[nodiscard]] std::size_t vertices() const { return first_.empty() ? 0 : first_.size() - 1; }
  [[nodiscard]] std::size_t arcs() const { return number_.size(); }
  /// Numbers of the arcs that leave a vertex are first(v) … first(v + 1) - 1.
  [[nodiscard]] std::uint32_t first(VertexId vertex) const { return first_[vertex]; }
  [[nodiscard]] VertexId target(std::uint32_t arc) const {
    return target_of_number_.empty() ? target_[arc] : target_of_number_[number_[arc]];
  }
  [[nodiscard]] std::uint32_t number(std::uint32_t arc) const { return number_[arc]; }
  /// What stands behind the arcs of a vertex, in order of number.
  [[nodiscard]] std::span<const std::uint32_t> numbers(VertexId vertex) const {
    return {number_.data() + first_[vertex], number_.data() + first_[vertex + 1]};
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<VertexId> target_;                ///< by arc; empty where the column below has them
  std::span<const VertexId> target_of_number_;  ///< by number
  std::vector<std::uint32_t> number_;
};

}  // namespace assay
