#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lists/list_builder.h"
#include "lists/list_part.h"

namespace assay {

/// How the last record of a file ends.
enum class CsvEnd : std::uint8_t {
  line_end,  ///< without one the list is cut, and refused
  end_mark,  ///< the same, and behind it 0x1A may stand, as the US Treasury writes it
  any,       ///< a list that somebody typed: without a line end it gets a warning
};

/// Walks the records of a CSV file (RFC 4180, commas) front to back and gives the pages behind it back. A list that
/// is not as its publisher wrote it is refused: a quote that nobody closes, bytes that are no UTF-8, a last record
/// without line end.
class CsvWalk {
 public:
  CsvWalk(const ListPart& part, ListBuilder& builder, CsvEnd end = CsvEnd::line_end);

  /// The cells of the next record, as texts; valid until the next call. False at the end, or when the list was
  /// refused.
  bool next();
  [[nodiscard]] std::span<const std::string> cells() const { return {cells_.data(), count_}; }
  [[nodiscard]] std::uint32_t line() const { return line_; }  ///< on which the record begins
  [[nodiscard]] bool had_end_mark() const { return had_end_mark_; }

 private:
  bool take_record(std::string_view& record);
  bool refuse(std::uint32_t line, std::string message);
  void split(std::string_view record);

  const ListPart& part_;
  ListBuilder& builder_;
  std::string_view rest_;
  const char* let_go_to_;
  std::uint32_t line_ = 0;
  std::uint32_t next_line_ = 1;
  CsvEnd end_;
  bool had_end_mark_ = false;
  std::vector<std::string> cells_;
  std::size_t count_ = 0;
};

/// The names of the columns in the first record of a CSV file, without blanks around them; none when that record does
/// not end within the head or has a quote that nobody closes.
std::vector<std::string> header_of(std::string_view head);

/// Whether a text of a header names the column: the case of ASCII letters, and blanks or hyphens for underscores, do
/// not count ("Listed on" is listed_on).
bool is_column(std::string_view header, std::string_view name);

/// Where columns stand, by name; records of the file then give cells by that.
class Columns {
 public:
  explicit Columns(std::span<const std::string> header) : header_(header.begin(), header.end()) {}
  [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }
  /// The cell of that column, trimmed; empty when there is no such column.
  [[nodiscard]] std::string_view cell(std::span<const std::string> cells, std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return header_.size(); }
  [[nodiscard]] const std::vector<std::string>& names() const { return header_; }

 private:
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  std::vector<std::string> header_;
};

/// True when the header has all these columns.
bool has_columns(std::span<const std::string> header, std::initializer_list<std::string_view> names);

/// Reads a list of one file whose first record names the columns; `read` makes a draft of each record and returns
/// false for one that it has dealt with itself. Records of another length are dropped.
template <class Read>
void read_table(const ListPart& part, ListBuilder& builder, Read read, CsvEnd end = CsvEnd::line_end) {
  CsvWalk walk(part, builder, end);
  if (!walk.next()) return;
  const Columns columns(walk.cells());
  Draft draft;
  while (walk.next()) {
    if (walk.cells().size() != columns.size()) {
      builder.drop("it has another number of cells than the header", walk.line());
      continue;
    }
    draft.clear();
    draft.line = walk.line();
    if (read(columns, walk.cells(), draft)) builder.add(draft);
  }
}

}  // namespace assay
