// Exceptions that documents show: each thing that a document must have, and that without it a claim stays a claim.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ask.h"

namespace assay::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string open = "insufficient ?shipment.load_port";

OneRule& rule() {
  static OneRule one("measure: {direction: from_kp, jurisdictions: [UN]}");
  return one;
}

/// What is said of coal loaded at Rajin on 2018-01-10 with these documents; by default of Russian origin.
std::string with(const std::string& documents, const std::string& origin = "RU") {
  rule().ask({{"shipments",
               "shipment_id,supplier,date,hs_code,origin_country,load_port,transit\n"
               "S1,Coal Trader,2018-01-10,270112," +
                   origin + ",Rajin,none\n"},
              {"documents", "document,type,covers,origin_country,issue_date,expiry_date,grade\n" + documents}});
  return rule().verdict("S1");
}

const std::string certificate = "MINE-1,mine certificate,S1,RU,2018-01-05,2018-06-30,A\n";
const std::string waybill = "W-7,rail waybill,S1,,2018-01-06,,B\n";
const std::string notice = "N-12,notification,S1,,2018-01-02,,A\n";
const std::string notification = notice + waybill;

TEST(ShownBy, AllOfItsDocumentsAnExceptionLiftsTheMeasure) {
  EXPECT_EQ(with(certificate + notification), "clear");
  EXPECT_EQ(with(notification + certificate), "clear");
}

TEST(ShownBy, FewerThanAllOfThemAClaimStaysAClaim) {
  EXPECT_EQ(with(certificate), open);
  EXPECT_EQ(with(notification), open);
  EXPECT_EQ(with(notice + certificate), open);
  EXPECT_EQ(with(waybill + certificate), open);
  EXPECT_EQ(with("N-9,contract,S1,,2018-01-02,,A\n" + waybill + certificate), open);
}

TEST(ShownBy, DocumentsOfOtherGoodsAClaimStaysAClaim) {
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S2,RU,2018-01-05,2018-06-30,A\n"), open);
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,,RU,2018-01-05,2018-06-30,A\n"), open);
}

TEST(ShownBy, DocumentsThatWereNotInForceAClaimStaysAClaim) {
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,RU,2018-01-11,2018-06-30,A\n"), open);
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,RU,2017-01-05,2018-01-09,A\n"), open);
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,RU,2018-01-05,,A\n"), open);
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,RU,,2018-06-30,A\n"), open);
}

TEST(ShownBy, CertificatesOfAnotherOriginAClaimStaysAClaim) {
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,CN,2018-01-05,2018-06-30,A\n"), open);
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,KP,2018-01-05,2018-06-30,A\n"), open);
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,,2018-01-05,2018-06-30,A\n"), open);
}

TEST(ShownBy, ASuppliersOwnWordAClaimStaysAClaim) {
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,RU,2018-01-05,2018-06-30,B\n"), "clear");
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,RU,2018-01-05,2018-06-30,C\n"), open);
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,RU,2018-01-05,2018-06-30,good\n"), open);
  EXPECT_EQ(with(notification + "MINE-1,mine certificate,S1,RU,2018-01-05,2018-06-30,\n"), open);
}

TEST(ShownBy, DocumentsGoodsOfTheDprkStayBarred) {
  EXPECT_EQ(with(certificate + notification, "KP"), "flagged");
  EXPECT_EQ(with("MINE-1,mine certificate,S1,KP,2018-01-05,2018-06-30,A\n" + notification, "KP"), "flagged");
}

TEST(ShownBy, DocumentsNoClaimIsMade) {
  rule().ask({{"shipments",
               "shipment_id,supplier,date,hs_code,origin_country,load_port,transit\n"
               "S1,Coal Trader,2018-01-10,270112,RU,Vostochny,none\n"},
              {"documents",
               "document,type,covers,origin_country,issue_date,expiry_date,grade\n" + certificate + notification}});
  EXPECT_EQ(rule().verdict("S1"), "flagged");
}

TEST(ShownBy, DocumentsTheAnswerNamesThem) {
  ASSERT_EQ(with(certificate + notification), "clear");
  EXPECT_THAT(rule().why("S1").because, Contains(HasSubstr("the exception rajin-coal lifts UN-2371-8")));
}

TEST(ShownBy, DocumentsOfAuthoritiesNeedNoColumnOfGrades) {
  rule().ask({{"shipments",
               "shipment_id,supplier,date,hs_code,origin_country,load_port,transit\n"
               "S1,Coal Trader,2018-01-10,270112,RU,Rajin,none\n"},
              {"documents",
               "document,type,covers,origin_country,issue_date,expiry_date\n"
               "MINE-1,mine certificate,S1,RU,2018-01-05,2018-06-30\nN-12,notification,S1,,2018-01-02,\n"
               "W-7,rail waybill,S1,,2018-01-06,\n"}});
  EXPECT_EQ(rule().verdict("S1"), "clear");
}

/// Iron that left in the days that a resolution gave for it, contracted and notified as it asks.
std::string wound_down(const std::string& arrived, const std::string& contract, const std::string& told) {
  rule().ask({{"shipments",
               "shipment_id,supplier,date,hs_code,origin_country,exemption_code,arrived\n"
               "S1,Iron Trader,2017-08-20,720110,KP,winddown-2371-iron," +
                   arrived + "\n"},
              {"documents", "document,type,covers,issue_date\nC-1,contract,S1," + contract +
                                "\nN-1,notification,S1," + told + "\n"}});
  return rule().verdict("S1");
}

TEST(ShownBy, ContractsAndNoticesInTimeGoodsOnTheirWayWereLetIn) {
  EXPECT_EQ(wound_down("2017-09-04", "2017-08-04", "2017-09-19"), "clear");
}

TEST(ShownBy, ContractsAndNoticesTooLateAClaimStaysAClaim) {
  const std::string claimed = "insufficient ?shipment.exemption_code";
  EXPECT_EQ(wound_down("2017-09-05", "2017-08-04", "2017-09-19"), claimed);
  EXPECT_EQ(wound_down("", "2017-08-04", "2017-09-19"), claimed);
  EXPECT_EQ(wound_down("2017-09-04", "2017-08-05", "2017-09-19"), claimed);
  EXPECT_EQ(wound_down("2017-09-04", "", "2017-09-19"), claimed);
  EXPECT_EQ(wound_down("2017-09-04", "2017-08-04", "2017-09-20"), claimed);
  EXPECT_EQ(wound_down("2017-09-04", "2017-08-04", ""), claimed);
}

}  // namespace
}  // namespace assay::test
