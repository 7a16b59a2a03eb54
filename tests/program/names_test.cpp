#include "program/run.h"

namespace {

TEST(Names, ComparesTwoNamesAndShowsWhichWordsFit) {
  const Ran ran = run({"names", "compare", "Korea Ryonbong General Corporation", "조선련봉총회사"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out.substr(0, ran.out.find('\n')).ends_with("flag"), true) << ran.out;
  EXPECT_NE(ran.out.find("ryonbong"), std::string::npos);
  EXPECT_NE(ran.out.find("equal"), std::string::npos);
}

TEST(Names, SaysWhatLoweredAScore) {
  const Ran ran = run({"names", "compare", "Unit 39", "Unit 35"});
  EXPECT_NE(ran.out.find("the numbers differ"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("  no\n"), std::string::npos) << ran.out;
}

TEST(Names, SaysWhatWasCutOrMapped) {
  const Ran ran = run({"names", "compare", "D\u0430ndong Kehua", std::string(600, 'a')});
  EXPECT_NE(ran.out.find("note on the first name: letters that only look like others"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("note on the second name: only the first 512 characters"), std::string::npos) << ran.out;
}

TEST(Names, ComparesTheRowsOfAFileAndKeepsThem) {
  const Folder folder;
  const std::string file = folder.write("pairs.csv",
                                        "id,name_a,name_b,kind\n"
                                        "1,\"KIM, Jong Un\",김정은,person\n"
                                        "2,Unit 39,Unit 35,org\n"
                                        "3,\"a \"\"b\"\"\",,\n");
  const Ran ran = run({"names", "compare", "--pairs", file, "--format", "csv"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  std::istringstream lines(ran.out);
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "id,name_a,name_b,kind,score,band");
  std::getline(lines, line);
  EXPECT_TRUE(line.starts_with("1,\"KIM, Jong Un\",김정은,person,")) << line;
  EXPECT_TRUE(line.ends_with(",flag")) << line;
  std::getline(lines, line);
  EXPECT_TRUE(line.ends_with(",no")) << line;
  std::getline(lines, line);
  EXPECT_EQ(line, "3,\"a \"\"b\"\"\",,,0.000,no");
  EXPECT_FALSE(std::getline(lines, line));
}

TEST(Names, RefusesAFileWithoutTheColumns) {
  const Folder folder;
  const Ran ran = run({"names", "compare", "--pairs", folder.write("pairs.csv", "a,b\nx,y\n")});
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("pairs.csv:1: the header needs the columns name_a and name_b"), std::string::npos)
      << ran.err;
}

TEST(Names, RefusesARowWithTooManyCellsAndAnOpenQuote) {
  const Folder folder;
  const Ran cells = run({"names", "compare", "--pairs", folder.write("a.csv", "name_a,name_b\nx,y\nx,y,z\n")});
  EXPECT_EQ(cells.code, 4);
  EXPECT_NE(cells.err.find("a.csv:3: the row has 3 cells"), std::string::npos) << cells.err;
  const Ran quote = run({"names", "compare", "--pairs", folder.write("b.csv", "name_a,name_b\n\"x,y\n")});
  EXPECT_EQ(quote.code, 4);
  EXPECT_NE(quote.err.find("b.csv:2: a cell begins with a quote that does not end"), std::string::npos) << quote.err;
}

TEST(Names, RefusesAKindThatItDoesNotKnow) {
  const Folder folder;
  const Ran ran = run({"names", "compare", "--pairs", folder.write("a.csv", "name_a,name_b,kind\nx,y,ship\n")});
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("kind \"ship\""), std::string::npos) << ran.err;
}

TEST(Names, WantsTwoNamesOrAFile) {
  EXPECT_EQ(run({"names", "compare", "one"}).code, 2);
  EXPECT_EQ(run({"names", "compare"}).code, 2);
  EXPECT_EQ(run({"names", "compare", "a", "b", "--pairs", "x"}).code, 2);
  EXPECT_EQ(run({"names", "compare", "a", "b", "--format", "csv"}).code, 2);
}

TEST(Names, SaysWhatThePublicToolWouldSay) {
  const Ran ran = run({"names", "compare", "Kehua", "Kehua", "--score", "ofac"});
  EXPECT_EQ(ran.out, "score 1.000  flag  (as the public tool would)\n");
}

TEST(Names, RomanisesInThreeSystems) {
  const Ran ran = run({"names", "romanise", "압록강"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("amrokkang"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("amnokkang"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("amnokgang"), std::string::npos) << ran.out;
}

TEST(Names, ShowsNoControlsOfAName) {
  const Ran ran = run({"names", "romanise", "a\x1b[31m b"});
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
}

}  // namespace
