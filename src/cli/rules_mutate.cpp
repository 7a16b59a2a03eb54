#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/failure.h"
#include "cli/request.h"
#include "cli/rules_packs.h"
#include "report/layout.h"
#include "rules/tools/mutate.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view usual_fixtures = "fixtures/audits";

/// The audits of the folders, each a sub-folder, in order of name.
std::vector<std::string> audits_in(const Arguments& arguments) {
  std::vector<std::string> folders = arguments.texts("--fixtures");
  std::error_code error;
  if (folders.empty() && fs::is_directory(usual_fixtures, error)) folders.emplace_back(usual_fixtures);
  std::vector<std::string> audits;
  for (const std::string& folder : folders) {
    fs::directory_iterator entry(folder, error);
    if (error) throw Failure(Exit::io, "cannot read the fixtures in " + folder + ": " + error.message());
    for (; entry != fs::directory_iterator(); entry.increment(error)) {
      if (error) throw Failure(Exit::io, "cannot read the fixtures in " + folder + ": " + error.message());
      if (entry->is_directory()) audits.push_back(entry->path().generic_string());
    }
  }
  std::sort(audits.begin(), audits.end());
  return audits;
}

Diagnostic note_of(const MutantFate& fate, const Rule& rule) {
  Diagnostic diagnostic;
  diagnostic.level = fate.killed_by.empty() ? Level::warning : Level::note;
  diagnostic.at = fate.mutant.at;
  diagnostic.excerpt = fate.mutant.excerpt;
  diagnostic.width = fate.mutant.width;
  diagnostic.message = fmt::format("{}: {}: {}", rule.id, fate.mutant.change,
                                   fate.killed_by.empty() ? "survived" : "killed by " + fate.killed_by);
  return diagnostic;
}

bool all_tests_pass(const NamedPacks& packs, Terminal& terminal) {
  const std::vector<FailedTest> failed = run_rule_tests(packs.loaded);
  if (!failed.empty())
    terminal.err << "assay: error: " << counted(failed.size(), "test")
                 << " of the rules as they are fail; assay rules test shows them\n";
  return failed.empty();
}

std::vector<Option> options() {
  return {rules_option(),
          one_rule_option(),
          {"--fixtures",
           "DIR",
           "a folder of audits that judge as well (default: fixtures/audits, if it is there)",
           "",
           {},
           true},
          {"--min", "N", "exit 5 when fewer than N percent are killed"},
          {"--verbose", "", "name those that were killed too, and by what", "-v"}};
}

int run(const Arguments& arguments, Terminal& terminal) {
  const double least = percent_of(arguments, "--min", 0);
  NamedPacks packs;
  if (!load_named_packs(arguments, terminal, packs, arguments.operands) || !all_tests_pass(packs, terminal))
    return static_cast<int>(Exit::rules_refused);
  const std::vector<Rule>& rules = packs.loaded.rules.rules;
  const auto fixtures = read_fixtures(audits_in(arguments), packs.loaded);
  const MutationResult result = mutate_rules(packs.loaded, packs.files, fixtures, packs.wanted);
  Diagnostics notes;
  std::size_t killed = 0;
  for (const MutantFate& fate : result.fates) {
    if (!fate.killed_by.empty()) ++killed;
    if (fate.killed_by.empty() || arguments.has("--verbose")) notes.push_back(note_of(fate, rules[fate.rule]));
  }
  show_paths(packs, notes);
  for (const Diagnostic& note : notes) terminal.out << format_diagnostic(note);
  std::size_t tests = 0;
  for (const Rule& rule : rules) tests += rule.tests.size();
  terminal.out << fmt::format(
      "{}, {} killed ({}), {} survived; {} more are refused by the loader; judged by {} and {}\n",
      counted(result.fates.size(), "mutant"), killed, percent_text(killed, result.fates.size()),
      result.fates.size() - killed, result.refused, counted(tests, "test"), counted(fixtures.size(), "fixture"));
  const bool enough = static_cast<double>(killed) * 100 >= least * static_cast<double>(result.fates.size());
  return static_cast<int>(enough ? Exit::clear : Exit::rules_refused);
}

}  // namespace

const Command rules_mutate_command{"rules mutate",
                                   "[DIR|FILE...]",
                                   "change one condition at a time and see whether a test notices",
                                   0,
                                   100,
                                   options(),
                                   {"assay rules mutate rules/dprk"},
                                   run};

}  // namespace assay
