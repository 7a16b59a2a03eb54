#include "rules/unknowns.h"

#include <algorithm>

#include "rules/field_value.h"

namespace assay {

Cause::Why why_of(Known known) {
  switch (known) {
    case Known::unreadable:
      return Cause::Why::unreadable;
    case Known::ambiguous:
    case Known::yes:
      return Cause::Why::ambiguous;  // a value too short or too coarse for the question
    case Known::not_asked:
      return Cause::Why::not_asked;
    default:
      return Cause::Why::blank;
  }
}

namespace {

/// A party or site that is only referred to has no row whose cell could be asked for.
bool is_undescribed(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject) {
  return (kind == SubjectKind::company || kind == SubjectKind::facility) &&
         graph.vertices.standing[subject] != Standing::listed;
}

}  // namespace

Cause cause_of(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field) {
  const Known known = value_of(graph, kind, subject, field).known;
  const bool left_out = known == Known::not_asked && graph.tables->has(field);
  const Cause::Why why = left_out ? Cause::Why::blank : why_of(known);
  Cause cause{why, why == Cause::Why::not_asked ? CellRef{} : cell_of(graph, kind, subject, field), no_vertex, field};
  if (left_out && is_undescribed(graph, kind, subject)) {
    cause = {Cause::Why::frontier, graph.vertices.name[subject], subject, field};
    cause.about = Cause::About::description;
  }
  return cause;
}

CellRef naming_cell(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject) {
  if (kind == SubjectKind::shipment) return graph.shipments.cell(subject, Field::shipment_supplier);
  if (kind == SubjectKind::worker_group) return graph.worker_groups.row[subject];
  if (kind == SubjectKind::lot) return graph.lots.row[subject];
  if (kind == SubjectKind::product) return graph.products.row[graph.products.first_part[subject]];
  const CellRef name = graph.vertices.name[subject];
  return kind == SubjectKind::facility ? CellRef{name.table, Field::site_operator, name.record} : name;
}

std::vector<Waits> least_waits(std::vector<Waits> waits) {
  std::sort(waits.begin(), waits.end());
  waits.erase(std::unique(waits.begin(), waits.end()), waits.end());
  if (!waits.empty() && waits.front() == 0) waits.erase(waits.begin());
  std::vector<Waits> least;
  for (const Waits one : waits) {  // a part of a set is a smaller number, and has been seen
    const bool needs_more =
        std::any_of(least.begin(), least.end(), [one](Waits part) { return (part & one) == part; });
    if (!needs_more) least.push_back(one);
  }
  return least;
}

bool is_rest(const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  return kind == SubjectKind::worker_group && e.graph().worker_groups.implied[subject];
}

Closing rest_closed_by(const Evaluator& e, std::uint32_t group) {
  return e.closure().workforce(e.graph().worker_groups.employer[group]);
}

void explain_rest(const Evaluator& e, std::uint32_t group, Truth truth, Field field, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  if (truth == Truth::unknown) {
    if (!graph.tables->has(field)) {
      out.causes.push_back({Cause::Why::not_asked, {}, no_vertex, field});
      return;
    }
    const VertexId employer = graph.worker_groups.employer[group];
    const VertexId vertex = employer != no_vertex ? employer : graph.worker_groups.facility[group];
    out.causes.push_back({Cause::Why::frontier, graph.vertices.name[vertex], vertex, field});
  } else if (const Closing closing = rest_closed_by(e, group); closing.exists()) {
    out.rests_on.push_back(closing);
  }
}

}  // namespace assay
