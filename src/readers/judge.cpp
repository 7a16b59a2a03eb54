#include "readers/judge.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/failure.h"
#include "base/text.h"
#include "tables/lines.h"

namespace assay {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

/// True when no cell holds anything but blanks and quotes. Most records fail at their first letters.
bool is_hollow(std::string_view text, char separator) {
  const auto is_nothing = [](char c) { return c == ' ' || c == '\t' || c == '"'; };
  if (!std::all_of(text.begin(), text.end(), [&](char c) { return c == separator || is_nothing(c); })) return false;
  std::vector<RawCell> cells;
  split_record(text, separator, cells);
  return std::all_of(cells.begin(), cells.end(),
                     [&](RawCell cell) { return std::all_of(cell.raw.begin(), cell.raw.end(), is_nothing); });
}

bool equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// True when the record says what the header says, in other quotes or letters perhaps. Most records fail at the
/// first cell.
bool repeats(std::string_view header, std::string_view text, char separator) {
  bool header_ends = false;
  bool text_ends = false;
  std::string header_scratch;
  std::string text_scratch;
  while (!header_ends && !text_ends) {
    const RawCell name = take_cell(header, separator, header_ends);
    const RawCell cell = take_cell(text, separator, text_ends);
    if (!equal_but_for_case(trim(text_of(name, header_scratch)), trim(text_of(cell, text_scratch)))) return false;
  }
  return header_ends && text_ends;
}

constexpr auto words_of_sums =
    std::to_array<std::string_view>({"total", "totals", "grand total", "subtotal", "sub-total", "sub total", "sum",
                                     "合计", "合計", "总计", "總計", "小计", "小計", "共计", "共計", "总和"});

/// Whether a text begins like such a word: a cheap look before a dear one.
bool begins_like_sums(std::string_view text) {
  return std::any_of(words_of_sums.begin(), words_of_sums.end(),
                     [text](std::string_view word) { return equal_but_for_case(text.substr(0, word.size()), word); });
}

bool is_word_of_sums(std::string_view cell) {
  for (const std::string_view colon : {":", "："})
    if (cell.ends_with(colon)) cell.remove_suffix(colon.size());
  return std::any_of(words_of_sums.begin(), words_of_sums.end(),
                     [&](std::string_view word) { return equal_but_for_case(trim(cell), word); });
}

/// True for a line of sums below the rows: its first cell that is not empty is a word for it, and every other one
/// begins like a number. A firm called Total has more to say in its row.
bool is_total(std::string_view text, char separator) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] == separator || text[at] == '"' || text[at] == ' ' || text[at] == '\t')) ++at;
  if (!begins_like_sums(text.substr(at))) return false;
  std::vector<RawCell> cells;
  split_record(text, separator, cells);
  bool is_named = false;
  std::string scratch;
  for (const RawCell& raw : cells) {
    const std::string_view cell = trim(text_of(raw, scratch));
    if (cell.empty()) continue;
    // A sign or a currency may stand before a number.
    if (is_named ? cell.find_first_of("0123456789") > 1 : !is_word_of_sums(cell)) return false;
    is_named = true;
  }
  return is_named;
}

/// The first letter or digit, in lower case: a cheap look before a dear one.
char first_letter(std::string_view text) {
  const std::size_t at = text.find_first_not_of("\" \t");
  return at == std::string_view::npos ? '\0' : static_cast<char>(text[at] | 0x20);
}

}  // namespace

std::string miscounted(std::uint64_t columns, std::uint64_t expected) {
  return fmt::format("{} cell{}, the header has {}", columns, columns == 1 ? "" : "s", expected);
}

Judge::Judge(InputFile& file, const Layout& layout)
    : file_(file),
      layout_(layout),
      bytes_(file.bytes.view()),
      header_(bytes_.substr(layout.header_begin, layout.header_end - layout.header_begin)),
      header_letter_(first_letter(header_)) {}

void Judge::record(std::uint64_t begin, std::uint64_t end, std::uint64_t columns) {
  if (end - begin > longest_record) too_long(begin);
  std::string_view text = bytes_.substr(begin, end - begin);
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (columns == 1 && is_blank(text)) {
    ++file_.blank_lines;
    return;
  }
  add(begin);
  look(text, columns);
}

void Judge::look(std::string_view text, std::uint64_t columns) {
  if (columns > most_columns)
    throw Failure(Exit::limit, fmt::format("{}:{}: a row has {} cells; at most {} are read", file_.name,
                                           line_of(file_.records.back()), columns, most_columns));
  if (columns != layout_.columns)
    exclude(Fate::rejected, miscounted(columns, layout_.columns));
  else if (first_letter(text) == header_letter_ && repeats(header_, text, layout_.separator))
    exclude(Fate::quarantined, "the header once more");
  else if (const char first = text.empty() ? ' ' : text.front();
           (first == layout_.separator || first == ' ' || first == '\t' || first == '"') &&
           is_hollow(text, layout_.separator))
    exclude(Fate::quarantined, "only empty cells");
  else if (is_total(text, layout_.separator))
    exclude(Fate::quarantined, "a line of sums, no row");
}

void Judge::walked(std::uint64_t begin, const RecordWalk& walk) {
  if (walk.too_long) too_long(begin);
  if (walk.sound()) return record(begin, walk.end, walk.columns);
  if (walk.unclosed) return reject_lines(begin, walk.next, "a quote is opened and never closed");
  if (walk.stray_quote) return reject_lines(begin, walk.next, "a quote stands where none may stand");
  add(begin);
  exclude(Fate::quarantined, walk.null_byte ? "NUL bytes" : "a carriage return outside quotes");
}

void Judge::reject_lines(std::uint64_t begin, std::uint64_t end, const std::string& reason) {
  for (std::uint64_t line = begin; line < end;) {
    const std::size_t at = bytes_.find_first_of("\r\n", line);
    std::uint64_t next = at == std::string_view::npos ? end : at + 1;
    if (next < end && bytes_[next - 1] == '\r' && bytes_[next] == '\n') ++next;
    next = std::min(next, end);
    add(line);
    exclude(Fate::rejected, line == begin ? reason : reason + " in a row above");
    line = next;
  }
}

void Judge::add(std::uint64_t begin) {
  if (file_.records.size() >= std::numeric_limits<std::uint32_t>::max() - 1)
    throw Failure(Exit::limit, fmt::format("{}: more than {} rows", file_.name, file_.records.size()));
  if (file_.records.size() % records_per_block == 0) {
    const std::uint64_t line = line_of(begin);
    if (line >= std::numeric_limits<std::uint32_t>::max())
      throw Failure(Exit::limit, fmt::format("{}: more than {} lines", file_.name, line));
    file_.line_of_block.push_back(static_cast<std::uint32_t>(line));
  }
  file_.records.push_back(begin);
}

std::uint64_t Judge::line_of(std::uint64_t offset) const {
  std::uint64_t from = layout_.data_begin;
  std::uint64_t line = layout_.data_line;
  if (!file_.line_of_block.empty()) {
    line = file_.line_of_block.back();
    from = file_.records[(file_.line_of_block.size() - 1) * std::size_t{records_per_block}];
  }
  return line + count_line_ends(bytes_.substr(from, offset - from));
}

void Judge::exclude(Fate fate, std::string reason) {
  file_.excluded.push_back({static_cast<std::uint32_t>(file_.records.size() - 1), fate, std::move(reason)});
}

void Judge::finish() {
  file_.records.push_back(bytes_.size());
}

void Judge::too_long(std::uint64_t begin) const {
  throw Failure(Exit::limit,
                fmt::format("{}:{}: the row that begins here is longer than {} MiB; is a quote not closed?",
                            file_.name, line_of(begin), longest_record >> 20));
}

}  // namespace assay
