#include <nlohmann/json.hpp>

#include "run.h"

namespace {

using Json = nlohmann::json;

const std::string watch = "name,kind\nExample Trading,company\nExample 7,vessel\n";

TEST(ListsCheck, ASoundListEndsWithZero) {
  const Folder folder;
  folder.write("watch.csv", watch);
  const Ran ran = run({"lists", "check", folder.path("watch.csv") + "@2026-01-31", "--as-of", "2026-02-01"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "watch                 2 entries, sound: a name that is not on it is cleared by it\n");
}

TEST(ListsCheck, OneThatClearsNobodyEndsWithThree) {
  const Folder folder;
  folder.write("watch.csv", watch);
  const Ran ran = run({"lists", "check", folder.path("watch.csv"), "--as-of", "2026-02-01"});
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.out.find("clears nobody: its date is not known"), std::string::npos) << ran.out;
}

TEST(ListsCheck, ARefusedListEndsWithSix) {
  const Folder folder;
  folder.write("list.xml", "<html><body>503</body></html>");
  const Ran ran = run({"lists", "check", folder.path("list.xml")});
  EXPECT_EQ(ran.code, 6);
  EXPECT_NE(ran.err.find("it is a web page"), std::string::npos) << ran.err;
}

TEST(ListsCheck, WantsAPath) {
  EXPECT_EQ(run({"lists", "check"}).code, 2);
  EXPECT_EQ(run({"lists", "check", "/no/such/list"}).code, 8);
}

TEST(ListsStatus, SaysWhatAListHolds) {
  const Folder folder;
  folder.write("watch.csv", watch);
  folder.write("list.yaml", "name: mine\ndate: 2026-01-01\nmax_age_days: 10\n");
  const Ran ran = run({"lists", "status", folder.path("watch.csv"), "--as-of", "2026-01-31"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  for (const char* part :
       {"mine  (own-csv, watch.csv)", "2026-01-01, from list.yaml", "30 days on 2026-01-31; 10 are allowed",
        "2 entries: 1 company, 1 vessel", "2: 2 primary, 0 strong, 0 weak", "clears nobody: it is 30 days old"})
    EXPECT_NE(ran.out.find(part), std::string::npos) << part << "\n" << ran.out;
}

TEST(ListsStatus, JsonSaysTheSame) {
  const Folder folder;
  folder.write("watch.csv", watch);
  const Ran ran =
      run({"lists", "status", folder.path("watch.csv") + "@2026-01-31", "--as-of", "2026-02-01", "--format", "json"});
  const Json report = Json::parse(ran.out);
  EXPECT_EQ(report["format"], "assay-lists/1");
  EXPECT_EQ(report["as_of"], "2026-02-01");
  const Json& list = report["lists"].at(0);
  EXPECT_EQ(list["name"], "watch");
  EXPECT_EQ(list["entries"], 2);
  EXPECT_EQ(list["kinds"]["vessel"], 1);
  EXPECT_EQ(list["age_days"], 1);
  EXPECT_EQ(list["no_hit_counts"], true);
}

TEST(ListsStatus, WithoutAPathItIsTheListThatTheProgramShipsWith) {
  const Ran ran = run({"lists", "status", "--as-of", "2025-06-30"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("dprk-public-record"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("a precedent, no listed party"), std::string::npos) << ran.out;
}

TEST(ListsStatus, NamesFromListsCannotSteerTheTerminal) {
  const Folder folder;
  folder.write("watch.csv", "name\nExample\n");
  folder.write("list.yaml", "name: \"\x1b[2Jmine\"\n");
  const Ran ran = run({"lists", "status", folder.path("watch.csv"), "--as-of", "2026-01-31"});
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
}

}  // namespace
