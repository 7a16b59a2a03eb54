#include "lists/list_csv.h"

#include <algorithm>

#include <simdjson.h>

#include "base/text.h"

namespace assay {
namespace {

constexpr char end_mark_byte = 0x1A;
constexpr std::ptrdiff_t window = std::ptrdiff_t{1} << 20;

/// Where the record at the beginning ends, its line feed included; npos when a quote is never closed. A record that
/// no line feed ends goes to the end of the text.
std::size_t end_of_record(std::string_view text) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    at = text.find_first_of(quoted ? "\"" : "\"\n", at);
    if (at == std::string_view::npos) return quoted ? at : text.size();
    if (text[at] == '\n') return at + 1;
    quoted = !quoted;  // a doubled quote closes and opens again
  }
  return quoted ? std::string_view::npos : text.size();
}

char folded(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == ' ' || c == '-' ? '_' : c;
}

std::string_view without_line_end(std::string_view record) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return record;
}

}  // namespace

CsvWalk::CsvWalk(const ListPart& part, ListBuilder& builder, CsvEnd end)
    : part_(part), builder_(builder), rest_(part.text()), let_go_to_(rest_.data()), end_(end) {
  builder.in_part(part);
  if (end != CsvEnd::end_mark) return;
  // Blank lines may stand around the mark.
  std::string_view text = rest_;
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  if (!text.ends_with(end_mark_byte)) return;
  text.remove_suffix(1);
  had_end_mark_ = true;
  rest_ = text;
}

bool CsvWalk::refuse(std::uint32_t line, std::string message) {
  builder_.refuse(line, 0, std::move(message), "fetch it again: a part of it may be missing");
  return false;
}

bool CsvWalk::take_record(std::string_view& record) {
  while (!rest_.empty()) {
    line_ = next_line_;
    const std::size_t end = end_of_record(rest_);
    if (end == std::string_view::npos)
      return refuse(line_, "the list is cut: a quote of this record is never closed");
    record = rest_.substr(0, end);
    rest_.remove_prefix(end);
    next_line_ += static_cast<std::uint32_t>(std::count(record.begin(), record.end(), '\n'));
    if (!record.ends_with('\n') && !had_end_mark_) {
      if (end_ != CsvEnd::any) return refuse(line_, "the list is cut: its last record has no line end");
      builder_.warn(line_, "the last record has no line end: look whether it is whole");
    }
    record = without_line_end(record);
    if (!trim(record).empty()) return true;
  }
  return false;
}

bool CsvWalk::next() {
  if (builder_.refused()) return false;
  std::string_view record;
  if (!take_record(record)) return false;
  if (!simdjson::validate_utf8(record.data(), record.size())) return refuse(line_, "this record is no UTF-8");
  split(record);
  if (rest_.data() - let_go_to_ > window) {
    let_go(part_, {let_go_to_, static_cast<std::size_t>(rest_.data() - let_go_to_)});
    let_go_to_ = rest_.data();
  }
  return true;
}

void CsvWalk::split(std::string_view record) {
  std::string scratch;
  count_ = 0;
  for (bool at_end = false; !at_end; ++count_) {
    if (count_ == cells_.size()) cells_.emplace_back();
    cells_[count_] = text_of(take_cell(record, ',', at_end), scratch);
  }
}

std::vector<std::string> header_of(std::string_view head) {
  const std::size_t end = end_of_record(head);
  std::vector<std::string> names;
  if (end == std::string_view::npos || end == 0) return names;
  std::string_view record = without_line_end(head.substr(0, end));
  std::string scratch;
  for (bool at_end = false; !at_end;) names.emplace_back(trim(text_of(take_cell(record, ',', at_end), scratch)));
  return names;
}

bool is_column(std::string_view header, std::string_view name) {
  header = trim(header);
  return header.size() == name.size() && std::equal(header.begin(), header.end(), name.begin(),
                                                    [](char a, char b) { return folded(a) == folded(b); });
}

std::optional<std::size_t> Columns::find(std::string_view name) const {
  const auto found =
      std::find_if(header_.begin(), header_.end(), [&](const std::string& one) { return is_column(one, name); });
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::string_view Columns::cell(std::span<const std::string> cells, std::string_view name) const {
  const std::optional<std::size_t> at = find(name);
  return at && *at < cells.size() ? trim(cells[*at]) : std::string_view{};
}

bool has_columns(std::span<const std::string> header, std::initializer_list<std::string_view> names) {
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    return std::any_of(header.begin(), header.end(), [&](const std::string& one) { return is_column(one, name); });
  });
}

}  // namespace assay
