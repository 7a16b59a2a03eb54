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

/// The differences between neighbouring rows of one column of the table: where it goes up by one, and where down.
struct Column {
  Word up = ~Word{0};
  Word down = 0;
};

/// One step to the right in a block of rows. `entering` is the difference in the row above the block (-1, 0, 1);
/// returned is the one in the row that `last` names.
int advance(Column& column, Word equal, int entering, Word last) {
  const Word negative = entering < 0 ? Word{1} : Word{0};
  const Word vertical = equal | column.down;
  equal |= negative;
  const Word diagonal = (((equal & column.up) + column.up) ^ column.up) | equal;
  Word right_up = column.down | ~(diagonal | column.up);
  Word right_down = column.up & diagonal;
  const int leaving = (right_up & last) != 0 ? 1 : (right_down & last) != 0 ? -1 : 0;
  right_up = right_up << 1 | (entering > 0 ? Word{1} : Word{0});
  right_down = right_down << 1 | negative;
  column.up = right_down | ~(vertical | right_up);
  column.down = right_up & vertical;
  return leaving;
}

std::size_t short_distance(std::string_view pattern, std::string_view text) {
  std::array<Word, 256>& places = places_of_bytes();
  for (std::size_t i = 0; i < pattern.size(); ++i) places[byte_of(pattern[i])] |= Word{1} << i;
  Column column;
  const Word last = Word{1} << (pattern.size() - 1);
  std::size_t distance = pattern.size();
  for (const char c : text) distance += static_cast<std::size_t>(advance(column, places[byte_of(c)], 1, last));
  for (const char c : pattern) places[byte_of(c)] = 0;
  return distance;
}

std::size_t long_distance(std::string_view pattern, std::string_view text) {
  const std::size_t blocks = (pattern.size() + word_bits - 1) / word_bits;
  std::vector<std::array<Word, 256>> places(blocks);
  for (std::size_t i = 0; i < pattern.size(); ++i)
    places[i / word_bits][byte_of(pattern[i])] |= Word{1} << (i % word_bits);
  std::vector<Column> columns(blocks);
  constexpr Word highest = Word{1} << (word_bits - 1);
  const Word last = Word{1} << ((pattern.size() - 1) % word_bits);
  std::size_t distance = pattern.size();
  for (const char c : text) {
    int carried = 1;
    for (std::size_t b = 0; b < blocks; ++b)
      carried = advance(columns[b], places[b][byte_of(c)], carried, b + 1 == blocks ? last : highest);
    distance += static_cast<std::size_t>(carried);
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

std::size_t edit_distance(std::string_view a, std::string_view b) {
  skip_common_ends(a, b);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  return a.size() <= word_bits ? short_distance(a, b) : long_distance(a, b);
}

std::size_t edit_distance_within(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  return edit_distance(a, b);
}

}  // namespace assay
