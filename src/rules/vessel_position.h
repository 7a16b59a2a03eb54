#pragma once

#include "rules/seen.h"

namespace assay {

/// A cell of the row of an event of a vessel.
CellRef cell_of_event(const SupplyGraph& graph, std::uint32_t event, Field field);

/// Whether an event of a vessel was near the DPRK: within 250 nautical miles of the smallest rectangle around the
/// country's places whose positions are known. The position is that of the columns lat and lon, else one that stands
/// in the cell of the place ("37.93N 125.62E"). Without one a place in the DPRK is near, one of China, the Republic
/// of Korea, Russia or Japan may be, and others are not. The distance is our own choice.
Seen is_near(const SupplyGraph& graph, std::uint32_t event);

}  // namespace assay
