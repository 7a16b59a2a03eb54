#include <string>

#include <gtest/gtest.h>

#include "reference/pack.h"

namespace assay {
namespace {

using test::said;
using test::shipped;

constexpr Country unstated{Known::blank};
constexpr Country china{'C', 'N'};
constexpr Country russia{'R', 'U'};

std::string place(std::string_view text, Country stated = unstated) {
  return said(shipped().place(text, stated).country);
}

TEST(Place, FindsTheDprkByCode) {
  for (const char* text : {"KPNAM", "KP NAM", "KP-NAM", "kpnam", "KPXYZ", "KP XYZ", "Nampo (KPNAM)", "KPNAM Nampo",
                           "KPNAM/Nampo", "KP", "DPRK", "朝鲜"})
    EXPECT_EQ(place(text), "KP") << text;
  EXPECT_EQ(place("KPRJN", russia), "KP");
}

TEST(Place, FindsTheDprkByName) {
  for (const char* text : {"Nampo",
                           "NAMPO",
                           "Namp'o",
                           "Nampho",
                           "남포",
                           "Rajin",
                           "Najin",
                           "Rason",
                           "罗津",
                           "Chongjin",
                           "Ch'ŏngjin",
                           "Wonsan",
                           "Haeju",
                           "Hyesan",
                           "Musan",
                           "Tumangang",
                           "Sinuiju",
                           "新义州",
                           "Songnim",
                           "Pyongyang",
                           "Tumangang station",
                           "Cheongjin",
                           "anchorage Nampo",
                           "Nampo_port",
                           "P'yŏngyang",
                           "Port of Nampo",
                           "Rajin port",
                           "Nampo Port, DPRK",
                           "朝鲜南浦港",
                           "Haeju Bay 37.93N 125.62E",
                           "Unsan (KP-03)",
                           "Hungnam, South Hamgyong"})
    EXPECT_EQ(place(text), "KP") << text;
}

TEST(Place, FindsOthersByCodeAndName) {
  EXPECT_EQ(place("CNDAL"), "CN");
  EXPECT_EQ(place("PECLL"), "PE");
  EXPECT_EQ(place("NL RTM"), "NL");
  EXPECT_EQ(place("Dalian"), "CN");
  EXPECT_EQ(place("大连"), "CN");
  EXPECT_EQ(place("Dandong, Liaoning, China"), "CN");
  EXPECT_EQ(place("Khasan"), "RU");
  EXPECT_EQ(place("Kholmsk"), "RU");
  EXPECT_EQ(place("Cẩm Phả"), "VN");
  EXPECT_EQ(place("Onsan"), "KR");
  EXPECT_EQ(place("Incheon"), "KR");
  EXPECT_EQ(place("Port Hedland"), "AU");
  EXPECT_EQ(place("Rotterdam"), "NL");
  EXPECT_EQ(place("China"), "CN");
  EXPECT_EQ(place("CHINA"), "CN");  // no LOCODE of Switzerland
}

TEST(Place, StaysOpenForANameOnBothSides) {
  for (const char* text : {"Taean", "TAEAN", "Ongjin", "Kosong", "Kangwon", "Cholwon", "Taean, Korea", "海州"})
    EXPECT_EQ(place(text), "ambiguous") << text;
  EXPECT_EQ(place("Taean", Country(Known::ambiguous)), "ambiguous");
}

TEST(Place, LetsTheStatedCountryDecideBetweenNamesakes) {
  EXPECT_EQ(place("Taean", north_korea), "KP");
  EXPECT_EQ(place("Taean", south_korea), "KR");
  EXPECT_EQ(place("Taean, KP"), "KP");
  EXPECT_EQ(place("Taean (KR)"), "KR");
  EXPECT_EQ(place("Taean", china), "ambiguous");
  EXPECT_EQ(place("海州", china), "CN");
  EXPECT_EQ(place("Rajin, Korea"), "KP");
  EXPECT_EQ(place("Busan, Korea"), "KR");
  EXPECT_EQ(place("Busan", Country(Known::ambiguous)), "KR");
}

TEST(Place, StaysOpenWhereTheRowContradictsTheTable) {
  EXPECT_EQ(place("Rajin", russia), "ambiguous");
  EXPECT_EQ(place("Nampo, DPRK", china), "ambiguous");
  EXPECT_EQ(place("Rajin", south_korea), "ambiguous");
  EXPECT_EQ(place("Dandong-Sinuiju", china), "ambiguous");
  EXPECT_EQ(place("Dandong-Sinuiju"), "ambiguous");
  EXPECT_EQ(place("Nampo Road, Shanghai"), "ambiguous");
}

TEST(Place, TakesTheStatedCountryForAnUnknownPlace) {
  EXPECT_EQ(place("Cerro de Pasco", Country('P', 'E')), "PE");
  EXPECT_EQ(place("somewhere", north_korea), "KP");
  EXPECT_EQ(place("somewhere", Country(Known::ambiguous)), "ambiguous");
  EXPECT_EQ(place("Dalian", north_korea), "KP");
  EXPECT_EQ(place("PARIS", Country('F', 'R')), "FR");  // no LOCODE of Panama
}

TEST(Place, CallsUnreadableOrBlankWhatSaysNoPlace) {
  EXPECT_EQ(place("at sea"), "unreadable");
  EXPECT_EQ(place("somewhere"), "unreadable");
  EXPECT_EQ(place("Dalian / Somewhere"), "unreadable");
  EXPECT_EQ(place("XXABC"), "unreadable");
  EXPECT_EQ(place(""), "blank");
  EXPECT_EQ(place("unknown"), "blank");
  EXPECT_EQ(place("", china), "blank");
}

TEST(Place, DoesNotTrustLookAlikeLetters) {
  const PlaceReading reading = shipped().place("N\u0430mpo", unstated);
  EXPECT_EQ(reading.country.known(), Known::ambiguous);
  EXPECT_TRUE(reading.obfuscated);
  EXPECT_EQ(shipped().place("N\u0430mpo", china).country.known(), Known::ambiguous);
  const PlaceReading hidden = shipped().place("Nam\u200Bpo", unstated);
  EXPECT_EQ(hidden.country, north_korea);
  EXPECT_TRUE(hidden.obfuscated);
}

TEST(Place, DoesNotTakePartOfANameForTheName) {
  EXPECT_EQ(place("Nampo-dong (Busan)"), "KR");
  EXPECT_EQ(place("Nampo-dong, Busan"), "KR");
  EXPECT_EQ(place("延边朝鲜族自治州"), "CN");
  EXPECT_EQ(place("Masan"), "KR");
  EXPECT_EQ(place("Ulsan"), "KR");
  EXPECT_EQ(place("Tyumen"), "RU");
  EXPECT_EQ(place("Tumen"), "CN");
  EXPECT_EQ(place("RUPOS"), "RU");
}

TEST(Place, NamesThePlaceAndItsLine) {
  const PlaceReading byname = shipped().place("Najin", unstated);
  EXPECT_EQ(byname.name, "Rajin");
  EXPECT_GT(byname.line, 1U);
  const PlaceReading bycode = shipped().place("KPNAM", unstated);
  EXPECT_EQ(bycode.name, "Nampo");
  EXPECT_NE(shipped().place("Taean", south_korea).line, shipped().place("Taean", north_korea).line);
  EXPECT_EQ(shipped().place(" somewhere ", unstated).name, "somewhere");
}

Zone zone(std::string_view text, Country country = china) {
  return shipped().zone(text, country);
}

TEST(ZoneOf, FindsTheBorderZone) {
  for (const char* text : {"Dandong, Liaoning",
                           "Zhenxing District, Dandong, Liaoning",
                           "丹东市振兴区",
                           "辽宁省丹东市",
                           "Donggang, Dandong",
                           "东港市",
                           "Hunchun, Yanbian, Jilin",
                           "Yanji, Jilin",
                           "延边朝鲜族自治州",
                           "Tumen",
                           "图们",
                           "Ji'an, Jilin",
                           "JI'AN",
                           "集安",
                           "Changbai",
                           "Linjiang",
                           "Helong, Jilin",
                           "Tonghua",
                           "Baishan",
                           "Quanhe",
                           "Nanping, Helong",
                           "Longjing",
                           "Kuandian",
                           "Antu County",
                           "Tonghua City, Jilin Province, China"})
    EXPECT_EQ(zone(text), Zone::yes) << text;
  EXPECT_EQ(zone("Khasan", russia), Zone::yes);
  EXPECT_EQ(zone("Хасан, Приморский край", russia), Zone::yes);
  EXPECT_EQ(zone("Dandong", Country(Known::blank)), Zone::yes);
}

TEST(ZoneOf, IgnoresNamesakesAndStreets) {
  for (const char* text :
       {"Nanping, Fujian", "南平市", "Ji'an, Jiangxi", "江西省吉安市", "Donggang District, Rizhao, Shandong",
        "日照市东港区", "Dandong Road 5, Shanghai", "青岛市丹东路3号", "Dandong Street 8, Weifang",
        "Fengcheng, Jiangxi", "Sanhe, Hebei", "Linjiang, Chongqing", "Shandong", "Dalian, Liaoning", "Qingdao",
        "Jilin City, Jilin", "Shenyang, Liaoning", "吉林省吉林市", "Tumenkan"})
    EXPECT_EQ(zone(text), Zone::no) << text;
  EXPECT_EQ(zone("Tyumen", russia), Zone::no);
  EXPECT_EQ(zone("Kholmsk, Sakhalin Oblast", russia), Zone::no);
  EXPECT_EQ(zone("Tumen", russia), Zone::no);
}

TEST(ZoneOf, IsNoInOtherCountries) {
  EXPECT_EQ(zone("Dandong", south_korea), Zone::no);
  EXPECT_EQ(zone("", south_korea), Zone::no);
  EXPECT_EQ(zone("Dandong", north_korea), Zone::no);
}

TEST(ZoneOf, StaysUnknownWhereTheTextDoesNotReachThatFar) {
  EXPECT_EQ(zone(""), Zone::unknown);
  EXPECT_EQ(zone("unknown"), Zone::unknown);
  EXPECT_EQ(zone("", Country(Known::blank)), Zone::unknown);
  EXPECT_EQ(zone("", russia), Zone::unknown);
  EXPECT_EQ(zone("Liaoning"), Zone::unknown);
  EXPECT_EQ(zone("China"), Zone::unknown);
  EXPECT_EQ(zone("Jilin Province, China"), Zone::unknown);
  EXPECT_EQ(zone("吉林省"), Zone::unknown);
  EXPECT_EQ(zone("Primorsky Krai", russia), Zone::unknown);
}

}  // namespace
}  // namespace assay
