#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/truth.h"
#include "graph/topology.h"
#include "reference/country.h"
#include "reference/reference.h"
#include "tables/tables.h"

namespace assay {

struct SupplyGraph;

/// A name, an IMO number and a flag that rows give together: who a row says that the vessel is. Rows that give the
/// same three texts are one naming.
struct VesselNaming {
  VertexId vessel = no_vertex;
  std::string key;                     ///< vessel_key() of the name; empty when the rows give none
  std::uint32_t imo = 0;               ///< the number; 0 when none is known
  Known imo_known = Known::not_asked;  ///< yes: its check digit holds; unreadable: it is no IMO number
  Country flag = Country(Known::not_asked);
  CellRef name, imo_cell, flag_cell;  ///< of its earliest row
  Day first = latest_day;             ///< days of its rows that are dated; first > last: none is
  Day last = earliest_day;
  bool undated = false;  ///< the day of one of its rows is not known
};

/// Vessels, a column an attribute, in canonical order: by IMO number, else by name and flag. A vessel is an IMO
/// number whose check digit holds. Rows without such a number are one vessel when they give one name and no two
/// flags; a name that fits one vessel with a number, whose flag it does not contradict, is that vessel. A name that
/// fits several is an ambiguous vertex (SupplyGraph::candidates_of) and no vessel.
struct Vessels {
  std::vector<VertexId> vertex;       ///< of kind `vessel`; its `name` and `identifier` cells stand in Vertices
  std::vector<std::uint32_t> imo;     ///< 0 when it has none
  std::vector<CellRef> name;          ///< none when no row gives a name
  std::vector<CellRef> imo_cell;      ///< none when it has none
  std::vector<Country> flag;          ///< worst of those that are stated: KP before ambiguous before others
  std::vector<CellRef> flag_cell;     ///< the cell that says so; none when no row has one
  std::vector<VesselNaming> namings;  ///< by vessel, then by what they say; those of ambiguous vertices stand last
  std::vector<std::uint32_t> first_naming;  ///< of vessel n: namings[first_naming[n]] up to first_naming[n + 1]

  [[nodiscard]] std::size_t size() const { return vertex.size(); }
  /// The place of a vertex in these columns; size() for one that is no vessel.
  [[nodiscard]] std::size_t at(VertexId vessel) const;

  std::vector<std::pair<VertexId, std::uint32_t>> places;  ///< vertex → place, sorted
};

enum class VesselEventKind : std::uint8_t {
  load,
  discharge,
  call,        ///< in a port, for whatever reason
  sts,         ///< a transfer from ship to ship
  no_arrival,  ///< did not come to where it was bound
  ais_gap,
  position,  ///< seen at a place; it did not call there
  unknown,   ///< a word that nobody knows, or none
};

/// What a row of vessel_events says, in the order of vessels, days and content.
struct VesselEvents {
  std::vector<VertexId> vessel;   ///< no_vertex when the row names none: it may be any
  std::vector<VertexId> partner;  ///< of a transfer: the other vessel; no_vertex when none is named
  std::vector<VesselEventKind> kind;
  std::vector<Day> first, last;  ///< earliest_day to latest_day when it is not known
  std::vector<PlaceReading> place;
  std::vector<CellRef> row;  ///< its event cell

  [[nodiscard]] std::size_t size() const { return vessel.size(); }
};

/// For telling names of vessels apart: folded, without blanks and without "MV", "MT" … before it.
std::string vessel_key(std::string_view name);

/// Whether two vertices of vessels are one: yes for the same (not an ambiguous one), no for two IMO numbers or no
/// name in common, else unknown.
Truth same_vessel(const SupplyGraph& graph, VertexId a, VertexId b);

}  // namespace assay
