#pragma once

#include <string>
#include <string_view>

#include "tables/tables.h"

namespace assay {

/// The line of the file on which a cell begins, with its number, and carets below the cell, laid out as
/// format_diagnostic() does; `label` stands behind the carets. Lines end with a line feed. Empty for a cell that does
/// not exist.
std::string excerpt(const Tables& tables, CellRef cell, std::string_view label);

}  // namespace assay
