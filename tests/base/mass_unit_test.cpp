#include "base/mass_unit.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

double kilograms(std::string_view unit) {
  return kilograms_in(unit).value_or(-1);
}

TEST(MassUnit, KnowsTheUnitsOfTheTrade) {
  EXPECT_DOUBLE_EQ(kilograms("t"), 1000);
  EXPECT_DOUBLE_EQ(kilograms(" MT "), 1000);
  EXPECT_DOUBLE_EQ(kilograms("Tonnes"), 1000);
  EXPECT_DOUBLE_EQ(kilograms("KG"), 1);
  EXPECT_DOUBLE_EQ(kilograms("公斤"), 1);
  EXPECT_DOUBLE_EQ(kilograms("吨"), 1000);
  EXPECT_NEAR(kilograms("short ton"), 907.18474, 1e-5);
  EXPECT_NEAR(kilograms("long tons"), 1016.0469, 1e-4);
  EXPECT_NEAR(kilograms("lb"), 0.45359237, 1e-9);
  EXPECT_NEAR(kilograms("troy oz"), 0.0311034768, 1e-12);
  EXPECT_DOUBLE_EQ(kilograms("kt"), 1e6);
}

TEST(MassUnit, TakesNoWordThatMayBeSeveralUnits) {
  for (const std::string_view word : {"ton", "tons", "oz", "Mt", "wmt", "", "pcs", "m3", "cwt", "carat"})
    EXPECT_FALSE(kilograms_in(word)) << word;
}

TEST(MassUnit, KnowsCurrenciesByCodeAndByName) {
  EXPECT_EQ(currency_in("usd"), "USD");
  EXPECT_EQ(currency_in("US$"), "USD");
  EXPECT_EQ(currency_in("美元"), "USD");
  EXPECT_EQ(currency_in("RMB"), "CNY");
  EXPECT_FALSE(currency_in("$"));
  EXPECT_FALSE(currency_in("dollars"));
  EXPECT_FALSE(currency_in(""));
}

TEST(MassUnit, ReadsUnitsThatStandBehindTheNameOfAColumn) {
  EXPECT_EQ(units_in_header("quantity_t").kilograms, 1000);
  EXPECT_EQ(units_in_header("Net weight (kg)").kilograms, 1);
  EXPECT_EQ(units_in_header("净重（千克）").kilograms, 1);
  EXPECT_EQ(units_in_header("qty metric tons").kilograms, 1000);
  EXPECT_NEAR(units_in_header("quantity (short tons)").kilograms.value_or(0), 907.18474, 1e-5);
  EXPECT_EQ(units_in_header("value_usd").currency, "USD");
  EXPECT_EQ(units_in_header("总价(美元)").currency, "USD");
  const HeaderUnits price = units_in_header("Unit price (USD/lb)");
  EXPECT_EQ(price.currency, "USD");
  EXPECT_NEAR(price.kilograms.value_or(0), 0.45359237, 1e-9);
}

TEST(MassUnit, ReadsNothingIntoAHeaderThatSaysNothing) {
  for (const std::string_view header : {"quantity", "weight", "t", "kg", "quantity_tons", "gross", "", "总价"}) {
    EXPECT_FALSE(units_in_header(header).kilograms) << header;
    EXPECT_FALSE(units_in_header(header).currency) << header;
  }
  EXPECT_FALSE(units_in_header("quantity (kg or t)").kilograms);
  EXPECT_FALSE(units_in_header("value USD EUR").currency);
}

}  // namespace
}  // namespace assay
