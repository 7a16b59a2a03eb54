#pragma once

#include <cstdint>
#include <string_view>

namespace assay {

/// Letters of a word that stay in its sound or its key, in their order, the same one twice running taken for one.
/// Words of one sound, or key, have the same, and those of two words written as one follow from those of each: so a
/// run of words is told from all words of a list without making its sound and key. Three bits a letter, behind a
/// leading 1 and three bits for the kind of letter that the word begins with.
using KeptLetters = std::uint64_t;

constexpr KeptLetters none_kept =
    0;  ///< of words that have no sound, or key, and give none to words they are part of
constexpr KeptLetters not_known = 1;  ///< may be any, as of words of more than 14 such letters

/// What stays in sound_of() of a word, or of words that it is part of: l, m, n, r, b, g, v or w, p or f, and the rest
/// of the consonants but h as one; and whether it begins with one of these, a e i y, o u, or h. The text has at least
/// one byte.
KeptLetters kept_in_sound(std::string_view text);
/// The same of a word that sounds so.
KeptLetters kept_letters_of_sound(std::string_view sound);
/// Whether letters may be lost where these two words are written as one, so that what stays is not known: kh, ij.
bool may_lose_sounds(std::string_view first, std::string_view second);

/// What stays in romanisation_key() of a Korean word: a, s, b p or m, j z or ch, k or g.
KeptLetters kept_in_key(std::string_view text);
/// The same of a word that has the key.
KeptLetters kept_letters_of_key(std::string_view key);

/// Of the two words written as one.
KeptLetters kept_letters_joined(KeptLetters first, KeptLetters second);

}  // namespace assay
