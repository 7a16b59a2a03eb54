#include "graph/party_reach.h"

#include <algorithm>
#include <tuple>

namespace assay {
namespace {

constexpr std::ptrdiff_t most_chains = 4;    // of one party, and as many that begin there
constexpr std::uint8_t most_widenings = 16;  // of the days of one party, before any day will do

}  // namespace

// ---- sure chains

SureReach::SureReach(const SupplyGraph& graph, const PartyLinks& links, const PartyEnds& ends)
    : graph_(graph), links_(links), ends_(ends) {
  std::vector<SureChain> found;
  for (VertexId v = 0; v < graph.vertices.size(); ++v) {
    if (links.deals().is_ambiguous(v)) continue;
    for (const PartyEnd& end : ends.of(v))
      if (end.truth == Truth::yes) found.push_back({v, v, end, {}, SureChain::none, end.hops});
  }
  std::vector<std::uint32_t> level = keep(found);
  while (!level.empty()) {
    found.clear();
    for (const std::uint32_t number : level) extend(number, false, found);
    level = keep(found);
  }
  // Purchases last: what one party bought is not known to be in what it sells or does for another.
  found.clear();
  for (std::uint32_t number = 0; number < chains_.size(); ++number) extend(number, true, found);
  keep(found);
}

void SureReach::extend(std::uint32_t number, bool by_purchase, std::vector<SureChain>& found) const {
  const SureChain& chain = chains_[number];
  links_.for_each_into(chain.at, [&](const PartyLink& link) {
    if ((link.relation == Relation::supplied_by) != by_purchase) return;
    if (link.from == chain.last || link.from == chain.at || links_.truth(link) != Truth::yes) return;
    if (overlap(chain.end.span, links_.span(link)) != Truth::yes) return;
    found.push_back({link.from, chain.last, chain.end, link, number, chain.hops + 1});
  });
}

/// In an order that comes from content: the level does not depend on that of the rows.
bool SureReach::comes_before(const SureChain& a, const SureChain& b) const {
  const auto& rank = graph_.vertices.rank;
  const auto weight = [&](const SureChain& c) {
    return std::tuple(rank[c.at], c.hops, c.end.span.start_high, -c.end.span.end_low, rank[c.last],
                      c.next == SureChain::none ? 0U : rank[c.link.to]);
  };
  if (weight(a) != weight(b)) return weight(a) < weight(b);
  const auto key = [&](const SureChain& c) {
    return std::pair(ends_.key(c.end), c.next == SureChain::none ? 0U : links_.key(c.link));
  };
  return key(a) < key(b);
}

std::vector<std::uint32_t> SureReach::keep(std::vector<SureChain>& found) {
  std::sort(found.begin(), found.end(),
            [this](const SureChain& a, const SureChain& b) { return comes_before(a, b); });
  std::vector<std::uint32_t> kept;
  for (const SureChain& chain : found) {
    std::vector<std::uint32_t>& own = of_[chain.at];
    const auto is_alike = [&](std::uint32_t number) {
      return (chains_[number].next == SureChain::none) == (chain.next == SureChain::none);
    };
    const bool adds_nothing = std::any_of(own.begin(), own.end(), [&](std::uint32_t number) {
      const Span& other = chains_[number].end.span;
      const bool longer = other.start_high <= chain.end.span.start_high && other.end_low >= chain.end.span.end_low;
      return longer && is_alike(number);
    });
    if (adds_nothing || std::count_if(own.begin(), own.end(), is_alike) >= most_chains) continue;
    own.push_back(static_cast<std::uint32_t>(chains_.size()));
    kept.push_back(own.back());
    chains_.push_back(chain);
  }
  return kept;
}

std::uint32_t SureReach::best(VertexId party, unsigned min_hops) const {
  const auto own = of_.find(party);
  std::uint32_t best = SureChain::none;
  if (own == of_.end()) return best;
  for (const std::uint32_t number : own->second) {
    const SureChain& chain = chains_[number];
    if (chain.next == SureChain::none && chain.hops < min_hops) continue;
    if (best == SureChain::none || chain.hops < chains_[best].hops) best = number;
  }
  return best;
}

// ---- possible ones

namespace {

/// Level by level from the ends. Of each party the days on which workers behind it may have been at work: one run of
/// days around all of them, so that a maybe is never lost.
class PossibleSearch {
 public:
  PossibleSearch(const SupplyGraph& graph, const PartyLinks& links, const PartyEnds& ends)
      : graph_(graph),
        links_(links),
        ends_(ends),
        first_(graph.vertices.size(), latest_day),
        last_(graph.vertices.size(), earliest_day),
        behind_(graph.vertices.size(), no_vertex),
        widened_(graph.vertices.size(), 0) {
    const std::size_t size = graph.vertices.size();
    out_.ends = Bits(size);
    out_.linked = Bits(size);
    out_.next.assign(size, no_vertex);
  }

  PossibleReach run() {
    begin();
    while (!level_.empty()) {
      const auto& rank = graph_.vertices.rank;
      std::sort(level_.begin(), level_.end(), [&](VertexId a, VertexId b) { return rank[a] < rank[b]; });
      const std::vector<VertexId> level = std::move(level_);
      level_.clear();
      for (const VertexId v : level) spread(v);
      std::sort(level_.begin(), level_.end());
      level_.erase(std::unique(level_.begin(), level_.end()), level_.end());
    }
    find_strays();
    return std::move(out_);
  }

 private:
  static constexpr VertexId many = no_vertex - 1;

  void begin() {
    for (VertexId v = 0; v < graph_.vertices.size(); ++v)
      for (const PartyEnd& end : ends_.of(v)) {
        out_.ends.set(v);
        if (widen(v, end.span.start_low, end.span.end_high, v)) level_.push_back(v);
      }
    links_.for_each_loose([this](const PartyLink& link) {
      if (link.to != no_vertex) return;
      out_.linked.set(link.from);
      if (widen(link.from, earliest_day, latest_day, link.from)) level_.push_back(link.from);
    });
    std::sort(level_.begin(), level_.end());
    level_.erase(std::unique(level_.begin(), level_.end()), level_.end());
  }

  /// `end`: whose end it is; a chain that comes back to it says nothing new of it.
  bool widen(VertexId v, Day first, Day last, VertexId end) {
    const bool grows = first < first_[v] || last > last_[v] || (behind_[v] != end && behind_[v] != many);
    if (!grows) return false;
    if (widened_[v] == most_widenings) {
      first = earliest_day;
      last = latest_day;
    } else {
      ++widened_[v];
    }
    first_[v] = std::min(first_[v], first);
    last_[v] = std::max(last_[v], last);
    behind_[v] = behind_[v] == no_vertex || behind_[v] == end ? end : many;
    return true;
  }

  void spread(VertexId v) {
    std::vector<VertexId> names = links_.deals().may_be(v);
    names.push_back(v);
    const Span days = {first_[v], first_[v], last_[v], last_[v]};
    for (const VertexId name : names)
      links_.for_each_into(name, [&](const PartyLink& link) {
        if (link.from == v || behind_[v] == link.from || overlap(days, links_.span(link)) == Truth::no) return;
        reach(link.from, v);
      });
  }

  void reach(VertexId from, VertexId v) {
    std::vector<VertexId> names = links_.deals().may_be(from);
    names.push_back(from);
    for (const VertexId name : names) {
      if (name == v) continue;
      if (!out_.linked.test(name)) {
        out_.linked.set(name);
        out_.next[name] = v;
      }
      if (name == from && widen(name, first_[v], last_[v], behind_[v])) level_.push_back(name);
    }
  }

  /// Of a link that does not name who depends anyone may.
  void find_strays() {
    links_.for_each_loose([&](const PartyLink& link) {
      if (link.to == no_vertex || behind_[link.to] == no_vertex) return;
      const Span days = {first_[link.to], first_[link.to], last_[link.to], last_[link.to]};
      if (overlap(days, links_.span(link)) == Truth::no) return;
      if (!out_.anyone || links_.key(link) < links_.key(out_.stray)) out_.stray = link;
      out_.anyone = true;
    });
  }

  const SupplyGraph& graph_;
  const PartyLinks& links_;
  const PartyEnds& ends_;
  PossibleReach out_;
  std::vector<Day> first_, last_;
  std::vector<VertexId> behind_;  ///< whose ends are behind it: one, or many
  std::vector<std::uint8_t> widened_;
  std::vector<VertexId> level_;
};

}  // namespace

PossibleReach search_possible(const SupplyGraph& graph, const PartyLinks& links, const PartyEnds& ends) {
  return PossibleSearch(graph, links, ends).run();
}

}  // namespace assay
