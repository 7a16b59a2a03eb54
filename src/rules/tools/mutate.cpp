#include "rules/tools/mutate.h"

#include <algorithm>

#include <fmt/format.h>

#include "readers/read.h"
#include "rules/condition.h"
#include "rules/rule_file.h"
#include "rules/state.h"
#include "rules/test_case.h"

namespace assay {

struct MutationFixture {
  std::string name;
  ReadResult read;
  SupplyGraph graph;
  std::vector<std::string> outcome;  ///< with the rules as they are
};

namespace {

constexpr Severity failing = Severity::high;  // as `assay audit` decides unless told otherwise

/// The exit class of an audit and what it flags. What stays open is judged by whether anything does.
std::vector<std::string> outcome_of(const Rules& rules, const SupplyGraph& graph) {
  const Evaluation evaluation = evaluate(rules, graph);
  std::vector<std::string> lines;
  bool fails = false;
  bool open = false;
  for (std::size_t i = 0; i < evaluation.findings.size(); ++i) {
    const Finding& finding = evaluation.findings[i];
    open = open || finding.verdict == Verdict::insufficient;
    if (finding.verdict != Verdict::flagged) continue;
    fails = fails || finding.severity >= failing;
    lines.push_back(fmt::format("{} {}", to_string(finding.severity), describe(evaluation, i).fingerprint));
  }
  std::sort(lines.begin(), lines.end());
  lines.emplace_back(fails ? "exit 1" : open ? "exit 3" : "exit 0");
  return lines;
}

Day last_day_of(const SupplyGraph& graph) {
  Day last = earliest_day;
  for (std::size_t i = 0; i < graph.shipments.size(); ++i)
    if (const Date date = graph.shipments.date[i]; date.known == Known::yes) last = std::max(last, date.last());
  return last;
}

struct PreparedTest {
  std::uint16_t rule;
  const RuleTest* test;
  std::unique_ptr<TestCase> tables;
};

class Mutation {
 public:
  Mutation(const LoadedPacks& packs, const std::vector<std::shared_ptr<const MutationFixture>>& fixtures)
      : rules_(packs.rules), context_{{}, &packs.reference.tables, true}, fixtures_(fixtures) {
    for (std::size_t number = 0; number < packs.rules.rules.size(); ++number)
      for (const RuleTest& test : packs.rules.rules[number].tests)
        tests_.push_back({static_cast<std::uint16_t>(number), &test, prepare_test(test, packs.reference)});
  }

  void run(const YamlDocument& document, MutationResult& result) {
    const std::uint16_t number = number_of(document);
    for (Mutant& mutant : mutants_of(document)) {
      Rule changed;
      Diagnostics diagnostics;
      if (!read_rule(mutant.document, changed, diagnostics, &context_)) {
        ++result.refused;
        continue;
      }
      changed.required = rules_.rules[number].required;
      std::swap(rules_.rules[number], changed);
      std::string killed_by = judge(number);
      std::swap(rules_.rules[number], changed);
      result.fates.push_back({std::move(mutant), number, std::move(killed_by)});
    }
  }

 private:
  [[nodiscard]] std::uint16_t number_of(const YamlDocument& document) const {
    const YamlNode* id = document.root.find("id");
    const auto found = std::find_if(rules_.rules.begin(), rules_.rules.end(),
                                    [id](const Rule& rule) { return id != nullptr && rule.id == id->text; });
    return static_cast<std::uint16_t>(found - rules_.rules.begin());
  }

  /// The rule's own tests first: most mutants end there.
  [[nodiscard]] std::string judge(std::uint16_t number) const {
    for (const bool own : {true, false})
      for (const PreparedTest& one : tests_) {
        if ((one.rule == number) != own) continue;
        if (!judge_test(*one.tables, rules_, one.rule, *one.test).passed())
          return fmt::format("test \"{}\"", one.test->name);
      }
    for (const auto& fixture : fixtures_)
      if (outcome_of(rules_, fixture->graph) != fixture->outcome) return fmt::format("fixture {}", fixture->name);
    return {};
  }

  Rules rules_;
  const PackContext context_;  ///< the tables that a changed rule may ask
  const std::vector<std::shared_ptr<const MutationFixture>>& fixtures_;
  std::vector<PreparedTest> tests_;
};

}  // namespace

std::vector<std::shared_ptr<const MutationFixture>> read_fixtures(const std::vector<std::string>& audits,
                                                                  const LoadedPacks& packs) {
  std::vector<std::shared_ptr<const MutationFixture>> fixtures;
  for (const std::string& audit : audits) {
    auto fixture = std::make_shared<MutationFixture>();
    Diagnostics diagnostics;
    fixture->name = audit.substr(audit.find_last_of('/') + 1);
    fixture->read = read_inputs({audit}, diagnostics);
    fixture->graph = build_graph(fixture->read.tables, packs.reference, latest_day, diagnostics);
    const Day as_of = last_day_of(fixture->graph);
    fixture->graph = build_graph(fixture->read.tables, packs.reference, as_of, diagnostics);
    fixture->outcome = outcome_of(packs.rules, fixture->graph);
    fixtures.push_back(std::move(fixture));
  }
  return fixtures;
}

MutationResult mutate_rules(const LoadedPacks& packs, const std::vector<std::vector<PackFile>>& files,
                            const std::vector<std::shared_ptr<const MutationFixture>>& fixtures,
                            const std::vector<bool>& wanted) {
  MutationResult result;
  Mutation mutation(packs, fixtures);
  for (std::size_t number = 0; number < packs.rules.rules.size(); ++number) {
    if (!wanted.empty() && !wanted[number]) continue;
    const Rule& rule = packs.rules.rules[number];
    for (const std::vector<PackFile>& pack : files)
      for (const PackFile& file : pack) {
        if (file.name != rule.id + ".yaml") continue;
        YamlDocument document;
        Diagnostics diagnostics;
        if (parse_yaml(file.name, file.bytes, document, diagnostics)) mutation.run(document, result);
      }
  }
  return result;
}

}  // namespace assay
