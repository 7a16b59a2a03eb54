#pragma once

#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

// What a table of vessel_events says that a vessel did away from ports. Without such a table all of it is unknown,
// and the cell is that of a column which no input has. A row that names no vessel, or one of several of a name, is a
// maybe for each that it may mean.

/// Whether it met another vessel at sea to hand over goods (an event `sts`, of whichever of the two).
Truth met_at_sea(const SupplyGraph& graph, VertexId vessel);
CellRef met_at_sea_cell(const SupplyGraph& graph, VertexId vessel);

/// Whether one that it met flies the flag of the DPRK, or the two met in its waters. A partner whose flag no row
/// states may fly it.
Truth met_dprk_vessel(const SupplyGraph& graph, VertexId vessel);
CellRef met_dprk_vessel_cell(const SupplyGraph& graph, VertexId vessel);

/// Whether its transponder was silent (an event `ais_gap`), from one day to another where both are given.
Truth was_silent(const SupplyGraph& graph, VertexId vessel);
CellRef was_silent_cell(const SupplyGraph& graph, VertexId vessel);

/// Whether it was near the DPRK when it fell silent or was heard again: by the place or position of the event, else
/// by what it did last before and first after, at most 60 days away. Near is within 250 nautical miles of the
/// smallest rectangle around the country's places; a place of China, the Republic of Korea,
/// Russia or Japan without a position may be near. Both distances and days are our own choice.
Truth silent_near_dprk(const SupplyGraph& graph, VertexId vessel);
CellRef silent_near_dprk_cell(const SupplyGraph& graph, VertexId vessel);

}  // namespace assay
