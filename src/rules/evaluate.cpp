#include "rules/evaluate.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "base/failure.h"
#include "base/memory.h"
#include "rules/condition.h"
#include "rules/conditions/where.h"
#include "rules/lot_fields.h"
#include "rules/state.h"
#include "rules/unknowns.h"

namespace assay {
namespace {

constexpr std::size_t worth_giving_back = 100'000;  // of shipments: below them nothing is worth the while

bool is_column_missing(const Cause& cause) {
  return cause.why == Cause::Why::not_asked && cause.about != Cause::About::list;
}

/// The numbers of a kind that rules are asked of.
Bits members_of(const SupplyGraph& graph, SubjectKind kind) {
  const std::size_t numbers = graph.subjects(kind);
  const bool some = kind != SubjectKind::shipment && kind != SubjectKind::worker_group;
  Bits members(numbers, !some);
  for (std::uint32_t number = 0; some && number < numbers; ++number)
    if (graph.is_subject(kind, number)) members.set(number);
  return members;
}

/// The verdicts of one rule on all subjects of its kind.
class Asking {
 public:
  /// `is_held`: whether other rules ask what this one says.
  Asking(EvaluationState& state, std::uint16_t number, bool is_held, const EvaluateOptions& options, Evaluation& out)
      : state_(state),
        number_(number),
        rule_(state.rules.rules[number]),
        is_held_(is_held),
        options_(options),
        out_(out) {}

  void run() {
    const Evaluator::Remembering remembering(state_.evaluator);
    const Bits members = members_of(state_.graph, rule_.subject);
    const std::size_t subjects = members.count();
    Answer asked(members.size(), true);
    if (rule_.when) asked = state_.evaluator.answer(*rule_.when, rule_.subject, members);
    asked.sure &= members;
    asked.possible &= members;
    Answer answer = state_.evaluator.answer(rule_.condition, rule_.subject, asked.possible);
    answer.sure &= asked.possible;
    answer.possible &= asked.possible;
    if (is_held_) state_.evaluator.keep_flags(rule_, answer);
    VerdictCounts& counts = out_.by_rule[number_];
    counts.not_applicable = subjects - asked.possible.count();
    counts.clear = asked.possible.count() - answer.possible.count();
    if (!rule_.gap_only) {
      counts.flagged = answer.sure.count();
      flag(answer.sure);
    }
    Bits open = answer.possible;
    if (!rule_.gap_only) open -= answer.sure;
    open.for_each([&](std::size_t subject) { leave_open(static_cast<std::uint32_t>(subject), answer); });
    for (const auto& [field, verdicts] : not_asked_)
      out_.not_examined.push_back({number_, field, verdicts, opens(field)});
    if (subjects == 0) nobody_to_ask();
    const VerdictCounts& sum = counts;
    if (sum.flagged + sum.insufficient + sum.clear + sum.not_applicable != subjects)
      throw Failure(Exit::internal,
                    fmt::format("the verdicts of {} do not add up to its {} subjects", rule_.id, subjects));
    if (asked.possible.any()) ++out_.questions_asked;
  }

  /// Flagged subjects in canonical order.
  [[nodiscard]] std::vector<std::uint32_t>&& flagged() { return std::move(flagged_); }

 private:
  void flag(const Bits& sure) {
    std::vector<std::uint32_t>& subjects = flagged_;
    subjects.reserve(sure.count());
    sure.for_each([&](std::size_t subject) { subjects.push_back(static_cast<std::uint32_t>(subject)); });
    std::sort(subjects.begin(), subjects.end(),
              [this](std::uint32_t a, std::uint32_t b) { return subject_before(state_.graph, rule_.subject, a, b); });
  }

  void leave_open(std::uint32_t subject, const Answer& answer) {
    grounds_.clear();
    grounds_.causes_only = true;
    state_.evaluator.explain(rule_.condition, rule_.subject, subject, answer.at(subject), grounds_);
    const bool holds = !rule_.gap_only || answer.sure.test(subject);
    const bool held = grounds_.causes.empty() && rule_.gap_only && answer.sure.test(subject);
    if (held) take_what_holds(subject);
    if (grounds_.causes.empty())
      throw Failure(Exit::internal, fmt::format("{} leaves {} open without a cause", rule_.id,
                                                subject_entity(state_.graph, rule_.subject, subject).id));
    const bool only_not_asked =
        std::all_of(grounds_.causes.begin(), grounds_.causes.end(),
                    [this](const Cause& cause) { return is_column_missing(cause) && !opens(cause.field); });
    for (const Cause& cause : grounds_.causes)
      if (is_column_missing(cause)) ++not_asked_[cause.field];
    VerdictCounts& counts = out_.by_rule[number_];
    if (only_not_asked) {
      ++counts.not_applicable;
      return;
    }
    ++counts.insufficient;
    // A column that no input has is asked for where its lack opens the audit; else it is named as not looked at.
    for (const Cause& cause : grounds_.causes)
      if (!is_column_missing(cause) || opens(cause.field))
        state_.causes.add(cause, number_, holds ? gap_of(subject, cause) : Gap::low, 1,
                          held ? subject : CauseEntry::nobody);
  }

  /// A gap that surely holds, though nothing is missing: what to ask about is the cell that shows it, or the
  /// subject's own when none does.
  void take_what_holds(std::uint32_t subject) {
    grounds_.causes_only = false;
    state_.evaluator.explain(rule_.condition, rule_.subject, subject, Truth::yes, grounds_);
    CellRef cell = naming_cell(state_.graph, rule_.subject, subject);
    for (const EvidenceStep& step : grounds_.steps)
      if (step.cell.exists()) {
        cell = step.cell;
        break;
      }
    grounds_.causes = {{Cause::Why::ambiguous, cell, no_vertex, cell.field}};
  }

  /// No input has what the rule is about: one question for all, if the rule is required.
  void nobody_to_ask() {
    if (rule_.subject == SubjectKind::vessel) {
      // Goods may have gone by sea though no column says by which vessel.
      const std::size_t shipments = state_.graph.shipments.size();
      const Tables& tables = *state_.graph.tables;
      if (shipments > 0 && !tables.has(Field::shipment_vessel) && !tables.has(Field::shipment_imo))
        out_.not_examined.push_back({number_, Field::shipment_vessel, shipments, opens(Field::shipment_vessel)});
      return;
    }
    const Field field = rule_.subject == SubjectKind::worker_group ? Field::workers_nationality
                        : rule_.subject == SubjectKind::company    ? Field::supplier_name
                        : rule_.subject == SubjectKind::lot        ? Field::lot_id
                        : rule_.subject == SubjectKind::product    ? Field::product_id
                        : rule_.subject == SubjectKind::facility
                            ? (asks_table(rule_.condition, TableKind::sites) ? Field::site_name : Field::smelter_name)
                            : Field::shipment_supplier;
    if (state_.graph.tables->has(info(field).table)) return;
    // Each party may have smelters behind it that no table lists.
    const std::uint64_t unasked = rule_.subject == SubjectKind::facility ? parties() : 0;
    out_.not_examined.push_back({number_, field, unasked, opens(field)});
    if (!opens(field)) return;
    const std::vector<VertexId> parties = parties_by_exposure(state_.graph);
    const Gap gap = parties.empty() ? rule_.gap.otherwise : by_exposure(parties.front(), true);
    state_.causes.add({Cause::Why::not_asked, {}, no_vertex, field}, number_, gap, 0);
  }

  [[nodiscard]] std::uint64_t parties() const {
    std::uint64_t count = 0;
    for (VertexId v = 0; v < state_.graph.vertices.size(); ++v)
      if (state_.graph.is_subject(SubjectKind::company, v)) ++count;
    return count;
  }

  /// Whether the lack of a column opens the audit.
  [[nodiscard]] bool opens(Field field) const {
    return rule_.required || (!options_.lost.empty() && options_.lost[static_cast<std::size_t>(field)]);
  }

  [[nodiscard]] Gap by_exposure(VertexId vertex, bool exposed_goods) const {
    const Vertices& v = state_.graph.vertices;
    if (vertex != no_vertex && v.zone[vertex] == Zone::yes) return rule_.gap.border_zone;
    const bool exposed = exposed_goods || (vertex != no_vertex && is_exposed_country(v.country[vertex]));
    return exposed ? rule_.gap.exposed : rule_.gap.otherwise;
  }

  [[nodiscard]] Gap gap_of(std::uint32_t subject, const Cause& cause) const {
    if (cause.claimed || cause.part_held) return Gap::high;
    const SupplyGraph& graph = state_.graph;
    if (rule_.subject == SubjectKind::worker_group)
      return by_exposure(cause.vertex != no_vertex ? cause.vertex : graph.worker_groups.employer[subject], false);
    if (rule_.subject == SubjectKind::company || rule_.subject == SubjectKind::facility ||
        rule_.subject == SubjectKind::vessel)
      return by_exposure(cause.vertex != no_vertex ? cause.vertex : subject, false);
    if (rule_.subject == SubjectKind::lot)
      return by_exposure(holder_of_lot(graph, subject), lot_exposed(graph, subject) != Truth::no);
    if (rule_.subject == SubjectKind::product) return by_exposure(cause.vertex, true);  // its parts may be anything
    const Goods& goods = graph.goods.goods[graph.shipments.goods[subject]];
    return by_exposure(cause.vertex != no_vertex ? cause.vertex : graph.shipments.seller[subject],
                       goods.exposed || !goods.exposed_known);
  }

  EvaluationState& state_;
  std::uint16_t number_;
  const Rule& rule_;
  bool is_held_;
  const EvaluateOptions& options_;
  Evaluation& out_;
  Grounds grounds_;
  std::vector<std::uint32_t> flagged_;
  std::map<Field, std::uint64_t> not_asked_;
};

/// Whether other rules ask for the verdict of each.
std::vector<bool> held_rules(const Rules& rules) {
  std::vector<std::string> ids, themes;
  for (const Rule& rule : rules.rules) {
    if (rule.when) gather_holds(*rule.when, ids, themes);
    gather_holds(rule.condition, ids, themes);
    for (const SeverityRung& rung : rule.ladder)
      if (rung.when) gather_holds(*rung.when, ids, themes);
  }
  const auto has = [](const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  std::vector<bool> held;
  for (const Rule& rule : rules.rules) held.push_back(has(ids, rule.id) || has(themes, rule.theme));
  return held;
}

/// The most severe first, then by rule, then in canonical order of the subjects.
void list_flags(const EvaluationState& state, const std::vector<std::vector<std::uint32_t>>& flagged,
                Evaluation& evaluation) {
  const std::vector<Rule>& rules = state.rules.rules;
  std::vector<std::vector<Severity>> severities(rules.size());
  for (std::size_t number = 0; number < rules.size(); ++number)
    if (!rules[number].ladder.empty())
      for (const std::uint32_t subject : flagged[number])
        severities[number].push_back(severity_of(state.evaluator, rules[number], subject, nullptr));
  for (int level = static_cast<int>(Severity::critical); level >= 0; --level)
    for (std::size_t number = 0; number < rules.size(); ++number) {
      const std::vector<Severity>& own = severities[number];
      if (own.empty() && static_cast<int>(rules[number].severity) != level) continue;
      for (std::size_t i = 0; i < flagged[number].size(); ++i) {
        if (!own.empty() && static_cast<int>(own[i]) != level) continue;
        Finding finding;
        finding.rule = static_cast<std::uint16_t>(number);
        finding.verdict = Verdict::flagged;
        finding.severity = static_cast<Severity>(level);
        finding.subject = flagged[number][i];
        evaluation.findings.push_back(finding);
      }
    }
}

void list_questions(const EvaluationState& state, const std::vector<std::uint32_t>& order, Evaluation& evaluation) {
  for (const std::uint32_t place : order) {
    const CauseEntry entry = state.causes.entry(place);
    Finding finding;
    finding.rule = entry.rule;
    finding.verdict = Verdict::insufficient;
    finding.gap = entry.gap;
    finding.cause = place;
    finding.settles = entry.settles;
    evaluation.findings.push_back(finding);
  }
}

Verdict worst_of(const Evaluation& evaluation, std::uint64_t subjects) {
  const bool flagged =
      std::any_of(evaluation.findings.begin(), evaluation.findings.end(), [](const Finding& finding) {
        return finding.verdict == Verdict::flagged && finding.severity != Severity::info;
      });
  if (flagged) return Verdict::flagged;
  const bool open = std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                                [](const Finding& finding) { return finding.verdict == Verdict::insufficient; });
  return open || subjects == 0 ? Verdict::insufficient : Verdict::clear;
}

}  // namespace

std::string_view to_string(Cause::Why why) {
  constexpr std::string_view words[] = {"blank", "unreadable", "ambiguous", "frontier", "not_asked"};
  return words[static_cast<std::size_t>(why)];
}

Severity severity_of(const Evaluator& evaluator, const Rule& rule, std::uint32_t subject,
                     std::vector<Cause>* unknown) {
  for (const SeverityRung& rung : rule.ladder) {
    Grounds grounds;
    if (rung.path_grade) {
      evaluator.explain(rule.condition, rule.subject, subject, Truth::yes, grounds);
      Grade weakest = Grade::a;
      for (const EvidenceStep& step : grounds.steps) weakest = std::max(weakest, step.grade);
      if (at_least(weakest, *rung.path_grade)) return rung.is;
      continue;
    }
    const Truth truth = evaluator.at(*rung.when, rule.subject, subject);
    if (truth == Truth::yes) return rung.is;
    if (truth == Truth::no || unknown == nullptr) continue;
    evaluator.explain(*rung.when, rule.subject, subject, truth, grounds);
    unknown->insert(unknown->end(), grounds.causes.begin(), grounds.causes.end());
  }
  return rule.severity;
}

std::string_view to_string(LawEntry::Status status) {
  constexpr std::string_view words[] = {"barred", "not_named", "not_in_force", "unknown"};
  return words[static_cast<std::size_t>(status)];
}

bool is_exposed_country(Country country) {
  return country == Country('C', 'N') || country == Country('R', 'U') || country == Country('H', 'K') ||
         country == north_korea;
}

std::vector<VertexId> parties_by_exposure(const SupplyGraph& graph) {
  const Vertices& v = graph.vertices;
  std::vector<VertexId> parties;
  for (VertexId i = 0; i < v.size(); ++i)
    if (v.kind[i] == VertexKind::company && v.standing[i] == Standing::listed) parties.push_back(i);
  const auto weight = [&v](VertexId i) {
    return v.zone[i] == Zone::yes ? 0 : is_exposed_country(v.country[i]) ? 1 : 2;
  };
  std::sort(parties.begin(), parties.end(), [&](VertexId a, VertexId b) {
    return weight(a) != weight(b) ? weight(a) < weight(b) : v.rank[a] < v.rank[b];
  });
  return parties;
}

Evaluation evaluate(const Rules& rules, const SupplyGraph& graph, const EvaluateOptions& options) {
  if (rules.rules.size() > most_rules)
    throw Failure(Exit::limit,
                  fmt::format("{} rules are more than the {} that one audit takes", rules.rules.size(), most_rules));
  Evaluation evaluation;
  auto state = std::make_shared<EvaluationState>(rules, graph);
  state->evaluator.set_screening(options.screening);
  evaluation.by_rule.resize(rules.rules.size());
  evaluation.questions_of_pack = rules.rules.size();
  std::uint64_t subjects = 0;
  std::vector<std::vector<std::uint32_t>> flagged(rules.rules.size());
  const std::vector<bool> held = held_rules(rules);
  for (std::size_t number = 0; number < rules.rules.size(); ++number) {
    if (!options.selected.empty() && !options.selected[number]) continue;
    Asking asking(*state, static_cast<std::uint16_t>(number), held[number], options, evaluation);
    asking.run();
    flagged[number] = asking.flagged();
    subjects += members_of(graph, rules.rules[number].subject).count();
    if (graph.shipments.size() >= worth_giving_back) give_back_memory();  // of searches
  }
  state->causes.close();
  const std::vector<std::uint32_t> questions = state->causes.order();  // takes most memory: before there are findings
  if (graph.shipments.size() >= worth_giving_back) give_back_memory();
  std::size_t flags = 0;
  for (const auto& list : flagged) flags += list.size();
  evaluation.findings.reserve(flags + state->causes.size());
  list_flags(*state, flagged, evaluation);
  list_questions(*state, questions, evaluation);
  std::stable_partition(evaluation.not_examined.begin(), evaluation.not_examined.end(),
                        [](const NotExamined& entry) { return entry.opens; });
  for (const VerdictCounts& counts : evaluation.by_rule) {
    evaluation.counts.flagged += counts.flagged;
    evaluation.counts.insufficient += counts.insufficient;
    evaluation.counts.clear += counts.clear;
    evaluation.counts.not_applicable += counts.not_applicable;
  }
  evaluation.verdict = worst_of(evaluation, subjects);
  evaluation.state = std::move(state);
  return evaluation;
}

}  // namespace assay
