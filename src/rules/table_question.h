#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/evaluator.h"
#include "rules/field_value.h"

namespace assay {

/// How a column of a table is compared with a field: `code` fits what begins with one of the cell's texts; a date of
/// the subject stands on or after, or before, the day of the cell.
enum class ColumnOp : std::uint8_t { code, equals, on_or_after, before };

/// A column compared with a field of the subject.
struct ColumnTest {
  ColumnOp op{};
  Field field{};
  std::string column;
};

/// What a cell of the table is compared as; parsed by the field's type when the rule is loaded.
struct Operand {
  bool empty = true;  ///< the cell says nothing: fits no code and no value, and bounds no date
  bool any = false;   ///< "*" as a code
  std::vector<std::string> texts;
  std::vector<Country> countries;
  std::vector<double> numbers;
  Day day = 0;
};

/// A row of the table.
struct TableRow {
  std::uint32_t line = 0;
  std::vector<Operand> operands;   ///< one a test
  std::vector<std::string> cells;  ///< all columns as they stand
};

/// What `in_table` asks: its tests, and the rows that could fit.
struct TableQuestion {
  std::string pack, table;  ///< as evidence calls them
  std::vector<std::string> columns;
  std::vector<ColumnTest> tests;
  std::vector<TableRow> rows;  ///< those that `where` leaves
  std::size_t shown = 0;       ///< the column that evidence quotes: that of the first test
  std::optional<std::size_t> status;
};

/// The values of a subject that the tests ask for, one a test.
std::vector<FieldValue> values_of(const TableQuestion& question, const SupplyGraph& graph, SubjectKind kind,
                                  std::uint32_t subject);

/// What one test says of one row.
Truth compare(const ColumnTest& test, const Operand& operand, const FieldValue& value);

/// Whether the row fits: every test holds.
Truth fit(const TableQuestion& question, const TableRow& row, const std::vector<FieldValue>& values);

/// Why the table has the truth for the subject, which at() of its condition gave.
void explain_table(const TableQuestion& question, const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject,
                   Truth truth, Grounds& out);

}  // namespace assay
