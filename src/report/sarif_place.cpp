#include "report/sarif_place.h"

#include <algorithm>

#include "base/text.h"
#include "report/region.h"
#include "report/steps.h"

namespace assay {
namespace {

constexpr std::size_t longest_context = 2000;  // bytes; of a longer record only the lines are told

Json logical(std::string_view name, std::string_view kind) {
  return {{"fullyQualifiedName", json_text(name)}, {"kind", kind}};
}

Json logical(const Entity& entity) {
  return logical(std::string(to_string(entity.kind)) + ':' + entity.id, "resource");
}

Json physical(const Tables& tables, CellRef cell) {
  const CellRegion at = region_of(tables, cell);
  Json region;
  if (at.place.column == 0) {
    region = {{"startLine", at.record_line}, {"endLine", at.record_end_line}};
  } else {
    region = {{"startLine", at.place.line},
              {"startColumn", at.place.column},
              {"endLine", at.end_line},
              {"endColumn", at.end_column},
              {"snippet", {{"text", json_text(at.raw)}}}};
  }
  Json found{{"artifactLocation", sarif_artifact(tables, tables.tables[cell.table].file)}, {"region", region}};
  if (at.place.column != 0) {
    Json context{{"startLine", at.record_line}, {"endLine", at.record_end_line}};
    if (at.record.size() <= longest_context) context["snippet"] = {{"text", json_text(at.record)}};
    found["contextRegion"] = std::move(context);
  }
  return found;
}

}  // namespace

std::string sarif_uri(std::string_view name) {
  constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (unreserved.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 0xFU]);
    }
  }
  return uri;
}

Json sarif_artifact(const Tables& tables, std::size_t file) {
  return {{"uri", sarif_uri(tables.files[file].name)}, {"uriBaseId", "SRCROOT"}, {"index", file}};
}

std::string sarif_text(std::string_view text) {
  const bool like_a_link = text.find("](") != std::string_view::npos;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    const char c = text[begin];
    const bool escaped = like_a_link && (c == '[' || c == ']' || c == '\\');
    if (escaped) out += '\\';
    for (const char shown : escape_for_terminal(text.substr(begin, at - begin)))
      out.append(shown == '{' || shown == '}' ? 2 : 1, shown);
  }
  return out;
}

Json sarif_message(std::string_view text) {
  return {{"text", text.empty() ? "-" : sarif_text(text)}};
}

Json sarif_location(const Tables& tables, CellRef cell, const Entity* subject, std::string_view says) {
  Json location{{"physicalLocation", physical(tables, cell)}};
  if (subject != nullptr) location["logicalLocations"] = Json::array({logical(*subject)});
  if (!says.empty()) location["message"] = sarif_message(says);
  return location;
}

Json sarif_location(const Tables& tables, const EvidenceStep& step) {
  if (step.cell.exists() && !step.is_of_record()) return sarif_location(tables, step.cell, nullptr, step.says);
  Json location;
  if (step.is_of_record()) location["logicalLocations"] = Json::array({logical(reference_place(step), "resource")});
  location["message"] = sarif_message(step.says);
  return location;
}

Json sarif_fallback(const Tables& tables, const Entity& subject) {
  Json location;
  if (!tables.tables.empty()) {
    const InputFile& file = tables.file_of(tables.tables.front());
    location["physicalLocation"] = {{"artifactLocation", sarif_artifact(tables, tables.tables.front().file)},
                                    {"region", {{"startLine", std::max(1U, file.header_line)}}}};
  }
  location["logicalLocations"] = Json::array({logical(subject)});
  return location;
}

}  // namespace assay
