#include "readers/byte_masks.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace assay {
namespace {

RC_GTEST_PROP(ByteMasks, AreTheSameWithAndWithoutVectors, ()) {
  const auto bytes = *rc::gen::container<std::string>(
      64, rc::gen::oneOf(rc::gen::element(',', ';', '"', '\n', '\r', '\0'), rc::gen::arbitrary<char>()));
  const ByteMasks fast = byte_masks(bytes.data(), ';');
  const ByteMasks plain = byte_masks_plain(bytes.data(), ';');
  RC_ASSERT(fast.separator == plain.separator);
  RC_ASSERT(fast.line_feed == plain.line_feed);
  RC_ASSERT(fast.carriage_return == plain.carriage_return);
  RC_ASSERT(fast.quote == plain.quote);
  RC_ASSERT(fast.null_byte == plain.null_byte);
}

RC_GTEST_PROP(RunningParity, IsThePrefixSumModuloTwo, (std::uint64_t bits)) {
  std::uint64_t expected = 0;
  bool odd = false;
  for (unsigned i = 0; i < 64; ++i) {
    odd ^= ((bits >> i) & 1) != 0;
    expected |= static_cast<std::uint64_t>(odd) << i;
  }
  RC_ASSERT(running_parity(bits) == expected);
}

RC_GTEST_PROP(CountBits, CountsThem, (std::uint64_t bits)) {
  unsigned expected = 0;
  for (unsigned i = 0; i < 64; ++i) expected += static_cast<unsigned>((bits >> i) & 1);
  RC_ASSERT(count_bits(bits) == expected);
}

}  // namespace
}  // namespace assay
