#include "rules/tools/schema.h"

#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "rules/condition.h"
#include "rules/tools/rule_keys.h"
#include "rules/tools/words.h"

namespace assay {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;  // name, JSON

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string object(const Members& members) {
  std::string out = "{";
  for (const auto& [name, json] : members) out += (out.size() == 1 ? "" : ", ") + quoted(name) + ": " + json;
  return out + "}";
}

std::string words_of(const std::vector<std::string_view>& words) {
  std::string out = "[";
  for (const std::string_view word : words) out += (out.size() == 1 ? "" : ", ") + quoted(word);
  return out + "]";
}

std::string reference(std::string_view name) {
  return fmt::format(R"({{"$ref": "#/definitions/{}"}})", name);
}

/// An object with these keys and no others. Each key's sentence is what an editor shows beside it.
Members closed_object(std::span<const RuleKey> keys) {
  std::vector<std::string_view> required;
  Members properties;
  for (const RuleKey& key : keys) {
    if (key.required) required.push_back(key.name);
    // In draft-07 nothing beside a $ref counts, so the two stand in allOf.
    properties.emplace_back(key.name,
                            fmt::format(R"({{"description": {}, "allOf": [{}]}})", quoted(key.says), key.schema));
  }
  return {{"type", "\"object\""},
          {"required", words_of(required)},
          {"additionalProperties", "false"},
          {"properties", object(properties)}};
}

/// One value or a list of them; `ops` are the operators that its type has.
std::string test_of(const std::string& value, const std::vector<std::string_view>& of_values,
                    const std::vector<std::string_view>& of_one, bool plain, bool ambiguous = false) {
  const std::string values =
      fmt::format(R"({{"anyOf": [{0}, {{"type": "array", "minItems": 1, "items": {0}}}]}})", value);
  Members operators;
  for (const std::string_view op : of_values) operators.emplace_back(op, values);
  for (const std::string_view op : of_one) operators.emplace_back(op, value);
  operators.emplace_back("blank", R"({"type": "boolean"})");
  if (ambiguous) operators.emplace_back("ambiguous", R"({"type": "boolean"})");
  const std::string map =
      fmt::format(R"({{"type": "object", "minProperties": 1, "additionalProperties": false, "properties": {}}})",
                  object(operators));
  return plain ? fmt::format(R"({{"anyOf": [{}, {}]}})", values, map) : map;
}

Members tests_of_fields() {
  const std::string scalar = R"({"type": ["string", "number", "boolean"]})";
  return {
      {"country_test",
       test_of(R"({"type": "string", "pattern": "^[A-Z]{2}$"})", {"in", "not", "not_in", "is"}, {}, true, true)},
      {"date_test", test_of(R"({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})", {},
                            {"before", "on_or_after"}, false)},
      {"number_test", test_of(R"({"type": "number"})", {"in", "not", "not_in", "is"},
                              {"at_least", "above", "at_most", "below"}, true)},
      {"code_test", test_of(R"({"type": ["string", "integer"], "pattern": "^[0-9]{2,10}$"})",
                            {"in", "not", "not_in", "is", "under"}, {"matches"}, true)},
      {"text_test", test_of(scalar, {"in", "not", "not_in", "is", "under"}, {"matches"}, true)},
  };
}

/// A condition is a map with one key, except `at_least`, which stands beside `of`.
std::string condition_schema() {
  std::string kinds;
  for (const ConditionKind* kind : condition_kinds()) {
    if (!kinds.empty()) kinds += ",\n      ";
    Members properties = {{std::string(kind->name), kind->schema == nullptr ? "{}" : kind->schema()}};
    std::vector<std::string_view> required = {kind->name};
    if (kind == &at_least_condition) {
      properties = {{"at_least", R"({"type": "integer", "minimum": 1})"},
                    {"of", R"({"type": "array", "minItems": 2, "items": {"$ref": "#/definitions/condition"}})"}};
      required.emplace_back("of");
    }
    kinds += object({{"type", "\"object\""},
                     {"description", quoted(kind->says)},
                     {"required", words_of(required)},
                     {"additionalProperties", "false"},
                     {"properties", object(properties)}});
  }
  return "{\"oneOf\": [\n      " + kinds + "]}";
}

Members definitions() {
  std::vector<std::string_view> subjects;
  for (std::size_t i = 0; i < subject_kinds; ++i) subjects.push_back(to_string(static_cast<SubjectKind>(i)));
  const std::string grades = R"({"enum": ["A", "B", "C", "D"]})";
  Members all = {
      {"text", R"({"type": ["string", "number", "boolean"], "minLength": 1})"},
      {"texts", fmt::format(R"({{"anyOf": [{0}, {{"type": "array", "minItems": 1, "items": {0}}}]}})",
                            R"({"type": ["string", "number", "boolean"]})")},
      {"severity", R"({"enum": ["info", "low", "medium", "high", "critical"]})"},
      {"gap", R"({"enum": ["low", "medium", "high"]})"},
      {"theme", fmt::format(R"({{"enum": {}}})", words_of(theme_names()))},
      {"subject", fmt::format(R"({{"enum": {}}})", words_of(subjects))},
      {"rung", fmt::format(R"({{"anyOf": [{}, {}]}})", reference("condition"),
                           fmt::format(R"({{"type": "object", "required": ["where"], "properties": {{"where": )"
                                       R"({{"type": "object", "required": ["path.grade"], "properties": )"
                                       R"({{"path.grade": {{"anyOf": [{0}, {{"type": "object", "required": )"
                                       R"(["at_least"], "properties": {{"at_least": {0}}}}}]}}}}}}}}}})",
                                       grades))},
      {"test", object(closed_object(test_keys()))},
      {"condition", condition_schema()},
  };
  for (auto& test : tests_of_fields()) all.push_back(std::move(test));
  return all;
}

}  // namespace

std::string rule_schema() {
  Members top = {{"$schema", "\"http://json-schema.org/draft-07/schema#\""},
                 {"title", "\"A rule of assay, format 1\""}};
  for (auto& member : closed_object(rule_keys())) top.push_back(std::move(member));
  top.emplace_back("oneOf", R"([{"required": ["flag_when"]}, {"required": ["gap_when"]}])");
  std::string out = "{";
  for (const auto& [name, json] : top) out += (out.size() == 1 ? "\n  " : ",\n  ") + quoted(name) + ": " + json;
  out += ",\n  \"definitions\": {";
  bool first = true;
  for (const auto& [name, json] : definitions()) {
    out += (first ? "\n    " : ",\n    ") + quoted(name) + ": " + json;
    first = false;
  }
  return out + "\n  }\n}\n";
}

}  // namespace assay
