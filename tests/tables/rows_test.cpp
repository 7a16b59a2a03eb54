#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tables/csv_text.h"
#include "tables/tables.h"

namespace assay {
namespace {

using testing::CsvText;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::one_table;

constexpr auto id = Field::supplier_id;
constexpr auto name = Field::supplier_name;
constexpr auto country = Field::supplier_country;

Tables suppliers(const InputFile& file) {
  return one_table(file, TableKind::suppliers, {id, name, country});
}

std::vector<std::string> column(const Tables& tables, Field field) {
  std::vector<std::string> texts;
  for (Rows rows(tables, 0); rows.next();)
    texts.push_back(std::to_string(rows.record()) + ":" + std::string(rows.text(field)));
  return texts;
}

CsvText three_rows() {
  CsvText csv("suppliers.csv");
  csv.header("id,name,country").row("A1,\"Acme, Ltd\",CN").row("A2,,KP").raw("\n").row("A3,\"B \"\"C\"\"\",KR", "");
  return csv;
}

TEST(Rows, AreReadInOrder) {
  const Tables tables = suppliers(three_rows().done());
  EXPECT_THAT(column(tables, id), ElementsAre("0:A1", "1:A2", "2:A3"));
  EXPECT_THAT(column(tables, name), ElementsAre("0:Acme, Ltd", "1:", "2:B \"C\""));
  EXPECT_THAT(column(tables, country), ElementsAre("0:CN", "1:KP", "2:KR"));
}

TEST(Rows, GiveFieldsInAnyOrderAndTwice) {
  const Tables tables = suppliers(three_rows().done());
  Rows rows(tables, 0);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.text(country), "CN");
  EXPECT_EQ(rows.text(id), "A1");
  EXPECT_EQ(rows.text(name), "Acme, Ltd");
  EXPECT_EQ(rows.text(id), "A1");
}

TEST(Rows, AreEmptyWhereTheFileHasNoSuchColumn) {
  const Tables tables = suppliers(three_rows().done());
  Rows rows(tables, 0);
  ASSERT_TRUE(rows.next());
  EXPECT_FALSE(rows.has(Field::supplier_lei));
  EXPECT_TRUE(rows.has(name));
  EXPECT_EQ(rows.text(Field::supplier_lei), "");
}

TEST(Rows, AreEmptyWhereARowIsShort) {
  CsvText csv("a.csv");
  const Tables tables = suppliers(csv.header("id,name,country").row("A1").row("A2,b,CN").done());
  EXPECT_THAT(column(tables, country), ElementsAre("0:", "1:CN"));
}

TEST(Rows, PassOverExcludedRecords) {
  CsvText csv("a.csv");
  csv.header("id").row("0").row("1").row("2").row("3").row("4");
  csv.exclude(0, Fate::rejected).exclude(2, Fate::quarantined).exclude(3, Fate::rejected);
  EXPECT_THAT(column(suppliers(csv.done()), id), ElementsAre("1:1", "4:4"));
  csv.exclude(4, Fate::rejected);
  EXPECT_THAT(column(suppliers(csv.done()), id), ElementsAre("1:1"));
}

TEST(Rows, AreNoneOfARefusedOrQuarantinedFile) {
  InputFile file = three_rows().done();
  file.refused = true;
  EXPECT_THAT(column(suppliers(file), id), IsEmpty());
  file.refused = false;
  file.quarantined = true;
  EXPECT_THAT(column(suppliers(file), id), IsEmpty());
}

TEST(Rows, AreNoneUnderABareHeader) {
  CsvText csv("a.csv");
  EXPECT_THAT(column(suppliers(csv.header("id").done()), id), IsEmpty());
  InputFile file = csv.done();
  file.records.clear();
  EXPECT_THAT(column(suppliers(file), id), IsEmpty());
}

TEST(Rows, KeepTheirTextsValidUntilTheNextRow) {
  std::string header;
  std::string row;
  std::vector<Field> columns;
  for (const FieldInfo& field : all_fields()) {
    if (field.table != TableKind::suppliers) continue;
    columns.push_back(field.field);
    header += (header.empty() ? "" : ",") + std::string(short_name(field.field));
    row += (row.empty() ? "" : ",") + ("\"\"\"" + std::string(short_name(field.field)) + "\"\"\"");
  }
  CsvText csv("a.csv");
  const Tables tables = one_table(csv.header(header).row(row).row(row).done(), TableKind::suppliers, columns);
  Rows rows(tables, 0);
  while (rows.next()) {
    std::vector<std::string_view> texts;
    texts.reserve(columns.size());
    for (const Field field : columns) texts.push_back(rows.text(field));
    for (std::size_t i = 0; i < columns.size(); ++i)
      EXPECT_EQ(texts[i], "\"" + std::string(short_name(columns[i])) + "\"");
  }
}

TEST(Rows, NameTheirCellsAsTablesReadThem) {
  const Tables tables = suppliers(three_rows().done());
  for (Rows rows(tables, 0); rows.next();)
    for (const Field field : {id, name, country}) EXPECT_EQ(tables.text(rows.cell(field)), rows.text(field));
}

}  // namespace
}  // namespace assay
