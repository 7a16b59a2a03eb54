// Block style: what indentation says.

#include <algorithm>

#include "rules/yaml_guard.h"

namespace assay {

bool YamlGuard::block_map(int indent, int depth) {
  if (!enter(depth)) return false;
  for (;;) {
    if (depth == 1) entry_line_ = line_;
    if (!block_key(depth) || !block_value(indent, depth, Parent::map)) return false;
    if (indent_ < indent) return true;
    if (indent_ > indent) return misplaced();
    if (is_dash()) return fault_here("wrong indentation: a list item where a key is expected");
  }
}

/// `beside_keys`: the list stands in the same column as the key that it belongs to.
bool YamlGuard::block_list(int indent, int depth, bool beside_keys) {
  if (!enter(depth)) return false;
  for (;;) {
    if (depth == 1) entry_line_ = line_;
    ++at_;  // the dash
    if (!block_value(indent, depth, Parent::list)) return false;
    if (indent_ < indent) return true;
    if (indent_ > indent) return misplaced();
    if (!is_dash()) return beside_keys || fault_here("wrong indentation: a list item is expected here");
  }
}

bool YamlGuard::block_key(int depth) {
  const std::size_t from = at_;
  const char first = peek();
  if (first == '[' || first == '{' || (first == '?' && blank_at(at_ + 1)))
    return fault_here("complex key", "a key is one word or one quoted text");
  if (first == '*') return fault_here("alias as a key");
  if (first == '&') return fault_here("anchor on a key");
  if (first == '"' || first == '\'' ? !quoted() : !plain_start(false)) return false;
  if (at_ == from) at_ = plain_end(from, false);
  if (!key_text(from) || !skip_blanks()) return false;
  if (peek() != ':' || !blank_at(at_ + 1)) {
    if (peek() == ':') return fault_here("no blank behind the colon", "write `key: value`");
    const bool wide = text_.substr(from, line_end() - from).find("\xEF\xBC\x9A") != std::string_view::npos;
    return fault(from, at_ - from, "a key without a colon",
                 wide ? "the colon here is a full-width one; write `: `"
                      : "write `key: value`; a text over several lines needs | behind its key");
  }
  if (depth == 1) in_tests_ = text_.substr(from, 6) == "tests:";
  ++at_;
  return count_node();
}

/// What stands behind a colon or a dash, there or on the lines below.
bool YamlGuard::block_value(int indent, int depth, Parent parent) {
  if (peek() == '\t') return fault_here("tab in indentation", "use one blank");
  if (!skip_blanks()) return false;
  if (says_nothing_more()) return block_below(indent, depth, parent);
  if (is_dash()) {
    if (parent == Parent::map) return fault_here("list on the line of its key", "start it on the next line");
    return block_list(column(), depth + 1, false);
  }
  if (parent == Parent::list && looks_like_key()) return block_map(column(), depth + 1);
  return inline_value(indent, depth + 1);
}

/// The value starts on a line below its key or dash, or there is none.
bool YamlGuard::block_below(int indent, int depth, Parent parent) {
  const std::size_t from = at_;
  if (!next_line()) return false;
  if (indent_ > indent) return block_node(indent, depth + 1);
  if (parent == Parent::map && indent_ == indent && is_dash()) return block_list(indent, depth + 1, true);
  if (parent == Parent::map) return count_node();  // no value; whoever asks for it complains
  return fault(from > 0 ? from - 1 : from, 1, "null value: a list item without a value",
               "write it, or remove the dash");
}

bool YamlGuard::block_node(int indent, int depth) {
  if (is_dash()) return block_list(indent_, depth, false);
  if (looks_like_key()) return block_map(indent_, depth);
  return inline_value(indent, depth);
}

bool YamlGuard::inline_value(int indent, int depth) {
  if (peek() == '&') return anchored_value(indent, depth);
  if (peek() == '|' || peek() == '>') return block_text(indent);
  return value(indent, depth, false) && end_line();
}

/// A list or map that carries an anchor is read to its end, to say whether it holds itself.
bool YamlGuard::anchored_value(int indent, int depth) {
  const std::size_t from = at_;
  std::string name;
  if (!anchor(name)) return false;
  const std::size_t length = at_ - from;
  if (!skip_blanks()) return false;
  const bool below = says_nothing_more();
  if (!below && (peek() == '&' || peek() == '*')) return fault_here("second anchor or alias on one text");
  if (!below && peek() != '[' && peek() != '{') {
    anchors_.push_back(std::move(name));
    return inline_value(indent, depth);
  }
  open_anchors_.push_back(std::move(name));
  if (!(below ? block_below(indent, depth - 1, Parent::map) : inline_value(indent, depth))) return false;
  return fault(from, length, "anchor on a list or map", "only texts can be used twice");
}

/// `|`, `>`, with an optional + or - for the line ends behind the text.
bool YamlGuard::block_text_header() {
  ++at_;
  if (peek() == '+' || peek() == '-') ++at_;
  if (peek() >= '0' && peek() <= '9')
    return fault_here("indentation indicator", "leave it out; the first line of the text decides");
  const std::size_t behind = at_;
  if (!skip_blanks()) return false;
  if (peek() == '#' && at_ == behind) return fault_here("comment without a blank before it", "put a blank before #");
  if (!says_nothing_more()) return fault_here("text on the line of | or >", "start it on the next line");
  return count_node();
}

/// The lines of a literal or folded text are all that are deeper than `indent`; the first of them sets the column.
bool YamlGuard::block_text(int indent) {
  if (!block_text_header()) return false;
  int margin = -1;
  int widest_blank = 0;
  for (++line_; !at_end(); ++line_) {
    at_ = lines_[line_].begin;
    while (peek() == ' ' && (margin < 0 || column() < margin)) ++at_;
    if (peek() == '\0') {
      widest_blank = std::max(widest_blank, column());
      continue;
    }
    if (margin >= 0 && column() >= margin) continue;
    if (peek() == '\t') return fault_here("tab in indentation", "indent with blanks");
    if (column() <= indent) break;
    if (margin >= 0 && peek() == '#') break;
    if (margin >= 0) return fault_here("wrong indentation: less than the first line of the text, more than its key");
    margin = column();
    if (widest_blank > margin) return fault_here("wrong indentation: a blank line above is deeper than the text");
  }
  if (margin < 0 && widest_blank > indent + 1 && !at_end() && peek() == '#')
    return fault_here("wrong indentation: a blank line above is deeper than the text");
  --line_;
  return next_line();
}

}  // namespace assay
