#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "graph/deals.h"
#include "graph/in_time.h"

namespace assay {

/// The days that the date of a shipment may mean.
inline Days days_of(const SupplyGraph& graph, std::uint32_t shipment) {
  const Date date = graph.shipments.date[shipment];
  return {date.first, date.last()};
}

/// Finds shipments of a party without passing over those of other headings and times.
class ShipmentFlow {
 public:
  ShipmentFlow(const Deals& deals, const SupplyGraph& graph, const std::vector<VertexId>& party, const Bits& wanted)
      : deals_(deals), graph_(graph), party_(party) {
    wanted.for_each([this](std::size_t s) { order_.push_back(static_cast<std::uint32_t>(s)); });
    std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
      return key(a) != key(b) ? key(a) < key(b) : deals_.comes_before(a, b);
    });
    first_.assign(graph.vertices.size() + 2, 0);
    for (const std::uint32_t s : order_) ++first_[slot(party_[s]) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  }

  /// Calls visit(shipment, truth) for those that are, or may be, of the party (no_vertex: of anyone), of the heading
  /// and of the days up to `later`.
  template <class Visit>
  void for_each(VertexId party, unsigned heading, Days later, Day within, Visit visit) const {
    std::vector<VertexId> names;
    if (party != no_vertex) names = deals_.may_be(party);
    if (party != no_vertex) names.push_back(party);
    names.push_back(no_vertex);
    const auto each = [&](auto from, auto to) {
      for (; from != to; ++from) {
        const Truth time = in_time(days_of(graph_, *from), later, within);
        const Truth truth = both(time, both(of_party(party, party_[*from]), same(heading, deals_.heading(*from))));
        if (truth != Truth::no) visit(*from, truth);
      }
    };
    if (party == no_vertex || heading == no_heading) {  // anyone's, or anything
      each(order_.begin(), order_.end());
      return;
    }
    for (const VertexId name : names) {
      const auto begin = order_.begin() + first_[slot(name)];
      const auto end = order_.begin() + first_[slot(name) + 1];
      for (const unsigned one : {heading, no_heading})
        for (unsigned precision = 0; precision <= finest; ++precision) {
          const Day oldest = precision == finest ? later.first - within : earliest_day;
          const Key low{name, one, precision, oldest};
          const Key high{name, one, precision, later.last};
          each(std::lower_bound(begin, end, low, [this](std::uint32_t s, const Key& k) { return key(s) < k; }),
               std::upper_bound(begin, end, high, [this](const Key& k, std::uint32_t s) { return k < key(s); }));
        }
    }
  }

  [[nodiscard]] Truth of_party(VertexId wanted, VertexId found) const {
    if (wanted == no_vertex || found == no_vertex) return Truth::unknown;
    return wanted == found && !deals_.is_ambiguous(wanted) ? Truth::yes : maybe(wanted, found);
  }
  static Truth same(unsigned a, unsigned b) {
    if (a == no_heading || b == no_heading) return Truth::unknown;
    return a == b ? Truth::yes : Truth::no;
  }

 private:
  using Key = std::tuple<VertexId, unsigned, unsigned, Day>;
  static constexpr unsigned finest = 1;  ///< of two: dates to the day, and all others

  [[nodiscard]] Truth maybe(VertexId wanted, VertexId found) const {
    if (wanted == found) return Truth::unknown;
    const std::vector<VertexId> others = deals_.may_be(wanted);
    return std::find(others.begin(), others.end(), found) != others.end() ? Truth::unknown : Truth::no;
  }
  [[nodiscard]] Key key(std::uint32_t s) const {
    const Date date = graph_.shipments.date[s];
    return {party_[s], deals_.heading(s), date.precision == Precision::day ? finest : 0U, date.first};
  }

  const Deals& deals_;
  const SupplyGraph& graph_;
  const std::vector<VertexId>& party_;
  /// Those of nobody known stand behind those of all parties, as no_vertex is the greatest number.
  [[nodiscard]] std::size_t slot(VertexId party) const {
    return party == no_vertex ? graph_.vertices.size() : std::size_t{party};
  }

  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> first_;  ///< by slot: where a party's shipments begin in order_
};

}  // namespace assay
