#include "names/kept_letters.h"

#include <array>
#include <bit>
#include <cstddef>
#include <span>

namespace assay {
namespace {

constexpr unsigned bits_of_letter = 4;
constexpr KeptLetters letter_mask = 15;
/// What a character may be besides a letter that stays, of which there are fewer.
constexpr unsigned char not_kept = 10;
constexpr unsigned char foreign = 11;      ///< stands in no word that has a sound or a key
constexpr unsigned char by_the_next = 12;  ///< c of a Korean word: ch, which stays, or ck

using Table = std::array<unsigned char, 128>;

constexpr Table make_table(std::span<const std::string_view> kept) {
  Table table{};
  table.fill(foreign);
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = not_kept;
  for (std::size_t i = 0; i < kept.size(); ++i)
    for (const char c : kept[i]) table[static_cast<std::size_t>(c)] = static_cast<unsigned char>(i);
  return table;
}

constexpr Table with(Table table, char c, unsigned char as) {
  table[static_cast<std::size_t>(c)] = as;
  return table;
}

constexpr Table sound_of_words =
    make_table(std::array<std::string_view, 9>{"l", "m", "n", "r", "b", "g", "vw", "pf", "cdjkqstxz"});
// In a sound w is what words write sh, and their w is v.
constexpr Table of_sounds =
    make_table(std::array<std::string_view, 9>{"l", "m", "n", "r", "b", "g", "v", "pf", "cdjkqstxzw"});

constexpr std::array<std::string_view, 5> in_keys{"a", "s", "bpm", "jz", "kgN"};
constexpr unsigned char letter_j = 3;
constexpr Table key_of_words = with(with(make_table(in_keys), 'N', foreign), 'c', by_the_next);
constexpr Table of_keys = make_table(in_keys);

unsigned char at(const Table& table, char c) {
  return c < 0 ? foreign : table[static_cast<std::size_t>(c)];
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

/// Begins with a leading 1 and the kind.
KeptLetters kept_by(const Table& table, std::string_view word, KeptLetters kind) {
  KeptLetters letters = KeptLetters{1} << bits_of_letter | kind;
  bool known = true;
  for (std::size_t i = 0; i < word.size(); ++i) {
    unsigned letter = at(table, word[i]);
    if (letter == by_the_next) {
      known = known && i + 1 < word.size();
      const char next = known ? word[i + 1] : 'h';
      if (next != 'h' && next != 'k') return none_kept;
      letter = next == 'h' ? letter_j : not_kept;
    }
    if (letter == foreign) return none_kept;
    if (letter == not_kept || letter == last_of(letters)) continue;
    known = known && has_room(letters, bits_of_letter);
    if (known) letters = letters << bits_of_letter | letter;
  }
  return known ? letters : not_known;
}

bool is_one_of(char c, std::string_view letters) {
  return letters.find(c) != std::string_view::npos;
}

/// Each kind of letter is heard as letters of the same kind only.
KeptLetters kind_of(const Table& table, char c) {
  return at(table, c) < not_kept ? 0U : is_one_of(c, "aeiy") ? 1U : is_one_of(c, "ou") ? 2U : 3U;
}

}  // namespace

bool may_lose_sounds(std::string_view first, std::string_view second) {
  return (first.back() == 'k' && second.front() == 'h') || (first.back() == 'i' && second.front() == 'j');
}

KeptLetters kept_in_sound(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i)
    if (may_lose_sounds(text.substr(0, i), text.substr(i))) return not_known;
  return kept_by(sound_of_words, text, kind_of(sound_of_words, text.front()));
}

KeptLetters kept_letters_of_sound(std::string_view sound) {
  return kept_by(of_sounds, sound, kind_of(of_sounds, sound.front()));
}

KeptLetters kept_in_key(std::string_view text) {
  return kept_by(key_of_words, text, 0);
}

KeptLetters kept_letters_of_key(std::string_view key) {
  return kept_by(of_keys, key, 0);
}

KeptLetters kept_letters_joined(KeptLetters first, KeptLetters second) {
  if (first == none_kept || second == none_kept) return none_kept;
  if (first == not_known || second == not_known) return not_known;
  unsigned bits = bits_of(second);
  if (bits > 0 && (second >> (bits - bits_of_letter) & letter_mask) == last_of(first)) bits -= bits_of_letter;
  if (!has_room(first, bits)) return not_known;
  return first << bits | (second & ((KeptLetters{1} << bits) - 1));
}

}  // namespace assay
