#include "tables/tables.h"

#include <algorithm>

#include "base/text.h"
#include "tables/lines.h"

namespace assay {

namespace {

/// The cell of a column; an empty view at the end of the record when it has fewer cells.
RawCell nth_cell(std::string_view record, char separator, std::uint16_t column) {
  RawCell cell;
  bool at_end = false;
  for (std::size_t i = 0; i <= column; ++i) cell = at_end ? RawCell{record} : take_cell(record, separator, at_end);
  return cell;
}

std::string_view record_of(const InputFile& file, std::uint32_t record) {
  return record == CellRef::header_record ? file.header() : file.record(record);
}

}  // namespace

std::string Tables::text(CellRef cell) const {
  const Table& table = tables[cell.table];
  if (!table.has(cell.field)) return {};
  const InputFile& file = file_of(table);
  std::string scratch;
  return std::string(
      text_of(nth_cell(record_of(file, cell.record), file.dialect.separator, table.column(cell.field)), scratch));
}

Known Tables::known(CellRef cell) const {
  if (!tables[cell.table].has(cell.field)) return Known::not_asked;
  return is_blank_word(trim(text(cell))) ? Known::blank : Known::yes;
}

CellPlace Tables::place(CellRef cell) const {
  const Table& table = tables[cell.table];
  const InputFile& file = file_of(table);
  const bool header = cell.record == CellRef::header_record;

  CellPlace place;
  place.file = file.name;
  place.line = header ? file.header_line : file.line_of(cell.record);
  place.record = header ? 0 : cell.record + 1;
  place.field = short_name(cell.field);
  if (!table.has(cell.field)) return place;

  const std::string_view record = record_of(file, cell.record);
  const RawCell raw = nth_cell(record, file.dialect.separator, table.column(cell.field));
  const std::string_view before = record.substr(0, static_cast<std::size_t>(raw.raw.data() - record.data()));
  std::string scratch;
  place.line += static_cast<std::uint32_t>(count_line_ends(before));
  place.column = static_cast<std::uint32_t>(count_code_points(last_line(before))) + 1;
  place.field_index = table.column(cell.field) + 1U;
  place.text = text_of(raw, scratch);
  return place;
}

bool Tables::has(Field field) const {
  return std::ranges::any_of(tables, [&](const Table& table) { return table.has(field); });
}

bool Tables::has(TableKind kind) const {
  return std::ranges::find(tables, kind, &Table::kind) != tables.end();
}

}  // namespace assay
