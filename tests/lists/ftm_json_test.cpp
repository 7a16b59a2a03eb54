#include "list_help.h"

namespace assay {
namespace {

using testing::read_file;
using testing::ReadLists;

const std::string company =
    R"({"id":"Q1","caption":"Example","schema":"Company","properties":{"alias":["ExTrade"],"name":["Example Trading","示例"],)"
    R"("weakAlias":["ET"],"jurisdiction":["kp"],"leiCode":["HWUPKR0MPOU8FGXBT394"],"notes":"One text"},"target":true,)"
    R"("last_seen":"2026-03-10T15:36:30"})"
    "\n";

TEST(FtmJson, TheFirstNameIsThePrimaryOneWhereverItStands) {
  const ReadLists read = read_file("entities.ftm.json", company);
  EXPECT_EQ(read.names(),
            "name primary: Example Trading | name strong: 示例 | alias strong: ExTrade | weakAlias weak: ET");
  EXPECT_EQ(read.facts(FactKind::country), "kp");
  EXPECT_EQ(read.facts(FactKind::lei), "HWUPKR0MPOU8FGXBT394");
  EXPECT_EQ(read.facts(FactKind::remarks), "One text");
  EXPECT_EQ(to_string(read.list().date), "2026-03-10");
}

TEST(FtmJson, SanctionsAndPapersAreJoinedToTheirParty) {
  const ReadLists read = read_file(
      "entities.ftm.json",
      R"({"id":"s1","schema":"Sanction","properties":{"entity":["Q1"],"program":["DPRK"],"listingDate":["2017-06-01"]},"target":false})"
      "\n" +
          company +
          R"({"id":"p1","schema":"Passport","properties":{"holder":["Q1"],"number":["A12"],"country":["kp"]},"target":false})"
          "\n");
  ASSERT_EQ(read.list().entries.size(), 1U);
  EXPECT_EQ(read.facts(FactKind::programme), "DPRK");
  EXPECT_EQ(read.facts(FactKind::passport), "A12 [kp]");
  EXPECT_EQ(to_string(read.list().entries[0].listed_on), "2017-06-01");
}

TEST(FtmJson, LinksAndThoseWhomNobodyListsAreCountedNotLost) {
  const ReadLists read = read_file(
      "entities.ftm.json",
      company + R"({"id":"o1","schema":"Ownership","properties":{"owner":["Q1"],"asset":["Q2"]},"target":false})"
                "\n"
                R"({"id":"Q2","schema":"Person","properties":{"name":["Relative"]},"target":false})"
                "\n");
  EXPECT_EQ(read.list().entries.size(), 1U);
  ASSERT_EQ(read.list().not_screened.size(), 2U);
  EXPECT_EQ(read.list().not_screened[0].reason, "Ownership is no party");
  EXPECT_EQ(read.list().not_screened[1].reason, "Person that nobody lists (target: false)");
  EXPECT_TRUE(read.list().complete);
}

TEST(FtmJson, CutInTheMiddleOfALineItIsRefused) {
  const std::string two = company + company;
  for (std::size_t length = company.size() + 1; length + 1 < two.size(); length += 3)
    EXPECT_TRUE(read_file("entities.ftm.json", two.substr(0, length)).refused()) << length;
}

TEST(FtmJson, ALineThatIsNoEntityIsLeftOutAndNobodyIsClearedAnyMore) {
  const ReadLists read = read_file("entities.ftm.json", company + "{\"id\": 7}\n" + company);
  EXPECT_FALSE(read.refused());
  EXPECT_FALSE(read.list().complete);
  EXPECT_EQ(read.list().dropped.at(0).line, 2U);
}

TEST(FtmJson, ALineWithBytesThatAreNoUtf8IsLeftOut) {
  std::string bad = company;
  bad[bad.find("Trading")] = '\xFF';
  EXPECT_FALSE(read_file("entities.ftm.json", company + bad + company).list().complete);
}

}  // namespace
}  // namespace assay
