#include "rules/yaml_guard.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace assay {
namespace {

constexpr std::size_t most_nodes = 200'000;
constexpr int most_depth = 32;

}  // namespace

YamlGuard::YamlGuard(const YamlDocument& document, Diagnostics& diagnostics)
    : document_(document), diagnostics_(diagnostics), text_(document.bytes) {
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t feed = std::min(text_.find('\n', begin), text_.size());
    const bool with_return = feed > begin && feed < text_.size() && text_[feed - 1] == '\r';
    lines_.push_back({begin, with_return ? feed - 1 : feed});
    begin = feed + 1;
  }
}

bool YamlGuard::run() {
  const std::size_t before = diagnostics_.size();
  if (!document_start()) return false;
  if (peek() == '[' || peek() == '{') {
    if (flow(-1, 1) && end_line() && !at_end()) fault_here("text behind the end of the document");
    return diagnostics_.size() == before;
  }
  const bool list = is_dash();
  while (!at_end() && !stop_ && diagnostics_.size() - before < most_yaml_faults) {
    open_anchors_.clear();
    const bool fine = list ? block_list(0, 1, false) : block_map(0, 1);
    if (!fine && !stop_) skip_to_next_entry(list);
  }
  return diagnostics_.size() == before;
}

/// Moves to the first line that says something, behind one optional `---`.
bool YamlGuard::document_start() {
  line_ = static_cast<std::size_t>(-1);  // next_line() starts behind it
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::string_view line = text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
    const std::size_t rest = line.find_first_not_of(' ', 3);
    if (line.starts_with("---") && (rest == std::string_view::npos || (rest > 3 && line[rest] == '#'))) line_ = i;
    if (!line.empty() && line[0] != '#') break;
  }
  if (!next_line()) return false;
  if (at_end()) return fault(0, 1, "empty file", "a map of keys is expected, such as `id: …`");
  if (peek() == '%') return fault_here("directive", "remove the line; rule files have none");
  if (indent_ > 0) return fault_here("wrong indentation: the outermost keys start in the first column");
  return true;
}

/// After a fault. The line that ended a bracket or a quote too early may itself be the next entry.
void YamlGuard::skip_to_next_entry(bool list) {
  for (line_ = line_ > entry_line_ ? line_ : line_ + 1; !at_end(); ++line_) {
    at_ = lines_[line_].begin;
    indent_ = 0;
    const bool entry = peek() != '\0' && std::string_view(" \t#-]}").find(peek()) == std::string_view::npos;
    if (list ? is_dash() : entry) return;
  }
}

bool YamlGuard::fault(std::size_t from, std::size_t length, std::string message, std::string hint) {
  const auto behind = std::upper_bound(lines_.begin(), lines_.end(), from,
                                       [](std::size_t place, const Line& line) { return place < line.begin; });
  YamlNode place;
  place.line = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(behind - lines_.begin(), 1));
  const std::size_t begin = lines_.empty() ? 0 : lines_[place.line - 1].begin;
  place.column = static_cast<std::uint32_t>(count_code_points(text_.substr(begin, from - begin))) + 1;
  place.width = static_cast<std::uint32_t>(std::max<std::size_t>(count_code_points(text_.substr(from, length)), 1));
  diagnostics_.push_back(document_.complain(place, std::move(message), std::move(hint)));
  return false;
}

/// Goes to the next line that is neither blank nor a comment.
bool YamlGuard::next_line() {
  for (++line_; !at_end(); ++line_) {
    at_ = lines_[line_].begin;
    while (peek() == ' ') ++at_;
    if (peek() == '\t') return fault_here("tab in indentation", "indent with blanks");
    if (peek() == '\0' || peek() == '#') continue;
    indent_ = column();
    if (indent_ == 0 && (is_marker("---") || is_marker("..."))) return refuse_marker();
    return true;
  }
  at_ = text_.size();
  indent_ = -1;
  return true;
}

bool YamlGuard::refuse_marker() {
  stop_ = true;
  if (is_marker("...")) return fault(at_, 3, "document end mark", "remove the line");
  const std::size_t rest = text_.find_first_not_of(' ', at_ + 3);
  if (nodes_ == 0 && rest < line_end()) return fault(rest, 1, "text on the line of ---", "start it on the next line");
  return fault(at_, 3, "second document", "one file holds one document; files joined by mistake look like this");
}

/// What is left of a line behind a value may only be a comment.
bool YamlGuard::end_line() {
  const std::size_t before = at_;
  if (!skip_blanks()) return false;
  if (peek() == '#' && at_ == before) return fault_here("comment without a blank before it", "put a blank before #");
  if (peek() == ':' && blank_at(at_ + 1)) {
    const bool bracket = at_ == before && (text_[at_ - 1] == ']' || text_[at_ - 1] == '}');
    return bracket ? fault_here("complex key", "a key is one word or one quoted text")
                   : fault_here("second colon on the line", "quote a text that holds a colon and a blank");
  }
  if (peek() != '\0' && peek() != '#')
    return fault_here("text behind the value", "quote the whole text, or remove it");
  return next_line();
}

bool YamlGuard::skip_blanks() {
  while (peek() == ' ') ++at_;
  return peek() != '\t' || fault_here("tab outside quotes", "use blanks, or write \\t in double quotes");
}

/// A line that is deeper than its entry, or no entry at all.
bool YamlGuard::misplaced() {
  if (is_dash() || looks_like_key())
    return fault_here("wrong indentation", "entries of one map or list start in the same column");
  return fault_here("text over several lines", "write it on one line, or put | behind the key and indent the text");
}

bool YamlGuard::count_node() {
  if (++nodes_ <= most_nodes) return true;
  stop_ = true;
  return fault_here(fmt::format("too many values: more than {}", most_nodes), "keep data in CSV files");
}

bool YamlGuard::enter(int depth) {
  return depth <= most_depth
             ? count_node()
             : fault_here(fmt::format("too deep: more than {} maps and lists in one another", most_depth));
}

char YamlGuard::peek(std::size_t offset) const {
  const std::size_t place = at_ + offset;
  return !at_end() && place < line_end() ? text_[place] : '\0';
}

bool YamlGuard::blank_at(std::size_t place) const {
  return place >= line_end() || text_[place] == ' ' || text_[place] == '\t';
}

bool YamlGuard::says_nothing_more() const {
  return peek() == '\0' || (peek() == '#' && (column() == 0 || blank_at(at_ - 1)));
}

bool YamlGuard::is_marker(std::string_view marker) const {
  return text_.substr(at_).starts_with(marker) && blank_at(at_ + marker.size());
}

}  // namespace assay
