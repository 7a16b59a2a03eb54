#include "base/large_vector.h"

#include <cstdint>

#include <gtest/gtest.h>

namespace assay {
namespace {

TEST(LargeVector, HoldsWhatAVectorHoldsWhileItGrowsAndShrinksAcrossTheSizeOfAPage) {
  LargeVector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < 3'000'000; ++i) numbers.push_back(i);
  for (std::uint32_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(numbers[i], i);
  LargeVector<std::uint32_t> copy = numbers;
  numbers.resize(10);
  numbers.shrink_to_fit();
  EXPECT_EQ(numbers.back(), 9U);
  EXPECT_EQ(copy.back(), 2'999'999U);
  std::swap(copy, numbers);
  EXPECT_EQ(copy.size(), 10U);
}

TEST(LargeVector, BeginsOnAPageOfItsOwnOnlyWhereItIsLarge) {
  constexpr std::uintptr_t page = std::uintptr_t{2} << 20;
  const LargeVector<char> large(page);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(large.data()) % page, 0U);
  EXPECT_TRUE(LargeVector<char>().empty());
  EXPECT_EQ(LargeVector<char>(5, 'x').back(), 'x');
}

}  // namespace
}  // namespace assay
