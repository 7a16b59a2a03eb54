#include "graph/ownership.h"

#include <algorithm>
#include <deque>

namespace assay {
namespace {

constexpr std::size_t most_rounds = 256;  // of multiplied shares around a ring; then only bounds are kept

Parts times(Parts share, Parts factor) {
  return static_cast<Parts>(std::int64_t{share} * factor / whole_share);
}
Parts times_up(Parts share, Parts factor) {
  return static_cast<Parts>((std::int64_t{share} * factor + whole_share - 1) / whole_share);
}
Parts at_most_whole(std::int64_t sum) {
  return static_cast<Parts>(std::min<std::int64_t>(sum, whole_share));
}

/// The shares of an asset, added up by who holds them.
struct Sums {
  std::int64_t low = 0;      ///< surely of concern
  std::int64_t high = 0;     ///< possibly of concern, each as large as can be
  std::int64_t others = 0;   ///< settled shares of owners who are surely of no concern
  std::int64_t settled = 0;  ///< settled shares of all
  bool some = false;         ///< somebody of concern surely holds something
  bool open = true;          ///< what nobody states may be held by anyone

  /// Rows that state more than a whole contradict each other; a little more is rounding.
  [[nodiscard]] bool conflict() const { return settled > whole_share + whole_share / 100; }

  [[nodiscard]] Owned owned() const {
    Owned owned;
    owned.low = at_most_whole(low);
    std::int64_t most = conflict() ? high : open ? whole_share - others : std::min(high, whole_share - others);
    owned.high = std::max(at_most_whole(std::max<std::int64_t>(most, 0)), owned.low);
    owned.some = some;
    return owned;
  }
};

}  // namespace

/// Works out one period, ring by ring.
class Ownership::Solver {
 public:
  Solver(const Ownership& of, Period period, Standpoints& found)
      : of_(of), holdings_(of.holdings_), period_(period), found_(found) {}

  /// Of all vertices of `order`, which holds whole components, owners first.
  void solve(std::span<const VertexId> order) {
    const std::vector<std::uint32_t>& component = holdings_.components().of;
    for (std::size_t low = 0, high = 0; low < order.size(); low = high) {
      while (high < order.size() && component[order[high]] == component[order[low]]) ++high;
      ring_ = order.subspan(low, high - low);
      if (of_.question_.rule == OwnershipRule::multiply)
        multiply();
      else
        cascade();
    }
  }

 private:
  [[nodiscard]] bool is_name(VertexId vertex) const {
    return holdings_.graph().vertices.standing[vertex] == Standing::ambiguous;
  }

  void cascade() {
    for (const VertexId vertex : ring_) {
      Standpoint& point = found_[vertex];
      point = {};
      if (is_name(vertex)) continue;
      point.sure = of_.concern_.sure.test(vertex);
      point.possible = of_.concern_.possible.test(vertex);
    }
    for (const VertexId vertex : ring_) {
      if (!is_name(vertex)) continue;
      for (const VertexId party : holdings_.graph().candidates_of(vertex))
        found_[vertex].possible = found_[vertex].possible || found_[party].possible;
    }
    sums_.assign(ring_.size(), {});
    for (std::size_t i = 0; i < ring_.size(); ++i) add_up(ring_[i], sums_[i]);
    for (std::size_t i = 0; i < ring_.size(); ++i) look_at(i);
    while (!fallen_.empty()) {
      const Fall fall = fallen_.front();
      fallen_.pop_front();
      pass_on(fall);
    }
    for (std::size_t i = 0; i < ring_.size(); ++i) found_[ring_[i]].owned = sums_[i].owned();
  }

  void add_up(VertexId asset, Sums& sums) const {
    sums.open = of_.is_open(asset, period_);
    for (const Stake& stake : holdings_.of(asset)) {
      const Holding holding = holdings_.holding(stake, period_);
      sums.settled += holding.settled;
      const bool possible = stake.owner == no_vertex || found_[stake.owner].possible;
      if (possible)
        sums.high += holding.high;
      else
        sums.others += holding.settled;
      if (stake.owner == no_vertex || !found_[stake.owner].sure) continue;
      sums.low += holding.low;
      sums.some = sums.some || holding.some;
    }
  }

  /// A vertex that became an owner of concern through what is held of it.
  struct Fall {
    VertexId vertex;
    bool sure;
  };

  void look_at(std::size_t place) {
    const VertexId vertex = ring_[place];
    if (is_name(vertex)) return;
    const Owned owned = sums_[place].owned();
    const bool strictly = of_.question_.rule == OwnershipRule::eu_over_50;
    const Parts enough = of_.question_.threshold + (strictly ? 1 : 0);
    Standpoint& point = found_[vertex];
    if (owned.low >= enough && !point.sure) {
      point.sure = true;
      fallen_.push_back({vertex, true});
    }
    if (owned.high >= enough && !point.possible) {
      point.possible = true;
      fallen_.push_back({vertex, false});
    }
  }

  [[nodiscard]] std::size_t place_of(VertexId vertex) const {
    const auto at = std::lower_bound(ring_.begin(), ring_.end(), vertex);
    return at != ring_.end() && *at == vertex ? static_cast<std::size_t>(at - ring_.begin()) : ring_.size();
  }

  /// To what it holds within the ring; what lies further down adds it up later.
  void pass_on(Fall fall) {
    for (const std::uint32_t number : holdings_.held_by(fall.vertex)) {
      const Stake& stake = holdings_.stake(number);
      const std::size_t place = place_of(stake.asset);
      if (place == ring_.size()) continue;
      const Holding holding = holdings_.holding(stake, period_);
      Sums& sums = sums_[place];
      if (fall.sure) {
        sums.low += holding.low;
        sums.some = sums.some || holding.some;
      } else {
        sums.high += holding.high;
        sums.others -= holding.settled;
      }
      look_at(place);
    }
    if (fall.sure) return;
    for (const VertexId name : holdings_.names_of(fall.vertex)) {
      if (place_of(name) == ring_.size() || found_[name].possible) continue;
      found_[name].possible = true;
      fallen_.push_back({name, false});
    }
  }

  /// Bounds by rounds: what is surely held grows from nothing, and so does what may be held; if the latter does not
  /// come to rest it is left open.
  void multiply() {
    for (const VertexId vertex : ring_) {
      Standpoint& point = found_[vertex];
      point = {};
      point.sure = !is_name(vertex) && of_.concern_.sure.test(vertex);
      point.possible = !is_name(vertex) && of_.concern_.possible.test(vertex);
    }
    bool changed = true;
    for (std::size_t round = 0; changed && round < most_rounds; ++round) {
      changed = false;
      for (const VertexId vertex : ring_) {
        const Owned owned = product(vertex);
        changed = changed || owned != found_[vertex].owned;
        found_[vertex].owned = owned;
      }
    }
    if (!changed) return;
    for (const VertexId vertex : ring_) found_[vertex].owned.high = whole_share;
  }

  [[nodiscard]] Parts most_of(VertexId owner) const {
    if (owner == no_vertex) return whole_share;
    if (!is_name(owner)) return found_[owner].possible ? whole_share : found_[owner].owned.high;
    Parts most = 0;
    for (const VertexId party : holdings_.graph().candidates_of(owner)) most = std::max(most, most_of(party));
    return most;
  }

  [[nodiscard]] Owned product(VertexId asset) const {
    if (is_name(asset)) return {};
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t settled = 0;
    std::int64_t of_settled = 0;  ///< what the settled shares may bring
    Parts largest = 0;
    for (const Stake& stake : holdings_.of(asset)) {
      const Holding holding = holdings_.holding(stake, period_);
      const Parts most = most_of(stake.owner);
      high += times_up(holding.high, most);
      settled += holding.settled;
      of_settled += times_up(holding.settled, most);
      largest = std::max(largest, most);
      if (stake.owner == no_vertex || is_name(stake.owner)) continue;
      low += times(holding.low, found_[stake.owner].sure ? whole_share : found_[stake.owner].owned.low);
    }
    Owned owned;
    owned.low = at_most_whole(low);
    const std::int64_t rest = whole_share - settled;
    if (rest >= 0) {
      const bool open = of_.is_open(asset, period_);
      const std::int64_t by_rest = of_settled + (open ? rest : times_up(at_most_whole(rest), largest));
      high = open ? by_rest : std::min(high, by_rest);
    }
    owned.high = std::max(at_most_whole(high), owned.low);
    owned.some = owned.low > 0;
    return owned;
  }

  const Ownership& of_;
  const Holdings& holdings_;
  Period period_;
  Standpoints& found_;
  std::span<const VertexId> ring_;
  std::vector<Sums> sums_;
  std::deque<Fall> fallen_;
};

Ownership::Ownership(const Holdings& holdings, const Closure& closure, Answer concern, OwnershipQuestion question)
    : holdings_(holdings),
      closure_(closure),
      concern_(std::move(concern)),
      question_(question),
      today_(holdings.canonical({holdings.graph().as_of, holdings.graph().as_of})),
      reached_(holdings.graph().vertices.size()) {}

/// Whether what nobody states of an asset may be held by anyone.
bool Ownership::is_open(VertexId asset, Period period) const {
  if (holdings_.is_ultimate(asset)) return false;
  return !closure_.owners(asset, period.first, period.last).exists() || !holdings_.is_stated(asset) ||
         !holdings_.strays().empty();
}

std::vector<VertexId> Ownership::upstream_of(VertexId asset) const {
  std::vector<VertexId> found = {asset};
  reached_.set(asset);
  const auto reach = [&](VertexId vertex) {
    if (vertex == no_vertex || reached_.test(vertex)) return;
    reached_.set(vertex);
    found.push_back(vertex);
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    const VertexId vertex = found[i];
    for (const Stake& stake : holdings_.of(vertex)) reach(stake.owner);
    for (const VertexId party : holdings_.graph().candidates_of(vertex)) reach(party);
  }
  for (const VertexId vertex : found) reached_.reset(vertex);
  const std::vector<std::uint32_t>& component = holdings_.components().of;
  std::sort(found.begin(), found.end(), [&](VertexId a, VertexId b) {
    return component[a] != component[b] ? component[a] < component[b] : a < b;
  });
  return found;
}

const Ownership::Standpoints& Ownership::standpoints(VertexId asset, Period period) const {
  const std::size_t vertices = holdings_.graph().vertices.size();
  if (period == today_) {
    if (of_today_.empty()) {
      of_today_.resize(vertices);
      Solver(*this, period, of_today_).solve(holdings_.components().order);
    }
    return of_today_;
  }
  scratch_.resize(vertices);
  Solver(*this, period, scratch_).solve(upstream_of(asset));
  return scratch_;
}

Owned Ownership::owned(VertexId asset, Period period) const {
  if (const auto parties = holdings_.graph().candidates_of(asset); !parties.empty()) {
    Owned all{whole_share, 0, true};
    for (const VertexId party : parties) {
      const Owned one = owned(party, period);
      all = {std::min(all.low, one.low), std::max(all.high, one.high), all.some && one.some};
    }
    return all;
  }
  period = holdings_.canonical(period);
  if (period == today_) return standpoints(asset, period)[asset].owned;
  const auto [at, is_new] = known_.emplace(std::tuple(asset, period.first, period.last), Owned{});
  if (is_new) at->second = standpoints(asset, period)[asset].owned;
  return at->second;
}

Truth Ownership::judge(Owned owned) const {
  if (question_.rule == OwnershipRule::any_share)
    return owned.low > 0 || owned.some ? Truth::yes : owned.high > 0 ? Truth::unknown : Truth::no;
  const Parts enough = question_.threshold + (question_.rule == OwnershipRule::eu_over_50 ? 1 : 0);
  return owned.low >= enough ? Truth::yes : owned.high >= enough ? Truth::unknown : Truth::no;
}

Truth Ownership::at(VertexId asset, Period period) const {
  return judge(owned(asset, period));
}

}  // namespace assay
