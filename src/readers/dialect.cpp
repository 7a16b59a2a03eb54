#include "readers/dialect.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

namespace assay {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::array separators = {',', ';', '\t', '|'};
constexpr int sampled_records = 100;
constexpr std::size_t sampled_bytes = std::size_t{1} << 20;

/// `sep=;` and a line end, as spreadsheets write it; 0 where there is no such line.
char separator_line(std::string_view bytes, std::uint64_t begin) {
  const std::string_view line = bytes.substr(begin, bytes.find_first_of("\r\n", begin) - begin);
  const auto lower = [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); };
  if (line.size() != 5 || lower(line[0]) != 's' || lower(line[1]) != 'e' || lower(line[2]) != 'p' || line[3] != '=')
    return '\0';
  const auto separator = static_cast<unsigned char>(line[4]);
  const bool usable = separator == '\t' || (std::ispunct(separator) != 0 && separator != '"');
  return usable ? line[4] : '\0';
}

/// A lone CR ends lines only where the text has hardly any LF.
LineEnds line_ends(std::string_view text) {
  const std::string_view sample = text.substr(0, std::size_t{1} << 16);
  const auto feeds = std::count(sample.begin(), sample.end(), '\n');
  const auto returns = std::count(sample.begin(), sample.end(), '\r');
  return returns > 2 * feeds ? LineEnds::cr : LineEnds::lf;
}

bool blank_line(std::string_view text, const RecordWalk& walk, std::uint64_t begin) {
  return walk.columns == 1 && text.substr(begin, walk.end - begin).find_first_not_of(" \t") == std::string_view::npos;
}

/// How a separator splits the first records.
struct Split {
  std::uint64_t header = 0;  ///< cells of the header
  int records = 0;           ///< that were looked at
  int fitting = 0;           ///< of these, with as many cells as the header

  [[nodiscard]] bool consistent() const { return header > 1 && 2 * fitting >= records; }
};

Split split_with(std::string_view text, char separator, LineEnds ends) {
  Split split;
  for (std::uint64_t at = 0; at < text.size() && split.records < sampled_records;) {
    const RecordWalk walk = walk_record(text, at, separator, ends);
    const bool cut = walk.next >= text.size() && text.size() >= sampled_bytes;  // the sample ends within a record
    if (!blank_line(text, walk, at) && !(cut && split.header != 0)) {
      if (split.header == 0) {
        split.header = walk.columns;
      } else {
        ++split.records;
        split.fitting += walk.columns == split.header ? 1 : 0;
      }
    }
    if (walk.too_long) break;
    at = walk.next;
  }
  return split;
}

}  // namespace

Found find_dialect(std::string_view bytes) {
  Found found;
  if (bytes.starts_with(utf8_mark)) {
    found.dialect.byte_order_mark = true;
    found.begin = utf8_mark.size();
  }
  found.ends = line_ends(bytes.substr(found.begin));
  if (const char given = separator_line(bytes, found.begin); given != '\0') {
    found.dialect.separator = given;
    found.dialect.sep_line = true;
    found.begin = walk_record(bytes, found.begin, '\0', found.ends).next;
    found.line = 2;
    return found;
  }
  const std::string_view sample = bytes.substr(found.begin, sampled_bytes);
  std::uint64_t most = 1;
  bool consistent = false;
  for (const char separator : separators) {
    const Split split = split_with(sample, separator, found.ends);
    if (consistent && split.consistent() && split.header == most) found.also_fits = separator;
    const bool better = split.consistent() != consistent ? split.consistent() : split.header > most;
    if (!better) continue;
    most = split.header;
    consistent = split.consistent();
    found.dialect.separator = separator;
    found.also_fits = '\0';
  }
  return found;
}

std::string separator_name(char separator) {
  switch (separator) {
    case ',':
      return "comma";
    case ';':
      return "semicolon";
    case '\t':
      return "tab";
    case '|':
      return "bar";
    default:
      return fmt::format("\"{}\"", separator);
  }
}

}  // namespace assay
