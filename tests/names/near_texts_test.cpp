#include "names/near_texts.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "names/edit_distance.h"
#include "names/similarity.h"

namespace assay {
namespace {

using Found = std::map<std::string, unsigned>;

/// By comparing with each of them.
Found by_definition(const std::vector<std::string>& texts, std::string_view text, NearTexts::Allowed allowed) {
  Found found;
  for (const std::string& other : texts) {
    const std::size_t edits = alignment_distance(text, other);
    if (edits <= allowed(std::min(text.size(), other.size()))) found[other] = static_cast<unsigned>(edits);
  }
  return found;
}

NearTexts index_of(const std::vector<std::string>& texts, NearTexts::Allowed allowed, std::size_t deletions_up_to) {
  NearTexts index(allowed, deletions_up_to);
  for (const std::string& text : texts) index.add(text);
  index.finish();
  return index;
}

Found by_index(const NearTexts& index, std::string_view text) {
  NearTexts::Scratch scratch;
  std::vector<NearTexts::Near> near;
  index.find(text, scratch, near);
  Found found;
  for (const NearTexts::Near& one : near)
    EXPECT_TRUE(found.emplace(index.text(one.text), one.edits).second) << "given twice";
  return found;
}

/// All texts of a and b up to a length.
std::vector<std::string> all_texts(std::size_t length) {
  std::vector<std::string> texts{""};
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (const std::string text = texts[i]; text.size() < length)
      for (const char c : {'a', 'b'}) texts.push_back(text + c);
  return texts;
}

TEST(NearTexts, AreAllThoseWithinTheEditsOfSmallAlphabets) {
  const std::vector<std::string> texts = all_texts(9);
  for (const std::size_t deletions_up_to : {3UL, 6UL, 20UL}) {
    const NearTexts index = index_of(texts, edits_allowed, deletions_up_to);
    for (const std::string& text : texts)
      ASSERT_EQ(by_index(index, text), by_definition(texts, text, edits_allowed)) << text << ' ' << deletions_up_to;
  }
}

TEST(NearTexts, AreAllThoseWithinZeroOneAndTwoEdits) {
  const std::vector<std::string> texts = all_texts(8);
  for (const NearTexts::Allowed allowed :
       {NearTexts::Allowed([](std::size_t) { return 0U; }), NearTexts::Allowed([](std::size_t) { return 1U; }),
        NearTexts::Allowed([](std::size_t) { return 2U; })})
    for (const std::size_t deletions_up_to : {0UL, 20UL}) {
      const NearTexts index = index_of(texts, allowed, deletions_up_to);
      for (const std::string& text : texts)
        ASSERT_EQ(by_index(index, text), by_definition(texts, text, allowed)) << text;
    }
}

std::string altered(std::string text, std::mt19937_64& random) {
  for (std::size_t edits = random() % 6; edits > 0 && text.size() > 1; --edits) {
    const auto at = static_cast<std::ptrdiff_t>(random() % (text.size() - 1));
    const auto way = random() % 4;
    if (way == 0) text.erase(text.begin() + at);
    if (way == 1) std::iter_swap(text.begin() + at, text.begin() + at + 1);
    if (way == 2) text.insert(text.begin() + at, static_cast<char>('a' + random() % 4));
    if (way == 3) text[static_cast<std::size_t>(at)] = static_cast<char>('a' + random() % 4);
  }
  return text;
}

TEST(NearTexts, AreAllThoseWithinTheEditsOfLongTexts) {
  std::mt19937_64 random(12);
  std::map<std::string, int> distinct;
  for (int i = 0; i < 60; ++i) {
    std::string text(1 + random() % 70, ' ');
    for (char& c : text) c = static_cast<char>('a' + random() % 4);
    for (int copy = 0; copy < 6; ++copy) distinct[altered(text, random)];
    distinct[text];
  }
  std::vector<std::string> texts;
  for (const auto& [text, none] : distinct) texts.push_back(text);
  for (const NearTexts::Allowed allowed :
       {NearTexts::Allowed(edits_allowed), NearTexts::Allowed(joined_edits_allowed)})
    for (const std::size_t deletions_up_to : {0UL, 11UL}) {
      const NearTexts index = index_of(texts, allowed, deletions_up_to);
      std::size_t pairs = 0;
      for (const std::string& text : texts) {
        const Found found = by_index(index, text);
        ASSERT_EQ(found, by_definition(texts, text, allowed)) << text;
        pairs += found.size() - 1;
      }
      EXPECT_GT(pairs, 300U);
    }
}

}  // namespace
}  // namespace assay
