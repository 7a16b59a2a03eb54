#include "store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"

// What a store keeps comes back as it was, or is refused; nothing in between, and never a crash.

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

KeptFile file_of(KeptFile::Role role, const std::string& name, const std::string& bytes) {
  KeptFile file{role, 0, name, Bytes(bytes), {}};
  if (file.has_bytes()) file.digest = sha256(bytes);
  return file;
}

KeptAudit audit_of(const std::string& shipments) {
  KeptAudit audit;
  audit.is = {0, "0.1.0", "2025-03-31", "flagged", 1, 2, 3, 8, 0, {}, {}};
  audit.options = {{"--as-of", "2025-03-31"}, {"--select", "labour"}};
  audit.files = {file_of(KeptFile::Role::pack, "pack.yaml", "assay: 1\n"),
                 file_of(KeptFile::Role::input, "shipments.csv", shipments),
                 file_of(KeptFile::Role::named_input, "矿.csv", ""),
                 file_of(KeptFile::Role::passed_over, "README.md", ""),
                 file_of(KeptFile::Role::no_file, "pipe", ""),
                 file_of(KeptFile::Role::baseline, "base.json", "assay: 1\n")};
  audit.report = "{\"of\": \"" + shipments.substr(0, 5) + "\"}\n";
  return audit;
}

class StoreFile : public ::testing::Test {
 protected:
  StoreFile()
      : folder_(fs::temp_directory_path() /
                ("assay_store_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + "_" +
                 std::to_string(::getpid()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~StoreFile() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name = "s.db") const { return (folder_ / name).string(); }

  void keep(const std::string& shipments) const {
    KeptAudit audit = audit_of(shipments);
    Store::open_or_create(path()).save(audit);
  }

  /// Does to the store what somebody with another program may do.
  void tamper(const std::string& sql) const {
    SQLite::Database database(path(), SQLite::OPEN_READWRITE);
    database.exec(sql);
  }

  [[nodiscard]] std::string bytes() const {
    std::ifstream in(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  void write(const std::string& bytes) const { std::ofstream(path(), std::ios::binary) << bytes; }

 private:
  fs::path folder_;
};

/// The sentence with which the work fails with that code; empty, and a failed test, if it does not.
std::string refusal(Exit code, const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), code) << failure.what();
    return failure.what();
  }
  ADD_FAILURE() << "was not refused";
  return {};
}

void expect_same(const KeptAudit& a, const KeptAudit& b) {
  EXPECT_EQ(a.is.head, b.is.head);
  EXPECT_EQ(a.options, b.options);
  EXPECT_EQ(a.report, b.report);
  ASSERT_EQ(a.files.size(), b.files.size());
  for (std::size_t i = 0; i < a.files.size(); ++i) {
    EXPECT_EQ(a.files[i].role, b.files[i].role);
    EXPECT_EQ(a.files[i].name, b.files[i].name);
    EXPECT_EQ(a.files[i].bytes.view(), b.files[i].bytes.view());
  }
}

TEST_F(StoreFile, GivesBackWhatWasKept) {
  KeptAudit kept = audit_of("a,b\n1,2\n");
  Store::open_or_create(path()).save(kept);
  const KeptAudit found = Store::open(path()).load(1);
  expect_same(kept, found);
  EXPECT_EQ(found.is.number, 1U);
  EXPECT_EQ(found.is.verdict, "flagged");
  EXPECT_EQ(found.is.exit_code, 1);
  EXPECT_EQ(found.is.rows, 8U);
}

TEST_F(StoreFile, GivesBackAFileOfSeveralPieces) {
  std::string large(std::size_t{17} << 20U, 'x');
  for (std::size_t i = 0; i < large.size(); i += 4096) large[i] = static_cast<char>(i >> 12U);
  keep(large);
  EXPECT_TRUE(Store::open(path()).load(1).files[1].bytes.view() == large);
}

TEST_F(StoreFile, KeepsEqualBytesOnce) {
  keep("a,b\n1,2\n");
  keep("a,b\n1,2\n");
  SQLite::Database database(path());
  // pack.yaml, shipments.csv, an empty file, the report
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM blob").getInt(), 4);
  EXPECT_EQ(Store::open(path()).list().size(), 2U);
}

TEST_F(StoreFile, NumbersAuditsFromOneAndChainsTheirHeads) {
  keep("one");
  keep("two");
  keep("two");
  const std::vector<AuditHead> heads = Store::open(path()).list();
  ASSERT_EQ(heads.size(), 3U);
  for (std::size_t i = 0; i < heads.size(); ++i) EXPECT_EQ(heads[i].number, i + 1);
  EXPECT_NE(heads[1].head, heads[2].head);
}

TEST_F(StoreFile, IsReadableByItsOwnerAlone) {
  keep("one");
  struct stat status {};
  ASSERT_EQ(::stat(path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(StoreFile, KeepsNothingOfAnAuditWhoseFileIsNoLongerWhatWasRead) {
  keep("one");
  KeptAudit audit = audit_of("two");
  audit.files.push_back(file_of(KeptFile::Role::input, "workers.csv", "before"));
  audit.files.back().bytes = Bytes(std::string("after"));
  Store store = Store::open_or_create(path());
  EXPECT_THAT(refusal(Exit::io, [&] { store.save(audit); }), HasSubstr("workers.csv: it was changed"));
  EXPECT_EQ(store.list().size(), 1U);
  SQLite::Database database(path());
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM blob").getInt(), 4);
}

TEST_F(StoreFile, SaysWhichAuditIsTheLastWhenOneIsNotThere) {
  keep("one");
  EXPECT_THAT(refusal(Exit::usage, [&] { (void)Store::open(path()).load(2); }), HasSubstr("the last one is 1"));
}

TEST_F(StoreFile, IsNotMadeByReading) {
  EXPECT_THAT(refusal(Exit::io, [&] { (void)Store::open(path()); }), HasSubstr("there is no store"));
  EXPECT_FALSE(fs::exists(path()));
}

TEST_F(StoreFile, IsRefusedWhenItIsNoDatabase) {
  write("supplier,country\nA,CN\n");
  EXPECT_THAT(refusal(Exit::integrity, [&] { (void)Store::open(path()); }), HasSubstr("no file of SQLite"));
  EXPECT_THAT(refusal(Exit::integrity, [&] { (void)Store::open_or_create(path()); }), HasSubstr("no file of SQLite"));
  EXPECT_EQ(bytes(), "supplier,country\nA,CN\n");
}

TEST_F(StoreFile, IsRefusedWhenItIsEmptyAFolderOrAPipe) {
  write("");
  EXPECT_THAT(refusal(Exit::integrity, [&] { (void)Store::open(path()); }), HasSubstr("it is empty"));
  fs::create_directory(path("folder"));
  EXPECT_THAT(refusal(Exit::integrity, [&] { (void)Store::open(path("folder")); }), HasSubstr("regular file"));
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_THAT(refusal(Exit::integrity, [&] { (void)Store::open_or_create(path("pipe")); }),
              HasSubstr("regular file"));
}

TEST_F(StoreFile, IsRefusedWhenItBelongsToAnotherProgram) {
  SQLite::Database(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (x)");
  for (const auto& open : {Store::open, Store::open_or_create})
    EXPECT_THAT(refusal(Exit::integrity, [&] { (void)open(path()); }), HasSubstr("another program"));
}

TEST_F(StoreFile, IsRefusedWhenANewerProgramWroteIt) {
  keep("one");
  tamper("PRAGMA user_version = 4");
  for (const auto& open : {Store::open, Store::open_or_create})
    EXPECT_THAT(refusal(Exit::integrity, [&] { (void)open(path()); }),
                HasSubstr("a newer assay wrote it: its format is 4, this program knows formats up to 3"));
}

TEST_F(StoreFile, IsRefusedWhenAnOlderProgramWroteIt) {
  keep("one");
  tamper("PRAGMA user_version = 1");
  for (const auto& open : {Store::open, Store::open_or_create})
    EXPECT_THAT(refusal(Exit::integrity, [&] { (void)open(path()); }),
                HasSubstr("an older assay wrote it: its format is 1, this program keeps format 3"));
}

TEST_F(StoreFile, IsRefusedWhenItsTablesAreOthers) {
  for (const char* sql : {"CREATE VIEW more AS SELECT 1", "CREATE INDEX i ON audit (as_of)",
                          "CREATE TRIGGER t AFTER INSERT ON audit BEGIN DELETE FROM audit; END",
                          "ALTER TABLE audit ADD COLUMN note TEXT"}) {
    fs::remove(path());
    keep("one");
    tamper(sql);
    EXPECT_THAT(refusal(Exit::integrity, [&] { (void)Store::open(path()); }), HasSubstr("its tables are not those"))
        << sql;
  }
}

TEST_F(StoreFile, IsRefusedWhenARecordWasChanged) {
  for (const char* sql :
       {"UPDATE audit SET verdict = 'clear' WHERE number = 2", "UPDATE audit SET exit_code = 0 WHERE number = 2",
        "UPDATE audit_option SET value = 'origin_direct' WHERE audit = 2 AND place = 1",
        "DELETE FROM audit_option WHERE audit = 2 AND place = 1",
        "UPDATE audit_file SET name = 'other.csv' WHERE audit = 2 AND place = 1",
        "UPDATE audit_file SET role = 3 WHERE audit = 2 AND place = 1",
        "UPDATE audit_file SET digest = 'short' WHERE audit = 2 AND place = 1",
        "DELETE FROM audit_file WHERE audit = 2 AND place = 4", "DELETE FROM audit WHERE number = 1"}) {
    fs::remove(path());
    keep("one");
    keep("two");
    tamper(std::string("PRAGMA foreign_keys = OFF; ") + sql);
    refusal(Exit::integrity, [&] { (void)Store::open(path()).load(2); });
    refusal(Exit::integrity, [&] { (void)Store::open(path()).list(); });
  }
}

TEST_F(StoreFile, IsRefusedWhenTheBytesOfAFileAreNotThoseOfItsDigest) {
  for (const char* sql : {"UPDATE piece SET bytes = x'00'", "DELETE FROM piece", "DELETE FROM blob",
                          "UPDATE blob SET size = 9223372036854775807", "UPDATE blob SET size = 1",
                          "INSERT INTO piece SELECT digest, number + 1, bytes FROM piece",
                          "UPDATE piece SET bytes = zeroblob(100000000)"}) {
    fs::remove(path());
    keep("one");
    tamper(std::string("PRAGMA foreign_keys = OFF; ") + sql);
    refusal(Exit::integrity, [&] { (void)Store::open(path()).load(1); });
  }
}

TEST_F(StoreFile, IsRefusedWhereverItIsCut) {
  keep("one");
  const std::string whole = bytes();
  for (std::size_t size = 0; size < whole.size(); size += 1999) {
    write(whole.substr(0, size));
    refusal(Exit::integrity, [&] { (void)Store::open(path()).load(1); });
  }
}

TEST_F(StoreFile, IsTheSameOrRefusedWhicheverByteIsOther) {
  keep(std::string(5000, 'x'));
  const KeptAudit kept = Store::open(path()).load(1);
  const std::string whole = bytes();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 1 : 61) {
    std::string other = whole;
    other[at] = static_cast<char>(other[at] ^ (1 << at % 8));
    write(other);
    try {
      expect_same(kept, Store::open(path()).load(1));
    } catch (const Failure&) {
      ++refused;
    }
    fs::remove(path("s.db-journal"));
  }
  EXPECT_GT(refused, 50U);
}

TEST_F(StoreFile, IsBusyWhileAnotherProgramWrites) {
  keep("one");
  SQLite::Database other(path(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN EXCLUSIVE");
  EXPECT_THAT(refusal(Exit::store_busy, [&] { (void)Store::open(path()); }), HasSubstr("in use by another program"));
  other.exec("ROLLBACK");
  EXPECT_EQ(Store::open(path()).list().size(), 1U);
}

}  // namespace
}  // namespace assay
