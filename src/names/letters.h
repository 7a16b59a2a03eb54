#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay {

/// What a character is to the reader of names.
enum class LetterKind : std::uint8_t {
  gap,      ///< parts words
  dot,      ///< parts words, but not the letters of an abbreviation
  comma,    ///< parts words, and a family name from given ones
  nothing,  ///< apostrophes, marks and invisible characters: left out
  digit,
  latin,
  cyrillic,
  greek,
  hangul,
  han,
  other,  ///< a script with a table of Latin letters
  unread  ///< a script without
};

struct Letter {
  LetterKind kind = LetterKind::gap;
  char32_t lower = 0;  ///< in small letters; a digit as ASCII
};

/// The character after NFKC.
Letter letter_of(char32_t c);

/// The small ASCII letters that a Latin, Greek or other letter is written with; empty for none. From ICU's tables,
/// one character at a time. Built on the first call for a character beyond ASCII.
std::string_view ascii_of(char32_t lower);

/// Han: the Mandarin reading of one character without tone, and its simplified form. Names read some characters
/// unlike running text (长 chang, 都 du); `family` gives the reading as a family name where it differs.
std::string_view mandarin_of(char32_t han);
std::string_view mandarin_family_of(char32_t han);
char32_t simplified(char32_t han);

/// The Korean reading of a Chinese character as a Hangul syllable; 0 where the table has none. As the first syllable
/// of a word ㄹ and ㄴ are kept, as the DPRK writes them.
char32_t korean_reading_of(char32_t han);

/// A word of small Cyrillic letters by the BGN/PCGN systems: the Ukrainian one for words with і ї є ґ, the Belarusian
/// one for words with ў, else the Russian one. Apostrophes for signs are left out.
std::string romanise_cyrillic(std::u32string_view word);

/// The same by Kontsevich's system for Korean words: Чхонсон "chonson", Кван "kwan", Хун "hun". Empty where the
/// result can be no Korean word.
std::string romanise_korean_cyrillic(std::u32string_view word);

/// The Latin letter that the Cyrillic or Greek letter looks like; 0 for none. And the reverse for Cyrillic.
char32_t latin_twin(char32_t lower);
char32_t cyrillic_twin(char32_t latin);

}  // namespace assay
