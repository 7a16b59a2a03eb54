#include "rules/conditions/owners.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/holdings.h"
#include "names/fold.h"
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

Answer by_country(const Owners& owners, const SupplyGraph& graph) {
  Answer answer(graph.vertices.size());
  for (VertexId v = 0; v < graph.vertices.size(); ++v) {
    const Country country = graph.vertices.country[v];
    answer.put(v, country == owners.country        ? Truth::yes
                  : country.may_be(owners.country) ? Truth::unknown
                                                   : Truth::no);
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

Listing listing_of(const Owners& owners) {
  Listing listing;
  listing.against.lists = {owners.list};
  listing.against.programs = owners.programs;
  return listing;
}

}  // namespace

bool parse_owners(const ConditionParser& parser, const YamlNode& node, Owners& owners) {
  const std::size_t before = parser.diagnostics.size();
  MapReader reader(parser.document, node, "owners", parser.diagnostics);
  const YamlNode* country = reader.optional("country");
  owners.list = reader.text("list", false);
  if (const YamlNode* program = reader.optional("program")) {
    owners.programs = reader.texts("program", false);
    if (owners.list.empty()) parser.complain(*program, "`program` belongs to a list", "list: ofac-sdn");
  }
  owners.names = reader.texts("named", false);
  if (const YamlNode* relation = reader.optional("relation"))
    parser.complain(*relation, "not built yet: owners by another relation");
  reader.finish();
  const int ways = (country != nullptr ? 1 : 0) + (owners.list.empty() ? 0 : 1) + (owners.names.empty() ? 0 : 1);
  if (ways != 1 && parser.diagnostics.size() == before)
    parser.complain(node, "`owners` says in one way who is meant",
                    "country: KP, or list: ofac-sdn, or named: [A, B]");
  owners.by = country != nullptr ? Owners::By::country : owners.list.empty() ? Owners::By::name : Owners::By::list;
  if (country != nullptr) parse_country(parser, *country, owners);
  return parser.diagnostics.size() == before;
}

std::string to_string(const Owners& owners) {
  switch (owners.by) {
    case Owners::By::country:
      return "owners in " + owners.country.code();
    case Owners::By::list:
      return "owners on " + owners.list;
    default:
      return fmt::format("owners named {}", fmt::join(owners.names, ", "));
  }
}

Answer owners_of_concern(const Owners& owners, const Evaluator& evaluator) {
  switch (owners.by) {
    case Owners::By::country:
      return by_country(owners, evaluator.graph());
    case Owners::By::list:
      return listed_parties(listing_of(owners), evaluator);
    default:
      return by_name(owners, evaluator.graph());
  }
}

void prove_concern(const Owners& owners, const Evaluator& evaluator, VertexId vertex, Grounds& out) {
  const SupplyGraph& graph = evaluator.graph();
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
    case Owners::By::list:
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
  Cause cause{Cause::Why::frontier, graph.vertices.name[vertex], vertex, Field::supplier_country};
  cause.about = Cause::About::description;
  if (owners.by == Owners::By::list) {
    add_listing_causes(listing_of(owners), evaluator, vertex, out);
    return;
  }
  if (owners.by == Owners::By::name) {
    add_cell_cause(graph,
                   {graph.vertices.name[vertex].table, Field::supplier_name, graph.vertices.name[vertex].record},
                   Known::blank, out);
    return;
  } else if (const CellRef cell = graph.vertices.country_cell[vertex]; cell.exists()) {
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
