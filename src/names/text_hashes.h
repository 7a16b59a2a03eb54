#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace assay {

/// Hashes of all parts of one text: a part costs one multiplication, and parts can be put together again without
/// touching their bytes. Polynomials modulo 2^64; spread_hash() before the leading bits are used.
class TextHashes {
 public:
  void take(std::string_view text) {
    until_.resize(text.size() + 1);
    while (powers_.size() <= text.size()) powers_.push_back(powers_.empty() ? 1 : powers_.back() * base);
    for (std::size_t i = 0; i < text.size(); ++i) until_[i + 1] = append(until_[i], text[i]);
  }
  [[nodiscard]] std::uint64_t part(std::size_t begin, std::size_t end) const {
    return until_[end] - until_[begin] * powers_[end - begin];
  }
  /// The hash of a text of which `before` is the hash, with a byte behind it.
  static constexpr std::uint64_t append(std::uint64_t before, char byte) {
    return before * base + static_cast<unsigned char>(byte) + 1;
  }
  /// The same with the part behind it.
  [[nodiscard]] std::uint64_t append(std::uint64_t before, std::size_t begin, std::size_t end) const {
    return before * powers_[end - begin] + part(begin, end);
  }

 private:
  static constexpr std::uint64_t base = 0x9E3779B97F4A7C15;
  std::vector<std::uint64_t> until_;   ///< the hash of the text before each place
  std::vector<std::uint64_t> powers_;  ///< of the base
};

/// Calls visit(hash) for the text of which `hashes` are, and for each text made of it by removing up to `edits` bytes
/// (0, 1 or 2). Two texts that at most `edits` insertions, removals, replacements or swaps of neighbours make equal
/// share one of these: an edit is undone by removing at most one byte on each side.
template <class Visit>
void for_each_deletion(const TextHashes& hashes, std::size_t length, unsigned edits, Visit visit) {
  visit(hashes.part(0, length));
  if (edits == 0) return;
  for (std::size_t i = 0; i < length; ++i) {
    const std::uint64_t before = hashes.part(0, i);
    visit(hashes.append(before, i + 1, length));
    if (edits == 1) continue;
    for (std::size_t j = i + 1; j < length; ++j) visit(hashes.append(hashes.append(before, i + 1, j), j + 1, length));
  }
}

}  // namespace assay
