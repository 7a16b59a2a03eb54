#include "reference/pack_table.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "base/text.h"

namespace assay {
namespace {

/// The first byte that is no valid UTF-8, or npos. U+FFFD itself is refused too: it says that a text was lost before.
std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (next_code_point(text, at) == 0xFFFD) return before;
  }
  return std::string_view::npos;
}

std::uint32_t column_at(std::string_view line, std::size_t byte) {
  return static_cast<std::uint32_t>(count_code_points(line.substr(0, byte))) + 1;
}

std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    lines.emplace_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// One line, cut into cells.
class LineReader {
 public:
  LineReader(const PackTable& table, std::uint32_t line, Diagnostics& diagnostics)
      : table_(table), text_(table.lines[line - 1]), line_(line), diagnostics_(diagnostics) {}

  /// Nothing after a diagnostic.
  std::optional<PackRow> read() {
    if (!check_bytes()) return std::nullopt;
    PackRow row;
    for (bool more = true; more;) {
      PackCell cell;
      cell.line = line_;
      cell.column = column_at(text_, at_);
      const bool quoted = at_ < text_.size() && text_[at_] == '"';
      if (!(quoted ? read_quoted(cell) : read_plain(cell))) return std::nullopt;
      row.push_back(std::move(cell));
      more = at_ < text_.size();
      ++at_;  // the comma
    }
    return row;
  }

 private:
  /// Always false.
  bool refuse(std::size_t byte, std::string message, std::string hint) {
    PackCell at;
    at.line = line_;
    at.column = column_at(text_, byte);
    diagnostics_.push_back(table_.complain(at, std::move(message), std::move(hint)));
    return false;
  }

  bool check_bytes() {
    if (text_.empty()) return refuse(0, "a blank line", "remove it");
    if (const std::size_t bad = first_bad_byte(text_); bad != std::string_view::npos)
      return refuse(bad, "this is no valid UTF-8", "save the file as UTF-8");
    if (const std::size_t control = text_.find_first_of(std::string_view("\r\0\t", 3)); control != std::string::npos)
      return refuse(control, "a control character", "tables of a pack end their lines with LF and hold no tabs");
    return true;
  }

  bool read_plain(PackCell& cell) {
    const std::size_t end = std::min(text_.find(',', at_), text_.size());
    cell.text = text_.substr(at_, end - at_);
    const std::size_t begin = std::exchange(at_, end);
    const std::size_t quote = cell.text.find('"');
    if (quote == std::string::npos) return true;
    return refuse(begin + quote, "a quote within a cell that is not quoted",
                  "put the cell into quotes and double the quotes in it");
  }

  bool read_quoted(PackCell& cell) {
    const std::size_t begin = at_++;
    while (true) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string::npos) return refuse(begin, "this quote is not closed on its line", "");
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] == ',') return true;
      if (text_[at_] != '"') return refuse(at_, "text behind a closing quote", "double a quote within a cell");
      cell.text += '"';
      ++at_;
    }
  }

  const PackTable& table_;
  const std::string& text_;
  std::uint32_t line_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
};

/// For each asked column its place in the file; nothing after a diagnostic.
std::optional<std::vector<std::size_t>> read_header(const PackTable& table, const PackRow& header,
                                                    const std::vector<std::string_view>& columns,
                                                    Diagnostics& diagnostics) {
  std::vector<std::size_t> order(columns.size(), header.size());
  bool good = true;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::size_t column = read_word(table, header[i], columns, diagnostics);
    if (column == columns.size()) {
      good = false;
    } else if (order[column] != header.size()) {
      diagnostics.push_back(table.complain(header[i], "the column " + header[i].text + " is there twice"));
      good = false;
    } else {
      order[column] = i;
    }
  }
  for (std::size_t column = 0; column < columns.size(); ++column)
    if (order[column] == header.size()) {
      diagnostics.push_back(
          table.complain(header.front(), "the column " + std::string(columns[column]) + " is missing"));
      good = false;
    }
  if (!good) return std::nullopt;
  return order;
}

/// The lines and the header; none after a diagnostic.
PackTable open_table(const PackFile& file, Diagnostics& diagnostics) {
  PackTable table;
  table.file = file.name;
  table.lines = lines_of(file.bytes);
  if (table.lines.empty())
    diagnostics.push_back(table.complain({}, "the table is empty", "its first line names the columns"));
  else if (std::optional<PackRow> header = LineReader(table, 1, diagnostics).read())
    table.header = *std::move(header);
  return table;
}

void read_rows(PackTable& table, const std::vector<std::size_t>& order, Diagnostics& diagnostics) {
  for (std::uint32_t line = 2; line <= table.lines.size(); ++line) {
    std::optional<PackRow> cells = LineReader(table, line, diagnostics).read();
    if (!cells) continue;
    if (cells->size() != table.header.size()) {
      diagnostics.push_back(table.complain({{}, line, 1},
                                           "this row has " + std::to_string(cells->size()) + " cells, the header " +
                                               std::to_string(table.header.size()),
                                           "put a cell with a comma into quotes"));
      continue;
    }
    PackRow row;
    for (const std::size_t column : order) row.push_back(std::move((*cells)[column]));
    table.rows.push_back(std::move(row));
  }
}

bool names_are_good(const PackTable& table, Diagnostics& diagnostics) {
  bool good = !table.header.empty();
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const PackCell& name = table.header[i];
    const bool is_word = !name.text.empty() && std::all_of(name.text.begin(), name.text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    const auto same = [&name](const PackCell& other) { return other.text == name.text; };
    const auto here = table.header.begin() + static_cast<std::ptrdiff_t>(i);
    if (!is_word)
      diagnostics.push_back(
          table.complain(name, "this is no name of a column", "small letters, digits and underscores"));
    else if (std::any_of(table.header.begin(), here, same))
      diagnostics.push_back(table.complain(name, "the column " + name.text + " is there twice"));
    else
      continue;
    good = false;
  }
  return good;
}

}  // namespace

Diagnostic PackTable::complain(const PackCell& at, std::string message, std::string hint) const {
  Diagnostic diagnostic;
  diagnostic.level = Level::error;
  diagnostic.at = {file, at.line, at.column};
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  if (at.line > 0 && at.line <= lines.size()) diagnostic.excerpt = lines[at.line - 1];
  diagnostic.width = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(count_code_points(at.text)));
  return diagnostic;
}

PackTable read_pack_table(const PackFile& file, const std::vector<std::string_view>& columns,
                          Diagnostics& diagnostics) {
  PackTable table = open_table(file, diagnostics);
  if (table.header.empty()) return table;
  if (const auto order = read_header(table, table.header, columns, diagnostics))
    read_rows(table, *order, diagnostics);
  return table;
}

PackTable read_whole_table(const PackFile& file, Diagnostics& diagnostics) {
  PackTable table = open_table(file, diagnostics);
  if (!names_are_good(table, diagnostics)) table.header.clear();
  std::vector<std::size_t> order(table.header.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (!order.empty()) read_rows(table, order, diagnostics);
  return table;
}

std::size_t read_word(const PackTable& table, const PackCell& cell, const std::vector<std::string_view>& words,
                      Diagnostics& diagnostics) {
  const auto found = std::find(words.begin(), words.end(), cell.text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string hint;
  if (const std::string_view near = nearest(cell.text, words); !near.empty()) {
    hint = "did you mean " + std::string(near) + "?";
  } else {
    hint = "one of: ";
    for (const std::string_view word : words) {
      if (hint.back() != ' ') hint += ", ";
      hint += word;
    }
  }
  diagnostics.push_back(table.complain(cell, "\"" + cell.text + "\" is not known here", std::move(hint)));
  return words.size();
}

void check_status(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics) {
  static const std::vector<std::string_view> statuses = {"primary", "implementing", "secondary", "remembered",
                                                         "project", "geocoded",     "code-only"};
  read_word(table, cell, statuses, diagnostics);
}

std::vector<std::string> texts_of(const PackCell& cell) {
  std::vector<std::string> texts;
  for (const std::string_view text : split(cell.text, ";")) texts.emplace_back(text);
  return texts;
}

}  // namespace assay
