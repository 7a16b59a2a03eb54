#include "readers/delimited.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/failure.h"
#include "readers/complaints.h"
#include "readers/content.h"
#include "readers/dialect.h"
#include "readers/encoding.h"
#include "readers/mapping.h"
#include "readers/scan.h"
#include "readers/tell.h"
#include "tables/lines.h"

namespace assay {
namespace {

/// The header record: the first line that is not blank.
struct Header {
  RecordWalk walk;
  std::uint64_t begin = 0;
  std::uint32_t line = 1;
  std::uint64_t blank_lines = 0;
};

Header find_header(std::string_view bytes, const Found& found) {
  Header header{{}, found.begin, found.line, 0};
  for (;;) {
    header.walk = walk_record(bytes, header.begin, found.dialect.separator, found.ends);
    const std::string_view text = bytes.substr(header.begin, header.walk.end - header.begin);
    const bool blank = header.walk.columns == 1 && text.find_first_not_of(" \t") == std::string_view::npos;
    if (!blank || header.walk.next >= bytes.size()) return header;
    header.begin = header.walk.next;
    ++header.line;
    ++header.blank_lines;
  }
}

std::vector<std::string> cells_of(std::string_view record, char separator) {
  std::vector<RawCell> cells;
  split_record(record, separator, cells);
  std::vector<std::string> texts;
  texts.reserve(cells.size());
  std::string scratch;
  for (const RawCell cell : cells) texts.emplace_back(text_of(cell, scratch));
  return texts;
}

/// What makes a header unreadable; empty when nothing does.
std::string fault_of(const RecordWalk& walk) {
  if (walk.unclosed) return "the header opens a quote and never closes it";
  if (walk.stray_quote) return "the header has a quote where none may stand";
  if (walk.null_byte) return "the header holds NUL bytes";
  if (walk.lone_return) return "the header holds a carriage return that ends no line";
  return {};
}

/// A later line that is a header as a known table has it, when the first line is none: its physical line, else 0.
std::uint32_t line_of_real_header(std::string_view bytes, const Found& found) {
  constexpr int lines_to_try = 30;
  std::uint64_t at = found.begin;
  std::uint32_t line = found.line;
  for (int tried = 0; tried < lines_to_try && at < bytes.size(); ++tried) {
    const RecordWalk any = walk_record(bytes, at, '\0', found.ends);
    const std::string_view text = bytes.substr(at, any.end - at);
    for (const char separator : {',', ';', '\t', '|'}) {
      const RecordWalk walk = walk_record(text, 0, separator, found.ends);
      if (walk.columns < 2 || walk.columns > most_columns || !walk.sound() || !is_utf8(text)) continue;
      if (!map_columns(cells_of(text, separator)).kinds.empty()) return line;
    }
    line += static_cast<std::uint32_t>(count_line_ends(bytes.substr(at, any.next - at)));
    at = any.next;
  }
  return 0;
}

/// Rows that are no UTF-8 are quarantined; their bytes, up to a sample's size, are kept for the guess what they are.
std::string quarantine_undecodable(InputFile& file) {
  constexpr std::size_t enough = std::size_t{1} << 16;
  std::string sample;
  std::vector<Excluded> all;
  std::size_t next = 0;
  for (std::uint32_t record = 0; record < file.rows(); ++record) {
    if (next < file.excluded.size() && file.excluded[next].record == record) {
      all.push_back(std::move(file.excluded[next++]));
      continue;
    }
    const std::uint64_t begin = file.records[record];
    const std::string_view bytes = file.bytes.view().substr(begin, file.records[record + 1] - begin);
    if (is_utf8(bytes)) continue;
    all.push_back({record, Fate::quarantined, std::string(not_utf8)});
    if (sample.size() < enough) sample += bytes.substr(0, enough - sample.size());
  }
  file.excluded = std::move(all);
  return sample;
}

/// Reads one file step by step; each step says whether the next one makes sense.
class DelimitedReader {
 public:
  DelimitedReader(const Source& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), bytes_(source.bytes.view()) {
    reading_.file.name = source.name;
    reading_.file.bytes = source.bytes;
  }

  Reading read() {
    if (is_text() && has_header() && has_table()) has_rows();
    return std::move(reading_);
  }

 private:
  bool refused(Location at, std::string message, std::string hint) {
    refuse(reading_, diagnostics_, std::move(at), std::move(message), std::move(hint));
    return false;
  }
  [[nodiscard]] Location whole_file() const { return {source_.name, 0, 0}; }
  [[nodiscard]] Location header_place() const { return {source_.name, header_.line, 1}; }

  bool is_text() {
    if (const auto why = no_table(bytes_)) return refused(whole_file(), why->what, why->advice);
    found_ = find_dialect(bytes_);
    reading_.file.dialect = found_.dialect;
    return true;
  }

  bool has_header() {
    InputFile& file = reading_.file;
    header_ = find_header(bytes_, found_);
    file.header_offset = header_.begin;
    file.header_line = header_.line;
    file.blank_lines = header_.blank_lines;
    const RecordWalk& walk = header_.walk;
    if (walk.too_long || walk.columns > most_columns)
      throw Failure(Exit::limit, fmt::format("{}:{}: the header is longer than {} MiB or wider than {} columns",
                                             source_.name, header_.line, longest_record >> 20, most_columns));
    const std::string_view text = bytes_.substr(header_.begin, walk.end - header_.begin);
    if (!is_utf8(text))
      return refused(header_place(), "the header is not UTF-8" + looks_like(bytes_), "save the file as UTF-8");
    if (const std::string fault = fault_of(walk); !fault.empty())
      return refused(header_place(), fault, "write the column names without quotes, one line, commas between them");
    if (found_.also_fits != '\0')
      return refused(header_place(),
                     fmt::format("{} and {} split this file equally well into columns",
                                 separator_name(file.dialect.separator), separator_name(found_.also_fits)),
                     "write a line `sep=,` (or the separator that is meant) above the header");
    file.headers = cells_of(text, file.dialect.separator);
    return true;
  }

  bool has_table() {
    const InputFile& file = reading_.file;
    mapping_ = map_columns(file.headers);
    if (!mapping_.kinds.empty()) {
      if (mapping_.clashes.empty()) return true;
      const Clash& clash = mapping_.clashes.front();
      return refused(place_of_column(file, clash.second), clash_message(file, clash),
                     "rename or remove one of the two columns");
    }
    const std::uint32_t line = line_of_real_header(bytes_, found_);
    if (line != 0)
      return refused(header_place(), fmt::format("the first line is no header; line {} looks like one", line),
                     fmt::format("delete the lines above line {}: the header must come first", line));
    const std::string message = fmt::format("feeds no known table: {}", nearest_table(mapping_));
    const std::string hint = columns_hint(file);
    if (source_.named) return refused(header_place(), message, hint);
    reading_.file.quarantined = true;
    tell(diagnostics_, Level::warning, header_place(), message + "; all its rows are quarantined", hint);
    return true;
  }

  void has_rows() {
    InputFile& file = reading_.file;
    const RecordWalk& walk = header_.walk;
    const std::string_view header = bytes_.substr(header_.begin, walk.next - header_.begin);
    scan_records(file, {file.dialect.separator, found_.ends, header_.begin, walk.end, walk.next,
                        header_.line + static_cast<std::uint32_t>(count_line_ends(header)), walk.columns});
    std::string undecodable;
    if (!is_utf8(bytes_)) undecodable = quarantine_undecodable(file);
    if (file.quarantined) {
      file.excluded.clear();  // the whole file is; a reason for single rows would count them twice
      return;
    }
    if (file.excluded.size() * 2 > file.rows()) {
      refused(Location{file.name, file.line_of(file.excluded.front().record), 1},
              too_many_message(file) + looks_like(undecodable),
              std::string(undecodable.empty() ? advice_for(file, file.excluded.front()) : "save the file as UTF-8"));
      return;
    }
    complain_of_rows(file, undecodable, diagnostics_);
    complain_of_columns(file, mapping_, diagnostics_);
    reading_.tables = tables_of(mapping_);
  }

  const Source& source_;
  Diagnostics& diagnostics_;
  std::string_view bytes_;
  Reading reading_;
  Found found_;
  Header header_;
  Mapping mapping_;
};

}  // namespace

Reading read_delimited(const Source& source, Diagnostics& diagnostics) {
  return DelimitedReader(source, diagnostics).read();
}

}  // namespace assay
