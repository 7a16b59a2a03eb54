#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"
#include "tables/input_file.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// A folder of its own for each test, removed behind it.
class MapBytes : public ::testing::Test {
 protected:
  MapBytes() {
    std::string name = (fs::path(::testing::TempDir()) / "assay-bytes-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~MapBytes() override { fs::remove_all(folder_); }
  MapBytes(const MapBytes&) = delete;
  MapBytes& operator=(const MapBytes&) = delete;

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }
  static std::string sentence_of(const std::string& path) {
    try {
      Bytes::map(path);
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::io);
      return failure.what();
    }
    return {};
  }

 private:
  fs::path folder_;
};

TEST_F(MapBytes, ShowsWhatIsInTheFile) {
  const std::string text("a,b\r\n\0\xFF,2\n", 10);
  const Bytes bytes = Bytes::map(write("a.csv", text));
  EXPECT_EQ(bytes.view(), text);
  EXPECT_NO_THROW(bytes.check_unchanged());
}

TEST_F(MapBytes, ShowsNothingOfAnEmptyFile) {
  const Bytes bytes = Bytes::map(write("empty.csv", ""));
  EXPECT_TRUE(bytes.view().empty());
  EXPECT_NO_THROW(bytes.check_unchanged());
}

TEST_F(MapBytes, OutlivesTheFileAndTheFirstCopy) {
  Bytes copy;
  {
    const Bytes bytes = Bytes::map(write("a.csv", "a,b\n"));
    copy = bytes;
  }
  fs::remove(path("a.csv"));
  EXPECT_EQ(copy.view(), "a,b\n");
}

TEST_F(MapBytes, RefusesWhatIsNoRegularFile) {
  ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
  EXPECT_THAT(sentence_of(path("fifo")), HasSubstr("not a regular file"));
  EXPECT_THAT(sentence_of("/dev/null"), HasSubstr("not a regular file"));
  fs::create_directory(path("folder"));
  EXPECT_THAT(sentence_of(path("folder")), HasSubstr("folder"));
}

TEST_F(MapBytes, SaysWhichFileIsNotThere) {
  const std::string sentence = sentence_of(path("gone\x1B.csv"));
  EXPECT_THAT(sentence, HasSubstr("gone\\u{1B}.csv: No such file or directory"));
}

TEST_F(MapBytes, NoticesThatTheFileGrew) {
  const Bytes bytes = Bytes::map(write("a.csv", "a,b\n"));
  std::ofstream(path("a.csv"), std::ios::app) << "1,2\n";
  EXPECT_THROW(bytes.check_unchanged(), Failure);
}

TEST_F(MapBytes, NoticesAnotherTimeOfTheFile) {
  const Bytes bytes = Bytes::map(write("a.csv", "a,b\n"));
  fs::last_write_time(path("a.csv"), fs::last_write_time(path("a.csv")) + std::chrono::nanoseconds(1000));
  EXPECT_THROW(bytes.check_unchanged(), Failure);
}

TEST_F(MapBytes, NoticesThatTheFileIsGone) {
  const Bytes bytes = Bytes::map(write("a.csv", "a,b\n"));
  fs::remove(path("a.csv"));
  EXPECT_THROW(bytes.check_unchanged(), Failure);
}

TEST(HeldBytes, AreSharedByCopiesAndNeverChange) {
  Bytes copy;
  {
    const Bytes bytes(std::string("short"));
    copy = bytes;
    EXPECT_EQ(copy.view().data(), bytes.view().data());
  }
  EXPECT_EQ(copy.view(), "short");
  EXPECT_NO_THROW(copy.check_unchanged());
  EXPECT_NO_THROW(Bytes().check_unchanged());
}

}  // namespace
}  // namespace assay
