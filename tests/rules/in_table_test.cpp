// in_table: rows of the pack's tables, and of tables that a rule brings itself.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/ask.h"
#include "rules/unknowns.h"

namespace assay {
namespace {

using test::OneRule;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string bans =
    "let:\n  bans:\n    - {hs: [\"2701\", \"03\"], from: 2017-08-05, until: 2018-01-01, by: first}\n"
    "    - {hs: \"7108\", from: 2016-03-02, by: second}\n";
const std::string asked =
    "in_table: {table: bans, code: {hs: shipment.hs_code}, on_or_after: {from: shipment.date}, "
    "before: {until: shipment.date}}";

/// The verdict on one shipment, and what is missing.
std::string on(const std::string& code, const std::string& date) {
  static OneRule rule(asked, bans);
  rule.ask("shipments", "shipment_id,supplier,date,hs_code\nS1,T," + date + "," + code + "\n");
  return rule.verdict("S1");
}

// The truth table: the code fits surely, maybe or not; the date surely, maybe or not.
TEST(InTable, NeedsEveryPartOfARow) {
  EXPECT_EQ(on("270112", "2017-09-01"), "flagged");
  EXPECT_EQ(on("270112", "2017-08"), "insufficient ?shipment.date");
  EXPECT_EQ(on("270112", "2017-08-04"), "clear");
  EXPECT_EQ(on("27", "2017-09-01"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(on("27", "2017-08"), "insufficient ?shipment.hs_code ?shipment.date");
  EXPECT_EQ(on("27", "2017-08-04"), "clear");
  EXPECT_EQ(on("2702", "2017-09-01"), "clear");
  EXPECT_EQ(on("2702", "2017-08"), "clear");
  EXPECT_EQ(on("2702", ""), "clear");
}

TEST(InTable, IsOpenForWhatIsNotKnownUnlessSomethingElseRulesTheRowOut) {
  EXPECT_EQ(on("", "2017-09-01"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(on("270112", ""), "insufficient ?shipment.date");
  EXPECT_EQ(on("", ""), "insufficient ?shipment.hs_code ?shipment.date");
  EXPECT_EQ(on("", "2015-01-01"), "clear");
  EXPECT_EQ(on("03", "2017-09-01"), "flagged");
  EXPECT_EQ(on("030617", "2017-09-01"), "flagged");
}

TEST(InTable, HoldsWhenAnyRowFits) {
  EXPECT_EQ(on("710812", "2016-03-02"), "flagged");
  EXPECT_EQ(on("710812", "2016-03-01"), "clear");
}

TEST(InTable, TakesAnEmptyDateOfTheTableForNoBound) {
  EXPECT_EQ(on("710812", "2029-12-31"), "flagged");
  EXPECT_EQ(on("270112", "2017-12-31"), "flagged");
  EXPECT_EQ(on("270112", "2018-01-01"), "clear");  // `before` the day of the column, not on it
}

TEST(InTable, AsksOnlyForWhatTheNearestRowWaitsFor) {
  // The row of chapter 71 waits for the code alone, that of 2701 for code and date: one answer may decide.
  EXPECT_EQ(on("", "2017-08"), "insufficient ?shipment.hs_code");
}

TEST(InTable, ReadsATableOfThePack) {
  OneRule rule("in_table: {table: exposure, code: {hs_prefix: shipment.hs_code}}");
  rule.ask("shipments", "shipment_id,supplier,hs_code\nS1,T,270112\nS2,T,8703\nS3,T,27\nS4,T,\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_EQ(rule.verdict("S2"), "clear");
  EXPECT_EQ(rule.verdict("S3"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(rule.verdict("S4"), "insufficient ?shipment.hs_code");
}

TEST(InTable, LeavesOutTheRowsThatItsWhereDoesNotName) {
  OneRule rule(
      "in_table: {table: measures, code: {hs_prefix: shipment.hs_code}, where: {jurisdiction: [CA, CH], "
      "coverage: full}}");
  rule.ask("shipments", "shipment_id,supplier,hs_code\nS1,T,440110\nS2,T,270112\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_EQ(rule.verdict("S2"), "clear");
}

TEST(InTable, ComparesCountriesAsCountries) {
  OneRule rule("in_table: {table: places, equals: {country: shipment.origin_country}}",
               "let:\n  places:\n    - {country: KP, region: [a, b]}\n    - {country: [RU, CN]}\n");
  rule.ask("shipments",
           "shipment_id,supplier,origin_country\nS1,T,DPRK\nS2,T,中国\nS3,T,KR\nS4,T,Korea\nS5,T,\nS6,T,Atlantis\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_EQ(rule.verdict("S2"), "flagged");
  EXPECT_EQ(rule.verdict("S3"), "clear");
  EXPECT_EQ(rule.verdict("S4"), "insufficient ?shipment.origin_country");
  EXPECT_EQ(rule.verdict("S5"), "insufficient ?shipment.origin_country");
  EXPECT_EQ(rule.verdict("S6"), "insufficient ?shipment.origin_country");
}

TEST(InTable, KnowsThatKoreaIsNoOtherCountry) {
  OneRule rule("in_table: {table: near, equals: {country: shipment.origin_country}}",
               "let:\n  near:\n    - {country: [CN, RU]}\n");
  rule.ask("shipments", "shipment_id,supplier,origin_country\nS1,T,Korea\nS2,T,\n");
  EXPECT_EQ(rule.verdict("S1"), "clear");
  EXPECT_EQ(rule.verdict("S2"), "insufficient ?shipment.origin_country");
}

TEST(InTable, ComparesTextsFoldedAndNumbersAsNumbers) {
  OneRule rule(
      "in_table: {table: odd, equals: {ship: shipment.vessel, tons: shipment.quantity}}",
      "let:\n  odd:\n    - {ship: Sunny Star, tons: \"1000\"}\n    - {ship: [\"Bright Sea\", \"Dark Sea\"]}\n");
  rule.ask("shipments",
           "shipment_id,supplier,vessel,quantity\nS1,T,SUNNY  STAR,1000.0\nS2,T,Sunny Star,1001\nS3,T,Dark Sea,5\n"
           "S4,T,,1000\nS5,T,Sunny Star,\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_EQ(rule.verdict("S2"), "clear");
  EXPECT_EQ(rule.verdict("S3"), "clear");  // its row says nothing of tons: an empty cell fits no value
  EXPECT_EQ(rule.verdict("S4"), "insufficient ?shipment.vessel");
  EXPECT_EQ(rule.verdict("S5"), "insufficient ?shipment.quantity");
}

TEST(InTable, TakesEqualCodesOnlyForThoseOfAllDigits) {
  OneRule rule("in_table: {table: one, equals: {hs: shipment.hs_code}}", "let:\n  one:\n    - {hs: \"270112\"}\n");
  rule.ask("shipments", "shipment_id,supplier,hs_code\nS1,T,270112\nS2,T,2701\nS3,T,27011200\nS4,T,270119\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_EQ(rule.verdict("S2"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(rule.verdict("S3"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(rule.verdict("S4"), "clear");
}

TEST(InTable, AsksForAColumnThatNoInputHas) {
  OneRule rule(asked, bans);
  rule.ask("shipments", "shipment_id,supplier,date\nS1,T,2017-09-01\n");
  EXPECT_EQ(rule.verdict("S1"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(rule.why("S1").missing.front().why, Cause::Why::not_asked);
  EXPECT_EQ(rule.evaluation().by_rule.front().not_applicable, 1U);
}

TEST(InTable, LeavesTheRestOfAWorkforceOpenUntilSomebodyVouchesForIt) {
  OneRule rule("in_table: {table: states, equals: {country: worker_group.nationality}}",
               "let:\n  states:\n    - {country: KP}\n", "worker_group");
  rule.ask("workers", "employer,nationality,count\nA,KP,10\nB,CN,10\n");
  std::size_t open = 0;
  for (const Finding& finding : rule.evaluation().findings) open += finding.verdict == Verdict::insufficient ? 1 : 0;
  EXPECT_EQ(rule.evaluation().by_rule.front().flagged, 1U);
  EXPECT_EQ(rule.evaluation().by_rule.front().clear, 1U);
  EXPECT_EQ(open, 2U);  // neither employer says that there are no others
}

TEST(LeastWaits, AreThoseOfWhichNoPartIsEnough) {
  EXPECT_THAT(least_waits({0b11, 0b01, 0b11}), ElementsAre(0b01));
  EXPECT_THAT(least_waits({0b110, 0b011}), ElementsAre(0b011, 0b110));
  EXPECT_THAT(least_waits({0b111, 0b100, 0b010}), ElementsAre(0b010, 0b100));
  EXPECT_THAT(least_waits({0, 0b10}), ElementsAre(0b10));
  EXPECT_TRUE(least_waits({}).empty());
}

// ---- what a flag shows

TEST(InTable, ShowsTheCellsAndTheRowThatDecide) {
  OneRule rule(asked, bans + "message: \"{subject.id}: banned since {row.from} by {row.by}{row.until}\"\n");
  rule.ask("shipments", "shipment_id,supplier,date,hs_code\nS1,T,2016-06-01,710812\n");
  const FindingText text = rule.finding("S1");
  EXPECT_EQ(text.message, "S1: banned since 2016-03-02 by second");
  ASSERT_EQ(text.evidence.size(), 3U);
  EXPECT_EQ(text.evidence[0].cell.field, Field::shipment_hs_code);
  EXPECT_EQ(text.evidence[1].cell.field, Field::shipment_date);
  const EvidenceStep& row = text.evidence[2];
  EXPECT_EQ(row.kind, EvidenceStep::Kind::reference);
  EXPECT_EQ(row.reference_pack, "mine");
  EXPECT_EQ(row.reference_table, "my-rule/bans");
  EXPECT_EQ(row.reference_field, "hs");
  EXPECT_EQ(row.reference_text, "7108");
  EXPECT_EQ(row.says, "my-rule/bans: hs 7108, from 2016-03-02, by second");
  EXPECT_FALSE(row.cell.exists());
  EXPECT_EQ(text.grade, Grade::b);
  // The line is that of the rule's file.
  std::size_t line = 1;
  const std::string file =
      test::rule_of(asked, bans + "message: \"{subject.id}: banned since {row.from} by {row.by}{row.until}\"\n");
  for (std::size_t at = 0; at < file.find("{hs: \"7108\""); ++at) line += file[at] == '\n' ? 1U : 0U;
  EXPECT_EQ(row.reference_line, line);
}

TEST(InTable, WeakensAProofByARowThatIsOnlyRemembered) {
  OneRule rule("in_table: {table: facilities, equals: {name: shipment.commodity}}");
  rule.ask("shipments", "shipment_id,supplier,commodity\nS1,T,Musan mine\nS2,T,Holdong mine\nS3,T,Some mine\n");
  EXPECT_EQ(rule.finding("S1").grade, Grade::c);
  EXPECT_EQ(rule.finding("S2").grade, Grade::d);
  EXPECT_EQ(rule.verdict("S3"), "clear");
  EXPECT_THAT(rule.why("S3").because, ElementsAre("no row of facilities fits"));
  EXPECT_EQ(rule.finding("S1").evidence.back().reference_line, 2U);
}

// ---- rules that cannot be loaded

std::string complaint(const std::string& condition, const std::string& more = bans) {
  return OneRule(condition, more).complaint();
}

TEST(InTableRule, IsRefusedForATableOrAColumnThatIsNotThere) {
  EXPECT_THAT(complaint("in_table: {table: bnas, code: {hs: shipment.hs_code}}"), HasSubstr("did you mean `bans`?"));
  EXPECT_THAT(complaint("in_table: {table: bnas, code: {hs: shipment.hs_code}}"),
              HasSubstr("my-rule.yaml:17:21: error: there is no table `bnas`"));
  EXPECT_THAT(complaint("in_table: {table: exposur, code: {hs_prefix: shipment.hs_code}}", ""),
              HasSubstr("did you mean `exposure`?"));
  EXPECT_THAT(complaint("in_table: {table: manifest, code: {file: shipment.hs_code}}", ""),
              HasSubstr("there is no table"));
  EXPECT_THAT(complaint("in_table: {table: bans, code: {hss: shipment.hs_code}}"),
              HasSubstr("my-rule/bans has no column `hss`"));
  EXPECT_THAT(complaint("in_table: {code: {hs: shipment.hs_code}}"), HasSubstr("in_table must have table"));
}

TEST(InTableRule, IsRefusedForAFieldThatCannotBeComparedSo) {
  EXPECT_THAT(complaint("in_table: {table: bans, code: {hs: shipment.date}}"),
              HasSubstr("`code` cannot be asked of shipment.date"));
  EXPECT_THAT(complaint("in_table: {table: bans, before: {from: shipment.hs_code}}"),
              HasSubstr("`before` cannot be asked of shipment.hs_code"));
  EXPECT_THAT(complaint("in_table: {table: bans, code: {hs: shipment.hs_cod}}"),
              HasSubstr("did you mean `shipment.hs_code`?"));
  EXPECT_THAT(complaint("in_table: {table: bans, code: {hs: supplier.hs_code}}"),
              HasSubstr("`supplier.hs_code` is no field of a shipment"));
  EXPECT_THAT(complaint("in_table: {table: bans, code: {by: shipment.hs_code}}"),
              HasSubstr("\"first\" is no HS code or prefix"));
  EXPECT_THAT(complaint("in_table: {table: bans, on_or_after: {by: shipment.date}}"),
              HasSubstr("\"first\" is no day"));
  EXPECT_THAT(complaint("in_table: {table: measures, on_or_after: {paragraph: shipment.date}}", ""),
              HasSubstr("is no day, in line 2 of measures"));
  EXPECT_THAT(complaint("in_table: {table: bans, equals: {hs: shipment.origin_country}}"),
              HasSubstr("\"2701\" is no ISO 3166-1 code"));
}

TEST(InTableRule, IsRefusedWhenItAsksNothing) {
  EXPECT_THAT(complaint("in_table: {table: bans}"), HasSubstr("compares at least one column with a field"));
  EXPECT_THAT(complaint("in_table: {table: bans, code: {}}"), HasSubstr("`code` is a map from a column to a field"));
  EXPECT_THAT(complaint("in_table: {table: bans, code: {hs: shipment.hs_code}, where: {by: third}}"),
              HasSubstr("no row of my-rule/bans has such a `by`"));
  EXPECT_THAT(complaint("in_table: {table: bans, codes: {hs: shipment.hs_code}}"), HasSubstr("unknown key: codes"));
}

TEST(InTableRule, IsRefusedForALetThatIsNoTableOrIsNotAsked) {
  const std::string ask = "in_table: {table: bans, code: {hs: shipment.hs_code}}";
  EXPECT_THAT(complaint(ask, "let:\n  bans: none\n"), HasSubstr("the table `bans` is a list of rows"));
  EXPECT_THAT(complaint(ask, "let:\n  bans: []\n"), HasSubstr("has at least one"));
  EXPECT_THAT(complaint(ask, "let:\n  bans: [a]\n"), HasSubstr("a row of a table is a map"));
  EXPECT_THAT(complaint(ask, "let:\n  bans: [{hs: {a: b}}]\n"), HasSubstr("a cell of a table is a text"));
  EXPECT_THAT(complaint(ask, "let:\n  bans: [{hs: 0301}]\n"), HasSubstr("octal number"));
  EXPECT_THAT(complaint(ask, bans + "  others: [{hs: \"2701\"}]\n"), HasSubstr("`others` is not used"));
  EXPECT_THAT(complaint(ask, bans + "message: \"{row.whom}\"\n"), HasSubstr("{row.whom}, which no table"));
  EXPECT_EQ(complaint(ask, bans + "message: \"{row.by}\"\n"), "");
}

// ---- against the typed table

RC_GTEST_PROP(InTableProperty, SaysOfExposureWhatTheTypedTableSays, ()) {
  static OneRule rule(
      "any: [{all: [{in_table: {table: exposure, code: {hs_prefix: shipment.hs_code}}}, {where: {shipment.exposed: "
      "false}}]}, {all: [{not: {in_table: {table: exposure, code: {hs_prefix: shipment.hs_code}}}}, {where: "
      "{shipment.exposed: true}}]}]");
  const auto digits = rc::gen::container<std::string>(6, rc::gen::inRange('0', static_cast<char>('9' + 1)));
  const auto codes = *rc::gen::container<std::vector<std::string>>(
      50, rc::gen::apply([](const std::string& all, std::size_t size) { return all.substr(0, size); }, digits,
                         rc::gen::element<std::size_t>(2, 4, 6)));
  std::string csv = "shipment_id,supplier,hs_code\n";
  for (std::size_t i = 0; i < codes.size(); ++i) csv += "S" + std::to_string(i) + ",T," + codes[i] + "\n";
  rule.ask("shipments", csv);
  RC_ASSERT(rule.evaluation().by_rule.front().flagged == 0U);  // never: one says yes where the other says no
}

}  // namespace
}  // namespace assay
