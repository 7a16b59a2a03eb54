#include "readers/mapping.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "base/text.h"
#include "readers/aliases.h"
#include "readers/headers.h"
#include "reading_help.h"

namespace assay {
namespace {

using F = Field;

Mapping map_line(std::string_view line) {
  std::vector<std::string> headers;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t comma = std::min(line.find(',', at), line.size());
    headers.emplace_back(line.substr(at, comma - at));
    at = comma + 1;
  }
  return map_columns(headers);
}

std::string kinds_of(const Mapping& mapping) {
  std::string out;
  for (const TableKind kind : mapping.kinds) {
    if (!out.empty()) out += ' ';
    out += to_string(kind);
  }
  return out;
}

int column(const Mapping& mapping, Field field) {
  const std::uint16_t found = mapping.column_of[static_cast<std::size_t>(field)];
  return found == no_column ? -1 : found;
}

TEST(NormaliseHeader, MakesTheWaysToWriteOneHeaderEqual) {
  for (const std::string_view header :
       {"origin_country", "Origin Country", " ORIGIN-COUNTRY ", "origin.country", "Origin/Country", "OriginCountry",
        "origin\u200B_country\u00A0", "\uFEFForigin country", "ｏｒｉｇｉｎ　ｃｏｕｎｔｒｙ", "origin country (ISO)",
        "Origin Country*"})
    EXPECT_EQ(normalise_header(header), "origincountry") << header;
}

TEST(NormaliseHeader, DropsUnitsInBracketsAndTraditionalForms) {
  EXPECT_EQ(normalise_header("净重(千克)"), "净重");
  EXPECT_EQ(normalise_header("净重（千克）"), "净重");
  EXPECT_EQ(normalise_header("Qty [kg]"), "qty");
  EXPECT_EQ(normalise_header("供應商名稱"), "供应商名称");
  EXPECT_EQ(normalise_header("(name)"), "name");  // nothing else would be left
  EXPECT_EQ(normalise_header(""), "");
}

TEST(Aliases, AreWrittenAsHeadersAreNormalised) {
  for (const Alias& alias : all_aliases()) {
    std::string wanted(alias.text);
    std::erase(wanted, ' ');
    EXPECT_EQ(normalise_header(alias.text), wanted) << alias.text;
  }
}

TEST(Aliases, NameAFieldOnce) {
  std::set<std::pair<Field, std::string_view>> seen;
  for (const Alias& alias : all_aliases())
    EXPECT_TRUE(seen.emplace(alias.field, alias.text).second) << info(alias.field).name << " " << alias.text;
}

TEST(Aliases, KnowTheShortNameOfEveryField) {
  for (const FieldInfo& field : all_fields()) {
    const auto found = aliases_of(normalise_header(short_name(field.field)));
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const Alias* alias) { return alias->field == field.field; });
    const bool stands_in = field.field == F::shipment_supplier;  // the supplier's own column stands for it
    EXPECT_TRUE(known || stands_in) << field.name;
  }
}

TEST(AlmostAlias, ProposesOneSlipAndIgnoresMore) {
  EXPECT_EQ(almost_alias("orgincountry"), "origin country");
  EXPECT_EQ(almost_alias("supliername"), "supplier name");
  EXPECT_EQ(almost_alias("ognicountry"), "");
  EXPECT_EQ(almost_alias("lat"), "");  // too short: "lot" is one slip away
}

TEST(MapColumns, FeedsFourTablesFromAFlatFile) {
  const Mapping mapping = map_line(
      "supplier_id,name,country,origin_country,mineral,facility,labour_provider,hs_code,ship_date,quantity,unit_"
      "value");
  EXPECT_EQ(kinds_of(mapping), "suppliers shipments workers sites");
  EXPECT_EQ(column(mapping, F::supplier_name), 1);
  EXPECT_EQ(column(mapping, F::supplier_country), 2);
  EXPECT_EQ(column(mapping, F::supplier_commodity), 4);
  EXPECT_EQ(column(mapping, F::shipment_supplier), 0);
  EXPECT_EQ(column(mapping, F::shipment_origin_country), 3);
  EXPECT_EQ(column(mapping, F::shipment_commodity), 4);
  EXPECT_EQ(column(mapping, F::shipment_date), 8);
  EXPECT_EQ(column(mapping, F::site_name), 5);
  EXPECT_EQ(column(mapping, F::site_operator), 0);
  EXPECT_EQ(column(mapping, F::site_country), -1);  // the country is the supplier's
  EXPECT_EQ(column(mapping, F::workers_site), 5);
  EXPECT_EQ(column(mapping, F::workers_employer), 0);
  EXPECT_EQ(mapping.read, std::vector<bool>(11, true));
}

TEST(MapColumns, SeesNoShipmentsInAListOfSuppliers) {
  EXPECT_EQ(kinds_of(map_line("supplier_id,name,country,address,tier,commodity,hs_code")), "suppliers");
  EXPECT_EQ(kinds_of(map_line("supplier_id,name,country,parent_supplier_id")), "suppliers");
  EXPECT_EQ(kinds_of(map_line("country,name,address,sector")), "suppliers");
}

TEST(MapColumns, ReadsOwnerAndShareInAListOfSuppliers) {
  const Mapping mapping = map_line("supplier_id,name,country,owner,share_pct");
  EXPECT_EQ(kinds_of(mapping), "suppliers");
  EXPECT_EQ(column(mapping, F::supplier_owner), 3);
  EXPECT_EQ(column(mapping, F::supplier_share_pct), 4);
}

TEST(MapColumns, RecognisesEachTableByItsColumns) {
  const auto kinds = [](std::string_view line) { return kinds_of(map_line(line)); };
  EXPECT_EQ(kinds("shipment_id,date,supplier,buyer,commodity,hs_code,origin_country"), "shipments");
  EXPECT_EQ(kinds("shipment_id,date,consignor_id,consignee_id,hs_code,description,qty_kg,value_usd"), "shipments");
  EXPECT_EQ(kinds("shipment_id,date,buyer,commodity,origin_country"), "shipments");  // the seller is not known
  EXPECT_EQ(kinds("source,relation,target,share_pct,since"), "relations");
  EXPECT_EQ(kinds("site,employer,labour_provider,workers_nationality,workers_count,from,to"), "workers");
  EXPECT_EQ(kinds("site,operator,country,region,type,commodity,lat,lon"), "sites");
  EXPECT_EQ(kinds("site_id,supplier_id,type,country,city"), "sites");
  EXPECT_EQ(kinds("party,statement,goods,from,to,document,issuer,date,grade"), "declarations");
}

TEST(MapColumns, LeavesTablesThatLackAColumn) {
  const auto kinds = [](std::string_view line) { return kinds_of(map_line(line)); };
  EXPECT_EQ(kinds("supplier_id,name"), "");
  EXPECT_EQ(kinds("date,origin_country,hs_code"), "");  // nobody sold it, and no number says that it is one thing
  EXPECT_EQ(kinds("shipment_id,document,issuer,date"), "");  // a paper about a shipment
  EXPECT_EQ(kinds("source,target"), "");                     // says nothing about how they are related
  EXPECT_EQ(kinds("party,goods"), "");
  EXPECT_EQ(kinds("site,commodity"), "");
  EXPECT_EQ(kinds("vessel,imo,date,place,country"), "");      // nothing befell it
  EXPECT_EQ(kinds("document,issuer,issue_date"), "");         // it is not said what it covers
  EXPECT_EQ(kinds("metal,smelter_country,declared_by"), "");  // no smelter has a name
  EXPECT_EQ(kinds("lot,document"), "");
  EXPECT_EQ(kinds("product,hs_code,description"), "");
  EXPECT_EQ(kinds("country,commodity,year"), "");
}

TEST(MapColumns, RecognisesTheTablesThatTraceGoodsAndVessels) {
  const auto kinds = [](std::string_view line) { return kinds_of(map_line(line)); };
  EXPECT_EQ(kinds("metal,smelter_name,smelter_country,declared_by"), "smelters");
  EXPECT_EQ(kinds("cid,name,mine_country,recycled_only"), "smelters");
  EXPECT_EQ(kinds("document,type,issuer,issuer_country,covers,origin_country,issue_date"), "documents");
  EXPECT_EQ(kinds("document,issuer,reference,date,covers"), "documents");
  EXPECT_EQ(kinds("licence no,licence type,holder,valid until"), "documents");
  EXPECT_EQ(kinds("vessel,imo,date,event,place,country"), "vessel_events");
  EXPECT_EQ(kinds("product_id,product_name,component,supplier,share_pct"), "products");
  EXPECT_EQ(kinds("lot,commodity,hs_code,quantity_t,grade_pct,origin_country,mine,facility,made_from,document"),
            "lots");
  EXPECT_EQ(kinds("batch no,commodity,facility"), "lots");
  EXPECT_EQ(kinds("country,commodity,stage,year,production_t"), "production");
  EXPECT_EQ(kinds("id,covers,expiry date"), "documents");
  EXPECT_EQ(kinds("id,name,component"), "products");
  EXPECT_EQ(kinds("id,name,country,component"), "suppliers");  // parties; what they make is not said by their names
  EXPECT_EQ(kinds("冶炼厂名称,冶炼厂所在国,金属"), "smelters");
  EXPECT_EQ(kinds("船名,事件,日期,港口"), "vessel_events");
  EXPECT_EQ(kinds("批号,品名,矿山,来源批号"), "lots");
}

TEST(MapColumns, TakesAShipmentWithALotForAShipmentOnly) {
  EXPECT_EQ(kinds_of(map_line("shipment_id,date,supplier,buyer,commodity,origin_country,document,lot,quantity_t")),
            "shipments");
  EXPECT_EQ(kinds_of(map_line("shipment_id,date,supplier,buyer,product,lot")), "shipments");
  EXPECT_EQ(kinds_of(map_line("shipment_id,date,supplier,vessel,imo,flag")), "shipments");
}

TEST(MapColumns, ReadsTheSmelterListOfATemplate) {
  const Mapping mapping = map_line(
      "Metal,Smelter Look-up,Smelter Name,Smelter Country,Smelter Identification,Smelter Street,Smelter City,"
      "Smelter Facility Location: State / Province,Name of Mine(s),Location (Country) of Mine(s),"
      "100% Recycled or Scrap?");
  EXPECT_EQ(kinds_of(mapping), "smelters");
  EXPECT_EQ(column(mapping, F::smelter_metal), 0);
  EXPECT_EQ(column(mapping, F::smelter_name), 2);
  EXPECT_EQ(column(mapping, F::smelter_country), 3);
  EXPECT_EQ(column(mapping, F::smelter_id), 4);
  EXPECT_EQ(column(mapping, F::smelter_address), 5);
  EXPECT_EQ(column(mapping, F::smelter_city), 6);
  EXPECT_EQ(column(mapping, F::smelter_region), 7);
  EXPECT_EQ(column(mapping, F::smelter_mine), 8);
  EXPECT_EQ(column(mapping, F::smelter_mine_country), 9);
  EXPECT_EQ(column(mapping, F::smelter_recycled), 10);
}

TEST(MapColumns, GivesASmelterNoCountryThatIsTheSuppliers) {
  const Mapping mapping = map_line("supplier,country,smelter_name");
  EXPECT_EQ(kinds_of(mapping), "suppliers smelters");
  EXPECT_EQ(column(mapping, F::supplier_country), 1);
  EXPECT_EQ(column(mapping, F::smelter_country), -1);
  EXPECT_EQ(column(mapping, F::smelter_declared_by), 0);
  const Mapping bare = map_line("cid,name,country");
  EXPECT_EQ(kinds_of(bare), "suppliers smelters");  // a list of parties, as before, and of smelters
  EXPECT_EQ(column(bare, F::smelter_country), 2);
}

TEST(MapColumns, ReadsAnArrivalAsTheDateOnlyWhereNoneIsBetter) {
  const Mapping both = map_line("shipment_id,supplier,departure_date,arrival_date");
  EXPECT_EQ(column(both, F::shipment_date), 2);
  EXPECT_EQ(column(both, F::shipment_arrived), 3);
  EXPECT_TRUE(both.passed_over.empty());
  const Mapping one = map_line("shipment_id,supplier,arrival_date");
  EXPECT_EQ(column(one, F::shipment_date), 2);
  EXPECT_EQ(column(one, F::shipment_arrived), 2);
}

TEST(MapColumns, ReadsNeitherOfTwoColumnsThatAFileCanBeReadWithout) {
  const Mapping mapping = map_line("shipment_id,date,supplier,quantity,unit,value,unit,incoterm");
  EXPECT_TRUE(mapping.clashes.empty());
  EXPECT_EQ(column(mapping, F::shipment_unit), -1);
  EXPECT_FALSE(mapping.read[4]);
  EXPECT_FALSE(mapping.read[6]);
  EXPECT_EQ(column(mapping, F::shipment_incoterm), 7);
}

TEST(MapColumns, TakesOwnerAndOwnedForOwnership) {
  const Mapping mapping = map_line("owner_id,owned_id,pct,as_of");
  EXPECT_EQ(kinds_of(mapping), "relations");
  EXPECT_EQ(column(mapping, F::relation_source), 0);
  EXPECT_EQ(column(mapping, F::relation_target), 1);
  EXPECT_EQ(column(mapping, F::relation_share_pct), 2);
  EXPECT_EQ(column(mapping, F::relation_from), 3);
  EXPECT_EQ(column(mapping, F::relation_word), -1);
  EXPECT_TRUE(mapping.owns_by_default);
  EXPECT_EQ(kinds_of(map_line("owner,owned")), "relations");
  EXPECT_FALSE(map_line("source,relation,target").owns_by_default);
}

TEST(MapColumns, GivesABareWordToWhatTheFileIsAbout) {
  const Mapping site = map_line("facility_id,name,country,city,operator");
  EXPECT_EQ(kinds_of(site), "sites");
  EXPECT_EQ(column(site, F::site_name), 1);
  EXPECT_EQ(column(site, F::supplier_name), -1);
  const Mapping supplier = map_line("id,name,country,city");
  EXPECT_EQ(kinds_of(supplier), "suppliers");
  EXPECT_EQ(column(supplier, F::supplier_id), 0);
  const Mapping shipment = map_line("id,date,supplier,buyer,origin_country");
  EXPECT_EQ(kinds_of(shipment), "shipments");
  EXPECT_EQ(column(shipment, F::shipment_id), 0);
  EXPECT_EQ(column(shipment, F::shipment_supplier), 2);  // not the id: that is the shipment's
}

TEST(MapColumns, DoesNotTakeTheNameOfAnythingForTheSeller) {
  const Mapping mapping = map_line("shipment_id,name,date,origin_country");
  EXPECT_EQ(kinds_of(mapping), "shipments");
  EXPECT_EQ(column(mapping, F::shipment_supplier), -1);
}

TEST(MapColumns, ReadsChineseHeaders) {
  const Mapping mapping =
      map_line("提单号,出口日期,供应商名称,国家,买方,品名,HS编码,净重(千克),原产国(地区),启运港,船名");
  EXPECT_EQ(kinds_of(mapping), "suppliers shipments");
  EXPECT_EQ(column(mapping, F::shipment_id), 0);
  EXPECT_EQ(column(mapping, F::shipment_date), 1);
  EXPECT_EQ(column(mapping, F::shipment_supplier), 2);
  EXPECT_EQ(column(mapping, F::shipment_quantity), 7);
  EXPECT_EQ(column(mapping, F::shipment_origin_country), 8);
  EXPECT_EQ(column(mapping, F::shipment_load_port), 9);
  EXPECT_EQ(kinds_of(map_line("工厂,雇主,劳务公司,国籍,人数")), "workers");
  EXPECT_EQ(kinds_of(map_line("股东,被投资企业,持股比例")), "relations");
}

TEST(MapColumns, NamesTwoColumnsForOneField) {
  const Mapping mapping = map_line("supplier_id,name,country,country,hs_code");
  ASSERT_EQ(mapping.clashes.size(), 1U);
  EXPECT_EQ(mapping.clashes[0].field, F::supplier_country);
  EXPECT_EQ(mapping.clashes[0].first, 2);
  EXPECT_EQ(mapping.clashes[0].second, 3);
}

TEST(MapColumns, IgnoresTwoColumnsForAFieldOfNoTable) {
  EXPECT_TRUE(map_line("supplier_id,name,country,vessel,ship_name").clashes.empty());
}

TEST(MapColumns, PrefersTheColumnThatSaysItBetter) {
  const Mapping mapping = map_line("shipment_id,gross_weight,date,supplier,quantity_t,bill_of_lading_no");
  EXPECT_TRUE(mapping.clashes.empty());
  EXPECT_EQ(column(mapping, F::shipment_quantity), 4);
  EXPECT_EQ(column(mapping, F::shipment_id), 0);
  ASSERT_EQ(mapping.passed_over.size(), 2U);
  EXPECT_EQ(mapping.passed_over[0].second, 1);
  EXPECT_EQ(mapping.passed_over[1].second, 5);
}

TEST(NearestTable, SaysWhatIsMissing) {
  EXPECT_EQ(nearest_table(map_line("supplier_id,name,address")),
            "nearest is suppliers, which also needs supplier.country");
  EXPECT_EQ(nearest_table(map_line("supplier_id")),
            "nearest is suppliers, which also needs supplier.name, and supplier.country");
  EXPECT_EQ(nearest_table(map_line("party,goods")),
            "nearest is declarations, which also needs declaration.statement");
  EXPECT_NE(nearest_table(map_line("foo,bar")).find("supplier.name and supplier.country"), std::string::npos);
}

TEST(MapColumns, FeedsTheTableThatEachFileOfTheCasesIsNamedAfter) {
  const std::filesystem::path cases = testing::shared_folder() / "cases";
  if (!std::filesystem::is_directory(cases)) GTEST_SKIP() << "no shared folder beside the checkout";
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(cases)) {
    const std::optional<TableKind> kind = table_from(entry.path().stem().string());
    if (entry.path().extension() != ".csv" || !kind.has_value()) continue;
    std::ifstream stream(entry.path());
    std::string header;
    std::getline(stream, header);
    EXPECT_EQ(kinds_of(map_line(trim(header))), to_string(*kind)) << entry.path();
    ++files;
  }
  EXPECT_GT(files, 20);
}

}  // namespace
}  // namespace assay
