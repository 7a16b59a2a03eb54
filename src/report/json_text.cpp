#include <array>

#include "base/text.h"
#include "report/json.h"

namespace assay {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool deceives(char32_t c) {
  return (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

void append_escape(std::string& out, char32_t c) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += hex_digits[c >> static_cast<unsigned>(shift) & 0xF];
}

}  // namespace

std::string json_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    // U+FFFD that the text itself holds takes three bytes and is no mistake.
    if (c == 0xFFFD && text.substr(begin, at - begin) != "\xEF\xBF\xBD") {
      for (std::size_t i = begin; i < at; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        out += "\\x";
        out += hex_digits[byte >> 4U];
        out += hex_digits[byte & 0xFU];
      }
    } else {
      out.append(text.substr(begin, at - begin));
    }
  }
  return out;
}

std::string json_line(const Json& value) {
  const std::string plain = value.dump();
  std::string out;
  out.reserve(plain.size());
  // Beyond ASCII there is nothing but strings, and in them an escape means the same.
  for (std::size_t at = 0; at < plain.size();) {
    if (static_cast<unsigned char>(plain[at]) < 0x7F) {
      out += plain[at++];
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_code_point(plain, at);
    if (deceives(c)) {
      append_escape(out, c);
    } else {
      out.append(plain, begin, at - begin);
    }
  }
  return out;
}

JsonList::JsonList(std::ostream& out, std::string_view name) : out_(out) {
  out_ << ",\n\"" << name << "\": [";
}

void JsonList::add(const Json& element) {
  out_ << (empty_ ? "\n" : ",\n") << json_line(element);
  empty_ = false;
}

void JsonList::end() {
  out_ << (empty_ ? "]" : "\n]");
}

}  // namespace assay
