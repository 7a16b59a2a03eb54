#include "lists/list_xml.h"

#include <algorithm>
#include <expat.h>
#include <memory>

#include <fmt/format.h>

#include "base/failure.h"
#include "base/text.h"

namespace assay {
namespace {

constexpr std::size_t block = std::size_t{1} << 20;
constexpr std::size_t deepest = 64;

struct Reading {
  const XmlHandler* handler = nullptr;
  XML_Parser parser = nullptr;
  std::vector<std::string> texts;  ///< of the elements that are open, the root first
  std::size_t depth = 0;
  std::string refusal;
};

Reading& reading_of(void* data) {
  return *static_cast<Reading*>(data);
}

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const std::size_t at = whole.find_last_of('\n');
  return at == std::string_view::npos ? whole : whole.substr(at + 1);
}

void stop(Reading& reading, std::string why) {
  reading.refusal = std::move(why);
  XML_StopParser(reading.parser, XML_FALSE);
}

void XMLCALL on_begin(void* data, const char* name, const char** attributes) {
  Reading& reading = reading_of(data);
  if (!reading.refusal.empty()) return;
  if (reading.depth >= deepest)
    return stop(reading, fmt::format("its elements are nested more than {} deep", deepest));
  if (reading.texts.size() == reading.depth) reading.texts.emplace_back();
  reading.texts[reading.depth++].clear();
  const auto attribute = [attributes](std::string_view wanted) -> std::string_view {
    for (const char** at = attributes; *at != nullptr; at += 2)
      if (local_name(at[0]) == wanted) return at[1];
    return {};
  };
  reading.handler->begin(local_name(name), attribute,
                         static_cast<std::uint32_t>(XML_GetCurrentLineNumber(reading.parser)));
}

void XMLCALL on_end(void* data, const char* name) {
  Reading& reading = reading_of(data);
  if (!reading.refusal.empty()) return;
  --reading.depth;
  reading.handler->end(local_name(name), trim(reading.texts[reading.depth]));
}

void XMLCALL on_text(void* data, const char* text, int length) {
  Reading& reading = reading_of(data);
  if (reading.depth == 0) return;
  std::string& whole = reading.texts[reading.depth - 1];
  whole.append(text, static_cast<std::size_t>(length));
  if (whole.size() > block) stop(reading, "a text in it is longer than a mebibyte");
}

void XMLCALL on_doctype(void* data, const char*, const char*, const char*, int) {
  stop(reading_of(data), "it has a document type declaration, which no list has");
}

using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

Parser parser_for(Reading& reading) {
  Parser parser(XML_ParserCreateNS(nullptr, '\n'), XML_ParserFree);
  if (!parser) throw Failure(Exit::limit, "not enough memory to read XML");
  reading.parser = parser.get();
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  return parser;
}

void complain(const Reading& reading, bool at_end, ListBuilder& builder) {
  const auto line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(reading.parser));
  const auto column = static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(reading.parser)) + 1;
  if (!reading.refusal.empty()) return builder.refuse(line, column, reading.refusal);
  if (at_end)
    return builder.refuse(line, column, "the list is cut: it ends before its root element does",
                          "fetch it again: a part of it is missing");
  builder.refuse(line, column,
                 fmt::format("is no well-formed XML: {}", XML_ErrorString(XML_GetErrorCode(reading.parser))),
                 "fetch it again: it may be damaged");
}

}  // namespace

void read_xml(const ListPart& part, const XmlHandler& handler, ListBuilder& builder) {
  builder.in_part(part);
  Reading reading;
  reading.handler = &handler;
  const Parser parser = parser_for(reading);
  std::string_view rest = part.bytes.view();
  do {
    const std::string_view piece = rest.substr(0, block);
    rest.remove_prefix(piece.size());
    const bool last = rest.empty();
    if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last) != XML_STATUS_OK) {
      const XML_Error error = XML_GetErrorCode(parser.get());
      const bool cut = last && (error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
                                error == XML_ERROR_PARTIAL_CHAR || error == XML_ERROR_UNCLOSED_CDATA_SECTION);
      return complain(reading, cut, builder);
    }
    let_go(part, piece);
  } while (!rest.empty());
}

std::string_view root_of(std::string_view head) {
  std::size_t at = 0;
  while ((at = head.find('<', at)) != std::string_view::npos) {
    const std::string_view rest = head.substr(at);
    if (rest.starts_with("<!--"))
      at = head.find("-->", at);
    else if (rest.starts_with("<?") || rest.starts_with("<!"))
      at = head.find('>', at);
    else
      break;
    if (at == std::string_view::npos) return {};
  }
  if (at == std::string_view::npos) return {};
  std::string_view name = head.substr(at + 1);
  name = name.substr(0, name.find_first_of(" \t\r\n/>"));
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace assay
