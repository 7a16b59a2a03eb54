#include "rules/tools/mutate.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "rules/pack_help.h"
#include "rules/tools/cover.h"

namespace assay {
namespace {

using test::pack_of;

/// A rule on origin and price; `tests` is the list of its tests.
std::string rule_text(const std::string& condition, const std::string& tests) {
  return "assay: 1\nid: one-rule\ntitle: A rule\ntheme: origin_direct\nsubject: shipment\nseverity: high\ngap: low\n"
         "question: Does it hold?\nmessage: \"{subject.id}\"\nreferences: [{cite: A law}]\ndecide_by: [The cell]\n" +
         condition + "tests:\n" + tests;
}

std::string test_text(const std::string& origin, const std::string& value, const std::string& expect) {
  return "  - name: " + origin + " " + value + " " + expect +
         "\n    given:\n      shipments: |\n        shipment_id,date,supplier,origin_country,value\n        "
         "S1,2018-03-01,T," +
         origin + "," + value + "\n    subject: shipment:S1\n    expect: " + expect + "\n";
}

const std::string condition =
    "flag_when:\n"
    "  all:\n"
    "    - where: {shipment.origin_country: KP}\n"
    "    - where: {shipment.value: {at_least: 100}}\n";

const std::string few_tests =
    test_text("KP", "500", "flagged") + test_text("AU", "500", "clear") + test_text("", "500", "insufficient");

const std::string good_tests = few_tests + test_text("KP", "100", "flagged") + test_text("KP", "99", "clear");

YamlDocument parsed(const std::string& text) {
  YamlDocument document;
  Diagnostics diagnostics;
  EXPECT_TRUE(parse_yaml("one-rule.yaml", text, document, diagnostics)) << format_diagnostic(diagnostics.front());
  return document;
}

std::set<std::string> changes_of(const std::string& text) {
  std::set<std::string> changes;
  for (const Mutant& mutant : mutants_of(parsed(text))) changes.insert(mutant.change);
  return changes;
}

struct Tried {
  std::vector<std::string> killed, survived;
  std::size_t refused = 0;
};

Tried tried(const std::string& text) {
  const std::vector<PackFile> files = pack_of({{"one-rule.yaml", text}});
  LoadedPacks packs;
  Diagnostics diagnostics;
  EXPECT_TRUE(load_packs({files}, packs, diagnostics)) << format_diagnostic(diagnostics.front());
  EXPECT_TRUE(run_rule_tests(packs).empty());
  const MutationResult result = mutate_rules(packs, {files}, {});
  Tried sorted;
  sorted.refused = result.refused;
  for (const MutantFate& fate : result.fates)
    (fate.killed_by.empty() ? sorted.survived : sorted.killed).push_back(fate.mutant.change);
  return sorted;
}

TEST(Mutants, ChangeOneConditionAtATime) {
  const std::set<std::string> expected = {
      "`all` is negated",           "part 1 of `all` is dropped", "part 2 of `all` is dropped", "`where` is negated",
      "`at_least` becomes `above`", "at_least: 100 becomes 99",   "at_least: 100 becomes 101"};
  EXPECT_EQ(changes_of(rule_text(condition, few_tests)), expected);
}

TEST(Mutants, TakePathsApart) {
  const std::set<std::string> changes = changes_of(
      rule_text("when:\n  not: {where: {shipment.mode: sea, shipment.exposed: true}}\nflag_when:\n  path:\n"
                "    follow: [sold_by, supplied_by, declares_origin]\n    to: {kind: country, country: KP}\n"
                "    min_hops: 2\n    slack_days: 0\n    time: respecting\n",
                few_tests));
  for (const char* change : {"`when` is dropped: the rule is asked of everybody", "`not` is dropped",
                             "shipment.mode is dropped", "shipment.exposed: true becomes false", "`path` is negated",
                             "supplied_by is not followed", "min_hops: 2 becomes 1", "min_hops: 2 becomes 3",
                             "slack_days: 0 becomes 1", "slack_days: 0 becomes -1", "time: respecting becomes any"})
    EXPECT_TRUE(changes.contains(change)) << change;
}

TEST(Mutants, LeaveCodesAndNamesAlone) {
  for (const std::string& change : changes_of(rule_text(
           "flag_when:\n  where: {shipment.hs_code: {under: [2701, 2601]}, shipment.lot: '12'}\n", few_tests)))
    EXPECT_EQ(change.find("27"), std::string::npos) << change;
}

TEST(Mutants, SayWhereTheyAre) {
  for (const Mutant& mutant : mutants_of(parsed(rule_text(condition, few_tests)))) {
    EXPECT_EQ(mutant.at.file, "one-rule.yaml");
    EXPECT_GE(mutant.at.column, 3U);
    EXPECT_NE(mutant.excerpt.find(':'), std::string::npos) << mutant.change;
  }
}

TEST(Mutation, FindsWhatNoTestNotices) {
  const Tried few = tried(rule_text(condition, few_tests));
  EXPECT_EQ(few.killed, (std::vector<std::string>{"`all` is negated", "part 1 of `all` is dropped",
                                                  "`where` is negated", "`where` is negated"}));
  EXPECT_EQ(few.survived, (std::vector<std::string>{"part 2 of `all` is dropped", "`at_least` becomes `above`",
                                                    "at_least: 100 becomes 99", "at_least: 100 becomes 101"}));
}

TEST(Mutation, IsSatisfiedByTestsAtTheBoundary) {
  const Tried good = tried(rule_text(condition, good_tests));
  EXPECT_EQ(good.survived, std::vector<std::string>{});
  EXPECT_EQ(good.killed.size(), 8U);
}

TEST(Mutation, DoesNotCountWhatTheLoaderRefuses) {
  const Tried one = tried(rule_text(
      "flag_when:\n  path:\n    follow: [declares_origin]\n    to: {kind: country, country: KP}\n    min_hops: 1\n",
      few_tests));
  EXPECT_EQ(one.refused, 1U);  // no hops at all
}

std::vector<ConditionCover> covered(const std::string& text, LoadedPacks& packs) {
  Diagnostics diagnostics;
  EXPECT_TRUE(load_packs({pack_of({{"one-rule.yaml", text}})}, packs, diagnostics))
      << format_diagnostic(diagnostics.front());
  return cover_rules(packs);
}

TEST(Cover, SeesEachOutcomeOfEachCondition) {
  LoadedPacks packs;
  const auto found = covered(rule_text(condition, good_tests + test_text("KP", "", "insufficient")), packs);
  ASSERT_EQ(found.size(), 3U);  // all, and its two parts
  for (const ConditionCover& one : found)
    for (const Truth truth : {Truth::no, Truth::unknown, Truth::yes}) EXPECT_TRUE(one.saw(truth));
  EXPECT_EQ(found[0].at, (Location{"one-rule.yaml", 13, 3}));
  EXPECT_EQ(found[2].at, (Location{"one-rule.yaml", 15, 7}));
}

TEST(Cover, NamesTheOutcomeThatNoTestShows) {
  LoadedPacks packs;
  const auto found = covered(rule_text(condition, few_tests), packs);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(found[2].saw(Truth::yes));
  EXPECT_FALSE(found[2].saw(Truth::no));
  EXPECT_FALSE(found[2].saw(Truth::unknown));
}

TEST(Cover, CountsNothingWhereTheRuleIsNotAsked) {
  LoadedPacks packs;
  const auto found = covered(rule_text("when: {where: {shipment.mode: sea}}\n" + condition, few_tests), packs);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].part, "when");
  EXPECT_EQ(found[1].part, "flag_when");
}

}  // namespace
}  // namespace assay
