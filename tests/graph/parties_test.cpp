#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_text.h"

// Who the parties are, and whom a reference means.

namespace assay::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> parties_of(std::string_view suppliers) {
  return GraphText({{"suppliers", std::string(suppliers)}}).companies();
}

TEST(Parties, OfOneUsccAreOneWhateverTheirNames) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country,uscc
    Dandong Ferry Trading,CN,91210600MA0ABCDE18
    Ferry Trading (Dandong),CN,91210600ma0abcde18)"),
              ElementsAre("listed 91210600MA0ABCDE18"));
}

TEST(Parties, OfOneLeiAreOneAcrossCountries) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country,lei
    Iron Works,DE,529900T8BM49AURSDO55
    Iron Works Asia,SG,529900T8BM49AURSDO55)"),
              ElementsAre("listed 529900T8BM49AURSDO55"));
}

TEST(Parties, OfOneRegistrationNumberAreOneOnlyWithinACountry) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country,registration_no
    Iron Works,DE,12345
    Iron Works Holding,DE,12345)"),
              ElementsAre("listed 12345"));
  EXPECT_THAT(parties_of(R"(
    supplier_name,country,registration_no
    Iron Works,DE,12345
    Steel House,AT,12345)"),
              ElementsAre("listed 12345", "listed 12345"));
}

TEST(Parties, OfOneNameAndCountryAreOneHoweverTheNameIsWritten) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country
    Ferry Trading Co Ltd,CN
    "FERRY TRADING CO., LTD.",China
    Ferry  Trading Company Limited,中国)"),
              testing::SizeIs(1));
}

TEST(Parties, OfOneNameInTwoCountriesAreTwo) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country
    Ferry Trading,RU
    Ferry Trading,CN)"),
              ElementsAre("listed CN:Ferry Trading", "listed RU:Ferry Trading"));
}

TEST(Parties, OfOneNameWithoutACountryAreOneAndAnAmbiguousCountryStaysApart) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country
    Ferry Trading,
    Ferry Trading,
    Ferry Trading,Korea)"),
              testing::SizeIs(2));
}

TEST(Parties, OfDifferentLegalFormsAreNotOne) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country
    Ferry Trading Co Ltd,CN
    Ferry Trading Inc,CN)"),
              ElementsAre("listed CN:Ferry Trading Co Ltd", "listed CN:Ferry Trading Inc"));
}

TEST(Parties, AreNeverMergedByLikeness) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country
    Ferry Trading,CN
    Ferry Traiding,CN)"),
              testing::SizeIs(2));
}

TEST(Parties, OfOneNameWithTwoIdentifiersAreKeptApartAndSoIsTheRowWithNone) {
  const GraphText g({{"suppliers", R"(
    supplier_name,country,uscc
    Ferry Trading,CN,91210600MA0AAAAA1W
    Ferry Trading,CN,
    Ferry Trading,CN,91210600MA0BBBBB15
    Ferry Trading,CN,)"}});
  EXPECT_THAT(g.companies(),
              ElementsAre("listed 91210600MA0AAAAA1W", "listed 91210600MA0BBBBB15", "listed CN:Ferry Trading"));
  EXPECT_THAT(g.complaints("data conflict: another row of this name and country has another identifier"),
              testing::SizeIs(1));
}

TEST(Parties, WithTwoKindsOfIdentifierDoNotContradictEachOther) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country,uscc,lei
    Ferry Trading,CN,91210600MA0AAAAA1W,
    Ferry Trading,CN,,529900T8BM49AURSDO55
    Ferry Trading,CN,,)"),
              ElementsAre("listed 529900T8BM49AURSDO55"));
}

TEST(Parties, AreNotJoinedByAnIdentifierWhoseCheckDigitIsWrong) {
  const GraphText g({{"suppliers", R"(
    supplier_name,country,uscc,lei,registration_no
    Ferry Trading,CN,91210600MA0AAAAA10,,
    Quay Trading,CN,91210600MA0AAAAA10,,
    Iron Works,DE,,529900T8BM49AURSDO56,
    Steel House,DE,,529900T8BM49AURSDO56,
    Needle Works,CN,,,9.12E+17
    Thread Mill,CN,,,9.12E+17)"}});
  EXPECT_THAT(g.companies(), testing::SizeIs(6));
  EXPECT_THAT(g.complaints("is no unified social credit code"),
              ElementsAre("suppliers.csv:2:18", "suppliers.csv:3:17"));
  EXPECT_THAT(g.complaints("is no LEI"), ElementsAre("suppliers.csv:4:16", "suppliers.csv:5:17"));
  EXPECT_THAT(g.complaints("a spreadsheet has rounded it"), ElementsAre("suppliers.csv:6:19", "suppliers.csv:7:18"));
}

TEST(Parties, AreJoinedThroughARowThatHoldsBothIdentifiers) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country,uscc,lei
    Ferry Trading,CN,91210600MA0AAAAA1W,
    Quay Trading,HK,,529900T8BM49AURSDO55
    Harbour Trading,CN,91210600MA0AAAAA1W,529900T8BM49AURSDO55)"),
              testing::SizeIs(1));
}

TEST(Parties, AreNotJoinedByAWordThatMeansThatTheNumberIsNotKnown) {
  EXPECT_THAT(parties_of(R"(
    supplier_name,country,registration_no
    Ferry Trading,CN,n/a
    Iron Works,CN,n/a
    Steel House,CN,none
    Needle Works,CN,none
    Thread Mill,CN,-)"),
              testing::SizeIs(5));
}

TEST(Parties, AreNotJoinedByAVendorCode) {
  EXPECT_THAT(parties_of(R"(
    supplier_id,supplier_name,country
    V-1,Ferry Trading,CN
    V-1,Iron Works,DE)"),
              testing::SizeIs(2));
}

TEST(Parties, WithTwoCountriesHaveTheWorseOne) {
  const auto country = [](std::string_view rows) {
    const GraphText g({{"suppliers", "supplier_name,country,lei\n" + std::string(rows)}});
    EXPECT_THAT(g.complaints("states another country"), testing::SizeIs(1));
    const Country c = g.graph.vertices.country.at(0);
    return c.is_known() ? c.code() : std::string(to_string(c.known()));
  };
  EXPECT_EQ(country("A,CN,529900T8BM49AURSDO55\nB,KP,529900T8BM49AURSDO55"), "KP");
  EXPECT_EQ(country("A,Korea,529900T8BM49AURSDO55\nB,KP,529900T8BM49AURSDO55"), "KP");
  EXPECT_EQ(country("A,CN,529900T8BM49AURSDO55\nB,Korea,529900T8BM49AURSDO55"), "ambiguous");
  EXPECT_EQ(country("A,CN,529900T8BM49AURSDO55\nB,,529900T8BM49AURSDO55"), "blank");
}

TEST(Parties, ThatARowDoesNotNameAreToldToTheUserAndNotMade) {
  const GraphText g({{"suppliers", R"(
    supplier_name,country
    n/a,CN
    Ferry Trading,CN)"}});
  EXPECT_THAT(g.companies(), ElementsAre("listed CN:Ferry Trading"));
  EXPECT_THAT(g.complaints("names no supplier"), ElementsAre("suppliers.csv:2:1"));
}

TEST(Parties, WithoutANameGoByTheirCode) {
  EXPECT_THAT(parties_of(R"(
    supplier_id,supplier_name,country
    V-1,,CN)"),
              ElementsAre("listed CN:V-1"));
}

// ---- references

TEST(References, AreIdsOrNames) {
  const GraphText g({{"suppliers", R"(
                       supplier_id,supplier_name,country
                       V-1,Ferry Trading Co Ltd,CN
                       V-2,Iron Works,DE)"},
                     {"shipments", R"(
                       shipment_id,consignor,buyer
                       S1, V-1 ,iron works
                       S2,"FERRY TRADING CO., LTD.",V-2)"}});
  EXPECT_EQ(g.seller("S1"), "listed CN:Ferry Trading Co Ltd");
  EXPECT_EQ(g.seller("S2"), "listed CN:Ferry Trading Co Ltd");
  EXPECT_EQ(g.buyer("S1"), "listed DE:Iron Works");
  EXPECT_EQ(g.buyer("S2"), "listed DE:Iron Works");
}

TEST(References, ToIdsAreExactInCase) {
  const GraphText g({{"suppliers", R"(
                       supplier_id,supplier_name,country
                       v-1,Ferry Trading,CN)"},
                     {"shipments", R"(
                       shipment_id,consignor
                       S1,V-1)"}});
  EXPECT_EQ(g.seller("S1"), "unresolved ?:V-1");
}

TEST(References, ThatFitNobodyMakeOnePartyATextHoweverItIsWritten) {
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,buyer
    S1,Hill Mine,Ferry Trading
    S2,HILL  MINE,ferry trading
    S3,hill mine,Iron Works)"}});
  EXPECT_THAT(g.companies(),
              ElementsAre("unresolved ?:Ferry Trading", "unresolved ?:HILL  MINE", "unresolved ?:Iron Works"));
  EXPECT_EQ(g.graph.shipments.seller[0], g.graph.shipments.seller[2]);
}

TEST(References, ThatSayNothingMeanNobody) {
  const GraphText g({{"shipments", R"(
    shipment_id,consignor,buyer
    S1,,unknown
    S2,-,n/a)"}});
  EXPECT_THAT(g.companies(), IsEmpty());
  EXPECT_EQ(g.seller("S1"), "nobody");
  EXPECT_EQ(g.buyer("S1"), "nobody");
  EXPECT_EQ(g.seller("S2"), "nobody");
}

TEST(References, ByANameThatTwoPartiesHaveAreAmbiguousAndSayWhomTheyMayMean) {
  const GraphText g({{"suppliers", R"(
                       supplier_id,supplier_name,country
                       V-1,Ferry Trading,CN
                       V-2,Ferry Trading,RU)"},
                     {"shipments", R"(
                       shipment_id,consignor
                       S1,Ferry Trading
                       S2,V-2)"}});
  EXPECT_EQ(g.seller("S1"), "ambiguous ?:Ferry Trading");
  EXPECT_EQ(g.seller("S2"), "listed RU:Ferry Trading");
  std::vector<std::string> meant;
  for (const VertexId v : g.graph.candidates_of(g.graph.shipments.seller[g.shipment("S1")]))
    meant.push_back(g.show(v));
  EXPECT_THAT(meant, testing::UnorderedElementsAre("listed CN:Ferry Trading", "listed RU:Ferry Trading"));
  EXPECT_THAT(g.graph.candidates_of(g.graph.shipments.seller[g.shipment("S2")]), IsEmpty());
  EXPECT_THAT(g.complaints("2 different parties have this name"), testing::SizeIs(1));
}

TEST(References, ByAnIdThatIsAnothersNameAreAmbiguous) {
  const GraphText g({{"suppliers", R"(
                       supplier_id,supplier_name,country
                       Ferry,Iron Works,DE
                       V-2,Ferry,CN)"},
                     {"shipments", R"(
                       shipment_id,consignor
                       S1,Ferry
                       S2,FERRY)"}});
  EXPECT_EQ(g.seller("S1"), "ambiguous ?:Ferry");
  EXPECT_EQ(g.seller("S2"), "listed CN:Ferry") << "an id is exact, so only the name fits";
}

TEST(References, ByAnIdOfTwoPartiesAreAmbiguous) {
  const GraphText g({{"suppliers", R"(
                       supplier_id,supplier_name,country
                       V-1,Ferry Trading,CN
                       V-1,Iron Works,DE)"},
                     {"shipments", R"(
                       shipment_id,consignor
                       S1,V-1)"}});
  EXPECT_EQ(g.seller("S1"), "ambiguous ?:V-1");
  EXPECT_THAT(g.complaints("2 different parties have this id"), testing::SizeIs(1));
}

TEST(References, ByAnyNameOfAPartyMeanIt) {
  const GraphText g({{"suppliers", R"(
                       supplier_name,country,uscc
                       Ferry Trading,CN,91210600MA0AAAAA1W
                       丹东渡轮贸易有限公司,CN,91210600MA0AAAAA1W)"},
                     {"shipments", R"(
                       shipment_id,consignor,buyer
                       S1,Ferry Trading,丹东渡轮贸易有限责任公司)"}});
  EXPECT_EQ(g.seller("S1"), "listed 91210600MA0AAAAA1W");
  EXPECT_EQ(g.buyer("S1"), "listed 91210600MA0AAAAA1W");
}

// ---- border zone

Zone zone_of(std::string_view suppliers) {
  const GraphText g({{"suppliers", std::string(suppliers)}});
  return g.graph.vertices.zone.at(0);
}

TEST(BorderZone, IsReadFromAddressCityRegionOrName) {
  EXPECT_EQ(zone_of("supplier_name,country,address\nFerry Trading,CN,\"9 Quay Road, Dandong\""), Zone::yes);
  EXPECT_EQ(zone_of("supplier_name,country,city\nFerry Trading,CN,丹东"), Zone::yes);
  EXPECT_EQ(zone_of("supplier_name,country\nDandong Ferry Trading,CN"), Zone::yes);
}

TEST(BorderZone, IsNotWhereAnAddressElsewhereIsGiven) {
  EXPECT_EQ(zone_of("supplier_name,country,city\nFerry Trading,CN,Guangzhou"), Zone::no);
  EXPECT_EQ(zone_of("supplier_name,country\nIron Works,DE"), Zone::no);
}

TEST(BorderZone, IgnoresANamesakeThatAnotherCellOfTheRowPlaces) {
  EXPECT_EQ(zone_of("supplier_name,country,city,region\nFerry Trading,CN,Linjiang,Jiangxi"), Zone::no);
  EXPECT_EQ(zone_of("supplier_name,country,city,region\nFerry Trading,CN,东港,山东"), Zone::no);
  EXPECT_EQ(zone_of("supplier_name,country,city\nLinjiang Ferry Trading,CN,Zhangshu"), Zone::no);
  EXPECT_EQ(zone_of("supplier_name,country,city,region\nFerry Trading,CN,Linjiang,Jilin"), Zone::yes);
  EXPECT_EQ(zone_of("supplier_name,country,city,region\nFerry Trading,CN,Linjiang,"), Zone::yes);
}

TEST(BorderZone, OfANameWithoutNamesakesStandsWhateverTheOtherCellsSay) {
  EXPECT_EQ(zone_of("supplier_name,country,city,region\nDandong Ferry Trading,CN,Qingdao,Shandong"), Zone::yes);
}

TEST(BorderZone, StaysOpenWhereNobodySaysTheAddress) {
  EXPECT_EQ(zone_of("supplier_name,country,city\nFerry Trading,CN,"), Zone::unknown);
  EXPECT_EQ(zone_of("supplier_name,country\nFerry Trading,CN"), Zone::unknown);
  EXPECT_EQ(zone_of("supplier_name,country\nFerry Trading,"), Zone::unknown);
}

TEST(BorderZone, OfAPartyIsTheWorstOfItsRows) {
  EXPECT_EQ(zone_of(R"(
    supplier_name,country,city,uscc
    Ferry Trading,CN,Guangzhou,91210600MA0AAAAA1W
    Ferry Trading,CN,Dandong,91210600MA0AAAAA1W)"),
            Zone::yes);
}

TEST(BorderZone, OfASiteIsItsOperatorsToo) {
  const GraphText g({{"suppliers", R"(
                       supplier_name,country,city
                       Needle Works,CN,Guangzhou
                       Thread Mill,CN,Guangzhou)"},
                     {"sites", R"(
                       site,operator,country,site_city
                       Plant 2,Needle Works,CN,Dandong
                       Plant 3,Thread Mill,CN,Guangzhou)"}});
  EXPECT_EQ(g.graph.vertices.zone[g.company("Needle Works")], Zone::yes);
  EXPECT_EQ(g.graph.vertices.zone[g.company("Thread Mill")], Zone::no);
}

}  // namespace
}  // namespace assay::test
