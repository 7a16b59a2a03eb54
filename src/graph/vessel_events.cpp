#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"
#include "tables/row_content.h"

namespace assay {
namespace {

struct EventWord {
  std::string_view folded;
  VesselEventKind kind;
};

/// Folded, with blanks for low lines.
constexpr auto words = std::to_array<EventWord>({
    {"load", VesselEventKind::load},
    {"loaded", VesselEventKind::load},
    {"loading", VesselEventKind::load},
    {"装货", VesselEventKind::load},
    {"装船", VesselEventKind::load},
    {"裝貨", VesselEventKind::load},
    {"discharge", VesselEventKind::discharge},
    {"discharged", VesselEventKind::discharge},
    {"discharging", VesselEventKind::discharge},
    {"unload", VesselEventKind::discharge},
    {"unloaded", VesselEventKind::discharge},
    {"unloading", VesselEventKind::discharge},
    {"卸货", VesselEventKind::discharge},
    {"卸貨", VesselEventKind::discharge},
    {"call", VesselEventKind::call},
    {"port call", VesselEventKind::call},
    {"called", VesselEventKind::call},
    {"arrival", VesselEventKind::call},
    {"arrived", VesselEventKind::call},
    {"departure", VesselEventKind::call},
    {"departed", VesselEventKind::call},
    {"berth", VesselEventKind::call},
    {"berthed", VesselEventKind::call},
    {"anchored", VesselEventKind::call},
    {"挂靠", VesselEventKind::call},
    {"靠港", VesselEventKind::call},
    {"到港", VesselEventKind::call},
    {"离港", VesselEventKind::call},
    {"sts", VesselEventKind::sts},
    {"sts transfer", VesselEventKind::sts},
    {"ship to ship", VesselEventKind::sts},
    {"ship to ship transfer", VesselEventKind::sts},
    {"met at sea", VesselEventKind::sts},
    {"过驳", VesselEventKind::sts},
    {"no arrival", VesselEventKind::no_arrival},
    {"ais gap", VesselEventKind::ais_gap},
    {"gap", VesselEventKind::ais_gap},
    {"ais off", VesselEventKind::ais_gap},
    {"dark", VesselEventKind::ais_gap},
    {"position", VesselEventKind::position},
    {"ais position", VesselEventKind::position},
    {"ais", VesselEventKind::position},
});

constexpr VesselColumns own_columns = {Field::vessel_event_vessel, Field::vessel_event_imo, Field::vessel_event_flag,
                                       true};
constexpr VesselColumns partner_columns = {Field::vessel_event_partner, Field::vessel_event_partner_imo,
                                           Field::vessel_event_flag, false};

/// A row, before it has its place in the order.
struct Row {
  std::uint32_t vessel = no_vertex, partner = no_vertex;  // numbers of namings
  VesselEventKind kind{};
  Day first = earliest_day, last = latest_day;
  PlaceReading place;
  CellRef cell;
};

class EventReader {
 public:
  EventReader(Builder& builder, VesselNamings& namings) : builder_(builder), namings_(namings) {}

  void read(std::uint16_t number) {
    Rows rows(*builder_.graph.tables, number);
    VesselEvents& events = builder_.graph.vessel_events;
    while (rows.next()) {
      const Row row = read_row(rows);
      events.vessel.push_back(row.vessel);
      events.partner.push_back(row.partner);
      events.kind.push_back(row.kind);
      events.first.push_back(row.first);
      events.last.push_back(row.last);
      events.place.push_back(row.place);
      events.row.push_back(row.cell);
    }
  }

 private:
  Row read_row(Rows& rows) {
    Row row;
    row.cell = rows.cell(Field::vessel_event_event);
    const Date date = builder_.cells.date(rows, Field::vessel_event_date);
    const Date from = builder_.cells.date(rows, Field::vessel_event_from);
    const Date to = builder_.cells.date(rows, Field::vessel_event_to);
    if (from.known == Known::yes && to.known == Known::yes && from.first <= to.last()) {
      row.first = from.first;  // says more than one day beside it
      row.last = to.last();
    } else if (date.known == Known::yes) {
      row.first = date.first;
      row.last = date.last();
    }
    row.vessel = namings_.number(rows, own_columns, date.known == Known::yes ? date : from);
    if (row.vessel == no_vertex)
      builder_.complaints.add(Level::warning, rows.cell(Field::vessel_event_vessel), "names no vessel",
                              "this row names no vessel, so what it says may be of any",
                              "fill in vessel_event.vessel or vessel_event.imo");
    row.partner = namings_.number(rows, partner_columns, date.known == Known::yes ? date : from);
    row.kind = kind_of(rows);
    const Country stated = builder_.cells.country(rows, Field::vessel_event_country);
    row.place = builder_.graph.reference->place(rows.text(Field::vessel_event_place), stated);
    if (is_blank_word(trim(rows.text(Field::vessel_event_place)))) row.place.country = stated;
    return row;
  }

  VesselEventKind kind_of(Rows& rows) {
    const std::string_view text = trim(rows.text(Field::vessel_event_event));
    std::string folded = fold(text);
    std::replace(folded.begin(), folded.end(), '_', ' ');
    for (const EventWord& word : words)
      if (word.folded == folded) return word.kind;
    if (!is_blank_word(text))
      builder_.complaints.add(
          Level::warning, rows.cell(Field::vessel_event_event), "is no event that is known",
          fmt::format("\"{}\" is no event of a vessel that is known, so it may mean any", shorten(text, 40)),
          "write load, discharge, call, sts, no_arrival, ais_gap or position");
    return VesselEventKind::unknown;
  }

  Builder& builder_;
  VesselNamings& namings_;
};

template <class T>
void reorder(std::vector<T>& column, const std::vector<std::uint32_t>& order) {
  std::vector<T> ordered;
  ordered.reserve(column.size());
  for (const std::uint32_t i : order) ordered.push_back(std::move(column[i]));
  column = std::move(ordered);
}

}  // namespace

void read_vessel_events(Builder& builder, VesselNamings& namings) {
  EventReader reader(builder, namings);
  for (const std::uint16_t number : tables_of(*builder.graph.tables, TableKind::vessel_events)) reader.read(number);
}

void order_vessel_events(SupplyGraph& graph) {
  VesselEvents& events = graph.vessel_events;
  std::vector<std::uint64_t> content(events.size());
  for (std::size_t i = 0; i < content.size(); ++i) content[i] = row_content(*graph.tables, events.row[i]);
  std::vector<std::uint32_t> order(events.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto rank = [&graph](VertexId vessel) {
    return vessel == no_vertex ? no_vertex : graph.vertices.rank[vessel];
  };
  const auto key = [&](std::uint32_t i) {
    return std::tuple(rank(events.vessel[i]), events.first[i], events.last[i], events.kind[i], content[i]);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  reorder(events.vessel, order);
  reorder(events.partner, order);
  reorder(events.kind, order);
  reorder(events.first, order);
  reorder(events.last, order);
  reorder(events.place, order);
  reorder(events.row, order);
  const auto is_one = [&graph](VertexId v) { return graph.vertices.standing[v] != Standing::ambiguous; };
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const VertexId vessel = events.vessel[i];
    const VertexId partner = events.partner[i];
    if (events.kind[i] != VesselEventKind::sts || vessel == no_vertex || partner == no_vertex) continue;
    const bool sure = is_one(vessel) && is_one(partner);
    graph.facts.push_back({vessel, partner, Relation::met_at_sea, sure, events.row[i]});
    if (vessel != partner) graph.facts.push_back({partner, vessel, Relation::met_at_sea, sure, events.row[i]});
  }
}

}  // namespace assay
