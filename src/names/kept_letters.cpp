#include "names/kept_letters.h"

#include <array>
#include <bit>
#include <cstddef>

namespace assay {
namespace {

constexpr unsigned bits_of_letter = 3;
constexpr KeptLetters letter_mask = 7;
constexpr unsigned not_kept = 8;

using Table = std::array<unsigned char, 26>;

constexpr Table make_table(bool of_sounds) {
  Table table{};
  table.fill(not_kept);
  constexpr std::array<std::string_view, 8> kept{"l", "m", "n", "r", "b", "g", "vw", "pf"};
  for (std::size_t i = 0; i < kept.size(); ++i)
    for (const char c : kept[i]) table[static_cast<std::size_t>(c - 'a')] = static_cast<unsigned char>(i);
  // In a sound w is what words write sh, and their w is v.
  if (of_sounds) table['w' - 'a'] = not_kept;
  return table;
}

constexpr Table letters_of_words = make_table(false);
constexpr Table letters_of_sounds = make_table(true);

unsigned letter_of(const Table& table, char c) {
  return table[static_cast<std::size_t>(c - 'a')];
}

bool is_one_of(char c, std::string_view letters) {
  return letters.find(c) != std::string_view::npos;
}

/// A leading 1 and the kind of the first letter: each kind is heard as letters of the same kind only.
KeptLetters beginning_with(const Table& table, char c) {
  const KeptLetters kind = letter_of(table, c) != not_kept ? 0U
                           : is_one_of(c, "aeiy")          ? 1U
                           : is_one_of(c, "ou")            ? 2U
                                                           : 3U;
  return KeptLetters{1} << bits_of_letter | kind;
}

/// Bits of the letters behind the beginning.
unsigned bits_of(KeptLetters letters) {
  return static_cast<unsigned>(std::bit_width(letters)) - 1 - bits_of_letter;
}

unsigned last_of(KeptLetters letters) {
  return bits_of(letters) == 0 ? not_kept : static_cast<unsigned>(letters & letter_mask);
}

bool has_room(KeptLetters letters, unsigned bits) {
  return static_cast<unsigned>(std::bit_width(letters)) + bits <= 64;
}

KeptLetters kept_by(const Table& table, std::string_view word) {
  for (const char c : word)
    if (c < 'a' || c > 'z') return no_sound;
  KeptLetters letters = beginning_with(table, word.front());
  for (const char c : word) {
    const unsigned letter = letter_of(table, c);
    if (letter == not_kept || letter == last_of(letters)) continue;
    if (!has_room(letters, bits_of_letter)) return too_many;
    letters = letters << bits_of_letter | letter;
  }
  return letters;
}

}  // namespace

KeptLetters kept_letters(std::string_view word) {
  return kept_by(letters_of_words, word);
}

KeptLetters kept_letters_of_sound(std::string_view sound) {
  return kept_by(letters_of_sounds, sound);
}

KeptLetters kept_letters_joined(KeptLetters first, KeptLetters second) {
  if (first == no_sound || second == no_sound) return no_sound;
  if (first == too_many || second == too_many) return too_many;
  unsigned bits = bits_of(second);
  if (bits > 0 && (second >> (bits - bits_of_letter) & letter_mask) == last_of(first)) bits -= bits_of_letter;
  if (!has_room(first, bits)) return too_many;
  return first << bits | (second & ((KeptLetters{1} << bits) - 1));
}

}  // namespace assay
