#include "report/region.h"

#include <gtest/gtest.h>

#include "readers/read.h"

namespace assay {
namespace {

struct Held {
  Tables tables;
  explicit Held(const std::string& text) {
    Diagnostics diagnostics;
    tables = read_texts({{"shipments.csv", text}}, diagnostics).tables;
  }
  [[nodiscard]] CellRegion at(Field field, std::uint32_t record) const {
    return region_of(tables, {0, field, record});
  }
};

TEST(Region, CountsCharactersAndNotBytes) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,丹东,B,KP\n");
  const CellRegion region = held.at(Field::shipment_origin_country, 0);
  EXPECT_EQ(region.place.line, 2U);
  EXPECT_EQ(region.place.column, 9U);
  EXPECT_EQ(region.end_line, 2U);
  EXPECT_EQ(region.end_column, 11U);
  EXPECT_EQ(region.record, "S1,丹东,B,KP");
}

TEST(Region, HoldsTheQuotesOfACell) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,\"A, \"\"x\"\"\",B,KP\n");
  const CellRegion region = held.at(Field::shipment_supplier, 0);
  EXPECT_EQ(region.raw, "\"A, \"\"x\"\"\"");
  EXPECT_EQ(region.place.column, 4U);
  EXPECT_EQ(region.end_column, 4U + region.raw.size());
}

TEST(Region, SpansTheLinesOfACellWithLineEndsInIt) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,\"A\r\nbc\",B,KP\nS2,C,D,CN\n");
  const CellRegion region = held.at(Field::shipment_supplier, 0);
  EXPECT_EQ(region.place.line, 2U);
  EXPECT_EQ(region.end_line, 3U);
  EXPECT_EQ(region.end_column, 4U);
  EXPECT_EQ(region.record_line, 2U);
  EXPECT_EQ(region.record_end_line, 3U);
  EXPECT_EQ(held.at(Field::shipment_supplier, 1).place.line, 4U);
}

TEST(Region, OfABlankCellIsEmptyWhereTheTextWouldStand) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,A,,KP\n");
  const CellRegion region = held.at(Field::shipment_buyer, 0);
  EXPECT_EQ(region.place.column, 6U);
  EXPECT_EQ(region.end_column, 6U);
}

TEST(Region, OfAColumnThatTheFileLacksIsTheRecord) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,A,B,KP\n");
  const CellRegion region = held.at(Field::shipment_hs_code, 0);
  EXPECT_EQ(region.place.column, 0U);
  EXPECT_EQ(region.end_column, 0U);
  EXPECT_EQ(region.record_line, 2U);
  EXPECT_EQ(region.record_end_line, 2U);
}

TEST(Region, OfTheHeaderIsTheCellOfTheHeader) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,A,B,KP\n");
  const CellRegion region = held.at(Field::shipment_supplier, CellRef::header_record);
  EXPECT_EQ(region.raw, "supplier");
  EXPECT_EQ(region.place.line, 1U);
}

}  // namespace
}  // namespace assay
