#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "reference/pack.h"

namespace assay {
namespace {

using test::said;
using test::shipped;

std::string country(std::string_view text) {
  return said(shipped().country(text).country);
}

TEST(Country, FindsTheDprkInEveryWriting) {
  for (const char* text : {"KP",
                           "kp",
                           " KP ",
                           "PRK",
                           "408",
                           "DPRK",
                           "D.P.R.K.",
                           "d p r k",
                           "North_Korea",
                           "🇰🇵",
                           "North Korea",
                           "NORTH  KOREA",
                           "North\u00A0Korea",
                           "N. Korea",
                           "N.Korea",
                           "Korea (North)",
                           "Korea, North",
                           "KOREA NORTH",
                           "Korea DPR",
                           "Korea, D.P.R.",
                           "DPR of Korea",
                           "Democratic People's Republic of Korea",
                           "democratic peoples republic of korea",
                           "Democratic People\u2019s Republic of Korea (the)",
                           "Korea (Democratic People's Republic of)",
                           "KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF",
                           "Korea, Dem. People's Rep.",
                           "Korea, Dem. Rep.",
                           "People's Democratic Republic of Korea",
                           "朝鲜",
                           "朝鮮",
                           "北韓",
                           "北朝鮮",
                           "조선",
                           "북한",
                           "朝鮮民主主義人民共和國",
                           "朝鲜民主主义人民共和国",
                           "조선민주주의인민공화국",
                           "КНДР",
                           "Северная Корея",
                           "Corée du Nord",
                           "Coree du Nord",
                           "COREE DU NORD",
                           "Corea del Norte",
                           "Nordkorea",
                           "Kuzey Kore",
                           "ＫＰ",
                           "ＤＰＲＫ",
                           "North Korean"})
    EXPECT_EQ(country(text), "KP") << text;
}

TEST(Country, FindsTheDprkBesideOtherWords) {
  for (const char* text :
       {"KP - North Korea", "KP North Korea", "North Korea (KP)", "DPRK / North Korea", "PRK;KP", "朝鲜（北韩）",
        "朝鲜DPRK", "Made in North Korea", "DPRK origin", "Country of origin: DPRK", "朝鲜产", "Nampo, DPRK",
        "Korea (DPRK)", "Pyongyang", "Pyongyang, Korea"})
    EXPECT_EQ(country(text), "KP") << text;
}

TEST(Country, TakesSouthKoreaOnlyWhenTheTextSaysSo) {
  for (const char* text : {"KR", "KOR", "410", "ROK", "R.O.K.", "Republic of Korea", "Korea, Republic of",
                           "Korea (South)", "Korea, Rep.", "S. Korea", "South Korea", "韩国", "대한민국",
                           "Республика Корея", "Südkorea", "KR - Korea", "Korea (KR)", "Korea, South (ROK)"})
    EXPECT_EQ(country(text), "KR") << text;
}

TEST(Country, LeavesKoreaOpen) {
  for (const char* text :
       {"Korea", "KOREA", "Corea", "Corée", "Корея", "Korean", "高丽", "Koryo", "Chosun", "KO", "KN", "KS", "KP/KR",
        "North Korea or South Korea / DPRK / ROK", "KR;KP", "Korea / Corea"}) {
    const CountryReading reading = shipped().country(text);
    EXPECT_NE(reading.country.known(), Known::yes) << text;
    EXPECT_TRUE(reading.country.may_be(north_korea)) << text;
  }
  EXPECT_EQ(country("Korea"), "ambiguous");
  EXPECT_EQ(country("KP/KR"), "ambiguous");
}

TEST(Country, SeesThroughInvisibleCharacters) {
  for (const char* text : {"K\u200BP", "K\u00ADP", "KP\u202E", "\u2066KP\u2069", "N\u2060orth Korea", "DP\uFE0FRK"}) {
    const CountryReading reading = shipped().country(text);
    EXPECT_EQ(reading.country, north_korea) << text;
    EXPECT_TRUE(reading.obfuscated) << text;
  }
}

TEST(Country, DoesNotTrustLookAlikeLetters) {
  for (const char* text : {"КР", "К\u0050", "ΚΡ", "N\u043Erth K\u043Erea", "DPR\u041A", "К\u043Erea", "КR"}) {
    const CountryReading reading = shipped().country(text);
    EXPECT_EQ(reading.country.known(), Known::ambiguous) << text;
    EXPECT_TRUE(reading.obfuscated) << text;
  }
  const CountryReading china = shipped().country("\u0421N");
  EXPECT_EQ(china.country.known(), Known::unreadable);
  EXPECT_TRUE(china.obfuscated);
}

TEST(Country, DoesNotTrustTextsThatShowAnotherOrder) {
  EXPECT_EQ(country("\u202EPK"), "ambiguous");  // shows KP, holds Pakistan
  EXPECT_EQ(country("\u202Eaerok htron"), "ambiguous");
  EXPECT_EQ(country("PK"), "PK");
}

TEST(Country, FindsOthersByCodeNameAndAlias) {
  EXPECT_EQ(country("CN"), "CN");
  EXPECT_EQ(country("P.R. China"), "CN");
  EXPECT_EQ(country("中国"), "CN");
  EXPECT_EQ(country("China (CN)"), "CN");
  EXPECT_EQ(country("CHN"), "CN");
  EXPECT_EQ(country("156"), "CN");
  EXPECT_EQ(country("Liaoning, China"), "CN");
  EXPECT_EQ(country("U.S.A."), "US");
  EXPECT_EQ(country("Viet Nam"), "VN");
  EXPECT_EQ(country("Russia"), "RU");
  EXPECT_EQ(country("Российская Федерация"), "RU");
  EXPECT_EQ(country("Türkiye"), "TR");
  EXPECT_EQ(country("Turkey"), "TR");
  EXPECT_EQ(country("Cote d'Ivoire"), "CI");
  EXPECT_EQ(country("Congo, Democratic Republic of the"), "CD");
  EXPECT_EQ(country("Congo"), "CG");
  EXPECT_EQ(country("Namibia"), "NA");
  EXPECT_EQ(country("NAM"), "NA");
  EXPECT_EQ(country("Saint Kitts & Nevis"), "KN");
  EXPECT_EQ(country("Taiwan, China"), "TW");
  EXPECT_EQ(country("PRC"), "CN");
}

TEST(Country, CallsBlankWhatSaysNothing) {
  for (const char* text : {"", " ", "\u3000", "\u00A0", "\u200B", "-", "n/a", "N/A", "unknown", "不详", "미상", "()"})
    EXPECT_EQ(country(text), "blank") << text;
}

TEST(Country, CallsUnreadableWhatIsNoCountry) {
  for (const char* text : {"NA",
                           "na",
                           "N A",
                           "ZZ",
                           "XX",
                           "4",
                           "00850",
                           "+850",
                           "anthracite",
                           "North",
                           "Korean peninsula power",
                           "China and North Korea",
                           "KP, CN",
                           "China (unknown)",
                           "Atlantis",
                           "朝鲜族",
                           "ethnic Korean",
                           "延边朝鲜族自治州",
                           "PRK/PRC",
                           "Dandong",
                           "N0rth K0rea"}) {
    const CountryReading reading = shipped().country(text);
    EXPECT_EQ(reading.country.known(), Known::unreadable) << text;
    EXPECT_TRUE(reading.country.may_be(north_korea)) << text;
  }
}

TEST(Country, SaysWhichLineDecided) {
  const CountryReading korea = shipped().country("DPRK");
  EXPECT_TRUE(korea.korea_table);
  EXPECT_GT(korea.line, 1U);
  const CountryReading china = shipped().country("PRC");
  EXPECT_FALSE(china.korea_table);
  EXPECT_GT(china.line, 1U);
  EXPECT_EQ(shipped().country("Atlantis").line, 0U);
}

TEST(Country, KnowsAll249) {
  std::set<std::string> codes;
  for (const auto& [key, reading] : shipped().countries)
    if (reading.country.is_known()) codes.insert(reading.country.code());
  EXPECT_EQ(codes.size(), 249U);
}

RC_GTEST_PROP(Country, NeverCrashesAndNeverMakesItsMindUpByAccident, (const std::vector<std::uint16_t>& letters)) {
  std::string text;
  for (const std::uint16_t letter : letters)
    if (letter < 0xD800 || letter > 0xDFFF) append_utf8(text, letter);
  const Country first = shipped().country(text).country;
  RC_ASSERT(first == shipped().country(text).country);
  RC_ASSERT(shipped().nationality(text).country == shipped().nationality(text).country);
}

std::string nationality(std::string_view text) {
  return said(shipped().nationality(text).country);
}

TEST(Nationality, FindsTheDprk) {
  for (const char* text : {"North Korean", "КНДР", "DPRK", "KP", "North Koreans", "DPRK nationals",
                           "North Korean workers", "DPRK citizen", "朝鲜籍", "朝鲜公民", "북한인", "северокорейская",
                           "North Korean (DPRK)", "North Korean (ethnic Korean)"})
    EXPECT_EQ(nationality(text), "KP") << text;
}

TEST(Nationality, PassesOverThePeopleAndKeepsTheCountry) {
  for (const char* text :
       {"Chinese (ethnic Korean)", "中国 (朝鲜族)", "PRC, Chosonjok", "中国朝鲜族", "Korean-Chinese",
        "Chinese, Joseonjok", "China (Chaoxianzu)", "中国籍（朝鲜族）", "ethnic Korean Chinese",
        "Chinese citizen of Korean ethnicity", "중국 (조선족)", "CN / ethnic Korean"})
    EXPECT_EQ(nationality(text), "CN") << text;
}

TEST(Nationality, FindsOthers) {
  EXPECT_EQ(nationality("Chinese"), "CN");
  EXPECT_EQ(nationality("PRC"), "CN");
  EXPECT_EQ(nationality("中国人"), "CN");
  EXPECT_EQ(nationality("Chinese nationals"), "CN");
  EXPECT_EQ(nationality("Russian"), "RU");
  EXPECT_EQ(nationality("Vietnamese"), "VN");
  EXPECT_EQ(nationality("South Korean"), "KR");
  EXPECT_EQ(nationality("Korea, Republic of"), "KR");
  EXPECT_EQ(nationality("DE"), "DE");
}

TEST(Nationality, StaysOpenForKoreanAndForTwoNations) {
  EXPECT_EQ(nationality("Korean"), "ambiguous");
  EXPECT_EQ(nationality("кореец"), "ambiguous");
  EXPECT_EQ(nationality("朝鲜人"), "ambiguous");
  EXPECT_EQ(nationality("North Korean / South Korean"), "ambiguous");
  for (const char* text :
       {"Chinese, Korean", "Chinese / North Korean", "ethnic Korean", "朝鲜族", "Chosonjok", "foreign"})
    EXPECT_EQ(nationality(text), "unreadable") << text;
  EXPECT_EQ(nationality(""), "blank");
}

}  // namespace
}  // namespace assay
