#include "report/excerpt.h"

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
  [[nodiscard]] std::string shown(Field field, std::uint32_t record, std::string_view label = {}) const {
    return excerpt(tables, {0, field, record}, label);
  }
};

TEST(Excerpt, PutsACaretUnderTheCell) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,A,B,KP\nS2,C,D,CN\n");
  EXPECT_EQ(held.shown(Field::shipment_origin_country, 0, "country of origin"),
            "   |\n"
            " 2 | S1,A,B,KP\n"
            "   |        ^^ country of origin\n");
}

TEST(Excerpt, PutsOneCaretWhereABlankCellWouldBe) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,A,,KP\n");
  EXPECT_EQ(held.shown(Field::shipment_buyer, 0),
            "   |\n"
            " 2 | S1,A,,KP\n"
            "   |      ^\n");
}

TEST(Excerpt, StandsStraightBehindWideCharacters) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,丹东,B,KP\n");
  EXPECT_EQ(held.shown(Field::shipment_origin_country, 0),
            "   |\n"
            " 2 | S1,丹东,B,KP\n"
            "   |           ^^\n");
}

TEST(Excerpt, UnderlinesQuotesToo) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,\"A, Ltd\",B,KP\n");
  EXPECT_NE(held.shown(Field::shipment_supplier, 0).find("|    ^^^^^^^^\n"), std::string::npos)
      << held.shown(Field::shipment_supplier, 0);
}

TEST(Excerpt, ShowsTheLineOnWhichACellOfSeveralLinesBegins) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,\"A\nLtd\",B,KP\nS2,C,D,CN\n");
  EXPECT_EQ(held.shown(Field::shipment_origin_country, 0),
            "   |\n"
            " 3 | Ltd\",B,KP\n"
            "   |        ^^\n");
  EXPECT_NE(held.shown(Field::shipment_origin_country, 1).find(" 4 | S2,C,D,CN"), std::string::npos);
}

TEST(Excerpt, EscapesWhatWouldSteerATerminal) {
  const Held held("shipment_id,supplier,buyer,origin_country\nS1,A\x1B[2J\u202E,B,KP\n");
  const std::string text = held.shown(Field::shipment_origin_country, 0);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
}

TEST(Excerpt, CutsALongLineAroundTheCell) {
  const std::string filler(400, 'x');
  const Held held("shipment_id,supplier,buyer,origin_country,document\nS1,A,B,KP," + filler + "\n");
  const std::string text = held.shown(Field::shipment_origin_country, 0);
  EXPECT_NE(text.find("KP"), std::string::npos);
  EXPECT_LT(text.find('\n', text.find("S1")) - text.find("S1"), 130U);
}

TEST(Excerpt, IsEmptyForACellThatDoesNotExist) {
  EXPECT_EQ(excerpt({}, {}, "label"), "");
}

}  // namespace
}  // namespace assay
