#include "readers/scan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/failure.h"
#include "literal_reader.h"
#include "reading_help.h"

namespace assay {
namespace {

using testing::cells_of_record;
using testing::LiteralRecord;
using testing::read_literally;

/// The scan with one comma-separated header line, LF line ends.
InputFile scan(std::string text, char separator = ',') {
  InputFile file;
  file.bytes = Bytes(std::move(text));
  file.dialect.separator = separator;
  const std::string_view bytes = file.bytes.view();
  const RecordWalk walk = walk_record(bytes, 0, separator, LineEnds::lf);
  file.headers.assign(walk.columns, "x");
  scan_records(file, {separator, LineEnds::lf, 0, walk.end, walk.next, 2, walk.columns});
  return file;
}

std::string reason_of(const InputFile& file, std::uint32_t record) {
  for (const Excluded& excluded : file.excluded)
    if (excluded.record == record) return excluded.reason;
  return {};
}

TEST(ScanRecords, FindsEachRecordAndItsLine) {
  const InputFile file = scan("a,b\n1,2\n\"x\ny\",4\n5,6");
  ASSERT_EQ(file.rows(), 3U);
  EXPECT_EQ(cells_of_record(file, 1), (std::vector<std::string>{"x\ny", "4"}));
  EXPECT_EQ(cells_of_record(file, 2), (std::vector<std::string>{"5", "6"}));
  EXPECT_EQ(file.line_of(1), 3U);
  EXPECT_EQ(file.line_of(2), 5U);
  EXPECT_TRUE(file.excluded.empty());
}

TEST(ScanRecords, KeepsLineNumbersBeyondOneBlock) {
  std::string text = "a,b\n";
  for (int i = 0; i < 10'000; ++i) text += i % 3 == 0 ? "\"1\n1\",2\n" : "1,2\r\n";
  const InputFile file = scan(text);
  ASSERT_EQ(file.rows(), 10'000U);
  EXPECT_EQ(file.line_of_block.size(), 3U);
  EXPECT_EQ(file.line_of(9'999), 2U + 9'999U + 3'333U);
}

TEST(ScanRecords, CountsBlankLinesApart) {
  const InputFile file = scan("a,b\n\n1,2\n  \n\r\n3,4\n\n");
  EXPECT_EQ(file.rows(), 2U);
  EXPECT_EQ(file.blank_lines, 4U);
  EXPECT_EQ(file.record(0), "1,2");
  EXPECT_EQ(file.line_of(1), 6U);
}

TEST(ScanRecords, RejectsARowWithAnotherNumberOfCells) {
  const InputFile file = scan("a,b,c\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n");
  ASSERT_EQ(file.excluded.size(), 2U);
  EXPECT_EQ(file.fate(1), Fate::rejected);
  EXPECT_EQ(reason_of(file, 1), "2 cells, the header has 3");
  EXPECT_EQ(file.fate(2), Fate::rejected);
  EXPECT_EQ(file.fate(3), Fate::used);
}

TEST(ScanRecords, RejectsAStrayQuoteAndGoesOnAtTheNextLine) {
  const InputFile file = scan("a,b\n1,x\"y\n2,\"y\"z\n3,\"\"\"y\"\"\"\n4,d\n");
  ASSERT_EQ(file.rows(), 4U);
  EXPECT_EQ(file.fate(0), Fate::rejected);
  EXPECT_EQ(file.fate(1), Fate::rejected);
  EXPECT_EQ(file.fate(2), Fate::used);
  EXPECT_EQ(cells_of_record(file, 2)[1], "\"y\"");
}

TEST(ScanRecords, RejectsEveryLineThatAnUnclosedQuoteSwallows) {
  const InputFile file = scan("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
  ASSERT_EQ(file.rows(), 4U);
  EXPECT_EQ(file.fate(0), Fate::used);
  for (std::uint32_t record = 1; record < 4; ++record) {
    EXPECT_EQ(file.fate(record), Fate::rejected);
    EXPECT_EQ(file.line_of(record), record + 2);
  }
}

TEST(ScanRecords, RejectsEveryLineOfARecordThatBreaksLater) {
  const InputFile file = scan("a,b\n1,\"2\n3,4\n5,\"6\"\n7,8\n");
  ASSERT_EQ(file.rows(), 4U);
  EXPECT_EQ(file.excluded.size(), 3U);
  EXPECT_EQ(file.fate(3), Fate::used);
}

TEST(ScanRecords, QuarantinesWhatCanBeReadButNotTrusted) {
  const std::string null_row("5,\0\n", 4);
  const InputFile file = scan("a,b\n1,2\n\"A\", b\n,\n \t,\"\"\nx\ry,2\n" + null_row);
  ASSERT_EQ(file.rows(), 6U);
  EXPECT_EQ(reason_of(file, 1), "the header once more");
  EXPECT_EQ(reason_of(file, 2), "only empty cells");
  EXPECT_EQ(reason_of(file, 3), "only empty cells");
  EXPECT_EQ(reason_of(file, 4), "a carriage return outside quotes");
  EXPECT_EQ(reason_of(file, 5), "NUL bytes");
  for (std::uint32_t record = 1; record < 6; ++record) EXPECT_EQ(file.fate(record), Fate::quarantined);
}

TEST(ScanRecords, QuarantinesLinesOfSums) {
  const InputFile file = scan("a,b,c\nTotal,,1200\n合计,1200,\n,\"Grand total:\",\"1,200.5 t\"\nSubtotal,,$5\n");
  ASSERT_EQ(file.rows(), 4U);
  for (std::uint32_t record = 0; record < 4; ++record) EXPECT_EQ(reason_of(file, record), "a line of sums, no row");
}

TEST(ScanRecords, KeepsAFirmCalledTotal) {
  const InputFile file = scan("a,b,c\nTotal,FR,12\nTotal Energies,,3\nSum Ting Ltd,,3\n12,Total,FR\n");
  EXPECT_TRUE(file.excluded.empty());
}

TEST(ScanRecords, KeepsACarriageReturnWithinQuotes) {
  const InputFile file = scan("a,b\n\"x\ry\",2\n");
  EXPECT_TRUE(file.excluded.empty());
  EXPECT_EQ(cells_of_record(file, 0)[0], "x\ry");
}

TEST(ScanRecords, ForgivesTheSameEmptySurplusInEveryRow) {
  EXPECT_TRUE(scan("a,b\n1,2,,\n3,4,,\n").excluded.empty());
  EXPECT_EQ(scan("a,b\n1,2,,\n3,4,\n").excluded.size(), 2U);    // not the same
  EXPECT_EQ(scan("a,b\n1,2,,\n3,4,5,\n").excluded.size(), 2U);  // not empty
  EXPECT_EQ(scan("a,b\n1,2,\n3,4\n").excluded.size(), 1U);      // not every row: a cell may have shifted
}

TEST(ScanRecords, QuarantinesTextBelowAHeaderThatIsEmptyAtTheRightEdge) {
  const InputFile file = testing::scan_text("a,b,\n1,2,\nx, y,2\n");
  ASSERT_EQ(file.rows(), 2U);
  EXPECT_EQ(file.fate(0), Fate::used);
  EXPECT_EQ(file.fate(1), Fate::quarantined);
}

TEST(ScanRecords, StopsAtARowBeyondTheLimits) {
  const auto code_of = [](const std::string& text) {
    try {
      scan(text);
    } catch (const Failure& failure) {
      return failure.code();
    }
    return Exit::clear;
  };
  const std::string long_cell(longest_record + 10, 'x');
  EXPECT_EQ(code_of("a,b\n" + long_cell + ",2\n"), Exit::limit);
  EXPECT_EQ(code_of("a,b\n\"" + long_cell + "\",2\n"), Exit::limit);
  EXPECT_EQ(code_of("a,b\n1,\"" + long_cell), Exit::limit);
  EXPECT_EQ(code_of("a,b\n" + std::string(most_columns, ',') + "\n"), Exit::limit);
  EXPECT_EQ(code_of("a,b\n" + std::string(most_columns - 1, ',') + "\n"), Exit::clear);
}

/// Pieces that delimited texts are made of, whole and broken ones.
rc::Gen<std::string> delimited_text(char separator) {
  const std::string comma(1, separator);
  const auto piece = rc::gen::weightedElement<std::string>({
      {12, comma},
      {10, "\n"},
      {3, "\r\n"},
      {8, "a"},
      {2, " "},
      {2, "0123456789012345678901234567890123456789"},
      {3, "\"a\""},
      {2, "\"a" + comma + "b\""},
      {2, "\"\"\"x\"\"\""},
      {2, "\"l\nm\""},
      {1, "\""},
      {1, "\r"},
      {1, std::string(1, '\0')},
      {1, "\"\""},
      {1, "\t"},
      {3, "1" + comma + "2" + comma + "3\n"},
      {1, "h1" + comma + "h2" + comma + "h3\n"},
      {1, "\"H1\"" + comma + "h2 " + comma + "h3\n"},
  });
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [=](const std::vector<std::string>& pieces) {
                        std::string text = "h1" + comma + "h2" + comma + "h3\n";
                        for (const std::string& part : pieces) text += part;
                        return text;
                      });
}

void agrees(const std::string& text, char separator) {
  const InputFile file = scan(text, separator);
  const std::vector<LiteralRecord> expected = read_literally(text, separator);
  RC_ASSERT(file.rows() == expected.size());
  for (std::uint32_t record = 0; record < file.rows(); ++record) {
    RC_ASSERT(file.records[record] == expected[record].offset);
    RC_ASSERT(file.line_of(record) == expected[record].line);
    RC_ASSERT(file.fate(record) == expected[record].fate);
    if (expected[record].fate == Fate::used) RC_ASSERT(cells_of_record(file, record) == expected[record].cells);
  }
}

RC_GTEST_PROP(ScanRecords, AgreesWithAReaderWrittenWordByWord, ()) {
  const char separator = *rc::gen::element(',', ';', '\t', '|');
  agrees(*rc::gen::resize(400, delimited_text(separator)), separator);
}

RC_GTEST_PROP(ScanRecords, AgreesOnAnyCharactersAtAll, ()) {
  const auto text =
      *rc::gen::resize(200, rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', '\r', ' ', '\0')));
  agrees("h,h\n" + text, ',');
}

TEST(ScanRecords, AgreesWithTheSlowReaderWhereverABlockOf64BytesEnds) {
  for (const std::string_view tail :
       {"\"x\"\n1,2\n", "\"x\"y\n1,2\n", "\"x\ny\",\n", "\"\"\"\"\n3,4\n", "a\r\n1,2\r\n", "a\rb\n1,2\n",
        "a\"b\n1,2\n", "\"a\"\r\n1,2\n", "\"a\"\rb\n", "\"open\n1,2\n"})
    for (std::size_t padding = 0; padding < 130; ++padding) {
      const std::string text = "h,h\n" + std::string(padding, 'p') + "," + std::string(tail);
      const InputFile file = scan(text);
      const std::vector<LiteralRecord> expected = read_literally(text, ',');
      ASSERT_EQ(file.rows(), expected.size()) << text;
      for (std::uint32_t record = 0; record < file.rows(); ++record) {
        ASSERT_EQ(file.records[record], expected[record].offset) << text;
        ASSERT_EQ(file.fate(record), expected[record].fate) << text;
      }
    }
}

}  // namespace
}  // namespace assay
