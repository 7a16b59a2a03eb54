#pragma once

#include "rules/seen.h"

namespace assay {

// What a table of vessel_events says that a vessel did away from ports. Without such a table all of it is unknown,
// and the cell is that of a column which no input has. A row that names no vessel, or one of several of a name, is a
// maybe for each that it may mean.

/// Whether it met another vessel at sea to hand over goods (an event `sts`, of whichever of the two).
Seen met_at_sea(const SupplyGraph& graph, VertexId vessel);

/// Whether one that it met flies the flag of the DPRK, or the two met in its waters. A partner whose flag no row
/// states may fly it.
Seen met_dprk_vessel(const SupplyGraph& graph, VertexId vessel);

/// Whether its transponder was silent (an event `ais_gap`), from one day to another where both are given.
Seen was_silent(const SupplyGraph& graph, VertexId vessel);

/// Whether it was near the DPRK (is_near) when it fell silent or was heard again: at the event itself, or by what it
/// did last before and first after, at most 60 days away. The days are our own choice.
Seen silent_near_dprk(const SupplyGraph& graph, VertexId vessel);

}  // namespace assay
