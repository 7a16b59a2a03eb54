#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

/// Shipments and stated deals under one number: shipments first, in their order.
class Deals {
 public:
  explicit Deals(const SupplyGraph& graph);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] bool is_stated(std::uint32_t deal) const { return deal >= shipments_; }
  [[nodiscard]] const StatedDeal& stated(std::uint32_t deal) const { return graph_.stated_deals[deal - shipments_]; }

  [[nodiscard]] VertexId seller(std::uint32_t deal) const {
    return is_stated(deal) ? stated(deal).seller : graph_.shipments.seller[deal];
  }
  [[nodiscard]] VertexId buyer(std::uint32_t deal) const {
    return is_stated(deal) ? stated(deal).buyer : graph_.shipments.buyer[deal];
  }
  [[nodiscard]] Day first(std::uint32_t deal) const {
    return is_stated(deal) ? stated(deal).first : graph_.shipments.date[deal].first;
  }
  [[nodiscard]] Day last(std::uint32_t deal) const {
    return is_stated(deal) ? stated(deal).last : graph_.shipments.date[deal].last();
  }
  /// Null for a stated deal: nothing is said of its goods.
  [[nodiscard]] const Goods* goods(std::uint32_t deal) const {
    return is_stated(deal) ? nullptr : &graph_.goods.goods[graph_.shipments.goods[deal]];
  }
  [[nodiscard]] unsigned heading(std::uint32_t deal) const {
    const Goods* g = goods(deal);
    return g == nullptr ? no_heading : g->heading;
  }
  /// Whether two shipments are one row, or one that was written twice: goods are not in themselves.
  [[nodiscard]] bool is_one(std::uint32_t a, std::uint32_t b) const;
  /// Breaks ties between deals; from their content, not from where they stand.
  [[nodiscard]] std::uint64_t key(std::uint32_t deal) const;
  /// By first day and content; of equal rows, which say the same, by where they stand.
  [[nodiscard]] bool comes_before(std::uint32_t a, std::uint32_t b) const;
  /// Deals of one class lie in order of first and last day alike; stated ones with an interval of their own do not.
  [[nodiscard]] unsigned date_class(std::uint32_t deal) const;
  /// The class of stated deals with an interval of their own: they lie in order of the first day only.
  static constexpr unsigned own_interval = 4;

  [[nodiscard]] bool is_ambiguous(VertexId vertex) const {
    return graph_.vertices.standing[vertex] == Standing::ambiguous;
  }
  /// Other vertices that may be the same party as this one, without being known to be.
  [[nodiscard]] std::vector<VertexId> may_be(VertexId vertex) const;

  /// Whether what a deal brought to its buyer may be in what another sells on: by party, by time, by goods.
  [[nodiscard]] Truth party_link(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] Truth time_link(std::uint32_t from, std::uint32_t to, Day slack, Day look_back) const;
  [[nodiscard]] Truth goods_link(std::uint32_t from, std::uint32_t to) const;
  /// All three.
  [[nodiscard]] Truth link(std::uint32_t from, std::uint32_t to, Day slack, Day look_back) const;

 private:
  const SupplyGraph& graph_;
  std::uint32_t shipments_;
  std::uint32_t size_;
  std::vector<std::pair<VertexId, VertexId>> may_be_;  ///< sorted, both directions
};

/// Deals listed by their seller, within it by heading, date class and first day. Each deal can be taken out once;
/// what is left is found without passing over what was taken.
class DealIndex {
 public:
  /// Only the deals that `wanted` holds and whose seller is known.
  DealIndex(const Deals& deals, std::size_t vertices, const Bits& wanted);

  /// Places of a seller's deals are begin(seller) … end(seller) - 1. begin() puts them in order the first time.
  std::uint32_t begin(VertexId seller);
  [[nodiscard]] std::uint32_t end(VertexId seller) const { return first_[seller + 1]; }
  /// Whether any deal of the seller was wanted.
  [[nodiscard]] bool holds(VertexId seller) const { return first_[seller] != first_[seller + 1]; }
  [[nodiscard]] std::uint32_t deal(std::uint32_t place) const { return order_[place]; }
  /// The first place at or behind this one whose deal was not taken; may lie behind the seller's end.
  std::uint32_t left(std::uint32_t place);
  void take(std::uint32_t place) { next_[place] = place + 1; }
  /// The first place from low on, before high, whose deal is not `such`, where all that are stand before all others.
  template <class Such>
  [[nodiscard]] std::uint32_t partition(std::uint32_t low, std::uint32_t high, Such such) const {
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (such(order_[middle]))
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

 private:
  const Deals& deals_;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> next_;
  Bits sorted_;
};

}  // namespace assay
