#include "report/region.h"

#include <vector>

#include "base/text.h"
#include "tables/lines.h"

namespace assay {

CellRegion region_of(const Tables& tables, CellRef cell) {
  const Table& table = tables.tables[cell.table];
  const InputFile& file = tables.file_of(table);
  const bool header = cell.record == CellRef::header_record;

  CellRegion region;
  region.place = tables.place(cell);
  region.record = header ? file.header() : file.record(cell.record);
  region.record_line = header ? file.header_line : file.line_of(cell.record);
  region.record_end_line = region.record_line + static_cast<std::uint32_t>(count_line_ends(region.record));
  region.raw = region.record;
  region.end_line = region.record_end_line;
  if (region.place.column == 0) return region;

  std::vector<RawCell> cells;
  split_record(region.record, file.dialect.separator, cells);
  const std::size_t column = table.column(cell.field);
  // A record that is shorter than the header lacks the cell: it would stand at the record's end.
  region.raw = column < cells.size() ? cells[column].raw : region.record.substr(region.record.size());
  region.end_line = region.place.line + static_cast<std::uint32_t>(count_line_ends(region.raw));
  const std::uint32_t width = static_cast<std::uint32_t>(count_code_points(last_line(region.raw)));
  region.end_column = region.end_line == region.place.line ? region.place.column + width : width + 1;
  return region;
}

}  // namespace assay
