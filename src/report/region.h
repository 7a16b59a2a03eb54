#pragma once

#include <cstdint>
#include <string_view>

#include "tables/tables.h"

namespace assay {

/// The part of a file that a cell takes, with its quotes. Lines and columns are counted from 1, columns in code
/// points; the end column is the one behind the last character. Where the file has no such column, the region is the
/// whole record and the columns are 0.
struct CellRegion {
  CellPlace place;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
  std::string_view raw;           ///< as it stands in the file; a view into it
  std::uint32_t record_line = 0;  ///< the record's first and last physical lines
  std::uint32_t record_end_line = 0;
  std::string_view record;  ///< the whole record without its line end; a view into the file
};

/// The cell must exist.
CellRegion region_of(const Tables& tables, CellRef cell);

}  // namespace assay
