#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/truth.h"
#include "graph/closure.h"
#include "graph/graph.h"

namespace assay {

/// Can a path that follows these relations upstream from a shipment end in a target?
struct PathQuestion {
  std::bitset<relation_count> follow;
  std::bitset<12> target_kinds;  ///< by VertexKind: country, place, facility, company
  Country target_country = north_korea;
  /// Codes or names of places: only a loading, a passage or a call there counts; none does there.
  std::vector<std::string> at, not_at;
  unsigned min_hops = 1;  ///< 1 to 3
  unsigned max_hops = 64;
  Day slack = 7;        ///< what arrives may leave this many days before it arrived (dates of paper)
  Day look_back = 730;  ///< and at most this many days after

  friend bool operator==(const PathQuestion&, const PathQuestion&) = default;
};

/// Why a path cannot be told to exist or not.
struct PathCause {
  enum class Kind : std::uint8_t { none, cell, frontier };
  /// What a frontier leaves open of its vertex.
  enum class About : std::uint8_t { inputs, workforce, country, voyages };
  Kind kind = Kind::none;
  CellRef cell;              ///< cell: blank, unreadable, ambiguous; frontier: the row that names the vertex
  Known why = Known::blank;  ///< of a cell; not_asked when no column holds it
  /// Of a frontier: the party whose inputs are not closed, or that is not described; the vessel without a record.
  VertexId vertex = no_vertex;
  About about = About::inputs;
};
inline PathCause cell_cause(CellRef cell, Known why) {
  return {PathCause::Kind::cell, cell, why, no_vertex};
}

struct PathStep {
  Entity from, to;
  Relation relation{};
  CellRef cell;
  Date date;               ///< of the deal behind the step; not known for standing facts
  bool own_books = false;  ///< the cell stands in a shipments row (grade B unless the row says otherwise)
};

/// The answers of one question for all shipments, found together: one search over sure links, one over possible ones.
///
/// A deal (a shipment, or a supplied_by that a relation states) may carry what another delivered to its seller, when
/// party, time and goods allow it (Link). Within a deal, the row's own columns and what is known of its seller are
/// looked at (local truth). Each deal is reached once, in order of hops, ties by content: O(deals + facts).
class PathSearch {
 public:
  PathSearch(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure);
  ~PathSearch();
  PathSearch(PathSearch&&) noexcept;

  /// By shipment: sure when a path of min_hops or more surely exists; possible when one may.
  [[nodiscard]] const Answer& answer() const;
  /// The shortest sure path, ties by content. Empty unless the answer is yes.
  [[nodiscard]] std::vector<PathStep> proof(std::uint32_t shipment) const;
  /// The nearest reason why the answer is unknown. kind none unless it is.
  [[nodiscard]] PathCause cause(std::uint32_t shipment) const;
  /// Whether the papers of its lots decide: what else the seller bought is not looked at then.
  [[nodiscard]] bool decided_by_lots(std::uint32_t shipment) const;
  /// What a clear answer rests on: the cells that closed the branches, nearest first, at most `limit`.
  [[nodiscard]] std::vector<Closing> rests_on(std::uint32_t shipment, std::size_t limit) const;

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace assay
