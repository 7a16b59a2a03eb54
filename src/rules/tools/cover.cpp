#include "rules/tools/cover.h"

#include <algorithm>

#include "rules/condition.h"
#include "rules/state.h"
#include "rules/test_case.h"

namespace assay {
namespace {

class Cover {
 public:
  Cover(const LoadedPacks& packs, std::uint16_t number) : packs_(packs), rule_(packs.rules.rules[number]) {
    if (rule_.when) gather(*rule_.when, number, "when", rule_.at);
    gather(rule_.condition, number, rule_.gap_only ? "gap_when" : "flag_when", rule_.at);
    for (const SeverityRung& rung : rule_.ladder)
      if (rung.when) gather(*rung.when, number, "severity", rule_.at);
  }

  std::vector<ConditionCover>&& run() {
    for (const RuleTest& test : rule_.tests) ask(test);
    return std::move(found_);
  }

 private:
  void gather(const Condition& condition, std::uint16_t number, std::string_view part, const Location& around) {
    const std::size_t place = found_.size();
    ConditionCover one;
    one.rule = number;
    one.condition = &condition;
    one.at = condition.at.line == 0 ? around : condition.at;
    one.part = part;
    found_.push_back(one);
    for (const Condition& child : condition.children) gather(child, number, part, found_[place].at);
  }

  void ask(const RuleTest& test) {
    const std::unique_ptr<TestCase> tables = prepare_test(test, packs_.reference);
    std::uint32_t subject = 0;
    if (!tables->refused.empty() || !find_test_subject(*tables, rule_, test, subject)) return;
    const EvaluationState state(packs_.rules, tables->graph);
    const bool applies = !rule_.when || state.evaluator.at(*rule_.when, rule_.subject, subject) != Truth::no;
    const bool flags = applies && state.evaluator.at(rule_.condition, rule_.subject, subject) == Truth::yes;
    for (ConditionCover& one : found_) {
      if (one.part == "severity" ? !flags : one.part != "when" && !applies) continue;
      note(one, state, subject);
    }
  }

  void note(ConditionCover& one, const EvaluationState& state, std::uint32_t subject) const {
    const Condition& condition = *one.condition;
    if (condition.subject == rule_.subject) {
      one.seen[static_cast<std::size_t>(state.evaluator.at(condition, rule_.subject, subject))] = true;
      return;
    }
    const Answer answer = state.evaluator.answer(condition, condition.subject);
    for (std::size_t other = 0; other < state.graph.subjects(condition.subject); ++other)
      one.seen[static_cast<std::size_t>(answer.at(other))] = true;
  }

  const LoadedPacks& packs_;
  const Rule& rule_;
  std::vector<ConditionCover> found_;
};

}  // namespace

std::vector<ConditionCover> cover_rules(const LoadedPacks& packs) {
  std::vector<ConditionCover> all;
  for (std::size_t number = 0; number < packs.rules.rules.size(); ++number) {
    std::vector<ConditionCover> found = Cover(packs, static_cast<std::uint16_t>(number)).run();
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

}  // namespace assay
