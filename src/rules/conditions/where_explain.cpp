#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/korea_sign.h"
#include "rules/conditions/where.h"
#include "rules/field_value.h"
#include "rules/unknowns.h"

namespace assay {
namespace {

std::string_view name_of(const FieldTest& test) {
  if (test.audit_date) return "audit.date";
  return test.op == WhereOp::derived ? test.derived->name : info(test.field).name;
}

constexpr std::size_t most_declarants = 20;

/// Who has these workers: the first step of what is said of them.
void add_employer(const SupplyGraph& graph, std::uint32_t group, Grounds& out) {
  const WorkerGroups& groups = graph.worker_groups;
  const VertexId employer = groups.employer[group] != no_vertex ? groups.employer[group] : groups.facility[group];
  if (employer == no_vertex || !out.steps.empty()) return;
  const CellRef row = groups.row[group];
  const CellRef by_employer{row.table, Field::workers_employer, row.record};
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::edge;
  step.from = entity_of(graph, employer);
  step.to = worker_group_entity(graph, group);
  step.relation = Relation::has_workers;
  step.cell = trim(graph.tables->text(by_employer)).empty() ? row : by_employer;
  step.date = to_string(groups.from[group]);
  step.grade = Grade::c;
  step.says = fmt::format("{} has {}", step.from.name, step.to.name);
  out.steps.push_back(std::move(step));
}

/// Who declares a smelter: the first steps of what is said of it.
void add_declarants(const SupplyGraph& graph, VertexId smelter, Grounds& out) {
  if (!out.steps.empty()) return;
  const Entity facility = entity_of(graph, smelter);
  for (const std::uint32_t row : declarations_of_smelter(graph, smelter)) {
    const VertexId party = graph.smelters.declared_by[row];
    if (party == no_vertex || out.steps.size() == most_declarants) continue;
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::edge;
    step.from = entity_of(graph, party);
    step.to = facility;
    step.relation = Relation::processed_at;
    const CellRef cell = graph.smelters.row[row];
    step.cell = {cell.table, Field::smelter_declared_by, cell.record};
    step.grade = Grade::c;
    step.says = fmt::format("{} declares the smelter {}", step.from.name, facility.name);
    out.steps.push_back(std::move(step));
  }
}

/// How the subject stands to the country of a field; a vessel's flag is no relation of the goods.
std::optional<Relation> relation_to_country(Field field, SubjectKind kind) {
  switch (field) {
    case Field::workers_nationality:
      return Relation::national_of;
    case Field::shipment_origin_country:
      return Relation::declares_origin;
    case Field::shipment_load_country:
      return Relation::loaded_at;
    case Field::shipment_discharge_country:
      return Relation::discharged_at;
    default:
      break;
  }
  const bool place = kind == SubjectKind::company || kind == SubjectKind::facility;
  return place && info(field).type == FieldType::country ? std::optional(Relation::located_in) : std::nullopt;
}

/// The party of the subject when the cell only names it: no row describes it, so the cell is not what is missing.
VertexId only_named(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, CellRef cell) {
  if (info(cell.field).type != FieldType::reference) return no_vertex;
  if (kind == SubjectKind::shipment) return graph.shipments.seller[subject];
  return kind == SubjectKind::worker_group ? graph.worker_groups.employer[subject] : no_vertex;
}

void explain_derived(const FieldTest& test, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                     Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const CellRef cell = test.derived->cell(graph, subject);
  const VertexId party = truth == Truth::unknown ? only_named(graph, kind, subject, cell) : no_vertex;
  if (party != no_vertex) {
    out.causes.push_back({Cause::Why::frontier, cell, party, Field::supplier_address, Cause::About::description});
  } else if (truth == Truth::unknown) {
    const bool asked = graph.tables->tables[cell.table].has(cell.field);
    const bool blank = asked && is_blank_word(trim(graph.tables->text(cell)));
    const bool anywhere = graph.tables->has(cell.field);
    out.causes.push_back({!asked && !anywhere ? Cause::Why::not_asked
                          : blank || !asked   ? Cause::Why::blank
                                              : Cause::Why::ambiguous,
                          !asked && !anywhere ? CellRef{} : cell, no_vertex, cell.field});
  }
  if (out.causes_only) return;
  constexpr std::string_view words[] = {"does not hold", "may hold", "holds"};
  const Truth fact = test.flag ? truth : negate(truth);
  out.because.push_back(fmt::format("{}: {}", test.derived->says, words[static_cast<std::size_t>(fact)]));
  if (truth != Truth::yes) return;
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = step.to = subject_entity(graph, kind, subject);
  step.cell = cell;
  step.grade = Grade::c;
  step.says = fmt::format("{}: {}{}", step.from.name, test.flag ? "" : "not: ", test.derived->says);
  out.steps.push_back(std::move(step));
}

/// The cell of a field; of a "Korea" that another cell of the row decides, that one.
CellRef deciding_cell(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field,
                      const FieldValue& value) {
  const CellRef cell = cell_of(graph, kind, subject, field);
  if (field != Field::shipment_load_country || value.country != south_korea ||
      !is_plain_korea(graph.tables->text(cell), *graph.reference))
    return cell;
  return graph.shipments.cell(subject, Field::shipment_load_port);
}

void explain_value(const FieldTest& test, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                   Grounds& out) {
  if (test.op == WhereOp::derived) {
    explain_derived(test, e, kind, subject, truth, out);
    return;
  }
  const SupplyGraph& graph = e.graph();
  if (test.audit_date) {
    if (!out.causes_only) out.because.push_back("the audit is of " + day_to_string(graph.as_of));
    return;
  }
  const FieldValue value = value_of(graph, kind, subject, test.field);
  const CellRef cell = deciding_cell(graph, kind, subject, test.field, value);
  const bool asks_for_gap = test.op == WhereOp::blank || test.op == WhereOp::ambiguous;
  const bool absent = asks_for_gap && truth == Truth::yes && test.flag;
  if (truth == Truth::unknown || absent) out.causes.push_back(cause_of(graph, kind, subject, test.field));
  if (out.causes_only) return;
  std::string shown = cell.exists() ? shorten(escape_for_terminal(trim(graph.tables->text(cell))), 60) : "";
  const bool by_port = test.field == Field::shipment_discharge_country && cell.field != test.field;
  if (cell.exists() && cell.field != test.field && !by_port) {  // which Korea it is another cell says
    shown = fmt::format("{}, for {} is {}", value.country.code(), info(cell.field).name, shown);
    if (truth == Truth::no) out.rests_on.push_back(cell);
  }
  out.because.push_back(value.known == Known::yes
                            ? fmt::format("{} is {}", name_of(test), by_port ? value.country.code() : shown)
                            : fmt::format("{} is not known ({})", name_of(test), to_string(value.known)));
  if (truth != Truth::yes || absent) return;
  if (kind == SubjectKind::worker_group) add_employer(graph, subject, out);
  if (kind == SubjectKind::facility) add_declarants(graph, subject, out);
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = subject_entity(graph, kind, subject);
  step.cell = cell;
  step.grade = kind == SubjectKind::shipment ? Grade::b : Grade::c;
  if (const std::optional<Relation> relation = relation_to_country(test.field, kind)) {
    step.to = country_entity(value.country);
    step.relation = *relation;
  } else {
    step.to = step.from;
  }
  step.says = fmt::format("{}: {} is {}", step.from.name, info(by_port ? cell.field : test.field).says, shown);
  out.steps.push_back(std::move(step));
}

}  // namespace

void explain_where(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                   Grounds& out) {
  for (const FieldTest& test : where_of(c).tests) {
    if (where_test_at(c, test, e, kind, subject) != truth) continue;
    if (is_rest(e, kind, subject))
      explain_rest(e, subject, truth, test.field, out);
    else
      explain_value(test, e, kind, subject, truth, out);
    if (truth == Truth::no) return;
  }
}

}  // namespace assay
