// The law by date, code and jurisdiction: every day on which a measure or an exception begins or ends, the day before
// it and the day itself; dates that are not whole; codes that are too short; and exceptions, which are defences.

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/ask.h"

namespace assay {
namespace {

using test::OneRule;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string un = "measure: {direction: from_kp, jurisdictions: [UN]}";

/// A rule is loaded once: that takes longer than asking it.
OneRule& rule_for(const std::string& condition) {
  static std::map<std::string, std::unique_ptr<OneRule>> rules;
  std::unique_ptr<OneRule>& rule = rules[condition];
  if (rule == nullptr) rule = std::make_unique<OneRule>(condition);
  return *rule;
}

/// Goods of one code on one day, perhaps with an exemption code: the verdict, and what is missing.
std::string on(const std::string& code, const std::string& date, const std::string& exemption = "",
               const std::string& condition = un) {
  OneRule& rule = rule_for(condition);
  rule.ask("shipments",
           "shipment_id,supplier,date,hs_code,exemption_code\nS1,T," + date + "," + code + "," + exemption + "\n");
  return rule.verdict("S1");
}

struct Boundary {
  const char* code;
  const char* before;
  const char* day;
  const char* exemption;
  const char* verdict_before;
  const char* verdict_on;
};

constexpr const char* flagged = "flagged";
constexpr const char* clear = "clear";
constexpr const char* claimed = "insufficient ?shipment.exemption_code";

// The days of the resolutions, and what changes on them for goods.
const Boundary boundaries[] = {
    {"270111", "2016-03-01", "2016-03-02", "", clear, flagged},  // 2270/29: coal, iron, iron ore
    {"261400", "2016-03-01", "2016-03-02", "", clear, "insufficient ?shipment.commodity"},  // 2270/30: a part
    {"740311", "2016-11-29", "2016-11-30", "", clear, flagged},                             // 2321/28: copper
    {"270111", "2016-11-29", "2016-11-30", "livelihood-2270", claimed, claimed},            // and the caps take over
    {"270111", "2016-12-31", "2017-01-01", "coal cap", claimed, claimed},
    {"720110", "2016-11-29", "2016-11-30", "coal cap", flagged, flagged},    // a cap on coal is none for iron
    {"260700", "2017-08-04", "2017-08-05", "", clear, flagged},              // 2371/10: lead ore
    {"030617", "2017-08-04", "2017-08-05", "", clear, flagged},              // 2371/9: seafood
    {"270111", "2017-08-04", "2017-08-05", "livelihood", claimed, flagged},  // 2371/8: no cap any more
    {"720110", "2017-09-04", "2017-09-05", "wind-down", claimed, flagged},   // 30 days for iron
    {"260700", "2017-09-04", "2017-09-05", "wind-down", claimed, flagged},   // and lead and seafood
    {"270111", "2017-09-04", "2017-09-05", "wind-down", flagged, flagged},   // not for coal
    {"611020", "2017-09-10", "2017-09-11", "", clear, flagged},              // 2375/16: textiles
    {"611020", "2017-12-10", "2017-12-11", "wind-down", claimed, flagged},
    {"841350", "2017-12-21", "2017-12-22", "", clear, flagged},  // 2397/6: machinery, wood, earths …
    {"841350", "2018-01-21", "2018-01-22", "wind-down", claimed, flagged},
    {"950300", "2018-01-09", "2018-01-10", "", clear, clear},  // joint ventures closed: nothing for goods
    {"270111", "2018-01-09", "2018-01-10", "", flagged, flagged},
    {"950300", "2019-12-22", "2019-12-23", "", clear, clear},  // workers sent home: nothing for goods
    {"270111", "2019-12-22", "2019-12-23", "", flagged, flagged},
};

TEST(Measure, ChangesOnEachBoundaryDayAndNotTheDayBefore) {
  std::string csv = "shipment_id,supplier,date,hs_code,exemption_code\n";
  std::size_t number = 0;
  for (const Boundary& b : boundaries) {
    const std::string tail = std::string(b.code) + "," + b.exemption + "\n";
    csv += "before-" + std::to_string(number) + ",T," + b.before + "," + tail;
    csv += "on-" + std::to_string(number++) + ",T," + b.day + "," + tail;
  }
  OneRule& rule = rule_for(un);
  rule.ask("shipments", csv);
  number = 0;
  for (const Boundary& b : boundaries) {
    EXPECT_EQ(rule.verdict("before-" + std::to_string(number)), b.verdict_before) << b.code << " on " << b.before;
    EXPECT_EQ(rule.verdict("on-" + std::to_string(number++)), b.verdict_on) << b.code << " on " << b.day;
  }
}

TEST(Measure, NamesTheParagraphThatIsInForceOnEachDay) {
  OneRule& rule = rule_for(un);
  rule.ask("shipments",
           "shipment_id,supplier,date,hs_code\nA,T,2016-03-01,2701\nB,T,2016-03-02,2701\nC,T,2016-11-29,2701\n"
           "D,T,2016-11-30,2701\nE,T,2017-08-04,2701\nF,T,2017-08-05,2701\nG,T,2017-08-05,9503\n");
  EXPECT_THAT(rule.law("A"),
              ElementsAre("UN UN-2270-29 not_in_force", "UN UN-2321-26 not_in_force", "UN UN-2371-8 not_in_force"));
  EXPECT_THAT(rule.law("B"), ElementsAre("UN UN-2270-29 barred"));
  EXPECT_THAT(rule.law("C"), ElementsAre("UN UN-2270-29 barred"));
  EXPECT_THAT(rule.law("D"), ElementsAre("UN UN-2321-26 barred"));
  EXPECT_THAT(rule.law("E"), ElementsAre("UN UN-2321-26 barred"));
  EXPECT_THAT(rule.law("F"), ElementsAre("UN UN-2371-8 barred"));
  EXPECT_THAT(rule.law("G"), ElementsAre("UN not_named"));
}

TEST(Measure, KeepsAMonthAndAYearAsIntervals) {
  EXPECT_EQ(on("260700", "2017-07"), "clear");
  EXPECT_EQ(on("260700", "2017-08"), "insufficient ?shipment.date");
  EXPECT_EQ(on("260700", "2017-09"), "flagged");
  EXPECT_EQ(on("260700", "2016"), "clear");
  EXPECT_EQ(on("260700", "2017"), "insufficient ?shipment.date");
  EXPECT_EQ(on("260700", "2018"), "flagged");
}

TEST(Measure, StaysOpenForADateThatIsNoneOrMayBeTwo) {
  for (const char* date : {"", "n/a", "17-08-05", "05/08/17", "03/04/2017", "2017-02-29", "2016-02-30", "42952"})
    EXPECT_EQ(on("260700", date), "insufficient ?shipment.date") << date;
}

TEST(Measure, ReadsALeapDay) {
  EXPECT_EQ(on("270111", "2016-02-29"), "clear");
  EXPECT_EQ(on("270111", "2020-02-29"), "flagged");
}

TEST(Measure, StaysOpenForADateAfterTheAudit) {
  OneRule& rule = rule_for(un);
  const std::string csv = "shipment_id,supplier,date,hs_code\nS1,T,2018-02-01,270111\nS2,T,2018-01-31,270111\n";
  rule.ask("shipments", csv, "2018-01-31");
  EXPECT_EQ(rule.verdict("S1"), "insufficient ?shipment.date");
  EXPECT_EQ(rule.verdict("S2"), "flagged");
}

TEST(Measure, IsSureOnlyOfWhatItCoversInFull) {
  EXPECT_EQ(on("270111", "2018-01-01"), "flagged");
  EXPECT_EQ(on("270400", "2018-01-01"), "insufficient ?shipment.commodity");  // coke: perhaps coal
  EXPECT_EQ(on("261400", "2018-01-01"), "insufficient ?shipment.commodity");  // titanium ore under a wider code
  EXPECT_EQ(on("27", "2018-01-01"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(on("", "2018-01-01"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(on("2.7E+05", "2018-01-01"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(on("950300", "2018-01-01"), "clear");
  EXPECT_EQ(on("95", "2018-01-01"), "insufficient ?shipment.hs_code");  // 9505: festive statues
  EXPECT_EQ(on("93", "2018-01-01"), "clear");
}

TEST(Measure, SaysThatTheDescriptionDecidesWhereAMeasureNamesAPart) {
  OneRule& rule = rule_for(un);
  rule.ask("shipments", "shipment_id,supplier,date,hs_code\nS1,T,2018-01-01,261400\nS2,T,2018-01-01,27\n");
  EXPECT_THAT(rule.why("S1").because,
              ElementsAre("UN-2270-30 may bar these goods: it names only a part of what stands under 2614: the "
                          "description decides"));
  EXPECT_THAT(rule.why("S2").because.front(), HasSubstr("the code 27 is too short to tell"));
  EXPECT_EQ(rule.why("S1").missing.front().why, Cause::Why::blank);
}

TEST(Measure, AsksForNothingThatWouldNotDecide) {
  // Every good from the DPRK is barred in the US: the code does not matter, only the date does.
  const std::string all = "measure: {direction: from_kp}";
  EXPECT_EQ(on("", "2018-01-01", "", all), "flagged");
  EXPECT_EQ(on("", "", "", all), "insufficient ?shipment.date");
  EXPECT_EQ(on("", "2010-01-01", "", "measure: {direction: from_kp, jurisdictions: [US]}"), "clear");
  // 7201 stands in a full row and in the chapter that may be meant: only the date is missing.
  EXPECT_EQ(on("720110", ""), "insufficient ?shipment.date");
  EXPECT_EQ(on("", ""), "insufficient ?shipment.hs_code ?shipment.date");
}

TEST(Measure, CountsInAJurisdictionOnlyItsOwnLaw) {
  const std::string eu = "measure: {direction: from_kp, jurisdictions: [EU]}";
  EXPECT_EQ(on("270111", "2017-08-31", "", eu), "clear");
  EXPECT_EQ(on("270111", "2017-09-01", "", eu), "flagged");
  const std::string japan = "measure: {direction: from_kp, jurisdictions: [JP]}";
  EXPECT_EQ(on("950300", "2006-10-13", "", japan), "clear");
  EXPECT_EQ(on("950300", "2006-10-14", "", japan), "flagged");
}

TEST(Measure, TakesTheDirectionIntoAccount) {
  EXPECT_EQ(on("870323", "2018-01-01", "", "measure: {direction: to_kp, jurisdictions: [UN]}"), "flagged");
  EXPECT_EQ(on("870323", "2018-01-01"), "clear");
  // A measure on labour or investment names no goods, save the one that names all that such labour made.
  EXPECT_EQ(on("611020", "2018-01-01", "", "measure: {direction: labour, jurisdictions: [UN, CH]}"), "clear");
  EXPECT_EQ(on("611020", "2018-01-01", "", "measure: {direction: labour, jurisdictions: [US]}"), "flagged");
  EXPECT_EQ(on("611020", "2018-01-01", "", "measure: {direction: investment}"), "clear");
}

// ---- exceptions are defences

const std::string coal_head =
    "shipment_id,supplier,date,hs_code,origin_country,load_port,transit,document,exemption_code\n";

/// One shipment of coal on 2018-01-10, or with other words for it.
std::string coal(const std::string& origin, const std::string& load_port, const std::string& transit,
                 const std::string& document, const std::string& code = "", const std::string& date = "2018-01-10",
                 const std::string& hs = "270112") {
  OneRule& rule = rule_for(un);
  rule.ask("shipments", coal_head + "S1,T," + date + "," + hs + "," + origin + "," + load_port + "," + transit + "," +
                            document + "," + code + "\n");
  return rule.verdict("S1");
}

TEST(MeasureExceptions, AreFalseUntilACellClaimsOne) {
  EXPECT_EQ(coal("RU", "Vostochny", "none", "certificate of origin RU"), "flagged");
  EXPECT_EQ(coal("RU", "Vostochny", "none", ""), "flagged");
  EXPECT_EQ(coal("RU", "Vostochny", "none", "", "none"), "flagged");
  EXPECT_EQ(coal("RU", "Vostochny", "none", "", "n/a"), "flagged");
}

TEST(MeasureExceptions, AreOpenWhenClaimedAndNotShown) {
  EXPECT_EQ(coal("RU", "Rajin", "none", ""), "insufficient ?shipment.load_port");
  EXPECT_EQ(coal("RU", "KPRJN", "none", ""), "insufficient ?shipment.load_port");
  EXPECT_EQ(coal("RU", "Khasan", "Tumangang > Rason", ""), "insufficient ?shipment.transit");
  EXPECT_EQ(coal("RU", "Khasan", "none", "Rajin notification 12"), "insufficient ?shipment.document");
  EXPECT_EQ(coal("", "罗津港", "none", ""), "insufficient ?shipment.load_port");
  EXPECT_EQ(coal("RU", "Vostochny", "none", "", "rajin-coal"), "insufficient ?shipment.exemption_code");
  EXPECT_EQ(coal("RU", "Vostochny", "none", "", "licence 4711"), "insufficient ?shipment.exemption_code");
}

TEST(MeasureExceptions, IgnoreAClaimOutsideTheirGoodsTheirDatesAndTheirOrigin) {
  EXPECT_EQ(coal("RU", "Rajin", "none", "", "", "2018-01-10", "720110"), "flagged");  // coal only
  EXPECT_EQ(coal("KP", "Rajin", "none", ""), "flagged");                              // coal of another origin only
  EXPECT_EQ(coal("KP", "Rajin", "none", "Rajin notification 12"), "flagged");
  EXPECT_EQ(coal("RU", "Vostochny", "none", "livelihood declaration"), "flagged");  // ended 2017-08-04
  EXPECT_EQ(coal("KP", "Nampo", "none", "livelihood declaration", "", "2016-05-15"),
            "insufficient ?shipment.document");
  EXPECT_EQ(coal("RU", "Vostochny", "none", "", "winddown-2375"), "flagged");  // for textiles
  EXPECT_EQ(coal("KP", "Karajinsk", "none", "karajin"), "flagged");            // a word of its own only
}

TEST(MeasureExceptions, AreNotLookedAtWhenTheRuleSaysSo) {
  const std::string ignore = "measure: {direction: from_kp, jurisdictions: [UN], exceptions: ignore}";
  EXPECT_EQ(on("720110", "2017-08-20", "winddown-2371-iron", ignore), "flagged");
  EXPECT_EQ(on("720110", "2017-08-20", "winddown-2371-iron"), claimed);
}

TEST(MeasureExceptions, LiftNoOtherJurisdictionsMeasure) {
  EXPECT_EQ(
      on("720110", "2017-08-20", "winddown-2371-iron", "measure: {direction: from_kp, jurisdictions: [UN, US]}"),
      "flagged");
}

TEST(MeasureExceptions, AskForTheProofWithAHighGap) {
  OneRule& rule = rule_for(un);
  rule.ask("shipments", coal_head + "S1,Coal Trader,2016-05-15,270112,KP,Nampo,none,livelihood declaration,\n");
  ASSERT_EQ(rule.evaluation().findings.size(), 1U);
  EXPECT_EQ(rule.evaluation().findings.front().gap, Gap::high);
  const FindingText text = rule.finding("S1");
  EXPECT_EQ(text.message, "S1: \"livelihood declaration\" claims an exception, and nothing shows that it holds");
  ASSERT_EQ(text.ask.size(), 1U);
  EXPECT_EQ(text.ask.front().whom.name, "Coal Trader");
  EXPECT_THAT(rule.law("S1"), ElementsAre("UN UN-2270-29 unknown"));
}

// ---- what a flag shows

TEST(Measure, ProvesAFlagByTheCellsAndTheRowOfTheLaw) {
  OneRule rule("measure: {direction: from_kp, jurisdictions: [UN, EU, US, CA]}");
  rule.ask("shipments", "shipment_id,supplier,date,hs_code\nS1,T,2018-01-10,270112\n");
  const FindingText text = rule.finding("S1");
  ASSERT_EQ(text.evidence.size(), 4U);
  EXPECT_EQ(text.evidence[0].cell.field, Field::shipment_hs_code);
  EXPECT_EQ(text.evidence[1].cell.field, Field::shipment_date);
  const EvidenceStep& law = text.evidence[2];
  EXPECT_EQ(law.kind, EvidenceStep::Kind::reference);
  EXPECT_EQ(law.reference_pack, "mine");
  EXPECT_EQ(law.reference_table, "measures");
  EXPECT_EQ(law.reference_field, "hs_prefix");
  EXPECT_EQ(law.reference_text, "2701");
  const DataTable& table = rule.reference().tables.at("measures");
  const auto row = std::find_if(table.rows.begin(), table.rows.end(),
                                [&law](const DataRow& one) { return one.line == law.reference_line; });
  ASSERT_NE(row, table.rows.end());
  EXPECT_EQ(row->cells[*table.column("id")], "EU-3-1-e:2701");
  EXPECT_THAT(text.evidence[3].says, HasSubstr("UN-2371-8 (S/RES/2371 (2017), 8"));
  EXPECT_EQ(text.grade, Grade::b);  // the law does not weaken what the books say
  ASSERT_EQ(text.law.size(), 4U);
  EXPECT_EQ(text.law[0].measure, "UN-2371-8");
  EXPECT_EQ(text.law[1].measure, "EU-3-1-e");
  EXPECT_EQ(text.law[2], (LawEntry{"US", "US-EO13570", LawEntry::Status::barred, "secondary"}));
  EXPECT_EQ(text.law[3], (LawEntry{"CA", "", LawEntry::Status::not_named, ""}));
}

TEST(Measure, SaysWhereItsOwnReadingGoesBeyondTheLaw) {
  OneRule& rule = rule_for(un);
  rule.ask("shipments", "shipment_id,supplier,date,hs_code\nS1,T,2016-06-01,710812\n");
  const FindingText text = rule.finding("S1");
  EXPECT_EQ(text.law.front().source, "project");
  EXPECT_THAT(text.evidence.back().says, HasSubstr("(a lead of the project)"));
  EXPECT_EQ(text.grade, Grade::d);
}

// ---- rules that cannot be loaded

TEST(MeasureRule, IsRefusedForWhatItDoesNotKnow) {
  EXPECT_THAT(OneRule("measure: {jurisdictions: [UN]}").complaint(), HasSubstr("measure must have direction"));
  EXPECT_THAT(OneRule("measure: {direction: from_kpp}").complaint(), HasSubstr("did you mean from_kp?"));
  EXPECT_THAT(OneRule("measure: {direction: from_kp, jurisdictions: [UK]}").complaint(),
              HasSubstr("no measure is of jurisdiction `UK`"));
  EXPECT_THAT(OneRule("measure: {direction: from_kp, goods: shipment.commodity}").complaint(),
              HasSubstr("`shipment.commodity` is no HS code of a shipment"));
  EXPECT_THAT(OneRule("measure: {direction: from_kp, date: shipment.dat}").complaint(),
              HasSubstr("did you mean `shipment.date`?"));
  EXPECT_THAT(OneRule("measure: {direction: from_kp, exceptions: none}").complaint(), HasSubstr("unknown word"));
  EXPECT_THAT(OneRule("measure: {direction: from_kp, exception: defend}").complaint(), HasSubstr("unknown key"));
  EXPECT_THAT(OneRule("measure: {direction: labour}", "", "worker_group").complaint(),
              HasSubstr("measure must have goods for a worker_group"));
}

TEST(MeasureRule, IsRefusedWithoutTheTableOfMeasures) {
  std::vector<PackFile> files = test::pack_of(test::rule_of(un));
  std::erase_if(files, [](const PackFile& file) { return file.name == "data/measures.csv"; });
  LoadedPacks packs;
  Diagnostics diagnostics;
  EXPECT_FALSE(load_packs({files}, packs, diagnostics));
  const auto found = std::find_if(diagnostics.begin(), diagnostics.end(),
                                  [](const Diagnostic& one) { return one.at.file == "my-rule.yaml"; });
  ASSERT_NE(found, diagnostics.end());
  EXPECT_THAT(found->message, HasSubstr("no table data/measures.csv"));
}

}  // namespace
}  // namespace assay
