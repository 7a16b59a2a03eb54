// Lists on disk, and the same from what an audit kept: equal in every byte that a report could show.
#include <fstream>
#include <unistd.h>

#include "base/failure.h"
#include "list_help.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::ReadLists;

class Disk : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("assay_lists_" + std::to_string(::getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << text;
    return (root_ / name).string();
  }
  static ReadLists read(const std::vector<std::string>& specs) {
    ReadLists read;
    read.reading = read_lists(specs, read.diagnostics);
    return read;
  }
  static ReadLists again(const ReadLists& first) {
    ReadLists read;
    read.reading = read_kept_lists(first.reading.kept, read.diagnostics);
    return read;
  }

  fs::path root_;
};

std::string everything(const ReadLists& read) {
  std::string text;
  for (const WatchList& list : read.reading.lists) {
    text += list.name + ' ' + list.format + ' ' + list.given + ' ' + to_string(list.date) + ' ' + list.sha256 +
            (list.refused ? " refused" : "") + (list.complete ? " complete" : "") + '\n';
    for (const ListFile& file : list.files) text += file.name + ' ' + file.role + ' ' + file.sha256 + '\n';
    for (const ListEntry& entry : list.entries) {
      text += std::string(entry.id) + ' ' + std::to_string(entry.line) + '\n';
      for (const ListName& name : list.names_of(entry)) text += std::string(name.text) + '\n';
      for (const ListFact& fact : list.facts_of(entry)) text += std::string(fact.text) + '\n';
    }
  }
  for (const Diagnostic& one : read.diagnostics) text += format_diagnostic(one);
  return text + (read.refused() ? "refused" : "");
}

TEST_F(Disk, AnAuditReadsTheSameFromWhatItKept) {
  write("lists/sdn/sdn.csv", "1,\"X\",-0- ,\"DPRK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n\x1A");
  write("lists/sdn/alt.csv", "1,1,aka,Y,-0- \n\x1A");
  write("lists/sdn/list.yaml", "date: 2026-01-31\n");
  write("lists/sdn/SOURCE.md", "# from there\n");
  write("lists/own/watch.csv", "name\nExample\n");
  const std::string file = write("other.csv", "name\nOther\n");
  const ReadLists first = read({(root_ / "lists").string(), file + "@2026-02-01"});
  ASSERT_EQ(first.reading.lists.size(), 3U);
  EXPECT_EQ(first.reading.lists[0].name, "watch") << "sub-folders by name: own, sdn";
  EXPECT_EQ(first.reading.lists[1].name, "ofac-sdn");
  EXPECT_EQ(to_string(first.reading.lists[2].date), "2026-02-01");
  EXPECT_EQ(everything(again(first)), everything(first));
}

TEST_F(Disk, ARefusedListIsRefusedAgain) {
  const std::string page = write("page.xml", "<html></html>");
  const ReadLists first = read({page});
  EXPECT_TRUE(first.refused());
  EXPECT_EQ(everything(again(first)), everything(first));
}

TEST_F(Disk, AListYamlBesideANamedFileCounts) {
  const std::string file = write("watch.csv", "name\nExample\n");
  write("list.yaml", "date: 2026-01-31\nname: mine\n");
  const ReadLists first = read({file});
  EXPECT_EQ(first.list().name, "mine");
  EXPECT_EQ(everything(again(first)), everything(first));
}

TEST_F(Disk, TheDigestOfEveryKeptFileIsThatOfItsBytes) {
  write("lists/watch.csv", "name\nExample\n");
  write("lists/list.yaml", "date: 2026-01-31\n");
  const ReadLists first = read({(root_ / "lists").string()});
  std::size_t files = 0;
  for (const KeptFile& kept : first.reading.kept)
    if (kept.has_bytes()) {
      EXPECT_EQ(to_hex(kept.digest), to_hex(sha256(kept.bytes.view()))) << kept.name;
      ++files;
    }
  EXPECT_EQ(files, 2U);
}

TEST_F(Disk, APathMayHoldAnAt) {
  const std::string file = write("a@b.csv", "name\nExample\n");
  EXPECT_FALSE(read({file}).refused());
  const ReadLists like_a_date = read({write("watch@2026-01-31", "name\nExample\n")});
  EXPECT_EQ(like_a_date.list().date.known, Known::blank) << "it is the name of the file";
  EXPECT_EQ(everything(again(like_a_date)), everything(like_a_date));
  EXPECT_EQ(to_string(read({file + "@2026-01-31"}).list().date), "2026-01-31");
}

TEST_F(Disk, WhatDoesNotExistOrHasNoDateStopsTheProgram) {
  const std::string file = write("watch.csv", "name\nExample\n");
  EXPECT_THROW(read({(root_ / "absent").string()}), Failure);
  try {
    read({file + "@yesterday"});
    FAIL() << "a date that is none";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::usage);
  }
}

TEST_F(Disk, AFolderWithoutAListIsRefused) {
  write("empty/README.md", "nothing here\n");
  EXPECT_TRUE(read({(root_ / "empty").string()}).refused());
}

TEST_F(Disk, TwoListsOfOneNameAreToldApart) {
  const std::string a = write("a/watch.csv", "name\nExample\n");
  const std::string b = write("b/watch.csv", "name\nOther\n");
  const ReadLists both = read({a, b});
  EXPECT_EQ(both.reading.lists[0].name, "watch");
  EXPECT_EQ(both.reading.lists[1].name, "watch (2)");
  EXPECT_EQ(everything(again(both)), everything(both));
}

TEST_F(Disk, AListThatChangesWhileItIsUsedIsAFailure) {
  const std::string file = write("watch.csv", "name\nExample\n");
  const ReadLists first = read({file});
  EXPECT_NO_THROW(check_lists_unchanged(first.reading));
  write("watch.csv", "name\nAnother example\n");
  EXPECT_THROW(check_lists_unchanged(first.reading), Failure);
}

TEST_F(Disk, ALongListIsReadWholeThoughItsPagesAreGivenBack) {
  std::string text = "name,remarks\n";
  for (int i = 0; i < 60000; ++i) text += "Example " + std::to_string(i) + ",\"row\n" + std::to_string(i) + "\"\n";
  ASSERT_GT(text.size(), std::size_t{1} << 20);
  const std::string file = write("watch.csv", text);
  const ReadLists mapped = read({file});
  const ReadLists held = again(mapped);
  ASSERT_EQ(mapped.list().entries.size(), 60000U);
  EXPECT_EQ(mapped.list().entries.back().line, 2U * 59999 + 2);
  EXPECT_EQ(everything(held), everything(mapped));
}

}  // namespace
}  // namespace assay
