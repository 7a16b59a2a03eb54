#include "base/identifier.h"

#include <string>

#include <gtest/gtest.h>

namespace assay {
namespace {

// Codes and numbers as their registers publish them.
constexpr std::string_view baidu = "91110000802100433B";
constexpr std::string_view apple = "HWUPKR0MPOU8FGXBT394";
constexpr std::string_view emma_maersk = "9321483";

/// Changes each character to each other one of the alphabet; none may pass, as one wrong digit is what a check
/// digit is for.
int survivors(bool (*check)(std::string_view), std::string_view good, std::string_view alphabet) {
  int passed = 0;
  for (std::size_t i = 0; i < good.size(); ++i)
    for (const char c : alphabet) {
      std::string changed(good);
      changed[i] = c;
      if (changed != good && check(changed)) ++passed;
    }
  return passed;
}

TEST(IsUscc, HoldsForAPublishedCode) {
  EXPECT_TRUE(is_uscc(baidu));
  EXPECT_TRUE(is_uscc(" 91110000802100433b "));
}

TEST(IsUscc, FailsForAnyOneWrongCharacter) {
  EXPECT_EQ(survivors(is_uscc, baidu, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-"), 0);
}

TEST(IsUscc, FailsForOtherLengthsAndForZeros) {
  EXPECT_FALSE(is_uscc(""));
  EXPECT_FALSE(is_uscc("9111000080210043"));
  EXPECT_FALSE(is_uscc("91110000802100433B0"));
  EXPECT_FALSE(is_uscc("000000000000000000"));
  EXPECT_FALSE(is_uscc("9.1110000802E+17"));
}

TEST(IsLei, HoldsForAPublishedCode) {
  EXPECT_TRUE(is_lei(apple));
  EXPECT_TRUE(is_lei("hwupkr0mpou8fgxbt394"));
}

// ISO 7064 mod 97-10 promises this within digits and within letters; a letter counts as two digits, so one put in
// the place of a digit moves the rest.
TEST(IsLei, FailsForAnyOneWrongDigitOrLetter) {
  for (std::size_t i = 0; i < apple.size(); ++i) {
    const bool digit = apple[i] >= '0' && apple[i] <= '9';
    for (const char c : std::string_view(digit ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
      std::string changed(apple);
      changed[i] = c;
      EXPECT_EQ(is_lei(changed), changed == apple) << changed;
    }
  }
}

TEST(IsLei, FailsForOtherShapes) {
  EXPECT_FALSE(is_lei(""));
  EXPECT_FALSE(is_lei("HWUPKR0MPOU8FGXBT39"));
  EXPECT_FALSE(is_lei("00000000000000000000"));
  EXPECT_FALSE(is_lei("HWUPKR0MPOU8FGXBT3 4"));
}

TEST(IsImo, HoldsForAPublishedNumber) {
  EXPECT_TRUE(is_imo(emma_maersk));
  EXPECT_TRUE(is_imo("IMO 9321483"));
  EXPECT_TRUE(is_imo("imo9321483"));
  EXPECT_TRUE(is_imo(" IMO\u00A09321483 "));
}

TEST(IsImo, FailsForAWrongCheckDigitAndOtherShapes) {
  for (const std::string_view text :
       {"9321484", "932148", "93214830", "0000000", "IMO", "IMO ", "", "932148O", "MMSI 9321483", "-321483"})
    EXPECT_FALSE(is_imo(text)) << text;
}

}  // namespace
}  // namespace assay
