#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/large_vector.h"

namespace assay {

/// Numbers filed under 64-bit hashes; read-only once made. A look-up of what is not there costs one word of a filter.
/// Two hashes that agree in their leading and their lowest 32 bits share their numbers: whoever asks must check what
/// he gets against the texts.
class HashLists {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;
  };

  HashLists() = default;
  explicit HashLists(std::vector<Entry> entries);

  /// The numbers under the hash, ascending and each once. Valid as long as the lists are.
  [[nodiscard]] std::span<const std::uint32_t> at(std::uint64_t hash) const {
    return may_hold(hash) ? find(hash) : std::span<const std::uint32_t>();
  }
  /// False where at() is empty, and now and then true where it is.
  [[nodiscard]] bool may_hold(std::uint64_t hash) const {
    return !filter_.empty() && (filter_[hash >> filter_shift_] & filter_bits(hash)) == filter_bits(hash);
  }

  /// Have what may_hold() reads brought into the cache, then what at() reads first for a hash that may be held, and
  /// then the rest: for many hashes in turn, so that the waiting overlaps.
  void prefetch(std::uint64_t hash) const {
    if (!filter_.empty()) __builtin_prefetch(&filter_[hash >> filter_shift_]);
  }
  void prefetch_start(std::uint64_t held) const { __builtin_prefetch(&starts_[held >> bucket_shift_]); }
  void prefetch_numbers(std::uint64_t held) const {
    const std::size_t start = starts_[held >> bucket_shift_];
    if (start == low_.size()) return;
    __builtin_prefetch(&low_[start]);
    __builtin_prefetch(&numbers_[start]);
  }

  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

 private:
  static constexpr std::uint64_t filter_bits(std::uint64_t hash) {
    return std::uint64_t{1} << (hash & 63) | std::uint64_t{1} << (hash >> 6 & 63) |
           std::uint64_t{1} << (hash >> 12 & 63);
  }
  [[nodiscard]] std::span<const std::uint32_t> find(std::uint64_t hash) const;

  LargeVector<std::uint64_t> filter_;  ///< three bits for each hash, in the word that its leading bits name
  LargeVector<std::uint32_t> starts_;  ///< of each bucket in low_ and numbers_
  LargeVector<std::uint32_t> low_;     ///< the lowest 32 bits of each hash, ascending within a bucket
  LargeVector<std::uint32_t> numbers_;
  unsigned filter_shift_ = 0;
  unsigned bucket_shift_ = 0;
};

/// Spreads a hash whose leading bits are not random over all its bits (the finaliser of SplitMix64).
constexpr std::uint64_t spread_hash(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
  return hash ^ (hash >> 31);
}

}  // namespace assay
