#include "program/golden.h"

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

TEST(Golden, TheHelp) {
  expect_golden("help.txt", run({"--help"}).out + "\n----\n" + run({"audit", "--help"}).out);
}

}  // namespace
