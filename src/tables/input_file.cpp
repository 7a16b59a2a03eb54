#include "tables/input_file.h"

#include <algorithm>

#include "tables/lines.h"

namespace assay {

namespace {

/// Without the line end of a record and without the blank lines behind it, which belong to its span. A last line of
/// blanks alone is one of those: it cannot end a quoted cell, for that ends with its quote.
std::string_view strip_line_ends(std::string_view span) {
  const auto is_line_end = [](char c) { return c == '\n' || c == '\r'; };
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  for (;;) {
    while (!span.empty() && is_line_end(span.back())) span.remove_suffix(1);
    std::size_t line = span.size();
    while (line > 0 && is_blank(span[line - 1])) --line;
    if (line == span.size() || line == 0 || !is_line_end(span[line - 1])) return span;
    span.remove_suffix(span.size() - line);
  }
}

}  // namespace

Fate InputFile::fate(std::uint32_t record) const {
  if (refused) return Fate::rejected;
  if (quarantined) return Fate::quarantined;
  const auto it = std::ranges::lower_bound(excluded, record, {}, &Excluded::record);
  return it != excluded.end() && it->record == record ? it->fate : Fate::used;
}

std::uint32_t InputFile::line_of(std::uint32_t record) const {
  const std::uint32_t block = record / records_per_block;
  const std::uint64_t from = records[std::size_t{block} * records_per_block];
  const std::string_view between = bytes.view().substr(from, records[record] - from);
  return line_of_block[block] + static_cast<std::uint32_t>(count_line_ends(between));
}

std::string_view InputFile::header() const {
  const std::string_view text = bytes.view();
  const std::size_t end = records.empty() ? text.size() : records.front();
  return strip_line_ends(text.substr(header_offset, end - header_offset));
}

std::string_view InputFile::record(std::uint32_t record) const {
  const std::string_view span = bytes.view().substr(records[record], records[record + 1] - records[record]);
  return strip_line_ends(span);
}

}  // namespace assay
