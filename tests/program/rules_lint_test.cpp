#include "program/run.h"

namespace {

std::string shipped() {
  return std::string(ASSAY_SOURCE_DIR) + "/rules/dprk";
}

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(RulesLint, FindsNoMistakeInTheShippedPack) {
  const Ran ran = run({"rules", "lint", shipped()});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("all of them pass"), std::string::npos);
}

TEST(RulesLint, TakesOneRuleByItself) {
  const Ran ran = run({"rules", "lint", shipped() + "/dprk-direct-origin.yaml"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(ran.out.starts_with("1 rule, ")) << ran.out;
}

TEST(RulesLint, ShowsWhereAMistakeIsAndWhatWasMeant) {
  const Folder folder;
  std::string rule = text_of(shipped() + "/dprk-direct-origin.yaml");
  const std::size_t at = rule.find("\nseverity:");
  ASSERT_NE(at, std::string::npos);
  rule.replace(at, 10, "\nseverty:");
  const Ran ran = run({"rules", "lint", folder.write("dprk-direct-origin.yaml", rule)});
  EXPECT_EQ(ran.code, 5);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("dprk-direct-origin.yaml:"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("severity"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find('^'), std::string::npos) << ran.err;
}

TEST(RulesLint, RunsTheTestsInsideARule) {
  const Folder folder;
  std::string rule = text_of(shipped() + "/dprk-direct-origin.yaml");
  const std::size_t at = rule.find("expect: flagged");
  ASSERT_NE(at, std::string::npos);
  rule.replace(at, 15, "expect: clear  ");
  const Ran ran = run({"rules", "lint", folder.write("dprk-direct-origin.yaml", rule)});
  EXPECT_EQ(ran.code, 5);
  EXPECT_NE(ran.err.find("fails"), std::string::npos) << ran.err;
}

TEST(RulesLint, RefusesAFolderWithoutAPackAndAPathThatIsNotThere) {
  const Folder folder;
  EXPECT_EQ(run({"rules", "lint", folder.path()}).code, 5);
  EXPECT_EQ(run({"rules", "lint", folder.path("none.yaml")}).code, 8);
}

TEST(RulesLint, RefusesEveryHostileRuleFile) {
  const char* shared = std::getenv("ASSAY_SHARED");
  const std::filesystem::path folder =
      std::filesystem::path(shared != nullptr ? shared : std::string(ASSAY_SOURCE_DIR) + "/../shared") / "badinput" /
      "own-hostile";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no ../shared here";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with("30-yaml")) continue;
    ++files;
    const Ran ran = run({"rules", "lint", entry.path().string()});
    EXPECT_EQ(ran.code, 5) << entry.path() << ran.err;
  }
  EXPECT_GT(files, 10U);
}

}  // namespace
