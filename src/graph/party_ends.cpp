#include "graph/party_ends.h"

#include <algorithm>

#include "graph/korea_sign.h"
#include "tables/row_content.h"

namespace assay {

PartyEnds::PartyEnds(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure)
    : graph_(graph),
      question_(question),
      closure_(closure),
      by_workers_(follows(Relation::has_workers) && follows(Relation::national_of) && aims_at(VertexKind::country)) {
  if (by_workers_) gather_workers();
  if (by_workers_ && follows(Relation::supplied_by)) gather_inputs();
  if (follows(Relation::works_at) && follows(Relation::located_in)) gather_sites();
}

void PartyEnds::gather_workers() {
  const WorkerGroups& groups = graph_.worker_groups;
  has_rest_ = Bits(graph_.vertices.size());
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    const VertexId employer = groups.employer[g];
    if (groups.implied[g]) {
      if (employer != no_vertex && !closure_.workforce(employer).exists()) has_rest_.set(employer);
      continue;
    }
    if (is_there(groups.nationality[g]) == Truth::no) continue;
    const VertexId site = groups.facility[g];
    const VertexId host = site == no_vertex ? no_vertex : graph_.vertices.party[site];
    if (employer == no_vertex && host == no_vertex) note_nobodys(g);
    if (employer != no_vertex) groups_.push_back({employer, g, true});
    if (host != no_vertex && host != employer) groups_.push_back({host, g, true});
    if (groups.provider[g] != no_vertex) groups_.push_back({groups.provider[g], g, false});
  }
  std::sort(groups_.begin(), groups_.end());
}

void PartyEnds::note_nobodys(std::uint32_t group) {
  const auto content = [this](std::uint32_t g) { return row_content(*graph_.tables, graph_.worker_groups.row[g]); };
  if (nobodys_.empty())
    nobodys_.push_back(group);
  else if (content(group) < content(nobodys_.front()))
    nobodys_.front() = group;
}

void PartyEnds::gather_inputs() {
  const Shipments& s = graph_.shipments;
  inputs_open_ = Bits(graph_.vertices.size());
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    const VertexId seller = s.seller[i];
    // Goods from the country itself are a question of origin.
    if (seller == no_vertex || inputs_open_.test(seller) || s.origin[i] == question_.target_country) continue;
    const Goods& goods = graph_.goods.goods[s.goods[i]];
    if (!closure_.inputs(seller, &goods, s.date[i].first, s.date[i].last()).exists()) inputs_open_.set(seller);
  }
}

void PartyEnds::gather_sites() {
  if (!aims_at(VertexKind::facility) && !aims_at(VertexKind::country)) return;
  for (std::uint32_t s = 0; s < graph_.sites.facility.size(); ++s)
    if (graph_.sites.operator_[s] != no_vertex &&
        is_there(graph_.vertices.country[graph_.sites.facility[s]]) != Truth::no)
      sites_.emplace_back(graph_.sites.operator_[s], s);
  std::sort(sites_.begin(), sites_.end());
}

Truth PartyEnds::is_there(Country country) const {
  if (country == question_.target_country) return Truth::yes;
  return country.may_be(question_.target_country) ? Truth::unknown : Truth::no;
}

/// A name that fits several has no country of its own; its candidates have.
Truth PartyEnds::country_truth(VertexId party) const {
  const Vertices& v = graph_.vertices;
  if (v.kind[party] == VertexKind::facility || v.standing[party] == Standing::ambiguous) return Truth::no;
  return is_there(v.country[party]);
}

Span PartyEnds::span_of_group(std::uint32_t group) const {
  const CellRef row = graph_.worker_groups.row[group];
  const auto date = [&](Field field) {
    Date not_asked;
    not_asked.known = Known::not_asked;
    if (!graph_.tables->tables[row.table].has(field)) return not_asked;
    return parse_date(graph_.tables->text({row.table, field, row.record}));
  };
  return span_of(date(Field::workers_from), date(Field::workers_to), graph_.as_of);
}

std::vector<PartyEnd> PartyEnds::of(VertexId party) const {
  std::vector<PartyEnd> ends;
  auto at = std::lower_bound(groups_.begin(), groups_.end(), GroupAt{party, 0, false});
  for (; at != groups_.end() && at->party == party; ++at) {
    const Truth truth = is_there(graph_.worker_groups.nationality[at->group]);
    ends.push_back(
        {PartyEnd::Kind::workers, at->sure ? truth : Truth::unknown, 2, at->group, span_of_group(at->group)});
  }
  for (const std::uint32_t group : nobodys_)
    if (graph_.vertices.kind[party] == VertexKind::company)
      ends.push_back({PartyEnd::Kind::nobodys, Truth::unknown, 2, group});
  if (has_rest_.size() > 0 && has_rest_.test(party)) ends.push_back({PartyEnd::Kind::rest, Truth::unknown, 2, 0});
  if (inputs_open_.size() > 0 && inputs_open_.test(party))
    ends.push_back({PartyEnd::Kind::inputs, Truth::unknown, 3, 0});
  if (follows(Relation::located_in) && aims_at(VertexKind::country))
    if (const Truth truth = country_truth(party); truth != Truth::no)
      ends.push_back({PartyEnd::Kind::country, truth, 1, 0});
  for (auto site = std::lower_bound(sites_.begin(), sites_.end(), std::pair(party, 0U));
       site != sites_.end() && site->first == party; ++site)
    ends.push_back({PartyEnd::Kind::site, is_there(graph_.vertices.country[graph_.sites.facility[site->second]]), 2,
                    site->second});
  return ends;
}

PathCause PartyEnds::cause(VertexId party, const PartyEnd& end) const {
  const Vertices& v = graph_.vertices;
  const auto frontier = [&](PathCause::About about) {
    PathCause cause{PathCause::Kind::frontier, v.name[party], Known::blank, party};
    cause.about = about;
    return cause;
  };
  switch (end.kind) {
    case PartyEnd::Kind::workers: {
      const CellRef row = graph_.worker_groups.row[end.number];
      const Country nationality = graph_.worker_groups.nationality[end.number];
      if (nationality == question_.target_country)  // they are, but whom else the party sends nobody says
        return cell_cause({row.table, Field::workers_labour_provider, row.record}, Known::ambiguous);
      return cell_cause({row.table, Field::workers_nationality, row.record}, nationality.known());
    }
    case PartyEnd::Kind::nobodys: {
      const CellRef row = graph_.worker_groups.row[end.number];
      return cell_cause({row.table, Field::workers_employer, row.record}, Known::blank);
    }
    case PartyEnd::Kind::rest:
      if (!graph_.tables->has(Field::workers_nationality))
        return cell_cause({0, Field::workers_nationality, 0}, Known::not_asked);
      return frontier(PathCause::About::workforce);
    case PartyEnd::Kind::inputs:
      return frontier(PathCause::About::inputs);
    case PartyEnd::Kind::country:
      if (v.standing[party] == Standing::unresolved) return frontier(PathCause::About::country);
      return cell_cause(v.country_cell[party].exists()
                            ? v.country_cell[party]
                            : CellRef{v.name[party].table, Field::supplier_country, v.name[party].record},
                        v.country[party].known());
    case PartyEnd::Kind::site:
      break;
  }
  const CellRef row = graph_.sites.row[end.number];
  return cell_cause({row.table, Field::site_country, row.record},
                    v.country[graph_.sites.facility[end.number]].known());
}

std::vector<PathStep> PartyEnds::proof(VertexId party, const PartyEnd& end) const {
  const Entity self = entity_of(graph_, party);
  const Entity target = country_entity(question_.target_country);
  switch (end.kind) {
    case PartyEnd::Kind::workers: {
      const CellRef row = graph_.worker_groups.row[end.number];
      const Entity group = worker_group_entity(graph_, end.number);
      const Date since = graph_.worker_groups.from[end.number];
      return {{self, group, Relation::has_workers, row, since, false},
              {group, target, Relation::national_of, {row.table, Field::workers_nationality, row.record}, {}, false}};
    }
    case PartyEnd::Kind::country:
      return {{self, target, Relation::located_in, graph_.vertices.country_cell[party], {}, false}};
    case PartyEnd::Kind::site: {
      const CellRef row = graph_.sites.row[end.number];
      const Entity site = entity_of(graph_, graph_.sites.facility[end.number]);
      return {
          {self, site, Relation::works_at, row, {}, false},
          {site,
           target,
           Relation::located_in,
           country_said_by(graph_, graph_.sites.facility[end.number], {row.table, Field::site_country, row.record}),
           {},
           false}};
    }
    default:
      return {};
  }
}

std::vector<Closing> PartyEnds::rests_on(VertexId party) const {
  if (!by_workers_) return {};
  const Closing closing = closure_.workforce(party);
  return closing.exists() ? std::vector<Closing>{closing} : std::vector<Closing>{};
}

std::uint64_t PartyEnds::key(const PartyEnd& end) const {
  if (end.kind == PartyEnd::Kind::workers) return row_content(*graph_.tables, graph_.worker_groups.row[end.number]);
  return end.kind == PartyEnd::Kind::site ? row_content(*graph_.tables, graph_.sites.row[end.number]) : 0;
}

}  // namespace assay
