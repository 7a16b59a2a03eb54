#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace assay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Trim, RemovesEachKindOfBlankAtBothEnds) {
  for (const std::string_view blank : {" ", "\t", "\r\n", "\u00A0", "\u3000", "\uFEFF", "\u2003", "\u202F", "\u200B",
                                       "\u00AD", "\u200E", "\u1680", "\u0085", "\u2060"}) {
    const std::string text = std::string(blank) + std::string(blank) + "a b" + std::string(blank);
    EXPECT_EQ(trim(text), "a b") << blank;
  }
}

TEST(Trim, KeepsBlanksWithin) {
  EXPECT_EQ(trim("a \u3000 b"), "a \u3000 b");
}

TEST(Trim, KeepsBidiControlsSoThatTheyAreSeen) {
  EXPECT_EQ(trim("KP\u202E"), "KP\u202E");
}

TEST(Trim, LeavesNothingOfBlanks) {
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim(" \u3000\u200B"), "");
}

TEST(Trim, StopsAtBrokenBytes) {
  EXPECT_EQ(trim(" \x80 "), "\x80");
  EXPECT_EQ(trim("\xE3\x80"), "\xE3\x80");
  EXPECT_EQ(trim("\xA0"), "\xA0");
}

TEST(IsBlankWord, FindsTheWordsForUnknown) {
  for (const std::string_view text : {"",
                                      " ",
                                      "-",
                                      "--",
                                      "?",
                                      "???",
                                      ".",
                                      "...",
                                      "/",
                                      "n/a",
                                      "N/A",
                                      "NA",
                                      "na",
                                      "nil",
                                      "NULL",
                                      "none given",
                                      "unknown",
                                      "Unknown",
                                      "UNKNOWN",
                                      "tbd",
                                      "see attachment",
                                      "See Attachment",
                                      "various",
                                      "multiple",
                                      "misc",
                                      "not applicable",
                                      "不详",
                                      " 不详\u3000",
                                      "无资料",
                                      "未知",
                                      "미상",
                                      "не указано",
                                      "Не указано",
                                      "—",
                                      "#N/A"})
    EXPECT_TRUE(is_blank_word(text)) << text;
}

TEST(IsBlankWord, IgnoresWordsThatSayThereIsNone) {
  for (const std::string_view text : {"none", "None", "no", "无", "無", "없음", "direct", "nil transit"})
    EXPECT_FALSE(is_blank_word(text)) << text;
}

TEST(IsBlankWord, IgnoresNamesThatBeginLikeOne) {
  for (const std::string_view text : {"CN", "KP", "Nanjing", "Unknown Pleasures Ltd", "N/A Trading", "0", "Nile",
                                      "未知矿业", "-5", "Various Metals Co", "\xFF", "x"})
    EXPECT_FALSE(is_blank_word(text)) << text;
  EXPECT_FALSE(is_blank_word(std::string(1 << 20, 'n')));
}

TEST(IsNoneWord, FindsTheWordsForNone) {
  for (const std::string_view text :
       {"none", "NONE", " none ", "no", "nil transit", "direct", "Direct", "无", "없음"})
    EXPECT_TRUE(is_none_word(text)) << text;
}

TEST(IsNoneWord, IgnoresAnEmptyCellAndWordsForUnknown) {
  for (const std::string_view text : {"", "-", "n/a", "nil", "unknown", "不详", "nonesuch", "Busan"})
    EXPECT_FALSE(is_none_word(text)) << text;
}

RC_GTEST_PROP(IsBlankWord, NeverAgreesWithIsNoneWord, (const std::string& text)) {
  RC_ASSERT(!(is_blank_word(text) && is_none_word(text)));
}

TEST(Shorten, CountsCodePointsAndShowsThatSomethingIsLeftOut) {
  EXPECT_EQ(shorten("abc", 3), "abc");
  EXPECT_EQ(shorten("abcd", 3), "ab…");
  EXPECT_EQ(shorten("朝鲜民主", 4), "朝鲜民主");
  EXPECT_EQ(shorten("朝鲜民主", 3), "朝鲜…");
  EXPECT_EQ(shorten("abc", 1), "…");
  EXPECT_EQ(shorten("abc", 0), "");
  EXPECT_EQ(shorten("", 0), "");
}

TEST(Split, TrimsThePartsAndDropsEmptyOnes) {
  EXPECT_THAT(split(" a; b ;;c", ";"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(split("KR;JP/CN", ";/"), ElementsAre("KR", "JP", "CN"));
  EXPECT_THAT(split("大连、丹东；釜山", "、；"), ElementsAre("大连", "丹东", "釜山"));
  EXPECT_THAT(split("", ";"), IsEmpty());
  EXPECT_THAT(split(" ; ", ";"), IsEmpty());
  EXPECT_THAT(split("one", ""), ElementsAre("one"));
}

TEST(Nearest, FindsAMistypedWord) {
  EXPECT_EQ(nearest("suplier", {"shipment", "supplier"}), "supplier");
  EXPECT_EQ(nearest("origni", {"origin"}), "origin");
  EXPECT_EQ(nearest("exact", {"exalt", "exact"}), "exact");
  EXPECT_EQ(nearest("供应", {"供应商"}), "供应商");
}

TEST(Nearest, IgnoresWhatIsTooFar) {
  EXPECT_EQ(nearest("vessel", {"shipment", "supplier"}), "");
  EXPECT_EQ(nearest("ab", {"id"}), "");
  EXPECT_EQ(nearest("word", {}), "");
  EXPECT_EQ(nearest("orgn", {"origin"}, 1), "");
}

TEST(Nearest, TakesTheFirstOfEquals) {
  EXPECT_EQ(nearest("cat", {"bat", "hat"}), "bat");
  EXPECT_EQ(nearest("cat", {"hat", "bat"}), "hat");
}

}  // namespace
}  // namespace assay
