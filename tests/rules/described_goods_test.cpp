// Goods under a code of which a measure names a part: their description decides, where it surely does.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/ask.h"

namespace assay {
namespace {

using test::OneRule;
using testing::Contains;
using testing::HasSubstr;

const std::string un = "measure: {direction: from_kp, jurisdictions: [UN]}";
const std::string columns = "shipment_id,supplier,date,hs_code,commodity\n";

TEST(DescribedGoodsMeasure, BarsWhatIsDescribedAsItsCommodity) {
  OneRule rule(un);
  rule.ask("shipments", columns + "S1,T,2016-08-11,261590,vanadium ore\nS2,T,2017-06-14,970300,bronze statue\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_EQ(rule.verdict("S2"), "flagged");
}

TEST(DescribedGoodsMeasure, ShowsTheDescriptionBesideTheCode) {
  OneRule rule(un);
  rule.ask("shipments", columns + "S1,T,2016-08-11,261590,vanadium ore\n");
  const FindingText text = rule.finding("S1");
  ASSERT_EQ(text.evidence.size(), 4U);
  EXPECT_EQ(text.evidence[0].cell.field, Field::shipment_hs_code);
  EXPECT_EQ(text.evidence[1].cell.field, Field::shipment_commodity);
  EXPECT_EQ(text.evidence[2].cell.field, Field::shipment_date);
  EXPECT_THAT(text.evidence[3].says, HasSubstr("UN-2270-30"));
}

TEST(DescribedGoodsMeasure, IgnoresAnotherCommodityOfTheSameCode) {
  OneRule rule(un);
  rule.ask("shipments", columns + "S1,T,2016-08-11,261590,tantalum ore\nS2,T,2016-08-11,261590,vanadium ore\n");
  EXPECT_EQ(rule.verdict("S1"), "clear");
  EXPECT_EQ(rule.verdict("S2"), "flagged");  // goods of one code that are described otherwise
  EXPECT_THAT(rule.why("S1").because, Contains(HasSubstr("described as another commodity: tantalum ore")));
}

TEST(DescribedGoodsMeasure, IgnoresWhatIsDescribedBeforeTheMeasure) {
  OneRule rule(un);
  rule.ask("shipments", columns + "S1,T,2016-01-20,261590,vanadium ore\n");
  EXPECT_EQ(rule.verdict("S1"), "clear");
}

TEST(DescribedGoodsMeasure, StaysOpenForABlankDescriptionAndAsksForIt) {
  OneRule rule(un);
  rule.ask("shipments", columns + "S1,T,2016-08-11,261590,\n");
  EXPECT_EQ(rule.verdict("S1"), "insufficient ?shipment.commodity");
  const FindingText text = rule.finding("S1");
  EXPECT_EQ(text.message, "S1: the goods are not described, and a measure names a part of their HS code");
  ASSERT_EQ(text.ask.size(), 1U);
  EXPECT_EQ(text.ask.front().whom.name, "T");
  EXPECT_EQ(text.ask.front().what,
            "What exactly are the goods of S1: of which mineral or material, and in which form?");
}

TEST(DescribedGoodsMeasure, StaysOpenForADescriptionThatTellsNothing) {
  OneRule rule(un);
  rule.ask("shipments", columns + "S1,T,2016-08-11,261590,ore in bulk\n");
  EXPECT_EQ(rule.verdict("S1"), "insufficient ?shipment.commodity");
  EXPECT_EQ(rule.finding("S1").message,
            "S1: \"ore in bulk\" does not tell whether a measure that names a part of the HS code names these goods");
}

TEST(DescribedGoodsMeasure, StaysOpenForACodeThatIsTooShortHoweverItIsDescribed) {
  OneRule rule(un);
  rule.ask("shipments", columns + "S1,T,2016-08-11,26,vanadium ore\nS2,T,2016-08-11,,vanadium ore\n");
  EXPECT_EQ(rule.verdict("S1"), "insufficient ?shipment.hs_code");
  EXPECT_EQ(rule.verdict("S2"), "insufficient ?shipment.hs_code");
}

TEST(DescribedGoodsMeasure, DecidesNothingWhereTheCodeDecides) {
  OneRule rule(un);
  rule.ask("shipments", columns + "S1,T,2018-08-11,270112,toys\nS2,T,2018-08-11,950300,vanadium ore\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_EQ(rule.verdict("S2"), "clear");
}

TEST(DescribedGoodsMeasure, IsTheSameForAShipmentThatMustBeAskedByItself) {
  // A month is no day: what is kept for a kind of goods does not answer it.
  OneRule rule(un);
  rule.ask("shipments", columns +
                            "S1,T,2016-08,261590,vanadium ore\nS2,T,2016-08,261590,tantalum ore\n"
                            "S3,T,2016-08,261590,\n");
  EXPECT_EQ(rule.verdict("S1"), "flagged");
  EXPECT_EQ(rule.verdict("S2"), "clear");
  EXPECT_EQ(rule.verdict("S3"), "insufficient ?shipment.commodity");
}

}  // namespace
}  // namespace assay
