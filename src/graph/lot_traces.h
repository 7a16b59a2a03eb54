#pragma once

#include <cstdint>
#include <vector>

#include "base/truth.h"
#include "graph/closure.h"
#include "graph/graph.h"
#include "graph/paths.h"

namespace assay {

/// Where a lot comes from, as far as its own row, the lots that it was made from, and their documents say.
struct LotTrace {
  /// yes: it leads to the target. no: documents trace it, to the last lot, to mines or gathered scrap elsewhere.
  /// unknown: something on the way is not said, or not shown by a document.
  Truth truth = Truth::unknown;
  unsigned hops = 0;                     ///< yes: steps from the lot to the target
  PathCause cause;                       ///< unknown: the nearest reason
  Grade weakest = Grade::a;              ///< no: of the documents that show it
  std::uint32_t through = 0xFFFFFFFF;    ///< yes: the lot that it was made from; none when its row says so
  std::vector<std::uint32_t> made_from;  ///< rows of the lots that it was made from
  std::uint32_t paper = 0xFFFFFFFF;      ///< the best document that shows it
};

/// The traces of all lots, for one question. What a row must say to be closed: its origin, its mine or what lots it
/// was made from, where it was processed, and a document of it that is issued on a known day, names an origin other
/// than the target and is good enough (grade B where a site or party on the way needs better). A mine is a site that
/// a row calls one, in the country that the lot declares. Several rows of one lot must all be closed. O(lots +
/// inputs).
class LotTraces {
 public:
  LotTraces(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure);

  [[nodiscard]] const LotTrace& of(std::uint32_t lot) const { return traces_[lot]; }
  /// By lot.
  [[nodiscard]] Answer answer() const;
  /// The shortest way to the target, ties by the order of lots. Empty unless the trace says yes.
  [[nodiscard]] std::vector<PathStep> proof(std::uint32_t lot) const;
  /// The documents that close it, nearest first, at most `limit`: cells of their numbers.
  [[nodiscard]] std::vector<Closing> rests_on(std::uint32_t lot, std::size_t limit) const;

 private:
  [[nodiscard]] bool follows(Relation relation) const {
    return question_.follow.test(static_cast<std::size_t>(relation));
  }
  [[nodiscard]] bool is_root(std::uint32_t lot) const { return graph_.lots.mine[lot] != no_vertex; }
  [[nodiscard]] Truth is_target(Country country) const;
  void look_at_row(std::uint32_t lot);
  void origin(std::uint32_t lot, LotTrace& trace) const;
  void site(std::uint32_t lot, VertexId facility, Field field, LotTrace& trace) const;
  void source(std::uint32_t lot, LotTrace& trace) const;
  void inputs(std::uint32_t lot, LotTrace& trace) const;
  void papers(std::uint32_t lot, LotTrace& trace) const;
  [[nodiscard]] bool shows(std::uint32_t lot, std::uint32_t document, Grade wanted) const;
  [[nodiscard]] bool needs_better(std::uint32_t lot) const;
  void carry_yes();
  void carry_no();
  void carry_unknown();

  const SupplyGraph& graph_;
  PathQuestion question_;
  const Closure& closure_;
  bool aims_at_sites_;
  Bits sources_;  ///< by vertex: a row calls it a mine, or gathers scrap there
  std::vector<LotTrace> traces_;
  std::vector<std::vector<std::uint32_t>> used_in_;  ///< by lot: those that were made from it
};

/// What the lots that a shipment or a part of a product names say of it: the worst of them.
struct LotBranch {
  Truth truth = Truth::no;
  unsigned hops = 0;  ///< yes: from whoever names them to the target
  PathCause cause;    ///< unknown
  std::vector<std::uint32_t>
      lots;                 ///< rows of those that it names; empty: the cell names none, or none that is listed
  std::uint32_t worst = 0;  ///< yes, no: the lot that decides; of a no, the one with the weakest documents
};

/// The branch of a cell. One that neither names lots nor says that there are none is open.
LotBranch lot_branch(const SupplyGraph& graph, const LotTraces& traces, CellRef cell);
/// Whether documents close a branch, and only such as do where no better ones are needed.
bool rests_on_weak_papers(const LotBranch& branch, const LotTraces& traces);

/// The branches of all shipments. Made only where there is a table of lots: without one nobody is asked for them.
class LotBranches {
 public:
  LotBranches(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure);

  [[nodiscard]] const LotTraces& traces() const { return traces_; }
  /// Unknown where the documents are not good enough for the seller of the shipment.
  [[nodiscard]] LotBranch of(std::uint32_t shipment) const;
  /// Whether the papers of its lots trace all of the shipment's goods.
  [[nodiscard]] bool decides(std::uint32_t shipment) const;

 private:
  const SupplyGraph& graph_;
  const Closure& closure_;
  LotTraces traces_;
  std::vector<LotBranch> branches_;            ///< one for each text of a cell
  std::vector<std::uint32_t> branch_numbers_;  ///< by shipment
};

}  // namespace assay
