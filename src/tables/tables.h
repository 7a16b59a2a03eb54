#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/known.h"
#include "tables/field.h"
#include "tables/input_file.h"

namespace assay {

constexpr std::uint16_t no_column = 0xFFFF;

/// For each field the column that holds it, from 0.
using Columns = std::array<std::uint16_t, fields>;

constexpr Columns no_columns() {
  Columns columns{};
  columns.fill(no_column);
  return columns;
}

/// A file seen as one kind of table: which of its columns holds which field.
struct Table {
  TableKind kind{};
  std::uint16_t file = 0;
  Columns column_of = no_columns();  ///< no_column where the file has none

  [[nodiscard]] bool has(Field field) const { return column_of[static_cast<std::size_t>(field)] != no_column; }
  [[nodiscard]] std::uint16_t column(Field field) const { return column_of[static_cast<std::size_t>(field)]; }
};

/// A cell by number: table, record of that table's file, field. Also names the header cell (record header_record).
struct CellRef {
  static constexpr std::uint32_t header_record = 0xFFFFFFFF;

  std::uint16_t table = 0xFFFF;
  Field field{};
  std::uint32_t record = 0;

  [[nodiscard]] bool exists() const { return table != 0xFFFF; }
  friend bool operator==(const CellRef&, const CellRef&) = default;
};

static_assert(sizeof(CellRef) == 8);

/// A cell as evidence shows it.
struct CellPlace {
  std::string file;
  std::uint32_t line = 0;    ///< physical line on which the cell begins
  std::uint32_t column = 0;  ///< code point in that line, of the cell's first character (its quote, if it has one); 0
                             ///< when the file has no such column
  std::uint32_t record = 0;  ///< from 1, blank lines not counted; 0 for the header
  std::string field;         ///< short name: "origin_country"
  std::uint32_t field_index = 0;  ///< column of the file, from 1; 0 when the file has no such column
  std::string text;               ///< unquoted, as written
};

/// All inputs of an audit, unjudged. Frozen after reading.
struct Tables {
  std::vector<InputFile> files;  ///< sorted by name
  std::vector<Table> tables;     ///< sorted by file, then kind

  [[nodiscard]] const InputFile& file_of(const Table& table) const { return files[table.file]; }
  /// The cell's text, unquoted and untrimmed; empty where the file has no such column.
  [[nodiscard]] std::string text(CellRef cell) const;
  /// Whether the cell says anything, whatever it is worth: yes; blank: empty or a word for unknown; not_asked: its
  /// file has no such column.
  [[nodiscard]] Known known(CellRef cell) const;
  [[nodiscard]] CellPlace place(CellRef cell) const;
  /// True when some table of the kind has the column.
  [[nodiscard]] bool has(Field field) const;
  [[nodiscard]] bool has(TableKind kind) const;
};

/// Reads the rows of one table in order, only the fields asked for. Excluded records are passed over, and so is every
/// record of a file that is refused or quarantined. The tables must outlive it.
class Rows {
 public:
  Rows(const Tables& tables, std::uint16_t table);
  /// False at the end. After true, record(), text() and cell() speak of that row.
  bool next();
  [[nodiscard]] std::uint32_t record() const { return record_; }
  [[nodiscard]] bool has(Field field) const { return table_->has(field); }
  /// The unquoted text; empty where the file has no such column. Valid until next(). Fields of columns to the right
  /// of the last one asked for are never looked at.
  std::string_view text(Field field);
  [[nodiscard]] CellRef cell(Field field) const { return {index_, field, record_}; }

 private:
  const Table* table_;
  const InputFile* file_;
  std::uint16_t index_;
  std::uint32_t record_ = 0;
  std::uint32_t next_record_ = 0;
  std::size_t next_excluded_ = 0;
  std::string_view rest_;            ///< of this row, from the cell after the last of cells_
  bool at_end_ = true;               ///< no cell follows the last of cells_
  std::vector<RawCell> cells_;       ///< of this row, as far as they were asked for
  std::deque<std::string> scratch_;  ///< texts with doubled quotes; a deque, so that views of them stay valid
  std::size_t used_scratch_ = 0;
};

/// The sums that must hold: rows = used + rejected + quarantined, for each file.
struct LedgerEntry {
  std::string file;
  std::uint64_t rows = 0, used = 0, rejected = 0, quarantined = 0;
  std::uint64_t bytes = 0, accounted_bytes = 0;
};

/// One entry a file. The rows of a refused file are rejected, those of a quarantined one quarantined. Every byte of a
/// file that is not refused belongs to what stands before its records, to one record, or to blank lines at its end.
/// Throws Failure(internal) when a sum does not hold.
std::vector<LedgerEntry> ledger_of(const Tables& tables);

}  // namespace assay
