#pragma once

#include <cstddef>
#include <string_view>

#include "names/hash_filter.h"
#include "names/text_hashes.h"

namespace assay {

/// Whether a text may be near the beginning or the end of a word of a list. "May": a filter that says yes to a few
/// strangers, and never no to what is there.
struct Affixes {
  bool begins = false;      ///< some word begins with the text
  bool ends = false;        ///< some word ends with it
  bool near_begin = false;  ///< some word begins with it but for one edit
  bool near_end = false;
};

/// The beginnings and ends of the words of a list, to say early that two neighbouring words taken as one are near
/// none of them.
class AffixFilter {
 public:
  /// Takes room for so many words of some eight letters each.
  void reserve(std::size_t words);
  void add(std::string_view word);

  [[nodiscard]] Affixes affixes_of(std::string_view text, TextHashes& hashes) const;

  /// False only if no word is within two edits of the text that the two, or these and others between them, make
  /// together: of two edits at most one can spoil both its beginning and its end, or both spoil one of them.

  [[nodiscard]] bool may_be_near(const Affixes& first, const Affixes& last) const {
    return first.begins || last.ends || (first.near_begin && last.near_end);
  }
  /// The same where a swap of the last letter of the first word and the first letter of the second, which is the only
  /// edit that spoils both, stands beside another edit. `hashes` are those of the whole text, `middle` where the
  /// second word begins; there is none between.
  [[nodiscard]] bool may_be_swapped(std::string_view text, std::size_t middle, const TextHashes& hashes) const;
  /// Both questions for the two parts of a text that is cut anywhere else; 0 < middle < its length.
  [[nodiscard]] bool may_be_near(std::string_view text, std::size_t middle, const TextHashes& hashes) const;

 private:
  HashFilter texts_;
};

}  // namespace assay
