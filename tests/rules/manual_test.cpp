// docs/RULES.md is held to the program: what can be written has its line, and its rows of keys are those that exist.

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "rules/condition.h"
#include "rules/pack_help.h"
#include "rules/tools/rule_keys.h"

namespace assay {
namespace {

std::string manual() {
  std::ifstream stream(std::string(ASSAY_SOURCE_DIR) + "/docs/RULES.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// From a heading to the next of the same or a higher level.
std::string section(const std::string& text, const std::string& title) {
  const std::size_t at = text.find("\n## " + title + "\n");
  if (at == std::string::npos) return {};
  return text.substr(at, text.find("\n## ", at + 4) - at);
}

TEST(Manual, HasARowForEachKeyOfARuleAndOfATest) {
  const std::string rule = section(manual(), "A rule file");
  for (const RuleKey& key : rule_keys())
    EXPECT_NE(rule.find("\n| `" + std::string(key.name) + "` |"), std::string::npos) << key.name;
  const std::string tests = section(manual(), "Tests");
  for (const RuleKey& key : test_keys())
    EXPECT_NE(tests.find("\n| `" + std::string(key.name) + "` |"), std::string::npos) << key.name;
}

TEST(Manual, ExplainsEachConditionWithATruthTableAndThreeExamples) {
  const std::string text = manual();
  for (const ConditionKind* kind : condition_kinds()) {
    const std::string of_kind = section(text, std::string(kind->name));
    ASSERT_FALSE(of_kind.empty()) << kind->name;
    for (const char* number : {"\n1. ", "\n2. ", "\n3. "})
      EXPECT_NE(of_kind.find(number), std::string::npos) << kind->name << " example" << number;
    if (kind == &sum_condition) continue;  // its answers are those of count
    EXPECT_NE(of_kind.find("| answer |"), std::string::npos) << kind->name;
  }
}

/// The rule file that the manual shows, with tests, is one.
TEST(Manual, ShowsARuleThatLoadsAndWhoseTestsPass) {
  const std::string text = section(manual(), "A rule file");
  const std::size_t from = text.find("```yaml\n") + 8;
  std::string rule = text.substr(from, text.find("tests: []", from) - from);
  const std::string tests = section(manual(), "Tests");
  const std::size_t begin = tests.find("```yaml\n") + 8;
  rule += tests.substr(begin, tests.find("```", begin) - begin);
  for (const auto& [origin, verdict] : {std::pair{"AU", "clear"}, std::pair{"", "insufficient"}})
    rule += std::string("  - name: ") + verdict +
            "\n    given:\n      shipments: |\n        shipment_id,date,supplier,hs_code,origin_country\n        "
            "S1,2018-03-01,Hill Mine,790111," +
            origin + "\n    subject: shipment:S1\n    expect: " + verdict + "\n";
  LoadedPacks packs;
  Diagnostics diagnostics;
  ASSERT_TRUE(load_packs({test::pack_of({{"zinc-of-dprk-origin.yaml", rule}})}, packs, diagnostics))
      << format_diagnostic(diagnostics.front());
  for (const FailedTest& failed : run_rule_tests(packs)) ADD_FAILURE() << failed.test << ": " << failed.message;
}

}  // namespace
}  // namespace assay
