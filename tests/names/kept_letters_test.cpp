#include "names/kept_letters.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "names/korean.h"
#include "names/made_names.h"
#include "names/sound.h"

namespace assay {
namespace {

/// Pieces of words in which letters are heard otherwise than written, alone and beside others.
const std::vector<std::string> pieces{
    "a",   "e",  "i",  "o",  "u",  "y",  "kh", "k",  "h",  "ij",  "j",  "ck",   "c",  "ch", "tch", "zh", "dj", "sh",
    "sch", "sz", "ng", "n",  "g",  "l",  "r",  "m",  "b",  "p",   "ph", "f",    "v",  "w",  "x",   "qu", "z",  "s",
    "t",   "d",  "iy", "ei", "oo", "oe", "nr", "tm", "pr", "hye", "ai", "yeon", "ss", "gu", "ts",  "rh"};
const std::vector<std::string> syllables{"kim", "pak", "chol", "hyon", "ryong", "song", "gyu", "suk", "an",  "dong",
                                         "pyo", "mi",  "nam",  "jang", "chu",   "hak",  "bok", "il",  "ung", "tae"};

std::string made_of(const std::vector<std::string>& parts, MadeRandom& random) {
  std::string word;
  for (std::size_t count = 1 + random.below(4); count > 0; --count) word += parts[random.below(parts.size())];
  return word;
}

std::vector<std::string> made_words(MadeRandom& random) {
  const std::vector<std::string>& parts = random.one_in(2) ? pieces : syllables;
  std::vector<std::string> words(2 + random.below(2));
  for (std::string& word : words) word = made_of(parts, random);
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

KeptLetters sounds_of(const std::vector<std::string>& words) {
  KeptLetters kept = kept_in_sound(words.front());
  for (std::size_t i = 1; i < words.size(); ++i)
    kept = may_lose_sounds(words[i - 1], words[i]) ? not_known : kept_letters_joined(kept, kept_in_sound(words[i]));
  return kept;
}

KeptLetters keys_of(const std::vector<std::string>& words) {
  KeptLetters kept = kept_in_key(words.front());
  for (std::size_t i = 1; i < words.size(); ++i) kept = kept_letters_joined(kept, kept_in_key(words[i]));
  return kept;
}

TEST(KeptLetters, AreThoseOfTheSoundOfTheWordsWrittenAsOne) {
  MadeRandom random(1);
  std::size_t known = 0;
  for (std::size_t i = 0; i < 200'000; ++i) {
    const std::vector<std::string> words = made_words(random);
    const std::string sound = sound_of(joined(words));
    if (sound.empty()) continue;
    const KeptLetters kept = sounds_of(words);
    if (kept == not_known) continue;
    ASSERT_EQ(kept, kept_letters_of_sound(sound)) << joined(words) << " sounds " << sound;
    ++known;
  }
  EXPECT_GT(known, 100'000U);
}

TEST(KeptLetters, AreThoseOfTheKeyOfTheWordsWrittenAsOne) {
  MadeRandom random(2);
  std::size_t known = 0;
  for (std::size_t i = 0; i < 200'000; ++i) {
    const std::vector<std::string> words = made_words(random);
    if (!is_korean_word(joined(words))) continue;
    const KeptLetters kept = keys_of(words);
    if (kept == not_known) continue;
    const std::string key = romanisation_key(joined(words));
    ASSERT_EQ(kept, kept_letters_of_key(key)) << joined(words) << " has the key " << key;
    ++known;
  }
  EXPECT_GT(known, 50'000U);
}

TEST(KeptLetters, TellWordsApartThatSoundOtherwise) {
  EXPECT_NE(sounds_of({"dan", "dong"}), sounds_of({"dan", "dol"}));
  EXPECT_NE(sounds_of({"nam", "hung"}), kept_letters_of_sound(sound_of("ryonbong")));
  EXPECT_NE(keys_of({"nam", "hung"}), kept_letters_of_key(romanisation_key("ryonbong")));
}

TEST(KeptLetters, AreNotKnownWhereLettersMayBeLost) {
  EXPECT_EQ(sounds_of({"pak", "hong"}), not_known);
  EXPECT_EQ(sounds_of({"hai", "jin"}), not_known);
  EXPECT_EQ(kept_in_sound("khan"), not_known);
  EXPECT_EQ(kept_in_key("ac"), not_known);
  EXPECT_NE(kept_in_sound("lamalamalamala"), not_known);
  EXPECT_EQ(kept_in_sound("lamalamalamalamalamalamalamala"), not_known) << "there are too many";
}

TEST(KeptLetters, AreNoneOfWordsWithOtherBytes) {
  EXPECT_EQ(kept_in_sound("b2b"), none_kept);
  EXPECT_EQ(kept_letters_joined(kept_in_sound("hong"), kept_in_sound("2")), none_kept);
}

}  // namespace
}  // namespace assay
