#include "rules/vessel_record.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "base/text.h"

namespace assay {
namespace {

constexpr Day nearest_events = 60;
constexpr double near_nautical_miles = 250;
constexpr double miles_a_degree = 60;
/// Around the ports and towns of the DPRK whose positions are known.
constexpr double south = 37.97, north = 42.26, west = 124.39, east = 130.31;

constexpr CellRef no_column_of(Field field) {
  return {0, field, 0};
}

/// An answer and the cell that decides it, or would.
struct Seen {
  Truth truth = Truth::no;
  CellRef cell;
};

/// The answer of several: the first yes, else the first unknown.
void add(Seen& all, const Seen& one) {
  if (one.truth > all.truth || !all.cell.exists()) all = {either(all.truth, one.truth), one.cell};
}

CellRef cell_of(const SupplyGraph& graph, std::uint32_t event, Field field) {
  const CellRef row = graph.vessel_events.row[event];
  return {row.table, field, row.record};
}

bool has(const SupplyGraph& graph, CellRef cell) {
  return graph.tables->tables[cell.table].has(cell.field);
}

/// Events of this very vertex, in order of time: a run of VesselEvents. Of no_vertex: those that name no vessel.
std::pair<std::uint32_t, std::uint32_t> own_events(const SupplyGraph& graph, VertexId vessel) {
  const auto& vessels = graph.vessel_events.vessel;
  const auto rank_of = [&graph](VertexId v) { return v == no_vertex ? no_vertex : graph.vertices.rank[v]; };
  const auto low =
      std::partition_point(vessels.begin(), vessels.end(), [&](VertexId v) { return rank_of(v) < rank_of(vessel); });
  const auto high = std::partition_point(low, vessels.end(), [&](VertexId v) { return v == vessel; });
  return {static_cast<std::uint32_t>(low - vessels.begin()), static_cast<std::uint32_t>(high - vessels.begin())};
}

/// Calls visit(event, sure) for each event that befell the vessel or may have.
template <class Visit>
void for_each_event(const SupplyGraph& graph, VertexId vessel, Visit visit) {
  const auto of = [&](VertexId named, bool sure) {
    const auto [first, last] = own_events(graph, named);
    for (std::uint32_t event = first; event < last; ++event) visit(event, sure);
  };
  of(vessel, true);
  for (const auto& [ambiguous, fits] : graph.candidates)
    if (std::find(fits.begin(), fits.end(), vessel) != fits.end()) of(ambiguous, false);
  of(no_vertex, false);
}

Truth is_kind(const SupplyGraph& graph, std::uint32_t event, VesselEventKind kind) {
  const VesselEventKind own = graph.vessel_events.kind[event];
  return own == kind ? Truth::yes : own == VesselEventKind::unknown ? Truth::unknown : Truth::no;
}

/// An event of the kind, as far as it is this vessel's: what names the vessel leaves it open, or the event's word.
Seen of_kind(const SupplyGraph& graph, std::uint32_t event, bool sure, VesselEventKind kind) {
  const Truth truth = is_kind(graph, event, kind);
  if (truth == Truth::yes && !sure) return {Truth::unknown, cell_of(graph, event, Field::vessel_event_vessel)};
  return {truth, graph.vessel_events.row[event]};
}

/// Both must hold; of two that are open the first is asked for.
Seen both_of(const Seen& a, const Seen& b) {
  const Truth truth = both(a.truth, b.truth);
  if (truth == Truth::yes) return b;
  return a.truth == truth ? a : b;
}

// ---- transfers from ship to ship

bool is_dprk(Country country) {
  return country == north_korea;
}

/// Of the other vessel of a transfer, which a row names or not.
Seen by_flag(const SupplyGraph& graph, VertexId other, CellRef naming) {
  if (other == no_vertex) return {Truth::unknown, naming};
  const Country flag = graph.vertices.country[other];
  const CellRef cell = graph.vertices.country_cell[other];
  if (is_dprk(flag)) return {Truth::yes, cell.exists() ? cell : naming};
  return {flag.is_known() ? Truth::no : Truth::unknown, cell.exists() && has(graph, cell) ? cell : naming};
}

Seen by_waters(const SupplyGraph& graph, std::uint32_t event) {
  const Country country = graph.vessel_events.place[event].country;
  const CellRef place = cell_of(graph, event, Field::vessel_event_place);
  const CellRef stated = cell_of(graph, event, Field::vessel_event_country);
  const CellRef cell = has(graph, stated) && !is_blank_word(trim(graph.tables->text(stated))) ? stated : place;
  if (is_dprk(country)) return {Truth::yes, cell};
  // Transfers happen where no port is: that a place at sea is in no country says nothing against it.
  return {country.known() == Known::ambiguous && country.may_be(north_korea) ? Truth::unknown : Truth::no, cell};
}

Seen met(const SupplyGraph& graph, VertexId vessel) {
  Seen all;
  for_each_event(graph, vessel, [&](std::uint32_t event, bool sure) {
    add(all, of_kind(graph, event, sure, VesselEventKind::sts));
  });
  for (const std::uint32_t number : graph.relations.numbers(vessel)) {
    const Fact& fact = graph.facts[number];
    if (fact.relation == Relation::met_at_sea) add(all, {fact.sure ? Truth::yes : Truth::unknown, fact.cell});
  }
  return all;
}

Seen met_dprk(const SupplyGraph& graph, VertexId vessel) {
  Seen all;
  for_each_event(graph, vessel, [&](std::uint32_t event, bool sure) {
    const Seen transfer = of_kind(graph, event, sure, VesselEventKind::sts);
    if (transfer.truth == Truth::no) return;
    const CellRef naming = cell_of(graph, event, Field::vessel_event_partner);
    Seen partner = by_flag(graph, graph.vessel_events.partner[event], naming);
    add(partner, by_waters(graph, event));
    add(all, both_of(transfer, partner));
  });
  for (const std::uint32_t number : graph.relations.numbers(vessel)) {
    const Fact& fact = graph.facts[number];
    if (fact.relation != Relation::met_at_sea) continue;
    add(all, both_of({fact.sure ? Truth::yes : Truth::unknown, fact.cell}, by_flag(graph, fact.to, fact.cell)));
  }
  return all;
}

// ---- silence

/// Whether a silence lasted from one day to another, as far as the row gives both.
Seen lasted(const SupplyGraph& graph, std::uint32_t event, bool sure) {
  const Seen gap = of_kind(graph, event, sure, VesselEventKind::ais_gap);
  const CellRef from = cell_of(graph, event, Field::vessel_event_from);
  const VesselEvents& events = graph.vessel_events;
  const bool is_interval = has(graph, from) && !is_blank_word(trim(graph.tables->text(from)));
  if (is_interval && events.first[event] == events.last[event]) return {Truth::no, from};
  return gap;
}

/// From a position to the rectangle around the DPRK.
double miles_to_dprk(double latitude, double longitude) {
  const double degrees_north = std::max({0.0, south - latitude, latitude - north});
  const double degrees_east = std::max({0.0, west - longitude, longitude - east});
  const double shrunk = std::cos(std::clamp(latitude, south, north) * std::acos(-1.0) / 180);
  return miles_a_degree * std::hypot(degrees_north, degrees_east * shrunk);
}

/// Where an event was. Without a position a place of a neighbour may be near.
Seen is_near(const SupplyGraph& graph, std::uint32_t event) {
  const CellRef latitude = cell_of(graph, event, Field::vessel_event_lat);
  const CellRef longitude = cell_of(graph, event, Field::vessel_event_lon);
  const Country country = graph.vessel_events.place[event].country;
  if (has(graph, latitude) && has(graph, longitude)) {
    const Number lat = parse_number(graph.tables->text(latitude));
    const Number lon = parse_number(graph.tables->text(longitude));
    if (lat.known == Known::yes && lon.known == Known::yes && std::abs(lat.value) <= 90 && std::abs(lon.value) <= 180)
      return {miles_to_dprk(lat.value, lon.value) <= near_nautical_miles ? Truth::yes : Truth::no, latitude};
  }
  const CellRef place = cell_of(graph, event, Field::vessel_event_place);
  if (is_dprk(country)) return {Truth::yes, place};
  constexpr std::array neighbours = {Country('C', 'N'), south_korea, Country('R', 'U'), Country('J', 'P')};
  const bool is_neighbour = std::find(neighbours.begin(), neighbours.end(), country) != neighbours.end();
  return {country.is_known() && !is_neighbour ? Truth::no : Truth::unknown, has(graph, latitude) ? latitude : place};
}

/// Where the vessel was shortly before and after an event of its own; no where its record says nothing of it.
Seen near_beside(const SupplyGraph& graph, VertexId vessel, std::uint32_t event) {
  const VesselEvents& events = graph.vessel_events;
  const auto [first, last] = own_events(graph, vessel);
  Seen all;
  if (event < first || event >= last) return all;
  for (std::uint32_t before = event; before-- > first;) {
    if (events.kind[before] == VesselEventKind::ais_gap || events.last[before] > events.first[event]) continue;
    if (events.first[event] - events.last[before] <= nearest_events) add(all, is_near(graph, before));
    break;
  }
  for (std::uint32_t after = event + 1; after < last; ++after) {
    if (events.kind[after] == VesselEventKind::ais_gap || events.first[after] < events.last[event]) continue;
    if (events.first[after] - events.last[event] <= nearest_events) add(all, is_near(graph, after));
    break;
  }
  return all;
}

Seen silent(const SupplyGraph& graph, VertexId vessel) {
  Seen all;
  for_each_event(graph, vessel, [&](std::uint32_t event, bool sure) { add(all, lasted(graph, event, sure)); });
  return all;
}

Seen silent_near(const SupplyGraph& graph, VertexId vessel) {
  Seen all;
  for_each_event(graph, vessel, [&](std::uint32_t event, bool sure) {
    const Seen gap = lasted(graph, event, sure);
    if (gap.truth == Truth::no) return;
    Seen where = is_near(graph, event);
    add(where, near_beside(graph, vessel, event));
    add(all, both_of(gap, where));
  });
  return all;
}

using Answer = Seen (*)(const SupplyGraph& graph, VertexId vessel);

Truth truth_of(const SupplyGraph& graph, VertexId vessel, Answer answer) {
  return graph.tables->has(TableKind::vessel_events) ? answer(graph, vessel).truth : Truth::unknown;
}

CellRef cell_of(const SupplyGraph& graph, VertexId vessel, Answer answer) {
  if (!graph.tables->has(TableKind::vessel_events)) return no_column_of(Field::vessel_event_event);
  const CellRef cell = answer(graph, vessel).cell;
  return cell.exists() ? cell : graph.vertices.name[vessel];
}

}  // namespace

Truth met_at_sea(const SupplyGraph& graph, VertexId vessel) {
  return truth_of(graph, vessel, met);
}

CellRef met_at_sea_cell(const SupplyGraph& graph, VertexId vessel) {
  return cell_of(graph, vessel, met);
}

Truth met_dprk_vessel(const SupplyGraph& graph, VertexId vessel) {
  return truth_of(graph, vessel, met_dprk);
}

CellRef met_dprk_vessel_cell(const SupplyGraph& graph, VertexId vessel) {
  return cell_of(graph, vessel, met_dprk);
}

Truth was_silent(const SupplyGraph& graph, VertexId vessel) {
  return truth_of(graph, vessel, silent);
}

CellRef was_silent_cell(const SupplyGraph& graph, VertexId vessel) {
  return cell_of(graph, vessel, silent);
}

Truth silent_near_dprk(const SupplyGraph& graph, VertexId vessel) {
  return truth_of(graph, vessel, silent_near);
}

CellRef silent_near_dprk_cell(const SupplyGraph& graph, VertexId vessel) {
  return cell_of(graph, vessel, silent_near);
}

}  // namespace assay
