#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay {

/// How Korean is written in Latin letters.
enum class KoreanSystem {
  mccune_reischauer,  ///< 1939: P'yŏngyang, Amnokkang
  dprk,               ///< 1992: Phyŏngyang, Amrokkang
  revised             ///< Republic of Korea, 2000: Pyeongyang, Amnokgang
};

/// A Hangul syllable (U+AC00 to U+D7A3)?
constexpr bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

/// One word of Hangul in small letters by its sound: final consonants move to a following vowel, stops before nasals
/// become nasals, ㄴ and ㄹ beside one another become ll. Characters that are no syllables are left out.
std::string romanise_korean(std::u32string_view word, KoreanSystem system);

/// As sanctions lists print it: the DPRK system without marks and without the h of aspirates: "pyongyang".
std::string list_romanisation(std::u32string_view word);

/// True when the word (small ASCII letters) can be cut into Korean syllables in any of the systems in use.
bool is_korean_word(std::string_view word);
/// No longer word is one.
constexpr std::size_t max_korean_letters = 60;

/// One text for all romanisations of a Korean word: eo/o, eu/u, oo/u, k/g, t/d, p/b, ch/j, r/l/n at the beginning,
/// and consonants beside each other by their sound. "ryonbong", "yonbong", "lyeonbong" → "yonpong". Small ASCII
/// letters.
std::string romanisation_key(std::string_view word);

/// One text for all writings of a Korean family name ("lee", "ri", "yi" → "family lee"); empty for other words.
std::string korean_family_key(std::string_view word);

/// The number of syllables of a Korean family name at the start of the word: 0, 1, or 2 as in 남궁.
std::size_t korean_family_length(std::u32string_view name);

}  // namespace assay
