#include "report/html_text.h"

#include "base/text.h"

namespace assay {
namespace {

std::string_view entity_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    const std::string_view entity = entity_for(text[begin]);
    // One character at a time, so that what was escaped for a terminal before is not escaped twice.
    out += entity.empty() ? escape_for_terminal(text.substr(begin, at - begin)) : std::string(entity);
  }
  return out;
}

}  // namespace assay
