#include "graph/local.h"

#include <algorithm>

#include "base/text.h"
#include "graph/korea_sign.h"
#include "names/fold.h"

namespace assay {
namespace {

constexpr unsigned unbounded = 3;  ///< hops of a branch whose length nobody knows: long enough for any question

Truth is_target(Country country, Country target) {
  if (country == target) return Truth::yes;
  return country.may_be(target) ? Truth::unknown : Truth::no;
}

PathCause frontier_cause(CellRef row, VertexId vertex) {
  return {PathCause::Kind::frontier, row, Known::blank, vertex};
}

}  // namespace

LocalTruth::LocalTruth(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure,
                       const Deals& deals)
    : graph_(graph), question_(question), closure_(closure), deals_(deals) {
  const auto aims = [&](VertexKind kind) { return question.target_kinds.test(static_cast<std::size_t>(kind)); };
  aims_at_countries_ = aims(VertexKind::country);
  aims_at_places_ = aims(VertexKind::place);
  aims_at_facilities_ = aims(VertexKind::facility);
  const auto lines_of = [&](const std::vector<std::string>& names) {
    std::vector<std::uint32_t> lines;
    for (const std::string& name : names) lines.push_back(graph.reference->place(name, Country(Known::blank)).line);
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  at_ = lines_of(question.at);
  not_at_ = lines_of(question.not_at);
  if (follows(Relation::carried_by) && (aims_at_places_ || aims_at_countries_))
    voyages_ = std::make_unique<Voyages>(graph, [this](const PlaceReading& place) { return counts(place); });
  if (follows(Relation::consists_of) && graph.tables->has(TableKind::lots))
    lots_ = std::make_unique<const LotBranches>(graph, question, closure);
  const Smelters& smelters = graph.smelters;
  for (std::uint32_t i = 0; aims_at_facilities_ && follows(Relation::processed_at) && i < smelters.row.size(); ++i)
    if (const VertexId party = smelters.declared_by[i];
        party != no_vertex && graph.vertices.country[smelters.facility[i]].may_be(question.target_country) &&
        graph.vertices.country[smelters.facility[i]].known() != Known::not_asked) {
      doubtful_smelters_.push_back({party, !deals.is_ambiguous(party), i});
      for (const VertexId other : deals.may_be(party)) doubtful_smelters_.push_back({other, false, i});
    }
  std::sort(doubtful_smelters_.begin(), doubtful_smelters_.end());
  if (!aims_at_facilities_ || !follows(Relation::works_at)) return;
  for (std::uint32_t s = 0; s < graph.sites.facility.size(); ++s)
    if (const VertexId party = graph.sites.operator_[s];
        party != no_vertex && graph.vertices.country[graph.sites.facility[s]].may_be(question.target_country)) {
      doubtful_sites_.push_back({party, !deals.is_ambiguous(party), s});
      for (const VertexId other : deals.may_be(party)) doubtful_sites_.push_back({other, false, s});
    }
  std::sort(doubtful_sites_.begin(), doubtful_sites_.end());
  has_doubtful_site_ = Bits(graph.vertices.size());
  for (const DoubtfulSite& site : doubtful_sites_) has_doubtful_site_.set(site.party);
}

void LocalTruth::of(std::uint32_t deal, LocalParts& parts) const {
  parts.clear();
  if (!deals_.is_stated(deal)) {
    own_row(deal, parts);
    vessel(deal, parts);
    lots(deal, parts);
  }
  seller(deal, parts);
}

void LocalTruth::own_row(std::uint32_t deal, LocalParts& parts) const {
  const Shipments& s = graph_.shipments;
  if (follows(Relation::declares_origin) && aims_at_countries_) {
    const Truth truth = is_target(s.origin[deal], question_.target_country);
    if (truth != Truth::no)
      parts.push_back({1, truth, cell_cause(s.cell(deal, Field::shipment_origin_country), s.origin[deal].known())});
  }
  if (follows(Relation::loaded_at) && (aims_at_places_ || aims_at_countries_)) {
    const PlacesValue& port = graph_.places.values[s.load_port[deal]];
    const Country country = s.load_country[deal];
    if (is_restricted()) {
      const Known why = port.known == Known::yes ? Known::ambiguous : port.known;
      if (const Truth truth = counts(port, country); truth != Truth::no)
        parts.push_back({1, truth, cell_cause(s.cell(deal, Field::shipment_load_port), why)});
    } else if (country == question_.target_country || port.surely_dprk) {
      parts.push_back({1, Truth::yes, {}});
    } else if (!country.is_known() && port.maybe_dprk) {
      // Either cell would do; the port's is asked for unless only the country's can be read wrongly.
      const bool by_port = port.known != Known::yes && port.known != Known::not_asked;
      const Field field =
          by_port || country.known() == Known::not_asked ? Field::shipment_load_port : Field::shipment_load_country;
      const Known why = field == Field::shipment_load_port ? port.known : country.known();
      parts.push_back({1, Truth::unknown, cell_cause(s.cell(deal, field), why)});
    } else if (port.known == Known::ambiguous) {  // the row states one country, the place's name another
      parts.push_back({1, Truth::unknown, cell_cause(s.cell(deal, Field::shipment_load_port), Known::ambiguous)});
    }
  }
  if (follows(Relation::passed_through) && (aims_at_places_ || aims_at_countries_)) {
    const PlacesValue& transit = graph_.places.values[s.transit[deal]];
    if (is_restricted()) {
      const Known why = transit.known == Known::yes ? Known::ambiguous : transit.known;
      if (const Truth truth = counts(transit, Country(Known::blank)); truth != Truth::no)
        parts.push_back({1, truth, cell_cause(s.cell(deal, Field::shipment_transit), why)});
    } else if (transit.surely_dprk)
      parts.push_back({1, Truth::yes, {}});
    else if (transit.maybe_dprk)
      parts.push_back({1, Truth::unknown, cell_cause(s.cell(deal, Field::shipment_transit), transit.known)});
  }
}

/// Whether a place is one that the question is about.
Truth LocalTruth::counts(const PlaceReading& place) const {
  const auto is_among = [&place](const std::vector<std::uint32_t>& lines) {
    return place.line != 0 && std::binary_search(lines.begin(), lines.end(), place.line);
  };
  if (is_among(not_at_)) return Truth::no;
  const Truth there = is_target(place.country, question_.target_country);
  if (at_.empty() || is_among(at_)) return there;
  return place.line == 0 ? both(there, Truth::unknown) : Truth::no;  // a place that no table knows may be one of them
}

/// Of a cell with places, beside which the row states a country.
Truth LocalTruth::counts(const PlacesValue& places, Country stated) const {
  if (places.places.empty())
    return places.known == Known::yes ? Truth::no : both(is_target(stated, question_.target_country), Truth::unknown);
  Truth truth = Truth::no;
  for (const PlaceReading& place : places.places) truth = either(truth, counts(place));
  return truth;
}

/// However few steps it takes, what a lot says is not what the row says itself: it always counts as upstream.
void LocalTruth::lots(std::uint32_t deal, LocalParts& parts) const {
  if (lots_ == nullptr) return;
  const LotBranch branch = lots_->of(deal);
  if (branch.truth == Truth::no) return;
  const unsigned hops = branch.truth == Truth::yes ? std::max(branch.hops, question_.min_hops) : unbounded;
  parts.push_back({hops, branch.truth, branch.cause});
}

std::vector<Closing> LocalTruth::lots_rest_on(std::uint32_t deal, std::size_t limit) const {
  std::vector<Closing> cells;
  for (const std::uint32_t lot : lots_->of(deal).lots)
    for (const Closing closing : lots_->traces().rests_on(lot, limit))
      if (cells.size() < limit && std::find(cells.begin(), cells.end(), closing) == cells.end())
        cells.push_back(closing);
  return cells;
}

/// Where the vessel was, by its own record.
void LocalTruth::vessel(std::uint32_t deal, LocalParts& parts) const {
  if (voyages_ == nullptr || !voyages_->asked()) return;
  const VoyageFinding found = voyages_->of(deal, !follows(Relation::called_at));
  if (found.truth == Truth::no) return;
  PathCause cause = cell_cause(found.because, found.why);
  if (found.vessel != no_vertex) {
    cause = frontier_cause(found.because, found.vessel);
    cause.about = PathCause::About::voyages;
  }
  parts.push_back({2, found.truth, cause});
}

void LocalTruth::seller(std::uint32_t deal, LocalParts& parts) const {
  if (!follows(Relation::sold_by)) return;
  const VertexId seller = deals_.seller(deal);
  const CellRef cell =
      deals_.is_stated(deal) ? deals_.stated(deal).cell : graph_.shipments.cell(deal, Field::shipment_supplier);
  if (seller == no_vertex) {
    const bool asked = deals_.is_stated(deal) || graph_.tables->tables[cell.table].has(Field::shipment_supplier);
    parts.push_back({unbounded, Truth::unknown, cell_cause(cell, asked ? Known::blank : Known::not_asked)});
    return;
  }
  if (follows(Relation::located_in) && aims_at_countries_) country_of(deal, seller, parts);
  if (decided_by_lots(deal)) return;
  sites_of(deal, seller, parts);
  if (follows(Relation::supplied_by) && !closing(deal).exists())
    parts.push_back({unbounded, Truth::unknown, frontier_cause(graph_.vertices.name[seller], seller)});
  smelters_of(deal, seller, parts);
}

void LocalTruth::country_of(std::uint32_t deal, VertexId seller, LocalParts& parts) const {
  const Vertices& v = graph_.vertices;
  const CellRef cell =
      deals_.is_stated(deal) ? deals_.stated(deal).cell : graph_.shipments.cell(deal, Field::shipment_supplier);
  if (v.standing[seller] == Standing::ambiguous) {
    for (const VertexId candidate : graph_.candidates_of(seller))
      if (v.country[candidate].may_be(question_.target_country)) {
        parts.push_back({2, Truth::unknown, cell_cause(cell, Known::ambiguous)});
        return;
      }
    return;
  }
  if (v.standing[seller] == Standing::unresolved) {
    parts.push_back({2, Truth::unknown, frontier_cause(v.name[seller], seller)});
    return;
  }
  const Truth truth = is_target(v.country[seller], question_.target_country);
  if (truth != Truth::no) parts.push_back({2, truth, cell_cause(v.country_cell[seller], v.country[seller].known())});
}

/// At most two branches: a site that surely counts, and the first that may.
void LocalTruth::sites_of(std::uint32_t deal, VertexId seller, LocalParts& parts) const {
  if (has_doubtful_site_.size() == 0 || !has_doubtful_site_.test(seller)) return;
  const Goods* goods = deals_.goods(deal);
  LocalPart doubt;
  auto at = std::lower_bound(doubtful_sites_.begin(), doubtful_sites_.end(), DoubtfulSite{seller, false, 0});
  for (; at != doubtful_sites_.end() && at->party == seller; ++at) {
    const Country country = graph_.vertices.country[graph_.sites.facility[at->site]];
    const GoodsTextId yields = graph_.sites.commodity[at->site];
    const bool makes_them = goods != nullptr && yields != 0 && yields == goods->text;
    if (at->sure && country == question_.target_country && makes_them) {
      parts.push_back({2, Truth::yes, {}});
      return;
    }
    if (doubt.truth == Truth::no) doubt = doubt_of(deal, *at);
  }
  if (doubt.truth != Truth::no) parts.push_back(doubt);
}

bool LocalTruth::yields(std::uint32_t smelter, const Goods* goods) const {
  const CellRef row = graph_.smelters.row[smelter];
  const CellRef metal{row.table, Field::smelter_metal, row.record};
  return goods != nullptr && goods->text != 0 && graph_.tables->tables[metal.table].has(metal.field) &&
         fold(trim(graph_.tables->text(metal))) == graph_.goods.texts[goods->text];
}

/// A smelter in the DPRK that the seller itself declares: surely behind goods that are what it yields, and for all
/// else of the seller's nobody can tell. One branch.
void LocalTruth::smelters_of(std::uint32_t deal, VertexId seller, LocalParts& parts) const {
  LocalPart doubt;
  auto at = std::lower_bound(doubtful_smelters_.begin(), doubtful_smelters_.end(), DoubtfulSite{seller, false, 0});
  for (; at != doubtful_smelters_.end() && at->party == seller; ++at) {
    const CellRef row = graph_.smelters.row[at->site];
    const Country country = graph_.vertices.country[graph_.smelters.facility[at->site]];
    const bool is_there = country == question_.target_country;
    if (at->sure && is_there && yields(at->site, deals_.goods(deal))) {
      parts.push_back({3, Truth::yes, {}});
      return;
    }
    if (doubt.truth != Truth::no) continue;
    const Field field = !at->sure  ? Field::smelter_declared_by
                        : is_there ? Field::smelter_metal
                                   : Field::smelter_country;
    const bool asked = graph_.tables->tables[row.table].has(field);
    const Known why = !asked                            ? Known::not_asked
                      : field == Field::smelter_country ? country.known()
                                                        : Known::ambiguous;
    doubt = {3, Truth::unknown, cell_cause({row.table, field, row.record}, why)};
  }
  if (doubt.truth != Truth::no) parts.push_back(doubt);
}

/// Why nobody can tell whether the seller makes the goods at this site in the DPRK: who operates it, where it is, or
/// what it yields.
LocalPart LocalTruth::doubt_of(std::uint32_t deal, const DoubtfulSite& at) const {
  const CellRef row = graph_.sites.row[at.site];
  const auto because = [](CellRef cell, Known why) { return LocalPart{2, Truth::unknown, cell_cause(cell, why)}; };
  if (!at.sure && deals_.is_ambiguous(at.party) && !deals_.is_stated(deal))
    return because(graph_.shipments.cell(deal, Field::shipment_supplier), Known::ambiguous);
  if (!at.sure && !deals_.is_stated(deal))
    return because({row.table, Field::site_operator, row.record}, Known::ambiguous);
  if (!at.sure) return because(deals_.stated(deal).cell, Known::ambiguous);
  const Country country = graph_.vertices.country[graph_.sites.facility[at.site]];
  if (country != question_.target_country)
    return because({row.table, Field::site_country, row.record}, country.known());
  const bool asked = graph_.tables->tables[row.table].has(Field::site_commodity);
  const Known why = !asked                                 ? Known::not_asked
                    : graph_.sites.commodity[at.site] == 0 ? Known::blank
                                                           : Known::ambiguous;
  return because({row.table, Field::site_commodity, row.record}, why);
}

std::vector<PathStep> LocalTruth::proof_of_voyage(std::uint32_t shipment, const Entity& self) const {
  if (voyages_ == nullptr || !voyages_->asked()) return {};
  const VoyageFinding found = voyages_->of(shipment, !follows(Relation::called_at));
  if (found.truth != Truth::yes) return {};
  const VesselEvents& events = graph_.vessel_events;
  const Entity ship = entity_of(graph_, graph_.shipments.vessel[shipment]);
  CellRef carried = graph_.shipments.cell(shipment, Field::shipment_vessel);
  if (is_blank_word(trim(graph_.tables->text(carried)))) carried.field = Field::shipment_imo;
  const CellRef row = events.row[found.event];
  CellRef where{row.table, Field::vessel_event_place, row.record};
  if (is_blank_word(trim(graph_.tables->text(where)))) where.field = Field::vessel_event_country;
  const std::string place =
      events.place[found.event].name.empty() ? question_.target_country.code() : events.place[found.event].name;
  const bool loads = events.kind[found.event] == VesselEventKind::load;
  const Date day{events.first[found.event], Precision::day, Known::yes};
  return {{self, ship, Relation::carried_by, carried, graph_.shipments.date[shipment], true},
          {ship,
           {VertexKind::place, place, place},
           loads ? Relation::loaded_at : Relation::called_at,
           where,
           day,
           false}};
}

std::vector<PathStep> LocalTruth::proof(std::uint32_t shipment, unsigned min_hops) const {
  const Shipments& s = graph_.shipments;
  const Entity self = shipment_entity(graph_, shipment);
  const Date date = s.date[shipment];
  const Entity target = country_entity(question_.target_country);
  const auto own = [&](Entity to, Relation relation, Field field) {
    return PathStep{self, std::move(to), relation, s.cell(shipment, field), date, true};
  };
  if (min_hops <= 1 && follows(Relation::declares_origin) && s.origin[shipment] == question_.target_country)
    return {own(target, Relation::declares_origin, Field::shipment_origin_country)};
  if (min_hops <= 1 && follows(Relation::loaded_at)) {
    if (s.load_country[shipment] == question_.target_country && !is_restricted())
      return {own(target, Relation::loaded_at, Field::shipment_load_country)};
    if (const PlacesValue& port = graph_.places.values[s.load_port[shipment]];
        counts(port, s.load_country[shipment]) == Truth::yes)
      return {own({VertexKind::place, port.places.front().name, port.places.front().name}, Relation::loaded_at,
                  Field::shipment_load_port)};
  }
  if (min_hops <= 1 && follows(Relation::passed_through))
    for (const PlaceReading& place : graph_.places.values[s.transit[shipment]].places)
      if (counts(place) == Truth::yes)
        return {own({VertexKind::place, place.name, place.name}, Relation::passed_through, Field::shipment_transit)};
  if (min_hops <= 2)
    if (std::vector<PathStep> steps = proof_of_voyage(shipment, self); !steps.empty()) return steps;
  if (lots_ != nullptr)
    if (const LotBranch branch = lots_->of(shipment); branch.truth == Truth::yes) {
      std::vector<PathStep> steps = {
          own(lot_entity(graph_, branch.worst), Relation::consists_of, Field::shipment_lot)};
      for (PathStep& step : lots_->traces().proof(branch.worst)) steps.push_back(std::move(step));
      return steps;
    }
  const VertexId seller = s.seller[shipment];
  if (seller == no_vertex || !follows(Relation::sold_by)) return {};
  const Entity party = entity_of(graph_, seller);
  std::vector<PathStep> steps = {own(party, Relation::sold_by, Field::shipment_supplier)};
  if (min_hops <= 2 && follows(Relation::located_in) && graph_.vertices.country[seller] == question_.target_country &&
      graph_.vertices.standing[seller] == Standing::listed) {
    steps.push_back({party, target, Relation::located_in, graph_.vertices.country_cell[seller], {}, false});
    return steps;
  }
  auto at = std::lower_bound(doubtful_sites_.begin(), doubtful_sites_.end(), DoubtfulSite{seller, true, 0});
  for (; min_hops <= 2 && at != doubtful_sites_.end() && at->party == seller; ++at) {
    const VertexId facility = graph_.sites.facility[at->site];
    const GoodsTextId yields = graph_.sites.commodity[at->site];
    if (graph_.vertices.country[facility] != question_.target_country || yields == 0 ||
        yields != graph_.goods.goods[s.goods[shipment]].text)
      continue;
    const CellRef row = graph_.sites.row[at->site];
    const Entity site = entity_of(graph_, facility);
    steps.push_back({party, site, Relation::works_at, row, {}, false});
    steps.push_back({site,
                     target,
                     Relation::located_in,
                     country_said_by(graph_, facility, {row.table, Field::site_country, row.record}),
                     {},
                     false});
    return steps;
  }
  auto smelter =
      std::lower_bound(doubtful_smelters_.begin(), doubtful_smelters_.end(), DoubtfulSite{seller, true, 0});
  for (; smelter != doubtful_smelters_.end() && smelter->party == seller; ++smelter) {
    const VertexId facility = graph_.smelters.facility[smelter->site];
    if (graph_.vertices.country[facility] != question_.target_country ||
        !yields(smelter->site, &graph_.goods.goods[s.goods[shipment]]))
      continue;
    const CellRef row = graph_.smelters.row[smelter->site];
    const Entity site = entity_of(graph_, facility);
    steps.push_back(
        {party, site, Relation::processed_at, {row.table, Field::smelter_declared_by, row.record}, {}, false});
    steps.push_back({site,
                     target,
                     Relation::located_in,
                     country_said_by(graph_, facility, {row.table, Field::smelter_country, row.record}),
                     {},
                     false});
    return steps;
  }
  return {};
}

Closing LocalTruth::closing(std::uint32_t deal) const {
  const VertexId seller = deals_.seller(deal);
  if (seller == no_vertex || deals_.is_ambiguous(seller)) return {};
  return closure_.inputs(seller, deals_.goods(deal), deals_.first(deal), deals_.last(deal));
}

}  // namespace assay
