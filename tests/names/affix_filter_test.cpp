#include "names/affix_filter.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "names/edit_distance.h"
#include "names/made_names.h"

namespace assay {
namespace {

/// Whether the filter lets the two words pass as one, asked as a search asks.
bool passes(const AffixFilter& filter, const std::string& first, const std::string& second) {
  AffixFilter::Scratch scratch;
  const Affixes begin = filter.affixes_of(first, scratch);
  const Affixes end = filter.affixes_of(second, scratch);
  const std::string text = first + second;
  const std::size_t least = text.size() - 2;
  scratch.hashes.take(text);
  const bool at_the_cut = AffixFilter::may_be_near(begin, end, least) ||
                          (AffixFilter::may_be_swapped(begin, end, least) &&
                           filter.may_be_swapped(text, first.size(), least, scratch.hashes));
  if (!at_the_cut) return false;
  for (std::size_t middle = 1; middle < text.size(); ++middle)
    if (!filter.may_be_near(text, middle, least, scratch.hashes)) return false;
  return true;
}

std::string made_word(std::size_t longest, std::size_t letters, MadeRandom& random) {
  std::string word;
  for (std::size_t length = 1 + random.below(longest); length > 0; --length)
    word += static_cast<char>('a' + random.below(letters));
  return word;
}

TEST(AffixFilter, LetsPassWhatIsWithinTwoEditsOfAWord) {
  MadeRandom random(1);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < 40; ++i) words.push_back(made_word(9, 2, random));
  const std::vector<std::string_view> views(words.begin(), words.end());
  const AffixFilter filter(views);
  std::size_t near = 0;
  for (std::size_t i = 0; i < 20'000; ++i) {
    const std::string first = made_word(6, 2, random) + "c";
    const std::string second = made_word(6, 3, random);
    for (const std::string& word : words) {
      if (alignment_distance_within(first + second, word, 2) > 2) continue;
      ++near;
      ASSERT_TRUE(passes(filter, first, second)) << first << " " << second << " is near " << word;
      break;
    }
  }
  EXPECT_GT(near, 2'000U);
}

TEST(AffixFilter, RefusesWordsThatNoWordOfTheListBeginsOrEndsLike) {
  const AffixFilter filter(std::vector<std::string_view>{"hongxiang", "trading", "dandong"});
  EXPECT_TRUE(passes(filter, "hong", "xiang"));
  EXPECT_TRUE(passes(filter, "honk", "siang"));
  EXPECT_TRUE(passes(filter, "honx", "giang")) << "swapped across the cut";
  EXPECT_FALSE(passes(filter, "fuhua", "metal"));
}

TEST(AffixFilter, RefusesWordsThatTogetherAreTooLongForAnyWordTheyBegin) {
  const AffixFilter filter(std::vector<std::string_view>{"trading", "dandong"});
  EXPECT_FALSE(passes(filter, "dandong", "trading"));
  EXPECT_TRUE(passes(filter, "tradi", "ng"));
}

TEST(AffixFilter, OfNoWordsRefusesAll) {
  EXPECT_FALSE(passes(AffixFilter(std::vector<std::string_view>{}), "hong", "xiang"));
  EXPECT_FALSE(passes(AffixFilter(), "hong", "xiang"));
}

}  // namespace
}  // namespace assay
