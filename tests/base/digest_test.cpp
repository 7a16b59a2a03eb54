#include "base/digest.h"

#include <vector>

#include <gtest/gtest.h>

namespace assay {
namespace {

std::string hash(std::string_view bytes) {
  return to_hex(sha256(bytes));
}

std::string print_of(const std::vector<std::string_view>& parts, std::size_t characters = 16) {
  return fingerprint(parts, characters);
}

// The examples of FIPS 180-4.
TEST(Sha256, IsTheStandards) {
  EXPECT_EQ(hash(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hash(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Fingerprint, TellsWhereThePartsAreDivided) {
  EXPECT_NE(print_of({"ab", "c"}), print_of({"a", "bc"}));
  EXPECT_NE(print_of({"abc"}), print_of({"abc", ""}));
  EXPECT_NE(print_of({}), print_of({""}));
  EXPECT_EQ(print_of({"ab", "c"}), print_of({"ab", "c"}));
}

TEST(Fingerprint, IsTheDigestOfLengthPrefixedParts) {
  std::string bytes("\2\0\0\0\0\0\0\0ab\1\0\0\0\0\0\0\0c", 19);
  EXPECT_EQ(print_of({"ab", "c"}, 64), hash(bytes));
}

TEST(Fingerprint, IsAsLongAsAsked) {
  EXPECT_EQ(print_of({"a"}).size(), 16U);
  EXPECT_EQ(print_of({"a"}, 8), print_of({"a"}, 64).substr(0, 8));
  EXPECT_EQ(print_of({"a"}, 1000).size(), 64U);
}

}  // namespace
}  // namespace assay
