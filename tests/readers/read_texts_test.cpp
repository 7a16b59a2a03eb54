#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/failure.h"
#include "reading_help.h"

namespace assay {
namespace {

using testing::Read;
using testing::read_text;

/// As a careful writer quotes a cell.
std::string written(const std::string& text, bool quote) {
  if (!quote && text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

RC_GTEST_PROP(ReadTexts, GivesBackEveryCellThatWasWritten, ()) {
  const auto cell = rc::gen::container<std::string>(rc::gen::element('a', 'Z', '7', ' ', ',', '"', '\n', ';', '\t'));
  const auto rows = *rc::gen::container<std::vector<std::tuple<std::string, std::string, bool, bool>>>(
      rc::gen::tuple(cell, cell, rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>()));
  std::string text = "supplier_id,name,country\n";
  std::vector<std::vector<std::string>> expected;
  for (const auto& [name, country, quote_it, crlf] : rows) {
    text += "S1," + written(name, quote_it) + "," + written(country, !quote_it) + (crlf ? "\r\n" : "\n");
    expected.push_back({"S1", name, country});
  }
  const Read read = read_text(text);
  RC_ASSERT(!read.result.refused);
  RC_ASSERT(read.file().rows() == expected.size());
  RC_ASSERT(read.ledger().used == expected.size());
  for (std::uint32_t record = 0; record < expected.size(); ++record)
    RC_ASSERT(testing::cells_of_record(read.file(), record) == expected[record]);
}

RC_GTEST_PROP(ReadTexts, BalancesWhateverTheBytes, ()) {
  std::string text = "supplier_id,name,country\r\nS1,\"a, b\",KP\r\n\r\nS2,供应商,CN\r\nS3,\"c\nd\",CN\r\n";
  const auto changes = *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(rc::gen::pair(
      rc::gen::inRange<std::size_t>(0, text.size()),
      rc::gen::oneOf(rc::gen::element(',', '"', '\n', '\r', '\0', '\xEF', ';'), rc::gen::arbitrary<char>())));
  for (const auto& [at, c] : changes) text[at] = c;
  const Read read = read_text(text.substr(*rc::gen::inRange<std::size_t>(0, 4)));
  const LedgerEntry ledger = read.ledger();  // throws when it does not balance
  RC_ASSERT(ledger.rows == ledger.used + ledger.rejected + ledger.quarantined);
  RC_ASSERT(ledger.accounted_bytes == ledger.bytes);
  RC_ASSERT(!read.result.refused || read.says(Level::error, ""));
}

TEST(ReadTexts, OrdersFilesByName) {
  Diagnostics diagnostics;
  const ReadResult result = read_texts({{"shipments", "shipment_id,date,supplier\nA,2017-01-01,S1\n"},
                                        {"relations", "source,relation,target\nA,owns,B\n"}},
                                       diagnostics);
  ASSERT_EQ(result.tables.files.size(), 2U);
  EXPECT_EQ(result.tables.files[0].name, "relations");
  EXPECT_EQ(result.tables.tables[0].kind, TableKind::relations);
  EXPECT_EQ(result.tables.tables[1].file, 1);
}

TEST(ReadTexts, PlacesACellWhereAnEditorShowsIt) {
  const Read read = read_text("\xEF\xBB\xBFsupplier_id,name,country\r\nS1,\"供应\r\n商\",KP\r\n");
  const CellPlace place = read.result.tables.place({0, Field::supplier_country, 0});
  EXPECT_EQ(place.line, 3U);
  EXPECT_EQ(place.column, 4U);
  EXPECT_EQ(place.record, 1U);
  EXPECT_EQ(place.field_index, 3U);
  EXPECT_EQ(place.text, "KP");
}

TEST(ReadTexts, IgnoresAColumnWithoutAHeaderWhenItIsEmpty) {
  const Read read = read_text("supplier_id,name,country,,\nS1,x,CN,,\nS2,y,KP,,\n");
  EXPECT_EQ(read.ledger().used, 2U);
  EXPECT_TRUE(read.says(Level::note, "columns without a header"));
  // An index column that a library wrote: no header, but never at the right edge.
  EXPECT_EQ(read_text(",supplier_id,name,country\n0,S1,x,CN\n1,S2,y,KP\n").ledger().used, 2U);
}

TEST(ReadTexts, LeavesOpenWhatAShiftedRowMayMean) {
  const Read read = read_text("supplier_id,name,country,\nS1,x,CN,\nS2,Busan, Steel,KR\nS3,y,KP,\n");
  EXPECT_EQ(read.ledger().quarantined, 1U);
  EXPECT_EQ(read.column(Field::supplier_country), "CN|KP");
}

}  // namespace
}  // namespace assay
