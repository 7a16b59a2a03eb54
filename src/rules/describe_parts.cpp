#include "rules/describe_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "rules/field_value.h"
#include "rules/lot_fields.h"

namespace assay {
namespace {

/// A word that a condition gave the message; null when none did.
const std::string* word_of(const Grounds& grounds, std::string_view wanted) {
  for (const auto& [word, text] : grounds.words)
    if (word == wanted) return &text;
  return nullptr;
}

/// What the row says of a field, as written. A country of unloading that the port tells, by its code.
std::string said_of(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field) {
  const CellRef cell = cell_of(graph, kind, subject, field);
  if (field == Field::shipment_discharge_country && cell.field != field)
    return value_of(graph, kind, subject, field).country.code();
  return std::string(trim(graph.tables->text(cell)));
}

std::string_view cell_of_row(const Grounds& grounds, std::string_view column) {
  for (const auto& [name, text] : grounds.row)
    if (name == column) return text;
  return {};
}

}  // namespace

std::string fill_in(const Rule& rule, const SupplyGraph& graph, std::uint32_t subject, const Entity& entity,
                    const Grounds& grounds) {
  std::string text;
  for (std::size_t at = 0; at < rule.message.size();) {
    const std::size_t open = rule.message.find('{', at);
    if (open == std::string::npos) return text + rule.message.substr(at);
    const std::size_t close = rule.message.find('}', open);
    text += rule.message.substr(at, open - at);
    const std::string word = rule.message.substr(open + 1, close - open - 1);
    if (word == "subject.id")
      text += entity.id;
    else if (word == "subject.name")
      text += entity.name;
    else if (word == "path.hops")
      text += std::to_string(grounds.hops);
    else if (word == "target.name")
      text += grounds.target;
    else if (const std::string* found = word_of(grounds, word))
      text += *found;
    else if (word.starts_with("row."))
      text += cell_of_row(grounds, word.substr(4));
    else if (const auto field = field_from(word))
      text += said_of(graph, rule.subject, subject, *field);
    at = close + 1;
  }
  return text;
}

std::string fingerprint_of(const std::string& rule, const std::string& what, const std::vector<EvidenceStep>& steps) {
  std::vector<std::string_view> parts = {rule, what};
  for (const EvidenceStep& step : steps) {
    if (!step.list.empty()) {
      parts.push_back(step.list);
      parts.push_back(step.list_entry);
    }
    parts.push_back(step.from.id);
    parts.push_back(step.to.id);
  }
  return fingerprint(parts);
}

std::optional<std::size_t> smelter_row(const SupplyGraph& graph, CellRef cell) {
  const std::vector<CellRef>& rows = graph.smelters.row;
  const auto found = std::find_if(rows.begin(), rows.end(), [cell](const CellRef& row) {
    return row.table == cell.table && row.record == cell.record;
  });
  if (found == rows.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rows.begin());
}

/// The vessel that a row of vessel_events speaks of.
static Entity entity_of_event(const SupplyGraph& graph, CellRef cell) {
  const VesselEvents& events = graph.vessel_events;
  for (std::size_t e = 0; e < events.size(); ++e)
    if (events.row[e].table == cell.table && events.row[e].record == cell.record && events.vessel[e] != no_vertex)
      return entity_of(graph, events.vessel[e]);
  return {VertexKind::vessel, "?", "a vessel that is not named"};
}

Entity entity_of_cell(const SupplyGraph& graph, CellRef cell) {
  switch (info(cell.field).table) {
    case TableKind::shipments:
      return shipment_entity(graph, graph.shipments.at(cell.table, cell.record));
    case TableKind::workers: {
      const WorkerGroups& groups = graph.worker_groups;
      for (std::uint32_t g = 0; g < groups.size(); ++g)
        if (!groups.implied[g] && groups.row[g].table == cell.table && groups.row[g].record == cell.record)
          return worker_group_entity(graph, g);
      break;
    }
    case TableKind::lots:
      if (const std::uint32_t lot = lot_at(graph, cell); lot < graph.lots.size()) return lot_entity(graph, lot);
      break;
    case TableKind::products:
      if (const std::uint32_t part = part_at(graph, cell); part < graph.products.parts())
        return product_entity(graph, graph.products.product_of[part]);
      break;
    case TableKind::smelters:
      if (const auto row = smelter_row(graph, cell)) return entity_of(graph, graph.smelters.facility[*row]);
      break;
    case TableKind::vessel_events:
      return entity_of_event(graph, cell);
    default:
      break;
  }
  constexpr Field names[] = {Field::supplier_name,       Field::supplier_name, Field::relation_source,
                             Field::workers_site,        Field::site_name,     Field::declaration_party,
                             Field::price_hs_code,       Field::smelter_name,  Field::document_id,
                             Field::vessel_event_vessel, Field::product_name,  Field::lot_id,
                             Field::production_country};
  static_assert(std::size(names) == table_kinds);
  const CellRef name{cell.table, names[static_cast<std::size_t>(info(cell.field).table)], cell.record};
  std::string text(trim(graph.tables->text(name)));
  if (text.empty() && info(cell.field).table == TableKind::suppliers)
    text = trim(graph.tables->text({cell.table, Field::supplier_id, cell.record}));
  VertexKind kind = VertexKind::company;
  if (info(cell.field).table == TableKind::sites) kind = VertexKind::facility;
  if (info(cell.field).table == TableKind::documents) kind = VertexKind::document;
  return {kind, text, text};
}

Missing missing_of(const EvaluationState& state, const Rule& rule, std::uint32_t subject, const Cause& cause) {
  if (cause.why == Cause::Why::frontier) {
    std::string what = is_about_workers(cause) ? "workforce" : "inputs";
    if (cause.about == Cause::About::owners) what = "owners";
    if (cause.about == Cause::About::voyages) what = "voyages";
    if (cause.about == Cause::About::description) what = info(cause.field).name;
    return {entity_of(state.graph, cause.vertex), std::move(what), cause.why, cause.cell};
  }
  if (cause.about == Cause::About::list)
    return {subject_entity(state.graph, rule.subject, subject), "lists", cause.why, {}};
  const Field field = cause.why == Cause::Why::not_asked ? cause.field : cause.cell.field;
  const Entity whose = cause.cell.exists() ? entity_of_cell(state.graph, cause.cell)
                                           : subject_entity(state.graph, rule.subject, subject);
  return {whose, std::string(info(field).name), cause.why, cause.cell};
}

}  // namespace assay
