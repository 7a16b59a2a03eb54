#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "names/naming.h"
#include "names/public_tool.h"

namespace assay {
namespace {

constexpr NameKind person = NameKind::person;
constexpr NameKind vessel = NameKind::vessel;

TEST(Compare, FindsAFirmInAnotherScript) {
  EXPECT_EQ(band("조선련봉총회사", "Korea Ryonbong General Corporation"), Band::flag);
  EXPECT_EQ(band("압록강개발은행", "AMNOKKANG DEVELOPMENT BANK"), Band::flag);
  EXPECT_EQ(band("丹东鸿祥实业发展有限公司", "Dandong Hongxiang Industrial Development Co Ltd"), Band::flag);
  EXPECT_EQ(band("ООО «Аполлон»", "APOLLON LLC"), Band::flag);
}

TEST(Compare, IgnoresAnotherFirmInAnotherScript) {
  EXPECT_EQ(band("조선은파무역회사", "Korea Ryonbong Trading Corporation"), Band::no);
  EXPECT_EQ(band("丹东宏达贸易有限公司", "Dandong Kehua Trading Co Ltd"), Band::no);
  EXPECT_EQ(band("ООО «Меркурий»", "APOLLON LLC"), Band::no);
}

TEST(Compare, FindsAPersonHoweverTheNameIsRomanised) {
  EXPECT_EQ(band("김정은", "Kim Jong Un", person), Band::flag);
  EXPECT_EQ(band("金正恩", "KIM, Jong Un", person), Band::flag);
  EXPECT_EQ(band("리병철", "Lee Byong-chol", person), Band::flag);
  EXPECT_EQ(band("RI, Pyong Chol", "Byong Chol Lee", person), Band::flag);
  EXPECT_EQ(band("Владимир Путин", "PUTIN, Vladimir Vladimirovich", person), Band::flag);
}

TEST(Compare, IgnoresAnotherPersonOfTheSameFamilyName) {
  EXPECT_NE(band("Kim Jong Un", "Kim Jong Nam", person), Band::flag);
  EXPECT_NE(band("Ri Pyong Chol", "Ri Pyong Sam", person), Band::flag);
  EXPECT_NE(band("Cristiano Ronaldinho", "Cristiano Ronaldo", person), Band::flag);
}

TEST(Compare, LegalAndBusinessWordsCarryNoMatch) {
  EXPECT_EQ(band("Trading Company Limited", "Dandong Xianghe Trading Co., Ltd."), Band::no);
  EXPECT_EQ(band("Dandong Hongda Trade Co Ltd", "Dandong Tianfu Trade Co Ltd"), Band::no);
  EXPECT_EQ(band("11420 CORP", "BELLETECH CORP"), Band::no);
  EXPECT_EQ(band("Emma LLC", "Emma Daniels"), Band::no);
}

TEST(Compare, OneBusinessWordIsTheSameInAllLanguages) {
  EXPECT_EQ(band("Kehua Trading", "Kehua 贸易"), Band::flag);
  EXPECT_EQ(band("Kehua Torgovlya", "Kehua 무역"), Band::flag);
}

TEST(Compare, FindsJoinedAndSplitWords) {
  EXPECT_EQ(band("NAM CHON GANG TRADING", "NAMCHONGANG TRADING CORPORATION"), Band::flag);
  EXPECT_EQ(band("DandongKehua Economy Trade CoLtd", "Dandong Kehua Economy & Trade Co Ltd"), Band::flag);
  EXPECT_EQ(band("JSCARGUMENT", "JSC ARGUMENT"), Band::flag);
}

TEST(Compare, AJoinedWordSwallowsNoNeighbour) {
  EXPECT_EQ(band("리병철", "RI Pyong Chol", person), Band::flag);
  EXPECT_EQ(band("马晓红", "MA Xiao Hong", person), Band::flag);
  EXPECT_EQ(band("Nam Chong Ang Trading", "Namchongang Trading"), Band::flag);
}

TEST(Compare, OneSyllableInPlaceOfAnotherIsAnotherKoreanOrChineseName) {
  EXPECT_NE(band("Sang Chol Ji", "Ji Sang Chun", person), Band::flag);
  EXPECT_NE(band("Han Jang", "Han Jang Su", person), Band::flag);
  EXPECT_NE(band("李家豪", "LI, Jiachao", person), Band::flag);
  EXPECT_EQ(band("JO CHOL SONNG", "JO CHOL SONG", person), Band::flag);
}

TEST(Compare, ReadsAChineseOrKoreanNameWrittenWithBlanksInEitherOrder) {
  EXPECT_EQ(band("영일 김", "KIM, Yong Il", person), Band::flag);
  EXPECT_EQ(band("김 영일", "KIM, Yong Il", person), Band::flag);
  EXPECT_EQ(band("家豪 李", "LI, Jiahao", person), Band::flag);
  EXPECT_NE(band("영일 김", "KIM, Kyong Il", person), Band::flag);
}

TEST(Compare, AWeakAliasIsALeadAtMostAndOnlyWhenItIsTheSame) {
  PreparedName weak = named("Commandant Jerome", person);
  weak.weak = true;
  EXPECT_EQ(compare(weak, named("Commandant Jerome", person)).band, Band::ask);
  EXPECT_EQ(compare(weak, named("Commandant Jeromy", person)).band, Band::no);
}

TEST(Compare, ShortNamesMustBeTheSame) {
  EXPECT_EQ(band("OMM", "OMA"), Band::no);
  EXPECT_EQ(band("Snow", "Snoe", vessel), Band::no);
  EXPECT_EQ(band("Snow", "SNOW", vessel), Band::flag);
}

TEST(Compare, SaysWhichWordsFitAndWhatLoweredTheScore) {
  const NameComparison result = compared("Chollima Trading No. 2", "Chollima Trading No. 3");
  ASSERT_EQ(result.alignment.size(), 2U);
  EXPECT_EQ(result.alignment[0].likeness.relation, WordRelation::equal);
  ASSERT_FALSE(result.lowered.empty());
  EXPECT_EQ(result.lowered.front().rule, NameRule::numbers_differ);
}

RC_GTEST_PROP(CompareProperty, NamesThatDifferInANumberAreNeverFlagged, (unsigned a, unsigned b)) {
  RC_PRE(a % 10000 != b % 10000);
  for (const char* name : {"Chollima Trading ", "Rungra ", "Unit "})
    for (const NameKind kind : {NameKind::company, NameKind::vessel})
      RC_ASSERT(band(name + std::to_string(a % 10000), name + std::to_string(b % 10000), kind) == Band::no);
}

/// A name of random words, some of them known.
std::string random_name() {
  static const std::vector<std::string> known{"Dandong", "Trading", "Co., Ltd.", "조선", "무역", "Kim",
                                              "Yong",    "Chol",    "39",        "Bank", "of",   "丹东",
                                              "贸易",    "ООО",     "Абв",       "(HK)", "al",   "J."};
  std::string name;
  const int count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) {
    if (!name.empty()) name += ' ';
    if (*rc::gen::inRange(0, 2) == 0)
      name += known[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(known.size())))];
    else
      name += *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(1, 10), rc::gen::inRange('a', 'z'));
  }
  return name;
}

NameKind random_kind() {
  return *rc::gen::element(NameKind::company, NameKind::person, NameKind::vessel);
}

RC_GTEST_PROP(CompareProperty, ANameIsItself, ()) {
  const std::string name = random_name();
  RC_ASSERT(score(name, name, random_kind()) == 1.0F);
}

RC_GTEST_PROP(CompareProperty, IsSymmetric, ()) {
  const std::string a = random_name();
  const std::string b = random_name();
  const NameKind kind = random_kind();
  RC_ASSERT(score(a, b, kind) == score(b, a, kind));
}

RC_GTEST_PROP(CompareProperty, NoRuleRaisesAScore, ()) {
  const PreparedName a = named(random_name(), random_kind());
  const PreparedName b = named(random_name(), a.kind);
  for (const NameForm& x : a.forms)
    for (const NameForm& y : b.forms) {
      RC_ASSERT(form_score(x, a.kind, y, b.kind) <= raw_score(x, y));
      RC_ASSERT(form_score(x, a.kind, y, b.kind) >= 0.0F);
    }
}

RC_GTEST_PROP(CompareProperty, ALongerTypoNeverRaisesTheScore, ()) {
  const std::string word = *rc::gen::container<std::string>(10, rc::gen::inRange('a', 'z'));
  std::string typo = word;
  float last = 1;
  for (std::size_t at = 0; at < 5; ++at) {
    typo[at * 2] = 'z';  // outside the range of the letters
    const float now = score("Kehua " + word, "Kehua " + typo);
    RC_ASSERT(now <= last);
    last = now;
  }
}

TEST(Compare, CaseAccentsCompositionAndInvisibleLettersChangeNothing) {
  const char* const name = "Société Générale Kehua";
  EXPECT_EQ(score(name, "SOCIETE GENERALE KEHUA"), 1.0F);
  EXPECT_EQ(score(name, "Socie\u0301te\u0301 Ge\u0301ne\u0301rale Kehua"), 1.0F);
  EXPECT_EQ(score(name, "Soci\u200Bété Générale Kehua"), 1.0F);
}

TEST(Compare, TheOrderOfWordsAndTheLegalFormOfAFirmDoNotMatter) {
  EXPECT_EQ(score("Kehua Hongda Lumber", "Lumber Hongda Kehua"), 1.0F);
  EXPECT_EQ(band("Kehua Hongda Co Ltd", "Kehua Hongda LLC"), Band::flag);
  EXPECT_EQ(band("Kehua Hongda GmbH", "OOO Kehua Hongda"), Band::flag);
}

TEST(PublicTool, IsJaroWinkler) {
  EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.961, 0.001);
  EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.84, 0.001);
  EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.813, 0.001);
}

TEST(PublicTool, SkipsAWholeNameThatBeginsOtherwiseAndShortWords) {
  EXPECT_EQ(public_tool_score("Kehua", "Kehua"), 1.0F);
  EXPECT_LT(public_tool_score("abc", "xyz"), 0.5F);
  EXPECT_EQ(public_tool_score("al kehua", "kehua zz"), 1.0F);
}

}  // namespace
}  // namespace assay
