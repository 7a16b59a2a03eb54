#include "names/fold.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace assay {
namespace {

TEST(Fold, MakesCaseWidthAndGapsAlike) {
  EXPECT_EQ(fold("  NORTH  Korea "), "north korea");
  EXPECT_EQ(fold("North\u00A0Korea"), "north korea");
  EXPECT_EQ(fold("ＫＰ"), "kp");
  EXPECT_EQ(fold("D.P.R.K."), "d p r k");
  EXPECT_EQ(fold("Korea (Democratic People\u2019s Republic of)"), fold("KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF"));
  EXPECT_EQ(fold("Dandong\tHongtai Trading Co.,Ltd."), "dandong hongtai trading co ltd");
  EXPECT_EQ(fold("「丹东」（辽宁）"), "丹东 辽宁");
  EXPECT_EQ(fold("Straße"), "strasse");
}

TEST(Fold, RemovesWhatCannotBeSeen) {
  EXPECT_EQ(fold("K\u200BP"), "kp");
  EXPECT_EQ(fold("K\u00ADP"), "kp");
  EXPECT_EQ(fold("KP\u202E"), "kp");
  EXPECT_EQ(fold("\uFEFFDPRK"), "dprk");
  EXPECT_EQ(fold("\u200B"), "");
}

TEST(Fold, ComposesWhatWasTypedInParts) {
  EXPECT_EQ(fold("Core\u0301e du Nord"), fold("Corée du Nord"));
  EXPECT_EQ(fold("\u1100\u1161"), "가");
}

TEST(Fold, KeepsLettersThatOnlyLookAlike) {
  EXPECT_NE(fold("КР"), "kp");
  EXPECT_NE(fold("Corée"), "coree");
  EXPECT_NE(fold("朝鲜"), fold("朝鮮"));
}

TEST(Fold, OfNothingIsNothing) {
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold(" .,-()"), "");
  EXPECT_EQ(fold("\u3000\u3001"), "");
}

TEST(Fold, SurvivesInvalidUtf8) {
  const std::string folded = fold("K\xFFP \xE6\x9C");
  EXPECT_NE(folded, "kp");
  EXPECT_EQ(fold(folded), folded);
}

// A letter beyond ASCII in front sends the text the slow way.
RC_GTEST_PROP(Fold, GivesTheSameByBothWays, (const std::string& any)) {
  std::string text;
  for (const char c : any) text += static_cast<char>(static_cast<unsigned char>(c) & 0x7F);
  const std::string slow = fold("я " + text);
  RC_ASSERT(std::string(trim(slow.substr(std::string("я").size()))) == std::string(trim(fold(text))));
}

std::string text_of(const std::vector<std::uint32_t>& numbers) {
  std::string text;
  for (const std::uint32_t number : numbers) {
    const std::uint32_t c = number % 0x30000;
    if (c < 0xD800 || c > 0xDFFF) append_utf8(text, c);
  }
  return text;
}

RC_GTEST_PROP(Fold, ChangesNoFoldedText, (const std::vector<std::uint32_t>& numbers)) {
  const std::string once = fold(text_of(numbers));
  RC_ASSERT(fold(once) == once);
}

RC_GTEST_PROP(FoldName, ChangesNoFoldedName, (const std::vector<std::uint32_t>& numbers)) {
  const std::string once = fold_name(text_of(numbers) + " Trading Company Limited");
  RC_ASSERT(fold_name(once) == once);
}

TEST(FoldPlain, DropsAccentsOfLatinGreekAndCyrillic) {
  EXPECT_EQ(fold_plain("Corée du Nord"), "coree du nord");
  EXPECT_EQ(fold_plain("Cẩm Phả"), "cam pha");
  EXPECT_EQ(fold_plain("Ch'ŏngjin"), "ch ongjin");
}

TEST(FoldPlain, KeepsTheMarksOfOtherScripts) {
  EXPECT_EQ(fold_plain("ガ"), "ガ");
  EXPECT_NE(fold_plain("ガ"), fold_plain("カ"));
  EXPECT_EQ(fold_plain("북한"), fold("북한"));
}

TEST(FoldName, TreatsWritingsOfOneLegalFormAlike) {
  EXPECT_EQ(fold_name("Dandong Hongtai Trading Co., Ltd."), "dandong hongtai trading co ltd");
  EXPECT_EQ(fold_name("Dandong Hongtai Trading Company Limited"), fold_name("Dandong Hongtai Trading CO.,LTD"));
  EXPECT_EQ(fold_name("Acme Incorporated"), fold_name("ACME, Inc."));
  EXPECT_EQ(fold_name("Acme L.L.C."), fold_name("Acme Limited Liability Company"));
  EXPECT_EQ(fold_name("Muster G.m.b.H."), fold_name("Muster GmbH"));
  EXPECT_EQ(fold_name("ООО Восток"), fold_name("OOO Восток"));
  EXPECT_EQ(fold_name("丹东金祥贸易有限责任公司"), fold_name("丹东金祥贸易有限公司"));
  EXPECT_EQ(fold_name("㈜포스코"), fold_name("주식회사 포스코"));
  EXPECT_EQ(fold_name("포스코(주)"), fold_name("주식회사포스코"));
  EXPECT_EQ(fold_name("Export & Import Corp."), fold_name("Export and Import Corporation"));
}

TEST(FoldName, KeepsDifferentLegalFormsApart) {
  EXPECT_NE(fold_name("Acme Inc."), fold_name("Acme Ltd."));
  EXPECT_NE(fold_name("Acme LLC"), fold_name("Acme Co., Ltd."));
  EXPECT_NE(fold_name("Acme"), fold_name("Acme Ltd."));
  EXPECT_NE(fold_name("丹东金祥贸易有限公司"), fold_name("丹东金祥贸易股份有限公司"));
  EXPECT_NE(fold_name("Восток ООО"), fold_name("Восток ЗАО"));
}

TEST(FoldName, KeepsSyllablesThatBelongToTheName) {
  EXPECT_EQ(fold_name("주성엔지니어링"), "주성엔지니어링");
  EXPECT_EQ(fold_name("Company of the East"), "co of the east");
}

TEST(Skeleton, ShowsWhatTheEyeReads) {
  EXPECT_EQ(skeleton("КР"), "kp");  // Cyrillic
  EXPECT_EQ(skeleton("кр"), "kp");
  EXPECT_EQ(skeleton("ΚΡ"), "kp");  // Greek
  EXPECT_EQ(skeleton("N\u043Erth K\u043Erea"), "north korea");
  EXPECT_EQ(skeleton("N\u200Borth Kоrea"), "north korea");
  EXPECT_EQ(skeleton("Corée"), "coree");
}

TEST(Skeleton, LeavesAsciiAndLettersWithoutATwin) {
  EXPECT_EQ(skeleton("Taiwan MILL 10"), "taiwan mill 10");
  EXPECT_EQ(skeleton("朝鲜"), "朝鲜");
  EXPECT_EQ(skeleton("북한"), "북한");
  EXPECT_NE(skeleton("КНДР"), "kndr");
}

TEST(IsObfuscated, FindsInvisibleAndBidiCharacters) {
  EXPECT_TRUE(is_obfuscated("K\u200BP"));
  EXPECT_TRUE(is_obfuscated("K\u00ADP"));
  EXPECT_TRUE(is_obfuscated("KP\u202E"));
  EXPECT_TRUE(is_obfuscated("K\u200DP"));
  EXPECT_TRUE(is_obfuscated("\u3164"));
  EXPECT_TRUE(is_obfuscated(std::string_view("K\0P", 3)));
}

TEST(IsObfuscated, FindsTwoAlphabetsInOneWord) {
  EXPECT_TRUE(is_obfuscated("N\u043Erth"));
  EXPECT_TRUE(is_obfuscated("\u041AP"));
}

TEST(IsObfuscated, IgnoresWhatPeopleWrite) {
  EXPECT_FALSE(is_obfuscated("North Korea"));
  EXPECT_FALSE(is_obfuscated("КНДР / DPRK"));
  EXPECT_FALSE(is_obfuscated("LG化学"));
  EXPECT_FALSE(is_obfuscated("SK하이닉스"));
  EXPECT_FALSE(is_obfuscated("シャープ株式会社"));
  EXPECT_FALSE(is_obfuscated("می\u200Cخواهم"));
  EXPECT_FALSE(is_obfuscated("Corée\tdu\nNord"));
  EXPECT_FALSE(is_obfuscated("\u2665\uFE0F"));
  EXPECT_FALSE(is_obfuscated("ＫＰ"));
}

}  // namespace
}  // namespace assay
