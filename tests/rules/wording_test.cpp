// Questions and complaints about a field that is not known are sentences, whatever the field is called.

#include "rules/wording.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/ask.h"

namespace assay {
namespace {

using test::OneRule;
using testing::AnyOf;
using testing::EndsWith;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

TEST(Wording, AsksForANameWithWhatIs) {
  EXPECT_EQ(question_about(Field::shipment_origin_country, "S3"),
            "What is the country of origin of the goods of S3?");
  EXPECT_EQ(question_about(Field::shipment_origin_country, {}), "What is the country of origin of the goods?");
  EXPECT_EQ(question_about(Field::supplier_name, "Alpha"), "What is the supplier's name (Alpha)?");
  EXPECT_EQ(question_about(Field::shipment_load_country, "S3"),
            "What is the country where the goods were loaded (S3)?");
}

TEST(Wording, AsksWhoByThatWord) {
  EXPECT_EQ(question_about(Field::shipment_supplier, "S3"), "Who sold the goods (S3)?");
  EXPECT_EQ(question_about(Field::workers_paid_to, {}), "Who is paid their wages?");
  EXPECT_EQ(question_about(Field::supplier_owner, "Alpha"), "Who owns the supplier (Alpha)?");
}

TEST(Wording, AsksWhereAndHowByARequest) {
  EXPECT_EQ(question_about(Field::shipment_load_port, "S3"), "Please say where the goods were loaded (S3).");
  EXPECT_EQ(question_about(Field::workers_count, {}), "Please say how many workers there are.");
  EXPECT_EQ(question_about(Field::relation_target, {}), "Please say to whom it stands in the relation.");
}

TEST(Wording, SaysWhatIsWrongWithACell) {
  EXPECT_EQ(complaint_about(Field::shipment_date, "S3", Cause::Why::blank, {}),
            "S3: the date of the shipment is not stated");
  EXPECT_EQ(complaint_about(Field::shipment_supplier, "S3", Cause::Why::blank, {}),
            "S3: it is not stated who sold the goods");
  EXPECT_EQ(complaint_about(Field::shipment_date, "S3", Cause::Why::unreadable, "soon"),
            "S3: the date of the shipment \"soon\" is unreadable");
  EXPECT_EQ(complaint_about(Field::shipment_load_port, "S3", Cause::Why::ambiguous, "Korea"),
            "S3: \"Korea\" is ambiguous: it is not known where the goods were loaded");
  EXPECT_EQ(absence_of(Field::shipment_date), "no input has a column for the date of the shipment (shipment.date)");
  EXPECT_EQ(absence_of(Field::shipment_buyer),
            "no input has a column that says who bought the goods (shipment.buyer)");
}

TEST(Wording, IsASentenceForEveryField) {
  for (const FieldInfo& field : all_fields()) {
    for (const std::string& text :
         {question_about(field.field, "S3"), question_about(field.field, {}),
          complaint_about(field.field, "S3", Cause::Why::blank, {}),
          complaint_about(field.field, "S3", Cause::Why::ambiguous, "x"), absence_of(field.field)})
      EXPECT_THAT(text, Not(MatchesRegex(".*the (the|an?|who|where|what|how|of|to) .*"))) << field.name;
    const std::string asked = question_about(field.field, "S3");
    EXPECT_THAT(asked, AnyOf(EndsWith("?"), EndsWith(".")));
    EXPECT_EQ(asked.ends_with("."), asked.starts_with("Please say ")) << asked;
    EXPECT_THAT(asked, AnyOf(StartsWith("What "), StartsWith("Who "), StartsWith("Please say "))) << field.name;
  }
}

TEST(Wording, StandsInTheQuestionsOfAReport) {
  OneRule rule("in_table: {table: sellers, equals: {name: shipment.supplier}}",
               "let:\n  sellers:\n    - {name: Hill Mine}\n");
  rule.ask("shipments", "shipment_id,supplier,buyer\nS3,,Buyer B\nS4,T,Buyer B\n");
  const FindingText text = rule.finding("S3");
  EXPECT_EQ(text.message, "S3: it is not stated who sold the goods");
  ASSERT_EQ(text.ask.size(), 1U);
  EXPECT_EQ(text.ask.front().what, "Who sold the goods (S3)?");
  EXPECT_EQ(rule.verdict("S4"), "clear");
}

TEST(Wording, AsksWhereAPartyLiesThatIsOnlyNamed) {
  OneRule rule("where: {shipment.seller_in_border_zone: true}");
  rule.ask({{"shipments", "shipment_id,supplier,buyer\nS1,Hill Mine,Buyer B\nS2,Quay Ore,Buyer B\n"},
            {"suppliers", "name,country,address\nQuay Ore,CN,\n"}});
  const FindingText unlisted = rule.finding("Hill Mine");
  EXPECT_EQ(unlisted.message, "Hill Mine is named, but nothing describes it: the address is not known");
  ASSERT_EQ(unlisted.ask.size(), 1U);
  EXPECT_EQ(unlisted.ask.front().what, "What is the address of Hill Mine?");
  EXPECT_EQ(rule.finding("Quay Ore").message, "Quay Ore: the supplier's address is not stated");
}

TEST(Wording, SaysInWhichWayACountryBelongsToTheGoods) {
  OneRule rule("where: {shipment.origin_country: RU, shipment.load_country: CN, shipment.discharge_country: JP}");
  rule.ask("shipments",
           "shipment_id,supplier,buyer,origin_country,load_country,discharge_country\nS1,A,B,RU,CN,JP\n");
  std::vector<Relation> relations;
  for (const EvidenceStep& step : rule.finding("S1").evidence) relations.push_back(step.relation);
  EXPECT_THAT(relations,
              testing::ElementsAre(Relation::declares_origin, Relation::loaded_at, Relation::discharged_at));
}

}  // namespace
}  // namespace assay
