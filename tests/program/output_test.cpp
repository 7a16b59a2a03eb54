#include <filesystem>

#include "program/run.h"

namespace {

const std::string& story() {
  static const std::string path = fixture("coal-through-a-trader");
  return path;
}

TEST(Output, WritesSeveralReportsOfOneRun) {
  const Folder folder;
  const Ran ran = run({"audit", story(), "--as-of", "2024-12-31", "--format", "json", "--output",
                       folder.path("a.json"), "--format", "text"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(folder.read("a.json").starts_with("{\n\"format\": \"assay-audit/1\""));
  EXPECT_EQ(ran.out, run({"audit", story(), "--as-of", "2024-12-31"}).out);
  EXPECT_EQ(folder.read("a.json"), run({"audit", story(), "--as-of", "2024-12-31", "--format", "json"}).out);
}

TEST(Output, PairsAFileWithTheFormatBesideItInAnyOrder) {
  const Folder folder;
  const Ran ran = run({"audit", story(), "-o", folder.path("a"), "-f", "json", "-f", "text", "-o", folder.path("b")});
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(folder.read("a").starts_with("{"));
  EXPECT_FALSE(folder.read("b").starts_with("{"));
}

TEST(Output, IsTextWhereNoFormatIsNamed) {
  const Folder folder;
  run({"audit", story(), "--output", folder.path("a.txt")});
  EXPECT_NE(folder.read("a.txt").find("flagged: "), std::string::npos);
}

TEST(Output, LeavesNothingElseInTheFolder) {
  const Folder folder;
  run({"audit", story(), "--output", folder.path("a.txt")});
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    files += entry.is_regular_file() ? 1U : 0U;
  EXPECT_EQ(files, 1U);
}

TEST(Output, FailsWithEightWhereItCannotWrite) {
  const Folder folder;
  const Ran ran = run({"audit", story(), "--output", folder.path("no/such/folder/a.txt")});
  EXPECT_EQ(ran.code, 8);
  EXPECT_NE(ran.err.find("cannot write"), std::string::npos);
}

TEST(Output, KeepsTheOldReportWhenTheDiskIsFull) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  EXPECT_EQ(run({"audit", story(), "--output", "/dev/full"}).code, 8);
}

TEST(Output, HasNoColourUnlessItIsAskedFor) {
  EXPECT_EQ(run({"audit", story()}).out.find('\x1B'), std::string::npos);
  EXPECT_EQ(run({"audit", story(), "--color", "never"}).out.find('\x1B'), std::string::npos);
  EXPECT_NE(run({"audit", story(), "--color", "always"}).out.find('\x1B'), std::string::npos);
}

TEST(Output, SaysWithoutColourAllThatItSaysWithIt) {
  const std::string colourful = run({"audit", story(), "--color", "always"}).out;
  std::string plain;
  for (std::size_t at = 0; at < colourful.size(); ++at) {
    if (colourful[at] == '\x1B') {
      at = colourful.find('m', at);
    } else {
      plain += colourful[at];
    }
  }
  EXPECT_EQ(plain, run({"audit", story()}).out);
}

TEST(Colour, IsForTerminalsThatWantIt) {
  for (const bool is_terminal : {false, true})
    for (const bool unwanted : {false, true}) {
      std::ostringstream out;
      std::ostringstream err;
      assay::Terminal terminal{out, err, is_terminal, is_terminal, unwanted, 100};
      assay::run_words({"audit", story()}, terminal);
      EXPECT_EQ(out.str().find('\x1B') != std::string::npos, is_terminal && !unwanted);
    }
}

TEST(Timings, StandOnStandardErrorAlone) {
  const Ran ran = run({"audit", story(), "--as-of", "2024-12-31", "--timings", "--quiet"});
  for (const char* step : {"load", "read", "build", "evaluate"}) EXPECT_NE(ran.err.find(step), std::string::npos);
  EXPECT_EQ(ran.out, run({"audit", story(), "--as-of", "2024-12-31"}).out);
}

TEST(Quiet, StillSaysWhatIsWrong) {
  const Folder folder;
  const std::string bad = folder.write("notes.csv", "subject,body\nhello,world\n");
  EXPECT_NE(run({"audit", bad, "--quiet"}).err.find("error"), std::string::npos);
  EXPECT_EQ(run({"audit", story(), "--quiet"}).err, "");
}

TEST(Store, MayBeDeclinedWithoutAWord) {
  const Ran ran = run({"audit", story(), "--no-store", "--quiet"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err, "");
}

}  // namespace
