#pragma once

#include <span>

#include "graph/builder.h"

namespace assay {

/// The border zone by one cell of a row; unknown for a blank one. Where the cell says yes, the row's cells of
/// `places` may show that a namesake elsewhere is meant.
Zone zone_of_cell(Rows& rows, Field field, std::span<const Field> places, const Reference& reference,
                  Country country);

}  // namespace assay
