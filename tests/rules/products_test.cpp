// What a rule about products may ask, and whom its questions name.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/ask.h"

namespace assay {
namespace {

using test::OneRule;
using testing::HasSubstr;

const std::string to_kp = "to: {kind: country, country: KP}";

std::string complaint(const std::string& condition) {
  return OneRule(condition, {}, "product").complaint();
}

TEST(RulesOnProducts, FollowWhatIsInThem) {
  EXPECT_TRUE(OneRule("path: {follow: [contains, declares_origin], " + to_kp + "}", {}, "product").loaded());
  EXPECT_THAT(complaint("path: {follow: [supplied_by], " + to_kp + "}"), HasSubstr("follows `contains`"));
}

TEST(RulesOnProducts, CountNoStepsAndAskNoCellOfTheirRows) {
  EXPECT_THAT(complaint("path: {follow: [contains], min_hops: 2, " + to_kp + "}"),
              HasSubstr("`min_hops` is not for a path that starts at a product"));
  EXPECT_THAT(complaint("where: {product.part: zinc}"), HasSubstr("product.part"));
  EXPECT_THAT(complaint("where: {product.hs_code: {under: \"79\"}}"), HasSubstr("product.hs_code"));
}

}  // namespace
}  // namespace assay
