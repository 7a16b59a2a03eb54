#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// What a row of shipments says: when, what goods, under which id.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

// ---- dates

Date date_of(const std::string& text, std::string_view as_of = "2018-06-30") {
  const GraphText g({{"shipments", "shipment_id,date,consignor\nS1," + text + ",Ferry Trading\n"}}, as_of);
  return g.graph.shipments.date.at(0);
}

TEST(ShipmentDate, IsKnownUpToTheDayOfTheAudit) {
  EXPECT_EQ(to_string(date_of("2018-06-29")), "2018-06-29");
  EXPECT_EQ(to_string(date_of("2018-06-30")), "2018-06-30");
}

TEST(ShipmentDate, AfterTheDayOfTheAuditIsNotKnownYet) {
  const GraphText g({{"shipments", R"(
                       shipment_id,date,consignor
                       S1,2018-06-30,Ferry Trading
                       S2,2018-07-01,Ferry Trading)"}},
                    "2018-06-30");
  EXPECT_EQ(g.graph.shipments.date[1].known, Known::unreadable);
  EXPECT_EQ(g.graph.shipments.date[1].first, earliest_day);
  EXPECT_EQ(g.graph.shipments.date[1].last(), latest_day);
  EXPECT_THAT(g.complaints("2018-07-01 lies after the audit's date 2018-06-30"), ElementsAre("shipments.csv:3:4"));
}

TEST(ShipmentDate, OfTheMonthOfTheAuditIsKnown) {
  EXPECT_EQ(to_string(date_of("2018-06")), "2018-06");
  EXPECT_EQ(date_of("2018-07").known, Known::unreadable);
}

TEST(ShipmentDate, ThatCannotBeReadIsNotGuessed) {
  EXPECT_EQ(date_of("03/04/2016").known, Known::ambiguous);
  EXPECT_EQ(date_of("42461").known, Known::unreadable) << "a spreadsheet's serial day";
  EXPECT_EQ(date_of("soon").known, Known::unreadable);
  EXPECT_EQ(date_of("").known, Known::blank);
}

TEST(ShipmentDate, OfATableWithoutTheColumnWasNotAsked) {
  const GraphText g({{"shipments", "shipment_id,consignor\nS1,Ferry Trading\n"}});
  EXPECT_EQ(g.graph.shipments.date.at(0).known, Known::not_asked);
}

// ---- country of unloading

/// The country ("US", or why there is none) and the field whose cell says so.
std::string unloaded(const std::string& header, const std::string& cells) {
  const GraphText g({{"shipments", "shipment_id,consignor," + header + "\nS1,Ferry Trading," + cells + "\n"}});
  const Shipments& s = g.graph.shipments;
  const Country country = s.discharge_country.at(0);
  return (country.is_known() ? country.code() : std::string(to_string(country.known()))) + " by " +
         std::string(info(s.discharge_cell(0).field).name);
}

TEST(CountryOfUnloading, IsThatOfTheRow) {
  EXPECT_EQ(unloaded("discharge_port,discharge_country", "Dalian,CN"), "CN by shipment.discharge_country");
  EXPECT_EQ(unloaded("discharge_country", "US"), "US by shipment.discharge_country");
}

TEST(CountryOfUnloading, IsThatOfTheKnownPortWhereTheRowLeavesItOut) {
  EXPECT_EQ(unloaded("discharge_port,discharge_country", "USLAX,"), "US by shipment.discharge_port");
  EXPECT_EQ(unloaded("discharge_port", "JPOSA"), "JP by shipment.discharge_port");
  EXPECT_EQ(unloaded("discharge_port", "KPNAM"), "KP by shipment.discharge_port");
}

TEST(CountryOfUnloading, StaysOpenWhereNobodyKnowsThePort) {
  EXPECT_EQ(unloaded("discharge_port,discharge_country", "Atlantis,"), "blank by shipment.discharge_country");
  EXPECT_EQ(unloaded("discharge_port,discharge_country", ","), "blank by shipment.discharge_country");
  EXPECT_EQ(unloaded("discharge_port", "Atlantis"), "unreadable by shipment.discharge_port");
  EXPECT_EQ(unloaded("discharge_port", ""), "blank by shipment.discharge_port");
  EXPECT_EQ(unloaded("discharge_port", "none"), "blank by shipment.discharge_port");
}

TEST(CountryOfUnloading, WasNotAskedWhereNoColumnSaysAnything) {
  EXPECT_EQ(unloaded("load_port", "USLAX"), "not_asked by shipment.discharge_country");
}

TEST(CountryOfUnloading, OfWhichTheRowSaysKoreaIsTheOneThatHasThePort) {
  EXPECT_EQ(unloaded("discharge_port,discharge_country", "KRPUS,Korea"), "KR by shipment.discharge_port");
  EXPECT_EQ(unloaded("discharge_port,discharge_country", "KPNAM,Korea"), "KP by shipment.discharge_port");
  EXPECT_EQ(unloaded("discharge_port,discharge_country", "DEHAM,Korea"), "ambiguous by shipment.discharge_country");
}

TEST(CountryOfUnloading, ThatCannotBeReadIsNotTakenFromThePort) {
  EXPECT_EQ(unloaded("discharge_port,discharge_country", "USLAX,Atlantis"),
            "unreadable by shipment.discharge_country");
}

TEST(CountryOfUnloading, ThatThePortContradictsStandsAndTheUserIsTold) {
  const std::string rows = "shipment_id,consignor,discharge_port,discharge_country\nS1,Ferry Trading,USLAX,CN\n";
  const GraphText g({{"shipments", rows}});
  EXPECT_EQ(g.graph.shipments.discharge_country.at(0), Country('C', 'N'));
  EXPECT_THAT(g.complaints("the row states CN as the country of unloading, and its port of discharge lies in US"),
              ElementsAre("shipments.csv:2:24"));
  const GraphText alike({{"shipments", "shipment_id,consignor,discharge_port,discharge_country\nS1,F,USLAX,US\n"}});
  EXPECT_THAT(alike.complaints("country of unloading"), IsEmpty());
}

// ---- goods

struct Code {
  std::string digits;
  Known known;
  unsigned heading;
};

Code code_of(const std::string& text) {
  const GraphText g({{"shipments", "shipment_id,consignor,hs_code\nS1,Ferry Trading," + text + "\n"}});
  const Goods& goods = g.graph.goods.goods.at(g.graph.shipments.goods.at(0));
  return {goods.hs.digits, goods.hs.known, goods.heading};
}

TEST(HsCode, HasTwoFourSixEightOrTenDigits) {
  for (const std::string text : {"26", "2601", "260111", "26011100", "2601110000"}) {
    EXPECT_EQ(code_of(text).known, Known::yes) << text;
    EXPECT_EQ(code_of(text).digits, text);
  }
}

TEST(HsCode, MayHoldDotsBlanksAndFullWidthDigits) {
  EXPECT_EQ(code_of("2601.11.00").digits, "26011100");
  EXPECT_EQ(code_of("2601 11").digits, "260111");
  EXPECT_EQ(code_of("２６０１").digits, "2601");
}

TEST(HsCode, ThatLostDigitsIsUnreadable) {
  EXPECT_EQ(code_of("2.60111E+07").known, Known::unreadable) << "scientific notation";
  EXPECT_EQ(code_of("26011").known, Known::unreadable);
  EXPECT_EQ(code_of("30743").known, Known::unreadable) << "030743 without its zero is no code of chapter 30";
  EXPECT_EQ(code_of("2").known, Known::unreadable);
  EXPECT_EQ(code_of("260111000000").known, Known::unreadable) << "twelve digits";
  EXPECT_EQ(code_of("iron ore").known, Known::unreadable);
}

TEST(HsCode, KeepsItsLeadingZero) {
  EXPECT_EQ(code_of("030743").digits, "030743");
  EXPECT_EQ(code_of("030743").heading, 307U);
}

TEST(HsCode, OfTwoDigitsHasNoHeading) {
  EXPECT_EQ(code_of("26").heading, no_heading);
  EXPECT_EQ(code_of("2601").heading, 2601U);
  EXPECT_EQ(code_of("").heading, no_heading);
}

TEST(HsCode, IsComplainedOfInEachRowUpToTenAndThenCounted) {
  std::string rows = "shipment_id,consignor,hs_code\n";
  for (int i = 1; i <= 25; ++i) rows += "S" + std::to_string(i) + ",Ferry Trading,2.6E+07\n";
  const GraphText g({{"shipments", rows}});
  EXPECT_THAT(g.complaints("\"2.6E+07\" is no HS code"), SizeIs(10));
  EXPECT_THAT(g.complaints("15 more cells of shipment.hs_code"), ElementsAre("shipments.csv:1:23"));
}

TEST(Goods, AreExposedWhenTheDprkCanProduceThem) {
  const auto exposed = [](const std::string& code) {
    const GraphText g({{"shipments", "shipment_id,consignor,hs_code\nS1,Ferry Trading," + code + "\n"}});
    const Goods& goods = g.graph.goods.goods.at(0);
    return !goods.exposed_known ? "open" : goods.exposed ? "yes" : "no";
  };
  EXPECT_STREQ(exposed("260111"), "yes");
  EXPECT_STREQ(exposed("901890"), "no");
  EXPECT_STREQ(exposed(""), "open");
  EXPECT_STREQ(exposed("2.6E+07"), "open");
}

TEST(GoodsText, IsOneHoweverItIsWritten) {
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,commodity
    S1,Ferry Trading,Iron Ore
    S2,Ferry Trading, iron-ore
    S3,Ferry Trading,IRON  ORE
    S4,Ferry Trading,iron ore fines
    S5,Ferry Trading,n/a
    S6,Ferry Trading,)"}});
  const auto text = [&g](std::string_view id) {
    return g.graph.goods.goods[g.graph.shipments.goods[g.shipment(id)]].text;
  };
  EXPECT_EQ(text("S1"), text("S2"));
  EXPECT_EQ(text("S1"), text("S3"));
  EXPECT_NE(text("S1"), text("S4"));
  EXPECT_EQ(text("S5"), 0U) << "a word for unknown names no goods";
  EXPECT_EQ(text("S6"), 0U);
}

// ---- origin

TEST(Origin, OfKoreaAloneIsAmbiguousAndToldToTheUser) {
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,origin_country
    S1,Ferry Trading,Korea
    S2,Ferry Trading,South Korea
    S3,Ferry Trading,DPRK
    S4,Ferry Trading,)"}});
  EXPECT_EQ(g.graph.shipments.origin[0].known(), Known::ambiguous);
  EXPECT_EQ(g.graph.shipments.origin[1].code(), "KR");
  EXPECT_EQ(g.graph.shipments.origin[2].code(), "KP");
  EXPECT_EQ(g.graph.shipments.origin[3].known(), Known::blank);
  EXPECT_THAT(g.complaints("\"Korea\" names no country"), ElementsAre("shipments.csv:2:18"));
}

// ---- ids

std::vector<std::string> ids_of(std::string_view shipments) {
  const GraphText g({{"shipments", std::string(shipments)}});
  std::vector<std::string> ids;
  for (std::uint32_t s = 0; s < g.graph.shipments.size(); ++s) ids.push_back(shipment_entity(g.graph, s).id);
  return ids;
}

TEST(ShipmentId, IsTheRowsOwn) {
  EXPECT_THAT(ids_of("shipment_id,consignor,buyer\n S1 ,Ferry Trading,Iron Works\n"), ElementsAre("S1"));
}

TEST(ShipmentId, OfARowWithoutOneComesFromWhatTheRowSays) {
  const auto ids = ids_of(R"(
    shipment_id,consignor,buyer
    ,Ferry Trading,Iron Works
    n/a,Ferry Trading,Steel House)");
  EXPECT_THAT(ids, ElementsAre(StartsWith("row-"), StartsWith("row-")));
  EXPECT_NE(ids[0], ids[1]);
  const auto swapped = ids_of(R"(
    shipment_id,consignor,buyer
    n/a,Ferry Trading,Steel House
    ,Ferry Trading,Iron Works)");
  EXPECT_THAT(swapped, ElementsAre(ids[1], ids[0]));
}

TEST(ShipmentId, OfEqualRowsWithoutOneIsNumbered) {
  const auto ids = ids_of(R"(
    consignor,buyer,commodity
    Ferry Trading,Iron Works,iron ore
    Ferry Trading,Iron Works,iron ore
    Ferry Trading,Iron Works,coal
    Ferry Trading,Iron Works,iron ore)");
  EXPECT_EQ(ids[1], ids[0] + "-2");
  EXPECT_EQ(ids[3], ids[0] + "-3");
  EXPECT_EQ(ids[2].find(ids[0]), std::string::npos);
}

TEST(ShipmentId, OfEqualRowsWithoutOneIsNumberedAcrossTables) {
  const GraphText g({{"a_shipments", "consignor,buyer\nFerry Trading,Iron Works\n"},
                     {"b_shipments", "consignor,buyer\nQuay Metals,Iron Works\nFerry Trading,Iron Works\n"}});
  EXPECT_EQ(shipment_entity(g.graph, 2).id, shipment_entity(g.graph, 0).id + "-2");
}

TEST(ShipmentId, OfTwoTablesMayBeTheSameWithoutAConflict) {
  // Whoever numbers from S1 in each file does not contradict himself.
  const GraphText g({{"a_shipments", "shipment_id,consignor,buyer\nS1,Ferry Trading,Iron Works\n"},
                     {"b_shipments", "shipment_id,consignor,buyer\nS1,Quay Metals,Iron Works\n"}});
  EXPECT_THAT(g.complaints("data conflict"), IsEmpty());
}

TEST(ShipmentId, OfARowWithoutOneDoesNotHangOnColumnsThatSayNothing) {
  const auto short_table = ids_of("consignor,buyer\nFerry Trading,Iron Works\n");
  const auto long_table = ids_of("buyer,transit,consignor,vessel\nIron Works,,Ferry Trading,\n");
  EXPECT_EQ(short_table, long_table);
}

TEST(ShipmentId, SharedByUnequalRowsIsADataConflict) {
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,buyer,commodity
    S1,Ferry Trading,Iron Works,iron ore
    S1,Ferry Trading,Iron Works,coal)"}});
  EXPECT_EQ(g.graph.shipments.size(), 2U) << "both are asked about";
  EXPECT_THAT(g.complaints("data conflict: another row of this id"), ElementsAre("shipments.csv:3:1"));
}

TEST(ShipmentId, SharedByRowsThatDifferOnlyInTheirRouteIsADataConflict) {
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,buyer,transit
    S1,Ferry Trading,Iron Works,none
    S1,Ferry Trading,Iron Works,Rajin)"}});
  EXPECT_THAT(g.complaints("data conflict: another row of this id"), SizeIs(1));
}

TEST(ShipmentId, OfTheSameRowTwiceIsNoConflict) {
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,buyer,commodity
    S1,Ferry Trading,Iron Works,iron ore
    S2,Ferry Trading,Iron Works,iron ore
    S1,Ferry Trading,Iron Works,iron ore)"}});
  EXPECT_THAT(g.complaints("data conflict"), IsEmpty());
}

TEST(ShipmentEntity, WithoutAnIdIsNamedByGoodsSellerAndDate) {
  const GraphText g({{"shipments", R"(
    consignor,buyer,commodity,date
    Ferry Trading,Iron Works,iron ore,2018-05
    ,Iron Works,,)"}});
  EXPECT_EQ(shipment_entity(g.graph, 0).name, "iron ore from Ferry Trading, 2018-05");
  EXPECT_EQ(shipment_entity(g.graph, 1).name, "goods");
}

// ---- cells

TEST(ShipmentCell, IsTheRowsOwnWhereRowsBeforeItWereLeftOut) {
  // The second record has a cell too many, so it is not used, and numbers of rows and records part.
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,buyer
    S1,Ferry Trading,Iron Works
    S2,Ferry Trading,Iron Works,odd
    S3,Quay Metals,Iron Works)"}});
  ASSERT_EQ(g.graph.shipments.size(), 2U);
  const CellRef cell = g.graph.shipments.cell(1, Field::shipment_supplier);
  EXPECT_EQ(g.tables.place(cell).line, 4U);
  EXPECT_EQ(g.tables.place(cell).text, "Quay Metals");
  EXPECT_EQ(g.graph.shipments.at(cell.table, cell.record), 1U);
}

TEST(ShipmentCell, IsFoundInEachOfSeveralTables) {
  const GraphText g({{"a_shipments", "shipment_id,consignor,buyer\nS1,Ferry Trading,Iron Works\n"},
                     {"b_shipments",
                      "shipment_id,consignor,buyer\nS2,Ferry Trading,Iron Works\n"
                      "S3,Quay Metals,Iron Works\n"}});
  ASSERT_EQ(g.graph.shipments.size(), 3U);
  for (std::uint32_t s = 0; s < 3; ++s) {
    const CellRef cell = g.graph.shipments.cell(s, Field::shipment_id);
    EXPECT_EQ(g.tables.text(cell), "S" + std::to_string(s + 1));
    EXPECT_EQ(g.graph.shipments.at(cell.table, cell.record), s);
  }
}

}  // namespace
}  // namespace assay::test
