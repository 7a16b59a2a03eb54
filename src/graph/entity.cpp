#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/graph.h"

namespace assay {
namespace {

std::string cell_text(const SupplyGraph& graph, CellRef cell) {
  return cell.exists() ? std::string(trim(graph.tables->text(cell))) : std::string();
}

std::string name_of(const SupplyGraph& graph, VertexId vertex) {
  const Vertices& v = graph.vertices;
  std::string name = cell_text(graph, v.name[vertex]);
  if (v.standing[vertex] != Standing::implied) return name;
  return v.party[vertex] == no_vertex ? "a site that no row names" : "undisclosed site of " + name;
}

/// In a flat file that names a supplier and its goods in one row, people know the row by the supplier's id.
std::string code_of_row(const SupplyGraph& graph, CellRef row) {
  const std::vector<Table>& tables = graph.tables->tables;
  for (std::size_t t = 0; t < tables.size(); ++t)
    if (tables[t].kind == TableKind::suppliers && tables[t].file == tables[row.table].file &&
        tables[t].has(Field::supplier_id))
      return cell_text(graph, {static_cast<std::uint16_t>(t), Field::supplier_id, row.record});
  return {};
}

}  // namespace

Entity entity_of(const SupplyGraph& graph, VertexId vertex) {
  const Vertices& v = graph.vertices;
  if (vertex == no_vertex) return {VertexKind::company, "?", "somebody who is not named"};
  Entity entity{v.kind[vertex], {}, name_of(graph, vertex)};
  if (v.identifier[vertex].exists()) {
    entity.id = cell_text(graph, v.identifier[vertex]);
  } else {
    const Country country = v.country[vertex];
    entity.id = (country.is_known() ? country.code() : "?") + ":" + entity.name;
  }
  return entity;
}

Entity shipment_entity(const SupplyGraph& graph, std::uint32_t shipment) {
  const Shipments& s = graph.shipments;
  std::string id = cell_text(graph, s.cell(shipment, Field::shipment_id));
  if (!is_blank_word(id)) return {VertexKind::shipment, id, id};
  id = fmt::format("row-{:016x}", s.key[shipment]);
  const auto repeat = std::lower_bound(s.repeats.begin(), s.repeats.end(), std::pair(shipment, 0U));
  if (repeat != s.repeats.end() && repeat->first == shipment) id += fmt::format("-{}", repeat->second + 1);
  if (std::string code = code_of_row(graph, s.cell(shipment, Field::shipment_id)); !is_blank_word(code))
    return {VertexKind::shipment, std::move(id), std::move(code)};
  const std::string goods = cell_text(graph, s.cell(shipment, Field::shipment_commodity));
  std::string name = goods.empty() ? "goods" : goods;
  if (s.seller[shipment] != no_vertex) name += " from " + name_of(graph, s.seller[shipment]);
  if (s.date[shipment].known == Known::yes) name += ", " + to_string(s.date[shipment]);
  return {VertexKind::shipment, std::move(id), std::move(name)};
}

Entity worker_group_entity(const SupplyGraph& graph, std::uint32_t group) {
  const WorkerGroups& g = graph.worker_groups;
  const VertexId place = g.facility[group] != no_vertex ? g.facility[group] : g.employer[group];
  const std::string where = place == no_vertex ? "a site that is not named" : name_of(graph, place);
  const std::string whom = g.employer[group] == no_vertex ? "" : name_of(graph, g.employer[group]);
  if (g.implied[group])
    return {VertexKind::worker_group, where + "/" + whom + "/rest", "workers of " + where + " that no row lists"};
  std::string what = cell_text(graph, {g.row[group].table, Field::workers_nationality, g.row[group].record});
  if (what.empty()) what = "nationality not stated";
  std::string id = where + "/" + whom + "/" + what;
  if (g.from[group].known == Known::yes) id += "/" + to_string(g.from[group]);
  return {VertexKind::worker_group, std::move(id), "workers at " + where + " (" + what + ")"};
}

Entity lot_entity(const SupplyGraph& graph, std::uint32_t lot) {
  std::string id = cell_text(graph, graph.lots.row[lot]);
  if (!is_blank_word(id)) return {VertexKind::lot, id, id};
  return {VertexKind::lot, fmt::format("row-{:016x}", graph.lots.key[lot]), "a lot without a number"};
}

Entity product_entity(const SupplyGraph& graph, std::uint32_t product) {
  const Products& products = graph.products;
  std::string id = cell_text(graph, products.first_said(*graph.tables, product, Field::product_id));
  std::string name = cell_text(graph, products.first_said(*graph.tables, product, Field::product_name));
  if (is_blank_word(name)) name = id;
  if (is_blank_word(id)) id = name;
  if (!is_blank_word(id)) return {VertexKind::product, std::move(id), std::move(name)};
  return {VertexKind::product, fmt::format("row-{:016x}", products.key[product]), "a product without a number"};
}

Entity country_entity(Country country) {
  if (!country.is_known()) return {VertexKind::country, "?", "a country that is not known"};
  return {VertexKind::country, country.code(), country.code()};
}

Entity subject_entity(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject) {
  switch (kind) {
    case SubjectKind::shipment:
      return shipment_entity(graph, subject);
    case SubjectKind::worker_group:
      return worker_group_entity(graph, subject);
    case SubjectKind::lot:
      return lot_entity(graph, subject);
    case SubjectKind::product:
      return product_entity(graph, subject);
    default:
      return entity_of(graph, subject);
  }
}

bool subject_before(const SupplyGraph& graph, SubjectKind kind, std::uint32_t a, std::uint32_t b) {
  if (kind == SubjectKind::shipment) {
    const Shipments& s = graph.shipments;
    if (s.date[a].first != s.date[b].first) return s.date[a].first < s.date[b].first;
    return s.key[a] < s.key[b];
  }
  if (kind == SubjectKind::lot || kind == SubjectKind::product) return a < b;  // they stand in that order
  if (kind == SubjectKind::worker_group) {
    const WorkerGroups& g = graph.worker_groups;
    const auto rank = [&](std::uint32_t group) {
      const VertexId place = g.facility[group] != no_vertex ? g.facility[group] : g.employer[group];
      return place == no_vertex ? no_vertex : graph.vertices.rank[place];
    };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    const Entity first = worker_group_entity(graph, a);
    const Entity second = worker_group_entity(graph, b);
    return first.id < second.id;
  }
  return graph.vertices.rank[a] < graph.vertices.rank[b];
}

}  // namespace assay
