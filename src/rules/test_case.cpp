#include "rules/test_case.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/date.h"
#include "rules/listed.h"
#include "rules/state.h"
#include "screening/screening.h"

namespace assay {
namespace {

constexpr std::string_view day_of_tests = "2030-01-01";

using Lines = std::vector<std::string>;

std::string joined(const Lines& words) {
  return words.empty() ? "nothing" : fmt::format("{}", fmt::join(words, ", "));
}

std::string shown(const Entity& entity) {
  const bool by_id = entity.kind == VertexKind::country || entity.kind == VertexKind::shipment;
  return fmt::format("{}:{}", to_string(entity.kind), by_id ? entity.id : entity.name);
}

/// The entities that the steps lead through; what a step says of one of them alone leads nowhere.
Lines path_of(const std::vector<EvidenceStep>& steps) {
  Lines path;
  for (const EvidenceStep& step : steps) {
    if (step.kind == EvidenceStep::Kind::computed) continue;  // a sum leads nowhere
    if (path.empty()) path.push_back(shown(step.from));
    if (shown(step.from) != shown(step.to)) path.push_back(shown(step.to));
  }
  return path;
}

/// "shipment.origin_country" for a cell, "company:Trader T" for a frontier.
Lines missing_of(const std::vector<Missing>& missing) {
  Lines words;
  for (const Missing& one : missing)
    words.push_back(one.why == Cause::Why::frontier ? shown(one.subject) : one.field);
  return words;
}

/// The shortest way from one list to another: what both hold in this order, and what only one of them has.
Lines difference(const Lines& expected, const Lines& found) {
  const std::size_t width = found.size() + 1;
  std::vector<std::size_t> common((expected.size() + 1) * width, 0);  // lengths of what the rests have in common
  for (std::size_t e = expected.size(); e-- > 0;)
    for (std::size_t f = found.size(); f-- > 0;)
      common[e * width + f] = expected[e] == found[f]
                                  ? common[(e + 1) * width + f + 1] + 1
                                  : std::max(common[(e + 1) * width + f], common[e * width + f + 1]);
  Lines lines;
  std::size_t e = 0;
  std::size_t f = 0;
  while (e < expected.size() || f < found.size()) {
    if (e < expected.size() && f < found.size() && expected[e] == found[f]) {
      lines.push_back("  " + expected[e++]);
      ++f;
    } else if (f == found.size() ||
               (e < expected.size() && common[(e + 1) * width + f] >= common[e * width + f + 1])) {
      lines.push_back("- " + expected[e++]);
    } else {
      lines.push_back("+ " + found[f++]);
    }
  }
  return lines;
}

class Judge {
 public:
  Judge(const TestCase& tables, const Rules& rules, std::uint16_t number, const RuleTest& test)
      : tables_(tables), rules_(rules), number_(number), rule_(rules.rules[number]), test_(test) {}

  TestResult run() {
    if (!tables_.refused.empty()) return {"its tables are refused: " + tables_.refused, {}};
    std::uint32_t subject = 0;
    if (!find_test_subject(tables_, rule_, test_, subject))
      return {fmt::format("no {} is \"{}\"", to_string(rule_.subject), test_.subject), {}};
    EvaluateOptions options;
    options.selected.assign(rules_.rules.size(), false);
    options.selected[number_] = true;
    options.screening = tables_.screening;
    const Evaluation evaluation = evaluate(rules_, tables_.graph, options);
    const WhyNot found = why_not(evaluation, number_, subject);
    if (!found.applicable && test_.expect != Verdict::clear)
      differ("verdict", {std::string(to_string(test_.expect))}, {"not applicable"},
             "the rule does not apply to the subject");
    else if (found.applicable && found.verdict != test_.expect)
      differ("verdict", {std::string(to_string(test_.expect))}, {std::string(to_string(found.verdict))},
             fmt::format("expected {}, found {}", to_string(test_.expect), to_string(found.verdict)));
    compare_severity(evaluation, found, subject);
    compare_path(found);
    compare_missing(found);
    return std::move(result_);
  }

 private:
  void differ(std::string_view what, const Lines& expected, const Lines& found, std::string message) {
    if (result_.message.empty()) result_.message = std::move(message);
    result_.diff.push_back(fmt::format("{}:", what));
    for (std::string& line : difference(expected, found)) result_.diff.push_back("  " + std::move(line));
  }

  void compare_severity(const Evaluation& evaluation, const WhyNot& found, std::uint32_t subject) {
    if (!test_.severity || found.verdict != Verdict::flagged) return;
    const Severity severity = severity_of(evaluation.state->evaluator, rule_, subject, nullptr);
    if (severity == *test_.severity) return;
    differ("severity", {std::string(to_string(*test_.severity))}, {std::string(to_string(severity))},
           fmt::format("expected severity {}, found {}", to_string(*test_.severity), to_string(severity)));
  }

  void compare_path(const WhyNot& found) {
    const Lines path = path_of(found.steps);
    if (test_.path.empty() || path == test_.path) return;
    differ("path", test_.path, path, fmt::format("expected the path {}, found {}", joined(test_.path), joined(path)));
  }

  void compare_missing(const WhyNot& found) {
    const Lines missing = missing_of(found.missing);
    for (const std::string& one : test_.missing) {
      if (std::find(missing.begin(), missing.end(), one) != missing.end()) continue;
      differ("missing", test_.missing, missing,
             fmt::format("expected {} among what is missing, found {}", one, joined(missing)));
      return;
    }
  }

  const TestCase& tables_;
  const Rules& rules_;
  std::uint16_t number_;
  const Rule& rule_;
  const RuleTest& test_;
  TestResult result_;
};

}  // namespace

std::unique_ptr<TestCase> prepare_test(const RuleTest& test, const Reference& reference) {
  auto tables = std::make_unique<TestCase>();
  Diagnostics diagnostics;
  std::vector<std::pair<std::string, std::string>> texts;
  for (const auto& [table, text] : test.given)
    if (table != "lists") texts.emplace_back(table + ".csv", text);
  tables->read = read_texts(texts, diagnostics);
  if (tables->read.refused) {
    tables->refused = diagnostics.empty() ? "no reason given" : diagnostics.front().message;
    return tables;
  }
  const Date as_of = parse_date(test.as_of.value_or(std::string(day_of_tests)));
  tables->graph = build_graph(tables->read.tables, reference, as_of.first, diagnostics);
  for (const auto& [table, text] : test.given) {
    if (table != "lists") continue;
    std::optional<std::vector<WatchList>> lists = lists_of_test(text, as_of.first);
    if (lists)
      tables->screening =
          std::make_shared<const Screening>(screen(tables->graph, std::move(*lists), {}, diagnostics));
    else
      tables->refused = "lists: no such column or kind";
  }
  return tables;
}

bool find_test_subject(const TestCase& tables, const Rule& rule, const RuleTest& test, std::uint32_t& subject) {
  for (const auto& [kind, number] : find_subjects(tables.graph, test.subject)) {
    if (kind != rule.subject) continue;
    subject = number;
    return true;
  }
  return false;
}

TestResult judge_test(const TestCase& tables, const Rules& rules, std::uint16_t rule, const RuleTest& test) {
  return Judge(tables, rules, rule, test).run();
}

}  // namespace assay
