#include "tables/tables.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "tables/csv_text.h"

namespace assay {
namespace {

using testing::CsvText;
using testing::one_table;

constexpr auto id = Field::shipment_id;
constexpr auto supplier = Field::shipment_supplier;
constexpr auto origin = Field::shipment_origin_country;

Tables shipments(const InputFile& file) {
  return one_table(file, TableKind::shipments, {id, supplier, origin});
}

CellRef cell(Field field, std::uint32_t record) {
  return {0, field, record};
}

TEST(Place, IsTheLineAndTheCharacterAtWhichACellBegins) {
  CsvText csv("in/shipments.csv");
  csv.header("id,supplier,origin").row("S1,Acme,CN").row("S2,朝鲜矿业 Ltd,KP");
  const CellPlace place = shipments(csv.done()).place(cell(origin, 1));
  EXPECT_EQ(place.file, "in/shipments.csv");
  EXPECT_EQ(place.line, 3U);
  EXPECT_EQ(place.column, 13U);
  EXPECT_EQ(place.record, 2U);
  EXPECT_EQ(place.field, "origin_country");
  EXPECT_EQ(place.field_index, 3U);
  EXPECT_EQ(place.text, "KP");
}

TEST(Place, BeginsAtTheQuoteAndGivesTheTextWithoutIt) {
  CsvText csv("a.csv");
  csv.header("id,supplier,origin").row("S1,\"Acme \"\"A\"\", Ltd\",CN");
  const Tables tables = shipments(csv.done());
  EXPECT_EQ(tables.place(cell(supplier, 0)).column, 4U);
  EXPECT_EQ(tables.place(cell(supplier, 0)).text, "Acme \"A\", Ltd");
  EXPECT_EQ(tables.text(cell(supplier, 0)), "Acme \"A\", Ltd");
  EXPECT_EQ(tables.place(cell(origin, 0)).column, 22U);
}

TEST(Place, FollowsLineEndsWithinTheRecord) {
  CsvText csv("a.csv");
  csv.header("id,supplier,origin", "\r\n");
  csv.row("S1,\"one\r\ntwo\rthree\nfour\",KP", "\r\n").raw("\r\n").row("S2,x,CN", "\r\n");
  const Tables tables = shipments(csv.done());
  EXPECT_EQ(tables.place(cell(supplier, 0)).line, 2U);
  EXPECT_EQ(tables.place(cell(supplier, 0)).column, 4U);
  EXPECT_EQ(tables.place(cell(origin, 0)).line, 5U);
  EXPECT_EQ(tables.place(cell(origin, 0)).column, 7U);
  EXPECT_EQ(tables.place(cell(id, 1)).line, 7U);
  EXPECT_EQ(tables.place(cell(id, 1)).column, 1U);
  EXPECT_EQ(tables.place(cell(id, 1)).record, 2U);
}

TEST(Place, OfTheHeaderIsRecordZero) {
  CsvText csv("a.csv");
  csv.raw("\xEF\xBB\xBF").raw("sep=,\n").header("id,\"supplier\",origin").row("S1,A,CN");
  const CellPlace place = shipments(csv.done()).place(cell(supplier, CellRef::header_record));
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 4U);
  EXPECT_EQ(place.record, 0U);
  EXPECT_EQ(place.field_index, 2U);
  EXPECT_EQ(place.text, "supplier");
}

TEST(Place, CountsNoByteOrderMarkAsACharacter) {
  CsvText csv("a.csv");
  csv.raw("\xEF\xBB\xBF").header("id,supplier,origin").row("S1,A,CN");
  EXPECT_EQ(shipments(csv.done()).place(cell(id, CellRef::header_record)).column, 1U);
}

TEST(Place, OfAColumnThatTheFileHasNotIsTheLineOfTheRecord) {
  CsvText csv("a.csv");
  csv.header("id,supplier,origin").row("S1,A,CN").row("S2,B,CN");
  const Tables tables = shipments(csv.done());
  const CellPlace place = tables.place(cell(Field::shipment_vessel, 1));
  EXPECT_EQ(place.line, 3U);
  EXPECT_EQ(place.column, 0U);
  EXPECT_EQ(place.field_index, 0U);
  EXPECT_EQ(place.field, "vessel");
  EXPECT_EQ(place.text, "");
  EXPECT_EQ(tables.text(cell(Field::shipment_vessel, 1)), "");
}

TEST(Place, OfACellThatAShortRowLacksIsItsEnd) {
  CsvText csv("a.csv");
  csv.header("id,supplier,origin").row("S1,A");
  const CellPlace place = shipments(csv.done()).place(cell(origin, 0));
  EXPECT_EQ(place.column, 5U);
  EXPECT_EQ(place.text, "");
}

TEST(Text, IsAsWrittenWithItsBlanks) {
  CsvText csv("a.csv");
  csv.header("id,supplier,origin").row(" S1 ,\" A \",\u3000KP");
  const Tables tables = shipments(csv.done());
  EXPECT_EQ(tables.text(cell(id, 0)), " S1 ");
  EXPECT_EQ(tables.text(cell(supplier, 0)), " A ");
  EXPECT_EQ(tables.text(cell(origin, 0)), "\u3000KP");
}

TEST(Has, TellsWhichTablesAndColumnsWereGiven) {
  CsvText csv("a.csv");
  const Tables tables = shipments(csv.header("id,supplier,origin").row("S1,A,CN").done());
  EXPECT_TRUE(tables.has(TableKind::shipments));
  EXPECT_FALSE(tables.has(TableKind::workers));
  EXPECT_TRUE(tables.has(origin));
  EXPECT_FALSE(tables.has(Field::shipment_vessel));
  EXPECT_FALSE(tables.has(Field::supplier_name));
  EXPECT_FALSE(Tables().has(origin));
}

TEST(Table, HasNoColumnUntilOneIsMapped) {
  const Table table;
  for (const FieldInfo& field : all_fields()) EXPECT_FALSE(table.has(field.field)) << field.name;
}

/// Reads line and column of an offset off the text alone, slowly.
std::pair<std::uint32_t, std::uint32_t> by_counting(std::string_view text, std::size_t offset) {
  std::uint32_t line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (ends) {
      ++line;
      start = i + 1;
    }
  }
  return {line, static_cast<std::uint32_t>(count_code_points(text.substr(start, offset - start))) + 1};
}

RC_GTEST_PROP(Place, IsWhatCountingGivesForEveryCell, ()) {
  const auto cell_text = rc::gen::element<std::string>("", "a", "朝鲜", "\"a,b\"", "\"x\ny\"", "\"x\r\ny\r\"",
                                                       "\"\"\"q\"\"\"", " ", "é");
  const auto line_end = rc::gen::element<std::string>("\n", "\r\n");
  const auto blank_lines = rc::gen::element<std::string>("", "", "", "\n", "\r\n\r\n", "  \n");
  CsvText csv("a.csv");
  csv.header("id,supplier,origin", *line_end);
  std::vector<std::array<std::size_t, 3>> offsets;
  std::vector<std::array<std::string, 3>> cells;
  const auto rows = *rc::gen::inRange<std::size_t>(1, 20);
  for (std::size_t r = 0; r < rows; ++r) {
    const std::array<std::string, 3> row{"S" + *cell_text, *cell_text, *cell_text};
    if (row[0].find('"') != std::string::npos) RC_DISCARD("a quote within an unquoted cell");
    const std::size_t begin = csv.text.size();
    offsets.push_back({begin, begin + row[0].size() + 1, begin + row[0].size() + row[1].size() + 2});
    csv.row(row[0] + "," + row[1] + "," + row[2], *line_end).raw(*blank_lines);
    cells.push_back(row);
  }
  const Tables tables = shipments(csv.done());
  for (std::uint32_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < 3; ++c) {
      const CellPlace place = tables.place(cell(std::array{id, supplier, origin}[c], r));
      RC_ASSERT(std::pair(place.line, place.column) == by_counting(csv.text, offsets[r][c]));
      std::string scratch;
      RC_ASSERT(place.text == std::string(text_of({cells[r][c]}, scratch)));
    }
}

}  // namespace
}  // namespace assay
