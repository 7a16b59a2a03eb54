// What a seller received and sold on in nearly the same quantity.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/ask.h"

namespace assay {
namespace {

using test::OneRule;
using testing::HasSubstr;

const std::string from_kp =
    "passed_on: {within_days: 180, unless_site: [factory, smelt], received: {where: {shipment.origin_country: KP}}}";
const std::string columns = "shipment_id,date,supplier,buyer,hs_code,quantity_t,origin_country\n";
const std::string sold = "O1,2018-03-01,Bay,Works,270112,4900,VN\n";
const std::string suppliers = "name,country\nBay,VN\n";
const std::string declarations =
    "party,statement,goods,from,to,document,issuer,date,grade\n"
    "Bay,inputs_complete,all,2015-01-01,2019-12-31,A-1,Auditor,2019-01-01,B\n";

/// Bay's inputs are declared to be complete, so that only what is written decides.
std::string asked(const std::string& csv, const std::string& id = "O1", const std::string& sites = {}) {
  OneRule rule(from_kp);
  EXPECT_TRUE(rule.loaded()) << rule.complaint();
  std::vector<std::pair<std::string, std::string>> tables = {
      {"shipments", csv}, {"suppliers", suppliers}, {"declarations", declarations}};
  if (!sites.empty()) tables.emplace_back("sites", "site,operator,country,type\n" + sites);
  rule.ask(tables);
  return rule.verdict(id);
}

TEST(PassedOn, FindsTheSaleOfNearlyAsMuchAndNotThePurchase) {
  const std::string csv = columns + "I1,2018-01-10,Hill,Bay,270111,5000,KP\n" + sold;
  EXPECT_EQ(asked(csv), "flagged");
  EXPECT_EQ(asked(csv, "I1"), "clear");
}

TEST(PassedOn, IgnoresOtherBuyersHeadingsOriginsAndTimes) {
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Cape,270111,5000,KP\n" + sold), "clear");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,260111,5000,KP\n" + sold), "clear");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,5000,AU\n" + sold), "clear");
  EXPECT_EQ(asked(columns + "I1,2017-09-01,Hill,Bay,270111,5000,KP\n" + sold), "clear") << "181 days before";
  EXPECT_EQ(asked(columns + "I1,2017-09-02,Hill,Bay,270111,5000,KP\n" + sold), "flagged") << "180 days before";
  EXPECT_EQ(asked(columns + "I1,2018-03-02,Hill,Bay,270111,5000,KP\n" + sold), "clear") << "it came in later";
}

TEST(PassedOn, HoldsTheQuantitiesToBothBounds) {
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,5444,KP\n" + sold), "flagged");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,5445,KP\n" + sold), "clear");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,4455,KP\n" + sold), "flagged");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,4454,KP\n" + sold), "clear");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,0,KP\n" + sold), "clear");
}

TEST(PassedOn, AddsUpWhatWasBoughtOrSoldInParts) {
  const std::string bought = "I1,2018-01-10,Hill,Bay,270111,5000,KP\n";
  const std::string parts = "O1,2018-03-01,Bay,Works,270112,2000,VN\nO2,2018-03-05,Bay,Works,270112,3000,VN\n";
  EXPECT_EQ(asked(columns + bought + parts), "clear") << "the rest has not been sold yet";
  EXPECT_EQ(asked(columns + bought + parts, "O2"), "flagged");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,2500,KP\nI2,2018-01-11,Hill,Bay,270111,2500,KP\n" + sold),
            "flagged");
}

TEST(PassedOn, ComparesInKilogramsAndElseAsOneTableWrites) {
  const std::string kg = "shipment_id,date,supplier,buyer,hs_code,quantity,unit,origin_country\n";
  EXPECT_EQ(asked(kg + "I1,2018-01-10,Hill,Bay,270111,5000000,kg,KP\nO1,2018-03-01,Bay,Works,270112,4900,t,VN\n"),
            "flagged");
  EXPECT_EQ(asked(kg + "I1,2018-01-10,Hill,Bay,270111,5000,kg,KP\nO1,2018-03-01,Bay,Works,270112,4900,t,VN\n"),
            "clear");
  EXPECT_EQ(asked(kg + "I1,2018-01-10,Hill,Bay,270111,50,bags,KP\nO1,2018-03-01,Bay,Works,270112,49,bags,VN\n"),
            "flagged");
  EXPECT_THAT(asked(kg + "I1,2018-01-10,Hill,Bay,270111,50,bags,KP\nO1,2018-03-01,Bay,Works,270112,49,t,VN\n"),
              HasSubstr("insufficient"));
}

TEST(PassedOn, StaysOpenForTheCellThatLeavesItOpen) {
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,,KP\n" + sold), "insufficient ?shipment.quantity");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,,270111,5000,KP\n" + sold), "insufficient ?shipment.buyer");
  EXPECT_EQ(asked(columns + "I1,,Hill,Bay,270111,5000,KP\n" + sold), "insufficient ?shipment.date");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,,5000,KP\n" + sold), "insufficient ?shipment.hs_code");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,5000,\n" + sold), "insufficient ?shipment.origin_country");
  EXPECT_EQ(asked(columns + "I1,2018-01-10,Hill,Bay,270111,5000,KP\nO1,2018-03-01,,Works,270112,4900,VN\n"),
            "insufficient ?shipment.supplier");
}

TEST(PassedOn, ClearsWhoWorksGoodsAndAsksAboutASiteOfUnknownType) {
  const std::string csv = columns + "I1,2018-01-10,Hill,Bay,270111,5000,KP\n" + sold;
  EXPECT_EQ(asked(csv, "O1", "Stack,Bay,VN,Smelter\n"), "clear");
  EXPECT_EQ(asked(csv, "O1", "Shed,Bay,VN,\n"), "insufficient ?site.type");
  EXPECT_EQ(asked(csv, "O1", "Stack,,VN,smelter\n"), "insufficient ?site.operator");
  EXPECT_EQ(asked(csv, "O1", "Yard,Bay,VN,warehouse\n"), "flagged");
  EXPECT_EQ(asked(csv, "O1", "Stack,Cape,VN,smelter\n"), "flagged");
}

TEST(PassedOn, AsksASellerOfWhomSomePurchaseIsSeenForTheRest) {
  const auto undeclared = [](const std::string& csv) {
    OneRule rule(from_kp);
    rule.ask({{"shipments", csv}, {"suppliers", suppliers}});
    return rule.verdict("O1");
  };
  EXPECT_EQ(undeclared(columns + sold), "clear") << "left to the question of origin";
  EXPECT_THAT(undeclared(columns + "I1,2018-01-10,Hill,Bay,960000,1,AU\n" + sold), HasSubstr("insufficient"));
}

TEST(PassedOn, ShowsBothQuantities) {
  OneRule rule(from_kp);
  rule.ask({{"shipments", columns + "I1,2018-01-10,Hill,Bay,270111,5000,KP\n" + sold}, {"suppliers", suppliers}});
  const FindingText found = rule.finding("O1");
  ASSERT_GE(found.evidence.size(), 3U);
  EXPECT_THAT(found.evidence.front().says, HasSubstr("received I1: 5000"));
  EXPECT_THAT(found.evidence.back().says, HasSubstr("sold O1: 4900"));
}

TEST(PassedOn, RefusesWhatItCannotAsk) {
  EXPECT_THAT(OneRule("passed_on: {within_days: 180}").complaint(), HasSubstr("received"));
  EXPECT_THAT(OneRule("passed_on: {within_days: 9, at_least: 2, at_most: 1, received: {where: "
                      "{shipment.origin_country: KP}}}")
                  .complaint(),
              HasSubstr("nothing lies between"));
  EXPECT_THAT(OneRule(from_kp, {}, "company").complaint(), HasSubstr("not built yet: `passed_on` about a company"));
}

}  // namespace
}  // namespace assay
