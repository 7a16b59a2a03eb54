#include "tables/unit.h"

#include <gtest/gtest.h>

#include "csv_text.h"

namespace assay {
namespace {

TEST(Units, StandBehindTheWordsOfAHeader) {
  EXPECT_EQ(unit_in_header("quantity_t"), "t");
  EXPECT_EQ(unit_in_header("Qty KG"), "kg");
  EXPECT_EQ(unit_in_header("value_usd"), "usd");
  EXPECT_EQ(unit_in_header("capacity_t_per_year"), "t");
  EXPECT_EQ(unit_in_header("net weight mt"), "t");
  EXPECT_EQ(unit_in_header("KG"), "kg");
}

TEST(Units, StandInBrackets) {
  EXPECT_EQ(unit_in_header("Net weight (kg)"), "kg");
  EXPECT_EQ(unit_in_header("净重(千克)"), "kg");
  EXPECT_EQ(unit_in_header("毛重（吨）"), "t");
  EXPECT_EQ(unit_in_header("总价[美元]"), "usd");
}

TEST(Units, AreNotSeenWhereThereIsNone) {
  for (const std::string_view header :
       {"quantity", "net weight", "value", "unit", "lot", "weight_in_boxes", "", "___"})
    EXPECT_EQ(unit_in_header(header), "") << header;
}

TEST(Units, AreWordsOfACellToo) {
  EXPECT_EQ(unit_from(" MT "), "t");
  EXPECT_EQ(unit_from("千克"), "kg");
  EXPECT_EQ(unit_from("USD"), "usd");
  EXPECT_EQ(unit_from("pieces"), "");
  EXPECT_EQ(unit_from(""), "");
}

TEST(Units, AreThoseOfAColumn) {
  testing::CsvText csv("shipments.csv");
  InputFile file = csv.header("shipment_id,quantity_t,value_usd").row("S1,5,100").done();
  file.headers = {"shipment_id", "quantity_t", "value_usd"};
  const Tables tables = testing::one_table(file, TableKind::shipments,
                                           {Field::shipment_id, Field::shipment_quantity, Field::shipment_value});
  EXPECT_EQ(unit_of(tables, 0, Field::shipment_quantity), "t");
  EXPECT_EQ(unit_of(tables, 0, Field::shipment_value), "usd");
  EXPECT_EQ(unit_of(tables, 0, Field::shipment_id), "");
  EXPECT_EQ(unit_of(tables, 0, Field::shipment_currency), "");
}

}  // namespace
}  // namespace assay
