#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reference/pack.h"

namespace assay {
namespace {

using test::shipped;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string head =
    "id,measure_id,jurisdiction,direction,instrument,paragraph,commodity,hs_prefix,coverage,hs_source,effective_from,"
    "effective_to,exception_ids,status,date_status\n";
const std::string exception_head =
    "id,instrument,paragraph,covers,from,to,contract_before,import_by,notify_by,claimed_by,route,not_for_origin,"
    "needs,shown_by,status\n";
const std::string coal = "M:2701,M,UN,from_kp,A resolution,8,coal,2701,full,text,2017-08-05,,,primary,primary\n";

std::vector<PackFile> with(const std::string& measures, const std::string& exceptions) {
  std::vector<PackFile> files = test::small_files();
  files.push_back({"data/measures.csv", measures});
  files.push_back({"data/exceptions.csv", exceptions});
  test::replace(files, "data/measures.csv", measures);
  return files;
}

/// The single mistake in a table of measures or of exceptions: place and message.
std::string complaint_about(const std::string& measures, const std::string& exceptions = exception_head) {
  Diagnostics diagnostics;
  load_reference(with(measures, exceptions), diagnostics);
  if (diagnostics.size() != 1) {
    for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << format_diagnostic(diagnostic);
    return std::to_string(diagnostics.size()) + " diagnostics";
  }
  const Diagnostic& only = diagnostics.front();
  return only.at.file + ":" + std::to_string(only.at.line) + ":" + std::to_string(only.at.column) + ": " +
         only.message;
}

/// Measures that bar goods of a code on a day: "UN-2371-8" surely, "UN-2371-8?" maybe. Each once.
std::set<std::string> barring(std::string_view code, const std::string& date,
                              const std::vector<std::string>& jurisdictions, Known known = Known::yes) {
  std::set<std::string> found;
  const Measures& law = shipped().measures;
  for (const MeasureFit& fit : find_measures(law, Direction::from_kp, jurisdictions, known, code)) {
    const Truth bars = fit.bars(law, parse_date(date));
    const std::string& id = law.rows[fit.row].measure_id;
    if (bars == Truth::yes) found.insert(id);
    if (bars == Truth::unknown) found.insert(id + '?');
  }
  return found;
}

TEST(Measures, AreThoseOfTheSharedFacts) {
  EXPECT_EQ(shipped().measures.rows.size(), 468U);
  EXPECT_EQ(shipped().measures.exceptions.size(), 23U);
  EXPECT_THAT(shipped().measures.jurisdictions, ElementsAre("EU", "GB", "UN", "US", "CA", "CN", "CH", "JP", "KR"));
}

TEST(Measures, FindTheBanOnCoalThatIsInForceOnTheDay) {
  EXPECT_THAT(barring("270111", "2016-03-01", {"UN"}), IsEmpty());
  EXPECT_THAT(barring("270111", "2016-03-02", {"UN"}), ElementsAre("UN-2270-29"));
  EXPECT_THAT(barring("270111", "2016-11-30", {"UN"}), ElementsAre("UN-2321-26"));
  EXPECT_THAT(barring("270111", "2017-08-04", {"UN"}), ElementsAre("UN-2321-26"));
  EXPECT_THAT(barring("270111", "2017-08-05", {"UN"}), ElementsAre("UN-2371-8"));
}

TEST(Measures, NameNoGoodsThatNoMeasureNames) {
  EXPECT_THAT(barring("950300", "2020-01-01", {"UN", "EU"}), IsEmpty());
  EXPECT_THAT(barring("950300", "2020-01-01", {"US"}), ElementsAre("US-EO13570"));
}

TEST(Measures, StayOpenForACodeTooShortAPartAndAMonth) {
  EXPECT_THAT(barring("27", "2018-01-01", {"UN"}), ElementsAre("UN-2371-8?"));
  EXPECT_THAT(barring("2704", "2018-01-01", {"UN"}), ElementsAre("UN-2371-8?"));
  EXPECT_THAT(barring("2701", "2016-03", {"UN"}), ElementsAre("UN-2270-29?"));
  EXPECT_THAT(barring("2701", "2017-08", {"UN"}), ElementsAre("UN-2321-26?", "UN-2371-8?"));
  EXPECT_THAT(barring("2701", "n/a", {"KR"}), ElementsAre("KR-524?"));
  EXPECT_THAT(barring("", "2010-01-01", {"UN", "JP"}, Known::blank), ElementsAre("JP-ALL"));
  EXPECT_GT(barring("", "2018-01-01", {"UN"}, Known::blank).size(), 5U);
}

TEST(Measures, NeverMatchALabourMeasureWithoutACodeByGoods) {
  const std::vector<std::string> un = {"UN"};
  EXPECT_THAT(find_measures(shipped().measures, Direction::labour, un, Known::yes, "6110"), IsEmpty());
  EXPECT_EQ(find_measures(shipped().measures, Direction::labour, {}, Known::yes, "6110").size(),
            1U);  // 22 USC 9241a: every good that was made with such labour
}

TEST(Within, TellsAPreciseDateAndLeavesAMonthAcrossTheEdgeOpen) {
  const Day first = to_day(2016, 2, 29);
  const Day last = to_day(2016, 3, 10);
  EXPECT_EQ(within(parse_date("2016-02-28"), first, last), Truth::no);
  EXPECT_EQ(within(parse_date("2016-02-29"), first, last), Truth::yes);
  EXPECT_EQ(within(parse_date("2016-03-10"), first, last), Truth::yes);
  EXPECT_EQ(within(parse_date("2016-03-11"), first, last), Truth::no);
  EXPECT_EQ(within(parse_date("2016-02"), first, last), Truth::unknown);
  EXPECT_EQ(within(parse_date("2016-04"), first, last), Truth::no);
  EXPECT_EQ(within(parse_date("2016-03"), first, latest_day), Truth::yes);
  EXPECT_EQ(within(parse_date("16-03-01"), first, last), Truth::unknown);
  EXPECT_EQ(within(parse_date(""), earliest_day, latest_day), Truth::unknown);
}

TEST(Exceptions, CoverTheGoodsTheyAreMadeForAndNoOthers) {
  const Measures& law = shipped().measures;
  const auto row = [&law](std::string_view id) {
    for (const Measure& measure : law.rows)
      if (measure.id == id) return measure;
    ADD_FAILURE() << id;
    return Measure{};
  };
  EXPECT_TRUE(covers(*law.exception("winddown-2371-iron"), row("UN-2371-8:7201")));
  EXPECT_FALSE(covers(*law.exception("winddown-2371-iron"), row("UN-2371-8:2701")));
  EXPECT_TRUE(covers(*law.exception("rajin-coal"), row("UN-2371-8:2701")));
  EXPECT_FALSE(covers(*law.exception("rajin-coal"), row("UN-2371-8:7201")));
  EXPECT_TRUE(covers(*law.exception("winddown-2397"), row("UN-2397-6:84")));
  EXPECT_TRUE(covers(*law.exception("us-licence"), row("US-EO13570:*")));
  EXPECT_FALSE(covers(*law.exception("humanitarian-2664"), row("UN-2371-8:2701")));
}

TEST(Exceptions, EndOnTheirLastDay) {
  const Measures& law = shipped().measures;
  const auto holds = [&law](std::string_view id, const char* date) {
    const LegalException& exception = *law.exception(id);
    return within(parse_date(date), exception.from, exception.to);
  };
  EXPECT_EQ(holds("written-contract-2375", "2019-12-22"), Truth::yes);
  EXPECT_EQ(holds("written-contract-2375", "2019-12-23"), Truth::no);
  EXPECT_EQ(holds("coal-cap-2016", "2016-12-31"), Truth::yes);
  EXPECT_EQ(holds("coal-cap-2016", "2017-01-01"), Truth::no);
  EXPECT_EQ(holds("coal-cap-2017", "2016-12-31"), Truth::no);
  EXPECT_EQ(holds("coal-cap-2017", "2017-01-01"), Truth::yes);
  EXPECT_EQ(holds("rajin-coal", "2030-01-01"), Truth::yes);
}

TEST(LoadMeasures, RefusesWhatIsNoMeasure) {
  EXPECT_EQ(complaint_about(head + "M,M,UN,from_kp,R,8,coal,270,full,text,2017-08-05,,,primary,primary\n"),
            "data/measures.csv:2:25: this is no HS code");
  EXPECT_EQ(complaint_about(head + "M,M,un,from_kp,R,8,coal,27,full,text,2017-08-05,,,primary,primary\n"),
            "data/measures.csv:2:5: this is no jurisdiction");
  EXPECT_EQ(complaint_about(head + "M,M,UN,from_kp,R,8,coal,27,full,text,2017-08,,,primary,primary\n"),
            "data/measures.csv:2:38: this is no day");
  EXPECT_EQ(complaint_about(head + "M,M,UN,from_kp,R,8,coal,27,full,text,,,,primary,primary\n"),
            "data/measures.csv:2:38: this cell says nothing");
  EXPECT_EQ(complaint_about(head + "M,M,UN,from_kp,R,8,coal,27,full,text,2017-08-05,2017-08-04,,primary,primary\n"),
            "data/measures.csv:2:49: this day comes before the first one");
  EXPECT_EQ(complaint_about(head + coal + coal), "data/measures.csv:3:1: this id is there twice");
  EXPECT_EQ(complaint_about(head + "M,M,UN,from_kp,R,8,coal,27,fully,text,2017-08-05,,,primary,primary\n"),
            "data/measures.csv:2:28: \"fully\" is not known here");
  EXPECT_EQ(complaint_about(head + "M,M,UN,from_kp,R,8,coal,27,full,text,2017-08-05,,rajin,primary,primary\n"),
            "data/measures.csv:2:50: there is no exception rajin");
}

TEST(LoadMeasures, RefusesWhatIsNoException) {
  EXPECT_EQ(complaint_about(head + coal, exception_head + "x,R,8,iron,2017-08-05,,,,,,,,needs,,primary\n"),
            "data/exceptions.csv:2:7: no measure names iron");
  EXPECT_EQ(complaint_about(head + coal, exception_head + "x,R,8,coal,2017-08-05,,,,,,Nowhere,,needs,,primary\n"),
            "data/exceptions.csv:2:28: Nowhere is no place of data/places.csv");
  EXPECT_EQ(complaint_about(head + coal, exception_head + "x,R,8,coal,,,,2017-13-01,,,,,needs,,primary\n"),
            "data/exceptions.csv:2:15: this is no day");
  EXPECT_EQ(complaint_about(head + coal, exception_head + "x,R,8,coal,,,,,,,,kp,needs,,primary\n"),
            "data/exceptions.csv:2:19: this is no ISO 3166-1 code");
  EXPECT_EQ(complaint_about(head + coal, exception_head + "x,R,8,coal,,,,,,,,,needs,a letter,primary\n"),
            "data/exceptions.csv:2:26: a letter is no kind of document");
}

TEST(HsLabels, HaveAWordForEveryHeadingThatThePackNames) {
  std::set<std::string> labelled;
  for (const DataRow& row : shipped().tables.at("hs_labels").rows) {
    EXPECT_FALSE(row.cells[1].empty()) << row.line;
    EXPECT_TRUE(labelled.insert(row.cells[0]).second) << row.cells[0] << " is there twice";
  }
  for (const Measure& measure : shipped().measures.rows) {
    if (measure.hs_prefix.empty() || measure.hs_prefix == "*") continue;
    EXPECT_TRUE(labelled.contains(measure.hs_prefix.substr(0, 4))) << measure.hs_prefix;
  }
  for (const std::string& prefix : shipped().exposed) EXPECT_TRUE(labelled.contains(prefix.substr(0, 4))) << prefix;
}

TEST(Facilities, HaveANameAndAKindAndAStatus) {
  const DataTable& table = shipped().tables.at("facilities");
  EXPECT_EQ(table.rows.size(), 26U);
  for (const DataRow& row : table.rows) {
    EXPECT_FALSE(row.cells[*table.column("name")].empty()) << row.line;
    EXPECT_FALSE(row.cells[*table.column("kind")].empty()) << row.line;
    EXPECT_FALSE(row.cells[*table.column("status")].empty()) << row.line;
  }
}

}  // namespace
}  // namespace assay
