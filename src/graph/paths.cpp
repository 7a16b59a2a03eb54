#include "graph/paths.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "graph/deals.h"
#include "graph/local.h"

namespace assay {
namespace {

constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

/// Deals that went to nobody knows whom, by heading, so that one look finds whether any of them could have gone here.
class Strays {
 public:
  explicit Strays(const Deals& deals) : deals_(deals) {}

  void add(std::uint32_t deal) {
    by_heading_[deals_.heading(deal)].push_back({deals_.first(deal), deals_.last(deal), deal});
  }

  void finish() {
    for (auto& [heading, list] : by_heading_) {
      std::sort(list.begin(), list.end(), [](const Stray& a, const Stray& b) { return a.first < b.first; });
      for (std::size_t i = 1; i < list.size(); ++i) {  // the two latest last days up to here, of different deals
        Stray& s = list[i];
        const Stray& before = list[i - 1];
        const bool is_one = deals_.is_one(before.best_deal, s.deal);
        if (before.best >= s.best) {
          s.second_best = is_one ? before.second_best : std::max(before.second_best, s.best);
          s.best = before.best;
          s.best_deal = before.best_deal;
        } else {
          s.second_best = is_one ? before.second_best : before.best;
        }
      }
    }
  }

  [[nodiscard]] bool empty() const { return by_heading_.empty(); }

  /// Whether one of them, other than the deal itself, may be in what this deal sells.
  [[nodiscard]] bool may_feed(std::uint32_t to, Day slack, Day look_back) const {
    const Day latest_first = deals_.last(to) + slack;
    const Day earliest_last = deals_.first(to) - look_back;
    for (const auto& [heading, list] : by_heading_) {
      if (deals_.goods_link(list.front().deal, to) == Truth::no) continue;
      const auto after = std::upper_bound(list.begin(), list.end(), latest_first,
                                          [](Day day, const Stray& s) { return day < s.first; });
      if (after == list.begin()) continue;
      const Stray& s = *(after - 1);
      if ((deals_.is_one(s.best_deal, to) ? s.second_best : s.best) >= earliest_last) return true;
    }
    return false;
  }

 private:
  struct Stray {
    Day first, last;
    std::uint32_t deal;
    Day best, second_best;
    std::uint32_t best_deal;
    Stray(Day a, Day b, std::uint32_t d)
        : first(a), last(b), deal(d), best(b), second_best(std::numeric_limits<Day>::min()), best_deal(d) {}
  };
  const Deals& deals_;
  std::map<unsigned, std::vector<Stray>> by_heading_;
};

}  // namespace

/// The two searches and what is kept of them: by deal, in how many hops the target is reached through another deal.
class PathSearch::Work {
 public:
  Work(const SupplyGraph& graph, PathQuestion question, const Closure& closure)
      : graph_(graph),
        question_(std::move(question)),
        closure_(closure),
        deals_(graph),
        local_(graph, question_, closure_, deals_),
        answer_(graph.shipments.size()),
        joins_(question_.follow.test(static_cast<std::size_t>(Relation::supplied_by)) &&
               question_.follow.test(static_cast<std::size_t>(Relation::sold_by))) {
    look_at_each_deal();
    if (joins_) {
      search(Truth::yes, sure_fed_);
      search(Truth::unknown, possible_fed_);
      gather_loose_ends();
    }
    settle();
  }

  const Answer& answer() const { return answer_; }
  std::vector<PathStep> proof(std::uint32_t shipment) const;
  PathCause cause(std::uint32_t deal) const;
  std::vector<Closing> rests_on(std::uint32_t shipment, std::size_t limit) const;

 private:
  using Buckets = std::vector<std::vector<std::uint32_t>>;  ///< deals by hops

  void look_at_each_deal();
  void gather_loose_ends();
  [[nodiscard]] Bits still_open(Truth wanted) const;
  [[nodiscard]] Buckets starts(Truth wanted) const;
  void search(Truth wanted, std::vector<std::uint32_t>& fed);
  void feed(Truth wanted, std::uint32_t from, VertexId seller, DealIndex& index, std::uint32_t hops, Buckets& buckets,
            std::vector<std::uint32_t>& fed);
  [[nodiscard]] std::uint32_t end_of_run(const DealIndex& index, std::uint32_t place, std::uint32_t end) const;
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> in_time(Truth wanted, std::uint32_t from,
                                                                const DealIndex& index, std::uint32_t place,
                                                                std::uint32_t run_end) const;
  void feed_from_strays(const Strays& strays, const Bits& open, std::uint32_t hops, Buckets& buckets,
                        std::vector<std::uint32_t>& fed);
  void settle();
  [[nodiscard]] Truth link(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] PathCause link_cause(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] std::uint32_t hops_of(std::uint32_t deal, Truth wanted) const;
  [[nodiscard]] std::uint32_t feeder(std::uint32_t to, Truth wanted) const;
  template <class Visit>
  void for_each_inflow(std::uint32_t to, Visit visit) const;

  const SupplyGraph& graph_;
  PathQuestion question_;
  const Closure& closure_;
  Deals deals_;
  LocalTruth local_;
  Answer answer_;
  bool joins_;
  bool any_sure_ = false;                               ///< some deal surely reaches the target by itself
  std::vector<std::uint32_t> sure_fed_, possible_fed_;  ///< empty when nothing is fed
  std::vector<std::uint32_t> strays_;                   ///< deals whose buyer is not known
  std::vector<std::pair<VertexId, std::uint32_t>>
      loose_;  ///< buyer, deal: those that no arc of graph.deals stands for
};

/// Local truth of every deal: the answers that need no search.
void PathSearch::Work::look_at_each_deal() {
  LocalParts parts;
  for (std::uint32_t d = 0; d < deals_.size(); ++d) {
    local_.of(d, parts);
    for (const LocalPart& part : parts) {
      any_sure_ = any_sure_ || part.truth == Truth::yes;
      if (deals_.is_stated(d) || part.hops < question_.min_hops || part.hops > question_.max_hops) continue;
      answer_.put(d, part.truth);
    }
  }
}

/// Deals that graph.deals holds no arc for: stated ones, and those whose seller or buyer is not known.
void PathSearch::Work::gather_loose_ends() {
  for (std::uint32_t d = 0; d < deals_.size(); ++d) {
    const VertexId buyer = deals_.buyer(d);
    if (buyer == no_vertex)
      strays_.push_back(d);
    else if (deals_.is_stated(d) || deals_.seller(d) == no_vertex)
      loose_.emplace_back(buyer, d);
  }
  std::sort(loose_.begin(), loose_.end());
}

/// Deals that a search could still decide: of what is known without a search nothing more is asked.
Bits PathSearch::Work::still_open(Truth wanted) const {
  Bits open(deals_.size());
  for (std::uint32_t d = 0; d < deals_.size(); ++d) {
    const bool decided = wanted == Truth::unknown && d < answer_.possible.size() && answer_.possible.test(d);
    if (!decided && deals_.seller(d) != no_vertex && (wanted == Truth::unknown || !deals_.is_stated(d))) open.set(d);
  }
  return open;
}

/// Deals that reach the target by themselves, by the hops of their nearest branch.
PathSearch::Work::Buckets PathSearch::Work::starts(Truth wanted) const {
  Buckets buckets(4);
  LocalParts parts;
  for (std::uint32_t d = 0; d < deals_.size(); ++d) {
    local_.of(d, parts);
    std::uint32_t hops = never;
    for (const LocalPart& part : parts)
      if (part.truth >= wanted) hops = std::min(hops, part.hops);
    if (hops != never) buckets[hops].push_back(d);
  }
  return buckets;
}

/// Breadth first by hops from the deals that reach the target by themselves to those that they may be in.
void PathSearch::Work::search(Truth wanted, std::vector<std::uint32_t>& fed) {
  if (wanted == Truth::yes && !any_sure_) return;
  const Bits open = still_open(wanted);
  if (!open.any()) return;
  Buckets buckets = starts(wanted);
  fed.assign(deals_.size(), never);
  DealIndex index(deals_, graph_.vertices.size(), open);
  for (std::uint32_t hops = 1; hops < buckets.size(); ++hops) {
    if (hops + 2 > question_.max_hops) break;
    Strays strays(deals_);
    for (std::size_t i = 0; i < buckets[hops].size(); ++i) {
      const std::uint32_t from = buckets[hops][i];
      if (hops_of(from, wanted) < hops) continue;  // it was reached in fewer
      const VertexId buyer = deals_.buyer(from);
      if (buyer == no_vertex) {
        if (wanted == Truth::unknown) strays.add(from);
        continue;
      }
      if (wanted == Truth::yes && (deals_.is_stated(from) || deals_.is_ambiguous(buyer))) continue;  // never sure
      feed(wanted, from, buyer, index, hops + 2, buckets, fed);
      if (wanted == Truth::unknown)
        for (const VertexId other : deals_.may_be(buyer)) feed(wanted, from, other, index, hops + 2, buckets, fed);
    }
    strays.finish();
    if (!strays.empty()) feed_from_strays(strays, open, hops + 2, buckets, fed);
    buckets[hops].clear();
    buckets[hops].shrink_to_fit();
  }
}

void PathSearch::Work::feed(Truth wanted, std::uint32_t from, VertexId seller, DealIndex& index, std::uint32_t hops,
                            Buckets& buckets, std::vector<std::uint32_t>& fed) {
  if (buckets.size() <= hops) buckets.resize(hops + 1);
  const std::uint32_t end = index.end(seller);
  std::uint32_t place = index.left(index.begin(seller));
  while (place < end) {
    const std::uint32_t run_end = end_of_run(index, place, end);
    // Deals of one run are of one heading: what goods allow for the first they allow for all.
    if (deals_.goods_link(from, index.deal(place)) >= wanted) {
      const auto [low, high] = in_time(wanted, from, index, place, run_end);
      for (place = index.left(low); place < high; place = index.left(place + 1)) {
        const std::uint32_t to = index.deal(place);
        if (link(from, to) < wanted) continue;
        fed[to] = std::min(fed[to], hops);
        buckets[hops].push_back(to);
        index.take(place);
      }
    }
    place = index.left(run_end);
  }
}

/// Deals of one seller, heading and date class form a run. The place behind the run that begins here.
std::uint32_t PathSearch::Work::end_of_run(const DealIndex& index, std::uint32_t place, std::uint32_t end) const {
  const std::uint32_t first = index.deal(place);
  return index.partition(place + 1, end, [&](std::uint32_t deal) {
    return deals_.heading(deal) == deals_.heading(first) && deals_.date_class(deal) == deals_.date_class(first);
  });
}

/// The part of a run that time allows: its deals are in order of first and of last day alike, so what is too early
/// stands before it and what is too late behind it. Where only one of the days is in order, the whole run.
std::pair<std::uint32_t, std::uint32_t> PathSearch::Work::in_time(Truth wanted, std::uint32_t from,
                                                                  const DealIndex& index, std::uint32_t place,
                                                                  std::uint32_t run_end) const {
  if (deals_.date_class(index.deal(place)) == Deals::own_interval) return {place, run_end};
  const bool surely = wanted == Truth::yes;
  const Day earliest = (surely ? deals_.last(from) : deals_.first(from)) - question_.slack;
  const Day latest = (surely ? deals_.first(from) : deals_.last(from)) + question_.look_back;
  const std::uint32_t low = index.partition(place, run_end, [&](std::uint32_t deal) {
    return (surely ? deals_.first(deal) : deals_.last(deal)) < earliest;
  });
  const std::uint32_t high = index.partition(
      low, run_end, [&](std::uint32_t deal) { return (surely ? deals_.last(deal) : deals_.first(deal)) <= latest; });
  return {low, high};
}

void PathSearch::Work::feed_from_strays(const Strays& strays, const Bits& open, std::uint32_t hops, Buckets& buckets,
                                        std::vector<std::uint32_t>& fed) {
  if (buckets.size() <= hops) buckets.resize(hops + 1);
  open.for_each([&](std::size_t i) {
    const auto to = static_cast<std::uint32_t>(i);
    if (fed[to] <= hops || !strays.may_feed(to, question_.slack, question_.look_back)) return;
    fed[to] = hops;
    buckets[hops].push_back(to);
  });
}

void PathSearch::Work::settle() {
  if (!joins_) return;
  for (std::uint32_t s = 0; s < graph_.shipments.size(); ++s) {
    if (!sure_fed_.empty() && sure_fed_[s] != never) answer_.put(s, Truth::yes);
    if (!possible_fed_.empty() && possible_fed_[s] != never) answer_.put(s, Truth::unknown);
  }
}

Truth PathSearch::Work::link(std::uint32_t from, std::uint32_t to) const {
  const Truth party = deals_.party_link(from, to);
  if (party == Truth::no) return party;
  const Truth time = deals_.time_link(from, to, question_.slack, question_.look_back);
  if (time == Truth::no) return time;
  return both(both(party, time), deals_.goods_link(from, to));
}

/// In how many hops a deal reaches the target: by itself or through another; `never` if it does not.
std::uint32_t PathSearch::Work::hops_of(std::uint32_t deal, Truth wanted) const {
  const auto& fed = wanted == Truth::yes ? sure_fed_ : possible_fed_;
  std::uint32_t hops = fed.empty() ? never : fed[deal];
  LocalParts parts;
  local_.of(deal, parts);
  for (const LocalPart& part : parts)
    if (part.truth >= wanted) hops = std::min(hops, part.hops);
  return hops;
}

template <class Visit>
void PathSearch::Work::for_each_inflow(std::uint32_t to, Visit visit) const {
  const VertexId seller = deals_.seller(to);
  if (seller == no_vertex) return;
  std::vector<VertexId> buyers = deals_.may_be(seller);
  buyers.push_back(seller);
  for (const VertexId buyer : buyers) {
    for (const std::uint32_t shipment : graph_.deals.numbers(buyer)) visit(shipment);
    auto at = std::lower_bound(loose_.begin(), loose_.end(), std::pair(buyer, 0U));
    for (; at != loose_.end() && at->first == buyer; ++at) visit(at->second);
  }
  for (const std::uint32_t stray : strays_) visit(stray);
}

/// The deal through which another is reached in the fewest hops; of equals the one that comes first by day and
/// content.
std::uint32_t PathSearch::Work::feeder(std::uint32_t to, Truth wanted) const {
  std::uint32_t best = never;
  auto best_key = std::tuple(never, Day{0}, std::uint64_t{0});
  for_each_inflow(to, [&](std::uint32_t from) {
    if (link(from, to) < wanted) return;
    const std::uint32_t hops = hops_of(from, wanted);
    if (hops == never) return;
    const auto key = std::tuple(hops, deals_.first(from), deals_.key(from));
    if (best != never && key >= best_key) return;
    best = from;
    best_key = key;
  });
  return best;
}

std::vector<PathStep> PathSearch::Work::proof(std::uint32_t shipment) const {
  if (!answer_.sure.test(shipment)) return {};
  std::vector<PathStep> steps = local_.proof(shipment, question_.min_hops);
  if (!steps.empty()) return steps;
  const Shipments& s = graph_.shipments;
  std::uint32_t at = shipment;
  do {  // to the seller, and on to the deal that brought it there
    const std::uint32_t from = feeder(at, Truth::yes);
    if (from == never) return {};
    const Entity seller = entity_of(graph_, s.seller[at]);
    steps.push_back({shipment_entity(graph_, at), seller, Relation::sold_by, s.cell(at, Field::shipment_supplier),
                     s.date[at], true});
    steps.push_back({seller, shipment_entity(graph_, from), Relation::supplied_by,
                     s.cell(from, Field::shipment_buyer), s.date[from], true});
    at = from;
  } while (local_.proof(at, 1).empty());
  for (PathStep& step : local_.proof(at, 1)) steps.push_back(std::move(step));
  return steps;
}

PathCause PathSearch::Work::link_cause(std::uint32_t from, std::uint32_t to) const {
  const auto cell_of = [&](std::uint32_t deal, Field field, Known why) {
    if (deals_.is_stated(deal))
      return PathCause{PathCause::Kind::cell, deals_.stated(deal).cell, Known::ambiguous, no_vertex};
    const CellRef cell = graph_.shipments.cell(deal, field);
    if (!graph_.tables->has(field)) why = Known::not_asked;
    return PathCause{PathCause::Kind::cell, cell, why, no_vertex};
  };
  const auto date_known = [&](std::uint32_t d) {
    return deals_.is_stated(d) ? Known::ambiguous : graph_.shipments.date[d].known;
  };
  if (deals_.buyer(from) == no_vertex) return cell_of(from, Field::shipment_buyer, Known::blank);
  if (deals_.party_link(from, to) == Truth::unknown)
    return deals_.is_stated(from) || deals_.is_ambiguous(deals_.buyer(from))
               ? cell_of(from, Field::shipment_buyer, Known::ambiguous)
               : cell_of(to, Field::shipment_supplier, Known::ambiguous);
  if (deals_.time_link(from, to, question_.slack, question_.look_back) == Truth::unknown) {
    if (date_known(from) != Known::yes) return cell_of(from, Field::shipment_date, date_known(from));
    if (date_known(to) != Known::yes) return cell_of(to, Field::shipment_date, date_known(to));
    return deals_.date_class(from) >= deals_.date_class(to) ? cell_of(from, Field::shipment_date, Known::ambiguous)
                                                            : cell_of(to, Field::shipment_date, Known::ambiguous);
  }
  const auto code = [&](std::uint32_t d) {
    const Goods* goods = deals_.goods(d);
    const Known known = goods == nullptr ? Known::ambiguous : goods->hs.known;
    return cell_of(d, Field::shipment_hs_code, known == Known::yes ? Known::ambiguous : known);  // "27" fits many
  };
  return deals_.heading(from) == no_heading ? code(from) : code(to);
}

PathCause PathSearch::Work::cause(std::uint32_t deal) const {
  LocalParts parts;
  local_.of(deal, parts);
  for (const LocalPart& part : parts)
    if (part.truth == Truth::unknown && part.hops >= question_.min_hops) return part.cause;
  std::uint32_t at = deal;
  while (true) {
    const std::uint32_t from = feeder(at, Truth::unknown);
    if (from == never) return {};
    local_.of(from, parts);
    bool sure = !sure_fed_.empty() && sure_fed_[from] != never;
    for (const LocalPart& part : parts) sure = sure || part.truth == Truth::yes;
    if (sure && link(from, at) != Truth::yes) return link_cause(from, at);
    if (!sure) {
      const std::uint32_t hops = hops_of(from, Truth::unknown);
      for (const LocalPart& part : parts)
        if (part.hops == hops && part.truth == Truth::unknown) return part.cause;
    }
    at = from;
  }
}

std::vector<Closing> PathSearch::Work::rests_on(std::uint32_t shipment, std::size_t limit) const {
  std::vector<Closing> cells;
  std::vector<std::uint32_t> queue = {shipment};
  for (std::size_t i = 0; i < queue.size() && cells.size() < limit; ++i) {
    if (const Closing closing = local_.closing(queue[i]);
        closing.exists() && std::find(cells.begin(), cells.end(), closing) == cells.end())
      cells.push_back(closing);
    for_each_inflow(queue[i], [&](std::uint32_t from) {
      if (queue.size() < 4 * limit && link(from, queue[i]) != Truth::no &&
          std::find(queue.begin(), queue.end(), from) == queue.end())
        queue.push_back(from);
    });
  }
  return cells;
}

PathSearch::PathSearch(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure)
    : work_(std::make_unique<Work>(graph, question, closure)) {}
PathSearch::~PathSearch() = default;
PathSearch::PathSearch(PathSearch&&) noexcept = default;
const Answer& PathSearch::answer() const {
  return work_->answer();
}
std::vector<PathStep> PathSearch::proof(std::uint32_t shipment) const {
  return work_->proof(shipment);
}
PathCause PathSearch::cause(std::uint32_t shipment) const {
  return work_->cause(shipment);
}
std::vector<Closing> PathSearch::rests_on(std::uint32_t shipment, std::size_t limit) const {
  return work_->rests_on(shipment, limit);
}

}  // namespace assay
