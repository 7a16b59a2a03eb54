#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace assay {

/// A fast hash of bytes for tables in memory and for breaking ties; the same on every machine of this byte order.
/// Not for evidence: that is sha256().
inline std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0) {
  constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;
  std::uint64_t hash = (seed ^ text.size()) * prime;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * prime;
    hash ^= hash >> 32;
  };
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    mix(word);
    text.remove_prefix(8);
  }
  if (!text.empty()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), text.size());
    mix(word);
  }
  mix(hash >> 29);
  return hash;
}

}  // namespace assay
