#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "base/large_vector.h"

namespace assay {

/// Hashes of which most of those that were not put in are told from the others by one look into memory: has() says
/// yes to a few strangers, and never no to what is there. The hashes are random in all their bits.
class HashFilter {
 public:
  /// Takes room for so many hashes, some four to a word. To be called before put() and has().
  void reserve(std::size_t hashes) { words_.assign(std::bit_ceil(hashes / 4 + 1), 0); }
  void put(std::uint64_t hash) { words_[hash >> 18 & (words_.size() - 1)] |= bits_of(hash); }
  [[nodiscard]] bool has(std::uint64_t hash) const {
    const std::uint64_t bits = bits_of(hash);
    return (words_[hash >> 18 & (words_.size() - 1)] & bits) == bits;
  }

 private:
  static constexpr std::uint64_t bits_of(std::uint64_t hash) {
    return std::uint64_t{1} << (hash & 63) | std::uint64_t{1} << (hash >> 6 & 63) |
           std::uint64_t{1} << (hash >> 12 & 63);
  }

  LargeVector<std::uint64_t> words_;  ///< three bits a hash, in one word
};

}  // namespace assay
