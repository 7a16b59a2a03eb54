#include "graph/lot_traces.h"

#include <algorithm>
#include <queue>
#include <utility>

#include "base/text.h"

namespace assay {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// What is not known: asked for where the column is there, and of nobody where it is not.
void doubt(LotTrace& trace, CellRef cell, Known why) {
  if (trace.truth == Truth::yes || trace.cause.kind != PathCause::Kind::none) return;
  trace.truth = Truth::unknown;
  trace.cause = {PathCause::Kind::cell, cell, why, no_vertex};
}

void doubt(LotTrace& trace, CellRef cell, VertexId vertex, PathCause::About about) {
  if (trace.truth == Truth::yes || trace.cause.kind != PathCause::Kind::none) return;
  trace.truth = Truth::unknown;
  trace.cause = {PathCause::Kind::frontier, cell, Known::blank, vertex, about};
}

void reach(LotTrace& trace, unsigned hops) {
  if (trace.truth == Truth::yes && trace.hops <= hops) return;
  trace.truth = Truth::yes;
  trace.hops = hops;
  trace.through = none;
}

}  // namespace

LotTraces::LotTraces(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure)
    : graph_(graph),
      question_(question),
      closure_(closure),
      aims_at_sites_(question.target_kinds.test(static_cast<std::size_t>(VertexKind::facility)) ||
                     follows(Relation::located_in)),
      sources_(graph.vertices.size()),
      traces_(graph.lots.size()),
      used_in_(graph.lots.size()) {
  const Sites& sites = graph.sites;
  for (std::size_t site = 0; site < sites.facility.size(); ++site)
    if (sites.mine[site] || sites.scrap[site]) sources_.set(sites.facility[site]);
  for (std::uint32_t lot = 0; lot < traces_.size(); ++lot) look_at_row(lot);
  for (std::uint32_t lot = 0; lot < traces_.size(); ++lot)
    for (const std::uint32_t input : traces_[lot].made_from) used_in_[input].push_back(lot);
  carry_yes();
  carry_no();
  carry_unknown();
}

Truth LotTraces::is_target(Country country) const {
  if (country == question_.target_country) return Truth::yes;
  return country.may_be(question_.target_country) ? Truth::unknown : Truth::no;
}

/// Its own row: whether it reaches the target, and if not, the first thing that is not known of it.
void LotTraces::look_at_row(std::uint32_t lot) {
  LotTrace& trace = traces_[lot];
  trace.truth = Truth::no;
  origin(lot, trace);
  if (follows(Relation::sourced_from) && is_root(lot)) site(lot, graph_.lots.mine[lot], Field::lot_mine, trace);
  if (follows(Relation::processed_at)) {
    const VertexId facility = graph_.lots.facility[lot];
    const CellRef cell = graph_.lots.cell(lot, Field::lot_facility);
    if (facility != no_vertex)
      site(lot, facility, Field::lot_facility, trace);
    else if (const Known known = graph_.tables->known(cell); known != Known::yes)
      doubt(trace, cell, known);
  }
  if (is_root(lot)) source(lot, trace);
  inputs(lot, trace);
  papers(lot, trace);
}

void LotTraces::origin(std::uint32_t lot, LotTrace& trace) const {
  if (!follows(Relation::declares_origin)) return;
  const Country country = graph_.lots.origin[lot];
  const Truth truth = is_target(country);
  if (truth == Truth::yes) reach(trace, 1);
  if (truth == Truth::unknown) doubt(trace, graph_.lots.cell(lot, Field::lot_origin_country), country.known());
}

/// A mine, or where the lot was processed.
void LotTraces::site(std::uint32_t lot, VertexId facility, Field field, LotTrace& trace) const {
  if (!aims_at_sites_) return;
  const Vertices& v = graph_.vertices;
  switch (v.standing[facility]) {
    case Standing::ambiguous:
      doubt(trace, graph_.lots.cell(lot, field), Known::ambiguous);
      return;
    case Standing::unresolved:
      doubt(trace, v.name[facility], facility, PathCause::About::country);
      return;
    default:
      break;
  }
  const Truth truth = is_target(v.country[facility]);
  if (truth == Truth::yes) reach(trace, 2);
  if (truth != Truth::unknown) return;
  CellRef cell = v.country_cell[facility];
  const bool of_smelter = info(v.name[facility].field).table == TableKind::smelters;
  if (!cell.exists())
    cell = {v.name[facility].table, of_smelter ? Field::smelter_country : Field::site_country,
            v.name[facility].record};
  doubt(trace, cell, v.country[facility].known());
}

/// Goods that come straight from a mine: it must be one, and lie where the lot says that it comes from.
void LotTraces::source(std::uint32_t lot, LotTrace& trace) const {
  const VertexId mine = graph_.lots.mine[lot];
  if (!sources_.test(mine)) {
    const CellRef name = graph_.vertices.name[mine];
    const CellRef type{name.table, Field::site_type, name.record};
    const bool has_row = info(name.field).table == TableKind::sites;
    const Known known = graph_.tables->known(type);
    if (has_row)
      doubt(trace, type, known == Known::yes ? Known::ambiguous : known);
    else
      doubt(trace, graph_.lots.cell(lot, Field::lot_mine), Known::ambiguous);
  }
  if (graph_.lots.origin[lot] != graph_.vertices.country[mine])
    doubt(trace, graph_.lots.cell(lot, Field::lot_origin_country), Known::ambiguous);
}

void LotTraces::inputs(std::uint32_t lot, LotTrace& trace) const {
  if (!follows(Relation::made_from)) return;
  const CellRef cell = graph_.lots.cell(lot, Field::lot_made_from);
  LotsNamed named = lots_named(graph_, cell);
  trace.made_from = std::move(named.lots);
  if (named.unlisted != no_vertex)
    doubt(trace, graph_.vertices.name[named.unlisted], named.unlisted, PathCause::About::inputs);
  if (is_root(lot) || !trace.made_from.empty() || named.unlisted != no_vertex) return;
  // Neither a mine nor other lots: whichever column is there is asked for.
  const CellRef mine = graph_.lots.cell(lot, Field::lot_mine);
  const Known known = graph_.tables->known(mine);
  if (known == Known::yes || known == Known::not_asked)
    doubt(trace, cell, named.known == Known::yes ? Known::ambiguous : named.known);
  else
    doubt(trace, mine, known);
}

bool LotTraces::needs_better(std::uint32_t lot) const {
  const Lots& lots = graph_.lots;
  for (const VertexId site : {lots.mine[lot], lots.facility[lot]}) {
    if (site == no_vertex) continue;
    if (closure_.needs_better(site) || closure_.needs_better(graph_.vertices.party[site])) return true;
  }
  return closure_.needs_better(lots.supplier[lot]);
}

/// Whether a paper shows what the row says. Those of one's own trade show no mine.
bool LotTraces::shows(std::uint32_t lot, std::uint32_t document, Grade wanted) const {
  const Documents& d = graph_.documents;
  const Country origin = d.origin[document];
  if (!d.grade[document] || !at_least(*d.grade[document], wanted) || d.issued[document].known != Known::yes)
    return false;
  if (!d.type_said[document] || !origin.is_known() || is_target(origin) != Truth::no) return false;
  if (!is_root(lot)) return true;
  const Paper paper = d.paper[document];
  return paper != Paper::contract && paper != Paper::carriage && paper != Paper::notification &&
         origin == graph_.lots.origin[lot];
}

void LotTraces::papers(std::uint32_t lot, LotTrace& trace) const {
  const Grade wanted = needs_better(lot) ? Grade::b : Grade::c;
  for (const PaperOf& paper : documents_of_lot(graph_, lot)) {
    if (!paper.sure || !shows(lot, paper.document, wanted)) continue;
    const Grade grade = *graph_.documents.grade[paper.document];
    if (trace.paper != none && grade >= trace.weakest) continue;
    trace.paper = paper.document;
    trace.weakest = grade;
  }
  if (trace.paper != none) return;
  const CellRef cell = graph_.lots.cell(lot, Field::lot_document);
  const Known known = graph_.tables->known(cell);
  doubt(trace, cell, known == Known::yes ? Known::ambiguous : known);
}

/// Shortest ways first; of equal ones the first lot.
void LotTraces::carry_yes() {
  using Way = std::pair<unsigned, std::uint32_t>;
  std::priority_queue<Way, std::vector<Way>, std::greater<>> queue;
  for (std::uint32_t lot = 0; lot < traces_.size(); ++lot)
    if (traces_[lot].truth == Truth::yes) queue.emplace(traces_[lot].hops, lot);
  while (!queue.empty()) {
    const auto [hops, lot] = queue.top();
    queue.pop();
    if (traces_[lot].hops != hops) continue;
    for (const std::uint32_t user : used_in_[lot]) {
      LotTrace& trace = traces_[user];
      if (trace.truth == Truth::yes && trace.hops <= hops + 1) continue;
      reach(trace, hops + 1);
      trace.through = lot;
      queue.emplace(hops + 1, user);
    }
  }
}

/// A lot is closed when its own row is, and all that it was made from. Rings never are.
void LotTraces::carry_no() {
  std::vector<std::size_t> waits(traces_.size());
  std::vector<std::uint32_t> closed;
  for (std::uint32_t lot = 0; lot < traces_.size(); ++lot) {
    waits[lot] = traces_[lot].made_from.size();
    if (waits[lot] == 0 && traces_[lot].truth == Truth::no) closed.push_back(lot);
  }
  Bits is_closed(traces_.size());
  for (std::size_t i = 0; i < closed.size(); ++i) {
    is_closed.set(closed[i]);
    for (const std::uint32_t user : used_in_[closed[i]]) {
      traces_[user].weakest = std::max(traces_[user].weakest, traces_[closed[i]].weakest);
      if (--waits[user] == 0 && traces_[user].truth == Truth::no) closed.push_back(user);
    }
  }
  for (std::uint32_t lot = 0; lot < traces_.size(); ++lot)
    if (traces_[lot].truth == Truth::no && !is_closed.test(lot)) traces_[lot].truth = Truth::unknown;
}

/// Why those are unknown whose own rows say all that they must: the nearest lot upstream that does not.
void LotTraces::carry_unknown() {
  std::vector<std::uint32_t> queue;
  for (std::uint32_t lot = 0; lot < traces_.size(); ++lot)
    if (traces_[lot].truth == Truth::unknown && traces_[lot].cause.kind != PathCause::Kind::none)
      queue.push_back(lot);
  for (std::size_t i = 0; i < queue.size(); ++i)
    for (const std::uint32_t user : used_in_[queue[i]]) {
      LotTrace& trace = traces_[user];
      if (trace.truth != Truth::unknown || trace.cause.kind != PathCause::Kind::none) continue;
      trace.cause = traces_[queue[i]].cause;
      queue.push_back(user);
    }
  for (std::uint32_t lot = 0; lot < traces_.size(); ++lot)  // made of each other
    if (traces_[lot].truth == Truth::unknown)
      doubt(traces_[lot], graph_.lots.cell(lot, Field::lot_made_from), Known::ambiguous);
}

Answer LotTraces::answer() const {
  Answer answer(traces_.size());
  for (std::uint32_t lot = 0; lot < traces_.size(); ++lot) answer.put(lot, traces_[lot].truth);
  return answer;
}

std::vector<PathStep> LotTraces::proof(std::uint32_t lot) const {
  std::vector<PathStep> steps;
  if (traces_[lot].truth != Truth::yes) return steps;
  const Lots& lots = graph_.lots;
  for (; traces_[lot].through != none; lot = traces_[lot].through)
    steps.push_back({lot_entity(graph_, lot), lot_entity(graph_, traces_[lot].through), Relation::made_from,
                     lots.cell(lot, Field::lot_made_from), lots.date[lot], false});
  const Entity self = lot_entity(graph_, lot);
  const Entity target = country_entity(question_.target_country);
  if (follows(Relation::declares_origin) && lots.origin[lot] == question_.target_country) {
    steps.push_back({self, target, Relation::declares_origin, lots.cell(lot, Field::lot_origin_country), {}, false});
    return steps;
  }
  const auto through = [&](VertexId site, Relation relation, Field field) {
    if (site == no_vertex || !follows(relation) || graph_.vertices.country[site] != question_.target_country)
      return false;
    const Entity facility = entity_of(graph_, site);
    steps.push_back({self, facility, relation, lots.cell(lot, field), lots.date[lot], false});
    steps.push_back({facility, target, Relation::located_in, graph_.vertices.country_cell[site], {}, false});
    return true;
  };
  if (!through(lots.mine[lot], Relation::sourced_from, Field::lot_mine))
    through(lots.facility[lot], Relation::processed_at, Field::lot_facility);
  return steps;
}

std::vector<Closing> LotTraces::rests_on(std::uint32_t lot, std::size_t limit) const {
  std::vector<Closing> cells;
  if (traces_[lot].truth != Truth::no) return cells;
  std::vector<std::uint32_t> queue = {lot};
  Bits seen(traces_.size());
  for (std::size_t i = 0; i < queue.size() && cells.size() < limit; ++i) {
    const LotTrace& trace = traces_[queue[i]];
    if (trace.paper != none) cells.push_back(graph_.documents.row[trace.paper]);
    for (const std::uint32_t input : trace.made_from)
      if (!seen.test(input)) {
        seen.set(input);
        queue.push_back(input);
      }
  }
  return cells;
}

}  // namespace assay
