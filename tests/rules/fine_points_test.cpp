#include <gtest/gtest.h>

#include "rules/ask.h"

// A measure that names only a part of what stands under a code leaves the rest to the description of the goods. While
// something else is open, nobody is asked for that yet.

namespace assay::test {
namespace {

/// The measures of the shipped pack reach coke (2704) perhaps, by its description.
const std::string origin_and_law = R"(all:
    - where: {shipment.origin_country: KP}
    - measure: {direction: from_kp, jurisdictions: [UN]})";

const std::string columns = "shipment_id,date,supplier,hs_code,origin_country\n";

std::string verdict_of(const std::string& csv) {
  OneRule rule(origin_and_law);
  rule.ask("shipments", csv);
  return rule.verdict("S1");
}

TEST(FinePoints, WaitWhileTheOriginIsNotKnown) {
  EXPECT_EQ(verdict_of(columns + "S1,2018-03-01,Hill Works,270400,\n"), "insufficient ?shipment.origin_country");
}

TEST(FinePoints, AreAskedForOnceNothingElseIsOpen) {
  EXPECT_EQ(verdict_of(columns + "S1,2018-03-01,Hill Works,270400,KP\n"), "insufficient ?shipment.commodity");
}

TEST(FinePoints, AreAskedForWhereTheOtherColumnIsInNoInput) {
  EXPECT_EQ(verdict_of("shipment_id,date,supplier,hs_code\nS1,2018-03-01,Hill Works,270400\n"),
            "insufficient ?shipment.origin_country ?shipment.commodity");
}

TEST(FinePoints, DoNotHideACodeThatIsTooShort) {
  EXPECT_EQ(verdict_of(columns + "S1,2018-03-01,Hill Works,27,\n"),
            "insufficient ?shipment.origin_country ?shipment.hs_code");
}

TEST(FinePoints, DoNotHideACodeThatIsBlank) {
  EXPECT_EQ(verdict_of(columns + "S1,2018-03-01,Hill Works,,\n"),
            "insufficient ?shipment.origin_country ?shipment.hs_code");
}

TEST(FinePoints, DoNotHideACountryThatMayBeTwo) {
  EXPECT_EQ(verdict_of(columns + "S1,2018-03-01,Hill Works,270400,Korea\n"), "insufficient ?shipment.origin_country");
}

}  // namespace
}  // namespace assay::test
