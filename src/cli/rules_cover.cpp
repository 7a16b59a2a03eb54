#include <fmt/format.h>

#include "cli/request.h"
#include "cli/rules_packs.h"
#include "report/layout.h"
#include "rules/condition.h"
#include "rules/tools/cover.h"

namespace assay {
namespace {

std::string unseen(const ConditionCover& cover) {
  std::string words;
  for (const auto& [truth, word] : {std::pair{Truth::yes, "yes"}, {Truth::unknown, "unknown"}, {Truth::no, "no"}})
    if (!cover.saw(truth)) words += (words.empty() ? "" : ", ") + std::string(word);
  return words;
}

std::size_t outcomes(const ConditionCover& cover) {
  return static_cast<std::size_t>(cover.seen[0]) + static_cast<std::size_t>(cover.seen[1]) +
         static_cast<std::size_t>(cover.seen[2]);
}

Diagnostic note_of(const ConditionCover& cover, const Rule& rule) {
  Diagnostic diagnostic;
  diagnostic.level = outcomes(cover) == 0 ? Level::warning : Level::note;
  diagnostic.at = cover.at;
  diagnostic.message = outcomes(cover) == 0 ? fmt::format("{}: no test decides `{}` of {}", rule.id,
                                                          cover.condition->kind->name, cover.part)
                                            : fmt::format("{}: `{}` of {} was never seen to be {}", rule.id,
                                                          cover.condition->kind->name, cover.part, unseen(cover));
  return diagnostic;
}

std::vector<Option> options() {
  return {rules_option(),
          one_rule_option(),
          {"--min-coverage", "N", "exit 5 when the tests show less than N percent of the outcomes"},
          {"--verbose", "", "every diagnostic in full", "-v"}};
}

int run(const Arguments& arguments, Terminal& terminal) {
  NamedPacks packs;
  const double least = percent_of(arguments, "--min-coverage", 0);
  if (!load_named_packs(arguments, terminal, packs, arguments.operands)) return static_cast<int>(Exit::rules_refused);
  const Rules& rules = packs.loaded.rules;
  std::size_t conditions = 0;
  std::size_t undecided = 0;
  std::size_t seen = 0;
  Diagnostics notes;
  for (const ConditionCover& cover : cover_rules(packs.loaded)) {
    if (!packs.wanted[cover.rule]) continue;
    ++conditions;
    seen += outcomes(cover);
    if (outcomes(cover) == 0) ++undecided;
    if (outcomes(cover) < 3) notes.push_back(note_of(cover, rules.rules[cover.rule]));
  }
  show_paths(packs, notes);
  for (const Diagnostic& note : notes) terminal.out << format_diagnostic(note);
  terminal.out << fmt::format("{}, {} of {} outcomes seen in tests ({}), {} decided by no test\n",
                              counted(conditions, "condition"), seen, conditions * 3,
                              percent_text(seen, conditions * 3), undecided);
  const bool enough = static_cast<double>(seen) * 100 >= least * static_cast<double>(conditions * 3);
  return static_cast<int>(enough ? Exit::clear : Exit::rules_refused);
}

}  // namespace

const Command rules_cover_command{"rules cover",
                                  "[DIR|FILE...]",
                                  "which conditions no test decides, and which outcome no test shows",
                                  0,
                                  100,
                                  options(),
                                  {"assay rules cover rules/dprk"},
                                  run};

}  // namespace assay
