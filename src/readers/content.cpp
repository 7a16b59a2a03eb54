#include "readers/content.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "readers/encoding.h"

namespace assay {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::size_t sample_size = std::size_t{1} << 16;

struct Beginning {
  std::string_view bytes;
  std::string_view what;
};

constexpr std::string_view save_as_csv = "save the sheet as \"CSV UTF-8 (comma delimited)\" and give that file";

constexpr std::array binaries = {
    Beginning{"PK\x03\x04"sv, "a ZIP archive, perhaps an Excel workbook (.xlsx)"},
    Beginning{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document, perhaps an Excel workbook (.xls)"},
    Beginning{"%PDF-"sv, "a PDF"},
    Beginning{"\x1F\x8B"sv, "compressed with gzip"},
    Beginning{"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    Beginning{"Rar!\x1A\x07"sv, "a RAR archive"},
    Beginning{"\x89PNG"sv, "a picture (PNG)"},
    Beginning{"\xFF\xD8\xFF"sv, "a picture (JPEG)"},
    Beginning{"SQLite format 3\0"sv, "a SQLite database"},
    Beginning{"{\\rtf"sv, "a rich-text document"},
};

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
           return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
         });
}

/// The first characters behind the mark and white space.
std::string_view beginning_of(std::string_view bytes) {
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{} : bytes.substr(first);
}

/// A list of objects, an object with a quoted key: no CSV header looks like that.
bool is_json(std::string_view text) {
  if (text.empty() || (text.front() != '[' && text.front() != '{')) return false;
  const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
  if (next == std::string_view::npos) return false;
  return text.front() == '{' ? text[next] == '"' || text[next] == '}'
                             : text[next] == '{' || text[next] == '[' || text[next] == ']' || text[next] == '"';
}

std::string_view markup_of(std::string_view text) {
  for (const std::string_view word : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<table"sv})
    if (starts_with_word(text, word)) return "an HTML page";
  for (const std::string_view word : {"<?xml"sv, "<!doctype"sv, "<!--"sv})
    if (starts_with_word(text, word)) return "an XML document";
  const bool element = text.size() > 2 && text[0] == '<' && std::isalpha(static_cast<unsigned char>(text[1])) != 0;
  return element && text.substr(0, 256).find('>') != std::string_view::npos ? "an XML document" : ""sv;
}

bool mostly_nulls(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_size);
  return static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0')) * 10 > sample.size() * 3;
}

}  // namespace

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with(binaries[0].bytes) || bytes.starts_with(binaries[1].bytes);
}

std::optional<NoTable> no_table(std::string_view bytes) {
  if (bytes.empty()) return NoTable{"is empty", "export it again: not even a header is there"};
  for (const Beginning& binary : binaries)
    if (bytes.starts_with(binary.bytes))
      return NoTable{fmt::format("is {}, no delimited text", binary.what), std::string(save_as_csv)};
  if (const std::string wide = wide_encoding(bytes); !wide.empty())
    return NoTable{fmt::format("is not UTF-8: it looks like {}", wide), "save it as UTF-8"};
  if (mostly_nulls(bytes)) return NoTable{"is binary: it holds mostly NUL bytes", "export the table as CSV in UTF-8"};
  const std::string_view text = beginning_of(bytes);
  if (text.empty()) return NoTable{"holds nothing but blanks", "export it again: not even a header is there"};
  if (const std::string_view markup = markup_of(text); !markup.empty())
    return NoTable{fmt::format("is {}, no table", markup),
                   "a portal may have sent its log-in page instead of the export: download it again as CSV"};
  if (is_json(text)) return NoTable{"is JSON, no delimited text", "export the table as CSV in UTF-8"};
  if (bytes.substr(0, sample_size).find_first_not_of("\" \t\r\n") == std::string_view::npos)
    return NoTable{"holds nothing but quotes", "export it again as CSV in UTF-8"};
  return std::nullopt;
}

}  // namespace assay
