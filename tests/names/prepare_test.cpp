#include <gtest/gtest.h>

#include "names/naming.h"

namespace assay {
namespace {

TEST(Prepare, SaysWhatEachWordDoes) {
  EXPECT_EQ(words("Dandong Kehua Economy & Trade Co., Ltd."), "dandong/place kehua/brand trading/generic ltd/legal");
  EXPECT_EQ(words("Korea Ryonbong General Corporation"),
            "korea/country ryonbong/brand general/generic corporation/legal");
  EXPECT_EQ(words("Office No. 39"), "office/generic 39/number");
  EXPECT_EQ(words("KIM, Yong Chol", NameKind::person), "kim/family yong/given chol/given");
}

TEST(Prepare, ReadsHangulHanAndCyrillic) {
  EXPECT_EQ(words("조선련봉총회사"), "korea/country ryonbong/brand ltd/legal");
  EXPECT_EQ(words("丹东鸿祥实业发展有限公司"),
            "dandong/place hongxiang/brand industry/generic development/generic ltd/legal");
  EXPECT_EQ(words("ООО «Аполлон»"), "ooo/legal apollon/brand");
  EXPECT_EQ(words("김정은", NameKind::person), "kim/family jongun/given");
  EXPECT_EQ(words("单伟", NameKind::person), "shan/family wei/given");
}

TEST(Prepare, ReadsLatinLettersWithoutTheirMarks) {
  EXPECT_EQ(words("Ñandú Øresund Łódź"), "nandu/brand oresund/brand lodz/brand");
  EXPECT_EQ(words("Straße Æbelø Đặng Işık"), "strasse/brand aebelo/brand dang/brand isik/brand");
  EXPECT_EQ(words("Ｄｅｌｔａ Ⅻ"), "delta/brand 12/number");
  EXPECT_EQ(words("Νικόλαος Тест"), "nikolaos/brand test/brand");
}

TEST(Prepare, ReadsTheTraditionalFormAsTheSimplifiedOne) {
  EXPECT_EQ(words("雲南錫業股份有限公司"), words("云南锡业股份有限公司"));
}

TEST(Prepare, ReadsAChineseNameTheKoreanWayToo) {
  EXPECT_EQ(words("金正恩", NameKind::person), "jin/family zhengen/given");
  EXPECT_EQ(words("金正恩", NameKind::person, 1), "kim/family jongun/given");
}

TEST(Prepare, NumbersAreDigitsHoweverTheyAreWritten) {
  for (const char* text : {"Department 39", "Department No. 39", "Department Thirty-Nine", "Department XXXIX"})
    EXPECT_EQ(words(text), "department/generic 39/number") << text;
  EXPECT_EQ(words("2nd Economic Committee"), words("Second Economic Committee"));
}

TEST(Prepare, AWordThatOnlyLooksLikeANumeralStays) {
  EXPECT_EQ(words("Xi Trading"), "xi/brand trading/generic");
  EXPECT_EQ(words("Vi Holdings"), "vi/brand holdings/generic");
}

TEST(Prepare, ATitleIsOneOnlyInFrontOfAName) {
  EXPECT_EQ(words("Sultan Mahmood", NameKind::person), "sultan/title mahmood/given");
  EXPECT_EQ(words("Mahmood Sultan", NameKind::person), "mahmood/given sultan/given");
  EXPECT_EQ(words("KIM, General Yong Chol", NameKind::person), "kim/family general/title yong/given chol/given");
}

TEST(Prepare, AMistypedLegalFormAtTheEndIsStillOne) {
  EXPECT_EQ(words("Kehua Lumber LDT"), "kehua/brand lumber/generic ltd/legal");
  EXPECT_EQ(words("Kehua Coropration"), "kehua/brand corporation/legal");
  EXPECT_EQ(words("Kehua LTA"), "kehua/brand lta/brand");
}

TEST(Prepare, ReadsKoreanWordsInCyrillicLetters) {
  EXPECT_EQ(words("Пак Кван Хун", NameKind::person, 1), "pak/family kwan/given hun/given");
}

TEST(Prepare, BracketsAndAliasesAreFormsOfTheirOwn) {
  const PreparedName name = prepare("Daedong Credit Bank (DCB) a.k.a. Taedong Bank", NameKind::company);
  ASSERT_EQ(name.forms.size(), 3U);
  EXPECT_EQ(name.forms[0].origin, FormOrigin::whole);
  EXPECT_EQ(name.forms[1].origin, FormOrigin::also);
  EXPECT_EQ(name.forms[2].origin, FormOrigin::bracket);
}

TEST(Prepare, ABracketThatOnlyClassesTheFirmStaysInItsName) {
  EXPECT_EQ(words("Iron Wheel (Group) Co Ltd"), "iron/generic wheel/brand ltd/legal group/generic");
}

TEST(Prepare, DropsTheNumberOfAListEntry) {
  EXPECT_EQ(prepare("Ryonbong (KPe.002)", NameKind::company).forms.size(), 1U);
}

TEST(Prepare, MapsLettersThatOnlyLookLatinAndSaysSo) {
  const PreparedName name = prepare("D\u0430ndong Kehua", NameKind::company);  // а is Cyrillic
  EXPECT_EQ(name.forms.front().tokens.front().text, "dandong");
  EXPECT_EQ(name.findings, letters_mapped);
  EXPECT_EQ(prepare("Dand0ng Kehua", NameKind::company).findings, letters_mapped);
  EXPECT_EQ(prepare("Dandong Kehua", NameKind::company).findings, 0);
  EXPECT_EQ(prepare("Газпром", NameKind::company).findings, 0);
}

TEST(Prepare, SaysWhatItCut) {
  const PreparedName longest = prepare(std::string(100000, 'a'), NameKind::company);
  EXPECT_EQ(longest.findings, name_cut | token_cut);
  EXPECT_EQ(longest.forms.front().tokens.front().text.size(), max_token_characters);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "ab ";
  EXPECT_EQ(prepare(many, NameKind::company).findings, tokens_cut);
  EXPECT_EQ(prepare(many, NameKind::company).forms.front().tokens.size(), max_name_tokens);
  EXPECT_EQ(finding_words(longest).size(), 2U);
}

TEST(Prepare, TakesAnyBytes) {
  EXPECT_EQ(prepare("", NameKind::company).findings, nothing_to_read);
  EXPECT_EQ(prepare("...()", NameKind::person).findings, nothing_to_read);
  EXPECT_EQ(prepare("\xFF\xFE Kehua", NameKind::company).findings, invalid_bytes);
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>((i * 7919 + i / 13) & 0xFF);
  for (const NameKind kind : {NameKind::company, NameKind::person, NameKind::vessel}) (void)prepare(bytes, kind);
}

TEST(Prepare, AVesselIsNamedWithoutItsPrefix) {
  EXPECT_EQ(words("M/V Sam Jong 1", NameKind::vessel), "sam/brand jong/brand 1/number");
  EXPECT_EQ(words("MT Sam Jong No. 1", NameKind::vessel), "sam/brand jong/brand 1/number");
}

}  // namespace
}  // namespace assay
