#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/border_zone.h"
#include "graph/builder.h"
#include "graph/korea_sign.h"
#include "names/fold.h"

namespace assay {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view type, const std::array<std::string_view, count>& words) {
  const std::string folded = fold(type);
  return std::find(words.begin(), words.end(), folded) != words.end();
}

bool is_mine(std::string_view type) {
  constexpr std::array<std::string_view, 8> words = {"mine", "quarry", "pit",  "colliery",
                                                     "矿山", "矿",     "矿井", "광산"};
  return is_one_of(type, words);
}

/// Where old metal is gathered: a source beside the mines.
bool gathers_scrap(std::string_view type) {
  constexpr std::array<std::string_view, 10> words = {"scrap",    "scrap yard",     "scrapyard",    "scrap collector",
                                                      "recycler", "recycling yard", "scrap source", "recycling plant",
                                                      "废料",     "废品回收站"};
  return is_one_of(type, words);
}

/// What the site of a row is called after: its name, else what tells it from others. site_type where the row says
/// that there is none, or nothing at all. A site without a name is a site: it does not leave the audit.
Field naming_of(Rows& rows) {
  if (is_none_word(trim(rows.text(Field::site_name)))) return Field::site_type;
  for (const Field field :
       {Field::site_name, Field::site_id, Field::site_operator, Field::site_country, Field::site_commodity})
    if (rows.has(field) && !is_blank_word(trim(rows.text(field)))) return field;
  return Field::site_type;
}

/// The facility of a sites row; rows that say the same are one.
VertexId facility_of(Builder& builder, Rows& rows, Field naming, VertexId party, Country country,
                     CellRef country_cell) {
  Vertices& v = builder.graph.vertices;
  const std::uint32_t text = builder.parties.key_text(fold(trim(rows.text(naming))));
  const auto [at, is_new] = builder.facilities.emplace(FacilityKey{text, party, country, true}, no_vertex);
  const VertexId facility = at->second != no_vertex
                                ? at->second
                                : builder.parties.add(VertexKind::facility, Standing::listed, rows.cell(naming),
                                                      country, {VertexKey::Form::facility, country, text});
  if (is_new) {
    at->second = facility;
    v.party[facility] = party;
    v.zone[facility] = Zone::no;
    if (rows.has(Field::site_country)) v.country_cell[facility] = country_cell;
  } else if (rows.text(naming) < builder.graph.tables->text(v.name[facility])) {
    v.name[facility] = rows.cell(naming);  // of several spellings the least, whatever the order of rows
  }
  if (!is_new && comes_first(*builder.graph.tables, rows.cell(naming), v.name[facility])) {
    v.name[facility] = rows.cell(naming);
    if (rows.has(Field::site_country)) v.country_cell[facility] = country_cell;
  }
  for (const Field field : {Field::site_name, Field::site_id}) {
    if (!rows.has(field)) continue;
    const std::string_view name = trim(rows.text(field));
    if (!is_blank_word(name)) builder.facilities_by_text.add(builder.parties.key_text(fold(name)), facility);
  }
  constexpr std::array<Field, 2> places = {Field::site_region, Field::site_city};
  for (const Field field : {Field::site_region, Field::site_city, Field::site_name})
    if (rows.has(field) && zone_of_cell(rows, field, places, *builder.graph.reference, country) == Zone::yes)
      v.zone[facility] = Zone::yes;
  if (v.zone[facility] == Zone::yes && party != no_vertex) v.zone[party] = Zone::yes;
  return facility;
}

}  // namespace

std::size_t FacilityHash::operator()(const FacilityKey& key) const {
  const std::uint64_t low = std::uint64_t{key.text} << 32 | key.party;
  const std::uint64_t high = std::uint64_t{key.country.raw()} << 1 | (key.listed ? 1 : 0);
  return (low ^ high * 0xC2B2AE3D27D4EB4F) * 0x9E3779B97F4A7C15;
}

void read_sites(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  for (const std::uint16_t number : tables_of(*graph.tables, TableKind::sites)) {
    Rows rows(*graph.tables, number);
    const bool is_flat = feeds_suppliers(*graph.tables, number);  // then a row without a site is only a supplier's
    while (rows.next()) {
      const Field naming = naming_of(rows);
      const bool has_name = naming == Field::site_name || naming == Field::site_id;
      if (naming == Field::site_type || (!has_name && is_flat)) continue;
      if (!has_name)
        builder.complaints.add(Level::warning, rows.cell(Field::site_name), "names no site", "this row names no site",
                               "fill in site.name; until then the site is called after what else the row says");
      const VertexId party = builder.parties.find(rows.text(Field::site_operator), rows.cell(Field::site_operator));
      constexpr std::array beside = {Field::site_city, Field::site_region};
      CellRef says_country = rows.cell(Field::site_country);
      const Country country = builder.cells.country(rows, Field::site_country, beside, says_country);
      const VertexId facility = facility_of(builder, rows, naming, party, country, says_country);
      graph.sites.facility.push_back(facility);
      graph.sites.operator_.push_back(party);
      graph.sites.commodity.push_back(builder.goods_texts.number(rows.text(Field::site_commodity)));
      graph.sites.mine.push_back(is_mine(rows.text(Field::site_type)));
      graph.sites.scrap.push_back(gathers_scrap(rows.text(Field::site_type)));
      graph.sites.row.push_back(rows.cell(naming));
      if (party != no_vertex)
        graph.facts.push_back({party, facility, Relation::works_at, true, rows.cell(Field::site_operator)});
    }
  }
}

VertexId find_facility(Builder& builder, std::string_view text, VertexId party, CellRef cell) {
  SupplyGraph& graph = builder.graph;
  const std::string_view name = trim(text);
  if (is_blank_word(name) || is_none_word(name)) return no_vertex;
  const std::uint32_t number = builder.parties.key_text(fold(name));
  std::vector<VertexId> found;
  builder.facilities_by_text.find(number, found);
  VertexId only = no_vertex;
  std::size_t fitting = 0;
  for (const VertexId facility : found) {
    const VertexId of = graph.vertices.party[facility];
    if (party != no_vertex && of != no_vertex && of != party) continue;
    only = facility;
    ++fitting;
  }
  if (fitting == 1) return only;
  const Country unknown(Known::not_asked);
  const auto [at, is_new] = builder.facilities.emplace(FacilityKey{number, party, unknown, false}, no_vertex);
  if (is_new) {
    const Standing standing = fitting == 0 ? Standing::unresolved : Standing::ambiguous;
    at->second = builder.parties.add(VertexKind::facility, standing, cell, unknown,
                                     {VertexKey::Form::unresolved, unknown, number});
    graph.vertices.party[at->second] = party;
  } else if (comes_first(*graph.tables, cell, graph.vertices.name[at->second])) {
    graph.vertices.name[at->second] = cell;
  }
  return at->second;
}

}  // namespace assay
