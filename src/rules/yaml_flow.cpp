// Flow style and texts: what brackets, quotes and plain words say.

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/yaml_guard.h"

namespace assay {
namespace {

constexpr std::size_t longest_key = 1000;  // yaml-cpp loses track of a key behind 1,024 characters

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_name_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

bool is_flow_mark(char c) {
  return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

}  // namespace

bool YamlGuard::flow(int indent, int depth) {
  if (!enter(depth)) return false;
  const std::size_t opened = at_;
  const char close = peek() == '[' ? ']' : '}';
  ++at_;
  if (!flow_blanks(indent, opened)) return false;
  while (peek() != close) {
    if (peek() == ',') return fault_here("a comma without a value before it");
    if (!(close == ']' ? value(indent, depth + 1, true) : flow_pair(indent, depth))) return false;
    if (!flow_blanks(indent, opened)) return false;
    if (peek() == close) break;
    if (peek() == ']' || peek() == '}')
      return fault_here(fmt::format("a closing bracket that does not fit: {} is expected", close));
    if (peek() == ':') return fault_here("complex key", "write a map in a list with its braces: [{key: value}]");
    if (peek() != ',')
      return fault_here("no comma between two values", "quote a text that holds a bracket or goes over lines");
    ++at_;
    if (!flow_blanks(indent, opened)) return false;
  }
  ++at_;
  return true;
}

bool YamlGuard::flow_pair(int indent, int depth) {
  const std::size_t from = at_;
  const char first = peek();
  if (first == '[' || first == '{' || (first == '?' && blank_at(at_ + 1)))
    return fault_here("complex key", "a key is one word or one quoted text");
  if (first == '*') return fault_here("alias as a key");
  if (first == '&') return fault_here("anchor on a key");
  if (first == '"' || first == '\'' ? !quoted() : !plain_start(true)) return false;
  if (at_ == from) at_ = plain_end(from, true);
  const std::size_t length = at_ - from;
  if (!key_text(from) || !count_node() || !skip_blanks()) return false;
  const bool colon = peek() == ':';
  if (colon && !blank_at(at_ + 1) && peek(1) != ',' && peek(1) != '}')
    return fault_here("no blank behind the colon", "write {key: value}");
  if (colon) ++at_;
  if (colon && !flow_blanks(indent, from)) return false;
  if (!colon || peek() == ',' || peek() == '}')
    return fault(from, length, "null value: a key without a value",
                 "write {key: value}, with a blank behind the colon");
  return value(indent, depth + 1, true);
}

/// A list or map in brackets, or a text or alias on this line; the line may go on behind it.
bool YamlGuard::value(int indent, int depth, bool in_flow) {
  switch (peek()) {
    case '[':
    case '{':
      return flow(indent, depth);
    case '"':
    case '\'':
      return quoted() && count_node();
    case '*':
      return alias() && count_node();
    case '&':
      return in_flow ? anchored_in_flow(indent, depth) : fault_here("second anchor on one text");
    default:
      return plain(in_flow) && count_node();
  }
}

bool YamlGuard::anchored_in_flow(int indent, int depth) {
  const std::size_t from = at_;
  std::string name;
  if (!anchor(name) || !skip_blanks()) return false;
  if (peek() == '[' || peek() == '{') {
    open_anchors_.push_back(std::move(name));
    return flow(indent, depth) && fault(from, 1, "anchor on a list or map", "only texts can be used twice");
  }
  if (peek() == '&' || peek() == '*' || says_nothing_more()) return fault(from, 1, "anchor without a text behind it");
  anchors_.push_back(std::move(name));
  return value(indent, depth, true);
}

/// Blanks, line ends and comments inside brackets; all lines are deeper than what holds the brackets.
bool YamlGuard::flow_blanks(int indent, std::size_t opened) {
  for (;;) {
    const std::size_t before = at_;
    if (!skip_blanks()) return false;
    if (peek() == '#' && at_ == before && column() > 0)
      return fault_here("comment without a blank before it", "put a blank before #");
    if (peek() != '\0' && peek() != '#') return true;
    if (!next_line()) return false;
    if (at_end() || indent_ <= indent) return flow_unclosed(opened);
  }
}

bool YamlGuard::flow_unclosed(std::size_t opened) {
  if (!at_end() && (peek() == ']' || peek() == '}'))
    return fault_here("wrong indentation: the closing bracket must be deeper than its key", "indent it with blanks");
  if (text_[opened] == '[' || text_[opened] == '{')
    return fault(opened, 1, "bracket not closed",
                 "it is opened here; close it, or indent the lines that belong to it");
  return fault(opened, 1, "null value: a key without a value", "write {key: value}");
}

bool YamlGuard::quoted() {
  const std::size_t from = at_;
  const char quote = peek();
  for (++at_; at_ < line_end(); ++at_) {
    if (peek() == '\\' && quote == '"') {
      if (!escape()) return false;
    } else if (peek() == quote) {
      if (quote == '"' || peek(1) != quote) {
        ++at_;
        return true;
      }
      ++at_;  // two single quotes stand for one
    }
  }
  return fault(from, at_ - from, "quote not closed on its line",
               "close it; a text over several lines is written with | behind its key");
}

/// Leaves at_ on the last character of the escape.
bool YamlGuard::escape() {
  const std::size_t from = at_;
  const char kind = peek(1);
  const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  ++at_;
  if (digits == 0 && kind != '\0' && std::string_view("\"\\/nt").find(kind) != std::string_view::npos) return true;
  for (std::size_t i = 0; i < digits; ++i)
    if (!is_hex(peek(1)) || !(++at_, true)) return fault(from, 2, "escape with too few digits");
  if (digits > 0) return true;
  return fault(from, 2, "unknown escape",
               "known are \\\" \\\\ \\/ \\n \\t \\xHH \\uHHHH \\UHHHHHHHH; single quotes take all as it is");
}

bool YamlGuard::plain(bool in_flow) {
  const std::size_t from = at_;
  if (!plain_start(in_flow)) return false;
  at_ = plain_end(from, in_flow);
  const std::string_view text = text_.substr(from, at_ - from);
  if (in_flow && text.find('?') != std::string_view::npos)
    return fault(from, text.size(), "question mark in a plain text in brackets", "quote the text");
  if (trim(text).size() != text.size())
    return fault(from, text.size(), "invisible space at the end of a plain text", "remove it, or quote the text");
  return true;
}

/// Plain text may not start with a character that says something else.
bool YamlGuard::plain_start(bool in_flow) {
  const char first = peek();
  if (first == '!') return fault_here("tag", "remove it; all values are texts, and the rule says what they must be");
  if (first == '?') return fault_here("complex key", "quote a text that starts with a question mark");
  if (first == '|' || first == '>') return fault_here("block text inside brackets or as a key");
  if (first == '@' || first == '`') return fault_here("reserved character", "quote the text");
  if (first == '%') return fault_here("directive", "quote a text that starts with %");
  if (first == ':') return fault_here("a colon without a key before it", "quote a text that starts with a colon");
  if (is_flow_mark(first)) return fault_here("a bracket or comma where a text is expected", "quote the text");
  const bool alone = first == '-' && (blank_at(at_ + 1) || (in_flow && is_flow_mark(peek(1))));
  return !alone || fault_here("a dash where a text is expected", "quote the dash");
}

/// Behind a key's text, before its colon.
bool YamlGuard::key_text(std::size_t from) {
  const std::string_view text = text_.substr(from, at_ - from);
  if (text.size() > longest_key) return fault(from, 1, fmt::format("key too long: more than {} bytes", longest_key));
  if (text == "<<") return fault(from, 2, "merge key", "write out what the map holds");
  if (text == "~" || text == "null" || text == "Null" || text == "NULL")
    return fault(from, text.size(), "null value as a key", "quote the word");
  if (trim(text).size() != text.size())
    return fault(from, text.size(), "invisible space at the end of a key", "remove it");
  return true;
}

std::string_view YamlGuard::anchor_name() {
  const std::size_t from = ++at_;  // behind & or *
  while (is_name_character(peek())) ++at_;
  return text_.substr(from, at_ - from);
}

bool YamlGuard::anchor(std::string& name) {
  const std::size_t from = at_;
  name = anchor_name();
  if (!in_tests_) return fault(from, at_ - from, "anchor outside tests", "write the value where it is needed");
  if (name.empty() || !blank_at(at_)) return fault_here("anchor with a strange name", "use letters, digits, - and _");
  if (std::find(anchors_.begin(), anchors_.end(), name) == anchors_.end()) return true;
  return fault(from, at_ - from, fmt::format("anchor defined twice: {}", name));
}

bool YamlGuard::alias() {
  const std::size_t from = at_;
  const std::string name(anchor_name());
  const std::size_t length = at_ - from;
  if (!in_tests_) return fault(from, length, "alias outside tests", "write the value where it is needed");
  if (name.empty()) return fault(from, 1, "alias without a name", "quote a text that starts with *");
  if (std::find(open_anchors_.begin(), open_anchors_.end(), name) != open_anchors_.end())
    return fault(from, length, fmt::format("alias cycle: {} stands inside what it repeats", name));
  if (std::find(anchors_.begin(), anchors_.end(), name) != anchors_.end()) return true;
  const std::string_view near = nearest(name, {anchors_.begin(), anchors_.end()});
  return fault(from, length, fmt::format("alias without an anchor before it: {}", name),
               near.empty() ? std::string() : fmt::format("did you mean *{}?", near));
}

bool YamlGuard::looks_like_key() const {
  const char first = peek();
  if (first == '\0' || std::string_view("[]{}&*!|>#").find(first) != std::string_view::npos) return false;
  std::size_t end = first == '"' || first == '\'' ? quoted_end(at_) : plain_end(at_, false);
  if (end == std::string_view::npos) return false;
  while (end < line_end() && text_[end] == ' ') ++end;
  return end < line_end() && text_[end] == ':' && blank_at(end + 1);
}

/// Before a tab, a comment, or a colon with a blank behind it; in brackets also before one of ,[]{}.
std::size_t YamlGuard::plain_end(std::size_t from, bool in_flow) const {
  std::size_t end = from;
  for (std::size_t i = from; i < line_end() && text_[i] != '\t'; ++i) {
    if (text_[i] == ':' && (blank_at(i + 1) || (in_flow && is_flow_mark(text_[i + 1])))) break;
    if (text_[i] == '#' && i > from && text_[i - 1] == ' ') break;
    if (in_flow && is_flow_mark(text_[i])) break;
    if (text_[i] != ' ') end = i + 1;
  }
  return end;
}

std::size_t YamlGuard::quoted_end(std::size_t from) const {
  const char quote = text_[from];
  for (std::size_t i = from + 1; i < line_end(); ++i) {
    if (text_[i] == '\\' && quote == '"') {
      ++i;
    } else if (text_[i] == quote) {
      if (quote == '"' || i + 1 >= line_end() || text_[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

}  // namespace assay
