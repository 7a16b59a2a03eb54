#include <gtest/gtest.h>

#include "base/failure.h"
#include "readers/content.h"
#include "readers/encoding.h"
#include "reading_help.h"

namespace assay {
namespace {

using namespace std::string_literals;
using testing::Read;
using testing::read_text;

const std::string header = "supplier_id,name,country\n";

/// Each refused file has an error that says why, feeds no table, and its ledger still balances.
void expect_refused(const std::string& text, std::string_view why) {
  const Read read = read_text(text);
  EXPECT_TRUE(read.result.refused) << why;
  EXPECT_TRUE(read.file().refused) << why;
  EXPECT_EQ(read.kinds(), "") << why;
  EXPECT_TRUE(read.says(Level::error, why)) << why << ", but: " << read.diagnostics.at(0).message;
  EXPECT_EQ(read.ledger().used, 0U) << why;
}

TEST(Refusal, NamesWhatIsNoDelimitedText) {
  expect_refused("", "is empty");
  expect_refused(" \n\n", "nothing but blanks");
  expect_refused(std::string(500, '\0'), "NUL");
  expect_refused("PK\x03\x04 and more", "workbook");
  expect_refused("%PDF-1.7\n", "PDF");
  expect_refused("<!DOCTYPE html><html><body>Session expired</body></html>", "HTML");
  expect_refused("<?xml version=\"1.0\"?><a/>", "XML");
  expect_refused("[{\"supplier_id\":\"S1\"}]", "JSON");
  expect_refused("{\"suppliers\": []}", "JSON");
  expect_refused(std::string(99, '"'), "quotes");
}

TEST(Refusal, IgnoresMarkupAndBracketsInTheCellsOfATable) {
  const Read read = read_text(header + "S1,<script>alert(1)</script>,CN\nS2,\"[{x}]\",CN\n");
  EXPECT_FALSE(read.result.refused);
  EXPECT_EQ(read.ledger().used, 2U);
}

TEST(Refusal, GuessesAnEncodingButNeverDecodesOnIt) {
  expect_refused("\xFF\xFEs\0u\0p\0"s, "UTF-16LE");
  expect_refused("\0s\0u\0p\0p\0l\0i\0e\0r\0_\0i\0d\0,\0n\0a\0m\0e\0\n"s, "UTF-16BE");
  expect_refused("s\0u\0p\0p\0l\0i\0e\0r\0_\0i\0d\0,\0n\0a\0m\0e\0\n\0"s, "UTF-16LE");
  expect_refused("\xFF\xFE\0\0s\0\0\0"s, "UTF-32LE");
  // 供应商 in GB18030, as a header
  expect_refused("\xB9\xA9\xD3\xA6\xC9\xCC,\xB9\xFA\xBC\xD2\nA,CN\n", "the header is not UTF-8");
}

TEST(Refusal, TakesAFileWhoseRowsAreMostlyNotUtf8) {
  const Read mostly = read_text(header + "S1,\xB5\xA4\xB6\xAB,CN\nS2,\xB4\xF3\xC1\xAC,CN\nS3,x,CN\n");
  EXPECT_TRUE(mostly.result.refused);
  EXPECT_EQ(mostly.ledger().rejected, 3U);  // counted, though nothing of it is used
  const Read one = read_text(header + "S1,\xB5\xA4\xB6\xAB,CN\nS2,y,CN\nS3,x,CN\n");
  EXPECT_FALSE(one.result.refused);
  EXPECT_EQ(one.ledger().quarantined, 1U);
  EXPECT_EQ(one.column(Field::supplier_id), "S2|S3");
  EXPECT_TRUE(one.says(Level::warning, "not UTF-8"));
}

TEST(IsUtf8, RefusesSurrogatesOverlongFormsAndTheEndOfUnicode) {
  EXPECT_TRUE(is_utf8("朝鲜 Ünïcode \xF0\x9F\x9A\xA2"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
  EXPECT_FALSE(is_utf8("\xE6\x9C"));
}

TEST(Refusal, NamesBothColumnsThatMeanOneField) {
  expect_refused("supplier_id,name,country,Country Code\nS1,x,CN,CN\n",
                 "two columns for supplier.country: \"country\" (column 3) and \"Country Code\" (column 4)");
}

TEST(Refusal, SaysThatTheHeaderMustBeTheFirstLine) {
  expect_refused("Report of suppliers 2016\n\n" + header + "S1,x,CN\n", "delete the lines above line 3");
  expect_refused("Report,,\n" + header + "S1,x,CN\n", "line 2 looks like one");
}

TEST(Refusal, ListsWhatTheNearestTableLacks) {
  expect_refused("supplier_id,name\nS1,x\n", "also needs supplier.country");
  expect_refused("S1,x,CN\nS2,y,CN\n", "supplier.name and supplier.country");
  expect_refused("supplier_id,name,cuontry\nS1,x,CN\n", "did you mean \"country\"");
}

TEST(Refusal, TakesAHeaderThatCannotBeRead) {
  expect_refused("supplier_id,\"name,country\nS1,x,CN\n", "never closes it");
  expect_refused("supplier_id,na\"me,country\nS1,x,CN\n", "quote where none may stand");
  expect_refused("a,b;c\n1,2;3\n", "split this file equally well");
}

TEST(Refusal, TakesAFileOfWhichMoreThanHalfIsUnsound) {
  expect_refused(header + "S1,x\nS2,y\nS3,z,CN\n", "2 of 3 rows cannot be used");
  const Read half = read_text(header + "S1,x\nS2,y,CN\n");
  EXPECT_FALSE(half.result.refused);
  EXPECT_EQ(half.ledger().rejected, 1U);
}

TEST(Refusal, AcceptsAHeaderWithoutRows) {
  for (const std::string& text : {header, header.substr(0, header.size() - 1), header + "\n\n"}) {
    const Read read = read_text(text);
    EXPECT_FALSE(read.result.refused);
    EXPECT_EQ(read.kinds(), "suppliers");
    EXPECT_EQ(read.ledger().rows, 0U);
  }
}

TEST(Refusal, StopsAtAHeaderBeyondTheLimits) {
  EXPECT_THROW(read_text("supplier_id,name,country" + std::string(10'000, ',') + "\n"), Failure);
}

TEST(Complaints, TellTheFirstRowsAndCountTheRest) {
  std::string text = header;
  for (int i = 0; i < 20; ++i) text += "S,x,CN\n";
  for (int i = 0; i < 9; ++i) text += "S,x\n";
  const Read read = read_text(text);
  EXPECT_EQ(read.ledger().rejected, 9U);
  EXPECT_TRUE(read.says(Level::warning, "row 21 is rejected: 2 cells, the header has 3"));
  EXPECT_TRUE(read.says(Level::warning, "from here on 4 more rows"));
  EXPECT_EQ(read.diagnostics.at(0).at, (Location{"test.csv", 22, 1}));
}

TEST(Complaints, NeverTellTheTextOfACell) {
  const Read read = read_text("site,nationality,employer\nF1,\"Kim Chol\" Su,E\nF1,KP,E\nF1,KP,E\n");
  EXPECT_EQ(read.ledger().rejected, 1U);
  for (const Diagnostic& diagnostic : read.diagnostics) {
    EXPECT_EQ(diagnostic.message.find("Kim"), std::string::npos);
    EXPECT_EQ(diagnostic.excerpt, "");
  }
}

TEST(Complaints, NoteTheColumnsThatAreNotRead) {
  const Read read = read_text("supplier_id,name,country,remark,gross_wieght\nS1,x,CN,a,b\n");
  EXPECT_TRUE(read.says(Level::note, "columns not read: \"remark\", \"gross_wieght\""));
  EXPECT_TRUE(read.says(Level::note, "did you mean \"gross weight\"?"));
  const Read clean = read_text(header + "S1,x,CN\n");
  EXPECT_TRUE(clean.diagnostics.empty());
}

TEST(Complaints, NoteWhatTheOtherColumnsStandFor) {
  const Read weights = read_text("shipment_id,date,supplier,net_weight,gross_weight\nS1,2017-01-01,A,1,2\n");
  EXPECT_TRUE(weights.says(Level::note, "\"gross_weight\" (column 5) is not read"));
  EXPECT_EQ(weights.header_of(Field::shipment_quantity), "net_weight");
  EXPECT_TRUE(read_text("owner_id,owned_id,pct\nA,B,50\n").says(Level::note, "source owns target"));
  EXPECT_TRUE(read_text("supplier_id,name,coun\u200Btry\nS1,x,CN\n").says(Level::note, "nobody sees"));
}

}  // namespace
}  // namespace assay
