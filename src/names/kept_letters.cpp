#include "names/kept_letters.h"

#include <array>
#include <bit>
#include <cstddef>

namespace assay {
namespace {

constexpr unsigned bits_of_letter = 3;
constexpr KeptLetters none_kept = 1;
constexpr unsigned dropped = 8;

using Table = std::array<unsigned char, 26>;

constexpr Table make_table(bool of_sound) {
  Table table{};
  table.fill(dropped);
  constexpr std::array<std::string_view, 8> kept{"l", "m", "n", "r", "b", "g", "vw", "pf"};
  for (std::size_t i = 0; i < kept.size(); ++i)
    for (const char c : kept[i]) table[static_cast<std::size_t>(c - 'a')] = static_cast<unsigned char>(i);
  // In a sound w is the sh of a word; its w is v there.
  if (of_sound) table['w' - 'a'] = dropped;
  return table;
}

constexpr Table letters_of_words = make_table(false);
constexpr Table letters_of_sounds = make_table(true);

bool has_room(KeptLetters letters, unsigned bits) {
  return static_cast<unsigned>(std::bit_width(letters)) + bits <= 64;
}

unsigned last_of(KeptLetters letters) {
  return letters == none_kept ? dropped : static_cast<unsigned>(letters & 7);
}

KeptLetters kept_by(const Table& table, std::string_view word) {
  KeptLetters letters = none_kept;
  bool room = true;
  for (const char c : word) {
    if (c < 'a' || c > 'z') return no_sound;
    const unsigned letter = table[static_cast<std::size_t>(c - 'a')];
    if (letter == dropped || letter == last_of(letters) || !room) continue;
    room = has_room(letters, bits_of_letter);
    if (room) letters = letters << bits_of_letter | letter;
  }
  return room ? letters : too_many;
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
  unsigned bits = static_cast<unsigned>(std::bit_width(second)) - 1;
  if (bits > 0 && (second >> (bits - bits_of_letter) & 7) == last_of(first)) bits -= bits_of_letter;
  if (!has_room(first, bits)) return too_many;
  return first << bits | (second & ((KeptLetters{1} << bits) - 1));
}

}  // namespace assay
