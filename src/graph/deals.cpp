#include "graph/deals.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/hash.h"

namespace assay {

Deals::Deals(const SupplyGraph& graph)
    : graph_(graph),
      shipments_(static_cast<std::uint32_t>(graph.shipments.size())),
      size_(static_cast<std::uint32_t>(graph.shipments.size() + graph.stated_deals.size())) {
  std::vector<std::pair<VertexId, VertexId>> meant;  // candidate, ambiguous vertex
  for (const auto& [vertex, candidates] : graph.candidates)
    for (const VertexId candidate : candidates) {
      meant.emplace_back(candidate, vertex);
      may_be_.emplace_back(vertex, candidate);
      may_be_.emplace_back(candidate, vertex);
    }
  std::sort(meant.begin(), meant.end());
  for (const auto& [candidate, vertex] : meant) {
    auto other = std::lower_bound(meant.begin(), meant.end(), std::pair(candidate, VertexId{0}));
    for (; other != meant.end() && other->first == candidate; ++other)
      if (other->second != vertex) may_be_.emplace_back(vertex, other->second);
  }
  std::sort(may_be_.begin(), may_be_.end());
  may_be_.erase(std::unique(may_be_.begin(), may_be_.end()), may_be_.end());
}

std::uint64_t Deals::key(std::uint32_t deal) const {
  if (!is_stated(deal)) return graph_.shipments.key[deal];
  const StatedDeal& s = stated(deal);
  const auto rank = [this](VertexId v) { return v == no_vertex ? no_vertex : graph_.vertices.rank[v]; };
  return hash_text("stated", std::uint64_t{rank(s.seller)} << 32 | rank(s.buyer));
}

unsigned Deals::date_class(std::uint32_t deal) const {
  if (!is_stated(deal)) return static_cast<unsigned>(graph_.shipments.date[deal].precision);
  return stated(deal).first == earliest_day ? static_cast<unsigned>(Precision::none) : own_interval;
}

bool Deals::is_one(std::uint32_t a, std::uint32_t b) const {
  if (a == b) return true;
  return !is_stated(a) && !is_stated(b) && graph_.shipments.key[a] == graph_.shipments.key[b];
}

std::vector<VertexId> Deals::may_be(VertexId vertex) const {
  std::vector<VertexId> others;
  auto at = std::lower_bound(may_be_.begin(), may_be_.end(), std::pair(vertex, VertexId{0}));
  for (; at != may_be_.end() && at->first == vertex; ++at) others.push_back(at->second);
  return others;
}

Truth Deals::party_link(std::uint32_t from, std::uint32_t to) const {
  if (is_one(from, to)) return Truth::no;
  const VertexId bought = buyer(from);
  const VertexId sold = seller(to);
  if (sold == no_vertex) return Truth::no;
  if (bought == no_vertex) return Truth::unknown;
  if (bought == sold) return is_stated(from) || is_stated(to) || is_ambiguous(sold) ? Truth::unknown : Truth::yes;
  return std::binary_search(may_be_.begin(), may_be_.end(), std::pair(bought, sold)) ? Truth::unknown : Truth::no;
}

Truth Deals::time_link(std::uint32_t from, std::uint32_t to, Day slack, Day look_back) const {
  if (last(from) <= first(to) + slack && first(from) >= last(to) - look_back) return Truth::yes;
  if (first(from) <= last(to) + slack && last(from) >= first(to) - look_back) return Truth::unknown;
  return Truth::no;
}

Truth Deals::goods_link(std::uint32_t from, std::uint32_t to) const {
  const unsigned a = heading(from);
  const unsigned b = heading(to);
  if (a == no_heading || b == no_heading) return Truth::unknown;
  return graph_.reference->may_become(a, b) ? Truth::yes : Truth::no;
}

Truth Deals::link(std::uint32_t from, std::uint32_t to, Day slack, Day look_back) const {
  const Truth party = party_link(from, to);
  if (party == Truth::no) return party;
  const Truth time = time_link(from, to, slack, look_back);
  if (time == Truth::no) return time;
  return both(both(party, time), goods_link(from, to));
}

bool Deals::comes_before(std::uint32_t a, std::uint32_t b) const {
  return std::tuple(first(a), key(a), a) < std::tuple(first(b), key(b), b);
}

DealIndex::DealIndex(const Deals& deals, std::size_t vertices, const Bits& wanted)
    : deals_(deals), first_(vertices + 1, 0), sorted_(vertices) {
  const auto each = [&](auto visit) {
    wanted.for_each([&](std::size_t d) {
      const auto deal = static_cast<std::uint32_t>(d);
      if (deals.seller(deal) != no_vertex) visit(deal);
    });
  };
  each([&](std::uint32_t deal) { ++first_[deals.seller(deal) + 1]; });
  for (std::size_t v = 0; v < vertices; ++v) first_[v + 1] += first_[v];
  order_.resize(first_.back());
  next_.assign(first_.begin(), first_.end() - 1);
  each([&](std::uint32_t deal) { order_[next_[deals.seller(deal)]++] = deal; });
  next_.resize(order_.size() + 1);
  std::iota(next_.begin(), next_.end(), 0U);
}

std::uint32_t DealIndex::begin(VertexId seller) {
  if (!sorted_.test(seller)) {
    sorted_.set(seller);
    std::sort(order_.begin() + first_[seller], order_.begin() + first_[seller + 1],
              [this](std::uint32_t a, std::uint32_t b) {
                return std::tuple(deals_.heading(a), deals_.date_class(a), deals_.first(a), a) <
                       std::tuple(deals_.heading(b), deals_.date_class(b), deals_.first(b), b);
              });
  }
  return first_[seller];
}

std::uint32_t DealIndex::left(std::uint32_t place) {
  std::uint32_t root = place;
  while (next_[root] != root) root = next_[root];
  while (next_[place] != root && next_[place] != place) {
    const std::uint32_t after = next_[place];
    next_[place] = root;
    place = after;
  }
  return root;
}

}  // namespace assay
