#include "report/excerpt.h"

#include <algorithm>

#include "base/diagnostic.h"
#include "base/text.h"

namespace assay {
namespace {

/// Past the line end that begins at `at`: CR LF is one.
std::size_t past_line_end(std::string_view text, std::size_t at) {
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? at + 2 : at + 1;
}

/// Where the `line`-th physical line (from 0) after `begin` starts; the end of the text if there are fewer.
std::size_t start_of_line(std::string_view text, std::size_t begin, std::uint32_t line) {
  for (; line > 0; --line) {
    const std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) return text.size();
    begin = past_line_end(text, end);
  }
  return begin;
}

/// The physical line of the file on which the cell begins: `line` of the file, within the cell's record.
std::string_view line_of_file(const InputFile& file, CellRef cell, std::uint32_t line) {
  const bool header = cell.record == CellRef::header_record;
  const std::string_view record = header ? file.header() : file.record(cell.record);
  const std::uint32_t first = header ? file.header_line : file.line_of(cell.record);
  if (line < first) return {};
  const std::size_t begin = start_of_line(record, 0, line - first);
  return record.substr(begin, record.find_first_of("\r\n", begin) - begin);
}

/// How many characters of the line the cell takes, from its column on, with its quotes.
std::size_t written_width(std::string_view line, const CellPlace& place) {
  std::size_t at = 0;
  for (std::uint32_t column = 1; column < place.column && at < line.size(); ++column) next_code_point(line, at);
  const std::size_t quotes = at < line.size() && line[at] == '"' ? 2 : 0;
  const std::string_view shown = std::string_view(place.text).substr(0, place.text.find_first_of("\r\n"));
  return std::clamp<std::size_t>(count_code_points(shown) + quotes, 1, 60);
}

}  // namespace

std::string excerpt(const Tables& tables, CellRef cell, std::string_view label) {
  if (!cell.exists()) return {};
  const CellPlace place = tables.place(cell);
  const std::string_view line = line_of_file(tables.file_of(tables.tables[cell.table]), cell, place.line);
  if (line.empty()) return {};
  Diagnostic mark;
  mark.at = {place.file, place.line, place.column};
  mark.excerpt = line;
  mark.width = static_cast<std::uint32_t>(written_width(line, place));
  const std::string formatted = format_diagnostic(mark);
  const std::size_t header = formatted.find('\n');
  if (header == std::string::npos) return {};
  std::string text = formatted.substr(header + 1);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (!label.empty()) text.append(" ").append(label);
  return text + '\n';
}

}  // namespace assay
