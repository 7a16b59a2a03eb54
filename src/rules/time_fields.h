#pragma once

#include "rules/seen.h"

namespace assay {

// Days that cannot follow each other as the rows say. A day of grace is left for time zones. A date that is not
// known, or so coarse that both orders are possible, leaves the answer open; goods of which nothing else is dated are
// in order.

/// Whether goods arrived before they left.
Seen arrived_before_it_left(const SupplyGraph& graph, std::uint32_t shipment);

/// Whether goods left before a lot that they consist of was made. Without a table of lots nothing is known.
Seen left_before_its_lot(const SupplyGraph& graph, std::uint32_t shipment);

/// Whether goods left before a licence or an approval of them was issued: those allow what has not happened yet. A
/// certificate of origin may be issued later. Without a table of documents nothing is known.
Seen left_before_its_licence(const SupplyGraph& graph, std::uint32_t shipment);

/// Whether a lot was made before one that it was made from.
Seen made_before_its_input(const SupplyGraph& graph, std::uint32_t lot);

}  // namespace assay
