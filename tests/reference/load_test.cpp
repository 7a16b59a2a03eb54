#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reference/pack.h"

namespace assay {
namespace {

using test::replace;
using test::small_files;
using testing::HasSubstr;

struct Complaint {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string text;  ///< message and hint
};

/// The single diagnostic that a pack with this file gives.
Complaint complaint_about(const std::string& name, const std::string& bytes) {
  std::vector<PackFile> files = small_files();
  replace(files, name, bytes);
  Diagnostics diagnostics;
  load_reference(files, diagnostics);
  if (diagnostics.size() != 1) {
    for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << format_diagnostic(diagnostic);
    return {};
  }
  const Diagnostic& only = diagnostics.front();
  EXPECT_EQ(only.level, Level::error);
  EXPECT_EQ(only.at.file, name);
  return {only.at.line, only.at.column, only.message + " | " + only.hint};
}

void expect(const Complaint& complaint, std::uint32_t line, std::uint32_t column, const std::string& words) {
  EXPECT_EQ(complaint.line, line);
  EXPECT_EQ(complaint.column, column);
  EXPECT_THAT(complaint.text, HasSubstr(words));
}

const std::string korea_head = "text,resolves_to,kind,status,note\n";
const std::string place_head = "code,name,aliases,country,role,status,note\n";

TEST(LoadReference, TakesAGoodPackWithoutAWord) {
  Diagnostics diagnostics;
  const Reference reference = load_reference(small_files(), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(reference.country("DPRK").country, north_korea);
  EXPECT_EQ(reference.place("남포", Country()).country, north_korea);
  ASSERT_EQ(reference.sources.size(), 6U);
  EXPECT_EQ(reference.sources.front().file, "border_zone.csv");
  EXPECT_EQ(reference.sources.front().max_age_days, 30);
}

TEST(LoadReference, PointsAtAWordThatIsNotKnownAndSuggestsOne) {
  expect(complaint_about("data/korea.csv", korea_head + "DPRK,KP,naem,primary,\n"), 2, 9, "did you mean name");
  expect(complaint_about("data/korea.csv", korea_head + "DPRK,KP,name,primry,\n"), 2, 14, "did you mean primary");
  expect(complaint_about("data/korea.csv", korea_head + "DPRK,North,name,primary,\n"), 2, 6, "one of: KP, KR");
}

TEST(LoadReference, CountsColumnsInCharacters) {
  expect(complaint_about("data/korea.csv", korea_head + "\"朝鲜\",XX,name,primary,\n"), 2, 6, "not known here");
}

TEST(LoadReference, RefusesTwoMeaningsOfOneText) {
  expect(complaint_about("data/korea.csv", korea_head + "DPRK,KP,name,primary,\nD.P.R.K.,KR,name,primary,\n"), 3, 1,
         "KP in line 2");
}

TEST(LoadReference, RefusesATextWithoutALetter) {
  expect(complaint_about("data/korea.csv", korea_head + "\"(-)\",KP,name,primary,\n"), 2, 1, "no letter");
}

TEST(LoadReference, RefusesDamagedTables) {
  expect(complaint_about("data/korea.csv", ""), 0, 0, "empty");
  expect(complaint_about("data/korea.csv", "text,resolves_to,kind,status\n"), 1, 1, "the column note is missing");
  expect(complaint_about("data/korea.csv", "text,text,resolves_to,kind,status,note\n"), 1, 6, "twice");
  expect(complaint_about("data/korea.csv", korea_head + "DPRK,KP,name\n"), 2, 1, "3 cells, the header 5");
  expect(complaint_about("data/korea.csv", korea_head + "\n"), 2, 1, "blank line");
  expect(complaint_about("data/korea.csv", korea_head + "DP\"RK,KP,name,primary,\n"), 2, 3, "a quote within");
  expect(complaint_about("data/korea.csv", korea_head + "\"DPRK,KP,name,primary,\n"), 2, 1, "not closed");
  expect(complaint_about("data/korea.csv", korea_head + "\"DPRK\"x,KP,name,primary,\n"), 2, 7,
         "behind a closing quote");
  expect(complaint_about("data/korea.csv", korea_head + "DP\xFFRK,KP,name,primary,\n"), 2, 3, "UTF-8");
  expect(complaint_about("data/korea.csv", korea_head + "DPRK,KP,name,primary,\r\n"), 2, 22, "control character");
}

TEST(LoadReference, RefusesCodesThatAreNone) {
  expect(complaint_about("data/places.csv", place_head + ",Nampo,,kp,port,geocoded,\n"), 2, 9, "ISO 3166-1");
  expect(complaint_about("data/places.csv", place_head + "CNNAM,Nampo,,KP,port,geocoded,\n"), 2, 1, "in KP");
  expect(complaint_about("data/places.csv",
                         place_head + "KPNAM,Nampo,,KP,port,geocoded,\nKPNAM,Rajin,,KP,port,geocoded,\n"),
         3, 1, "twice");
  expect(complaint_about("data/exposure.csv", "hs_prefix,goods,reason,status,source\n270,coal,x,primary,y\n"), 2, 1,
         "HS code");
  expect(complaint_about("data/transformations.csv", "from,to,process,status\n2601,7,x,project\n"), 2, 6,
         "52 or 2601");
}

TEST(LoadReference, SaysWhichTableIsMissing) {
  std::vector<PackFile> files = small_files();
  files.erase(files.begin());
  Diagnostics diagnostics;
  load_reference(files, diagnostics);
  ASSERT_EQ(diagnostics.size(), 2U);  // and the manifest vouches for a file that is not there
  EXPECT_EQ(diagnostics.front().at.file, "data/border_zone.csv");
  EXPECT_THAT(diagnostics.front().message, HasSubstr("no such table"));
}

TEST(LoadReference, SeesAChangedTable) {
  std::vector<PackFile> files = small_files();
  files.front().bytes += "Yanji,,CN,place,,project,\n";
  Diagnostics diagnostics;
  load_reference(files, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.front().at.file, "data/manifest.csv");
  EXPECT_EQ(diagnostics.front().at.line, 2U);
  EXPECT_THAT(diagnostics.front().message, HasSubstr("another digest"));
}

TEST(LoadReference, SeesATableThatNobodyVouchesFor) {
  std::vector<PackFile> files = small_files();
  files.push_back({"data/extra.csv", "a\n"});
  Diagnostics diagnostics;
  load_reference(files, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_THAT(diagnostics.front().message, HasSubstr("data/extra.csv has no row"));
}

TEST(LoadReference, LetsTheLaterOfTwoPacksCount) {
  std::vector<PackFile> files = small_files();
  std::vector<PackFile> later = small_files();
  replace(later, "data/korea.csv", korea_head + "Nordkorea,KP,name,project,\n");
  files.insert(files.end(), later.begin(), later.end());
  Diagnostics diagnostics;
  const Reference reference = load_reference(files, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(reference.country("Nordkorea").country, north_korea);
  EXPECT_EQ(reference.country("DPRK").country.known(), Known::unreadable);
}

TEST(LoadReference, GivesTheSameForEveryOrderOfTheFiles) {
  std::vector<PackFile> files = small_files();
  Diagnostics one;
  Diagnostics two;
  files.front().bytes = "broken\n";
  load_reference(files, one);
  std::reverse(files.begin(), files.end());
  load_reference(files, two);
  EXPECT_EQ(one, two);
  EXPECT_FALSE(one.empty());
}

}  // namespace
}  // namespace assay
