#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

/// What every way to write the sound of a word has in common, and sound_of() too. Two words that sound alike have the
/// same, and that of two words written as one follows from those of each. It is the consonants l, m, n, r, b, g, v or
/// w, p or f in their order, the same one twice running taken for one; before them, what kind of letter the word
/// begins with. Three bits a letter behind a leading 1.
using KeptLetters = std::uint64_t;

constexpr KeptLetters no_sound = 0;                ///< of words with other bytes than small ASCII letters
constexpr KeptLetters too_many = ~KeptLetters{0};  ///< more than 20 such letters

/// Of a word of at least one byte.
KeptLetters kept_letters(std::string_view word);
/// The same of a word that sounds so.
KeptLetters kept_letters_of_sound(std::string_view sound);
/// Of the two words written as one.
KeptLetters kept_letters_joined(KeptLetters first, KeptLetters second);

}  // namespace assay
