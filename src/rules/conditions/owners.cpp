#include "rules/conditions/owners.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/holdings.h"
#include "names/fold.h"
#include "rules/conditions/state_body.h"
#include "rules/listing.h"

namespace assay {
namespace {

bool parse_country(const ConditionParser& parser, const YamlNode& node, Owners& owners) {
  const std::string& code = node.text;
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() != 2 || !is_letter(code[0]) || !is_letter(code[1])) {
    parser.complain(node, fmt::format("\"{}\" is no ISO 3166-1 code", shorten(code, 40)), "two capital letters: KP");
    return false;
  }
  owners.country = Country(code[0], code[1]);
  return true;
}

/// Every way in which rows write the name of a vertex, where that is known.
bool is_named(const SupplyGraph& graph, VertexId vertex, const std::vector<std::string>& wanted) {
  const auto fits = [&](CellRef cell) {
    if (!cell.exists()) return false;
    const std::string text = graph.tables->text(cell);
    return std::find(wanted.begin(), wanted.end(), fold_name(text)) != wanted.end();
  };
  return fits(graph.vertices.name[vertex]) || fits(graph.vertices.identifier[vertex]);
}

bool has_name(const SupplyGraph& graph, VertexId vertex) {
  return graph.vertices.name[vertex].field != Field::supplier_id;
}

/// Parties of which a declaration of grade B or better vouches, on the day of the audit, that their owners are
/// complete.
Bits vouched_for(const SupplyGraph& graph) {
  const Declarations& d = graph.declarations;
  Bits vouched(graph.vertices.size());
  for (std::size_t i = 0; i < d.size(); ++i)
    if (d.usable[i] && d.statement[i] == Statement::owners_complete && at_least(d.grade[i], Grade::b) &&
        d.from[i].last() <= graph.as_of && d.to[i].first >= graph.as_of)
      vouched.set(d.party[i]);
  return vouched;
}

/// An owner taken for a person, of whom no row says the country, when all that he holds is vouched for: who declares
/// that the owners of a party are complete has seen who they are.
bool is_vouched_for(const Evaluator& e, const Bits& vouched, VertexId owner) {
  const Holdings& holdings = e.holdings();
  if (e.graph().vertices.standing[owner] != Standing::unresolved || !holdings.is_ultimate(owner)) return false;
  const auto held = holdings.held_by(owner);
  return std::all_of(held.begin(), held.end(), [&](std::uint32_t number) {
    const VertexId asset = holdings.stake(number).asset;
    return asset != no_vertex && vouched.test(asset);
  });
}

Answer by_country(const Owners& owners, const Evaluator& e) {
  const SupplyGraph& graph = e.graph();
  const Bits vouched = owners.today ? vouched_for(graph) : Bits(graph.vertices.size());
  Answer answer(graph.vertices.size());
  for (VertexId v = 0; v < graph.vertices.size(); ++v) {
    const Country country = graph.vertices.country[v];
    const bool open = country.may_be(owners.country) && !(owners.today && is_vouched_for(e, vouched, v));
    answer.put(v, country == owners.country ? Truth::yes : open ? Truth::unknown : Truth::no);
  }
  return answer;
}

/// A row that states another country overrules what a name seems to say.
Answer by_body(const Owners& owners, const SupplyGraph& graph) {
  Answer answer(graph.vertices.size());
  for (VertexId v = 0; v < graph.vertices.size(); ++v) {
    if (graph.vertices.kind[v] != VertexKind::company || !graph.vertices.country[v].may_be(owners.country)) continue;
    const CellRef name = graph.vertices.name[v];
    if (name.exists() && names_state_body(graph.tables->text(name), owners.country, *graph.reference))
      answer.put(v, Truth::yes);
  }
  return answer;
}

Listing listing_of(const Owners& owners) {
  Listing listing;
  if (owners.by == Owners::By::list) {
    listing.against.lists = {owners.list};
    listing.against.programs = owners.programs;
  } else {
    listing.against = listed_for_dprk();
  }
  return listing;
}

/// Whoever is on some list that was read. Without one nobody is here: that nobody was screened is another question.
Answer by_any_list(const Owners& owners, const Evaluator& e) {
  const Listing listing = listing_of(owners);
  Answer answer(e.graph().vertices.size());
  for (VertexId v = 0; v < e.graph().vertices.size(); ++v)
    if (const auto hits = hits_that_count(listing, e, v); !hits.empty())
      answer.put(v, truth_of(listing, e, *hits.front()));
  return answer;
}

/// Worked out once for each part, and not for each owner that is shown.
const Answer& kept_answer(const Owners& part, const Evaluator& e) {
  return e.kept<Answer>(part, [&] { return std::make_shared<const Answer>(owners_of_concern(part, e)); });
}

Answer by_several(const Owners& owners, const Evaluator& e) {
  Answer answer(e.graph().vertices.size());
  for (const Owners& part : owners.parts) {
    const Answer& one = kept_answer(part, e);
    answer.sure |= one.sure;
    answer.possible |= one.possible;
  }
  return answer;
}

Answer by_name(const Owners& owners, const SupplyGraph& graph) {
  std::vector<std::string> wanted;
  for (const std::string& name : owners.names) wanted.push_back(fold_name(name));
  Answer answer(graph.vertices.size());
  for (VertexId v = 0; v < graph.vertices.size(); ++v)
    answer.put(v, is_named(graph, v, wanted) ? Truth::yes : has_name(graph, v) ? Truth::no : Truth::unknown);
  for (const Share& share : graph.shares) {  // a party may have other names than the one that it is shown by
    const VertexId owner = graph.facts[share.fact].to;
    if (owner == no_vertex || graph.vertices.standing[owner] != Standing::listed) continue;
    const std::string text = graph.tables->text(owner_cell(graph, share));
    if (std::find(wanted.begin(), wanted.end(), fold_name(text)) != wanted.end()) answer.put(owner, Truth::yes);
  }
  return answer;
}

bool parse_parts(const ConditionParser& parser, const YamlNode& list, Owners& owners) {
  owners.by = Owners::By::several;
  if (list.kind != YamlNode::Kind::list || list.items.size() < 2) {
    parser.complain(list, "`any` needs a list of two or more", "any: [{country: KP}, {public_body: KP}]");
    return false;
  }
  bool good = true;
  for (const YamlNode& item : list.items) {
    Owners part;
    good = parse_owners(parser, item, part) && good;
    if (part.by == Owners::By::several) {
      parser.complain(item, "`any` does not stand in `any`");
      good = false;
    }
    owners.parts.push_back(std::move(part));
  }
  return good;
}

}  // namespace

bool parse_owners(const ConditionParser& parser, const YamlNode& node, Owners& owners) {
  const std::size_t before = parser.diagnostics.size();
  if (node.kind == YamlNode::Kind::map && node.keys.size() == 1 && node.keys.front().text == "any")
    return parse_parts(parser, node.items.front(), owners);
  MapReader reader(parser.document, node, "owners", parser.diagnostics);
  const YamlNode* country = reader.optional("country");
  owners.list = reader.text("list", false);
  if (const YamlNode* program = reader.optional("program")) {
    owners.programs = reader.texts("program", false);
    if (owners.list.empty()) parser.complain(*program, "`program` belongs to a list", "list: ofac-sdn");
  }
  owners.names = reader.texts("named", false);
  const YamlNode* body = reader.optional("public_body");
  const YamlNode* listed = reader.optional("listed");
  if (listed != nullptr && listed->text != "true") parser.complain(*listed, "`listed` is true, or is left out");
  if (const YamlNode* relation = reader.optional("relation"))
    parser.complain(*relation, "not built yet: owners by another relation");
  reader.finish();
  const int ways = (country != nullptr ? 1 : 0) + (owners.list.empty() ? 0 : 1) + (owners.names.empty() ? 0 : 1) +
                   (body != nullptr ? 1 : 0) + (listed != nullptr ? 1 : 0);
  if (ways != 1 && parser.diagnostics.size() == before)
    parser.complain(node, "`owners` says in one way who is meant",
                    "country: KP, or public_body: KP, or list: ofac-sdn, or listed: true, or named: [A, B]");
  owners.by = country != nullptr ? Owners::By::country : owners.list.empty() ? Owners::By::name : Owners::By::list;
  if (body != nullptr) owners.by = Owners::By::body;
  if (listed != nullptr) owners.by = Owners::By::listed;
  if (country != nullptr) parse_country(parser, *country, owners);
  if (body != nullptr) parse_country(parser, *body, owners);
  return parser.diagnostics.size() == before;
}

std::string to_string(const Owners& owners) {
  switch (owners.by) {
    case Owners::By::country:
      return "owners in " + owners.country.code();
    case Owners::By::list:
      return "owners on " + owners.list;
    case Owners::By::body:
      return "public bodies of " + owners.country.code();
    case Owners::By::listed:
      return "owners on a list";
    case Owners::By::several: {
      std::string all;
      for (const Owners& part : owners.parts) all += (all.empty() ? "" : ", or ") + to_string(part);
      return all;
    }
    default:
      return fmt::format("owners named {}", fmt::join(owners.names, ", "));
  }
}

Answer owners_of_concern(const Owners& owners, const Evaluator& evaluator) {
  switch (owners.by) {
    case Owners::By::country:
      return by_country(owners, evaluator);
    case Owners::By::list:
      return listed_parties(listing_of(owners), evaluator);
    case Owners::By::body:
      return by_body(owners, evaluator.graph());
    case Owners::By::listed:
      return by_any_list(owners, evaluator);
    case Owners::By::several:
      return by_several(owners, evaluator);
    default:
      return by_name(owners, evaluator.graph());
  }
}

void prove_concern(const Owners& owners, const Evaluator& evaluator, VertexId vertex, Grounds& out) {
  const SupplyGraph& graph = evaluator.graph();
  for (const Owners& part : owners.parts)
    if (kept_answer(part, evaluator).sure.test(vertex)) {
      prove_concern(part, evaluator, vertex, out);
      return;
    }
  EvidenceStep step;
  step.from = entity_of(graph, vertex);
  step.cell = graph.vertices.name[vertex];
  step.grade = Grade::c;
  switch (owners.by) {
    case Owners::By::country:
      step.kind = EvidenceStep::Kind::attribute;
      step.to = country_entity(owners.country);
      step.relation = Relation::located_in;
      step.cell = graph.vertices.country_cell[vertex];
      step.says = fmt::format("{} is in {}", step.from.name, step.to.name);
      break;
    case Owners::By::body:
      step.kind = EvidenceStep::Kind::attribute;
      step.to = country_entity(owners.country);
      step.relation = Relation::located_in;
      step.says = fmt::format("by its name {} is a public body of {}", step.from.name, owners.country.code());
      break;
    case Owners::By::list:
    case Owners::By::listed:
      if (const auto hits = hits_that_count(listing_of(owners), evaluator, vertex); !hits.empty())
        prove_hit(evaluator, *hits.front(), out);
      return;
    default:
      return;  // the stake itself names the owner
  }
  out.steps.push_back(std::move(step));
}

void add_concern_cause(const Owners& owners, const Evaluator& evaluator, VertexId vertex, Grounds& out) {
  const SupplyGraph& graph = evaluator.graph();
  for (const Owners& part : owners.parts)
    if (kept_answer(part, evaluator).possible.test(vertex)) {
      add_concern_cause(part, evaluator, vertex, out);
      return;
    }
  Cause cause{Cause::Why::frontier, graph.vertices.name[vertex], vertex, Field::supplier_country};
  cause.about = Cause::About::description;
  if (owners.by == Owners::By::list || owners.by == Owners::By::listed) {
    add_listing_causes(listing_of(owners), evaluator, vertex, out);
    return;
  }
  if (owners.by == Owners::By::name) {
    add_cell_cause(graph,
                   {graph.vertices.name[vertex].table, Field::supplier_name, graph.vertices.name[vertex].record},
                   Known::blank, out);
    return;
  }
  if (const CellRef cell = graph.vertices.country_cell[vertex]; cell.exists()) {
    add_cell_cause(graph, cell, graph.vertices.country[vertex].known(), out);
    return;
  }
  out.causes.push_back(cause);
}

void add_cell_cause(const SupplyGraph& graph, CellRef cell, Known why, Grounds& out) {
  const Field field = cell.field;
  const bool asked = cell.exists() && graph.tables->tables[cell.table].has(field);
  if (!asked && !graph.tables->has(field)) {
    out.causes.push_back({Cause::Why::not_asked, {}, no_vertex, field});
    return;
  }
  Cause::Why reason = Cause::Why::blank;
  if (asked && why == Known::unreadable) reason = Cause::Why::unreadable;
  if (asked && (why == Known::ambiguous || why == Known::yes)) reason = Cause::Why::ambiguous;
  out.causes.push_back({reason, cell, no_vertex, field});
}

}  // namespace assay
