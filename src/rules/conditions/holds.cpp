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

/// The party that a subject of a rule hangs on; no_vertex when nobody says which.
VertexId party_of_subject(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject) {
  switch (kind) {
    case SubjectKind::shipment:
      return graph.shipments.seller[subject];
    case SubjectKind::worker_group:
      return graph.worker_groups.employer[subject];
    case SubjectKind::facility:
      return graph.vertices.party[subject];
    case SubjectKind::lot:
      return graph.lots.supplier[subject];
    default:
      return subject;
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

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind) {
  const std::size_t subjects = e.graph().subjects(kind);
  Answer result(subjects);
  for_each_rule(c, e, [&](const Rule& rule) {
    if (data_of(c).on == On::subject && rule.subject == kind) {
      result |= e.flags(rule);
      return;
    }
    for (std::uint32_t subject = 0; subject < subjects; ++subject)
      result.put(subject, holds(c, rule, e, kind, subject));
  });
  return result;
}

/// Whether the one may be meant where the other is named: a name that fits several.
bool may_be_one(const SupplyGraph& graph, VertexId a, VertexId b) {
  const auto fits = [&graph](VertexId name, VertexId party) {
    const auto candidates = graph.candidates_of(name);
    return std::find(candidates.begin(), candidates.end(), party) != candidates.end();
  };
  const bool is_ambiguous = graph.vertices.standing[a] == Standing::ambiguous;
  return (a == b && is_ambiguous) || fits(a, b) || fits(b, a);
}

/// Whether a subject whose party nobody names may be anyone's. The undisclosed rest of a workforce is not: each party
/// has one of its own, which is asked about there.
bool may_be_anyones(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject) {
  if (kind == SubjectKind::facility && is_smelter(graph, subject)) return false;  // but of those who declare it
  if (kind == SubjectKind::lot) return false;                                     // whoever sells it names it
  return party_of_subject(graph, kind, subject) == no_vertex &&
         !(kind == SubjectKind::worker_group && graph.worker_groups.implied[subject]);
}

/// What leaves open whether a rule flags a party: the first subject, in canonical order, that it flags or may flag
/// and that may hang on the party.
Cause cause_of_maybe(const SupplyGraph& graph, const Rule& rule, const Evaluator& e, VertexId party) {
  std::optional<std::uint32_t> first;
  for (std::uint32_t s = 0; s < graph.subjects(rule.subject); ++s) {
    if (e.flags(rule).at(s) == Truth::no) continue;
    const VertexId other = party_of_subject(graph, rule.subject, s);
    const bool maybe = other == no_vertex ? may_be_anyones(graph, rule.subject, s) : may_be_one(graph, other, party);
    if (maybe && (!first || subject_before(graph, rule.subject, s, *first))) first = s;
  }
  if (!first) return {};
  const CellRef cell = naming_cell(graph, rule.subject, *first);
  const bool named = party_of_subject(graph, rule.subject, *first) != no_vertex;
  return {named ? Cause::Why::ambiguous : Cause::Why::blank, cell, no_vertex, cell.field};
}

/// Subjects of a rule that hang on a party, in canonical order.
std::vector<std::uint32_t> subjects_of(const SupplyGraph& graph, const Rule& rule, VertexId party) {
  std::vector<std::uint32_t> subjects;
  if (rule.subject == SubjectKind::shipment) {
    for (std::uint32_t s = 0; s < graph.shipments.size(); ++s)
      if (graph.shipments.seller[s] == party) subjects.push_back(s);
  } else if (rule.subject == SubjectKind::worker_group) {
    for (std::uint32_t g = 0; g < graph.worker_groups.size(); ++g)
      if (graph.worker_groups.employer[g] == party) subjects.push_back(g);
  } else if (rule.subject == SubjectKind::facility) {
    for (std::size_t i = 0; i < graph.smelters.facility.size(); ++i)
      if (graph.smelters.declared_by[i] == party) subjects.push_back(graph.smelters.facility[i]);
    for (VertexId v = 0; v < graph.vertices.size(); ++v)
      if (graph.vertices.party[v] == party && graph.vertices.kind[v] == VertexKind::facility) subjects.push_back(v);
  } else if (rule.subject == SubjectKind::lot) {
    for (std::uint32_t lot = 0; lot < graph.lots.size(); ++lot)
      if (graph.lots.supplier[lot] == party) subjects.push_back(lot);
  } else {
    subjects.push_back(party);
  }
  std::sort(subjects.begin(), subjects.end(),
            [&](std::uint32_t a, std::uint32_t b) { return subject_before(graph, rule.subject, a, b); });
  return subjects;
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
                                                         : e.graph().worker_groups.row[subject];
      out.causes.push_back({Cause::Why::blank, cell, no_vertex, cell.field});
      return;
    }
    for (const std::uint32_t other : subjects_of(e.graph(), rule, party))
      if (e.flags(rule).at(other) == truth) {
        explain_rule(rule, e, other, truth, out);
        return;
      }
    if (const Cause cause = cause_of_maybe(e.graph(), rule, e, party); cause.cell.exists())
      out.causes.push_back(cause);
  });
}

}  // namespace

const Answer& Evaluator::flags(const Rule& rule) const {
  if (const auto found = flags_.find(&rule); found != flags_.end()) return found->second;
  Answer flags = answer(rule.condition, rule.subject);
  if (rule.when) {
    const Bits asked = answer(*rule.when, rule.subject).possible;
    flags.sure &= asked;
    flags.possible &= asked;
  }
  if (rule.gap_only) flags.sure = Bits(flags.sure.size());
  return flags_[&rule] = std::move(flags);
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
