#include <algorithm>

#include <fmt/format.h>

#include "rules/describe_parts.h"

namespace assay {
namespace {

FindingText describe_flag(const EvaluationState& state, const Finding& finding) {
  const Rule& rule = state.rules.rules[finding.rule];
  FindingText text;
  Grounds grounds;
  state.evaluator.explain(rule.condition, rule.subject, finding.subject, Truth::yes, grounds);
  text.subject = subject_entity(state.graph, rule.subject, finding.subject);
  text.message = fill_in(rule, state.graph, finding.subject, text.subject, grounds);
  text.evidence = std::move(grounds.steps);
  text.law = std::move(grounds.law);
  std::vector<Cause> unknown;  // what a higher rung of the ladder waits for
  if (!rule.ladder.empty()) severity_of(state.evaluator, rule, finding.subject, &unknown);
  for (const Cause& cause : unknown) text.missing.push_back(missing_of(state, rule, finding.subject, cause));
  text.grade = Grade::a;
  for (const EvidenceStep& step : text.evidence) text.grade = std::max(text.grade, step.grade);
  const std::string what = fmt::format("{}:{}", to_string(text.subject.kind), text.subject.id);
  text.fingerprint = fingerprint_of(rule.id, what, {});
  text.path_fingerprint = fingerprint_of(rule.id, what, text.evidence);
  return text;
}

}  // namespace

FindingText describe(const Evaluation& evaluation, std::size_t number) {
  const Finding& finding = evaluation.findings[number];
  FindingText text = finding.verdict == Verdict::flagged ? describe_flag(*evaluation.state, finding)
                                                         : describe_question(*evaluation.state, finding);
  text.id = fmt::format("F-{}", number + 1);
  return text;
}

WhyNot why_not(const Evaluation& evaluation, std::uint16_t number, std::uint32_t subject) {
  const EvaluationState& state = *evaluation.state;
  const Rule& rule = state.rules.rules[number];
  WhyNot why;
  why.applicable = !rule.when || state.evaluator.at(*rule.when, rule.subject, subject) != Truth::no;
  if (!why.applicable) {
    Grounds grounds;
    state.evaluator.explain(*rule.when, rule.subject, subject, Truth::no, grounds);
    why.because = std::move(grounds.because);
    return why;
  }
  const Truth truth = state.evaluator.at(rule.condition, rule.subject, subject);
  Grounds grounds;
  state.evaluator.explain(rule.condition, rule.subject, subject, truth, grounds);
  why.verdict = truth == Truth::no                      ? Verdict::clear
                : truth == Truth::yes && !rule.gap_only ? Verdict::flagged
                                                        : Verdict::insufficient;
  why.steps = std::move(grounds.steps);
  why.because = std::move(grounds.because);
  if (why.because.empty() && why.verdict == Verdict::clear)
    why.because.emplace_back("what the rule looks for is not there");
  why.law = std::move(grounds.law);
  for (const Cause& cause : grounds.causes) why.missing.push_back(missing_of(state, rule, subject, cause));
  for (const CellRef& cell : grounds.rests_on) {
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = entity_of_cell(state.graph, cell);
    step.says = fmt::format("{} is vouched for here", step.from.name);
    step.cell = cell;
    step.grade = Grade::c;
    why.steps.push_back(std::move(step));
  }
  return why;
}

}  // namespace assay
