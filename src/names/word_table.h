#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "base/large_vector.h"
#include "names/affix_filter.h"
#include "names/kept_letters.h"
#include "names/similarity.h"
#include "names/token_dictionary.h"

namespace assay {

/// What is known of a word of a query: what it weighs and which words of the list are alike.
struct KnownWord {
  float weight = 0;
  float best = 0;                          ///< the greatest similarity of a partner
  float heaviest = 0;                      ///< the largest weight that a partner brings, times its similarity
  std::uint32_t postings = 0;              ///< of all partners together
  Affixes affixes;                         ///< of single words only, as what follows
  JoinedKorean korean = JoinedKorean::no;  ///< for runs of such words: the least of each
  KeptLetters in_sound = none_kept;
  KeptLetters in_key = none_kept;
  std::span<const Partner> partners;  ///< single words and runs of the list
};

/// The same with its partners, of which it has only a view.
struct FoundWord {
  KnownWord known;
  std::vector<Partner> partners;
};

/// A word and all that tells it from others, as bytes, with their hash.
struct MemoWord {
  std::uint64_t hash = 0;
  std::string_view identity;
  KnownWord known;
};

/// Copies the word, its partners and its identity into the pool, beside each other.
const MemoWord* keep_word(std::uint64_t hash, std::string_view identity, const KnownWord& known,
                          std::pmr::memory_resource& pool);

/// Words by identity. They are looked up without touching them.
class WordTable {
 public:
  /// Null for none.
  [[nodiscard]] const MemoWord* find(std::uint64_t hash, std::string_view identity) const;
  /// Adds a word that is not there.
  void put(const MemoWord* word);

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const MemoWord* word = nullptr;
  };

  void put(Slot slot);

  LargeVector<Slot> slots_;  ///< a power of two, at least half of them free; searched on from the place of the hash
  std::size_t size_ = 0;
};

}  // namespace assay
