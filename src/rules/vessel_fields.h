#pragma once

#include "rules/seen.h"

namespace assay {

// What rows say of the identity of a vessel, and whether they name it at all.

/// Whether a row gives it a number that is no IMO number. Unknown while no row gives it any.
Truth imo_invalid(const SupplyGraph& graph, VertexId vessel);
CellRef imo_cell(const SupplyGraph& graph, VertexId vessel);
/// Whether every such number is one slip of the keyboard away from the number of a vessel of the same name.
Truth imo_mistyped(const SupplyGraph& graph, VertexId vessel);

/// Whether rows give its number, in days that overlap, to two names or two flags. A day, a name or a flag that is not
/// known leaves it open.
Seen two_identities(const SupplyGraph& graph, VertexId vessel);

/// Whether goods went by sea and their row names no vessel. Unknown where it does not say how they went.
Truth vessel_undisclosed(const SupplyGraph& graph, std::uint32_t shipment);
CellRef vessel_cell(const SupplyGraph& graph, std::uint32_t shipment);

}  // namespace assay
