// Real lists and hostile files that lie beside the checkout; skipped where they do not.
#include <algorithm>

#include "list_help.h"

namespace assay {
namespace {

using testing::ReadLists;

class Shared : public ::testing::Test {
 protected:
  void SetUp() override {
    if (testing::shared_folder().empty()) GTEST_SKIP() << "no ../shared and no ASSAY_SHARED";
  }
  static ReadLists read(const std::string& path) {
    ReadLists read;
    const std::vector<std::string> specs = {(testing::shared_folder() / path).string()};
    read.reading = read_lists(specs, read.diagnostics);
    return read;
  }
  static std::size_t programme(const WatchList& list, std::string_view beginning) {
    std::size_t count = 0;
    for (const ListEntry& entry : list.entries) {
      const auto facts = list.facts_of(entry, FactKind::programme);
      count += std::any_of(facts.begin(), facts.end(),
                           [&](const ListFact& fact) { return fact.text.starts_with(beginning); });
    }
    return count;
  }
};

struct Count {
  const char* path;
  const char* name;
  std::size_t entries;
  std::size_t names;  ///< at least: one for each row of the aliases
};

TEST_F(Shared, HoldAsManyEntriesAsTheirSourcesSay) {
  for (const Count& count : {Count{"data/ofac-sdn-2022-01", "ofac-sdn", 9044, 9044 + 12409},
                             Count{"data/ofac-sdn-2021-04", "ofac-sdn", 8890, 8890 + 11742},
                             Count{"data/ofac-consolidated-nonsdn", "ofac-consolidated", 442, 442 + 1073},
                             Count{"data/un-sc-consolidated-2018-10", "un-consolidated", 1093, 2000},
                             Count{"data/un-sc-consolidated-2026-02", "un-consolidated", 1003, 2000},
                             Count{"data/eu-2017-1509-dprk", "eu-2017-1509", 326, 500},
                             Count{"names/lists/csl_consolidated_2025-05.csv", "us-csl", 14160, 30000},
                             Count{"names/lists/opensanctions_targets_simple_sample.csv", "opensanctions", 5, 11}}) {
    const ReadLists lists = read(count.path);
    ASSERT_FALSE(lists.refused()) << count.path;
    EXPECT_EQ(lists.list().name, count.name) << count.path;
    EXPECT_EQ(lists.list().entries.size(), count.entries) << count.path;
    EXPECT_GE(lists.list().names.size(), count.names) << count.path;
    EXPECT_TRUE(lists.list().dropped.empty()) << count.path;
  }
}

TEST_F(Shared, HoldTheDprkProgrammes) {
  EXPECT_EQ(programme(read("data/ofac-sdn-2021-04").list(), "DPRK"), 414U);
  EXPECT_EQ(programme(read("data/un-sc-consolidated-2026-02").list(), "DPRK"), 155U);
}

TEST_F(Shared, EveryLineOfTheFtmSampleHasAFate) {
  const ReadLists lists = read("data/ftm-sample");
  std::uint64_t rows = lists.list().entries.size();
  for (const Omitted& one : lists.list().not_screened) rows += one.count;
  for (const Omitted& one : lists.list().dropped) rows += one.count;
  EXPECT_EQ(rows, 1565U);
  EXPECT_TRUE(lists.list().complete);
}

TEST_F(Shared, TheNumbersOfShipsHaveTheirCheckDigit) {
  std::size_t ships = 0;
  const ReadLists lists = read("data/ofac-sdn-2022-01");
  for (const ListFact& fact : lists.list().facts) ships += fact.kind == FactKind::imo ? 1 : 0;
  EXPECT_GT(ships, 400U);
}

TEST_F(Shared, HostileListsAreRefused) {
  for (const char* name : {"40-list-empty.xml", "40-list-not-a-list.xml", "40-list-truncated.xml", "40-list-xxe.xml"})
    EXPECT_TRUE(read(std::string("badinput/own-hostile/") + name).refused()) << name;
  EXPECT_FALSE(read("badinput/own-hostile/40-list-eof-mark-missing.csv").refused());
}

TEST_F(Shared, NoOtherHostileFileIsTakenForAList) {
  // Tables of shipments and rule packs have no column `name`; whatever they are, nothing crashes.
  int taken = 0;
  for (const auto& entry : std::filesystem::directory_iterator(testing::shared_folder() / "badinput/own-hostile"))
    if (entry.path().filename().string().substr(0, 2) < "40")
      taken += read("badinput/own-hostile/" + entry.path().filename().string()).refused() ? 0 : 1;
  EXPECT_EQ(taken, 0);
}

}  // namespace
}  // namespace assay
