// effective: the days on which a rule is in force. Out of them it is not asked, which is not the same as clear.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/ask.h"

namespace assay {
namespace {

using test::OneRule;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string from_kp = "where: {shipment.origin_country: KP}";
const std::string in_force = "effective: {from: 2017-08-02, to: 2019-12-31}\n";

/// The verdict on goods of an origin and a date; "not asked" where the rule does not apply.
std::string on(const std::string& date, const std::string& origin = "KP", const std::string& effective = in_force) {
  OneRule rule(from_kp, effective);
  rule.ask("shipments", "shipment_id,supplier,date,origin_country\nS1,T," + date + "," + origin + "\n");
  return rule.why("S1").applicable ? rule.verdict("S1") : "not asked";
}

TEST(Effective, CountsItsFirstAndItsLastDay) {
  EXPECT_EQ(on("2017-08-01"), "not asked");
  EXPECT_EQ(on("2017-08-02"), "flagged");
  EXPECT_EQ(on("2019-12-31"), "flagged");
  EXPECT_EQ(on("2020-01-01"), "not asked");
}

TEST(Effective, MayHaveOneEndOnly) {
  EXPECT_EQ(on("2029-12-31", "KP", "effective: {from: 2017-08-02}\n"), "flagged");
  EXPECT_EQ(on("2017-08-01", "KP", "effective: {from: 2017-08-02}\n"), "not asked");
  EXPECT_EQ(on("1999-01-01", "KP", "effective: {to: 2017-08-02}\n"), "flagged");
  EXPECT_EQ(on("2017-08-03", "KP", "effective: {to: 2017-08-02}\n"), "not asked");
}

// The truth table: in force surely, maybe, not; the condition holds, may hold, does not.
TEST(Effective, LeavesOpenWhatADateThatIsNotKnownWouldDecide) {
  EXPECT_EQ(on("2018-01-01", "KP"), "flagged");
  EXPECT_EQ(on("2018-01-01", ""), "insufficient ?shipment.origin_country");
  EXPECT_EQ(on("2018-01-01", "AU"), "clear");
  EXPECT_EQ(on("", "KP"), "insufficient ?shipment.date");
  EXPECT_EQ(on("", ""), "insufficient ?shipment.origin_country ?shipment.date");
  EXPECT_EQ(on("", "AU"), "clear");
  EXPECT_EQ(on("2016-01-01", "KP"), "not asked");
  EXPECT_EQ(on("2016-01-01", ""), "not asked");
  EXPECT_EQ(on("2016-01-01", "AU"), "not asked");
}

TEST(Effective, KeepsAMonthAndAYearAsIntervals) {
  EXPECT_EQ(on("2017-07"), "not asked");
  EXPECT_EQ(on("2017-08"), "insufficient ?shipment.date");
  EXPECT_EQ(on("2017-09"), "flagged");
  EXPECT_EQ(on("2019"), "flagged");
  EXPECT_EQ(on("2017"), "insufficient ?shipment.date");
  EXPECT_EQ(on("soon"), "insufficient ?shipment.date");
}

TEST(Effective, IsNoClearVerdictOutsideItsDays) {
  OneRule rule(from_kp, in_force);
  rule.ask("shipments",
           "shipment_id,supplier,date,origin_country\nS1,T,2016-01-01,KP\nS2,T,2018-01-01,KP\nS3,T,2018-01-01,AU\n"
           "S4,T,,KP\n");
  const VerdictCounts& counts = rule.evaluation().by_rule.front();
  EXPECT_EQ(counts.not_applicable, 1U);
  EXPECT_EQ(counts.flagged, 1U);
  EXPECT_EQ(counts.clear, 1U);
  EXPECT_EQ(counts.insufficient, 1U);
  EXPECT_THAT(rule.why("S1").because,
              ElementsAre("the rule is in force from 2017-08-02 to 2019-12-31; shipment.date is 2016-01-01"));
}

TEST(Effective, ShowsTheDateBesideTheProof) {
  OneRule rule(from_kp, in_force);
  rule.ask("shipments", "shipment_id,supplier,date,origin_country\nS1,T,2018-01-01,KP\n");
  const FindingText text = rule.finding("S1");
  ASSERT_EQ(text.evidence.size(), 2U);
  EXPECT_EQ(text.evidence[0].cell.field, Field::shipment_origin_country);
  EXPECT_EQ(text.evidence[1].cell.field, Field::shipment_date);
  EXPECT_EQ(text.evidence[1].says,
            "S1: date of the shipment is 2018-01-01, and the rule is in force from 2017-08-02 to 2019-12-31");
}

TEST(Effective, StandsBesideTheRulesOwnWhen) {
  OneRule rule(from_kp, in_force + "when: {where: {shipment.supplier: T}}\n");
  rule.ask(
      "shipments",
      "shipment_id,supplier,date,origin_country\nS1,T,2018-01-01,KP\nS2,Other,2018-01-01,KP\nS3,T,2016-01-01,KP\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_FALSE(rule.why("S2").applicable);
  EXPECT_FALSE(rule.why("S3").applicable);
}

TEST(Effective, MayLookAtAnotherDate) {
  OneRule rule("where: {worker_group.nationality: KP}", "effective: {from: 2017-08-02, on: worker_group.from}\n",
               "worker_group");
  rule.ask("workers", "employer,nationality,from,count\nA,KP,2018-01-01,10\nB,KP,2015-01-01,10\nC,KP,,10\n");
  const VerdictCounts& counts = rule.evaluation().by_rule.front();
  EXPECT_EQ(counts.flagged, 1U);
  EXPECT_EQ(counts.not_applicable, 1U);
  EXPECT_EQ(counts.insufficient, 4U);  // C has no date, and nobody says that A, B and C have no other workers
}

TEST(Effective, AsksForADateWhereNoInputHasThatColumn) {
  OneRule rule(from_kp, in_force);
  rule.ask("shipments", "shipment_id,supplier,origin_country\nS1,T,KP\nS2,T,AU\n");
  ASSERT_EQ(rule.evaluation().not_examined.size(), 1U);
  EXPECT_EQ(rule.evaluation().not_examined.front().field, Field::shipment_date);
  EXPECT_EQ(rule.evaluation().not_examined.front().subjects, 1U);
  EXPECT_EQ(rule.evaluation().by_rule.front().flagged, 0U);
}

TEST(EffectiveRule, IsRefusedForDaysThatAreNone) {
  const auto complaint = [](const std::string& effective, const std::string& condition = from_kp) {
    return OneRule(condition, effective).complaint();
  };
  EXPECT_THAT(complaint("effective: {from: 2017-08}\n"), HasSubstr("\"2017-08\" is no day"));
  EXPECT_THAT(complaint("effective: {from: 2017-08-02, to: 2017-08-01}\n"), HasSubstr("ends before it begins"));
  EXPECT_THAT(complaint("effective: {on: shipment.date}\n"), HasSubstr("neither `from` nor `to`"));
  EXPECT_THAT(complaint("effective: {from: 2017-08-02, on: shipment.dat}\n"),
              HasSubstr("did you mean `shipment.date`?"));
  EXPECT_THAT(complaint("effective: {from: 2017-08-02, on: shipment.hs_code}\n"),
              HasSubstr("`shipment.hs_code` is no date of a shipment"));
  EXPECT_THAT(complaint("effective: {since: 2017-08-02}\n"), HasSubstr("unknown key: since in effective"));
  EXPECT_THAT(complaint("effective: {from: [2017-08-02]}\n"), HasSubstr("from must be a text"));
  EXPECT_THAT(complaint("effective: 2017-08-02\n"), HasSubstr("effective must be a map"));
  EXPECT_THAT(
      OneRule("where: {worker_group.nationality: KP}", "effective: {from: 2017-08-02}\n", "worker_group").complaint(),
      HasSubstr("effective must have on"));
  EXPECT_THAT(complaint(in_force, "all: [{measure: {direction: from_kp}}, {where: {shipment.origin_country: KP}}]"),
              HasSubstr("takes its days from data/measures.csv"));
  EXPECT_EQ(complaint(in_force), "");
}

TEST(EffectiveRule, LeavesThePathOfATestAsItIs) {
  // What a step says of one entity alone leads nowhere.
  std::vector<PackFile> files = test::pack_of(
      "assay: 1\nid: my-rule\ntitle: A\ntheme: origin_direct\nsubject: shipment\nseverity: high\ngap: low\n"
      "question: Does it?\nreferences: [{cite: A law}]\ndecide_by: [A document]\nmessage: \"{subject.id}\"\n"
      "effective: {from: 2017-08-02}\nflag_when: {where: {shipment.origin_country: KP}}\ntests:\n"
      "  - name: flags\n    given: {shipments: "
      "\"shipment_id,date,supplier,origin_country\\nS1,2018-01-01,T,KP\\n\"}\n"
      "    subject: shipment:S1\n    expect: flagged\n    path: [\"shipment:S1\", \"country:KP\"]\n"
      "  - name: clears before its day\n"
      "    given: {shipments: \"shipment_id,date,supplier,origin_country\\nS1,2016-01-01,T,KP\\n\"}\n"
      "    subject: shipment:S1\n    expect: clear\n"
      "  - name: stays open without a date\n"
      "    given: {shipments: \"shipment_id,date,supplier,origin_country\\nS1,,T,KP\\n\"}\n"
      "    subject: shipment:S1\n    expect: insufficient\n    missing: [shipment.date]\n");
  LoadedPacks packs;
  Diagnostics diagnostics;
  ASSERT_TRUE(load_packs({files}, packs, diagnostics)) << format_diagnostic(diagnostics.front());
  for (const FailedTest& failed : run_rule_tests(packs)) ADD_FAILURE() << failed.test << ": " << failed.message;
}

}  // namespace
}  // namespace assay
