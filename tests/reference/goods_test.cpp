#include <gtest/gtest.h>

#include "reference/pack.h"

namespace assay {
namespace {

using test::shipped;

TEST(ExposedGoods, FindsWhatTheDprkProduces) {
  for (const char* code : {"2701", "270112", "2601110000", "260300", "7108", "7201", "251990", "2611", "6704",
                           "670419", "0307", "160554", "6110", "620342", "25", "84", "72"}) {
    bool exposed = false;
    EXPECT_EQ(shipped().exposed_goods(code, exposed), Known::yes) << code;
    EXPECT_TRUE(exposed) << code;
  }
}

TEST(ExposedGoods, IgnoresOtherGoods) {
  for (const char* code : {"8703", "0901", "3004", "230400", "2713", "87"}) {
    bool exposed = true;
    EXPECT_EQ(shipped().exposed_goods(code, exposed), Known::yes) << code;
    EXPECT_FALSE(exposed) << code;
  }
}

TEST(ExposedGoods, StaysOpenForACodeThatIsTooShortOrNone) {
  bool exposed = true;
  EXPECT_EQ(shipped().exposed_goods("27", exposed), Known::ambiguous);
  EXPECT_FALSE(exposed);
  EXPECT_EQ(shipped().exposed_goods("26", exposed), Known::ambiguous);
  EXPECT_EQ(shipped().exposed_goods("2805", exposed), Known::ambiguous);
  EXPECT_EQ(shipped().exposed_goods("9", exposed), Known::ambiguous);
  EXPECT_EQ(shipped().exposed_goods("", exposed), Known::blank);
  EXPECT_EQ(shipped().exposed_goods("27O1", exposed), Known::unreadable);
}

TEST(MayBecome, FollowsOreToMetalAndYarnToGarment) {
  EXPECT_TRUE(shipped().may_become(2601, 2601));
  EXPECT_TRUE(shipped().may_become(2601, 7201));
  EXPECT_TRUE(shipped().may_become(7201, 7206));
  EXPECT_TRUE(shipped().may_become(2601, 7208));
  EXPECT_TRUE(shipped().may_become(2603, 7401));
  EXPECT_TRUE(shipped().may_become(2603, 7403));
  EXPECT_TRUE(shipped().may_become(2607, 7801));
  EXPECT_TRUE(shipped().may_become(2608, 7901));
  EXPECT_TRUE(shipped().may_become(2609, 8001));
  EXPECT_TRUE(shipped().may_become(2611, 8101));
  EXPECT_TRUE(shipped().may_become(2611, 2841));
  EXPECT_TRUE(shipped().may_become(2616, 7108));
  EXPECT_TRUE(shipped().may_become(2701, 2704));
  EXPECT_TRUE(shipped().may_become(2519, 6902));
  EXPECT_TRUE(shipped().may_become(2519, 3816));
  EXPECT_TRUE(shipped().may_become(5205, 6110));
  EXPECT_TRUE(shipped().may_become(5205, 5208));
  EXPECT_TRUE(shipped().may_become(5402, 6203));
  EXPECT_TRUE(shipped().may_become(307, 1605));
  EXPECT_TRUE(shipped().may_become(303, 304));
  EXPECT_TRUE(shipped().may_become(6704, 6704));
  EXPECT_TRUE(shipped().may_become(4403, 4407));
}

TEST(MayBecome, IgnoresWhatIndustryDoesNotMake) {
  EXPECT_FALSE(shipped().may_become(7201, 2601));
  EXPECT_FALSE(shipped().may_become(2701, 6110));
  EXPECT_FALSE(shipped().may_become(2608, 7801));
  EXPECT_FALSE(shipped().may_become(6110, 5205));
  EXPECT_FALSE(shipped().may_become(307, 7201));
  EXPECT_FALSE(shipped().may_become(0, 7201));
  EXPECT_FALSE(shipped().may_become(2601, 0));
  EXPECT_FALSE(shipped().may_become(12601, 7201));
}

}  // namespace
}  // namespace assay
