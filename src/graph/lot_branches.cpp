#include <algorithm>
#include <string>
#include <unordered_map>

#include "graph/lot_traces.h"

namespace assay {

LotBranches::LotBranches(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure)
    : graph_(graph), closure_(closure), traces_(graph, question, closure) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  const auto shipments = static_cast<std::uint32_t>(graph.shipments.size());
  branch_numbers_.reserve(shipments);
  for (std::uint32_t shipment = 0; shipment < shipments; ++shipment) {
    const CellRef cell = graph.shipments.cell(shipment, Field::shipment_lot);
    // A table without the column says less than one with an empty cell.
    const char* const column = graph.tables->tables[cell.table].has(cell.field) ? "=" : "";
    const auto [at, is_new] =
        numbers.emplace(column + graph.tables->text(cell), static_cast<std::uint32_t>(branches_.size()));
    if (is_new) branches_.push_back(lot_branch(graph, traces_, cell));
    branch_numbers_.push_back(at->second);
  }
}

/// Yes if one of the lots leads to the target, unknown if one may, no when documents trace all of them elsewhere.
LotBranch lot_branch(const SupplyGraph& graph, const LotTraces& traces, CellRef cell) {
  LotBranch branch;
  LotsNamed named = lots_named(graph, cell);
  branch.lots = std::move(named.lots);
  if (named.known != Known::yes) {
    branch.truth = Truth::unknown;
    branch.cause = cell_cause(cell, named.known);
  } else if (named.unlisted != no_vertex) {
    branch.truth = Truth::unknown;
    branch.cause = {PathCause::Kind::frontier, graph.vertices.name[named.unlisted], Known::blank, named.unlisted};
  }
  for (const std::uint32_t lot : branch.lots) {
    const LotTrace& trace = traces.of(lot);
    const LotTrace& worst = traces.of(branch.worst);
    const bool nearer = trace.truth == Truth::yes && (branch.truth != Truth::yes || trace.hops + 1 < branch.hops);
    const bool weaker = branch.truth == Truth::no && trace.truth == Truth::no &&
                        (lot == branch.lots.front() || trace.weakest > worst.weakest);
    if (nearer || weaker) branch.worst = lot;
    if (nearer) branch.hops = trace.hops + 1;
    if (trace.truth == Truth::unknown && branch.truth == Truth::no) branch.cause = trace.cause;
    branch.truth = either(branch.truth, trace.truth);
  }
  return branch;
}

bool rests_on_weak_papers(const LotBranch& branch, const LotTraces& traces) {
  return branch.truth == Truth::no && !branch.lots.empty() && !at_least(traces.of(branch.worst).weakest, Grade::b);
}

LotBranch LotBranches::of(std::uint32_t shipment) const {
  LotBranch branch = branches_[branch_numbers_[shipment]];
  const bool own_cell = branch.cause.kind == PathCause::Kind::cell && branch.cause.cell.field == Field::shipment_lot;
  if (own_cell) branch.cause.cell = graph_.shipments.cell(shipment, Field::shipment_lot);
  if (!rests_on_weak_papers(branch, traces_) || !closure_.needs_better(graph_.shipments.seller[shipment]))
    return branch;
  branch.truth = Truth::unknown;
  branch.cause = cell_cause(graph_.lots.cell(branch.worst, Field::lot_document), Known::ambiguous);
  return branch;
}

bool LotBranches::decides(std::uint32_t shipment) const {
  const LotBranch branch = of(shipment);
  return branch.truth == Truth::no && !branch.lots.empty();
}

}  // namespace assay
