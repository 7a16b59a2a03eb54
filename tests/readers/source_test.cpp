#include "readers/source.h"

#include <filesystem>
#include <sys/stat.h>

#include <gtest/gtest.h>

#include "base/failure.h"
#include "reading_help.h"

namespace assay {
namespace {

using testing::Read;
using testing::read_paths;
using testing::TemporaryFolder;

const std::string table = "supplier_id,name,country\nS1,x,CN\n";

std::vector<std::string> names_of(const Read& read) {
  std::vector<std::string> names;
  for (const InputFile& file : read.result.tables.files) names.push_back(file.name);
  return names;
}

TEST(ReadInputs, ReadsAFolderWholeAndNamesFilesRelativeToIt) {
  const TemporaryFolder folder;
  folder.write("data/b.csv", table);
  folder.write("data/a.tsv", "supplier_id\tname\tcountry\nS1\tx\tCN\n");
  folder.write("data/sub/c.csv", table);
  folder.write("data/.hidden/d.csv", table);
  folder.write("data/.e.csv", table);
  const Read read = read_paths({folder / "data"});
  EXPECT_EQ(names_of(read), (std::vector<std::string>{"a.tsv", "b.csv", "sub/c.csv"}));
  EXPECT_FALSE(read.result.refused);
  EXPECT_EQ(read.result.tables.tables.size(), 3U);
  EXPECT_EQ(read.result.tables.tables[2].file, 2);
}

TEST(ReadInputs, IgnoresInAFolderWhatIsNoTable) {
  const TemporaryFolder folder;
  folder.write("a.csv", table);
  folder.write("notes.txt", table);
  folder.write("expected.yaml", "x: 1\n");
  const Read read = read_paths({folder.path().string()});
  EXPECT_EQ(names_of(read), std::vector<std::string>{"a.csv"});
  EXPECT_TRUE(read.says(Level::note, "is no table and is not read"));
  EXPECT_EQ(read.diagnostics.size(), 2U);
}

TEST(ReadInputs, QuarantinesAnUnknownTableInAFolderAndRefusesItByName) {
  const TemporaryFolder folder;
  const std::string unknown = folder.write("lots.csv", "foo,bar\n1,2\n3,4\n");
  folder.write("suppliers.csv", table);
  const Read in_folder = read_paths({folder.path().string()});
  EXPECT_FALSE(in_folder.result.refused);
  EXPECT_TRUE(in_folder.result.tables.files[0].quarantined);
  EXPECT_EQ(ledger_of(in_folder.result.tables)[0].quarantined, 2U);
  EXPECT_EQ(in_folder.kinds(), "suppliers");
  EXPECT_TRUE(in_folder.says(Level::warning, "feeds no known table"));
  const Read named = read_paths({unknown});
  EXPECT_TRUE(named.result.refused);
  EXPECT_TRUE(named.says(Level::error, "feeds no known table"));
}

TEST(ReadInputs, RefusesABrokenTableInAFolderAndReadsTheOthers) {
  const TemporaryFolder folder;
  folder.write("a.csv", "<html>Session expired</html>");
  folder.write("b.csv", table);
  const Read read = read_paths({folder.path().string()});
  EXPECT_TRUE(read.result.refused);
  EXPECT_EQ(read.kinds(), "suppliers");
  EXPECT_EQ(read.column(Field::supplier_id), "S1");
}

TEST(ReadInputs, QuarantinesAWorkbookInAFolderAndRefusesItByName) {
  const TemporaryFolder folder;
  const std::string workbook = folder.write("cmrt.xlsx", "PK\x03\x04 zipped");
  folder.write("suppliers.csv", table);
  const Read in_folder = read_paths({folder.path().string()});
  EXPECT_FALSE(in_folder.result.refused);
  EXPECT_TRUE(in_folder.result.tables.files[0].quarantined);
  EXPECT_EQ(ledger_of(in_folder.result.tables)[0].rows, 0U);
  EXPECT_TRUE(in_folder.says(Level::warning, "workbook"));
  EXPECT_TRUE(read_paths({workbook}).result.refused);
}

TEST(ReadInputs, RefusesAFolderWithoutATable) {
  const TemporaryFolder folder;
  folder.write("readme.md", "# nothing\n");
  const Read read = read_paths({folder.path().string()});
  EXPECT_TRUE(read.result.refused);
  EXPECT_TRUE(read.says(Level::error, "no table"));
}

TEST(ReadInputs, TellsFilesOfOneNameApartByTheFoldersAboveThem) {
  const TemporaryFolder folder;
  const std::string first = folder.write("2016/in/suppliers.csv", table);
  const std::string second = folder.write("2017/in/suppliers.csv", table);
  const std::string third = folder.write("2017/in/sites.csv", "site,operator\nF,S1\n");
  EXPECT_EQ(names_of(read_paths({second, first, third})),
            (std::vector<std::string>{"2016/in/suppliers.csv", "2017/in/suppliers.csv", "sites.csv"}));
  // The one is in/suppliers.csv of its folder, the other suppliers.csv of its: they differ already.
  EXPECT_EQ(names_of(read_paths({folder / "2017/in", folder / "2016"})),
            (std::vector<std::string>{"in/suppliers.csv", "sites.csv", "suppliers.csv"}));
}

TEST(ReadInputs, ReadsAFileNamedTwiceTwice) {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.csv", table);
  EXPECT_EQ(names_of(read_paths({file, file})), (std::vector<std::string>{"a.csv", "a.csv (2)"}));
}

TEST(ReadInputs, DoesNotShowTheOrderOfTheArguments) {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.csv", table);
  const std::string b = folder.write("b.csv", "supplier_id,name,country,remark\nS2,y\n");
  const Read forward = read_paths({a, b});
  const Read backward = read_paths({b, a});
  EXPECT_EQ(names_of(forward), names_of(backward));
  EXPECT_EQ(forward.diagnostics, backward.diagnostics);
}

TEST(ReadInputs, RefusesAFifoAndADeviceWithoutWaiting) {
  const TemporaryFolder folder;
  const std::string fifo = folder / "pipe.csv";
  ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
  EXPECT_TRUE(read_paths({fifo}).result.refused);
  EXPECT_TRUE(read_paths({"/dev/zero"}).result.refused);
  folder.write("a.csv", table);
  const Read read = read_paths({folder.path().string()});  // in a folder it is passed over
  EXPECT_FALSE(read.result.refused);
  EXPECT_EQ(names_of(read), std::vector<std::string>{"a.csv"});
}

TEST(ReadInputs, FailsOnAPathThatDoesNotExist) {
  const TemporaryFolder folder;
  try {
    read_paths({folder / "missing.csv"});
    FAIL() << "a missing file was read";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::io);
  }
}

TEST(ReadInputs, FollowsNoLinkInACircle) {
  const TemporaryFolder folder;
  folder.write("data/a.csv", table);
  std::filesystem::create_directory_symlink(folder / "data", folder / "data/again");
  std::filesystem::create_symlink(folder / "nowhere", folder / "data/broken.csv");
  EXPECT_EQ(names_of(read_paths({folder / "data"})), std::vector<std::string>{"a.csv"});
}

TEST(ReadInputs, GivesTheDigestOfTheBytes) {
  const TemporaryFolder folder;
  std::string large = table;
  while (large.size() < (std::size_t{3} << 20)) large += "S2,\"long name, with a comma\",CN\n";
  const Read read = read_paths({folder.write("a.csv", large), folder.write("b.csv", table)});
  EXPECT_EQ(read.result.tables.files[0].digest, sha256(large));
  EXPECT_EQ(read.result.tables.files[1].digest, sha256(table));
  EXPECT_EQ(ledger_of(read.result.tables)[0].accounted_bytes, large.size());
}

TEST(ReadInputs, NamesAFileWhoseNameIsNotUtf8) {
  const TemporaryFolder folder;
  folder.write("a\xFF.csv", table);
  EXPECT_EQ(names_of(read_paths({folder.path().string()})), std::vector<std::string>{"a%FF.csv"});
}

TEST(ExtensionOf, TakesTheLastOneInLowerCase) {
  EXPECT_EQ(extension_of("a/b.tar.CSV"), "csv");
  EXPECT_EQ(extension_of("a.csv/b"), "");
  EXPECT_EQ(extension_of("b"), "");
}

}  // namespace
}  // namespace assay
