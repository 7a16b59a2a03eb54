#include "names/word_table.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"

namespace assay {
namespace {

TEST(WordTable, KeepsAWordWithItsPartnersWhenWhatItWasMadeOfIsGone) {
  std::pmr::monotonic_buffer_resource pool;
  WordTable table;
  {
    const std::string identity = "hongxiang";
    const std::vector<Partner> partners{{3, 1.0F}, {9, 0.92F}};
    KnownWord known;
    known.weight = 0.5F;
    known.partners = partners;
    table.put(keep_word(7, identity, known, pool));
  }
  const MemoWord* const found = table.find(7, "hongxiang");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->known.weight, 0.5F);
  ASSERT_EQ(found->known.partners.size(), 2U);
  EXPECT_EQ(found->known.partners[1].word, 9U);
}

TEST(WordTable, TellsWordsOfOneHashApart) {
  std::pmr::monotonic_buffer_resource pool;
  WordTable table;
  EXPECT_EQ(table.find(7, "hong"), nullptr);
  table.put(keep_word(7, "hong", {}, pool));
  EXPECT_EQ(table.find(7, "xiang"), nullptr);
  table.put(keep_word(7, "xiang", {}, pool));
  EXPECT_EQ(table.find(7, "hong")->identity, "hong");
  EXPECT_EQ(table.find(7, "xiang")->identity, "xiang");
  EXPECT_EQ(table.find(8, "hong"), nullptr);
}

TEST(WordTable, FindsAllWhenItHasGrown) {
  LargePagesResource pages;
  std::pmr::monotonic_buffer_resource pool(&pages);
  WordTable table;
  for (std::size_t i = 0; i < 30'000; ++i) {
    const std::string word = std::to_string(i);
    table.put(keep_word(hash_text(word), word, {}, pool));
  }
  EXPECT_EQ(table.size(), 30'000U);
  for (std::size_t i = 0; i < 30'000; ++i)
    ASSERT_NE(table.find(hash_text(std::to_string(i)), std::to_string(i)), nullptr) << i;
  EXPECT_EQ(table.find(hash_text("30000"), "30000"), nullptr);
}

}  // namespace
}  // namespace assay
