#pragma once

#include <span>

#include "graph/builder.h"

namespace assay {

/// The border zone by one cell of a row; unknown for a blank one. Where the cell says yes, the row's cells of
/// `places` may show that a namesake elsewhere is meant.
Zone zone_of_cell(Rows& rows, Field field, std::span<const Field> places, const Reference& reference,
                  Country country);

/// The border zone by all that a row of suppliers says of where the party is; a blank among several stays a question.
/// Here its name counts too: it makes the question weigh more.
Zone zone_of_party(Rows& rows, const Reference& reference, Country country);

/// The cell of a place (address, city, region; of the party's own row, else of its sites in their order) by which a
/// party lies in the border zone. None when no place says so: a name is no address, "Dandong" in that of a firm may
/// be where it began.
CellRef place_in_zone(const SupplyGraph& graph, VertexId party);

/// The same of a site's own row.
CellRef site_in_zone(const SupplyGraph& graph, VertexId facility);
/// Finds these cells, once for all parties: before it place_in_zone() knows none.
void find_places_in_zone(SupplyGraph& graph);

}  // namespace assay
