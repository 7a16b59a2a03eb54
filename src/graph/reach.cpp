#include "graph/reach.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace assay {
namespace {

constexpr std::uint32_t never = no_deal;

/// Deals that went to nobody knows whom, by heading, so that one look finds the first that could have gone here.
class Strays {
 public:
  explicit Strays(const Deals& deals) : deals_(deals) {}

  /// In order of day and content. A row that was written twice is one.
  void add(std::uint32_t deal) {
    std::vector<Stray>& list = by_heading_[deals_.heading(deal)];
    if (!list.empty() && deals_.is_one(list.back().deal, deal)) return;
    Stray stray{deals_.first(deal), deal, deals_.last(deal)};
    if (!list.empty()) {
      const Stray& before = list.back();
      stray.second = std::max(before.second, std::min(before.last, stray.last));
      stray.last = std::max(before.last, stray.last);
    }
    list.push_back(stray);
  }

  [[nodiscard]] bool empty() const { return by_heading_.empty(); }

  /// The first of them, other than the deal itself, that may be in what this deal sells; no_deal when there is none.
  [[nodiscard]] std::uint32_t first_for(std::uint32_t to, Day slack, Day look_back) const {
    const Day latest_first = deals_.last(to) + slack;
    const Day earliest_last = deals_.first(to) - look_back;
    std::uint32_t best = no_deal;
    for (const auto& [heading, list] : by_heading_) {
      if (deals_.goods_link(list.front().deal, to) == Truth::no) continue;
      auto at =
          std::partition_point(list.begin(), list.end(), [&](const Stray& s) { return s.last < earliest_last; });
      if (at != list.end() && deals_.is_one(at->deal, to))
        at = std::partition_point(at, list.end(), [&](const Stray& s) { return s.second < earliest_last; });
      if (at == list.end() || at->first > latest_first) continue;
      if (best == no_deal || deals_.comes_before(at->deal, best)) best = at->deal;
    }
    return best;
  }

 private:
  struct Stray {
    Day first = 0;
    std::uint32_t deal = 0;
    Day last = 0;                                  ///< the latest last day of those up to here …
    Day second = std::numeric_limits<Day>::min();  ///< … and the latest but one
  };
  const Deals& deals_;
  std::map<unsigned, std::vector<Stray>> by_heading_;
};

class Search {
 public:
  Search(const SupplyGraph& graph, const PathQuestion& question, const Deals& deals, const LocalTruth& local,
         Truth wanted, const Bits& open)
      : question_(question),
        deals_(deals),
        local_(local),
        wanted_(wanted),
        open_(open),
        index_(deals, graph.vertices.size(), open),
        hops_(deals.size(), never),
        feeder_(deals.size(), no_deal),
        buckets_(4) {}

  std::vector<std::uint32_t> run() {
    start();
    for (std::uint32_t hops = 1; hops < buckets_.size() && hops + 2 <= question_.max_hops; ++hops) {
      std::vector<std::uint32_t> deals = std::move(buckets_[hops]);
      // The first by day and content feeds whom it can, so that no order of rows shows.
      std::sort(deals.begin(), deals.end(),
                [this](std::uint32_t a, std::uint32_t b) { return deals_.comes_before(a, b); });
      Strays strays(deals_);
      for (const std::uint32_t from : deals) {
        if (hops_[from] < hops) continue;  // it was reached in fewer
        if (deals_.buyer(from) != no_vertex)
          feed_buyer(from, hops + 2);
        else if (wanted_ == Truth::unknown)
          strays.add(from);
      }
      if (!strays.empty()) feed_from_strays(strays, hops + 2);
    }
    return std::move(feeder_);
  }

 private:
  void start();
  [[nodiscard]] bool leads_on(std::uint32_t deal) const;
  void feed_buyer(std::uint32_t from, std::uint32_t hops);
  void feed(std::uint32_t from, VertexId seller, std::uint32_t hops);
  void feed_from_strays(const Strays& strays, std::uint32_t hops);
  void reach(std::uint32_t to, std::uint32_t from, std::uint32_t hops);
  [[nodiscard]] std::uint32_t end_of_run(std::uint32_t place, std::uint32_t end) const;
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> in_time(std::uint32_t from, std::uint32_t place,
                                                                std::uint32_t run_end) const;

  const PathQuestion& question_;
  const Deals& deals_;
  const LocalTruth& local_;
  Truth wanted_;
  const Bits& open_;
  DealIndex index_;
  std::vector<std::uint32_t> hops_;  ///< by deal: the fewest in which it reaches the target
  std::vector<std::uint32_t> feeder_;
  std::vector<std::vector<std::uint32_t>> buckets_;  ///< deals by hops
};

/// Deals that reach the target by themselves, by the hops of their nearest branch.
void Search::start() {
  LocalParts parts;
  for (std::uint32_t d = 0; d < deals_.size(); ++d) {
    local_.of(d, parts);
    for (const LocalPart& part : parts)
      if (part.truth >= wanted_) hops_[d] = std::min(hops_[d], part.hops);
    if (hops_[d] != never && leads_on(d)) buckets_[hops_[d]].push_back(d);
  }
}

/// False for what surely went to a party that sells nothing that is still asked about: most of a large network.
bool Search::leads_on(std::uint32_t deal) const {
  const VertexId buyer = deals_.buyer(deal);
  return buyer == no_vertex || index_.holds(buyer) || !deals_.may_be(buyer).empty();
}

void Search::reach(std::uint32_t to, std::uint32_t from, std::uint32_t hops) {
  if (hops_[to] <= hops && feeder_[to] != no_deal) return;
  feeder_[to] = from;
  if (hops_[to] <= hops) return;  // by itself it is nearer
  hops_[to] = hops;
  if (buckets_.size() <= hops) buckets_.resize(hops + 1);
  buckets_[hops].push_back(to);
}

void Search::feed_buyer(std::uint32_t from, std::uint32_t hops) {
  const VertexId buyer = deals_.buyer(from);
  if (wanted_ == Truth::yes && (deals_.is_stated(from) || deals_.is_ambiguous(buyer))) return;  // never sure
  feed(from, buyer, hops);
  if (wanted_ == Truth::unknown)
    for (const VertexId other : deals_.may_be(buyer)) feed(from, other, hops);
}

void Search::feed(std::uint32_t from, VertexId seller, std::uint32_t hops) {
  const std::uint32_t end = index_.end(seller);
  std::uint32_t place = index_.left(index_.begin(seller));
  while (place < end) {
    const std::uint32_t run_end = end_of_run(place, end);
    // Deals of one run are of one heading: what goods allow for the first they allow for all.
    if (deals_.goods_link(from, index_.deal(place)) >= wanted_) {
      const auto [low, high] = in_time(from, place, run_end);
      for (place = index_.left(low); place < high; place = index_.left(place + 1)) {
        const std::uint32_t to = index_.deal(place);
        if (deals_.link(from, to, question_.slack, question_.look_back) < wanted_) continue;
        reach(to, from, hops);
        index_.take(place);
      }
    }
    place = index_.left(run_end);
  }
}

/// Deals of one seller, heading and date class form a run. The place behind the run that begins here.
std::uint32_t Search::end_of_run(std::uint32_t place, std::uint32_t end) const {
  const std::uint32_t first = index_.deal(place);
  return index_.partition(place + 1, end, [&](std::uint32_t deal) {
    return deals_.heading(deal) == deals_.heading(first) && deals_.date_class(deal) == deals_.date_class(first);
  });
}

/// The part of a run that time allows: its deals are in order of first and of last day alike, so what is too early
/// stands before it and what is too late behind it. Where only one of the days is in order, the whole run.
std::pair<std::uint32_t, std::uint32_t> Search::in_time(std::uint32_t from, std::uint32_t place,
                                                        std::uint32_t run_end) const {
  if (deals_.date_class(index_.deal(place)) == Deals::own_interval) return {place, run_end};
  const bool surely = wanted_ == Truth::yes;
  const Day earliest = (surely ? deals_.last(from) : deals_.first(from)) - question_.slack;
  const Day latest = (surely ? deals_.first(from) : deals_.last(from)) + question_.look_back;
  const std::uint32_t low = index_.partition(place, run_end, [&](std::uint32_t deal) {
    return (surely ? deals_.first(deal) : deals_.last(deal)) < earliest;
  });
  const std::uint32_t high = index_.partition(
      low, run_end, [&](std::uint32_t deal) { return (surely ? deals_.last(deal) : deals_.first(deal)) <= latest; });
  return {low, high};
}

void Search::feed_from_strays(const Strays& strays, std::uint32_t hops) {
  open_.for_each([&](std::size_t i) {
    const auto to = static_cast<std::uint32_t>(i);
    if (feeder_[to] != no_deal && hops_[to] < hops) return;
    const std::uint32_t from = strays.first_for(to, question_.slack, question_.look_back);
    if (from == no_deal) return;
    if (feeder_[to] != no_deal && hops_[to] == hops && deals_.comes_before(from, feeder_[to]))
      feeder_[to] = from;  // as near as the one that is known to have gone here, and earlier
    else
      reach(to, from, hops);
  });
}

}  // namespace

std::vector<std::uint32_t> search_feeders(const SupplyGraph& graph, const PathQuestion& question, const Deals& deals,
                                          const LocalTruth& local, Truth wanted, const Bits& open) {
  if (!open.any()) return {};
  return Search(graph, question, deals, local, wanted, open).run();
}

}  // namespace assay
