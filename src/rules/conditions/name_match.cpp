#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/condition.h"
#include "rules/conditions/owners.h"
#include "rules/field_value.h"
#include "rules/listing.h"
#include "rules/unknowns.h"

// name_match: {of: subject | [fields and relations], by: [identifier, name, contact], against: {list, program,
// not_program}, corroborated: true, flag_at: 0.92,
// ask_at: 0.80}. Is a party on a watch list? `of` says which: the subject itself, a party
// that its row names (shipment.supplier), or those to whom it stands in a relation (owned_by, successor_of …).

namespace assay {
namespace {

struct MatchData {
  Listing listing;
  bool itself = false;
  std::vector<Field> fields;        ///< cells of the subject's row that name a party
  std::vector<Relation> relations;  ///< one step, from the subject to others
};

const MatchData& data_of(const Condition& c) {
  return *static_cast<const MatchData*>(c.data.get());
}

constexpr std::array party_fields = {Field::shipment_supplier, Field::shipment_buyer, Field::workers_employer,
                                     Field::workers_labour_provider, Field::site_operator};

bool has_vertex(SubjectKind kind) {
  return kind == SubjectKind::company || kind == SubjectKind::facility || kind == SubjectKind::vessel;
}

// ---- parsing

SubjectKind subject_of(Field field) {
  switch (info(field).table) {
    case TableKind::workers:
      return SubjectKind::worker_group;
    case TableKind::sites:
      return SubjectKind::facility;
    default:
      return SubjectKind::shipment;
  }
}

bool parse_one(const ConditionParser& parser, const std::string& word, MatchData& data) {
  if (word == "subject" && has_vertex(parser.subject)) {
    data.itself = true;
    return true;
  }
  for (const Field field : party_fields)
    if (info(field).name == word && subject_of(field) == parser.subject) {
      data.fields.push_back(field);
      return true;
    }
  if (const std::optional<Relation> relation = relation_from(word); relation && has_vertex(parser.subject)) {
    data.relations.push_back(*relation);
    return true;
  }
  return false;
}

void parse_of(const ConditionParser& parser, const YamlNode& value, MapReader& reader, MatchData& data) {
  std::vector<std::string> words = reader.texts("of", false);
  const YamlNode* node = reader.optional("of");
  if (words.empty() && has_vertex(parser.subject)) words.emplace_back("subject");
  std::vector<std::string_view> names;
  if (has_vertex(parser.subject)) names = {"subject", "owned_by", "controlled_by", "successor_of", "shares_contact"};
  for (const Field field : party_fields)
    if (subject_of(field) == parser.subject) names.push_back(info(field).name);
  if (words.empty())
    parser.complain(node != nullptr ? *node : value,
                    fmt::format("a rule about a {} says which party it asks for", to_string(parser.subject)),
                    names.empty() ? "" : fmt::format("of: {}", fmt::join(names, " or ")));
  for (const std::string& word : words)
    if (!parse_one(parser, word, data))
      parser.complain(node != nullptr ? *node : value,
                      fmt::format("`{}` is no party of a {}", shorten(word, 40), to_string(parser.subject)),
                      fmt::format("of: {}", fmt::join(names, " or ")));
}

void parse_ways(const ConditionParser& parser, MapReader& reader, Listing& listing) {
  const std::vector<std::string> ways = reader.texts("by", false);
  if (ways.empty()) return;
  const auto has = [&](std::string_view word) { return std::find(ways.begin(), ways.end(), word) != ways.end(); };
  listing.by_identifier = has("identifier");
  listing.by_name = has("name");
  listing.by_contact = has("contact");
  for (const std::string& way : ways)
    if (way != "identifier" && way != "name" && way != "contact")
      parser.complain(*reader.optional("by"), fmt::format("`{}` is no way to be on a list", shorten(way, 40)),
                      "by: [identifier, name, contact]");
}

void parse_thresholds(const ConditionParser& parser, MapReader& reader, Listing& listing) {
  const YamlNode* flag = reader.optional("flag_at");
  const YamlNode* ask = reader.optional("ask_at");
  if (flag != nullptr)
    listing.flag_at = static_cast<float>(reader.number("flag_at", false, double{ask_threshold}, 1, 1));
  if (ask != nullptr)
    listing.ask_at = static_cast<float>(reader.number("ask_at", false, double{ask_threshold}, 1, 1));
  if (flag != nullptr && ask != nullptr && listing.ask_at > listing.flag_at)
    parser.complain(*ask, "ask_at lies above flag_at", "what is asked is less alike than what is flagged");
}

/// `same_if: {uscc: exact}` and `different_if: {uscc: differs}` may say what holds in any case: identifiers decide
/// before names do.
void parse_identifiers(const ConditionParser& parser, MapReader& reader) {
  for (const auto& [key, only] : {std::pair<std::string_view, std::string_view>{"same_if", "exact"},
                                  std::pair<std::string_view, std::string_view>{"different_if", "differs"}}) {
    const YamlNode* node = reader.optional(key);
    if (node == nullptr) continue;
    MapReader map(parser.document, *node, key, parser.diagnostics);
    for (const std::string_view identifier : {"uscc", "lei", "registration_no", "imo"})
      map.word(identifier, false, {only});
    map.finish();
  }
}

/// `fields: [supplier.name]`: for readers of the rule; every name and alias of a row is compared.
void parse_fields(const ConditionParser& parser, MapReader& reader) {
  for (const std::string& name : reader.texts("fields", false))
    if (!field_from(name))
      parser.complain(*reader.optional("fields"), fmt::format("`{}` is no field", shorten(name, 40)),
                      "supplier.name, supplier.alias");
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  auto data = std::make_shared<MatchData>();
  MapReader reader(parser.document, value, "name_match", parser.diagnostics);
  parse_of(parser, value, reader, *data);
  parse_ways(parser, reader, data->listing);
  if (const YamlNode* against = reader.optional("against")) parse_against(parser, *against, data->listing.against);
  parse_thresholds(parser, reader, data->listing);
  for (const std::string& word : reader.texts("contacts", false)) {
    constexpr std::array kinds = {FactKind::address, FactKind::phone, FactKind::email, FactKind::website};
    const auto* kind = std::find_if(kinds.begin(), kinds.end(), [&](FactKind k) { return to_string(k) == word; });
    if (kind != kinds.end())
      data->listing.contacts.push_back(*kind);
    else
      parser.complain(*reader.optional("contacts"), fmt::format("`{}` is no contact", shorten(word, 40)),
                      "contacts: [address, phone, email, website]");
  }
  if (reader.optional("founded_within_days") != nullptr)
    data->listing.founded_within = static_cast<int>(reader.integer("founded_within_days", false, 0, 3660, 0));
  data->listing.corroborated = reader.word("corroborated", false, {"true"}) == 0;
  parse_identifiers(parser, reader);
  parse_fields(parser, reader);
  reader.finish();
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

// ---- evaluation

VertexId party_in(const SupplyGraph& graph, Field field, std::uint32_t subject) {
  switch (field) {
    case Field::shipment_supplier:
      return graph.shipments.seller[subject];
    case Field::shipment_buyer:
      return graph.shipments.buyer[subject];
    case Field::workers_employer:
      return graph.worker_groups.employer[subject];
    case Field::workers_labour_provider:
      return graph.worker_groups.provider[subject];
    default:
      return graph.vertices.party[subject];
  }
}

/// A party that is asked about, and what names it.
struct Asked {
  VertexId party = no_vertex;  ///< no_vertex: the cell should name one and does not
  const Fact* fact = nullptr;  ///< of a relation
  CellRef cell;                ///< of a field of the row
};

/// Facts of the relations that name one end and not the other: the one left out may be anyone. By the end that is
/// known.
using HalfFacts = std::multimap<VertexId, const Fact*>;

const HalfFacts& half_facts(const Condition& c, const Evaluator& e) {
  return e.kept<HalfFacts>(c, [&] {
    auto half = std::make_shared<HalfFacts>();
    for (const Fact& fact : e.graph().facts) {
      const std::vector<Relation>& wanted = data_of(c).relations;
      const bool is_wanted = std::find(wanted.begin(), wanted.end(), fact.relation) != wanted.end();
      if (is_wanted && fact.from != no_vertex && fact.to == no_vertex) half->emplace(fact.from, &fact);
    }
    return half;
  });
}

/// Calls visit(Asked) for each party that is asked about; not for one of which the row says that there is none.
template <class Visit>
void for_each_party(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Visit visit) {
  const MatchData& data = data_of(c);
  const SupplyGraph& graph = e.graph();
  if (data.itself) visit(Asked{subject, nullptr, {}});
  for (const Field field : data.fields) {
    const CellRef cell = cell_of(graph, kind, subject, field);
    const VertexId party = party_in(graph, field, subject);
    const bool none = party == no_vertex && cell.exists() && is_none_word(trim(graph.tables->text(cell)));
    if (!none) visit(Asked{party, nullptr, cell});
  }
  if (data.relations.empty()) return;
  for (const std::uint32_t number : graph.relations.numbers(subject)) {
    const Fact& fact = graph.facts[number];
    if (std::find(data.relations.begin(), data.relations.end(), fact.relation) != data.relations.end())
      visit(Asked{fact.to, &fact, {}});
  }
  const auto [first, last] = half_facts(c, e).equal_range(subject);
  for (auto at = first; at != last; ++at) visit(Asked{no_vertex, at->second, {}});
}

/// What is known of one of them: of a party that nobody names, nothing; of one that a row may mean, at most a maybe.
Truth truth_of(const Condition& c, const Evaluator& e, const Asked& asked) {
  if (asked.party == no_vertex) return Truth::unknown;
  const Truth truth = listed(data_of(c).listing, e, asked.party);
  return asked.fact != nullptr && !asked.fact->sure && truth == Truth::yes ? Truth::unknown : truth;
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (is_rest(e, kind, subject)) return rest_closed_by(e, subject).exists() ? Truth::no : Truth::unknown;
  Truth truth = Truth::no;
  for_each_party(c, e, kind, subject, [&](const Asked& asked) { truth = either(truth, truth_of(c, e, asked)); });
  return truth;
}

// ---- explanation

EvidenceStep step_of(const Evaluator& e, const Fact& fact) {
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::edge;
  step.from = entity_of(e.graph(), fact.from);
  step.to = entity_of(e.graph(), fact.to);
  step.relation = fact.relation;
  step.cell = fact.cell;
  step.grade = Grade::c;
  step.says =
      fmt::format("{} stands in the relation {} to {}", step.from.name, to_string(fact.relation), step.to.name);
  return step;
}

void prove(const Evaluator& e, const Listing& listing, const Asked& asked, Grounds& out) {
  if (asked.fact != nullptr) out.steps.push_back(step_of(e, *asked.fact));
  const std::vector<const Hit*> hits = hits_that_count(listing, e, asked.party);
  if (hits.empty()) return;  // a name that fits several parties, all of which are listed
  prove_hit(e, *hits.front(), out);
  add_match_words(e, *hits.front(), out);
}

void add_causes(const Evaluator& e, const Listing& listing, const Asked& asked, Grounds& out) {
  if (asked.party == no_vertex)
    add_cell_cause(e.graph(), asked.fact != nullptr ? asked.fact->cell : asked.cell, Known::blank, out);
  else if (listed(listing, e, asked.party) == Truth::yes)  // by a row that may mean somebody else
    add_cell_cause(e.graph(), asked.fact->cell, Known::ambiguous, out);
  else
    add_listing_causes(listing, e, asked.party, out);
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  if (is_rest(e, kind, subject)) {
    explain_rest(e, subject, truth, data_of(c).fields.front(), out);
    return;
  }
  const Listing& listing = data_of(c).listing;
  bool proved = false;
  for_each_party(c, e, kind, subject, [&](const Asked& asked) {
    if (truth_of(c, e, asked) != truth) return;
    if (truth == Truth::unknown) add_causes(e, listing, asked, out);
    if (truth == Truth::no && !out.causes_only) explain_unlisted(listing, e, asked.party, out);
    if (truth == Truth::yes && !proved) prove(e, listing, asked, out);
    proved = true;
  });
  if (out.causes_only || truth != Truth::yes) return;
  out.because.push_back(fmt::format("{} is on {}", out.target, to_string(listing.against)));
}

std::string schema() {
  return R"({"type": "object", "additionalProperties": false, "properties": {
    "of": {"$ref": "#/definitions/texts"}, "by": {"$ref": "#/definitions/texts"},
    "against": {"type": "object", "additionalProperties": false, "properties": {
      "list": {"$ref": "#/definitions/texts"}, "program": {"$ref": "#/definitions/texts"},
      "not_program": {"$ref": "#/definitions/texts"}}},
    "contacts": {"$ref": "#/definitions/texts"},
    "founded_within_days": {"type": "integer", "minimum": 0, "maximum": 3660}, "corroborated": {"const": true}, "fields": {"$ref": "#/definitions/texts"}, "same_if": {"type": "object"}, "different_if": {"type": "object"},
    "flag_at": {"type": "number", "minimum": 0, "maximum": 1},
    "ask_at": {"type": "number", "minimum": 0, "maximum": 1}}})";
}

}  // namespace

const ConditionKind name_match_condition = {
    "name_match", "a party is on a watch list, by identifier, name or contact", parse, nullptr, at, explain, schema};

}  // namespace assay
