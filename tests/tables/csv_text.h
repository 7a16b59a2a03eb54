#pragma once

#include <string>
#include <vector>

#include "tables/tables.h"

namespace assay::testing {

/// A delimited file that a test writes piece by piece. It notes offsets and lines as it goes, so that what the module
/// derives is compared with what was written, not with a second reading.
struct CsvText {
  std::string text;
  InputFile file;
  std::uint32_t line = 1;

  explicit CsvText(std::string name) { file.name = std::move(name); }

  /// Text that is no record: a byte order mark, blank lines. Counts its line ends.
  CsvText& raw(std::string_view bytes) {
    text += bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
      if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'))) ++line;
    return *this;
  }
  CsvText& header(std::string_view record, std::string_view end = "\n") {
    file.header_offset = text.size();
    file.header_line = line;
    return raw(record).raw(end);
  }
  CsvText& row(std::string_view record, std::string_view end = "\n") {
    if (file.records.size() % records_per_block == 0) file.line_of_block.push_back(line);
    file.records.push_back(text.size());
    return raw(record).raw(end);
  }
  CsvText& exclude(std::uint32_t record, Fate fate) {
    file.excluded.push_back({record, fate, "for the test"});
    return *this;
  }
  /// The file as a reader hands it on.
  [[nodiscard]] InputFile done() const {
    InputFile finished = file;
    finished.records.push_back(text.size());
    finished.bytes = Bytes(text);
    return finished;
  }
};

/// One file seen as one table whose first columns hold the fields.
inline Tables one_table(const InputFile& file, TableKind kind, const std::vector<Field>& columns) {
  Tables tables;
  tables.files.push_back(file);
  Table table;
  table.kind = kind;
  for (std::size_t i = 0; i < columns.size(); ++i)
    table.column_of[static_cast<std::size_t>(columns[i])] = static_cast<std::uint16_t>(i);
  tables.tables.push_back(table);
  return tables;
}

}  // namespace assay::testing
