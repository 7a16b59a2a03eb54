#include <algorithm>
#include <array>

#include "base/text.h"
#include "graph/builder.h"
#include "graph/korea_sign.h"
#include "names/fold.h"

namespace assay {
namespace {

/// What the smelter of a row is called after. smelter_declared_by where the row names none at all.
Field naming_of(Rows& rows) {
  if (is_none_word(trim(rows.text(Field::smelter_name)))) return Field::smelter_declared_by;
  for (const Field field : {Field::smelter_name, Field::smelter_id, Field::smelter_country, Field::smelter_metal})
    if (rows.has(field) && !is_blank_word(trim(rows.text(field)))) return field;
  return Field::smelter_declared_by;
}

/// Rows that say the same of a smelter are one, whoever declares it; those that differ are asked about one by one.
std::string what_is_said(Rows& rows) {
  std::string said = "smelter";
  for (const Field field : {Field::smelter_name, Field::smelter_id, Field::smelter_country, Field::smelter_metal,
                            Field::smelter_region, Field::smelter_city, Field::smelter_address, Field::smelter_mine,
                            Field::smelter_mine_country, Field::smelter_recycled}) {
    said += '\x1f';
    said += fold(trim(rows.text(field)));
  }
  return said;
}

/// Who runs the smelter: the operator of the one site of its name and country, else the listed party of that name and
/// country. What that party declares of its workforce holds for the smelter too.
VertexId operator_of(Builder& builder, Rows& rows, std::uint32_t name, Country country) {
  const SupplyGraph& graph = builder.graph;
  const Vertices& v = graph.vertices;
  if (!country.is_known()) return no_vertex;
  std::vector<VertexId> sites;
  builder.facilities_by_text.find(name, sites);
  std::erase_if(sites, [&](VertexId site) { return v.country[site] != country; });
  if (!sites.empty()) return sites.size() == 1 ? v.party[sites.front()] : no_vertex;
  const std::string_view text = rows.text(Field::smelter_name);
  if (!builder.parties.knows(text)) return no_vertex;
  const VertexId party = builder.parties.find(text, rows.cell(Field::smelter_name));
  const bool is_it = party != no_vertex && v.standing[party] == Standing::listed && v.country[party] == country;
  return is_it ? party : no_vertex;
}

VertexId smelter_of(Builder& builder, Rows& rows, Field naming, Country country, CellRef country_cell) {
  Vertices& v = builder.graph.vertices;
  const std::uint32_t text = builder.parties.key_text(what_is_said(rows));
  const auto [at, is_new] = builder.facilities.emplace(FacilityKey{text, no_vertex, country, true}, no_vertex);
  if (!is_new) {
    if (comes_first(*builder.graph.tables, rows.cell(naming), v.name[at->second])) {
      v.name[at->second] = rows.cell(naming);
      if (rows.has(Field::smelter_country)) v.country_cell[at->second] = country_cell;
    }
    return at->second;
  }
  const std::uint32_t name = builder.parties.key_text(fold(trim(rows.text(naming))));
  const VertexId operated_by = naming == Field::smelter_name ? operator_of(builder, rows, name, country) : no_vertex;
  const VertexId smelter = builder.parties.add(VertexKind::facility, Standing::listed, rows.cell(naming), country,
                                               {VertexKey::Form::facility, country, text});
  at->second = smelter;
  v.party[smelter] = operated_by;
  v.zone[smelter] = Zone::no;
  for (const Field field : {Field::smelter_region, Field::smelter_city, Field::smelter_address})
    if (rows.has(field) && builder.graph.reference->zone(rows.text(field), country) == Zone::yes)
      v.zone[smelter] = Zone::yes;
  if (rows.has(Field::smelter_country)) v.country_cell[smelter] = country_cell;
  if (rows.has(Field::smelter_id) && !is_blank_word(trim(rows.text(Field::smelter_id))))
    v.identifier[smelter] = rows.cell(Field::smelter_id);
  std::vector<VertexId> namesakes;  // a site of that name is meant first: its row says who operates it
  builder.facilities_by_text.find(name, namesakes);
  if (namesakes.empty()) builder.facilities_by_text.add(name, smelter);
  return smelter;
}

}  // namespace

void read_smelters(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  Smelters& smelters = graph.smelters;
  for (const std::uint16_t number : tables_of(*graph.tables, TableKind::smelters)) {
    Rows rows(*graph.tables, number);
    const bool is_flat = feeds_suppliers(*graph.tables, number);  // then a row without a smelter is only a supplier's
    while (rows.next()) {
      const Field naming = naming_of(rows);
      const bool has_name = naming == Field::smelter_name || naming == Field::smelter_id;
      if (naming == Field::smelter_declared_by || (!has_name && is_flat)) continue;
      if (!has_name)
        builder.complaints.add(Level::warning, rows.cell(Field::smelter_name), "names no smelter",
                               "this row names no smelter",
                               "fill in smelter.name; until then the smelter is called after what else the row says");
      constexpr std::array beside = {Field::smelter_city, Field::smelter_region, Field::smelter_address};
      CellRef says_country = rows.cell(Field::smelter_country);
      const Country country = builder.cells.country(rows, Field::smelter_country, beside, says_country);
      const VertexId smelter = smelter_of(builder, rows, naming, country, says_country);
      const CellRef cell = rows.cell(Field::smelter_declared_by);
      const VertexId party = builder.parties.find(rows.text(Field::smelter_declared_by), cell);
      smelters.facility.push_back(smelter);
      smelters.declared_by.push_back(party);
      smelters.row.push_back(rows.cell(naming));
      if (party != no_vertex) graph.facts.push_back({party, smelter, Relation::processed_at, true, cell});
    }
  }
  smelters.by_facility.resize(smelters.facility.size());
  for (std::uint32_t i = 0; i < smelters.by_facility.size(); ++i) smelters.by_facility[i] = i;
  std::stable_sort(smelters.by_facility.begin(), smelters.by_facility.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return smelters.facility[a] < smelters.facility[b]; });
}

bool is_smelter(const SupplyGraph& graph, VertexId vertex) {
  const auto& order = graph.smelters.by_facility;
  const auto at = std::lower_bound(order.begin(), order.end(), vertex,
                                   [&](std::uint32_t row, VertexId v) { return graph.smelters.facility[row] < v; });
  return at != order.end() && graph.smelters.facility[*at] == vertex;
}

std::vector<std::uint32_t> declarations_of_smelter(const SupplyGraph& graph, VertexId smelter) {
  const Smelters& s = graph.smelters;
  std::vector<std::uint32_t> rows;
  auto at = std::lower_bound(s.by_facility.begin(), s.by_facility.end(), smelter,
                             [&](std::uint32_t row, VertexId v) { return s.facility[row] < v; });
  for (; at != s.by_facility.end() && s.facility[*at] == smelter; ++at) rows.push_back(*at);
  const auto rank = [&](std::uint32_t row) {
    return s.declared_by[row] == no_vertex ? no_vertex : graph.vertices.rank[s.declared_by[row]];
  };
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  return rows;
}

}  // namespace assay
