#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/large_vector.h"
#include "names/text_hashes.h"

namespace assay {

/// How long the longest word of a list is that a text may be near the beginning or the end of, in bytes; 0 for none.
/// "May": a filter that now and then names too long a word, and never too short a one.
struct Affixes {
  std::uint8_t begins = 0;         ///< of the words that begin with the text
  std::uint8_t ends = 0;           ///< of the words that end with it
  std::uint8_t near_begin = 0;     ///< of the words that begin with it but for one edit
  std::uint8_t near_end = 0;       ///< of the words that end with it but for one edit
  std::uint8_t all_but_last = 0;   ///< of the words that begin with the text without its last byte
  std::uint8_t all_but_first = 0;  ///< of the words that end with the text without its first byte
};

/// The beginnings and ends of the words of a list, to say early that two neighbouring words taken as one are near
/// none of them.
class AffixFilter {
 public:
  AffixFilter() = default;
  explicit AffixFilter(std::span<const std::string_view> words);

  /// Memory that is used again; one for each thread.
  struct Scratch {
    TextHashes hashes;
    std::vector<std::uint64_t> keys;
  };

  /// Of a text of at least one byte.
  [[nodiscard]] Affixes affixes_of(std::string_view text, Scratch& scratch) const;

  /// False only if no word of at least so many bytes is within two edits of the text that the two, or these and
  /// others between them, make together: of two edits at most one can spoil both its beginning and its end, or both
  /// spoil one of them.
  [[nodiscard]] static bool may_be_near(const Affixes& first, const Affixes& last, std::size_t least) {
    return first.begins >= least || last.ends >= least || (first.near_begin >= least && last.near_end >= least);
  }
  /// The same where a swap of the last letter of the first word and the first letter of the second, which is the only
  /// edit that spoils both, stands beside another edit; there is none between the two.
  [[nodiscard]] static bool may_be_swapped(const Affixes& first, const Affixes& second, std::size_t least) {
    return first.all_but_last >= least || second.all_but_first >= least;
  }
  /// The last question with the two letters looked at, and then both for the two parts of a text that is cut
  /// anywhere; 0 < middle < its length. `hashes` are those of the whole text, `middle` is where the second part
  /// begins.
  [[nodiscard]] bool may_be_swapped(std::string_view text, std::size_t middle, std::size_t least,
                                    const TextHashes& hashes) const;
  [[nodiscard]] bool may_be_near(std::string_view text, std::size_t middle, std::size_t least,
                                 const TextHashes& hashes) const;

 private:
  /// A beginning or an end: some bits of its hash, and the length of the longest word; 0 where the place is free.
  using Slot = std::uint16_t;

  [[nodiscard]] bool add(std::string_view word, std::size_t& room);
  [[nodiscard]] std::size_t find(std::uint64_t key) const;
  [[nodiscard]] std::uint8_t longest(std::uint64_t key) const;

  LargeVector<Slot> slots_;  ///< a power of two, more than a quarter free; searched on from the place of the hash
};

}  // namespace assay
