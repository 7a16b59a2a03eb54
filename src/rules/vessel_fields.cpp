#include "rules/vessel_fields.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/text.h"
#include "graph/voyages.h"

namespace assay {
namespace {

std::span<const VesselNaming> namings_of(const SupplyGraph& graph, VertexId vessel) {
  const Vessels& v = graph.vessels;
  const std::size_t place = v.at(vessel);
  if (place == v.size()) return {};
  return {v.namings.data() + v.first_naming[place], v.namings.data() + v.first_naming[place + 1]};
}

bool is_slip(std::string_view a, std::string_view b) {
  const auto digits = [](std::string_view text) {
    std::string all;
    std::copy_if(text.begin(), text.end(), std::back_inserter(all), [](char c) { return c >= '0' && c <= '9'; });
    return all;
  };
  return digits(a) == digits(b) && !nearest(a, {b}, 1).empty();
}

// Of what two namings of one number say, where both say it: whether they differ, and the cell that shows it or would.

/// Names that differ by a slip may be one.
Seen by_name(const VesselNaming& a, const VesselNaming& b) {
  if (a.key.empty() || b.key.empty() || a.key == b.key) return {};
  return {is_slip(a.key, b.key) ? Truth::unknown : Truth::yes, b.name};
}

Seen by_flag(const VesselNaming& a, const VesselNaming& b) {
  if (a.flag.is_known() && b.flag.is_known()) return {a.flag == b.flag ? Truth::no : Truth::yes, b.flag_cell};
  if (a.flag.is_known() && !b.flag.may_be(a.flag)) return {Truth::yes, b.flag_cell};
  if (b.flag.is_known() && !a.flag.may_be(b.flag)) return {Truth::yes, a.flag_cell};
  return {};
}

/// The cell that would give the flag; its table may have no such column.
CellRef flag_cell_of(const VesselNaming& naming) {
  if (naming.flag_cell.exists()) return naming.flag_cell;
  const bool of_event = info(naming.imo_cell.field).table == TableKind::vessel_events;
  return {naming.imo_cell.table, of_event ? Field::vessel_event_flag : Field::shipment_flag, naming.imo_cell.record};
}

/// Days of all namings of the vessel that say the same; undated rows may be of any day.
struct Days {
  Day first = latest_day, last = earliest_day;
  bool undated = false;
  void add(const VesselNaming& naming) {
    first = std::min(first, naming.first);
    last = std::max(last, naming.last);
    undated = undated || naming.undated;
  }
};

Truth overlap(const Days& a, const Days& b) {
  if (a.first <= b.last && b.first <= a.last && a.first <= a.last && b.first <= b.last) return Truth::yes;
  return a.undated || b.undated ? Truth::unknown : Truth::no;
}

template <class Same>
Days days_of(std::span<const VesselNaming> namings, Same same) {
  Days days;
  for (const VesselNaming& naming : namings)
    if (naming.imo != 0 && same(naming)) days.add(naming);
  return days;
}

/// The worst difference between namings of the number.
Seen worst_difference(std::span<const VesselNaming> namings) {
  Seen worst;
  const auto take = [&worst](const Seen& found, Truth at_once) {
    const Truth truth = both(found.truth, at_once);
    if (truth > worst.truth) worst = {truth, found.cell};
  };
  for (std::size_t i = 0; i < namings.size(); ++i) {
    const VesselNaming& a = namings[i];
    if (a.imo == 0) continue;
    if (a.key.empty()) take({Truth::unknown, a.name}, Truth::yes);
    const bool is_partner = a.imo_cell.field == Field::vessel_event_partner_imo;  // no column gives its flag
    if (!a.flag.is_known() && !is_partner) take({Truth::unknown, flag_cell_of(a)}, Truth::yes);
    for (std::size_t j = i + 1; j < namings.size(); ++j) {
      const VesselNaming& b = namings[j];
      if (b.imo == 0) continue;
      const auto named = [&](const VesselNaming& as) {
        return days_of(namings, [&](const VesselNaming& n) { return n.key == as.key; });
      };
      const auto flagged = [&](const VesselNaming& as) {
        return days_of(namings, [&](const VesselNaming& n) { return n.flag == as.flag; });
      };
      take(by_name(a, b), overlap(named(a), named(b)));
      take(by_flag(a, b), overlap(flagged(a), flagged(b)));
    }
  }
  return worst;
}

}  // namespace

Truth imo_invalid(const SupplyGraph& graph, VertexId vessel) {
  bool numbered = false;
  for (const VesselNaming& naming : namings_of(graph, vessel)) {
    if (naming.imo_known == Known::unreadable) return Truth::yes;
    numbered = numbered || naming.imo != 0;
  }
  return numbered ? Truth::no : Truth::unknown;
}

CellRef imo_cell(const SupplyGraph& graph, VertexId vessel) {
  const auto namings = namings_of(graph, vessel);
  const auto find = [&namings](Known known) {
    return std::find_if(namings.begin(), namings.end(),
                        [known](const VesselNaming& naming) { return naming.imo_known == known; });
  };
  for (const Known known : {Known::unreadable, Known::blank, Known::yes})
    if (const auto found = find(known); found != namings.end()) return found->imo_cell;
  return namings.empty() ? graph.vertices.name[vessel] : namings.front().imo_cell;
}

Truth imo_mistyped(const SupplyGraph& graph, VertexId vessel) {
  const auto is_of_a_namesake = [&](const VesselNaming& wrong) {
    const std::string written(trim(graph.tables->text(wrong.imo_cell)));
    return std::any_of(graph.vessels.namings.begin(), graph.vessels.namings.end(), [&](const VesselNaming& other) {
      return other.imo != 0 && !wrong.key.empty() && other.key == wrong.key &&
             !nearest(written, {std::to_string(other.imo)}, 1).empty();
    });
  };
  bool any = false;
  for (const VesselNaming& naming : namings_of(graph, vessel)) {
    if (naming.imo_known != Known::unreadable) continue;
    if (!is_of_a_namesake(naming)) return Truth::no;
    any = true;
  }
  return any ? Truth::yes : Truth::no;
}

Seen two_identities(const SupplyGraph& graph, VertexId vessel) {
  const Seen worst = worst_difference(namings_of(graph, vessel));
  return {worst.truth, worst.cell.exists() ? worst.cell : imo_cell(graph, vessel)};
}

Truth vessel_undisclosed(const SupplyGraph& graph, std::uint32_t shipment) {
  const Shipments& s = graph.shipments;
  if (!s.vessel.empty() && s.vessel[shipment] != no_vertex) return Truth::no;
  const Truth by_sea = went_by_sea(graph, shipment);
  const bool has_column = graph.tables->known(vessel_cell(graph, shipment)) != Known::not_asked;
  return has_column ? by_sea : both(by_sea, Truth::unknown);
}

CellRef vessel_cell(const SupplyGraph& graph, std::uint32_t shipment) {
  return graph.shipments.cell(shipment, Field::shipment_vessel);
}

}  // namespace assay
