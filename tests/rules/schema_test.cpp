// What editors are told must not be stricter than the loader, nor blind.

#include "rules/tools/schema.h"

#include <cctype>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wextra"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

#include "rules/condition.h"
#include "rules/pack_help.h"
#include "rules/rule_file.h"
#include "rules/tools/new_rule.h"
#include "rules/tools/rule_keys.h"

namespace assay {
namespace {

using Json = nlohmann::json;

/// As YAML 1.2 types a plain text: numbers and booleans are what they look like, all else is a text.
Json to_json(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::none:
      return nullptr;
    case YamlNode::Kind::list: {
      Json list = Json::array();
      for (const YamlNode& item : node.items) list.push_back(to_json(item));
      return list;
    }
    case YamlNode::Kind::map: {
      Json map = Json::object();
      for (std::size_t i = 0; i < node.keys.size(); ++i) map[node.keys[i].text] = to_json(node.items[i]);
      return map;
    }
    case YamlNode::Kind::scalar:
      break;
  }
  if (node.quoted) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  const bool number = !node.text.empty() && node.text.find_first_not_of("-.0123456789") == std::string::npos &&
                      Json::accept(node.text);
  return number ? Json::parse(node.text) : Json(node.text);
}

class RuleSchema : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    schema_ = new valijson::Schema;
    text_ = new Json(Json::parse(rule_schema()));
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(*text_), *schema_);
  }
  static void TearDownTestSuite() {
    delete schema_;
    delete text_;
  }

  /// What is wrong with a rule by the schema; empty for nothing.
  static std::string complaint(const YamlNode& root) {
    const Json rule = to_json(root);
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(*schema_, valijson::adapters::NlohmannJsonAdapter(rule), &results)) return {};
    std::string all;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
      for (const std::string& step : error.context) all += step;
      all += ": " + error.description + "\n";
    }
    return all;
  }

  static YamlDocument document(const std::string& name, const std::string& bytes) {
    YamlDocument parsed;
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_yaml(name, bytes, parsed, diagnostics)) << name;
    return parsed;
  }

  static std::vector<YamlDocument> shipped_rules() {
    std::vector<YamlDocument> rules;
    for (const PackFile& file : shipped_pack())
      if (file.name != "pack.yaml" && file.name.ends_with(".yaml")) rules.push_back(document(file.name, file.bytes));
    return rules;
  }

  static valijson::Schema* schema_;
  static Json* text_;
};

valijson::Schema* RuleSchema::schema_ = nullptr;
Json* RuleSchema::text_ = nullptr;

TEST_F(RuleSchema, IsDraft7AndNamesEveryKeyAndCondition) {
  EXPECT_EQ((*text_)["$schema"], "http://json-schema.org/draft-07/schema#");
  for (const RuleKey& key : rule_keys()) EXPECT_TRUE((*text_)["properties"].contains(std::string(key.name)));
  EXPECT_EQ((*text_)["definitions"]["condition"]["oneOf"].size(), condition_kinds().size());
}

TEST_F(RuleSchema, AcceptsEveryShippedRule) {
  std::size_t rules = 0;
  for (const YamlDocument& rule : shipped_rules()) {
    ++rules;
    EXPECT_EQ(complaint(rule.root), "") << rule.file;
  }
  EXPECT_GE(rules, 5U);
}

TEST_F(RuleSchema, AcceptsTheTemplatesOfNewRules) {
  for (const SubjectKind subject : {SubjectKind::shipment, SubjectKind::worker_group})
    EXPECT_EQ(complaint(document("new.yaml", new_rule("new", subject)).root), "");
}

TEST_F(RuleSchema, RefusesAShippedRuleWithoutAnyOfItsRequiredKeys) {
  for (const YamlDocument& rule : shipped_rules())
    for (const RuleKey& key : rule_keys()) {
      if (!key.required) continue;
      YamlNode cut = rule.root;
      for (std::size_t i = 0; i < cut.keys.size(); ++i)
        if (cut.keys[i].text == key.name) {
          cut.keys.erase(cut.keys.begin() + static_cast<std::ptrdiff_t>(i));
          cut.items.erase(cut.items.begin() + static_cast<std::ptrdiff_t>(i));
        }
      EXPECT_NE(complaint(cut), "") << rule.file << " without " << key.name;
    }
}

/// Every node of a document, one after another, replaced by something else.
template <class Visit>
void for_each_change(YamlNode& node, const Visit& visit) {
  const YamlNode kept = node;
  for (const char* other : {"", "x", "KP", "7", "true"}) {
    YamlNode scalar;
    scalar.kind = *other == '\0' ? YamlNode::Kind::none : YamlNode::Kind::scalar;
    scalar.text = other;
    node = scalar;
    visit();
  }
  node = YamlNode{};
  node.kind = YamlNode::Kind::list;
  visit();
  node = kept;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (!node.keys.empty() && node.keys[i].text == "given") continue;  // its texts are tables, no YAML
    for_each_change(node.items[i], visit);
  }
  for (YamlNode& key : node.keys) {
    const std::string word = key.text;
    key.text = word + "x";
    visit();
    key.text = word;
  }
}

TEST_F(RuleSchema, RefusesNothingThatTheLoaderAccepts) {
  std::size_t accepted = 0;
  std::size_t refused_by_both = 0;
  for (YamlDocument& rule : shipped_rules()) {
    for_each_change(rule.root, [&] {
      Rule loaded;
      Diagnostics diagnostics;
      const bool sound = read_rule(rule, loaded, diagnostics);
      if (!sound && complaint(rule.root).empty()) return;  // the loader checks more than a schema can
      ++(sound ? accepted : refused_by_both);
      if (sound) {
        ASSERT_EQ(complaint(rule.root), "") << rule.file;
      }
    });
  }
  EXPECT_GT(accepted, 50U);
  EXPECT_GT(refused_by_both, 500U) << "a schema that refuses little helps nobody";
}

}  // namespace
}  // namespace assay
