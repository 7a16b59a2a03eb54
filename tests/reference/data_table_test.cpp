#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reference/pack.h"

namespace assay {
namespace {

using test::shipped;
using testing::HasSubstr;

/// What is wrong with a table that no loader of its own reads.
std::string complaint_about(const std::string& bytes) {
  Diagnostics diagnostics;
  read_data_tables({{"data/extra.csv", bytes}}, diagnostics);
  if (diagnostics.size() != 1) return std::to_string(diagnostics.size()) + " diagnostics";
  const Diagnostic& only = diagnostics.front();
  return std::to_string(only.at.line) + ":" + std::to_string(only.at.column) + " " + only.message;
}

TEST(DataTables, HoldEveryTableOfThePackByItsName) {
  for (const char* name : {"measures", "exceptions", "facilities", "hs_labels", "korea", "places", "exposure",
                           "countries", "border_zone", "transformations"})
    EXPECT_TRUE(shipped().tables.contains(name)) << name;
  EXPECT_FALSE(shipped().tables.contains("manifest"));
}

TEST(DataTables, KeepColumnsRowsAndLinesAsTheFileHasThem) {
  Diagnostics diagnostics;
  const DataTables tables = read_data_tables(
      {{"data/ports.csv", "code,name\nKPNAM,\"Nampo, \"\"the\"\" port\"\nKPRJN,\n", "mine"}}, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  const DataTable& table = tables.at("ports");
  EXPECT_EQ(table.pack, "mine");
  EXPECT_EQ(table.file, "data/ports.csv");
  EXPECT_EQ(table.column("name"), std::optional<std::size_t>(1));
  EXPECT_EQ(table.column("country"), std::nullopt);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells[1], "Nampo, \"the\" port");
  EXPECT_EQ(table.rows[1].line, 3U);
  EXPECT_EQ(table.rows[1].cells[1], "");
}

TEST(DataTables, LetTheLaterOfTwoPacksCount) {
  Diagnostics diagnostics;
  const DataTables tables =
      read_data_tables({{"data/a.csv", "x\n1\n", "first"}, {"data/a.csv", "x\n2\n", "second"}}, diagnostics);
  EXPECT_EQ(tables.at("a").pack, "second");
  EXPECT_EQ(tables.at("a").rows.front().cells.front(), "2");
}

TEST(DataTables, RefuseWhatIsNoTable) {
  EXPECT_THAT(complaint_about(""), HasSubstr("the table is empty"));
  EXPECT_EQ(complaint_about("a,a\n"), "1:3 the column a is there twice");
  EXPECT_EQ(complaint_about("a,\n"), "1:3 this is no name of a column");
  EXPECT_EQ(complaint_about("a,B c\n"), "1:3 this is no name of a column");
  EXPECT_EQ(complaint_about("a,b\n1\n"), "2:1 this row has 1 cells, the header 2");
  EXPECT_THAT(complaint_about("a\n\xFF\n"), HasSubstr("2:1 this is no valid UTF-8"));
  EXPECT_THAT(complaint_about("a\n1\r\n"), HasSubstr("2:2 a control character"));
}

TEST(DataTables, AreRefusedWithThePackEvenWhenNoRuleAsksForThem) {
  std::vector<PackFile> files = test::small_files();
  files.push_back({"data/extra.csv", "a,b\n1\n"});
  test::replace(files, "data/extra.csv", "a,b\n1\n");
  Diagnostics diagnostics;
  load_reference(files, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.front().at.file, "data/extra.csv");
}

}  // namespace
}  // namespace assay
