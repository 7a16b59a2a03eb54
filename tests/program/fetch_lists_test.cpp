// scripts/fetch-lists, from a mirror on disk; skipped where there is no curl.
#include <cstdlib>

#include "run.h"

namespace {

const std::string script = "ASSAY_NO_INSTALL=1 '" + std::string(ASSAY_SOURCE_DIR) + "/scripts/fetch-lists'";

/// The exit code of the script.
int fetch(const std::string& words) {
  const int status = std::system((script + ' ' + words + " >/dev/null 2>&1").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class FetchLists : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v curl >/dev/null 2>&1") != 0) GTEST_SKIP() << "no curl";
  }
};

const std::string treasury = "mirror/sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/";

void write_mirror(const Folder& folder) {
  folder.write(treasury + "SDN.CSV", "1,\"X\",-0- ,\"DPRK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1A");
  folder.write(treasury + "ADD.CSV", "1,1,-0- ,-0- ,\"Example\",-0- \r\n\x1A");
  folder.write(treasury + "ALT.CSV", "1,1,\"aka\",\"Y\",-0- \r\n\x1A");
  folder.write(treasury + "SDN_COMMENTS.CSV", "1,\"DOB 1962\"\r\n\x1A");
}

TEST_F(FetchLists, WritesAFolderThatIsASoundList) {
  const Folder folder;
  write_mirror(folder);
  ASSERT_EQ(fetch("--base 'file://" + folder.path("mirror") + "' '" + folder.path("lists") + "' ofac-sdn"), 0);
  const Ran ran = run({"lists", "check", folder.path("lists")});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
  EXPECT_NE(ran.out.find("ofac-sdn"), std::string::npos);
}

TEST_F(FetchLists, AFetchThatFailsLeavesTheOldListWhole) {
  const Folder folder;
  write_mirror(folder);
  const std::string words = "--base 'file://" + folder.path("mirror") + "' '" + folder.path("lists") + "' ofac-sdn";
  ASSERT_EQ(fetch(words), 0);
  const std::string before = folder.read("lists/ofac-sdn/list.yaml");
  std::filesystem::remove(folder.path(treasury + "ALT.CSV"));
  EXPECT_EQ(fetch(words), 1);
  EXPECT_EQ(folder.read("lists/ofac-sdn/list.yaml"), before);
  EXPECT_EQ(run({"lists", "check", folder.path("lists")}).code, 0);
}

TEST_F(FetchLists, SaysWhatItWouldDoAndRefusesWrongUse) {
  EXPECT_EQ(fetch("--help"), 0);
  EXPECT_EQ(fetch("--dry-run /nonexistent/lists"), 0) << "nothing is written";
  EXPECT_EQ(fetch(""), 2);
  EXPECT_EQ(fetch("/tmp/lists no-such-list"), 2);
  EXPECT_EQ(fetch("--no-such-option /tmp/lists"), 2);
}

}  // namespace
