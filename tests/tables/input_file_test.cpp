#include "tables/input_file.h"

#include <gtest/gtest.h>

#include "tables/csv_text.h"
#include "tables/lines.h"

namespace assay {
namespace {

using testing::CsvText;

TEST(CountLineEnds, CountsEachKindOnce) {
  EXPECT_EQ(count_line_ends(""), 0U);
  EXPECT_EQ(count_line_ends("a"), 0U);
  EXPECT_EQ(count_line_ends("\n"), 1U);
  EXPECT_EQ(count_line_ends("\r"), 1U);
  EXPECT_EQ(count_line_ends("\r\n"), 1U);
  EXPECT_EQ(count_line_ends("\n\r"), 2U);
  EXPECT_EQ(count_line_ends("a\r\nb\nc\rd\r\r\n"), 5U);
}

TEST(CountLineEnds, CountsTheSameAtEveryPlaceOfALongText) {
  for (std::size_t at = 0; at < 400; ++at)
    for (const std::string_view end : {"\n", "\r", "\r\n"}) {
      std::string text(at, 'a');
      text += end;
      EXPECT_EQ(count_line_ends(text), 1U) << at;
      text += std::string(300, 'b');
      EXPECT_EQ(count_line_ends(text), 1U) << at;
    }
  EXPECT_EQ(count_line_ends(std::string(100000, '\n')), 100000U);
  EXPECT_EQ(count_line_ends(std::string(100000, '\r')), 100000U);
}

TEST(InputFile, GivesARecordWithoutItsLineEnd) {
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    CsvText csv("a.csv");
    const InputFile file = csv.header("h,i", end).row("1,2", end).row("3, ", end).row("5,6", "").done();
    ASSERT_EQ(file.rows(), 3U);
    EXPECT_EQ(file.header(), "h,i");
    EXPECT_EQ(file.record(0), "1,2");
    EXPECT_EQ(file.record(1), "3, ");
    EXPECT_EQ(file.record(2), "5,6");
  }
}

TEST(InputFile, GivesARecordWithoutTheBlankLinesBehindIt) {
  CsvText csv("a.csv");
  csv.header("h,i").raw("\n");
  csv.row("1,2").raw("\n\r\n  \n\t\n");
  csv.row("\"a\n \n\",").raw(" \n");
  csv.row(" , \t").raw("\n   ");
  const InputFile file = csv.done();
  EXPECT_EQ(file.header(), "h,i");
  EXPECT_EQ(file.record(0), "1,2");
  EXPECT_EQ(file.record(1), "\"a\n \n\",");
  EXPECT_EQ(file.record(2), " , \t");
}

TEST(InputFile, KeepsARecordOfBlanksAlone) {
  CsvText csv("a.csv");
  const InputFile file = csv.header("h").row("  ").row("\t\t").done();
  EXPECT_EQ(file.record(0), "  ");
  EXPECT_EQ(file.record(1), "\t\t");
}

TEST(InputFile, HasNoRowsUnderABareHeader) {
  InputFile file;
  file.bytes = Bytes(std::string("h,i\n"));
  EXPECT_EQ(file.rows(), 0U);
  EXPECT_EQ(file.header(), "h,i");
  file.records = {4};
  EXPECT_EQ(file.rows(), 0U);
  EXPECT_EQ(file.header(), "h,i");
}

TEST(InputFile, TellsTheFateOfEachRecord) {
  CsvText csv("a.csv");
  csv.header("h").row("1").row("2").row("3").row("4");
  csv.exclude(1, Fate::rejected).exclude(3, Fate::quarantined);
  InputFile file = csv.done();
  EXPECT_EQ(file.fate(0), Fate::used);
  EXPECT_EQ(file.fate(1), Fate::rejected);
  EXPECT_EQ(file.fate(2), Fate::used);
  EXPECT_EQ(file.fate(3), Fate::quarantined);
  file.quarantined = true;
  EXPECT_EQ(file.fate(0), Fate::quarantined);
  file.refused = true;
  EXPECT_EQ(file.fate(0), Fate::rejected);
}

TEST(InputFile, CountsLinesOverManyBlocks) {
  CsvText csv("a.csv");
  csv.header("h,i");
  std::vector<std::uint32_t> lines;
  for (std::uint32_t i = 0; i < 3 * records_per_block + 5; ++i) {
    lines.push_back(csv.line);
    csv.row(i % 7 == 0 ? "\"two\nlines\",x" : "1,2", i % 3 == 0 ? "\r\n" : "\n");
    if (i % 11 == 0) csv.raw("\n");
  }
  const InputFile file = csv.done();
  for (std::uint32_t i = 0; i < lines.size(); ++i) ASSERT_EQ(file.line_of(i), lines[i]) << i;
}

}  // namespace
}  // namespace assay
