#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "reference/reference.h"
#include "rules/rule.h"

namespace assay {

struct LoadedPacks {
  Rules rules;
  Reference reference;
};

/// Reads packs (files by name: pack.yaml, one YAML file a rule, data/*.csv). Every mistake is reported with its
/// place, and then nothing of the packs may be used: false. The count of rules in pack.yaml must hold, so that a pack
/// with a missing or cut file is refused.
bool load_packs(const std::vector<std::vector<PackFile>>& packs, LoadedPacks& loaded, Diagnostics& diagnostics);

/// One test of a rule that did not come out as it says.
struct FailedTest {
  std::string rule;
  std::string test;
  Location at;
  std::string message;            ///< expected and found, one sentence
  std::vector<std::string> diff;  ///< the same line by line: "- expected", "+ found"
};

/// Runs the tests inside the rules through the whole route (read, build, evaluate). These are the canaries: an audit
/// runs them first and stops when one fails.
std::vector<FailedTest> run_rule_tests(const LoadedPacks& packs);

}  // namespace assay
