#include "graph/korea_sign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// Which Korea a "Korea" is, by the other cells of its row.

namespace assay::test {
namespace {

constexpr Country either_korea{Known::ambiguous};

const Reference& reference() {
  return shipped_packs().reference;
}

Country says(Field field, std::string_view text) {
  return korea_by(field, text, reference());
}

TEST(KoreaSign, IsADiallingCodeBehindAPlusOrTwoNoughts) {
  for (const char* phone : {"+82-52-231-0000", "+82 (0)52 231 0000", "Tel. +82.52.2310000", "0082 52 231 0000"})
    EXPECT_EQ(says(Field::supplier_phone, phone), south_korea) << phone;
  for (const char* phone : {"+850 2 381 0000", "00850-2-3810000", "fax +850(2)3810000"})
    EXPECT_EQ(says(Field::supplier_phone, phone), north_korea) << phone;
  for (const char* phone : {"82-52-231-0000", "+86 415 2310000", "+852 2810 0000", "+1 82 850 0000", "052-231-0000",
                            "", "n/a", "+", "+82 52 231 0000; +850 2 381 0000"})
    EXPECT_EQ(says(Field::supplier_phone, phone), either_korea) << phone;
}

TEST(KoreaSign, IsTheTopLevelDomainOfAMailboxOrAPage) {
  for (const char* text :
       {"sales@hill.co.kr", "http://hill.co.kr/en/zinc.html", "www.hill.KR", "a@hill.com, b@hill.kr"})
    EXPECT_EQ(says(Field::supplier_email, text), south_korea) << text;
  for (const char* text : {"trade@star-co.net.kp", "https://www.hill.com.kp:8080/?kr"})
    EXPECT_EQ(says(Field::supplier_website, text), north_korea) << text;
  for (const char* text :
       {"sales@hill.com", "www.kr.com", "kr@hill.com", "http://hill.com/kr", "kr", "", "a@hill.kr b@hill.kp"})
    EXPECT_EQ(says(Field::supplier_email, text), either_korea) << text;
}

TEST(KoreaSign, IsAPlaceThatOnlyOneOfTheTwoHas) {
  EXPECT_EQ(says(Field::supplier_city, "Ulsan"), south_korea);
  EXPECT_EQ(says(Field::supplier_city, "Pyongyang"), north_korea);
  EXPECT_EQ(says(Field::shipment_load_port, "KRPUS"), south_korea);
  EXPECT_EQ(says(Field::shipment_load_port, "KPNAM"), north_korea);
  for (const char* text : {"Taean", "Kosong", "Korea", "Hillside 5", ""})  // of both, or of neither
    EXPECT_EQ(says(Field::supplier_city, text), either_korea) << text;
}

TEST(KoreaSign, DecidesOnlyWordsThatMeanEither) {
  for (const char* text : {"Korea", "KOREA", " korea ", "Corea", "Corée", "Корея"})
    EXPECT_TRUE(is_plain_korea(text, reference())) << text;
  for (const char* text : {"KN", "KO", "KS", "KR", "North Korea", "Korea, Rep.", "China", "", "K\xD0\xBErea"})
    EXPECT_FALSE(is_plain_korea(text, reference())) << text;
}

/// The country of the only supplier, and the cell that says so.
std::string country_of(const std::string& columns, const std::string& row) {
  const GraphText g({{"suppliers", "name,country" + columns + "\n" + "Hill Zinc,Korea" + row + "\n"}});
  const VertexId v = g.company("Hill Zinc");
  const CellRef cell = g.graph.vertices.country_cell[v];
  return g.graph.vertices.country[v].code() + " by " + std::string(info(cell.field).name);
}

TEST(KoreaSign, IsTheCellThatShowsTheCountry) {
  EXPECT_EQ(country_of(",phone", ",+82 52 231 0000"), "KR by supplier.phone");
  EXPECT_EQ(country_of(",city,phone", ",Pyongyang,"), "KP by supplier.city");
  EXPECT_EQ(country_of(",phone,website", ",,www.hill.kp"), "KP by supplier.website");
  EXPECT_EQ(country_of(",phone,city", ",052 231 0000,Taean"), " by supplier.country");
}

TEST(KoreaSign, IsNoneWhenTwoContradictEachOther) {
  const GraphText g({{"suppliers", "name,country,phone,city\nHill Zinc,Korea,+82 52 231 0000,Pyongyang\n"}});
  EXPECT_EQ(g.graph.vertices.country[g.company("Hill Zinc")], either_korea);
  EXPECT_THAT(g.diagnostics, testing::Contains(testing::Field(
                                 &Diagnostic::message, testing::HasSubstr("one cell says KP and another KR"))));
}

TEST(KoreaSign, OfSitesAndSmeltersIsWhereTheyAre) {
  const GraphText g({{"sites", "site,operator,country,city,type\nHill Mine,Hill Zinc,Korea,Ulsan,mine\n"},
                     {"smelters",
                      "metal,smelter_name,smelter_country,smelter_city,declared_by\n"
                      "Gold,Hill Refinery,Korea,Pyongyang,Plating Works\n"}});
  EXPECT_EQ(g.graph.vertices.country[g.facility("Hill Mine")], south_korea);
  EXPECT_EQ(g.graph.vertices.country[g.facility("Hill Refinery")], north_korea);
}

TEST(KoreaSign, OfALoadingCountryIsAPortOfTheSouthOnly) {
  const GraphText g({{"shipments",
                      "shipment_id,supplier,load_port,load_country\n"
                      "S1,Hill Zinc,KRPUS,Korea\nS2,Hill Zinc,KPNAM,Korea\nS3,Hill Zinc,,Korea\n"}});
  EXPECT_EQ(g.graph.shipments.load_country[0], south_korea);
  EXPECT_EQ(g.graph.shipments.load_country[1], either_korea);  // the port speaks for itself
  EXPECT_EQ(g.graph.shipments.load_country[2], either_korea);
}

}  // namespace
}  // namespace assay::test
