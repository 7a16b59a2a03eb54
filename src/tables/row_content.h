#pragma once

#include <cstdint>

#include "tables/tables.h"

namespace assay {

/// A number made from what the row of this cell says, field by field in the order of all_fields(): for rows that are
/// equal otherwise, so that the order of rows, columns and files does not show. Rows that say the same share it.
std::uint64_t row_content(const Tables& tables, CellRef cell);

}  // namespace assay
