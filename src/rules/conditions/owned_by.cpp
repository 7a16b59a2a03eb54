#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/ownership.h"
#include "graph/shares.h"
#include "rules/condition.h"
#include "rules/conditions/owners.h"
#include "rules/conditions/ownership_steps.h"
#include "rules/field_value.h"

// owned_by: {entity: subject | shipment.supplier | shipment.buyer | worker_group.employer, owners: {…}, rule:
// ofac-50, threshold: 50, as_of: shipment.date}. Do owners of concern hold enough of a party?

namespace assay {
namespace {

constexpr std::array<std::string_view, 4> rule_names = {"ofac-50", "eu-over-50", "multiply", "any-share"};

struct OwnedData {
  Owners owners;
  OwnershipQuestion question;
  std::optional<Field> party;  ///< of the subject's row; nothing: the subject itself
  std::optional<Field> as_of;  ///< nothing: the date of the audit
};

const OwnedData& data_of(const Condition& c) {
  return *static_cast<const OwnedData*>(c.data.get());
}

// ---- parsing

bool parse_entity(const ConditionParser& parser, MapReader& reader, OwnedData& data) {
  const std::string word = reader.text("entity", false);
  const YamlNode* node = reader.optional("entity");
  const bool of_party = parser.subject == SubjectKind::company || parser.subject == SubjectKind::facility;
  if (of_party && (node == nullptr || word == "subject")) return true;
  constexpr std::array fields = {Field::shipment_supplier, Field::shipment_buyer, Field::workers_employer};
  std::vector<std::string_view> names;
  for (const Field field : fields)
    if (belongs_to(field, parser.subject)) names.push_back(info(field).name);
  if (of_party) names.emplace_back("subject");
  for (const Field field : fields)
    if (node != nullptr && info(field).name == word && belongs_to(field, parser.subject)) {
      data.party = field;
      return true;
    }
  const YamlNode* owners = reader.optional("owners");
  if (node == nullptr && owners == nullptr) return false;  // said already
  parser.complain(node != nullptr ? *node : *owners,
                  fmt::format("a rule about a {} says whose owners it asks for", to_string(parser.subject)),
                  names.empty() ? "" : fmt::format("entity: {}", fmt::join(names, " or ")));
  return false;
}

void parse_as_of(const ConditionParser& parser, MapReader& reader, OwnedData& data) {
  const YamlNode* node = reader.optional("as_of");
  if (node == nullptr) return;
  const std::optional<Field> field = field_from(node->text);
  if (field && info(*field).type == FieldType::date && belongs_to(*field, parser.subject))
    data.as_of = field;
  else
    parser.complain(*node, fmt::format("`{}` is no date of a {}", node->text, to_string(parser.subject)),
                    "leave it out for the date of the audit");
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  auto data = std::make_shared<OwnedData>();
  MapReader reader(parser.document, value, "owned_by", parser.diagnostics);
  if (const YamlNode* owners = reader.require("owners")) parse_owners(parser, *owners, data->owners);
  parse_entity(parser, reader, *data);
  parse_as_of(parser, reader, *data);
  if (const int rule = reader.word("rule", true, {rule_names.begin(), rule_names.end()}); rule >= 0)
    data->question.rule = static_cast<OwnershipRule>(rule);
  const double percent = reader.number("threshold", false, 0.0001, 100, 50);
  data->question.threshold = static_cast<Parts>(std::lround(percent * parts_of_percent));
  reader.finish();
  data->owners.today = !data->as_of;
  for (Owners& part : data->owners.parts) part.today = data->owners.today;
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

// ---- evaluation

const Ownership& ownership(const Condition& c, const Evaluator& e) {
  return e.kept<Ownership>(c, [&] {
    const OwnedData& data = data_of(c);
    return std::make_shared<const Ownership>(e.holdings(), e.closure(), owners_of_concern(data.owners, e),
                                             data.question);
  });
}

/// Whose owners are asked for; no_vertex where the row does not say.
VertexId party_of(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  const SupplyGraph& graph = e.graph();
  const std::optional<Field> field = data_of(c).party;
  if (field == Field::shipment_supplier) return graph.shipments.seller[subject];
  if (field == Field::shipment_buyer) return graph.shipments.buyer[subject];
  if (field == Field::workers_employer) return graph.worker_groups.employer[subject];
  return kind == SubjectKind::facility ? graph.vertices.party[subject] : subject;
}

Period period_of(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  const std::optional<Field> field = data_of(c).as_of;
  if (!field) return {e.graph().as_of, e.graph().as_of};
  const Date date = value_of(e.graph(), kind, subject, *field).date;
  return {date.first, date.last()};
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  const VertexId party = party_of(c, e, kind, subject);
  if (party == no_vertex) return Truth::unknown;
  return ownership(c, e).at(party, period_of(c, e, kind, subject));
}

// ---- explanation

void explain_unknown(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, VertexId party,
                     Grounds& out) {
  const Period period = period_of(c, e, kind, subject);
  if (const std::optional<Field> field = data_of(c).as_of) {
    const FieldValue date = value_of(e.graph(), kind, subject, *field);
    if (date.known != Known::yes)
      add_cell_cause(e.graph(), cell_of(e.graph(), kind, subject, *field), date.known, out);
  }
  add_ownership_causes(ownership(c, e), data_of(c).owners, e, party, period, out);
}

/// The row does not say whose owners are meant.
void explain_nobody(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const Field field = data_of(c).party.value_or(Field::site_operator);
  if (kind == SubjectKind::facility && graph.vertices.standing[subject] != Standing::listed) {
    Cause cause{Cause::Why::frontier, graph.vertices.name[subject], subject, field};
    cause.about = Cause::About::description;
    out.causes.push_back(cause);
    return;
  }
  if (kind == SubjectKind::worker_group) {
    const CellRef row = graph.worker_groups.row[subject];
    add_cell_cause(graph, {row.table, field, row.record}, Known::blank, out);
    return;
  }
  add_cell_cause(graph, cell_of(graph, kind, subject, field), Known::blank, out);
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  const VertexId party = party_of(c, e, kind, subject);
  if (party == no_vertex) {
    explain_nobody(c, e, kind, subject, out);
    if (!out.causes_only) out.because.emplace_back("nobody says whose owners are meant");
    return;
  }
  const Ownership& ownership_ = ownership(c, e);
  const Period period = period_of(c, e, kind, subject);
  if (truth == Truth::yes)
    prove_ownership(ownership_, data_of(c).question.rule, data_of(c).owners, e, party, period, out);
  if (truth == Truth::unknown) explain_unknown(c, e, kind, subject, party, out);
  OwnershipGrounds grounds;
  if (truth == Truth::no) grounds = ownership_.rests_on(party, period, 20);
  out.rests_on.insert(out.rests_on.end(), grounds.declarations.begin(), grounds.declarations.end());
  if (out.causes_only) return;
  const Owned owned = ownership_.owned(party, period);
  out.words.emplace_back("owned.low", percent(owned.low));
  out.words.emplace_back("owned.high", percent(owned.high));
  out.because.push_back(fmt::format("{}: {} held by {} ({})", entity_of(e.graph(), party).name,
                                    range_of(owned.low, owned.high), to_string(data_of(c).owners),
                                    rule_names[static_cast<std::size_t>(data_of(c).question.rule)]));
  if (truth != Truth::no) return;
  for (const VertexId person : grounds.persons)
    out.because.push_back(
        fmt::format("{} is known as an owner only, and is taken for a person", entity_of(e.graph(), person).name));
  std::size_t shown = 0;
  for (const Stake& stake : ownership_.holdings().of(party)) {
    if (stake.owner == no_vertex || ++shown > 8) continue;
    out.steps.push_back(step_of_stake(ownership_.holdings(), stake, period));
  }
}

}  // namespace

const ConditionKind owned_by_condition = {"owned_by", "owners of concern hold enough of a party", parse, nullptr, at,
                                          explain};

}  // namespace assay
