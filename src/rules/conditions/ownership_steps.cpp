#include "rules/conditions/ownership_steps.h"

#include <fmt/format.h>

#include "graph/shares.h"

namespace assay {

std::string range_of(Parts low, Parts high) {
  return low == high ? percent(low) + " %" : fmt::format("{} to {} %", percent(low), percent(high));
}

namespace {

/// The row that a stake is shown by: the first that surely speaks of the period, else the first that may.
const Share& shown_share(const Holdings& holdings, const Stake& stake, Period period) {
  const std::vector<Share>& shares = holdings.graph().shares;
  const std::span<const std::uint32_t> numbers = holdings.shares(stake);
  for (const Truth wanted : {Truth::yes, Truth::unknown})
    for (const std::uint32_t number : numbers)
      if (holdings.in_force(shares[number], period) == wanted) return shares[number];
  return shares[numbers.front()];
}

}  // namespace

EvidenceStep step_of_stake(const Holdings& holdings, const Stake& stake, Period period) {
  const SupplyGraph& graph = holdings.graph();
  const Share& share = shown_share(holdings, stake, period);
  const Holding holding = holdings.holding(stake, period);
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::edge;
  step.relation = Relation::owned_by;
  step.from = entity_of(graph, stake.asset);
  step.to = entity_of(graph, stake.owner);
  step.cell = share.known == Known::yes ? share.cell : graph.facts[share.fact].cell;
  step.date = to_string(share.from);
  step.grade = Grade::c;
  const std::string how_much =
      share.known == Known::yes ? range_of(holding.low, holding.high) : "a share that is not known";
  step.says = fmt::format("{} holds {} of {}{}", step.to.name, how_much, step.from.name,
                          step.date.empty() ? "" : ", since " + step.date);
  return step;
}

namespace {

/// What several hold together, with the shares that were added up.
EvidenceStep step_of_sum(const Holdings& holdings, const OwnershipStep& sum, OwnershipRule rule, Period period) {
  const SupplyGraph& graph = holdings.graph();
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::computed;
  step.from = step.to = entity_of(graph, sum.asset);
  std::string terms;
  for (const std::uint32_t number : sum.stakes) {
    const Stake& stake = holdings.stake(number);
    const Parts low = holdings.holding(stake, period).low;
    terms += fmt::format("{}{} {}", terms.empty() ? "" : " + ", entity_of(graph, stake.owner).name, percent(low));
    if (!step.cell.exists()) step.cell = shown_share(holdings, stake, period).cell;
  }
  step.grade = Grade::c;
  step.says = rule == OwnershipRule::multiply
                  ? fmt::format("owners of concern hold at least {} % of {} (shares multiplied along each chain: {})",
                                percent(sum.sum.low), step.from.name, terms)
                  : fmt::format("owners of concern hold at least {} % of {} ({})", percent(sum.sum.low),
                                step.from.name, terms);
  return step;
}

/// Whether some input says who owns whom, or could.
bool states_owners(const Tables& tables) {
  return tables.has(TableKind::relations) || tables.has(Field::supplier_owner) || tables.has(Field::supplier_parent);
}

Cause cause_of_owners(const SupplyGraph& graph, VertexId party) {
  if (!states_owners(*graph.tables)) return {Cause::Why::not_asked, {}, no_vertex, Field::supplier_owner};
  Cause cause{Cause::Why::frontier, graph.vertices.name[party], party, Field::supplier_owner};
  cause.about = Cause::About::owners;
  return cause;
}

}  // namespace

void prove_ownership(const Ownership& ownership, OwnershipRule rule, const Owners& owners, const Evaluator& e,
                     VertexId party, Period period, Grounds& out) {
  const Holdings& holdings = ownership.holdings();
  for (const OwnershipStep& step : ownership.proof(party, period)) {
    switch (step.kind) {
      case OwnershipStep::Kind::stake:
        out.steps.push_back(step_of_stake(holdings, holdings.stake(step.stakes.front()), period));
        ++out.hops;
        break;
      case OwnershipStep::Kind::sum:
        out.steps.push_back(step_of_sum(holdings, step, rule, period));
        break;
      case OwnershipStep::Kind::concern:
        if (out.target.empty()) out.target = entity_of(e.graph(), step.asset).name;
        prove_concern(owners, e, step.asset, out);
    }
  }
}

void add_ownership_causes(const Ownership& ownership, const Owners& owners, const Evaluator& e, VertexId party,
                          Period period, Grounds& out) {
  const std::size_t before = out.causes.size();
  for (const OwnershipCause& found : ownership.causes(party, period)) {
    switch (found.kind) {
      case OwnershipCause::Kind::cell:
        add_cell_cause(e.graph(), found.cell, found.why, out);
        break;
      case OwnershipCause::Kind::owners:
        out.causes.push_back(cause_of_owners(e.graph(), found.vertex));
        break;
      case OwnershipCause::Kind::concern:
        add_concern_cause(owners, e, found.vertex, out);
    }
  }
  const Owned owned = ownership.owned(party, period);
  const bool held = owned.low > 0 || owned.some;
  for (std::size_t i = before; i < out.causes.size(); ++i) out.causes[i].part_held = held;
}

}  // namespace assay
