#include <algorithm>

#include <fmt/format.h>

#include "graph/builder.h"
#include "graph/holdings.h"
#include "graph/shares.h"

// What is odd about who owns whom, said when the graph is built, whether a rule asks for it or not.

namespace assay {
namespace {

constexpr std::size_t longest_ring = 8;  // parties of a ring that a message names

/// "somebody who is not named" for nobody.
std::string name_of(const SupplyGraph& graph, VertexId vertex) {
  return entity_of(graph, vertex).name;
}

/// Whether two rows may speak of one time.
bool overlap(const Share& a, const Share& b) {
  const auto last = [](const Date& to) { return to.known == Known::yes ? to.last() : latest_day; };
  const auto first = [](const Date& from) { return from.known == Known::yes ? from.first : earliest_day; };
  return first(a.from) <= last(b.to) && first(b.from) <= last(a.to);
}

/// Two rows of one owner, asset and time that state different shares: both count, as an interval.
void find_conflicts(const Holdings& holdings, Complaints& complaints) {
  const SupplyGraph& graph = holdings.graph();
  for (std::uint32_t number = 0; number < holdings.size(); ++number) {
    const Stake& stake = holdings.stake(number);
    if (stake.maybe || stake.owner == no_vertex) continue;
    const Share* before = nullptr;
    for (const std::uint32_t place : holdings.shares(stake)) {
      const Share& share = graph.shares[place];
      if (share.known != Known::yes) continue;
      if (before != nullptr && (before->low != share.low || before->high != share.high) && overlap(*before, share))
        complaints.add(
            Level::warning, share.cell, "data conflict: two shares of one holding",
            fmt::format("data conflict: another row says that {} holds {} % of {}; anything between the two "
                        "is possible",
                        name_of(graph, stake.owner), percent(before->low), name_of(graph, stake.asset)),
            "say in `from` and `to` when each of them held");
      before = &share;
    }
  }
}

/// Shares of a day that add up to more than a whole.
void find_excess(const Holdings& holdings, Complaints& complaints) {
  const SupplyGraph& graph = holdings.graph();
  const Period today{graph.as_of, graph.as_of};
  for (VertexId asset = 0; asset < graph.vertices.size(); ++asset) {
    std::int64_t sum = 0;
    const Stake* last = nullptr;
    for (const Stake& stake : holdings.of(asset)) {
      const Holding holding = holdings.holding(stake, today);
      sum += holding.low;
      if (holding.low > 0) last = &stake;
    }
    if (last == nullptr || sum <= whole_share + whole_share / 100) continue;
    const Share& share = graph.shares[holdings.shares(*last).front()];
    complaints.add(
        Level::warning, share.cell, "data conflict: more than a whole",
        fmt::format("data conflict: the owners of {} hold {} % together", name_of(graph, asset),
                    percent(static_cast<Parts>(std::min<std::int64_t>(sum, 2000 * std::int64_t{whole_share})))),
        "give the shares of one day, or say in `from` and `to` when each of them held");
  }
}

/// The shortest way round within a component, from its first vertex in canonical order.
std::vector<std::uint32_t> ring_of(const Holdings& holdings, const Topology& stakes, const Components& components,
                                   VertexId start) {
  std::vector<std::pair<VertexId, std::uint32_t>> reached = {{start, no_vertex}};  // and the arc that led there
  std::vector<std::uint32_t> from = {0};
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const std::uint32_t number : stakes.numbers(reached[i].first)) {
      const VertexId owner = holdings.stake(number).owner;
      if (components.of[owner] != components.of[start]) continue;
      if (owner == start) {
        std::vector<std::uint32_t> ring = {number};
        for (std::size_t at = i; at != 0; at = from[at]) ring.push_back(reached[at].second);
        std::reverse(ring.begin(), ring.end());
        return ring;
      }
      const bool known =
          std::any_of(reached.begin(), reached.end(), [owner](const auto& r) { return r.first == owner; });
      if (known || reached.size() > 4096) continue;
      reached.emplace_back(owner, number);
      from.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return {};
}

void find_rings(const Holdings& holdings, Complaints& complaints) {
  const SupplyGraph& graph = holdings.graph();
  const Period today{graph.as_of, graph.as_of};
  const Topology stakes(graph.vertices.size(), [&](auto visit) {
    for (std::uint32_t number = 0; number < holdings.size(); ++number) {
      const Stake& stake = holdings.stake(number);
      if (stake.owner != no_vertex && !stake.maybe && holdings.holding(stake, today).some)
        visit(Arc{stake.asset, stake.owner, number});
    }
  });
  const Components components = components_of(stakes);
  for (std::size_t c = 0; c < components.size(); ++c) {
    const auto low = components.order.begin() + components.first[c];
    const auto high = components.order.begin() + components.first[c + 1];
    const VertexId start = *std::min_element(
        low, high, [&graph](VertexId a, VertexId b) { return graph.vertices.rank[a] < graph.vertices.rank[b]; });
    if (stakes.numbers(start).empty()) continue;
    const std::vector<std::uint32_t> ring = ring_of(holdings, stakes, components, start);
    if (ring.empty()) continue;
    std::string names = name_of(graph, start);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const bool left_out = ring.size() > longest_ring && i >= longest_ring && i + 1 < ring.size();
      if (left_out && i > longest_ring) continue;
      names += left_out ? " → …" : " → " + name_of(graph, holdings.stake(ring[i]).owner);
    }
    const Share& share = graph.shares[holdings.shares(holdings.stake(ring.front())).front()];
    complaints.add(Level::warning, share.cell, "a cycle of ownership",
                   fmt::format("cycle of ownership: {}, each owned by the next", names),
                   "check who owns whom; nobody outside holds what goes round");
  }
}

}  // namespace

void check_ownership(const SupplyGraph& graph, Diagnostics& diagnostics) {
  if (graph.shares.empty()) return;
  Complaints complaints(*graph.tables);
  const Holdings holdings(graph);
  find_conflicts(holdings, complaints);
  find_excess(holdings, complaints);
  find_rings(holdings, complaints);
  complaints.hand_over(diagnostics);
}

}  // namespace assay
