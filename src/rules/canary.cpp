#include "rules/load.h"
#include "rules/test_case.h"

// The tests inside the rules, run through the whole route. They show in the field what unit tests show at home: that
// the pack is whole, that its tables are there, that what must be flagged is.

namespace assay {

std::vector<FailedTest> run_rule_tests(const LoadedPacks& packs) {
  std::vector<FailedTest> failed;
  for (std::size_t number = 0; number < packs.rules.rules.size(); ++number)
    for (const RuleTest& test : packs.rules.rules[number].tests) {
      TestResult result =
          judge_test(*prepare_test(test, packs.reference), packs.rules, static_cast<std::uint16_t>(number), test);
      if (result.passed()) continue;
      failed.push_back(
          {packs.rules.rules[number].id, test.name, test.at, std::move(result.message), std::move(result.diff)});
    }
  return failed;
}

}  // namespace assay
