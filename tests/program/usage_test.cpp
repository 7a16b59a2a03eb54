#include "program/run.h"

using ::testing::Test;

namespace {

TEST(Usage, WithoutArgumentsIsAShortHelpWithExamples) {
  const Ran ran = run({});
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(ran.out.empty());
  EXPECT_NE(ran.err.find("Examples"), std::string::npos);
  EXPECT_NE(ran.err.find("assay audit data/"), std::string::npos);
}

TEST(Usage, HelpGoesToStandardOutputAndSucceeds) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"--help"}, {"-h"}, {"audit", "--help"}, {"rules", "lint", "-h"}}) {
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, 0);
    EXPECT_FALSE(ran.out.empty());
    EXPECT_TRUE(ran.err.empty());
  }
}

TEST(Usage, HelpOfEveryCommandFitsAScreenWidth) {
  for (const char* command : {"audit", "explain", "why-not", "version"}) {
    std::istringstream lines(run({command, "--help"}).out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 110U) << line;
  }
}

struct Mistake {
  std::vector<std::string> words;
  std::string answer;
};

/// The words, where a test is named after them.
void PrintTo(const Mistake& mistake, std::ostream* out) {
  *out << "assay";
  for (const std::string& word : mistake.words) *out << ' ' << word;
}

class Mistakes : public ::testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreRefusedWithWhatWasMeant) {
  const Ran ran = run(GetParam().words);
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(ran.out.empty());
  EXPECT_NE(ran.err.find(GetParam().answer), std::string::npos) << ran.err;
  EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
}

INSTANTIATE_TEST_SUITE_P(
    Usage, Mistakes,
    ::testing::Values(Mistake{{"adit", "x"}, "did you mean audit?"},         //
                      Mistake{{"rules"}, "needs one of: list, show, lint"},  //
                      Mistake{{"rules", "lnit", "x"}, "did you mean lint?"},
                      Mistake{{"audit", "--rule", "x", "y"}, "did you mean --rules?"},
                      Mistake{{"audit", "--fial-on=high", "y"}, "did you mean --fail-on?"},
                      Mistake{{"audit", "y", "--format", "jsno"}, "did you mean json?"},
                      Mistake{{"audit", "y", "--fail-on", "hihg"}, "did you mean high?"},
                      Mistake{{"audit", "y", "--include", "claer"}, "did you mean clear?"},
                      Mistake{{"audit"}, "assay audit PATH..."},  //
                      Mistake{{"audit", ""}, "an empty argument"},
                      Mistake{{"explain", "F-1"}, "assay explain FINDING PATH..."},
                      Mistake{{"version", "x"}, "is too much"}, Mistake{{"audit", "y", "--format"}, "--format"},
                      Mistake{{"audit", "y", "--output", "--format"}, "--output needs a value"},
                      Mistake{{"audit", "y", "--as-of", "03/04/2016"}, "--as-of takes a day"},
                      Mistake{{"audit", "y", "--as-of", "2016"}, "--as-of takes a day"},
                      Mistake{{"audit", "y", "--as-of", "2016-02-30"}, "--as-of takes a day"},
                      Mistake{{"audit", "y", "--expect-rows", "12a"}, "takes a whole number"},
                      Mistake{{"audit", "y", "--expect-rows", "99999999999999999999"}, "takes a whole number"},
                      Mistake{{"audit", "y", "--as-of", "2016-01-01", "--as-of", "2017-01-01"}, "more than once"},
                      Mistake{{"audit", "y", "--format", "json", "--format", "text"}, "two reports would go to"},
                      Mistake{{"audit", "y", "-o", "a", "-f", "json", "-o", "a"}, "two reports would go to a"},
                      Mistake{{"audit", "y", "--no-such\x1B[2J"}, "\\u{1B}[2J"}));

TEST(Usage, SuggestsTheAuditOfAPathThatIsGivenAsACommand) {
  const Ran ran = run({ASSAY_SOURCE_DIR});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("did you mean assay audit"), std::string::npos);
}

TEST(Usage, RefusesAPathThatDoesNotExist) {
  const Ran ran = run({"audit", "/no/such/folder"});
  EXPECT_EQ(ran.code, 8);
  EXPECT_TRUE(ran.out.empty());
  EXPECT_NE(ran.err.find("/no/such/folder"), std::string::npos);
}

TEST(Version, IsTheOneOfTheBuild) {
  std::ifstream in(std::string(ASSAY_SOURCE_DIR) + "/CMakeLists.txt");
  std::ostringstream text;
  text << in.rdbuf();
  const Ran ran = run({"version"});
  ASSERT_EQ(ran.code, 0);
  const std::string version = ran.out.substr(6, ran.out.find('\n') - 6);
  EXPECT_NE(text.str().find("project(assay VERSION " + version + " "), std::string::npos) << version;
  EXPECT_EQ(run({"--version"}).out, ran.out);
}

TEST(Version, SaysTheSameToPrograms) {
  const Ran ran = run({"version", "--json"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with("{\"name\":\"assay\",\"version\":\"")) << ran.out;
  EXPECT_NE(ran.out.find("\"id\":\"dprk\""), std::string::npos);
}

}  // namespace
