#include "cli/pairs_file.h"

#include <algorithm>

#include "base/failure.h"
#include "base/text.h"
#include "tables/input_file.h"

namespace assay {
namespace {

[[noreturn]] void refuse(const std::string& file, std::size_t line, const std::string& why) {
  throw Failure(Exit::input_refused, escape_for_terminal(file) + ':' + std::to_string(line) + ": " + why);
}

/// Reads cells by RFC 4180, counting lines.
struct CsvReader {
  const std::string& file;
  std::string_view text;
  char separator = ',';
  std::size_t at = 0;
  std::size_t line = 1;

  [[nodiscard]] bool at_end() const { return at == text.size(); }
  std::string quoted_cell();
  std::vector<std::string> row();
};

std::string CsvReader::quoted_cell() {
  const std::size_t first_line = line;
  std::string cell;
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\n') ++line;
    if (text[at] != '"') {
      cell += text[at];
      continue;
    }
    if (at + 1 < text.size() && text[at + 1] == '"') {
      cell += text[++at];
      continue;
    }
    ++at;
    return cell;
  }
  refuse(file, first_line, "a cell begins with a quote that does not end");
}

std::vector<std::string> CsvReader::row() {
  std::vector<std::string> cells;
  std::string cell;
  while (true) {
    if (cell.empty() && !at_end() && text[at] == '"') {
      cell = quoted_cell();
      continue;
    }
    if (at_end() || text[at] == '\n' || text[at] == '\r') break;
    if (text[at] == separator) {
      cells.push_back(std::move(cell));
      cell.clear();
    } else {
      cell += text[at];
    }
    ++at;
  }
  cells.push_back(std::move(cell));
  if (!at_end() && text[at] == '\r') ++at;
  if (!at_end() && text[at] == '\n') ++at;
  ++line;
  return cells;
}

std::size_t column_of(const PairsFile& pairs, std::string_view name) {
  const auto found = std::find(pairs.headers.begin(), pairs.headers.end(), name);
  return static_cast<std::size_t>(found - pairs.headers.begin());
}

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  for (const char separator : {',', ';', '\t'})
    if (header.find(separator) != std::string_view::npos) return separator;
  return ',';
}

}  // namespace

PairsFile read_pairs(const std::string& file) {
  const Bytes bytes = Bytes::map(file);
  std::string_view text = bytes.view();
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  CsvReader reader{file, text, separator_of(text)};
  PairsFile pairs;
  pairs.headers = reader.row();
  pairs.name_a = column_of(pairs, "name_a");
  pairs.name_b = column_of(pairs, "name_b");
  pairs.kind = column_of(pairs, "kind");
  if (pairs.name_a == pairs.headers.size() || pairs.name_b == pairs.headers.size())
    refuse(file, 1, "the header needs the columns name_a and name_b; kind is optional");
  while (!reader.at_end()) {
    const std::size_t line = reader.line;
    std::vector<std::string> row = reader.row();
    if (row.size() == 1 && row.front().empty()) continue;
    if (row.size() > pairs.headers.size())
      refuse(file, line,
             "the row has " + std::to_string(row.size()) + " cells, the header " +
                 std::to_string(pairs.headers.size()) + "; a cell with a comma needs quotes");
    row.resize(pairs.headers.size());
    pairs.rows.push_back(std::move(row));
  }
  bytes.check_unchanged();
  return pairs;
}

void write_csv_row(const std::vector<std::string>& cells, std::ostream& out) {
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) out << ',';
    first = false;
    if (cell.find_first_of(",\"\n\r") == std::string::npos) {
      out << cell;
      continue;
    }
    out << '"';
    for (const char c : cell) {
      if (c == '"') out << '"';
      out << c;
    }
    out << '"';
  }
  out << '\n';
}

}  // namespace assay
