#include "program/golden.h"

#include <regex>

#include "program/run.h"

// What people see, word for word. A change of wording shows here and nowhere else.

namespace {

TEST(Golden, TheStoryOfCoalThroughATrader) {
  const Ran ran = run({"audit", fixture("coal-through-a-trader"), "--as-of", "2025-03-31", "--quiet"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err, "");
  expect_golden("coal-through-a-trader.txt", ran.out);
}

TEST(Readme, ShowsWhatTheProgramPrints) {
  std::ifstream in(std::string(ASSAY_SOURCE_DIR) + "/README.md", std::ios::binary);
  std::ostringstream readme;
  readme << in.rdbuf();
  const std::string begin = "<!-- sample:begin -->\n```\n";
  const std::string end = "```\n<!-- sample:end -->";
  const std::string text = readme.str();
  const std::size_t from = text.find(begin);
  const std::size_t to = text.find(end);
  ASSERT_NE(from, std::string::npos);
  ASSERT_NE(to, std::string::npos);
  const Ran ran = run({"audit", fixture("coal-through-a-trader"), "--as-of", "2025-03-31", "--quiet"});
  EXPECT_EQ(text.substr(from + begin.size(), to - from - begin.size()), ran.out);
}

TEST(Golden, TheStoryInWhichEverythingIsDisclosed) {
  const Ran ran =
      run({"audit", fixture("everything-disclosed"), "--as-of", "2025-03-31", "--quiet", "--include", "clear"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "");
  expect_golden("everything-disclosed.txt", ran.out);
}

/// Without what changes with every rule of the pack: its digest and number of rules, and SARIF's list of all rules.
std::string without_the_pack(const std::string& report) {
  const std::string no_digest = std::regex_replace(report, std::regex("[0-9a-f]{64}"), "…");
  const std::string no_count = std::regex_replace(no_digest, std::regex("[0-9]+ rules, "), "… rules, ");
  const std::string no_index = std::regex_replace(no_count, std::regex("\"ruleIndex\":[0-9]+"), "\"ruleIndex\":…");
  const std::size_t tool = no_index.find("\"tool\": ");
  if (tool == std::string::npos) return no_index;
  return no_index.substr(0, tool) + "\"tool\": …" + no_index.substr(no_index.find('\n', tool));
}

class GoldenReport : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(GoldenReport, OfEachStory) {
  const auto [format, extension] = GetParam();
  for (const std::string story : {"coal-through-a-trader", "everything-disclosed"}) {
    const Ran ran = run({"audit", fixture(story), "--as-of", "2025-03-31", "--quiet", "--format", format, "--include",
                         "clear", "--select", "dprk-direct-origin,dprk-indirect-origin,dprk-worker-nationality"});
    expect_golden(story + extension, without_the_pack(ran.out));
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, GoldenReport,
                         ::testing::Values(std::pair("sarif", ".sarif"), std::pair("markdown", ".md"),
                                           std::pair("html", ".html")),
                         [](const auto& each) { return std::string(each.param.first); });

TEST(Golden, TheHelp) {
  expect_golden("help.txt", run({"--help"}).out + "\n----\n" + run({"audit", "--help"}).out);
}

}  // namespace
