#include "readers/judge.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/failure.h"
#include "tables/lines.h"

namespace assay {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

/// True when there is nothing but separators, blanks and pairs of quotes.
bool is_hollow(std::string_view text, char separator) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return c == separator || c == ' ' || c == '\t' || c == '"'; });
}

}  // namespace

std::string miscounted(std::uint64_t columns, std::uint64_t expected) {
  return fmt::format("{} cell{}, the header has {}", columns, columns == 1 ? "" : "s", expected);
}

Judge::Judge(InputFile& file, const Layout& layout)
    : file_(file),
      layout_(layout),
      bytes_(file.bytes.view()),
      header_(bytes_.substr(layout.header_begin, layout.header_end - layout.header_begin)) {}

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
  else if (text.size() == header_.size() && text == header_)
    exclude(Fate::quarantined, "the header once more");
  else if (const char first = text.empty() ? ' ' : text.front();
           (first == layout_.separator || first == ' ' || first == '\t' || first == '"') &&
           is_hollow(text, layout_.separator))
    exclude(Fate::quarantined, "only empty cells");
}

void Judge::walked(std::uint64_t begin, const RecordWalk& walk) {
  if (walk.too_long) too_long(begin);
  if (walk.sound()) return record(begin, walk.end, walk.columns);
  if (walk.unclosed) return reject_lines(begin, walk.next, "a quote is opened and never closed");
  if (walk.stray_quote) return reject_lines(begin, walk.next, "a quote stands where none may stand");
  add(begin);
  if (walk.null_byte)
    exclude(Fate::quarantined, "NUL bytes");
  else if (walk.columns != layout_.columns)
    exclude(Fate::rejected, miscounted(walk.columns, layout_.columns));
  else
    exclude(Fate::quarantined, "a carriage return outside quotes");
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
