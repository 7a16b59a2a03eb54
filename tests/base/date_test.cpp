#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace assay {
namespace {

Known why(std::string_view text) {
  return parse_date(text).known;
}

std::string read(std::string_view text) {
  return to_string(parse_date(text));
}

TEST(ToDay, CountsFrom1970) {
  EXPECT_EQ(to_day(1970, 1, 1), 0);
  EXPECT_EQ(to_day(1969, 12, 31), -1);
  EXPECT_EQ(to_day(2000, 3, 1), 11017);
  EXPECT_EQ(to_day(2017, 8, 5), 17383);
}

TEST(ExactDate, IsNothingForADayThatIsNotInTheCalendar) {
  EXPECT_TRUE(exact_date(2016, 2, 29).has_value());
  EXPECT_FALSE(exact_date(2017, 2, 29).has_value());
  EXPECT_FALSE(exact_date(1900, 2, 29).has_value());
  EXPECT_TRUE(exact_date(2000, 2, 29).has_value());
  EXPECT_FALSE(exact_date(2017, 4, 31).has_value());
  EXPECT_FALSE(exact_date(2017, 13, 1).has_value());
  EXPECT_FALSE(exact_date(2017, 0, 1).has_value());
  EXPECT_FALSE(exact_date(2017, 1, 0).has_value());
  EXPECT_FALSE(exact_date(0, 1, 1).has_value());
  EXPECT_FALSE(exact_date(10000, 1, 1).has_value());
}

TEST(ParseDate, ReadsADayInEachWrittenForm) {
  for (const std::string_view text :
       {"2017-08-05", "2017-8-5", "2017/8/5", "2017/08/05", "2017.8.5", "20170805", "2017年8月5日", "2017年08月05日",
        " 2017-08-05 ", "\u00A02017-08-05\u3000", "２０１７-０８-０５", "２０１７／８／５", "2017−08−05"}) {
    EXPECT_EQ(read(text), "2017-08-05") << text;
    EXPECT_EQ(parse_date(text).first, to_day(2017, 8, 5)) << text;
    EXPECT_EQ(parse_date(text).last(), to_day(2017, 8, 5)) << text;
  }
}

TEST(ParseDate, IgnoresATimeOfTheDay) {
  for (const std::string_view text :
       {"2017-08-05T10:15", "2017-08-05T23:59:59Z", "2017-08-05 10:15:30.123", "2017-08-05T10:15:30+08:00",
        "2017-08-05T10:15:30 +0800", "2017/8/5 0:00", "2017/8/5  0:00:00", "20170805 10:15", "2017年8月5日 10:15",
        "2017-08-05T00:00:60-05"})
    EXPECT_EQ(read(text), "2017-08-05") << text;
}

TEST(ParseDate, DoesNotIgnoreADamagedTime) {
  for (const std::string_view text : {"2017-08-05T25:00:00", "2017-08-05T10:60", "2017-08-05T", "2017-08-05 later",
                                      "2017-08-05x", "2017-08-0510:15", "2017-08-05T10:15+8",
                                      "2017-08-05T10:15+25:00", "2017-08 10:15", "2017 10:15", "2017-08-05T10:15 PM"})
    EXPECT_EQ(why(text), Known::unreadable) << text;
}

TEST(ParseDate, KeepsAMonthAsAnInterval) {
  for (const std::string_view text : {"2017-08", "2017年8月", "2017年08月", "２０１７－０８"}) {
    const Date date = parse_date(text);
    EXPECT_EQ(date.precision, Precision::month) << text;
    EXPECT_EQ(date.first, to_day(2017, 8, 1)) << text;
    EXPECT_EQ(date.last(), to_day(2017, 8, 31)) << text;
    EXPECT_EQ(to_string(date), "2017-08") << text;
  }
  EXPECT_EQ(parse_date("2016-02").last(), to_day(2016, 2, 29));
  EXPECT_EQ(parse_date("2016-12").last(), to_day(2016, 12, 31));
}

TEST(ParseDate, KeepsAYearAsAnInterval) {
  for (const std::string_view text : {"2017", "2017年"}) {
    const Date date = parse_date(text);
    EXPECT_EQ(date.precision, Precision::year) << text;
    EXPECT_EQ(date.first, to_day(2017, 1, 1)) << text;
    EXPECT_EQ(date.last(), to_day(2017, 12, 31)) << text;
    EXPECT_EQ(to_string(date), "2017") << text;
  }
}

TEST(ParseDate, LeavesADayFirstOrMonthFirstDateAmbiguous) {
  for (const std::string_view text : {"03/04/2016", "4/3/2016", "04.03.2016", "03-04-2016", "03/04/16", "17/08/05",
                                      "3/4/2016 10:15", "０３/０４/２０１６"})
    EXPECT_EQ(why(text), Known::ambiguous) << text;
}

TEST(ParseDate, DoesNotReadWhatIsNoYearFirstDate) {
  for (const std::string_view text :
       {"13/04/2016",  "31.12.2016", "42461",      "42461.5",       "3-Apr-16",   "4 avril 2016",
        "2010/11",     "2017.1",     "2017-8",     "2017-13-01",    "2017-00-01", "2017-8/5",
        "0017-08-05",  "201708055",  "2017080",    "05082017",      "2017-02-30", "2017-02-29",
        "20170230",    "2017年13月", "2017年8月5", "2017年2月30日", "none",       "2017-08-05 to 2017-08-09",
        "-2017-08-05", "2017-08-",   "2017--05",   "99999999",      "٢٠١٧-٠٨-٠٥", "Q3 2017",
        "August 2017", "2017-W31"})
    EXPECT_EQ(why(text), Known::unreadable) << text;
}

TEST(ParseDate, IsBlankForAnEmptyCellAndForAWordForUnknown) {
  for (const std::string_view text : {"", " ", "\u3000", "-", "n/a", "N/A", "unknown", "不详", "미상", "tbd"}) {
    EXPECT_EQ(why(text), Known::blank) << text;
    EXPECT_EQ(parse_date(text).precision, Precision::none) << text;
    EXPECT_EQ(to_string(parse_date(text)), "") << text;
  }
}

TEST(ParseDate, GivesAnUnknownDateAllDays) {
  const Date date = parse_date("3-Apr-16");
  EXPECT_EQ(date.first, earliest_day);
  EXPECT_EQ(date.last(), latest_day);
}

TEST(ParseDate, SurvivesAnEndlessCell) {
  EXPECT_EQ(why(std::string(1 << 20, '1')), Known::unreadable);
  EXPECT_EQ(why(std::string(1 << 20, ' ') + "2017-08-05"), Known::yes);
}

TEST(ParseDate, ReadsTheFirstAndTheLastDayItKnows) {
  EXPECT_EQ(read("1000-01-01"), "1000-01-01");
  EXPECT_EQ(read("9999-12-31"), "9999-12-31");
  EXPECT_EQ(why("0999-12-31"), Known::unreadable);
}

TEST(DayToString, IsEmptyBeyondTheCalendar) {
  EXPECT_EQ(day_to_string(earliest_day), "");
  EXPECT_EQ(day_to_string(latest_day), "");
  EXPECT_EQ(day_to_string(0), "1970-01-01");
}

RC_GTEST_PROP(ParseDate, ReadsBackEveryDayItWrites, ()) {
  const Day day = *rc::gen::inRange(to_day(1000, 1, 1), to_day(9999, 12, 31) + 1);
  const Date date = parse_date(day_to_string(day));
  RC_ASSERT(date.first == day);
  RC_ASSERT(date.last() == day);
  RC_ASSERT(date.known == Known::yes);
}

RC_GTEST_PROP(ParseDate, NeverGivesADayForBytesItDoesNotKnow, (const std::string& text)) {
  const Date date = parse_date(text);
  RC_ASSERT((date.known == Known::yes) == (date.precision != Precision::none));
  RC_ASSERT(date.first <= date.last());
}

RC_GTEST_PROP(ParseDate, GivesTheFastPathAndTheSlowPathOneResult, ()) {
  const auto digit = rc::gen::inRange('0', static_cast<char>('9' + 1));
  std::string text = *rc::gen::container<std::string>(10, digit);
  text[4] = text[7] = '-';
  RC_ASSERT(parse_date(text) == parse_date(text + " "));
}

}  // namespace
}  // namespace assay
