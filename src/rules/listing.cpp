#include "rules/listing.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/conditions/owners.h"
#include "rules/listed.h"

namespace assay {
namespace {

constexpr std::string_view dprk = "DPRK";

bool begins_with_programme(std::string_view programme, std::string_view word) {
  if (!programme.starts_with(word)) return false;
  const std::string_view rest = programme.substr(word.size());
  return rest.empty() || rest[0] == '-' || (rest[0] >= '0' && rest[0] <= '9');
}

bool has_programme(const Reference& reference, const WatchList& list, const ListEntry& entry,
                   const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == dprk && concerns_dprk(reference, list, entry)) return true;
    for (const ListFact& fact : list.facts_of(entry, FactKind::programme))
      if (begins_with_programme(fact.text, word)) return true;
  }
  return false;
}

bool is_meant(const Against& against, const WatchList& list) {
  const auto has = [&](std::string_view name) {
    return std::find(against.lists.begin(), against.lists.end(), name) != against.lists.end();
  };
  return against.lists.empty() || has(list.name) || is_every_list(list);
}

bool is_meant(const Against& against, const Reference& reference, const Screening& screening, const Hit& hit) {
  const WatchList& list = screening.lists[hit.list];
  const ListEntry& entry = screening.entry_of(hit);
  if (!is_meant(against, list)) return false;
  if (!against.programs.empty() && !has_programme(reference, list, entry, against.programs)) return false;
  return !has_programme(reference, list, entry, against.not_programs);
}

/// Lists that are meant and of which "not on it" may not be concluded.
std::vector<std::uint32_t> unreliable(const Against& against, const Screening& screening) {
  std::vector<std::uint32_t> lists;
  for (std::uint32_t i = 0; i < screening.lists.size(); ++i)
    if (is_meant(against, screening.lists[i]) && !is_built_in(screening.lists[i]) && !screening.reliance[i].no_hit)
      lists.push_back(i);
  return lists;
}

/// Whether a list of somebody else than the pack was read.
bool some_list_read(const Against& against, const Screening* screening) {
  return screening != nullptr &&
         std::any_of(screening->lists.begin(), screening->lists.end(),
                     [&](const WatchList& list) { return is_meant(against, list) && !is_built_in(list); });
}

/// The cell of the row that was compared that says when its party was set up; none where no column does.
CellRef incorporated_cell(const SupplyGraph& graph, const Hit& hit) {
  if (info(hit.cell.field).table != TableKind::suppliers) return {};
  if (!graph.tables->tables[hit.cell.table].has(Field::supplier_incorporated)) return {};
  return {hit.cell.table, Field::supplier_incorporated, hit.cell.record};
}

/// A row's blank identifier would tell whether it is the entry; else the cell that is alike.
Cause cause_of_likeness(const SupplyGraph& graph, const Hit& hit) {
  Cause cause;
  cause.why = Cause::Why::ambiguous;
  cause.about = Cause::About::likeness;
  cause.cell = hit.cell;
  cause.vertex = hit.vertex;
  if (info(hit.cell.field).table == TableKind::suppliers)
    for (const Field field : {Field::supplier_uscc, Field::supplier_registration_no, Field::supplier_lei}) {
      if (!graph.tables->tables[hit.cell.table].has(field)) continue;
      const CellRef cell{hit.cell.table, field, hit.cell.record};
      if (!is_blank_word(trim(graph.tables->text(cell)))) continue;
      cause.why = Cause::Why::blank;
      cause.cell = cell;
      break;
    }
  cause.field = cause.cell.field;
  return cause;
}

/// What leaves open whether a party was set up soon after an entry was listed: the day of the one, else of the other.
void add_founding_cause(const Evaluator& evaluator, const Hit& hit, Grounds& out) {
  const SupplyGraph& graph = evaluator.graph();
  if (evaluator.screening()->entry_of(hit).listed_on.known != Known::yes) {
    out.causes.push_back(cause_of_likeness(graph, hit));
    return;
  }
  CellRef cell = incorporated_cell(graph, hit);
  if (!cell.exists()) cell = {hit.cell.table, Field::supplier_incorporated, hit.cell.record};
  add_cell_cause(graph, cell, Known::blank, out);
}

}  // namespace

bool parse_against(const ConditionParser& parser, const YamlNode& node, Against& against) {
  const std::size_t before = parser.diagnostics.size();
  MapReader reader(parser.document, node, "against", parser.diagnostics);
  against.lists = reader.texts("list", false);
  against.programs = reader.texts("program", false);
  against.not_programs = reader.texts("not_program", false);
  reader.finish();
  return parser.diagnostics.size() == before;
}

Against listed_for_dprk() {
  return {{}, {std::string(dprk)}, {"cbp-detention", "joint-venture", "precedent", "adverse-mention"}};
}

std::string to_string(const Against& against) {
  std::string text = against.lists.empty() ? "any watch list" : fmt::format("{}", fmt::join(against.lists, ", "));
  if (!against.programs.empty()) text += fmt::format(", programme {}", fmt::join(against.programs, ", "));
  return text;
}

/// Whether the party was set up within some days of the listing; unknown where either day is not known.
Truth founded_in_time(const Evaluator& evaluator, const Hit& hit, int days) {
  const Date listed = evaluator.screening()->entry_of(hit).listed_on;
  const CellRef cell = incorporated_cell(evaluator.graph(), hit);
  if (listed.known != Known::yes || !cell.exists()) return Truth::unknown;
  const Date founded = parse_date(evaluator.graph().tables->text(cell));
  if (founded.known != Known::yes) return Truth::unknown;
  if (founded.last() < listed.first || founded.first > listed.last() + days) return Truth::no;
  return founded.first >= listed.last() && founded.last() <= listed.first + days ? Truth::yes : Truth::unknown;
}

Truth truth_of(const Listing& listing, const Evaluator& evaluator, const Hit& hit) {
  const bool way = hit.by == HitBy::identifier ? listing.by_identifier
                   : hit.by == HitBy::name     ? listing.by_name
                                               : listing.by_contact;
  if (!way || hit.cleared != Clearing::none) return Truth::no;
  if (!is_meant(listing.against, *evaluator.graph().reference, *evaluator.screening(), hit)) return Truth::no;
  if (hit.by == HitBy::contact) {
    const FactKind kind = evaluator.screening()->lists[hit.list].facts[hit.where].kind;
    const bool wanted = listing.contacts.empty() ||
                        std::find(listing.contacts.begin(), listing.contacts.end(), kind) != listing.contacts.end();
    if (!wanted) return Truth::no;
    return listing.founded_within ? founded_in_time(evaluator, hit, *listing.founded_within) : Truth::yes;
  }
  if (hit.by == HitBy::identifier) return hit.truth();
  if (listing.corroborated && !hit.corroborated) return Truth::no;
  if (hit.score >= listing.flag_at.value_or(flag_threshold)) return Truth::yes;
  return hit.score >= listing.ask_at.value_or(ask_threshold) ? Truth::unknown : Truth::no;
}

std::vector<const Hit*> hits_that_count(const Listing& listing, const Evaluator& evaluator, VertexId vertex) {
  std::vector<const Hit*> hits;
  if (evaluator.screening() == nullptr) return hits;
  for (const Truth wanted : {Truth::yes, Truth::unknown}) {
    for (const Hit& hit : evaluator.screening()->hits_of(vertex))
      if (truth_of(listing, evaluator, hit) == wanted) hits.push_back(&hit);
    if (!hits.empty()) return hits;
  }
  return hits;
}

Truth listed(const Listing& listing, const Evaluator& evaluator, VertexId vertex) {
  const SupplyGraph& graph = evaluator.graph();
  if (const std::span<const VertexId> parties = graph.candidates_of(vertex); !parties.empty()) {
    const auto is = [&](Truth truth) {
      return std::all_of(parties.begin(), parties.end(),
                         [&](VertexId party) { return listed(listing, evaluator, party) == truth; });
    };
    return is(Truth::yes) ? Truth::yes : is(Truth::no) ? Truth::no : Truth::unknown;
  }
  const Screening* screening = evaluator.screening();
  const std::vector<const Hit*> hits = hits_that_count(listing, evaluator, vertex);
  if (!hits.empty()) return truth_of(listing, evaluator, *hits.front());
  const bool known = some_list_read(listing.against, screening) && unreliable(listing.against, *screening).empty();
  return known ? Truth::no : Truth::unknown;
}

Answer listed_parties(const Listing& listing, const Evaluator& evaluator) {
  const std::size_t vertices = evaluator.graph().vertices.size();
  Answer answer(vertices);
  for (VertexId vertex = 0; vertex < vertices; ++vertex) answer.put(vertex, listed(listing, evaluator, vertex));
  return answer;
}

void add_listing_causes(const Listing& listing, const Evaluator& evaluator, VertexId vertex, Grounds& out) {
  const SupplyGraph& graph = evaluator.graph();
  for (const VertexId party : graph.candidates_of(vertex)) add_listing_causes(listing, evaluator, party, out);
  if (!graph.candidates_of(vertex).empty()) return;
  const Screening* screening = evaluator.screening();
  for (const Hit* hit : hits_that_count(listing, evaluator, vertex))
    if (truth_of(listing, evaluator, *hit) == Truth::unknown) {
      if (hit->by == HitBy::contact) {
        add_founding_cause(evaluator, *hit, out);
        return;
      }
      out.causes.push_back(cause_of_likeness(graph, *hit));
      return;  // whoever settles who this is settles all that it is like
    }
  Cause cause{Cause::Why::not_asked, {}, no_vertex, Field::supplier_name};
  cause.about = Cause::About::list;
  if (!some_list_read(listing.against, screening)) {
    out.causes.push_back(cause);
    return;
  }
  for (const std::uint32_t list : unreliable(listing.against, *screening)) {
    cause.vertex = list;
    out.causes.push_back(cause);
  }
}

void explain_unlisted(const Listing& listing, const Evaluator& evaluator, VertexId vertex, Grounds& out) {
  const Screening& screening = *evaluator.screening();
  const SupplyGraph& graph = evaluator.graph();
  const std::string whom = entity_of(graph, vertex).name;
  std::string lists;
  for (const WatchList& list : screening.lists)
    if (is_meant(listing.against, list))
      lists += fmt::format("{}{} of {} ({} entries)", lists.empty() ? "" : ", ", list.name, to_string(list.date),
                           list.entries.size());
  out.because.push_back(fmt::format("{} is on none of {}", whom, lists));
  std::size_t shown = 0;
  for (const Hit& hit : screening.hits_of(vertex)) {
    if (hit.cleared == Clearing::none || ++shown > 8) continue;
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = entity_of(graph, vertex);
    step.cell = hit.deciding;
    step.grade = Grade::c;
    step.says = hit.cleared == Clearing::republic_of_korea
                    ? fmt::format("{} is stated to be in KR, and \"{}\" on {} is of the DPRK", whom,
                                  name_of_entry(screening, hit), screening.lists[hit.list].name)
                    : fmt::format("{} has another identifier than \"{}\" on {}", whom, name_of_entry(screening, hit),
                                  screening.lists[hit.list].name);
    out.because.push_back(step.says);
    if (step.cell.exists()) out.steps.push_back(std::move(step));
  }
}

}  // namespace assay
