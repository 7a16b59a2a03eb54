#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "program/run.h"

// Templates are the first thing that somebody fills in: they are read without a complaint, or nobody trusts the rest.

namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

TEST(Templates, AreReadAsTheTablesThatTheyAreCalledWithoutAComplaint) {
  const Folder folder;
  ASSERT_EQ(run({"init", folder.path("data")}).code, 0);
  const Ran ran = run({"audit", folder.path("data"), "--as-of", "2025-03-31", "-f", "json"});
  EXPECT_THAT(ran.err, Not(HasSubstr("error")));
  EXPECT_THAT(ran.err, Not(HasSubstr("warning")));
  EXPECT_THAT(ran.err, Not(HasSubstr("columns not read")));
  const Json report = Json::parse(ran.out);
  std::set<std::string> tables;
  for (const Json& input : report["inputs"]) {
    ASSERT_EQ(input["tables"].size(), 1) << input;
    EXPECT_EQ(input["file"], input["tables"][0].get<std::string>() + ".csv");
    EXPECT_GE(input["used"], 1);
    EXPECT_EQ(input["used"], input["rows"]);
    tables.insert(input["tables"][0]);
  }
  EXPECT_EQ(tables, (std::set<std::string>{"declarations", "prices", "products", "relations", "shipments", "sites",
                                           "suppliers", "vessel_events", "workers"}));
}

TEST(Templates, AccuseNobodyAndClearNobody) {
  const Folder folder;
  ASSERT_EQ(run({"init", folder.path("data")}).code, 0);
  const Ran ran = run({"audit", folder.path("data"), "--as-of", "2025-03-31"});
  EXPECT_EQ(ran.code, 3) << ran.out;
}

TEST(Templates, SayOfEveryColumnWhatItHolds) {
  const Folder folder;
  ASSERT_EQ(run({"init", folder.path("data")}).code, 0);
  const std::string readme = folder.read("data/README.md");
  for (const char* table :
       {"suppliers", "shipments", "relations", "sites", "workers", "declarations", "prices", "products"}) {
    const std::string text = folder.read("data/" + std::string(table) + ".csv");
    std::istringstream headers(text.substr(0, text.find('\n')));
    for (std::string header; std::getline(headers, header, ',');)
      EXPECT_THAT(readme, HasSubstr("| `" + header + "` | ")) << table;
  }
}

TEST(Templates, OverwriteNothing) {
  const Folder folder;
  folder.write("data/workers.csv", "mine\n");
  const Ran ran = run({"init", folder.path("data")});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("workers.csv is there already; nothing was written"));
  EXPECT_EQ(folder.read("data/workers.csv"), "mine\n");
  EXPECT_FALSE(std::filesystem::exists(folder.path("data/suppliers.csv")));
}

TEST(Templates, MayLieBesideOtherFiles) {
  const Folder folder;
  folder.write("data/notes.txt", "mine\n");
  EXPECT_EQ(run({"init", folder.path("data")}).code, 0);
  EXPECT_EQ(folder.read("data/notes.txt"), "mine\n");
}

TEST(Templates, SayWhenTheFolderCannotBeMade) {
  const Folder folder;
  folder.write("file", "x");
  EXPECT_EQ(run({"init", folder.path("file")}).code, 8);
}

}  // namespace
