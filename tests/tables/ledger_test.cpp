#include <gtest/gtest.h>

#include "base/failure.h"
#include "tables/csv_text.h"
#include "tables/tables.h"

namespace assay {
namespace {

using testing::CsvText;

CsvText four_rows() {
  CsvText csv("a.csv");
  csv.raw("\xEF\xBB\xBF").header("h,i").raw("\n").row("1,2").row("3,4").raw("\n\n").row("5,6").row("7,8", "");
  return csv;
}

LedgerEntry entry_of(const InputFile& file) {
  Tables tables;
  tables.files.push_back(file);
  return ledger_of(tables).at(0);
}

/// Expects that the program stops with exit 70 rather than report sums that do not hold.
void expect_unbalanced(const InputFile& file) {
  try {
    entry_of(file);
    ADD_FAILURE() << "the ledger was taken as balanced";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::internal);
    EXPECT_NE(std::string(failure.what()).find("a.csv"), std::string::npos);
  }
}

TEST(Ledger, GivesEachRowOneFate) {
  CsvText csv = four_rows();
  csv.exclude(0, Fate::rejected).exclude(1, Fate::quarantined).exclude(3, Fate::rejected);
  const LedgerEntry entry = entry_of(csv.done());
  EXPECT_EQ(entry.file, "a.csv");
  EXPECT_EQ(entry.rows, 4U);
  EXPECT_EQ(entry.used, 1U);
  EXPECT_EQ(entry.rejected, 2U);
  EXPECT_EQ(entry.quarantined, 1U);
  EXPECT_EQ(entry.bytes, csv.text.size());
  EXPECT_EQ(entry.accounted_bytes, csv.text.size());
}

TEST(Ledger, RejectsTheRowsOfARefusedFileAndQuarantinesThoseOfAnUnknownOne) {
  InputFile file = four_rows().done();
  file.quarantined = true;
  EXPECT_EQ(entry_of(file).quarantined, 4U);
  EXPECT_EQ(entry_of(file).used, 0U);
  file.refused = true;
  EXPECT_EQ(entry_of(file).rejected, 4U);
  EXPECT_EQ(entry_of(file).used, 0U);
}

TEST(Ledger, BalancesWithoutRows) {
  InputFile file;
  file.name = "a.csv";
  for (const std::string_view text : {"", "h,i", "h,i\n", "\"h\n1\",i\r\n\r\n"}) {
    file.bytes = Bytes(std::string(text));
    EXPECT_EQ(entry_of(file).accounted_bytes, text.size()) << text;
  }
}

TEST(Ledger, AcceptsBlankLinesBehindTheLastRecord) {
  InputFile file = four_rows().done();
  file.bytes = Bytes(std::string(file.bytes.view()) + "\r\n \n");
  EXPECT_EQ(entry_of(file).accounted_bytes, entry_of(file).bytes);
}

TEST(Ledger, NoticesRowsThatWereNeverRead) {
  InputFile file = four_rows().done();
  file.bytes = Bytes(std::string(file.bytes.view()) + "\n9,10\n");
  expect_unbalanced(file);
  file = four_rows().done();
  file.records.clear();
  expect_unbalanced(file);
}

TEST(Ledger, NoticesARowWithTwoFates) {
  expect_unbalanced(four_rows().exclude(1, Fate::rejected).exclude(1, Fate::quarantined).done());
  expect_unbalanced(four_rows().exclude(2, Fate::rejected).exclude(1, Fate::rejected).done());
  expect_unbalanced(four_rows().exclude(1, Fate::used).done());
}

TEST(Ledger, NoticesAnExcludedRowThatIsNotThere) {
  expect_unbalanced(four_rows().exclude(4, Fate::rejected).done());
}

TEST(Ledger, NoticesRecordsThatOverlapOrLieOutside) {
  InputFile file = four_rows().done();
  file.records[2] = file.records[1];
  expect_unbalanced(file);
  file = four_rows().done();
  file.records.back() += 1;
  expect_unbalanced(file);
  file = four_rows().done();
  file.header_offset = file.records.front() + 1;
  expect_unbalanced(file);
}

TEST(Ledger, NoticesABlockWithoutALine) {
  InputFile file = four_rows().done();
  file.line_of_block.clear();
  expect_unbalanced(file);
}

}  // namespace
}  // namespace assay
