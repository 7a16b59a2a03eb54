#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "names/fold.h"
#include "readers/read.h"
#include "rules/evaluate.h"
#include "rules/load.h"

// The tests inside the rules, run through the whole route. They show in the field what unit tests show at home: that
// the pack is whole, that its tables are there, that what must be flagged is.

namespace assay {
namespace {

constexpr std::string_view day_of_tests = "2030-01-01";

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all.empty() ? "nothing" : all;
}

std::string shown(const Entity& entity) {
  const bool by_id = entity.kind == VertexKind::country || entity.kind == VertexKind::shipment;
  return fmt::format("{}:{}", to_string(entity.kind), by_id ? entity.id : entity.name);
}

std::vector<std::string> path_of(const std::vector<EvidenceStep>& steps) {
  std::vector<std::string> path;
  for (const EvidenceStep& step : steps) {
    if (path.empty()) path.push_back(shown(step.from));
    path.push_back(shown(step.to));
  }
  return path;
}

/// "shipment.origin_country" for a cell, "company:Trader T" for a frontier.
std::vector<std::string> missing_of(const std::vector<Missing>& missing) {
  std::vector<std::string> words;
  for (const Missing& one : missing)
    words.push_back(one.why == Cause::Why::frontier ? shown(one.subject) : one.field);
  return words;
}

std::string run(const LoadedPacks& packs, std::uint16_t rule_number, const RuleTest& test) {
  const Rule& rule = packs.rules.rules[rule_number];
  Diagnostics diagnostics;
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& [table, text] : test.given) texts.emplace_back(table + ".csv", text);
  const ReadResult read = read_texts(texts, diagnostics);
  if (read.refused)
    return "its tables are refused: " + (diagnostics.empty() ? "no reason given" : diagnostics.front().message);
  const Date as_of = parse_date(test.as_of.value_or(std::string(day_of_tests)));
  const SupplyGraph graph = build_graph(read.tables, packs.reference, as_of.first, diagnostics);
  EvaluateOptions options;
  options.selected.assign(packs.rules.rules.size(), false);
  options.selected[rule_number] = true;
  const Evaluation evaluation = evaluate(packs.rules, graph, options);
  auto subjects = find_subjects(graph, test.subject);
  std::erase_if(subjects, [&rule](const auto& subject) { return subject.first != rule.subject; });
  if (subjects.empty()) return fmt::format("no {} is \"{}\"", to_string(rule.subject), test.subject);
  const WhyNot found = why_not(evaluation, rule_number, subjects.front().second);
  if (!found.applicable && test.expect != Verdict::clear) return "the rule does not apply to the subject";
  if (found.applicable && found.verdict != test.expect)
    return fmt::format("expected {}, found {}", to_string(test.expect), to_string(found.verdict));
  if (const std::vector<std::string> path = path_of(found.steps); !test.path.empty() && path != test.path)
    return fmt::format("expected the path {}, found {}", joined(test.path), joined(path));
  const std::vector<std::string> missing = missing_of(found.missing);
  for (const std::string& one : test.missing)
    if (std::find(missing.begin(), missing.end(), one) == missing.end())
      return fmt::format("expected {} among what is missing, found {}", one, joined(missing));
  return {};
}

}  // namespace

std::vector<FailedTest> run_rule_tests(const LoadedPacks& packs) {
  std::vector<FailedTest> failed;
  for (std::uint16_t number = 0; number < packs.rules.rules.size(); ++number)
    for (const RuleTest& test : packs.rules.rules[number].tests)
      if (std::string message = run(packs, number, test); !message.empty())
        failed.push_back({packs.rules.rules[number].id, test.name, test.at, std::move(message)});
  return failed;
}

}  // namespace assay
