#include "tables/field.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace assay {
namespace {

TEST(Fields, AreFoundByTheirDottedNames) {
  for (const FieldInfo& one : all_fields()) {
    EXPECT_EQ(field_from(one.name), one.field) << one.name;
    EXPECT_EQ(&info(one.field), &one) << one.name;
  }
  EXPECT_EQ(all_fields().size(), fields);
}

TEST(Fields, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const FieldInfo& one : all_fields()) EXPECT_TRUE(names.insert(one.name).second) << one.name;
}

TEST(Fields, AreNotFoundByAnythingElse) {
  for (const std::string_view name :
       {"", "supplier", "name", "supplier.", ".name", "Supplier.name", "supplier.names"})
    EXPECT_FALSE(field_from(name).has_value()) << name;
}

TEST(Fields, AreCalledAsTheRulesCallThem) {
  EXPECT_EQ(info(Field::shipment_origin_country).name, "shipment.origin_country");
  EXPECT_EQ(info(Field::workers_labour_provider).name, "worker_group.labour_provider");
  EXPECT_EQ(info(Field::relation_word).name, "relation.relation");
  EXPECT_EQ(info(Field::site_name).name, "site.name");
  EXPECT_EQ(info(Field::declaration_party).name, "declaration.party");
  EXPECT_EQ(info(Field::smelter_country).name, "smelter.country");
  EXPECT_EQ(info(Field::vessel_event_place).name, "vessel_event.place");
  EXPECT_EQ(info(Field::production_site).name, "production.site");
}

TEST(Fields, AreCalledInReportsByWhatStandsBehindTheDot) {
  EXPECT_EQ(short_name(Field::shipment_origin_country), "origin_country");
  EXPECT_EQ(short_name(Field::relation_word), "relation");
  EXPECT_EQ(short_name(Field::supplier_id), "id");
}

TEST(Fields, OfOneTableShareTheWordBeforeTheDot) {
  for (const FieldInfo& one : all_fields())
    for (const FieldInfo& other : all_fields())
      EXPECT_EQ(one.table == other.table,
                one.name.substr(0, one.name.find('.')) == other.name.substr(0, other.name.find('.')))
          << one.name << " " << other.name;
}

TEST(Fields, SayInWordsWhatTheyHold) {
  for (const FieldInfo& one : all_fields()) EXPECT_FALSE(one.says.empty()) << one.name;
}

TEST(Fields, HaveTheTypeThatTheirNameTells) {
  for (const FieldInfo& one : all_fields()) {
    const std::string_view name = short_name(one.field);
    const bool date = name == "from" || name == "to" || name == "month" || name == "year" || name == "arrived" ||
                      name == "date" || name.ends_with("_date");
    EXPECT_EQ(date, one.type == FieldType::date) << one.name;
    EXPECT_EQ(name.ends_with("_pct"), one.type == FieldType::percent) << one.name;
    EXPECT_EQ(name == "hs_code", one.type == FieldType::hs_code) << one.name;
    const bool country = name.ends_with("country") || name == "nationality" || name == "flag";
    EXPECT_EQ(country, one.type == FieldType::country) << one.name;
    EXPECT_EQ(name.ends_with("_port") || name == "place", one.type == FieldType::place) << one.name;
  }
}

TEST(TableKinds, AreFoundByTheirWords) {
  for (std::size_t i = 0; i < table_kinds; ++i) {
    const auto kind = static_cast<TableKind>(i);
    EXPECT_EQ(table_from(to_string(kind)), kind);
  }
  EXPECT_EQ(to_string(TableKind::suppliers), "suppliers");
  EXPECT_EQ(to_string(TableKind::declarations), "declarations");
  EXPECT_EQ(to_string(TableKind::vessel_events), "vessel_events");
  EXPECT_EQ(to_string(TableKind::production), "production");
  EXPECT_FALSE(table_from("supplier").has_value());
  EXPECT_FALSE(table_from("").has_value());
}

}  // namespace
}  // namespace assay
