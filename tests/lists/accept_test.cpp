// Dates, list.yaml, counts, digests, age: what a list must be so that a name that is not on it is cleared.
#include "base/digest.h"
#include "list_help.h"
#include "lists/list_yaml.h"

namespace assay {
namespace {

using testing::day;
using testing::read_file;
using testing::read_files;
using testing::ReadLists;

const std::string watch = "name\nExample\nOther\n";

TEST(Dates, ThatOfTheCommandLineCounts) {
  const ReadLists read = read_file("watch.csv", watch, "watch@2026-01-31");
  EXPECT_EQ(to_string(read.list().date), "2026-01-31");
  EXPECT_EQ(read.list().date_from, DateFrom::command_line);
  EXPECT_TRUE(rely_on(read.list(), day("2026-02-10")).no_hit);
}

TEST(Dates, AnUndatedListClearsNobody) {
  const ReadLists read = read_file("watch.csv", watch);
  EXPECT_TRUE(read.says("its date is not known"));
  EXPECT_FALSE(rely_on(read.list(), day("2026-02-10")).no_hit);
  EXPECT_FALSE(read.refused());
}

TEST(Dates, ThatOfListYamlCountsWhereNothingElseSpeaks) {
  const ReadLists read = read_files({{"watch.csv", watch}, {"list.yaml", "date: 2026-01-31\n"}});
  EXPECT_EQ(read.list().date_from, DateFrom::list_yaml);
}

TEST(Dates, TheListsOwnCountsFirstAndOthersThatDifferAreTold) {
  const std::string un =
      "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27\"><ENTITIES><ENTITY><FIRST_NAME>X</FIRST_NAME>"
      "</ENTITY></ENTITIES></CONSOLIDATED_LIST>";
  const ReadLists read = read_file("un.xml", un, "un@2026-03-01");
  EXPECT_EQ(to_string(read.list().date), "2026-02-27");
  EXPECT_TRUE(read.says("the first counts"));
}

TEST(Dates, AMonthMayBeAsOldAsItsFirstDay) {
  const ReadLists read = read_files({{"watch.csv", watch}, {"list.yaml", "date: 2026-01\nmax_age_days: 31\n"}});
  EXPECT_TRUE(rely_on(read.list(), day("2026-02-01")).no_hit);
  EXPECT_FALSE(rely_on(read.list(), day("2026-02-02")).no_hit);
}

TEST(Age, OlderThanAllowedItClearsNobody) {
  const ReadLists read = read_files({{"watch.csv", watch}, {"list.yaml", "date: 2026-01-31\nmax_age_days: 7\n"}});
  EXPECT_TRUE(rely_on(read.list(), day("2026-02-07")).no_hit);
  const Reliance old = rely_on(read.list(), day("2026-02-08"));
  EXPECT_FALSE(old.no_hit);
  EXPECT_EQ(old.why, "it is 8 days old, more than the 7 that are allowed");
}

TEST(Age, YoungerThanTheDayIsAllowedAndTold) {
  const ReadLists read = read_file("watch.csv", watch, "watch@2026-01-31");
  const Reliance reliance = rely_on(read.list(), day("2025-06-01"));
  EXPECT_TRUE(reliance.no_hit);
  EXPECT_TRUE(reliance.newer);
}

TEST(ListYaml, NamesTheListAndHoldsItToItsCountAndDigest) {
  const std::string sound =
      "name: mine\ndate: 2026-01-31\nentries: 2\ndigests:\n  watch.csv: " + to_hex(sha256(watch)) +
      "\n# remarks are for people\nsource: \"https://example.org/x\"\n";
  const ReadLists read = read_files({{"watch.csv", watch}, {"list.yaml", sound}});
  EXPECT_FALSE(read.refused());
  EXPECT_EQ(read.list().name, "mine");
  EXPECT_TRUE(read.diagnostics.empty());
}

TEST(ListYaml, AnotherCountIsRefused) {
  const ReadLists read = read_files({{"watch.csv", watch}, {"list.yaml", "entries: 3\n"}});
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.list().entries.empty()) << "nothing of a refused list can be used by mistake";
  EXPECT_TRUE(read.says("it has 2 entries, list.yaml says 3"));
}

TEST(ListYaml, AnotherDigestIsRefused) {
  const ReadLists read = read_files(
      {{"watch.csv", watch + "More\n"}, {"list.yaml", "digests:\n  watch.csv: " + to_hex(sha256(watch)) + "\n"}});
  EXPECT_TRUE(read.refused());
}

TEST(ListYaml, AFileThatIsNotThereIsRefused) {
  const ReadLists read =
      read_files({{"watch.csv", watch}, {"list.yaml", "digests:\n  alt.csv: " + std::string(64, 'a') + "\n"}});
  EXPECT_TRUE(read.refused());
  EXPECT_TRUE(read.says("list.yaml names alt.csv"));
}

TEST(ListYaml, IsReadStrictly) {
  for (const std::string text :
       {"nmae: x\n", "name x\n", "name: x\nname: y\n", " name: x\n", "date: soon\n", "entries: 0\n", "entries: -1\n",
        "max_age_days: 7 days\n", "  a.csv: 00\n", "digests:\n  a.csv: 00\n", "name:\n", "- name: x\n", "\tname: x\n",
        "digests: {a: b}\n", "name: x\n---\nname: y\n"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(read_list_yaml("list.yaml", text, diagnostics)) << text;
    EXPECT_FALSE(diagnostics.empty()) << text;
    EXPECT_TRUE(read_files({{"watch.csv", watch}, {"list.yaml", text}}).refused()) << text;
  }
}

TEST(ListYaml, SuggestsTheKeyThatWasMeant) {
  const ReadLists read = read_files({{"watch.csv", watch}, {"list.yaml", "entires: 2\n"}});
  EXPECT_TRUE(read.says("did you mean entries?"));
}

TEST(ListYaml, SpeaksOfOneListOnly) {
  const ReadLists read = read_files({{"a.csv", watch}, {"b.csv", watch}, {"list.yaml", "date: 2026-01-31\n"}});
  EXPECT_TRUE(read.refused());
}

TEST(LastAccepted, FewerThanHalfIsRefused) {
  ListOptions options;
  options.last_accepted = {{"watch", 5}};
  EXPECT_TRUE(read_files({{"watch.csv", watch}}, "watch", options).refused());
  options.last_accepted = {{"watch", 4}};
  EXPECT_FALSE(read_files({{"watch.csv", watch}}, "watch", options).refused());
  options.last_accepted = {{"another", 5000}};
  EXPECT_FALSE(read_files({{"watch.csv", watch}}, "watch", options).refused());
}

TEST(Digest, OfOneFileIsItsOwnAndOfSeveralThatOfTheLinesOfSha256sum) {
  EXPECT_EQ(read_file("watch.csv", watch).list().sha256, to_hex(sha256(watch)));
  const std::string row = "1,\"X\",-0- ,\"DPRK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n\x1A";
  const std::string alias = "1,1,aka,Y,-0- \n\x1A";
  const ReadLists read = read_files({{"sdn.csv", row}, {"alt.csv", alias}});
  EXPECT_EQ(read.list().sha256,
            to_hex(sha256(to_hex(sha256(alias)) + "  alt.csv\n" + to_hex(sha256(row)) + "  sdn.csv\n")));
}

TEST(Folder, WhatIsNoListIsPassedOverWithANote) {
  const ReadLists read =
      read_files({{"watch.csv", watch}, {"SOURCE.md", "# where it is from\n"}}, "watch@2026-01-31");
  EXPECT_FALSE(read.refused());
  EXPECT_TRUE(read.says("is no watch list and is not read"));
}

}  // namespace
}  // namespace assay
