#include "names/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace assay {
namespace {

using Word = std::uint64_t;

constexpr std::size_t word_bits = 64;

constexpr std::size_t byte_of(char c) {
  return static_cast<unsigned char>(c);
}

/// Where each byte stands in a pattern of at most 64. Zero between calls, so that only the pattern's own bytes are
/// ever cleared and not two kilobytes each time.
std::array<Word, 256>& places_of_bytes() {
  thread_local std::array<Word, 256> places{};
  return places;
}

/// One column of the table in a block of rows: where it goes up by one from row to row and where down, where it
/// equals its upper left neighbour, and which rows of the pattern hold the column's byte.
struct Column {
  Word up = ~Word{0};
  Word down = 0;
  Word diagonal = 0;
  Word equal = 0;
};

/// What a block hands on to the one below it in the same column, in bit 0.
struct Carry {
  Word up = 1;
  Word down = 0;
  Word swapped = 0;
};

/// One step to the right. The carry comes from the block above and is replaced by the one for the block below;
/// `last` is the row whose difference counts. Returns that difference: -1, 0 or 1.
int advance(Column& column, Word equal, Carry& carry, Word last) {
  const Word may_swap = ~column.diagonal & equal;
  const Word swapped = (may_swap << 1 | carry.swapped) & column.equal;
  const Word matched = equal | carry.down;
  const Word diagonal = (((matched & column.up) + column.up) ^ column.up) | matched | column.down | swapped;
  const Word right_up = column.down | ~(diagonal | column.up);
  const Word right_down = column.up & diagonal;
  const int difference = (right_up & last) != 0 ? 1 : (right_down & last) != 0 ? -1 : 0;
  const Word up = right_up << 1 | carry.up;
  const Word down = right_down << 1 | carry.down;
  carry = {right_up >> (word_bits - 1), right_down >> (word_bits - 1), may_swap >> (word_bits - 1)};
  column = {down | ~(diagonal | up), up & diagonal, diagonal, equal};
  return difference;
}

std::size_t short_distance(std::string_view pattern, std::string_view text) {
  std::array<Word, 256>& places = places_of_bytes();
  for (std::size_t i = 0; i < pattern.size(); ++i) places[byte_of(pattern[i])] |= Word{1} << i;
  Column column;
  const Word last = Word{1} << (pattern.size() - 1);
  std::size_t distance = pattern.size();
  for (const char c : text) {
    Carry carry;
    distance += static_cast<std::size_t>(advance(column, places[byte_of(c)], carry, last));
  }
  for (const char c : pattern) places[byte_of(c)] = 0;
  return distance;
}

std::size_t long_distance(std::string_view pattern, std::string_view text) {
  const std::size_t blocks = (pattern.size() + word_bits - 1) / word_bits;
  std::vector<std::array<Word, 256>> places(blocks);
  for (std::size_t i = 0; i < pattern.size(); ++i)
    places[i / word_bits][byte_of(pattern[i])] |= Word{1} << (i % word_bits);
  std::vector<Column> columns(blocks);
  const Word last = Word{1} << ((pattern.size() - 1) % word_bits);
  std::size_t distance = pattern.size();
  for (const char c : text) {
    Carry carry;
    int difference = 0;
    for (std::size_t b = 0; b < blocks; ++b) difference = advance(columns[b], places[b][byte_of(c)], carry, last);
    distance += static_cast<std::size_t>(difference);
  }
  return distance;
}

void skip_common_ends(std::string_view& a, std::string_view& b) {
  const std::size_t front =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  a.remove_prefix(front);
  b.remove_prefix(front);
  const std::size_t back =
      static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
  a.remove_suffix(back);
  b.remove_suffix(back);
}

}  // namespace

std::size_t alignment_distance(std::string_view a, std::string_view b) {
  skip_common_ends(a, b);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  return a.size() <= word_bits ? short_distance(a, b) : long_distance(a, b);
}

std::size_t alignment_distance_within(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  return alignment_distance(a, b);
}

}  // namespace assay
