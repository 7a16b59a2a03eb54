#include "literal_reader.h"

#include <algorithm>

#include "base/text.h"

namespace assay::testing {
namespace {

struct Raw {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< of the text
  std::size_t next = 0;
  std::vector<std::string> cells;
  bool open = false;   ///< a quote was not closed
  bool stray = false;  ///< a quote where none may be
  bool has_null = false;
  bool has_return = false;
};

class Cursor {
 public:
  Cursor(std::string_view text, char separator) : text_(text), separator_(separator) {}

  Raw record(std::size_t at) {
    Raw raw;
    raw.begin = at_ = at;
    for (;;) {
      raw.cells.push_back(cell(raw));
      if (at_ >= text_.size() || line_end() != 0) break;
      ++at_;  // the separator
    }
    raw.end = at_;
    raw.next = at_ + line_end();
    raw.has_null = text_.substr(raw.begin, raw.end - raw.begin).find('\0') != std::string_view::npos;
    return raw;
  }

 private:
  [[nodiscard]] std::size_t line_end() const {
    if (text_.substr(at_).starts_with("\r\n")) return 2;
    return text_.substr(at_).starts_with("\n") ? 1 : 0;
  }

  std::string cell(Raw& raw) {
    std::string out;
    if (at_ < text_.size() && text_[at_] == '"') {
      out = quoted(raw);
      if (raw.open) return out;
      const bool done = at_ >= text_.size() || text_[at_] == separator_ || line_end() != 0;
      if (done) return out;
      raw.stray = true;
    }
    for (; at_ < text_.size() && text_[at_] != separator_ && line_end() == 0; ++at_) {
      if (text_[at_] == '"') raw.stray = true;
      if (text_[at_] == '\r') raw.has_return = true;
      out += text_[at_];
    }
    return out;
  }

  std::string quoted(Raw& raw) {
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        out += text_[at_];
      } else if (text_.substr(at_).starts_with("\"\"")) {
        out += '"';
        ++at_;
      } else {
        ++at_;
        return out;
      }
    }
    raw.open = true;
    return out;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
};

/// Where the physical lines of a text begin.
std::vector<std::size_t> lines_of(std::string_view text) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends = text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with("\n"));
    if (ends && i + 1 < text.size()) begins.push_back(i + 1);
  }
  return begins;
}

bool only(const std::string& text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string::npos;
}

/// In lower case, without blanks at the ends.
std::string plain(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::string(trim(text));
}

Fate fate_of(const Raw& raw, const Raw& header) {
  const bool as_wide = raw.cells.size() == header.cells.size();
  if (raw.has_null || raw.has_return) return Fate::quarantined;
  if (!as_wide) return Fate::rejected;
  bool header_again = true;
  for (std::size_t i = 0; i < raw.cells.size(); ++i) header_again &= plain(raw.cells[i]) == plain(header.cells[i]);
  if (header_again) return Fate::quarantined;
  const bool hollow =
      std::all_of(raw.cells.begin(), raw.cells.end(), [](const std::string& cell) { return only(cell, " \t\""); });
  return hollow ? Fate::quarantined : Fate::used;
}

/// All rows with one surplus of empty cells are sound.
void forgive(std::vector<LiteralRecord>& records, const std::vector<Raw>& raws, std::size_t columns) {
  if (raws.empty() || raws.size() != records.size()) return;
  const std::size_t width = raws.front().cells.size();
  for (const Raw& raw : raws) {
    if (raw.open || raw.stray || raw.has_null || raw.has_return || raw.cells.size() != width || width <= columns)
      return;
    for (std::size_t i = columns; i < width; ++i)
      if (!only(raw.cells[i], " \t\r\n\"")) return;
  }
  for (std::size_t i = 0; i < raws.size(); ++i) {
    records[i].fate = Fate::used;
    records[i].cells = raws[i].cells;
  }
}

}  // namespace

std::vector<LiteralRecord> read_literally(std::string_view text, char separator) {
  Cursor cursor(text, separator);
  const Raw header = cursor.record(0);
  const std::vector<std::size_t> lines = lines_of(text);
  const auto line_of = [&](std::size_t offset) {
    return static_cast<std::uint32_t>(std::upper_bound(lines.begin(), lines.end(), offset) - lines.begin());
  };
  std::vector<LiteralRecord> records;
  std::vector<Raw> raws;
  for (std::size_t at = header.next; at < text.size();) {
    const Raw raw = cursor.record(at);
    at = raw.next;
    if (raw.open || raw.stray) {
      for (const std::size_t line : lines)
        if (line == raw.begin || (line > raw.begin && line < raw.next))
          records.push_back({line, line_of(line), Fate::rejected, {}});
      raws.push_back(raw);
      continue;
    }
    const bool one_plain_cell = raw.cells.size() == 1 && !raw.has_return && text[raw.begin] != '"';
    if (one_plain_cell && only(raw.cells[0], " \t")) continue;
    const Fate fate = fate_of(raw, header);
    records.push_back(
        {raw.begin, line_of(raw.begin), fate, fate == Fate::used ? raw.cells : std::vector<std::string>{}});
    raws.push_back(raw);
  }
  forgive(records, raws, header.cells.size());
  return records;
}

}  // namespace assay::testing
