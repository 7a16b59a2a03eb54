#include "graph/border_zone.h"

#include <algorithm>
#include <array>
#include <string>

#include "reference/zone.h"

namespace assay {
namespace {

constexpr std::array places_of_site = {Field::site_city, Field::site_region};
constexpr std::array places_of_party = {Field::supplier_address, Field::supplier_city, Field::supplier_region};

}  // namespace

Zone zone_of_cell(Rows& rows, Field field, std::span<const Field> places, const Reference& reference,
                  Country country) {
  const Zone zone = reference.zone(rows.text(field), country);
  if (zone != Zone::yes) return zone;
  std::string beside;
  for (const Field place : places) {
    if (place == field || !rows.has(place)) continue;
    beside += ", ";
    beside += rows.text(place);
  }
  return zone_beside(reference, rows.text(field), country, beside);
}

Zone zone_of_party(Rows& rows, const Reference& reference, Country country) {
  bool asked = false;
  Zone zone = Zone::no;
  for (const Field field : places_of_party) {
    if (!rows.has(field)) continue;
    asked = true;
    zone = std::max(zone, zone_of_cell(rows, field, places_of_party, reference, country));
  }
  if (!asked) zone = reference.zone({}, country);
  if (zone != Zone::yes && zone_of_cell(rows, Field::supplier_name, places_of_party, reference, country) == Zone::yes)
    zone = Zone::yes;
  return zone;
}

namespace {

/// The first of the cells of a row that lies in the zone, each in the light of the others.
CellRef first_in_zone(const SupplyGraph& graph, CellRef row, std::span<const Field> places, Country country) {
  const auto text = [&](Field field) { return graph.tables->text({row.table, field, row.record}); };
  for (const Field field : places) {
    std::string beside;
    for (const Field other : places)
      if (other != field) beside += ", " + text(other);
    if (zone_beside(*graph.reference, text(field), country, beside) == Zone::yes)
      return {row.table, field, row.record};
  }
  return {};
}

using SitesByParty = std::vector<std::pair<VertexId, std::uint32_t>>;

CellRef find_place_in_zone(const SupplyGraph& graph, VertexId party, const SitesByParty& sites) {
  const Vertices& v = graph.vertices;
  if (graph.tables->tables[v.name[party].table].kind == TableKind::suppliers)
    if (const CellRef cell = first_in_zone(graph, v.name[party], places_of_party, v.country[party]); cell.exists())
      return cell;
  auto site = std::lower_bound(sites.begin(), sites.end(), std::pair(party, 0U));
  for (; site != sites.end() && site->first == party; ++site)
    if (const CellRef cell = first_in_zone(graph, graph.sites.row[site->second], places_of_site,
                                           v.country[graph.sites.facility[site->second]]);
        cell.exists())
      return cell;
  return {};
}

}  // namespace

CellRef place_in_zone(const SupplyGraph& graph, VertexId party) {
  const auto found = std::lower_bound(graph.places_in_zone.begin(), graph.places_in_zone.end(), party,
                                      [](const auto& entry, VertexId v) { return entry.first < v; });
  return found != graph.places_in_zone.end() && found->first == party ? found->second : CellRef{};
}

void find_places_in_zone(SupplyGraph& graph) {
  const Vertices& v = graph.vertices;
  SitesByParty sites;
  for (std::uint32_t site = 0; site < graph.sites.facility.size(); ++site)
    if (const VertexId party = v.party[graph.sites.facility[site]]; party != no_vertex && v.zone[party] == Zone::yes)
      sites.emplace_back(party, site);
  std::sort(sites.begin(), sites.end());
  for (VertexId party = 0; party < v.size(); ++party) {
    if (v.zone[party] != Zone::yes || v.kind[party] == VertexKind::facility) continue;
    if (const CellRef cell = find_place_in_zone(graph, party, sites); cell.exists())
      graph.places_in_zone.emplace_back(party, cell);
  }
}

CellRef site_in_zone(const SupplyGraph& graph, VertexId facility) {
  const Vertices& v = graph.vertices;
  if (v.zone[facility] != Zone::yes) return {};
  for (std::size_t site = 0; site < graph.sites.facility.size(); ++site)
    if (graph.sites.facility[site] == facility)
      if (const CellRef cell = first_in_zone(graph, graph.sites.row[site], places_of_site, v.country[facility]);
          cell.exists())
        return cell;
  return {};
}

}  // namespace assay
