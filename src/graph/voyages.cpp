#include "graph/voyages.h"

#include <algorithm>

#include "base/text.h"
#include "names/fold.h"

namespace assay {

/// The days of a shipment, as its row gives them.
struct Voyages::Carriage {
  Day first = earliest_day, last = latest_day;  ///< of its date, and of its arrival behind it
  bool exact = false;                           ///< the date is a day
};

namespace {

bool says(std::string_view folded, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [folded](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

/// What loads, or may: a word that nobody knows may stand for it.
bool may_load(VesselEventKind kind) {
  return kind == VesselEventKind::load || kind == VesselEventKind::unknown;
}

bool may_call(VesselEventKind kind) {
  return may_load(kind) || kind == VesselEventKind::call || kind == VesselEventKind::discharge ||
         kind == VesselEventKind::position;
}

/// What shows by itself that the vessel was in a port with room for, or with, the goods.
bool is_call(VesselEventKind kind) {
  return kind == VesselEventKind::load || kind == VesselEventKind::call;
}

}  // namespace

Truth went_by_sea(const SupplyGraph& graph, std::uint32_t shipment) {
  const CellRef cell = graph.shipments.cell(shipment, Field::shipment_mode);
  if (!graph.tables->tables[cell.table].has(cell.field)) return Truth::unknown;
  const std::string mode = fold(trim(graph.tables->text(cell)));
  if (says(mode, {"multi", "inter", "联运"})) return Truth::unknown;
  if (says(mode, {"sea", "ocean", "vessel", "ship", "barge", "海", "船", "水"})) return Truth::yes;
  const bool otherwise =
      says(mode, {"rail", "road", "truck", "lorry", "air", "pipeline", "铁路", "公路", "航空", "卡车"});
  return otherwise ? Truth::no : Truth::unknown;
}

void Voyages::index() {
  const VesselEvents& events = graph_.vessel_events;
  asked_ = graph_.tables->has(TableKind::vessel_events);
  for (std::uint32_t e = 0; e < events.size(); ++e) events_of_[events.vessel[e]].push_back(e);
  for (const VesselNaming& naming : graph_.vessels.namings) {
    if (naming.key.empty()) continue;
    names_of_[naming.vessel].push_back(naming.key);
    if (!events_of_.contains(naming.vessel)) continue;
    std::vector<VertexId>& same = by_name_[naming.key];
    if (std::find(same.begin(), same.end(), naming.vessel) == same.end()) same.push_back(naming.vessel);
  }
}

/// Events of the vessel, and those that may be its: of a name that may mean it, and of vessels that no row names.
const std::vector<Voyages::Near>& Voyages::near(VertexId vessel) const {
  const auto [at, is_new] = near_.try_emplace(vessel);
  if (!is_new) return at->second;
  std::vector<VertexId> others = {vessel, no_vertex};
  if (const auto names = names_of_.find(vessel); names != names_of_.end())
    for (const std::string_view name : names->second)
      if (const auto same = by_name_.find(name); same != by_name_.end())
        others.insert(others.end(), same->second.begin(), same->second.end());
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  for (const VertexId other : others) {
    const Truth same = other == no_vertex ? Truth::unknown : same_vessel(graph_, vessel, other);
    const auto events = events_of_.find(other);
    if (same == Truth::no || events == events_of_.end()) continue;
    for (const std::uint32_t e : events->second) at->second.push_back({e, same == Truth::yes});
  }
  std::sort(at->second.begin(), at->second.end(), [](const Near& a, const Near& b) { return a.event < b.event; });
  return at->second;
}

bool Voyages::is_firm(const Near& near) const {
  const VesselEvents& events = graph_.vessel_events;
  return near.sure && events.first[near.event] == events.last[near.event];
}

/// The last discharge before the next load behind a place of the record; the longest voyage's end when there is none.
Day Voyages::end_of(const std::vector<Near>& record, std::size_t from) const {
  const VesselEvents& events = graph_.vessel_events;
  const Day start = events.first[record[from].event];
  Day end = latest_day;
  for (std::size_t i = from + 1; i < record.size(); ++i) {
    if (!is_firm(record[i])) continue;
    const std::uint32_t e = record[i].event;
    if (events.kind[e] == VesselEventKind::load && end != latest_day) break;
    if (events.kind[e] == VesselEventKind::discharge && events.first[e] > start) end = events.first[e];
  }
  return end;
}

/// Whether the carriage lies in a voyage that begins after a day.
bool Voyages::lies_in_another(const std::vector<Near>& record, Day after, const Carriage& carriage) const {
  const VesselEvents& events = graph_.vessel_events;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const std::uint32_t e = record[i].event;
    if (!is_firm(record[i]) || events.kind[e] != VesselEventKind::load || events.first[e] < after) continue;
    if (carriage.first >= events.first[e] &&
        carriage.last <= std::min(end_of(record, i), events.first[e] + longest_voyage))
      return true;
  }
  return false;
}

/// Whether a load or a call at a place of the record was part of the carriage.
Truth Voyages::by_load(const std::vector<Near>& record, std::size_t at, const Carriage& carriage,
                       bool loads_only) const {
  const VesselEvents& events = graph_.vessel_events;
  const Day day = events.first[record[at].event];
  const bool loads = events.kind[record[at].event] == VesselEventKind::load;
  Day begin = day;  // goods that were aboard already were there when it called
  for (std::size_t i = at; i-- > 0;) {
    if (!is_firm(record[i])) continue;
    const VesselEventKind kind = events.kind[record[i].event];
    if (kind == VesselEventKind::discharge) break;
    if (kind == VesselEventKind::load) begin = std::max(events.first[record[i].event], day - longest_voyage);
  }
  const Day end = end_of(record, at);
  const bool ended = end != latest_day;
  const Day surely_until = ended ? end : day + likely_voyage;
  const Day maybe_until = (ended ? end : day + longest_voyage) + voyage_slack;
  if (carriage.first > maybe_until) return Truth::no;
  if (carriage.last < begin - voyage_slack) return before(record, at, carriage, loads_only);
  const Day surely_from = loads_only ? day : begin;
  if (!carriage.exact || (!loads && loads_only)) return Truth::unknown;
  if (carriage.last >= surely_from && carriage.first <= surely_until) return Truth::yes;
  if (carriage.last < surely_from) return Truth::unknown;
  if (ended && lies_in_another(record, end, carriage)) return Truth::no;
  return ended ? Truth::yes : Truth::unknown;
}

/// Of goods whose day lies before a call: they may have been aboard unless the vessel was discharged in between. A
/// load so much later is another's.
Truth Voyages::before(const std::vector<Near>& record, std::size_t at, const Carriage& carriage,
                      bool loads_only) const {
  const VesselEvents& events = graph_.vessel_events;
  const Day day = events.first[record[at].event];
  if (carriage.last < day - longest_voyage) return Truth::no;
  bool emptied = loads_only;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const std::uint32_t e = record[i].event;
    const bool certain = is_firm(record[i]) && events.kind[e] != VesselEventKind::unknown;
    // It may have been a load, after which the vessel went on to call here.
    if (!certain && i != at && events.first[e] <= day && events.last[e] >= day - longest_voyage)
      return Truth::unknown;
    if (certain && events.kind[e] == VesselEventKind::discharge && events.first[e] >= carriage.first &&
        events.first[e] <= day)
      emptied = true;
  }
  return emptied ? Truth::no : Truth::unknown;
}

/// Whether the record of a vessel shows where it was for the carriage.
bool Voyages::is_covered(const std::vector<Near>& record, const Carriage& carriage, bool loads_only) const {
  const VesselEvents& events = graph_.vessel_events;
  for (std::size_t i = 0; carriage.exact && i < record.size(); ++i) {
    const std::uint32_t e = record[i].event;
    if (!is_firm(record[i]) || !is_call(events.kind[e]) || counts_[e] != Truth::no) continue;
    if (loads_only && events.kind[e] != VesselEventKind::load) continue;
    const Day end = std::min(end_of(record, i), events.first[e] + likely_voyage);
    if (carriage.first >= events.first[e] - voyage_slack && carriage.last <= end + voyage_slack) return true;
  }
  return false;
}

VoyageFinding Voyages::of(std::uint32_t shipment, bool loads_only) const {
  const Shipments& s = graph_.shipments;
  const VertexId vessel = s.vessel.empty() ? no_vertex : s.vessel[shipment];
  if (vessel == no_vertex) return unnamed(shipment);
  Carriage carriage{s.date[shipment].first, s.date[shipment].last(), s.date[shipment].precision == Precision::day};
  const CellRef arrival = s.cell(shipment, Field::shipment_arrived);
  if (graph_.tables->tables[arrival.table].has(arrival.field))
    if (const Date arrived = parse_date(graph_.tables->text(arrival));
        arrived.known == Known::yes && arrived.first >= carriage.first)
      carriage.last = std::max(carriage.last, arrived.last());
  const VesselEvents& events = graph_.vessel_events;
  const std::vector<Near>& record = near(vessel);
  VoyageFinding open;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const std::uint32_t e = record[i].event;
    if (counts_[e] == Truth::no || !(loads_only ? may_load(events.kind[e]) || events.kind[e] == VesselEventKind::call
                                                : may_call(events.kind[e])))
      continue;
    Truth truth = Truth::unknown;
    if (is_firm(record[i])) {
      truth = both(by_load(record, i, carriage, loads_only), counts_[e]);
      if (!is_call(events.kind[e])) truth = both(truth, Truth::unknown);
    } else if (events.first[e] > carriage.last + longest_voyage || events.last[e] < carriage.first - longest_voyage) {
      truth = Truth::no;
    }
    if (truth == Truth::yes) return {Truth::yes, e, {}, Known::yes, no_vertex};
    if (truth == Truth::unknown && open.truth == Truth::no) open = doubt(shipment, record[i]);
  }
  if (open.truth != Truth::no) return open;
  const std::size_t place = graph_.vessels.at(vessel);
  const bool numbered = place != graph_.vessels.size() && graph_.vessels.imo[place] != 0;
  const CellRef number = s.cell(shipment, Field::shipment_imo);
  const bool gives_number = graph_.tables->tables[number.table].has(number.field);
  // A name does not tell two vessels apart, so the record of one that is known only by its name clears nothing.
  const bool by_number = numbered && gives_number && !is_blank_word(trim(graph_.tables->text(number)));
  if (by_number && is_covered(record, carriage, loads_only)) return {};
  if (by_number) return uncovered(shipment, vessel);
  return {Truth::unknown, VoyageFinding::no_event, number, gives_number ? Known::blank : Known::not_asked, no_vertex};
}

VoyageFinding Voyages::unnamed(std::uint32_t shipment) const {
  if (went_by_sea(graph_, shipment) == Truth::no) return {};
  const CellRef cell = graph_.shipments.cell(shipment, Field::shipment_vessel);
  const bool has = graph_.tables->tables[cell.table].has(cell.field);
  return {Truth::unknown, VoyageFinding::no_event, cell, has ? Known::blank : Known::not_asked, no_vertex};
}

/// Why nobody can tell whether an event was part of the carriage: whose it is, where, when, what it was, or the day
/// of the goods.
VoyageFinding Voyages::doubt(std::uint32_t shipment, const Near& near) const {
  const VesselEvents& events = graph_.vessel_events;
  const CellRef row = events.row[near.event];
  const auto of_event = [&](Field field) { return CellRef{row.table, field, row.record}; };
  const auto has = [&](CellRef cell) { return graph_.tables->tables[cell.table].has(cell.field); };
  const auto open = [&](CellRef cell) {
    const bool blank = has(cell) && is_blank_word(trim(graph_.tables->text(cell)));
    const Known why = !has(cell) ? Known::not_asked : blank ? Known::blank : Known::ambiguous;
    return VoyageFinding{Truth::unknown, near.event, cell, why, no_vertex};
  };
  if (!near.sure) {
    const CellRef imo = of_event(Field::vessel_event_imo);
    if (events.vessel[near.event] == no_vertex || (has(imo) && is_blank_word(trim(graph_.tables->text(imo)))))
      return open(has(imo) ? imo : of_event(Field::vessel_event_vessel));
    return open(graph_.shipments.cell(shipment, Field::shipment_imo));
  }
  if (counts_[near.event] != Truth::yes)
    return open(of_event(has(of_event(Field::vessel_event_country)) ? Field::vessel_event_country
                                                                    : Field::vessel_event_place));
  if (events.first[near.event] != events.last[near.event])
    return open(
        of_event(has(of_event(Field::vessel_event_date)) ? Field::vessel_event_date : Field::vessel_event_from));
  if (!is_call(events.kind[near.event])) return open(row);
  const Date& date = graph_.shipments.date[shipment];
  if (date.precision != Precision::day) return open(graph_.shipments.cell(shipment, Field::shipment_date));
  return open(row);
}

VoyageFinding Voyages::uncovered(std::uint32_t shipment, VertexId vessel) const {
  return {Truth::unknown, VoyageFinding::no_event, graph_.shipments.cell(shipment, Field::shipment_imo), Known::blank,
          vessel};
}

}  // namespace assay
