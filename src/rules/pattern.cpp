#include "rules/pattern.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <re2/re2.h>

namespace assay {
namespace {

constexpr std::int64_t most_memory = 1 << 20;  // bytes of a compiled pattern: what needs more is no sensible rule

/// Where the atom that begins at `at` ends: an escape, a class, a group, or one byte. The pattern is one that RE2
/// took.
std::size_t atom_end(std::string_view text, std::size_t at) {
  if (text[at] == '\\') return std::min(at + 2, text.size());
  if (text[at] == '[') {
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '^') ++end;
    if (end < text.size() && text[end] == ']') ++end;  // a bracket that stands first is itself
    while (end < text.size() && text[end] != ']') {
      if (text[end] == '\\')
        ++end;
      else if (text.substr(end).starts_with("[:"))
        end = std::min(text.find(":]", end), text.size() - 1) + 1;
      ++end;
    }
    return std::min(end + 1, text.size());
  }
  if (text[at] != '(') return at + 1;
  for (std::size_t end = at + 1; end < text.size();) {
    if (text[end] == ')') return end + 1;
    end = atom_end(text, end);
  }
  return text.size();
}

/// Where a repetition without an upper bound ends that begins here; `at` when there is none.
std::size_t repetition_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  std::size_t end = at;
  if (text[at] == '*' || text[at] == '+') {
    end = at + 1;
  } else if (text[at] == '{') {
    const std::size_t close = text.find('}', at);
    if (close == std::string_view::npos || text[close - 1] != ',') return at;
    end = close + 1;
  } else {
    return at;
  }
  return end < text.size() && text[end] == '?' ? end + 1 : end;  // the lazy form
}

/// The inside of a group, without what says how it captures.
std::string_view inside(std::string_view group) {
  std::string_view body = group.substr(1, group.size() - 2);
  if (!body.starts_with('?')) return body;
  const std::size_t end = body.starts_with("?P<") ? body.find('>') : body.find(':');
  return end == std::string_view::npos ? std::string_view() : body.substr(end + 1);
}

/// One atom, repeated, and nothing else; groups around it are looked through.
bool is_a_repetition(std::string_view body) {
  if (body.empty()) return false;
  const std::size_t end = atom_end(body, 0);
  if (end == body.size()) return body.front() == '(' && body.back() == ')' && is_a_repetition(inside(body));
  return repetition_end(body, end) == body.size();
}

/// Whether a group that is a repetition is repeated somewhere, groups within groups included.
bool repeats_a_repetition(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = atom_end(text, at);
    if (text[at] == '(' && end - at >= 2) {
      const std::string_view body = inside(text.substr(at, end - at));
      if (repetition_end(text, end) != end && is_a_repetition(body)) return true;
      if (repeats_a_repetition(body)) return true;
    }
    at = end;
  }
  return false;
}

}  // namespace

struct Pattern::Compiled {
  RE2 expression;
};

Pattern::Pattern(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Pattern::~Pattern() = default;

std::shared_ptr<const Pattern> Pattern::compile(const std::string& text, std::string& fault) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  options.set_max_mem(most_memory);
  auto compiled = std::unique_ptr<Compiled>(new Compiled{RE2(text, options)});
  if (!compiled->expression.ok()) {
    fault = compiled->expression.error();
    return nullptr;
  }
  if (repeats_a_repetition(text)) {
    fault = "a repetition of a repetition, which says no more than one";
    return nullptr;
  }
  return std::shared_ptr<const Pattern>(new Pattern(std::move(compiled)));
}

bool Pattern::is_in(std::string_view text) const {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiled_->expression);
}

}  // namespace assay
