#include <fmt/format.h>

#include "base/text.h"
#include "rules/yaml_guard.h"

namespace assay {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;

Diagnostic whole_file(const YamlDocument& document, std::string message, std::string hint) {
  return {Level::error, {document.file, 0, 0}, std::move(message), std::move(hint), {}, 1};
}

/// The name of a wide encoding that the bytes look like, with or without a byte order mark; empty for none.
std::string_view wide_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  for (const std::string_view mark : {"\xFF\xFE\0\0"sv, "\0\0\xFE\xFF"sv, "\0\0\0"sv})
    if (bytes.starts_with(mark)) return "UTF-32";
  for (const std::string_view mark : {"\xFF\xFE"sv, "\xFE\xFF"sv})
    if (bytes.starts_with(mark)) return "UTF-16";
  if (bytes.size() < 2 || (bytes[0] == 0) == (bytes[1] == 0)) return {};
  return bytes.size() > 3 && bytes[2] == 0 && bytes[3] == 0 ? "UTF-32" : "UTF-16";
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
         (c & 0xFFFE) == 0xFFFE;
}

struct Fault {
  std::string message;
  std::string hint;
};

/// What is wrong with the character at a place; an empty message when nothing is.
Fault judge(std::string_view bytes, std::size_t from, std::size_t to, char32_t c) {
  const std::string code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
  if (c == 0xFFFD && bytes.substr(from, to - from) != "\xEF\xBF\xBD")
    return {fmt::format("not UTF-8: byte 0x{:02X}", static_cast<unsigned char>(bytes[from])),
            "save the file as UTF-8"};
  if (c == 0) return {"NUL character", "remove it"};
  if (c == '\r')
    return bytes.substr(to, 1) == "\n" ? Fault{} : Fault{"carriage return without a line feed", "end lines with LF"};
  if (is_bidi_control(c))
    return {"bidirectional control character " + code, "it can make text read otherwise than it is; remove it"};
  if (is_invisible(c)) return {"invisible character " + code, "remove it, or write it as an escape in double quotes"};
  if (is_control(c)) return {"control character " + code, "remove it"};
  return {};
}

}  // namespace

bool check_yaml_text(YamlDocument& document, Diagnostics& diagnostics) {
  if (document.bytes.size() > most_bytes) {
    diagnostics.push_back(
        whole_file(document, "too large: more than 1 MiB", "keep data in CSV files beside the rules"));
    return false;
  }
  if (const std::string_view wide = wide_encoding(document.bytes); !wide.empty()) {
    diagnostics.push_back(
        whole_file(document, fmt::format("not UTF-8 (looks like {})", wide), "save the file as UTF-8"));
    diagnostics.back().at.line = diagnostics.back().at.column = 1;  // from its first byte on
    return false;
  }
  if (document.bytes.starts_with("\xEF\xBB\xBF")) document.bytes.erase(0, 3);
  // yaml-cpp loses the last lines of a block text when the file ends within a line.
  if (!document.bytes.empty() && document.bytes.back() != '\n') document.bytes.push_back('\n');

  const std::string_view bytes = document.bytes;
  YamlNode place;
  place.line = place.column = 1;
  std::size_t faults = 0;
  for (std::size_t at = 0; at < bytes.size() && faults < most_yaml_faults;) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte == '\n') {
      ++place.line;
      place.column = 0;
    }
    if ((byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t') {
      ++at;
    } else {
      const std::size_t from = at;
      const char32_t c = next_code_point(bytes, at);
      if (Fault fault = judge(bytes, from, at, c); !fault.message.empty()) {
        diagnostics.push_back(document.complain(place, std::move(fault.message), std::move(fault.hint)));
        ++faults;
      }
    }
    ++place.column;
  }
  return faults == 0;
}

}  // namespace assay
