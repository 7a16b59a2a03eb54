#include "lists/ftm_line.h"

#include <algorithm>

#include <simdjson.h>

namespace assay {
namespace {

namespace json = simdjson::ondemand;

bool take_text(json::value value, std::string& text) {
  std::string_view view;
  if (value.get_string().get(view) != simdjson::SUCCESS) return false;
  text = view;
  return true;
}

/// A text of a property. Entities that stand within it (the nested export) are passed over: each of them has a line
/// of its own in the plain one.
bool take_one(json::value value, std::string_view property, FtmEntity& entity) {
  json::json_type type{};
  if (value.type().get(type) != simdjson::SUCCESS) return false;
  if (type != json::json_type::string) return true;
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) return false;
  entity.properties.emplace_back(property, text);
  return true;
}

/// The format wants a list of texts; some exports leave the brackets of a single one away.
bool take_values(json::value value, std::string_view property, FtmEntity& entity) {
  json::json_type type{};
  if (value.type().get(type) != simdjson::SUCCESS) return false;
  if (type != json::json_type::array) return take_one(value, property, entity);
  json::array values;
  if (value.get_array().get(values) != simdjson::SUCCESS) return false;
  for (auto element : values) {
    json::value one;
    if (std::move(element).get(one) != simdjson::SUCCESS || !take_one(one, property, entity)) return false;
  }
  return true;
}

bool take_properties(json::value value, FtmEntity& entity) {
  json::object properties;
  if (value.get_object().get(properties) != simdjson::SUCCESS) return false;
  for (auto field : properties) {
    std::string_view key;
    json::value values;
    if (field.unescaped_key().get(key) != simdjson::SUCCESS) return false;
    const std::string property(key);
    if (field.value().get(values) != simdjson::SUCCESS || !take_values(values, property, entity)) return false;
  }
  return true;
}

bool take_field(std::string_view key, json::value value, FtmEntity& entity) {
  if (key == "id") return take_text(value, entity.id);
  if (key == "schema") return take_text(value, entity.schema);
  if (key == "properties") return take_properties(value, entity);
  if (key == "last_seen") {
    take_text(value, entity.last_seen);  // null in some exports
    return true;
  }
  bool target = false;
  if (key == "target" && value.get_bool().get(target) == simdjson::SUCCESS) entity.target = target;
  return true;
}

}  // namespace

struct FtmLines::Parser {
  json::parser parser;
  std::string room;  ///< the line with the padding that the parser reads over
};

FtmLines::FtmLines() : parser_(std::make_unique<Parser>()) {}
FtmLines::~FtmLines() = default;

std::string_view FtmEntity::first(std::string_view property) const {
  const auto found =
      std::find_if(properties.begin(), properties.end(), [&](const auto& one) { return one.first == property; });
  return found == properties.end() ? std::string_view{} : std::string_view(found->second);
}

bool FtmLines::read(std::string_view line, FtmEntity& entity) {
  entity = {};
  if (!simdjson::validate_utf8(line.data(), line.size())) return false;
  parser_->room.assign(line);
  parser_->room.append(simdjson::SIMDJSON_PADDING, ' ');
  json::document document;
  json::object object;
  const simdjson::padded_string_view padded(parser_->room.data(), line.size(), parser_->room.size());
  if (parser_->parser.iterate(padded).get(document) != simdjson::SUCCESS) return false;
  if (document.get_object().get(object) != simdjson::SUCCESS) return false;
  for (auto field : object) {
    std::string_view key;
    json::value value;
    if (field.unescaped_key().get(key) != simdjson::SUCCESS) return false;
    const std::string name(key);
    if (field.value().get(value) != simdjson::SUCCESS || !take_field(name, value, entity)) return false;
  }
  const char* behind = nullptr;
  const bool at_end = document.current_location().get(behind) == simdjson::OUT_OF_BOUNDS;
  return at_end && !entity.id.empty() && !entity.schema.empty();
}

}  // namespace assay
