#include "rules/vessel_record.h"

#include <algorithm>
#include <utility>

#include "rules/vessel_position.h"

namespace assay {
namespace {

constexpr Day nearest_events = 60;

/// The answer of several: the first yes, else the first unknown.
void add(Seen& all, const Seen& one) {
  if (one.truth > all.truth || !all.cell.exists()) all = {either(all.truth, one.truth), one.cell};
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
  if (truth == Truth::yes && !sure) return {Truth::unknown, cell_of_event(graph, event, Field::vessel_event_vessel)};
  return {truth, graph.vessel_events.row[event]};
}

/// Both must hold; of two that are open the first is asked for.
Seen both_of(const Seen& a, const Seen& b) {
  const Truth truth = both(a.truth, b.truth);
  if (truth == Truth::yes) return b;
  return a.truth == truth ? a : b;
}

// ---- transfers from ship to ship

/// Of the other vessel of a transfer, which a row names or not.
Seen by_flag(const SupplyGraph& graph, VertexId other, CellRef naming) {
  if (other == no_vertex) return {Truth::unknown, naming};
  const Country flag = graph.vertices.country[other];
  const CellRef cell = graph.vertices.country_cell[other];
  if (flag == north_korea) return {Truth::yes, cell.exists() ? cell : naming};
  return {flag.is_known() ? Truth::no : Truth::unknown,
          cell.exists() && graph.tables->known(cell) != Known::not_asked ? cell : naming};
}

Seen by_waters(const SupplyGraph& graph, std::uint32_t event) {
  const Country country = graph.vessel_events.place[event].country;
  const CellRef place = cell_of_event(graph, event, Field::vessel_event_place);
  const CellRef stated = cell_of_event(graph, event, Field::vessel_event_country);
  const CellRef cell = graph.tables->known(stated) == Known::yes ? stated : place;
  if (country == north_korea) return {Truth::yes, cell};
  // Transfers happen where no port is: that a place at sea is in no country says nothing against it.
  return {country.known() == Known::ambiguous && country.may_be(north_korea) ? Truth::unknown : Truth::no, cell};
}

Seen met_any(const SupplyGraph& graph, VertexId vessel) {
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

Seen met_one_of_dprk(const SupplyGraph& graph, VertexId vessel) {
  Seen all;
  for_each_event(graph, vessel, [&](std::uint32_t event, bool sure) {
    const Seen transfer = of_kind(graph, event, sure, VesselEventKind::sts);
    if (transfer.truth == Truth::no) return;
    const CellRef naming = cell_of_event(graph, event, Field::vessel_event_partner);
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

bool says(const SupplyGraph& graph, std::uint32_t event, Field field) {
  return graph.tables->known(cell_of_event(graph, event, field)) == Known::yes;
}

/// Whether a silence lasted from one day to another, as far as the row gives both.
Seen lasted(const SupplyGraph& graph, std::uint32_t event, bool sure) {
  const bool is_interval = says(graph, event, Field::vessel_event_from) && says(graph, event, Field::vessel_event_to);
  const VesselEvents& events = graph.vessel_events;
  if (is_interval && events.first[event] == events.last[event])
    return {Truth::no, cell_of_event(graph, event, Field::vessel_event_from)};
  return of_kind(graph, event, sure, VesselEventKind::ais_gap);
}

bool is_undated(const SupplyGraph& graph, std::uint32_t event) {
  return graph.vessel_events.first[event] == earliest_day;
}

/// Where the vessel was during an event of its own, or shortly before and after it; no where its record says nothing
/// of it. A silence whose row gives no end lasted until the vessel did something again.
Seen near_beside(const SupplyGraph& graph, VertexId vessel, std::uint32_t event) {
  const VesselEvents& events = graph.vessel_events;
  const auto [first, last] = own_events(graph, vessel);
  Seen all;
  std::uint32_t before = last;
  std::uint32_t after = last;
  const bool undated = is_undated(graph, event);
  const CellRef day = cell_of_event(graph, event, Field::vessel_event_date);
  for (std::uint32_t other = first; other < last; ++other) {
    if (other == event || events.kind[other] == VesselEventKind::ais_gap) continue;
    if (undated || is_undated(graph, other)) {
      const CellRef cell = undated ? day : cell_of_event(graph, other, Field::vessel_event_date);
      if (is_near(graph, other).truth == Truth::yes) add(all, {Truth::unknown, cell});
    } else if (events.last[other] < events.first[event]) {
      if (before == last || events.last[other] > events.last[before]) before = other;
    } else if (events.first[other] > events.last[event]) {
      if (after == last) after = other;
    } else {
      add(all, is_near(graph, other));
    }
  }
  if (before < last && events.first[event] - events.last[before] <= nearest_events) add(all, is_near(graph, before));
  const bool has_end = says(graph, event, Field::vessel_event_to);
  if (after < last && (!has_end || events.first[after] - events.last[event] <= nearest_events))
    add(all, is_near(graph, after));
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

/// What the record says; nothing without one. Where it says nothing of the vessel, its name stands for that.
Seen by_record(const SupplyGraph& graph, VertexId vessel, Answer answer) {
  if (!graph.tables->has(TableKind::vessel_events)) return {Truth::unknown, no_column_of(Field::vessel_event_event)};
  const Seen seen = answer(graph, vessel);
  return {seen.truth, seen.cell.exists() ? seen.cell : graph.vertices.name[vessel]};
}

}  // namespace

Seen met_at_sea(const SupplyGraph& graph, VertexId vessel) {
  return by_record(graph, vessel, met_any);
}

Seen met_dprk_vessel(const SupplyGraph& graph, VertexId vessel) {
  return by_record(graph, vessel, met_one_of_dprk);
}

Seen was_silent(const SupplyGraph& graph, VertexId vessel) {
  return by_record(graph, vessel, silent);
}

Seen silent_near_dprk(const SupplyGraph& graph, VertexId vessel) {
  return by_record(graph, vessel, silent_near);
}

}  // namespace assay
