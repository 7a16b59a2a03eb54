#include "names/edit_distance.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace assay {
namespace {

/// The table of the definition, with the two rows above.
std::size_t by_definition(std::string_view a, std::string_view b) {
  std::vector<std::size_t> second(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], second[j - 2] + 1);
    }
    second.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

std::string random_bytes(std::mt19937_64& random, std::size_t length, unsigned letters) {
  std::string text(length, '\0');
  for (char& c : text) c = static_cast<char>(random() % letters);
  return text;
}

void expect_as_defined(std::string_view a, std::string_view b) {
  const std::size_t expected = by_definition(a, b);
  ASSERT_EQ(alignment_distance(a, b), expected);
  ASSERT_EQ(alignment_distance(b, a), expected);
  for (const std::size_t limit : {0UL, 1UL, 2UL, 4UL, 64UL}) {
    const std::size_t within = alignment_distance_within(a, b, limit);
    ASSERT_EQ(std::min(within, limit + 1), std::min(expected, limit + 1));
  }
}

TEST(AlignmentDistance, CountsInsertedRemovedReplacedAndSwappedBytes) {
  EXPECT_EQ(alignment_distance("", ""), 0U);
  EXPECT_EQ(alignment_distance("", "abc"), 3U);
  EXPECT_EQ(alignment_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(alignment_distance("ryonbong", "yonbong"), 1U);
  EXPECT_EQ(alignment_distance("ab", "ba"), 1U);
  EXPECT_EQ(alignment_distance("ca", "abc"), 3U);  // what was swapped is not touched again
}

TEST(AlignmentDistance, OfRandomBytesIsThatOfTheDefinition) {
  std::mt19937_64 random(20170805);
  for (int round = 0; round < 1500; ++round) {
    const unsigned letters = round % 3 == 0 ? 2 : round % 3 == 1 ? 5 : 256;
    const std::string a = random_bytes(random, random() % 201, letters);
    const std::string b = random_bytes(random, random() % 201, letters);
    expect_as_defined(a, b);
  }
}

TEST(AlignmentDistance, HoldsAtTheEdgesOfAWord) {
  std::mt19937_64 random(64);
  for (const std::size_t length : {1UL, 2UL, 62UL, 63UL, 64UL, 65UL, 66UL, 127UL, 128UL, 129UL, 192UL, 193UL, 200UL})
    for (const std::size_t other : {0UL, 1UL, 63UL, 64UL, 65UL, 128UL, 129UL, 200UL})
      for (const unsigned letters : {1U, 2U, 256U})
        expect_as_defined(random_bytes(random, length, letters), random_bytes(random, other, letters));
}

TEST(AlignmentDistance, OfAlteredTextsIsThatOfTheDefinition) {
  std::mt19937_64 random(7);
  for (int round = 0; round < 1500; ++round) {
    const std::string a = random_bytes(random, 1 + random() % 200, 26);
    std::string b = a;
    for (std::size_t edits = random() % 6; edits > 0 && b.size() > 1; --edits) {
      const auto at = static_cast<std::ptrdiff_t>(random() % (b.size() - 1));
      const auto way = random() % 3;
      if (way == 0)
        b.erase(b.begin() + at);
      else if (way == 1)
        std::iter_swap(b.begin() + at, b.begin() + at + 1);
      else
        b.insert(b.begin() + at, static_cast<char>(random() % 26));
    }
    expect_as_defined(a, b);
  }
}

}  // namespace
}  // namespace assay
