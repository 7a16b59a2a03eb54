#include <algorithm>

#include "tables/input_file.h"

namespace assay {

namespace {

constexpr char quote = '"';
constexpr std::size_t npos = std::string_view::npos;

/// Where the quoted text that begins at 0 is closed; the end where it is not.
std::size_t closing_quote(std::string_view text) {
  std::size_t at = text.find(quote, 1);
  while (at != npos && at + 1 < text.size() && text[at + 1] == quote) at = text.find(quote, at + 2);
  return at == npos ? text.size() : at;
}

}  // namespace

RawCell take_cell(std::string_view& rest, char separator, bool& at_end) {
  const std::size_t from = rest.starts_with(quote) ? closing_quote(rest) : 0;
  const std::size_t end = rest.find(separator, from);
  at_end = end == npos;
  const RawCell cell{rest.substr(0, end)};
  rest.remove_prefix(at_end ? rest.size() : end + 1);
  return cell;
}

void split_record(std::string_view record, char separator, std::vector<RawCell>& cells) {
  cells.clear();
  for (bool at_end = false; !at_end;) cells.push_back(take_cell(record, separator, at_end));
}

std::string_view text_of(RawCell cell, std::string& scratch) {
  if (!cell.quoted()) return cell.raw;
  std::string_view text = cell.raw.substr(1);
  if (text.ends_with(quote)) text.remove_suffix(1);
  std::size_t doubled = text.find(quote);
  if (doubled == npos) return text;
  scratch.clear();
  while (doubled != npos) {
    scratch.append(text.substr(0, doubled + 1));
    text.remove_prefix(std::min(doubled + 2, text.size()));
    doubled = text.find(quote);
  }
  scratch.append(text);
  return scratch;
}

}  // namespace assay
