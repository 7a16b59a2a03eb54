// Rules on ownership: the examples of FAQ 401 and what surrounds them, as a pack of rules with their tests.

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/packs.h"
#include "rules/load.h"
#include "rules/rule_file.h"
#include "rules/yaml.h"

namespace assay {
namespace {

using testing::HasSubstr;

std::string folder(const char* name) {
  return std::string(ASSAY_SOURCE_DIR "/tests/rules/packs/") + name;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string listed(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics) all += format_diagnostic(diagnostic);
  return all;
}

/// The rules of a folder as a pack, with the shipped pack's reference tables.
LoadedPacks load(const char* name) {
  std::vector<PackFile> pack;
  for (PackFile& file : shipped_pack())
    if (file.name.starts_with("data/")) pack.push_back(std::move(file));
  std::size_t rules = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder(name))) {
    pack.push_back({entry.path().filename().string(), bytes_of(entry.path())});
    ++rules;
  }
  pack.push_back({"pack.yaml", "assay: 1\nid: examples\nversion: 1.0.0\nrules: " + std::to_string(rules) + "\n"});
  LoadedPacks loaded;
  Diagnostics diagnostics;
  EXPECT_TRUE(load_packs({pack}, loaded, diagnostics)) << listed(diagnostics);
  return loaded;
}

void expect_all_pass(const char* name, std::size_t least) {
  const LoadedPacks packs = load(name);
  std::size_t tests = 0;
  for (const Rule& rule : packs.rules.rules) tests += rule.tests.size();
  EXPECT_GE(tests, least);
  for (const FailedTest& failed : run_rule_tests(packs))
    ADD_FAILURE() << failed.rule << ": " << failed.test << ": " << failed.message;
}

TEST(OwnershipRules, PassTheirTestsAmongThemTheFiveExamplesOfFaq401) {
  expect_all_pass("ownership", 41);
}

/// What is said of a rule in which one text of the shipped example is another.
std::string complaints(const std::string& from, const std::string& to) {
  std::string bytes = bytes_of(folder("ownership") + "/owner-ofac-50.yaml");
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  bytes.replace(at, from.size(), to);
  YamlDocument document;
  Rule rule;
  Diagnostics diagnostics;
  EXPECT_TRUE(parse_yaml("owner-ofac-50.yaml", bytes, document, diagnostics)) << listed(diagnostics);
  EXPECT_FALSE(read_rule(document, rule, diagnostics)) << to;
  return listed(diagnostics);
}

TEST(OwnershipRules, AreRefusedWithTheirPlaceAndAWayOut) {
  EXPECT_THAT(complaints("rule: ofac-50", "rule: ofac-5O"), HasSubstr("did you mean ofac-50?"));
  EXPECT_THAT(complaints("threshold: 50", "threshold: 0"), HasSubstr("threshold must be"));
  EXPECT_THAT(complaints("threshold: 50", "threshold: 101"), HasSubstr("threshold must be"));
  EXPECT_THAT(complaints("entity: subject", "entity: shipment.supplier"), HasSubstr("entity: subject"));
  EXPECT_THAT(complaints("entity: subject", "entity: subject\n    as_of: shipment.date"),
              HasSubstr("no date of a company"));
  EXPECT_THAT(complaints("{list: sanctions, program: [DPRK]}", "{program: [DPRK]}"), HasSubstr("belongs to a list"));
  EXPECT_THAT(complaints("{list: sanctions, program: [DPRK]}", "{country: Korea}"), HasSubstr("no ISO 3166-1 code"));
  EXPECT_THAT(complaints("{list: sanctions, program: [DPRK]}", "{country: KP, named: [X]}"), HasSubstr("in one way"));
  EXPECT_THAT(complaints("{list: sanctions, program: [DPRK]}", "{relation: [directed_by]}"),
              HasSubstr("not built yet"));
  EXPECT_THAT(complaints("{owned.low} to", "{owned.lowest} to"), HasSubstr("{owned.lowest}"));
  EXPECT_THAT(complaints("lists: &x |", "listing: &x |"), HasSubstr("unknown table `listing`"));
}

}  // namespace
}  // namespace assay
