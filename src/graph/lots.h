#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/known.h"
#include "graph/topology.h"
#include "reference/country.h"
#include "tables/tables.h"

namespace assay {

struct SupplyGraph;

/// Lots of goods, one entry a row, in the order of what the rows say. Several rows may speak of one lot: whoever
/// names it means all of them, and the worst counts.
struct Lots {
  std::vector<CellRef> row;  ///< its lot.id cell
  std::vector<Country> origin;
  std::vector<VertexId> mine, facility, supplier;  ///< no_vertex when the cell says nothing
  std::vector<Date> date;
  std::vector<std::uint64_t> key;                               ///< from what the row says: names a row without an id
  std::vector<std::pair<std::string, std::uint32_t>> numbered;  ///< number of a lot, folded; sorted
  std::vector<std::pair<std::string, VertexId>> unlisted;       ///< cells that name a lot of no row, folded; sorted

  [[nodiscard]] std::size_t size() const { return row.size(); }
  /// A cell of the lot's row.
  [[nodiscard]] CellRef cell(std::uint32_t lot, Field field) const {
    return {row[lot].table, field, row[lot].record};
  }
};

/// What a cell says of lots.
struct LotsNamed {
  Known known = Known::blank;       ///< yes: it names some, or says that there are none
  std::vector<std::uint32_t> lots;  ///< all rows of those that it names; sorted
  VertexId unlisted = no_vertex;    ///< some of them stand in no row
};
LotsNamed lots_named(const SupplyGraph& graph, CellRef cell);

}  // namespace assay
