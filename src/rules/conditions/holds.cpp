#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/condition.h"

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

VertexId party_of(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  const SupplyGraph& graph = e.graph();
  switch (kind) {
    case SubjectKind::shipment:
      return data_of(c).on == On::buyer ? graph.shipments.buyer[subject] : graph.shipments.seller[subject];
    case SubjectKind::worker_group:
      return graph.worker_groups.employer[subject];
    case SubjectKind::facility:
      return graph.vertices.party[subject];
    default:
      return subject;
  }
}

Truth holds(const Condition& c, const Rule& rule, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (data_of(c).on == On::subject && rule.subject == kind) return e.flags(rule, subject);
  const VertexId party = party_of(c, e, kind, subject);
  return party == no_vertex ? Truth::unknown : e.flags_party(rule).at(party);
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  Truth truth = Truth::no;
  for_each_rule(c, e, [&](const Rule& rule) { truth = either(truth, holds(c, rule, e, kind, subject)); });
  return truth;
}

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind) {
  Answer result(e.graph().subjects(kind));
  for (std::uint32_t subject = 0; subject < e.graph().subjects(kind); ++subject)
    result.put(subject, at(c, e, kind, subject));
  return result;
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
      if (e.flags(rule, other) == truth) {
        explain_rule(rule, e, other, truth, out);
        return;
      }
  });
}

}  // namespace

Truth Evaluator::flags(const Rule& rule, std::uint32_t subject) const {
  const Truth asked = rule.when ? at(*rule.when, rule.subject, subject) : Truth::yes;
  if (asked == Truth::no) return Truth::no;
  const Truth truth = at(rule.condition, rule.subject, subject);
  return rule.gap_only ? both(truth, Truth::unknown) : truth;
}

const Answer& Evaluator::flags_party(const Rule& rule) const {
  const auto [found, is_new] = parties_.emplace(&rule, Answer{});
  if (!is_new) return found->second;
  Answer parties(graph_.vertices.size());
  for (std::uint32_t subject = 0; subject < graph_.subjects(rule.subject); ++subject) {
    const VertexId party = rule.subject == SubjectKind::shipment       ? graph_.shipments.seller[subject]
                           : rule.subject == SubjectKind::worker_group ? graph_.worker_groups.employer[subject]
                           : rule.subject == SubjectKind::facility     ? graph_.vertices.party[subject]
                                                                       : subject;
    if (party != no_vertex) parties.put(party, flags(rule, subject));
  }
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
