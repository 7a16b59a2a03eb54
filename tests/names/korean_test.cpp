#include "names/korean.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace assay {
namespace {

std::u32string hangul(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

std::string revised(std::string_view text) {
  return romanise_korean(hangul(text), KoreanSystem::revised);
}
std::string mr(std::string_view text) {
  return romanise_korean(hangul(text), KoreanSystem::mccune_reischauer);
}
std::string dprk(std::string_view text) {
  return romanise_korean(hangul(text), KoreanSystem::dprk);
}

// The examples of the Revised Romanization of 2000, in small letters.
TEST(Korean, RevisedFollowsItsPublishedExamples) {
  EXPECT_EQ(revised("구미"), "gumi");
  EXPECT_EQ(revised("영동"), "yeongdong");
  EXPECT_EQ(revised("백암"), "baegam");
  EXPECT_EQ(revised("옥천"), "okcheon");
  EXPECT_EQ(revised("합덕"), "hapdeok");
  EXPECT_EQ(revised("월곶"), "wolgot");
  EXPECT_EQ(revised("설악"), "seorak");
  EXPECT_EQ(revised("칠곡"), "chilgok");
  EXPECT_EQ(revised("울릉"), "ulleung");
  EXPECT_EQ(revised("백마"), "baengma");
  EXPECT_EQ(revised("종로"), "jongno");
  EXPECT_EQ(revised("왕십리"), "wangsimni");
  EXPECT_EQ(revised("별내"), "byeollae");
  EXPECT_EQ(revised("신라"), "silla");
  EXPECT_EQ(revised("독립문"), "dongnimmun");
  EXPECT_EQ(revised("압구정"), "apgujeong");
  EXPECT_EQ(revised("대관령"), "daegwallyeong");
  EXPECT_EQ(revised("속리산"), "songnisan");
  EXPECT_EQ(revised("같이"), "gachi");
}

TEST(Korean, McCuneReischauerWritesMarksAndVoicedConsonants) {
  EXPECT_EQ(mr("평양"), "p'yŏngyang");
  EXPECT_EQ(mr("조선"), "chosŏn");
  EXPECT_EQ(mr("청진"), "ch'ŏngjin");
  EXPECT_EQ(mr("압록강"), "amnokkang");
  EXPECT_EQ(mr("한글"), "han'gŭl");
  EXPECT_EQ(mr("신의주"), "sinŭiju");
  EXPECT_EQ(mr("백두산"), "paektusan");
  EXPECT_EQ(mr("쥐"), "chwi");
}

TEST(Korean, TheDprkSystemKeepsTheFirstRAndAspirates) {
  EXPECT_EQ(dprk("평양"), "phyŏngyang");
  EXPECT_EQ(dprk("라선"), "rasŏn");
  EXPECT_EQ(dprk("조선"), "josŏn");
  EXPECT_EQ(dprk("대동강"), "taedonggang");
  EXPECT_EQ(list_romanisation(hangul("평양")), "pyongyang");
  EXPECT_EQ(list_romanisation(hangul("련봉")), "ryonbong");
}

TEST(Korean, OneKeyForAllRomanisationsOfAWord) {
  for (const char* writing : {"ryonbong", "yonbong", "lyeonbong", "ryeonbong"})
    EXPECT_EQ(romanisation_key(writing), romanisation_key("ryonbong")) << writing;
  for (const char* writing : {"amrokgang", "amnokkang", "amrokkang"})
    EXPECT_EQ(romanisation_key(writing), romanisation_key("amnokgang")) << writing;
  for (const char* writing : {"taedong", "daedong", "taetong"})
    EXPECT_EQ(romanisation_key(writing), romanisation_key("daedong")) << writing;
  EXPECT_EQ(romanisation_key("pyongyang"), romanisation_key("pyeongyang"));
  EXPECT_EQ(romanisation_key("phyongyang"), romanisation_key("pyeongyang"));
  EXPECT_EQ(romanisation_key("chol"), romanisation_key("cheol"));
  EXPECT_EQ(romanisation_key("chol"), romanisation_key("chul"));
  EXPECT_EQ(romanisation_key("rajin"), romanisation_key("najin"));
}

TEST(Korean, AnotherWordHasAnotherKey) {
  EXPECT_NE(romanisation_key("ryonbong"), romanisation_key("ryonha"));
  EXPECT_NE(romanisation_key("taesong"), romanisation_key("taedong"));
  EXPECT_NE(romanisation_key("chol"), romanisation_key("chan"));
  EXPECT_NE(romanisation_key("pyongan"), romanisation_key("pyongyang"));
}

TEST(Korean, WordsOfOtherLanguagesAreNoKoreanWords) {
  EXPECT_TRUE(is_korean_word("ryonbong"));
  EXPECT_TRUE(is_korean_word("cheonghaeui"));
  EXPECT_FALSE(is_korean_word("gazprom"));
  EXPECT_FALSE(is_korean_word("xianghe"));
  EXPECT_FALSE(is_korean_word("starck"));
  EXPECT_FALSE(is_korean_word(""));
}

TEST(Korean, FamilyNamesInAnyWriting) {
  EXPECT_EQ(korean_family_key("lee"), korean_family_key("ri"));
  EXPECT_EQ(korean_family_key("yi"), korean_family_key("rhee"));
  EXPECT_EQ(korean_family_key("park"), korean_family_key("pak"));
  EXPECT_EQ(korean_family_key("choi"), korean_family_key("choe"));
  EXPECT_NE(korean_family_key("kim"), korean_family_key("pak"));
  EXPECT_EQ(korean_family_key("smith"), "");
  EXPECT_EQ(korean_family_length(hangul("김정은")), 1U);
  EXPECT_EQ(korean_family_length(hangul("남궁민수")), 2U);
  EXPECT_EQ(korean_family_length(hangul("블라디미르")), 0U);
}

}  // namespace
}  // namespace assay
