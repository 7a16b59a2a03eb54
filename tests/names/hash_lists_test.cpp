#include "names/hash_lists.h"

#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(HashLists, GiveTheNumbersUnderAHashAscendingAndOnce) {
  const HashLists lists({{7, 30}, {1ULL << 63, 4}, {7, 10}, {7, 30}});
  EXPECT_THAT(lists.at(7), ElementsAre(10, 30));
  EXPECT_THAT(lists.at(1ULL << 63), ElementsAre(4));
  EXPECT_THAT(lists.at(8), IsEmpty());
}

TEST(HashLists, GiveNothingWhereNothingIsFiled) {
  EXPECT_THAT(HashLists().at(0), IsEmpty());
  EXPECT_THAT(HashLists(std::vector<HashLists::Entry>{}).at(7), IsEmpty());
}

TEST(HashLists, HoldWhatAMapHolds) {
  std::mt19937_64 random(5);
  for (const std::size_t size : {1UL, 2UL, 100UL, 50000UL}) {
    std::vector<HashLists::Entry> entries;
    std::map<std::uint64_t, std::set<std::uint32_t>> expected;
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint64_t hash = spread_hash(random() % (size * 2));
      const auto number = static_cast<std::uint32_t>(random() % 1000);
      entries.push_back({hash, number});
      expected[hash].insert(number);
    }
    const HashLists lists(entries);
    for (const auto& [hash, numbers] : expected)
      ASSERT_THAT(lists.at(hash), testing::ElementsAreArray(numbers)) << size;
    std::size_t strangers = 0;
    for (std::size_t i = 0; i < 2000; ++i)
      if (const std::uint64_t hash = random(); !expected.contains(hash)) strangers += lists.at(hash).size();
    EXPECT_EQ(strangers, 0U);
  }
}

}  // namespace
}  // namespace assay
