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

std::string made_word(std::size_t least, std::size_t most, MadeRandom& random) {
  std::string word;
  for (std::size_t length = least + random.below(most - least + 1); length > 0; --length)
    word += static_cast<char>('a' + random.below(4));
  return word;
}

/// One edit at the place, which is not the last.
void edit(std::string& word, std::size_t at, std::size_t kind) {
  if (kind == 0) std::swap(word[at], word[at + 1]);
  if (kind == 1) word.erase(at, 1);
  if (kind == 2) word[at] = 'e';
  if (kind == 3) word.insert(at, 1, 'e');
}

TEST(AffixFilter, LetsPassWhatIsWithinTwoEditsOfAWord) {
  MadeRandom random(1);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < 40; ++i) words.push_back(made_word(6, 14, random));
  const std::vector<std::string_view> views(words.begin(), words.end());
  const AffixFilter filter(views);
  std::size_t near = 0;
  for (std::size_t i = 0; i < 50'000; ++i) {
    const std::string& word = words[random.below(words.size())];
    std::string text = word;
    for (std::size_t edits = random.below(3); edits > 0; --edits)
      edit(text, random.below(text.size() - 1), random.below(4));
    if (alignment_distance(text, word) > 2) continue;
    ++near;
    for (std::size_t cut = 1; cut < text.size(); ++cut)
      ASSERT_TRUE(passes(filter, text.substr(0, cut), text.substr(cut)))
          << text.substr(0, cut) << " " << text.substr(cut) << " is near " << word;
  }
  EXPECT_GT(near, 40'000U);
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
