#include <chrono>

#include <fmt/format.h>

#include "cli/request.h"
#include "cli/rules_packs.h"
#include "report/layout.h"
#include "rules/test_case.h"

namespace assay {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

struct Counts {
  std::size_t rules = 0;
  std::size_t tests = 0;
  std::size_t failed = 0;
};

Diagnostic complaint_of(const Rule& rule, const RuleTest& test, const TestResult& result) {
  Diagnostic diagnostic;
  diagnostic.at = test.at;
  diagnostic.message = rule.id + ": \"" + test.name + "\": " + result.message;
  return diagnostic;
}

/// One rule's tests; failures are written as they are found, in the order of the file.
void test_rule(const NamedPacks& packs, std::uint16_t number, Terminal& terminal, Counts& counts) {
  const Rule& rule = packs.loaded.rules.rules[number];
  ++counts.rules;
  for (const RuleTest& test : rule.tests) {
    ++counts.tests;
    const TestResult result =
        judge_test(*prepare_test(test, packs.loaded.reference), packs.loaded.rules, number, test);
    if (result.passed()) continue;
    ++counts.failed;
    Diagnostics diagnostics{complaint_of(rule, test, result)};
    show_paths(packs, diagnostics);
    terminal.out << format_diagnostic(diagnostics.front());
    for (const std::string& line : result.diff) terminal.out << "    " << safe(line, 200) << '\n';
  }
}

std::vector<Option> options() {
  std::vector<Option> all{rules_option(), one_rule_option()};
  const std::vector<Option> display = display_options();
  all.insert(all.end(), display.begin(), display.end());
  return all;
}

int run(const Arguments& arguments, Terminal& terminal) {
  const Clock::time_point began = Clock::now();
  NamedPacks packs;
  if (!load_named_packs(arguments, terminal, packs, arguments.operands)) return static_cast<int>(Exit::rules_refused);
  const double loaded = seconds_since(began);
  Counts counts;
  for (std::size_t number = 0; number < packs.loaded.rules.rules.size(); ++number)
    if (packs.wanted[number]) test_rule(packs, static_cast<std::uint16_t>(number), terminal, counts);
  if (arguments.has("--timings")) {
    const double all = seconds_since(began);
    terminal.err << fmt::format("{:<10} {:>9.3f} s\n{:<10} {:>9.3f} s\n{:<10} {:>9.3f} s\n", "load", loaded, "test",
                                all - loaded, "sum", all);
  }
  terminal.out << counted(counts.rules, "rule") << ", " << counted(counts.tests, "test") << ", "
               << (counts.failed == 0 ? "all of them pass" : counted(counts.failed, "failure")) << '\n';
  return static_cast<int>(counts.failed == 0 ? Exit::clear : Exit::rules_refused);
}

}  // namespace

const Command rules_test_command{"rules test",
                                 "[DIR|FILE...]",
                                 "run the tests inside the rules and show what differs",
                                 0,
                                 100,
                                 options(),
                                 {"assay rules test rules/dprk"},
                                 run};

}  // namespace assay
