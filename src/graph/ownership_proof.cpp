#include <algorithm>

#include "graph/ownership.h"

// What a verdict on ownership rests on: the stakes of a yes, the cells and parties an unknown waits for, the
// declarations of a no.

namespace assay {
namespace {

/// Vertices upstream in the order in which they are met, each once.
class Walk {
 public:
  explicit Walk(VertexId start) { meet(start); }
  void meet(VertexId vertex) {
    if (vertex == no_vertex || met_.size() == farthest) return;
    if (std::find(met_.begin(), met_.end(), vertex) != met_.end()) return;
    met_.push_back(vertex);
  }
  [[nodiscard]] bool next(VertexId& vertex) {
    if (at_ == met_.size()) return false;
    vertex = met_[at_++];
    return true;
  }

 private:
  static constexpr std::size_t farthest = 256;  // proofs and questions are read by people
  std::vector<VertexId> met_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<OwnershipStep> Ownership::proof(VertexId asset, Period period) const {
  std::vector<OwnershipStep> steps;
  if (const auto parties = holdings_.graph().candidates_of(asset); !parties.empty()) asset = parties.front();
  period = holdings_.canonical(period);
  const Standpoints& found = standpoints(asset, period);
  const bool multiplied = question_.rule == OwnershipRule::multiply;
  Walk walk(asset);
  for (VertexId vertex = asset; walk.next(vertex) && steps.size() < most_steps;) {
    if (vertex != asset && concern_.sure.test(vertex)) {
      steps.push_back({OwnershipStep::Kind::concern, vertex, {}, {}});
      continue;
    }
    OwnershipStep sum{OwnershipStep::Kind::sum, vertex, {}, found[vertex].owned};
    for (const Stake& stake : holdings_.of(vertex)) {
      if (stake.owner == no_vertex) continue;
      const Standpoint& owner = found[stake.owner];
      const Holding holding = holdings_.holding(stake, period);
      const bool any = question_.rule == OwnershipRule::any_share && holding.some;
      if (!(owner.sure || (multiplied && owner.owned.low > 0)) || !(holding.low > 0 || any)) continue;
      sum.stakes.push_back(holdings_.number(stake));
      steps.push_back({OwnershipStep::Kind::stake, vertex, {holdings_.number(stake)}, {}});
      walk.meet(stake.owner);
    }
    if (sum.stakes.size() > 1 || multiplied) steps.push_back(std::move(sum));
  }
  if (steps.size() > most_steps) steps.resize(most_steps);
  return steps;
}

/// Looks upstream for what would have to be known.
class Ownership::Inquiry {
 public:
  Inquiry(const Ownership& of, const Standpoints& found, Period period)
      : of_(of), graph_(of.holdings_.graph()), found_(found), period_(period) {}

  std::vector<OwnershipCause> run(const std::vector<VertexId>& starts) {
    Walk walk(no_vertex);
    for (const VertexId start : starts) walk.meet(start);
    for (VertexId vertex = no_vertex; walk.next(vertex) && causes_.size() < most_causes;) look_at(vertex, walk);
    if (causes_.empty()) add({OwnershipCause::Kind::owners, {}, Known::blank, starts.front()});
    if (causes_.size() > most_causes) causes_.resize(most_causes);
    return std::move(causes_);
  }

 private:
  void add(OwnershipCause cause) {
    const auto same = [&](const OwnershipCause& other) {
      return other.kind == cause.kind && other.cell == cause.cell && other.vertex == cause.vertex;
    };
    if (std::none_of(causes_.begin(), causes_.end(), same)) causes_.push_back(cause);
  }
  void add_owners(VertexId vertex) { add({OwnershipCause::Kind::owners, {}, Known::blank, vertex}); }
  void add_cell(CellRef cell, Known why) { add({OwnershipCause::Kind::cell, cell, why, no_vertex}); }

  [[nodiscard]] bool is_name(VertexId vertex) const {
    return graph_.vertices.standing[vertex] == Standing::ambiguous;
  }

  void look_at(VertexId asset, Walk& walk) {
    for (const VertexId party : graph_.candidates_of(asset)) walk.meet(party);
    if (is_name(asset)) return;
    std::int64_t stated = 0;
    const bool open = of_.is_open(asset, period_);
    for (const Stake& stake : of_.holdings_.of(asset)) {
      const Holding holding = of_.holdings_.holding(stake, period_);
      stated += holding.low;
      if (open && holding.settled < holding.low) blank_ends(stake);
      if (holding.possible()) look_at(stake, holding, walk);
    }
    if (open && stated < whole_share) undisclosed(asset);
  }

  /// A row whose asset is blank may be what closes the rest, or opens it.
  void undisclosed(VertexId asset) {
    const bool vouched =
        of_.closure_.owners(asset, period_.first, period_.last).exists() && of_.holdings_.is_stated(asset);
    if (!vouched) {
      add_owners(asset);
      return;
    }
    for (const std::uint32_t stray : of_.holdings_.strays())
      add_cell(asset_cell(graph_, graph_.shares[stray]), Known::blank);
  }

  void look_at(const Stake& stake, const Holding& holding, Walk& walk) {
    if (stake.owner == no_vertex) {
      for (const std::uint32_t number : of_.holdings_.shares(stake))
        add_cell(owner_cell(graph_, graph_.shares[number]), Known::blank);
      return;
    }
    if (!may_concern(stake.owner)) return;
    if (!surely_concerns(stake.owner)) {
      if (is_name(stake.owner))
        for (const std::uint32_t number : of_.holdings_.shares(stake))
          add_cell(owner_cell(graph_, graph_.shares[number]), Known::ambiguous);
      else if (of_.concern_.possible.test(stake.owner) && !of_.concern_.sure.test(stake.owner))
        add({OwnershipCause::Kind::concern, {}, Known::blank, stake.owner});
      walk.meet(stake.owner);
    }
    if (holding.low < holding.high) shares(stake);
  }

  [[nodiscard]] bool may_concern(VertexId owner) const {
    if (of_.question_.rule != OwnershipRule::multiply) return found_[owner].possible;
    return is_name(owner) || found_[owner].possible || found_[owner].owned.high > 0;
  }
  [[nodiscard]] bool surely_concerns(VertexId owner) const {
    if (of_.question_.rule != OwnershipRule::multiply || found_[owner].sure) return found_[owner].sure;
    const bool settled = !found_[owner].possible && found_[owner].owned.low == found_[owner].owned.high;
    return settled && !is_name(owner);
  }

  /// The cells that leave open how much is held, or when, or of whom.
  void shares(const Stake& stake) {
    for (const std::uint32_t number : of_.holdings_.shares(stake)) {
      const Share& share = graph_.shares[number];
      const Truth held = of_.holdings_.in_force(share, period_);
      if (held == Truth::no) continue;
      if (stake.maybe) add_cell(asset_cell(graph_, share), Known::ambiguous);
      if (held == Truth::unknown) times(stake, share);
      if (share.known == Known::not_asked)
        add_owners(stake.asset);
      else
        add_cell(share.cell, share.known == Known::yes ? Known::ambiguous : share.known);
    }
  }

  void times(const Stake& stake, const Share& share) {
    if (!graph_.facts[share.fact].sure && graph_.facts[share.fact].to != no_vertex) {
      add_cell(graph_.facts[share.fact].cell, Known::unreadable);  // a word that is no relation
      return;
    }
    if (share.from.known == Known::not_asked && share.to.known == Known::not_asked) {
      add_owners(stake.asset);
      return;
    }
    const CellRef cell = share.cell;
    for (const auto& [field, date] : {std::pair(Field::relation_from, share.from), {Field::relation_to, share.to}}) {
      const bool silent =
          date.known == Known::not_asked || (field == Field::relation_to && date.known == Known::blank);
      if (!silent)
        add_cell({cell.table, field, cell.record}, date.known == Known::yes ? Known::ambiguous : date.known);
    }
  }

  /// Without an end a holding goes on, as far as the row tells; that is not enough to rule others out.
  void blank_ends(const Stake& stake) {
    for (const std::uint32_t number : of_.holdings_.shares(stake)) {
      const Share& share = graph_.shares[number];
      if (of_.holdings_.in_force(share, period_) != Truth::yes) continue;
      for (const auto& [field, date] : {std::pair(Field::relation_from, share.from), {Field::relation_to, share.to}})
        if (date.known == Known::blank) add_cell({share.cell.table, field, share.cell.record}, Known::blank);
    }
  }

  const Ownership& of_;
  const SupplyGraph& graph_;
  const Standpoints& found_;
  Period period_;
  std::vector<OwnershipCause> causes_;
};

std::vector<OwnershipCause> Ownership::causes(VertexId asset, Period period) const {
  if (at(asset, period) != Truth::unknown) return {};
  std::vector<VertexId> starts = {asset};
  if (const auto parties = holdings_.graph().candidates_of(asset); !parties.empty())
    starts.assign(parties.begin(), parties.end());
  period = holdings_.canonical(period);
  const Standpoints& found = standpoints(asset, period);
  return Inquiry(*this, found, period).run(starts);
}

OwnershipGrounds Ownership::rests_on(VertexId asset, Period period, std::size_t limit) const {
  OwnershipGrounds grounds;
  period = holdings_.canonical(period);
  Walk walk(asset);
  for (VertexId vertex = asset; walk.next(vertex);) {
    const Closing closing = closure_.owners(vertex, period.first, period.last);
    if (closing.exists() && !is_open(vertex, period) && grounds.declarations.size() < limit)
      grounds.declarations.push_back(closing);
    if (holdings_.is_ultimate(vertex) && grounds.persons.size() < limit) grounds.persons.push_back(vertex);
    for (const Stake& stake : holdings_.of(vertex)) walk.meet(stake.owner);
    for (const VertexId party : holdings_.graph().candidates_of(vertex)) walk.meet(party);
  }
  return grounds;
}

}  // namespace assay
