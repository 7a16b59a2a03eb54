#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"

namespace assay {
namespace {

bool is_mine(std::string_view type) {
  constexpr std::array<std::string_view, 8> words = {"mine", "quarry", "pit", "colliery", "矿山", "矿", "矿井", "광산"};
  const std::string folded = fold(type);
  for (const std::string_view word : words)
    if (folded == word) return true;
  return false;
}

std::string facility_key(const Parties& parties, VertexId party, std::string_view folded, Country country) {
  return fmt::format("facility|{}|{}|{}", folded, country.code(), party == no_vertex ? "" : parties.key(party));
}

}  // namespace

void read_sites(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  for (const std::uint16_t number : tables_of(*graph.tables, TableKind::sites)) {
    Rows rows(*graph.tables, number);
    while (rows.next()) {
      const Field naming = trim(rows.text(Field::site_name)).empty() ? Field::site_id : Field::site_name;
      const std::string_view name = trim(rows.text(naming));
      const VertexId party = builder.parties.find(rows.text(Field::site_operator), rows.cell(Field::site_operator));
      if (is_blank_word(name) || is_none_word(name)) {
        if (party != no_vertex && !is_none_word(name)) {
          builder.complaints.add(Level::note, rows.cell(naming), "names no site", "this row names no site");
        }
        continue;
      }
      const Country country = rows.has(Field::site_country) ? builder.country(rows, Field::site_country)
                                                            : Country(Known::not_asked);
      const VertexId facility = builder.facility(rows, name, party, country);
      graph.sites.facility.push_back(facility);
      graph.sites.operator_.push_back(party);
      graph.sites.commodity.push_back(builder.goods_text(rows.text(Field::site_commodity)));
      graph.sites.mine.push_back(is_mine(rows.text(Field::site_type)));
      graph.sites.row.push_back(rows.cell(naming));
      if (party != no_vertex)
        graph.facts.push_back({party, facility, Relation::works_at, true, rows.cell(Field::site_operator)});
    }
  }
}

VertexId Builder::facility(Rows& rows, std::string_view name, VertexId party, Country country) {
  const std::string folded = fold(name);
  const std::string key = facility_key(parties, party, folded, country);
  const auto [at, is_new] = facilities.emplace(key, no_vertex);
  if (is_new) {
    const Field naming = trim(rows.text(Field::site_name)).empty() ? Field::site_id : Field::site_name;
    at->second = parties.add(VertexKind::facility, Standing::listed, rows.cell(naming), country, key);
    graph.vertices.party[at->second] = party;
    if (rows.has(Field::site_country)) graph.vertices.country_cell[at->second] = rows.cell(Field::site_country);
    for (const Field field : {Field::site_name, Field::site_id}) {
      const std::string_view text = trim(rows.text(field));
      if (!is_blank_word(text)) facilities_by_text[fold(text)].push_back(at->second);
    }
  }
  Zone zone = graph.vertices.zone[at->second] == Zone::yes ? Zone::yes : Zone::no;
  for (const Field field : {Field::site_region, Field::site_city, Field::site_name})
    if (rows.has(field) && graph.reference->zone(rows.text(field), country) == Zone::yes) zone = Zone::yes;
  graph.vertices.zone[at->second] = zone;
  if (zone == Zone::yes && party != no_vertex) graph.vertices.zone[party] = Zone::yes;
  return at->second;
}

VertexId find_facility(Builder& builder, std::string_view text, VertexId party, CellRef cell) {
  SupplyGraph& graph = builder.graph;
  const std::string_view name = trim(text);
  if (is_blank_word(name) || is_none_word(name)) return no_vertex;
  const std::string folded = fold(name);
  VertexId only = no_vertex;
  std::size_t fitting = 0;
  if (const auto found = builder.facilities_by_text.find(folded); found != builder.facilities_by_text.end()) {
    for (const VertexId facility : found->second) {
      const VertexId of = graph.vertices.party[facility];
      if (party != no_vertex && of != no_vertex && of != party) continue;
      only = facility;
      ++fitting;
    }
  }
  if (fitting == 1) {
    if (graph.vertices.party[only] == no_vertex) graph.vertices.party[only] = party;
    return only;
  }
  const std::string key = facility_key(builder.parties, party, "?" + folded, Country(Known::not_asked));
  const auto [at, is_new] = builder.facilities.emplace(key, no_vertex);
  if (is_new) {
    const Standing standing = fitting == 0 ? Standing::unresolved : Standing::ambiguous;
    at->second = builder.parties.add(VertexKind::facility, standing, cell, Country(Known::not_asked), key);
    graph.vertices.party[at->second] = party;
  }
  return at->second;
}

}  // namespace assay
