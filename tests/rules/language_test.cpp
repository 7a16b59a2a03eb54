// The worked examples of the rule language: a pack of rules in the design's names, each with its tests. What is not
// built yet is refused by name, never skipped.

#include <algorithm>
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
using testing::IsEmpty;

std::vector<std::filesystem::path> files_of(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(ASSAY_SOURCE_DIR "/tests/rules/packs/") + folder))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The rules of a folder as a pack, with the shipped pack's reference tables.
std::vector<PackFile> pack_of(const char* folder) {
  std::vector<PackFile> pack;
  for (PackFile& file : shipped_pack())
    if (file.name.starts_with("data/")) pack.push_back(std::move(file));
  std::size_t rules = 0;
  for (const auto& path : files_of(folder)) {
    pack.push_back({path.filename().string(), bytes_of(path)});
    ++rules;
  }
  pack.push_back({"pack.yaml", "assay: 1\nid: examples\nversion: 1.0.0\nrules: " + std::to_string(rules) + "\n"});
  return pack;
}

std::string listed(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics) all += format_diagnostic(diagnostic);
  return all;
}

TEST(RuleLanguage, PassesTheTestsOfItsWorkedExamples) {
  LoadedPacks packs;
  Diagnostics diagnostics;
  ASSERT_TRUE(load_packs({pack_of("language")}, packs, diagnostics)) << listed(diagnostics);
  EXPECT_GE(packs.rules.rules.size(), 4U);
  for (const FailedTest& failed : run_rule_tests(packs))
    ADD_FAILURE() << failed.rule << ": " << failed.test << ": " << failed.message;
}

TEST(RuleLanguage, RefusesByNameWhatIsNotBuiltYet) {
  for (const auto& path : files_of("not_built")) {
    YamlDocument document;
    Rule rule;
    Diagnostics diagnostics;
    ASSERT_TRUE(parse_yaml(path.filename().string(), bytes_of(path), document, diagnostics)) << listed(diagnostics);
    EXPECT_FALSE(read_rule(document, rule, diagnostics));
    EXPECT_THAT(listed(diagnostics), HasSubstr("not built yet: "));
  }
}

TEST(RuleLanguage, RefusesARuleThatAsksForItself) {
  std::vector<PackFile> pack = pack_of("language");
  for (PackFile& file : pack)
    if (file.name == "many-small-lots.yaml") {
      const std::size_t at = file.bytes.find("rule: upstream-by-path");
      ASSERT_NE(at, std::string::npos);
      file.bytes.replace(at, std::string("rule: upstream-by-path").size(), "theme: quantity");
    }
  LoadedPacks packs;
  Diagnostics diagnostics;
  EXPECT_FALSE(load_packs({pack}, packs, diagnostics));
  EXPECT_THAT(listed(diagnostics), HasSubstr("asks for its own verdict"));
}

}  // namespace
}  // namespace assay
