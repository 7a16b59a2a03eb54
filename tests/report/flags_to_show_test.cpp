#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "report/sections.h"

namespace assay {
namespace {

Evaluation with_flags_of(const std::vector<std::uint16_t>& rules) {
  Evaluation evaluation;
  for (const std::uint16_t rule : rules) {
    Finding finding;
    finding.rule = rule;
    finding.verdict = Verdict::flagged;
    evaluation.findings.push_back(finding);
  }
  Finding open;
  open.verdict = Verdict::insufficient;
  evaluation.findings.push_back(open);
  return evaluation;
}

TEST(FlagsToShow, ShowsAllWhenTheyAreFew) {
  EXPECT_EQ(flags_to_show(with_flags_of({0, 0, 1}), 20), (std::vector<std::size_t>{0, 1, 2}));
}

TEST(FlagsToShow, LetsNoLoudRuleHideAQuietOne) {
  EXPECT_EQ(flags_to_show(with_flags_of({0, 0, 0, 0, 1, 2}), 4), (std::vector<std::size_t>{0, 1, 4, 5}));
}

TEST(FlagsToShow, IgnoresOpenQuestions) {
  EXPECT_TRUE(flags_to_show(with_flags_of({}), 20).empty());
}

TEST(FlagsToShow, MayShowNone) {
  EXPECT_TRUE(flags_to_show(with_flags_of({0, 1}), 0).empty());
}

RC_GTEST_PROP(FlagsToShow, ShowsAsManyAsItMayInOrderAndOfEveryRuleFirst, (const std::vector<bool>& rules)) {
  std::vector<std::uint16_t> numbers;
  for (const bool rule : rules) numbers.push_back(rule ? 1 : 0);
  const std::vector<std::size_t> shown = flags_to_show(with_flags_of(numbers), 5);
  RC_ASSERT(shown.size() == std::min<std::size_t>(5, numbers.size()));
  RC_ASSERT(std::is_sorted(shown.begin(), shown.end()));
  for (const std::uint16_t rule : numbers)
    RC_ASSERT(std::any_of(shown.begin(), shown.end(), [&](std::size_t i) { return numbers[i] == rule; }));
}

}  // namespace
}  // namespace assay
