#pragma once

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace assay {

/// 64 bytes seen at once: bit i speaks of byte i.
struct ByteMasks {
  std::uint64_t separator = 0;
  std::uint64_t line_feed = 0;
  std::uint64_t carriage_return = 0;
  std::uint64_t quote = 0;
  std::uint64_t null_byte = 0;
};

/// The scalar form, for machines without SSE2; also what the tests compare the other one with.
inline ByteMasks byte_masks_plain(const char* bytes, char separator) {
  ByteMasks masks;
  for (unsigned i = 0; i < 64; ++i) {
    const auto bit = [&](char c) { return static_cast<std::uint64_t>(bytes[i] == c) << i; };
    masks.separator |= bit(separator);
    masks.line_feed |= bit('\n');
    masks.carriage_return |= bit('\r');
    masks.quote |= bit('"');
    masks.null_byte |= bit('\0');
  }
  return masks;
}

#if defined(__SSE2__)
inline ByteMasks byte_masks(const char* bytes, char separator) {
  __m128i parts[4];
  std::memcpy(static_cast<void*>(parts), bytes, sizeof parts);
  const auto find = [&](char c) {
    const __m128i wanted = _mm_set1_epi8(c);
    std::uint64_t mask = 0;
    for (unsigned i = 0; i < 4; ++i) {
      const int part = _mm_movemask_epi8(_mm_cmpeq_epi8(parts[i], wanted));
      mask |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(part)) << (16 * i);
    }
    return mask;
  };
  return {find(separator), find('\n'), find('\r'), find('"'), find('\0')};
}
#else
inline ByteMasks byte_masks(const char* bytes, char separator) {
  return byte_masks_plain(bytes, separator);
}
#endif

/// Bit i is set when an odd number of bits at or below i is set: from an opening quote up to before the closing one.
inline std::uint64_t running_parity(std::uint64_t bits) {
  for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// The number of set bits, without the instruction that the oldest x86-64 lacks.
inline unsigned count_bits(std::uint64_t bits) {
  bits -= (bits >> 1) & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + ((bits >> 2) & 0x3333333333333333);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<unsigned>((bits * 0x0101010101010101) >> 56);
}

}  // namespace assay
