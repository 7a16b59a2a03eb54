#pragma once

#include <optional>

#include "tables/tables.h"

namespace assay {

/// Kilograms that a cell with a number says, by the unit in its header or in the cell beside it. Nothing where the
/// number is not known or not above or equal to nothing, where no unit is, where the two differ, and for units that
/// may be several.
std::optional<double> kilograms_of(const Tables& tables, CellRef number, Field unit);

}  // namespace assay
