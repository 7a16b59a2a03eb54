#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

/// How far the record of a vessel is read around a shipment's day. Our own choice: a coaster's voyage between the
/// DPRK and a neighbour takes days, and papers are dated up to a week from what they are about.
constexpr Day voyage_slack = 7;
constexpr Day likely_voyage = 30;   ///< goods of a load without a recorded discharge are surely aboard this long
constexpr Day longest_voyage = 60;  ///< and no longer than this

/// What the record of a shipment's vessel says of the carriage.
struct VoyageFinding {
  static constexpr std::uint32_t no_event = 0xFFFFFFFF;
  Truth truth = Truth::no;
  std::uint32_t event = no_event;  ///< of VesselEvents: the one that decides, or that would
  CellRef because;                 ///< unknown: the cell that leaves it open
  Known why = Known::ambiguous;    ///< of that cell
  VertexId vessel = no_vertex;     ///< unknown: whose record does not cover the carriage, when that is why
};

/// Whether goods went by sea, by the word for how they travelled.
Truth went_by_sea(const SupplyGraph& graph, std::uint32_t shipment);

/// Was a shipment's vessel loaded (or in a port) in a country while it carried the goods, by its own record?
///
/// A voyage begins with a load and ends with the last discharge before the next load. A load in the country counts
/// for a shipment dated within its voyage, or at most a week after its end, unless that day lies in another voyage of
/// the vessel. What is not dated to the day, whose place is not certain, or that befell a vessel which may be another
/// one of that name, leaves it open. A clear answer needs a vessel known by its IMO number, and its record of the
/// voyage. Shipments are asked only when a table of vessel_events was read.
class Voyages {
 public:
  /// `counts` says of a place whether the question is about it; it is asked once for each event.
  template <class Counts>
  Voyages(const SupplyGraph& graph, Counts counts) : graph_(graph) {
    for (std::uint32_t e = 0; e < graph.vessel_events.size(); ++e)
      counts_.push_back(counts(graph.vessel_events.place[e]));
    index();
  }

  [[nodiscard]] bool asked() const { return asked_; }
  [[nodiscard]] VoyageFinding of(std::uint32_t shipment, bool loads_only) const;

 private:
  struct Near {
    std::uint32_t event = 0;
    bool sure = true;  ///< it befell this very vessel
  };
  struct Carriage;

  void index();
  [[nodiscard]] const std::vector<Near>& near(VertexId vessel) const;
  [[nodiscard]] bool is_firm(const Near& near) const;
  [[nodiscard]] Truth by_load(const std::vector<Near>& record, std::size_t at, const Carriage& carriage,
                              bool loads_only) const;
  [[nodiscard]] Truth before(const std::vector<Near>& record, std::size_t at, const Carriage& carriage,
                             bool loads_only) const;
  [[nodiscard]] bool lies_in_another(const std::vector<Near>& record, Day after, const Carriage& carriage) const;
  [[nodiscard]] bool is_covered(const std::vector<Near>& record, const Carriage& carriage, bool loads_only) const;
  [[nodiscard]] Day end_of(const std::vector<Near>& record, std::size_t from) const;
  [[nodiscard]] VoyageFinding unnamed(std::uint32_t shipment) const;
  [[nodiscard]] VoyageFinding doubt(std::uint32_t shipment, const Near& near) const;
  [[nodiscard]] VoyageFinding uncovered(std::uint32_t shipment, VertexId vessel) const;

  const SupplyGraph& graph_;
  bool asked_ = false;
  std::vector<Truth> counts_;                                            ///< by event
  std::unordered_map<VertexId, std::vector<std::uint32_t>> events_of_;   ///< in the order of VesselEvents
  std::unordered_map<std::string_view, std::vector<VertexId>> by_name_;  ///< vessels with events, by vessel_key()
  std::unordered_map<VertexId, std::vector<std::string_view>> names_of_;
  mutable std::unordered_map<VertexId, std::vector<Near>> near_;  ///< made when first asked for
};

}  // namespace assay
