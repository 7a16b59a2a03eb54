#include "base/number.h"

#include <array>
#include <charconv>
#include <cmath>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace assay {
namespace {

Known why(std::string_view text) {
  return parse_number(text).known;
}

void expect_value(std::string_view text, double value) {
  const Number number = parse_number(text);
  EXPECT_EQ(number.known, Known::yes) << text;
  EXPECT_DOUBLE_EQ(number.value, value) << text;
}

TEST(ParseNumber, ReadsADecimalPoint) {
  expect_value("12", 12);
  expect_value("12.5", 12.5);
  expect_value("-3", -3);
  expect_value("+3", 3);
  expect_value("−3", -3);
  expect_value("0", 0);
  expect_value("007", 7);
  expect_value(".5", 0.5);
  expect_value(" 1200.50\u00A0", 1200.5);
}

TEST(ParseNumber, ReadsGroupsOfThree) {
  expect_value("1,200.50", 1200.5);
  expect_value("12,345,678", 12345678);
  expect_value("-1,234,567.8", -1234567.8);
  expect_value("999,999.0", 999999);
}

TEST(ParseNumber, ReadsFullWidthDigits) {
  expect_value("１２００", 1200);
  expect_value("１，２００．５", 1200.5);
}

TEST(ParseNumber, LeavesOneGroupWithoutAPointAmbiguous) {
  EXPECT_EQ(why("1,234"), Known::ambiguous);
  EXPECT_EQ(why("12,345"), Known::ambiguous);
  EXPECT_EQ(why("-123,456"), Known::ambiguous);
}

TEST(ParseNumber, DoesNotReadWhatIsWrittenOtherwise) {
  for (const std::string_view text :
       {"9.12E+17", "1e309", "1.234,5",    "1 200,5",  "1\u00A0200.5", "1'200.5", "12 kg", "12kg",
        "(1200)",   "1200.", "inf",        "nan",      "0x10",         "1,2",     "12,34", "1,23,456",
        ",123",     "0,123", "1234,567.0", "1,234,56", "1.2.3",        "--3",     "+-3",   "٣٠٠",
        "=1200",    "10-20", "~5",         "5%",       "none",         "+",       "+.",    "1,,234.5"})
    EXPECT_EQ(why(text), Known::unreadable) << text;
}

TEST(ParseNumber, IsBlankForAnEmptyCellAndForAWordForUnknown) {
  for (const std::string_view text : {"", "  ", "-", "n/a", "不详", "tbd", "."}) EXPECT_EQ(why(text), Known::blank);
}

TEST(ParseNumber, NeverOverflows) {
  EXPECT_EQ(why(std::string(63, '9')), Known::yes);
  EXPECT_EQ(why(std::string(1000000, '9')), Known::unreadable);
}

TEST(ParsePercent, ReadsZeroToAHundred) {
  EXPECT_DOUBLE_EQ(parse_percent("51").value, 51);
  EXPECT_DOUBLE_EQ(parse_percent("51 %").value, 51);
  EXPECT_DOUBLE_EQ(parse_percent("12.5%").value, 12.5);
  EXPECT_DOUBLE_EQ(parse_percent("１００％").value, 100);
  EXPECT_EQ(parse_percent("0").known, Known::yes);
}

TEST(ParsePercent, DoesNotReadWhatIsNoShare) {
  for (const std::string_view text : {"100.1", "-1", "120%", "5%%", "%", "half", "50 percent"})
    EXPECT_EQ(parse_percent(text).known, Known::unreadable) << text;
}

TEST(ParsePercent, StaysBlankOrAmbiguous) {
  EXPECT_EQ(parse_percent("").known, Known::blank);
  EXPECT_EQ(parse_percent("n/a").known, Known::blank);
  EXPECT_EQ(parse_percent("12,345").known, Known::ambiguous);
}

RC_GTEST_PROP(ParseNumber, ReadsBackEveryNumberInFixedNotation, ()) {
  const double value = static_cast<double>(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000)) / 128;
  std::array<char, 64> room{};
  const auto end = std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::fixed).ptr;
  const Number number = parse_number({room.data(), static_cast<std::size_t>(end - room.data())});
  RC_ASSERT(number.known == Known::yes);
  RC_ASSERT(number.value == value);
}

RC_GTEST_PROP(ParseNumber, GivesOnlyFiniteValues, (const std::string& text)) {
  const Number number = parse_number(text);
  RC_ASSERT(std::isfinite(number.value));
  RC_ASSERT(number.known == Known::yes || number.value == 0.0);
}

}  // namespace
}  // namespace assay
