#include "names/token_dictionary.h"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "names/made_names.h"
#include "names/similarity.h"

namespace assay {
namespace {

using Alike = std::map<std::uint32_t, float>;

Alike by_index(const TokenDictionary& dictionary, const NameToken& token) {
  TokenDictionary::Scratch scratch;
  std::vector<Partner> partners;
  dictionary.find(token, true, scratch, partners);
  Alike alike;
  for (const Partner& partner : partners) EXPECT_TRUE(alike.emplace(partner.word, partner.similarity).second);
  return alike;
}

/// Compares each word with each: the dictionary gives those that are alike and no others, never less alike.
void expect_the_alike(const std::vector<NameToken>& tokens) {
  TokenDictionary dictionary(edits_allowed);
  std::vector<std::uint32_t> words;
  for (const NameToken& token : tokens) words.push_back(dictionary.add(token));
  dictionary.finish();
  std::size_t pairs = 0;
  for (const NameToken& token : tokens) {
    const Alike found = by_index(dictionary, token);
    Alike expected;
    for (std::size_t i = 0; i < tokens.size(); ++i)
      if (const float similarity = token_similarity(token, tokens[i]).similarity; similarity > 0)
        expected[words[i]] = std::max(expected[words[i]], similarity);
    ASSERT_EQ(found.size(), expected.size()) << token.text;
    for (const auto& [word, similarity] : expected) {
      ASSERT_TRUE(found.contains(word)) << token.text;
      ASSERT_GE(found.at(word), similarity) << token.text;
      ASSERT_NEAR(found.at(word), similarity, 1e-5F) << token.text;
    }
    pairs += found.size() - 1;
  }
  EXPECT_GT(pairs, tokens.size());
}

TEST(TokenDictionary, GivesTheWordsThatAreAlikeOfAllTextsOfTwoLetters) {
  std::vector<NameToken> tokens;
  std::vector<std::string> texts{""};
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (const std::string text = texts[i]; text.size() < 9)
      for (const char c : {'a', 'b'}) {
        texts.push_back(text + c);
        tokens.push_back({texts.back(), "", "", 0, TokenClass::brand, 0});
      }
  expect_the_alike(tokens);
}

TEST(TokenDictionary, GivesTheWordsThatAreAlikeByKeySoundMeaningAndClass) {
  MadeRandom random(4);
  std::vector<NameToken> tokens;
  for (int i = 0; i < 700; ++i) {
    NameToken token;
    for (std::size_t letters = 1 + random.below(14); letters > 0; --letters)
      token.text += static_cast<char>('a' + random.below(2));
    token.token_class = static_cast<TokenClass>(random.below(static_cast<std::size_t>(TokenClass::number) + 1));
    if (token.token_class == TokenClass::number) {
      token.text = std::to_string(random.below(40));
    } else {
      if (random.one_in(3)) token.key = "k" + std::to_string(random.below(30));
      if (random.one_in(3)) token.sound = "s" + std::to_string(random.below(30));
      if (random.one_in(4)) token.meaning = static_cast<std::uint32_t>(1 + random.below(30));
    }
    tokens.push_back(token);
  }
  expect_the_alike(tokens);
}

}  // namespace
}  // namespace assay
