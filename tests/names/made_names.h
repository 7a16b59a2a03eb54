#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// Random numbers that are the same on every machine (SplitMix64).
class MadeRandom {
 public:
  explicit MadeRandom(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// 0 to `count` - 1.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>((next() >> 32) * count >> 32); }
  bool one_in(std::size_t count) { return below(count) == 0; }

 private:
  std::uint64_t state_;
};

/// A name as a supplier's book holds it: a place, brand words of two or three syllables, what the firm does and its
/// legal form; now and then a number, another order, a person. A million of them hold some 230,000 distinct words.
std::string made_supplier(MadeRandom& random);

/// The same in Hangul, Han or Cyrillic letters.
std::string made_foreign_supplier(MadeRandom& random);

/// The name in a disguise: letters exchanged, lost, doubled or swapped, words reordered, joined, split, dropped or
/// added, another legal form, capitals.
std::string disguised(std::string name, MadeRandom& random);

}  // namespace assay
