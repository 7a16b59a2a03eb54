#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

/// The consonants of a word that every way to write its sound has in the same order, and sound_of() too: l, m, n, r,
/// b, g, v and w as one, p and f as one; the same one twice running is one. So two words that sound alike have the
/// same, and those of two words written as one follow from those of each. Three bits a letter behind a leading 1.
using KeptLetters = std::uint64_t;

constexpr KeptLetters no_sound = 0;                ///< of words with other bytes than small ASCII letters
constexpr KeptLetters too_many = ~KeptLetters{0};  ///< more than 21: not known

KeptLetters kept_letters(std::string_view word);
/// The same of the word that sounds so; not empty.
KeptLetters kept_letters_of_sound(std::string_view sound);
/// Of the two words written as one.
KeptLetters kept_letters_joined(KeptLetters first, KeptLetters second);

}  // namespace assay
