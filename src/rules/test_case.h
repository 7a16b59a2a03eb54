#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "readers/read.h"
#include "rules/evaluate.h"
#include "rules/rule.h"

namespace assay {

/// The tables of a rule's test, read and built once, so that many rules, changed ones too, can be asked about them.
struct TestCase {
  ReadResult read;
  SupplyGraph graph;
  std::shared_ptr<const Screening> screening;  ///< null when the test gives no list
  std::string refused;                         ///< why its tables cannot be used; empty when they can
};

/// Never null. `reference` must outlive the case.
std::unique_ptr<TestCase> prepare_test(const RuleTest& test, const Reference& reference);

/// The subject of a test: its number among those of the rule's kind. False when the tables hold none of that name.
bool find_test_subject(const TestCase& tables, const Rule& rule, const RuleTest& test, std::uint32_t& subject);

/// How a test came out.
struct TestResult {
  std::string message;            ///< what was expected and what was found, one sentence; empty when it passed
  std::vector<std::string> diff;  ///< "- expected", "+ found", "  both": verdict, path and missing, line by line

  [[nodiscard]] bool passed() const { return message.empty(); }
};

/// Asks a rule about the subject of a test.
TestResult judge_test(const TestCase& tables, const Rules& rules, std::uint16_t rule, const RuleTest& test);

}  // namespace assay
