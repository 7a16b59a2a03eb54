#pragma once

#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

// What the row of a lot says without a column for it.

/// Whether the goods of the lot are such that the DPRK produces (data/exposure.csv); unknown without a code.
Truth lot_exposed(const SupplyGraph& graph, std::uint32_t lot);
CellRef lot_code_cell(const SupplyGraph& graph, std::uint32_t lot);

/// Who can be asked about a lot: who sold or holds it, else who runs the site where it was processed, else the mine;
/// no_vertex when no row says.
VertexId holder_of_lot(const SupplyGraph& graph, std::uint32_t lot);
/// The lot that the record of a table of lots is.
std::uint32_t lot_at(const SupplyGraph& graph, CellRef cell);

}  // namespace assay
