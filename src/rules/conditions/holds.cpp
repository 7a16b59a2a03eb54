#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/condition.h"
#include "rules/unknowns.h"

// holds: {rule: id} or {theme: word}, on: subject | seller | buyer. Asks for the verdict of other rules: on the
// subject itself, or on a party of it (what the party sells and its workers count as the party's). load_packs checks
// that the rules exist and that none asks for itself through others.

namespace assay {
namespace {

enum class On : std::uint8_t { subject, seller, buyer };

struct HoldsData {
  std::vector<std::string> rules;  ///< ids
  std::vector<std::string> themes;
  On on = On::subject;
};

const HoldsData& data_of(const Condition& c) {
  return *static_cast<const HoldsData*>(c.data.get());
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  MapReader reader(parser.document, value, "holds", parser.diagnostics);
  auto data = std::make_shared<HoldsData>();
  data->rules = reader.texts("rule", false);
  data->themes = reader.texts("theme", false);
  if (const int on = reader.word("on", false, {"subject", "seller", "buyer"}); on >= 0)
    data->on = static_cast<On>(on);
  reader.finish();
  if (data->rules.empty() && data->themes.empty())
    parser.complain(value, "`holds` names a rule or a theme", "holds: {rule: dprk-direct-origin, on: seller}");
  if (data->on != On::subject && parser.subject != SubjectKind::shipment)
    parser.complain(value, fmt::format("a {} has no seller and no buyer", to_string(parser.subject)), "on: subject");
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

/// The rules meant, but not the ones that ask: those of the theme of the asking rule would be a circle.
template <class Visit>
void for_each_rule(const Condition& c, const Evaluator& e, Visit visit) {
  const HoldsData& data = data_of(c);
  for (const Rule& rule : e.rules().rules) {
    const bool named = std::find(data.rules.begin(), data.rules.end(), rule.id) != data.rules.end();
    const bool themed = std::find(data.themes.begin(), data.themes.end(), rule.theme) != data.themes.end();
    if (named || themed) visit(rule);
  }
}

/// The party that is asked about.
VertexId party_of(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (kind == SubjectKind::shipment && data_of(c).on == On::buyer) return e.graph().shipments.buyer[subject];
  return party_of_subject(e.graph(), kind, subject);
}

Truth holds(const Condition& c, const Rule& rule, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (data_of(c).on == On::subject && rule.subject == kind) return e.flags(rule).at(subject);
  const VertexId party = party_of(c, e, kind, subject);
  return party == no_vertex ? Truth::unknown : e.flags_party(rule).at(party);
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  Truth truth = Truth::no;
  for_each_rule(c, e, [&](const Rule& rule) { truth = either(truth, holds(c, rule, e, kind, subject)); });
  return truth;
}

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  Answer result(among.size());
  for_each_rule(c, e, [&](const Rule& rule) {
    if (data_of(c).on == On::subject && rule.subject == kind) {
      result |= e.flags(rule);
      return;
    }
    among.for_each([&](std::size_t number) {
      const auto subject = static_cast<std::uint32_t>(number);
      result.put(subject, holds(c, rule, e, kind, subject));
    });
  });
  return result;
}

/// What leaves open whether a rule flags a party: the first subject that it flags or may flag and that may hang on
/// the party.
Cause cause_of_maybe(const SupplyGraph& graph, const Rule& rule, const FirstFlags& firsts, VertexId party) {
  const std::optional<std::uint32_t> first = firsts.that_may_be_of(party);
  if (!first) return {};
  const CellRef cell = naming_cell(graph, rule.subject, *first);
  const bool named = party_of_subject(graph, rule.subject, *first) != no_vertex;
  return {named ? Cause::Why::ambiguous : Cause::Why::blank, cell, no_vertex, cell.field};
}

void explain_rule(const Rule& rule, const Evaluator& e, std::uint32_t subject, Truth truth, Grounds& out) {
  if (rule.when && truth == Truth::unknown && e.at(*rule.when, rule.subject, subject) == Truth::unknown)
    e.explain(*rule.when, rule.subject, subject, Truth::unknown, out);
  const Truth own = e.at(rule.condition, rule.subject, subject);
  e.explain(rule.condition, rule.subject, subject, own, out);
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  bool shown = false;
  for_each_rule(c, e, [&](const Rule& rule) {
    if (shown || truth == Truth::no || holds(c, rule, e, kind, subject) != truth) return;
    shown = truth == Truth::yes;
    if (!out.causes_only)
      out.because.push_back(fmt::format("{} {} here", rule.id, truth == Truth::yes ? "flags" : "is open"));
    if (data_of(c).on == On::subject && rule.subject == kind) {
      explain_rule(rule, e, subject, truth, out);
      return;
    }
    const VertexId party = party_of(c, e, kind, subject);
    if (party == no_vertex) {
      const Field field = data_of(c).on == On::buyer ? Field::shipment_buyer : Field::shipment_supplier;
      const CellRef cell = kind == SubjectKind::shipment ? e.graph().shipments.cell(subject, field)
                                                         : naming_cell(e.graph(), kind, subject);
      out.causes.push_back({Cause::Why::blank, cell, no_vertex, cell.field});
      return;
    }
    const FirstFlags& firsts = e.first_flags(rule);
    if (const std::optional<std::uint32_t> other = firsts.of(party, truth))
      explain_rule(rule, e, *other, truth, out);
    else if (const Cause cause = cause_of_maybe(e.graph(), rule, firsts, party); cause.cell.exists())
      out.causes.push_back(cause);
  });
}

}  // namespace

const Answer& Evaluator::flags(const Rule& rule) const {
  if (const auto found = flags_.find(&rule); found != flags_.end()) return found->second;
  Bits asked(graph_.subjects(rule.subject), true);
  if (rule.when) asked = answer(*rule.when, rule.subject).possible;
  Answer flags = answer(rule.condition, rule.subject, asked);
  flags.sure &= asked;
  flags.possible &= asked;
  if (rule.gap_only) flags.sure = Bits(flags.sure.size());
  return flags_[&rule] = std::move(flags);
}

void Evaluator::keep_flags(const Rule& rule, const Answer& answer) const {
  const auto [kept, is_new] = flags_.try_emplace(&rule, answer);
  if (is_new && rule.gap_only) kept->second.sure = Bits(answer.sure.size());
}

const FirstFlags& Evaluator::first_flags(const Rule& rule) const {
  std::unique_ptr<const FirstFlags>& firsts = firsts_[&rule];
  if (firsts == nullptr) firsts = std::make_unique<const FirstFlags>(graph_, rule.subject, flags(rule));
  return *firsts;
}

const Answer& Evaluator::flags_party(const Rule& rule) const {
  const auto [found, is_new] = parties_.emplace(&rule, Answer{});
  if (!is_new) return found->second;
  Answer parties(graph_.vertices.size());
  bool anyone = false;
  const Answer& subjects = flags(rule);
  for (std::uint32_t subject = 0; subject < graph_.subjects(rule.subject); ++subject) {
    const Truth truth = subjects.at(subject);
    const VertexId party = party_of_subject(graph_, rule.subject, subject);
    if (truth == Truth::no) continue;
    if (rule.subject == SubjectKind::facility)
      for (const std::uint32_t row : declarations_of_smelter(graph_, subject))
        if (const VertexId declarant = graph_.smelters.declared_by[row]; declarant != no_vertex)
          parties.put(declarant, graph_.candidates_of(declarant).empty() ? truth : Truth::unknown);
    if (party == no_vertex) {
      anyone = anyone || may_be_anyones(graph_, rule.subject, subject);
      continue;
    }
    const auto candidates = graph_.candidates_of(party);
    parties.put(party, candidates.empty() ? truth : Truth::unknown);
    for (const VertexId candidate : candidates) parties.put(candidate, Truth::unknown);
  }
  for (const auto& [name, candidates] : graph_.candidates)
    for (const VertexId candidate : candidates)
      if (parties.at(candidate) != Truth::no) parties.put(name, Truth::unknown);
  for (VertexId vertex = 0; anyone && vertex < graph_.vertices.size(); ++vertex) parties.put(vertex, Truth::unknown);
  parties_[&rule] = std::move(parties);
  return parties_[&rule];
}

void gather_holds(const Condition& condition, std::vector<std::string>& rules, std::vector<std::string>& themes) {
  if (condition.kind == &holds_condition) {
    const HoldsData& data = data_of(condition);
    rules.insert(rules.end(), data.rules.begin(), data.rules.end());
    themes.insert(themes.end(), data.themes.begin(), data.themes.end());
  }
  for (const Condition& child : condition.children) gather_holds(child, rules, themes);
}

const ConditionKind holds_condition = {"holds", "another rule flags the subject or a party of it", parse, answer, at,
                                       explain};

}  // namespace assay
