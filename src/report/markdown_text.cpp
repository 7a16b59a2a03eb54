#include "report/markdown_text.h"

#include "base/text.h"

namespace assay {
namespace {

constexpr std::string_view digits_and_blanks = "0123456789 ";

bool is_ascii_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Marks that mean something only at the beginning (lists), within certain neighbours (links, emphasis) or always.
bool means_something(std::string_view text, std::size_t at) {
  constexpr std::string_view always = R"(\`*[]<>#&|~!$@{}")";
  const char c = text[at];
  const std::string_view before = text.substr(0, at);
  const char previous = at == 0 ? ' ' : text[at - 1];
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  const bool numbered = at > 0 && before.find_first_not_of(digits_and_blanks) == std::string_view::npos;
  switch (c) {
    case '-':
    case '+':
    case '=':
      return before.find_first_not_of(' ') == std::string_view::npos;
    case ')':
      return numbered;
    case '.':
      return numbered || previous == 'w' || previous == 'W';  // www. makes a link
    case ':':
      return next == '/';
    case '_':
      return !is_ascii_alnum(previous) || !is_ascii_alnum(next);
    default:
      return always.find(c) != std::string_view::npos;
  }
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    if (means_something(text, begin)) {
      out.append("\\").append(1, text[begin]);
    } else {
      out += escape_for_terminal(text.substr(begin, at - begin));
    }
  }
  return out;
}

}  // namespace assay
