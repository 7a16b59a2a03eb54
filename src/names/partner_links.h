#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "names/word_table.h"

namespace assay {

/// A word of the form that is asked for, or a run of its words, and what it is like.
struct QueryItem {
  const KnownWord* word = nullptr;
  std::uint8_t first = 0;
  std::uint8_t count = 1;
};

/// The items of a query by the words of the list that they are like. Made anew for each query in the same memory.
class PartnerLinks {
 public:
  /// How an item of the query is like a word: links of one word are chained.
  struct Link {
    std::uint32_t word = 0;
    std::uint32_t next = 0;  ///< 1 + number of the next link; 0 for none
    float similarity = 0;
    std::uint8_t first = 0;
    std::uint8_t count = 1;
  };

  /// Words of the list from `first_run` on are runs.
  void make(std::span<const QueryItem> items, std::uint32_t first_run);

  /// Some partner is a run of the list.
  [[nodiscard]] bool any_run() const { return runs_ != 0; }

  /// The first link of a word of the list, which is a run or none; null where no item is like it.
  [[nodiscard]] const Link* first_of(std::uint32_t word, bool run) const {
    if (((run ? runs_ : words_) >> (mixed(word) >> 58) & 1) == 0) return nullptr;
    for (std::size_t slot = slot_of(word); slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1))
      if (links_[slots_[slot] - 1].word == word) return &links_[slots_[slot] - 1];
    return nullptr;
  }
  [[nodiscard]] const Link* next_of(const Link& link) const {
    return link.next == 0 ? nullptr : &links_[link.next - 1];
  }

 private:
  static constexpr std::uint64_t mixed(std::uint32_t word) { return word * std::uint64_t{0x9E3779B97F4A7C15}; }
  [[nodiscard]] std::size_t slot_of(std::uint32_t word) const { return mixed(word) >> 32 & (slots_.size() - 1); }
  void add(const Link& link, bool run);

  std::vector<Link> links_;
  std::vector<std::uint32_t> slots_;  ///< open hash table: 1 + number of the first link of a word
  std::uint64_t words_ = 0;           ///< a bit for each single word that has a link: most have none
  std::uint64_t runs_ = 0;            ///< the same for runs
};

}  // namespace assay
