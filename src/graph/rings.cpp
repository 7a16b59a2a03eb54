#include "graph/rings.h"

#include <algorithm>

#include "graph/components.h"
#include "graph/in_time.h"

namespace assay {

/// A chain of arcs that starts at the one asked for. Its dates rise up to the last arc of the ring, and then go on
/// from the ring's first: the arcs from `wrap` on are before all others.
struct RingSearch::Walk {
  Truth wanted = Truth::yes;
  std::size_t length = 0;
  std::size_t wrap = 0;  ///< 0: not yet
  std::size_t steps = 0;
  VertexId party = no_vertex;  ///< through which the ring must pass, where it begins; no_vertex: any
  std::vector<std::uint32_t> arcs;
  std::vector<VertexId> met;  ///< the parties between them; no_vertex where they are not known
  [[nodiscard]] bool enough(Truth truth) const { return truth == Truth::yes || truth == wanted; }
};

RingSearch::RingSearch(const SupplyGraph& graph, std::vector<RingArc> arcs, RingQuestion question)
    : deals_(graph),
      arcs_(std::move(arcs)),
      question_(question),
      parties_(static_cast<VertexId>(graph.vertices.size())),
      live_{in_components(Truth::yes), in_components(Truth::unknown)} {
  live_[1].for_each([this](std::size_t i) { on_rings_.push_back(static_cast<std::uint32_t>(i)); });
  by_from_ = Topology(parties_ + 1, [this](auto visit) {
    for (const std::uint32_t i : on_rings_) visit(Arc{arcs_[i].from == no_vertex ? parties_ : arcs_[i].from, 0, i});
  });
  for (const RingArc& arc : arcs_)
    if (arc.first != earliest_day) longest_ = std::max(longest_, arc.last - arc.first);
}

/// Arcs whose ends lead to each other. A chain that goes nowhere back is not followed: most trade is no ring.
Bits RingSearch::in_components(Truth wanted) const {
  const VertexId any_buyer = parties_;
  const VertexId any_seller = parties_ + 1;
  const bool maybe = wanted == Truth::unknown;
  const auto counts = [&](const RingArc& arc) {
    return maybe || (arc.sure && arc.from != no_vertex && arc.to != no_vertex);
  };
  const auto tail = [&](const RingArc& arc) { return arc.from == no_vertex ? any_seller : arc.from; };
  const auto head = [&](const RingArc& arc) { return arc.to == no_vertex ? any_buyer : arc.to; };
  const Components components = components_of(Topology(parties_ + 2, [&](auto visit) {
    bool to_anyone = false;
    bool from_anyone = false;
    for (const RingArc& arc : arcs_)
      if (counts(arc)) {
        visit(Arc{tail(arc), head(arc), 0});
        to_anyone = to_anyone || arc.to == no_vertex;
        from_anyone = from_anyone || arc.from == no_vertex;
      }
    for (VertexId party = 0; maybe && party < parties_; ++party) {
      if (to_anyone) visit(Arc{any_buyer, party, 0});
      if (from_anyone) visit(Arc{party, any_seller, 0});
      for (const VertexId other : deals_.may_be(party)) visit(Arc{party, other, 0});
    }
    if (to_anyone && from_anyone) visit(Arc{any_buyer, any_seller, 0});
  }));
  Bits live(arcs_.size());
  for (std::uint32_t i = 0; i < arcs_.size(); ++i)
    if (counts(arcs_[i]) && components.of[tail(arcs_[i])] == components.of[head(arcs_[i])]) live.set(i);
  return live;
}

Truth RingSearch::link(std::uint32_t from, std::uint32_t to) const {
  const VertexId bought = arcs_[from].to;
  const VertexId sold = arcs_[to].from;
  if (bought == no_vertex || sold == no_vertex) return Truth::unknown;
  if (bought == sold) return deals_.is_ambiguous(sold) ? Truth::unknown : Truth::yes;
  return may_be(bought, sold) ? Truth::unknown : Truth::no;
}

bool RingSearch::may_be(VertexId a, VertexId b) const {
  if (a == b || a == no_vertex || b == no_vertex) return true;
  const std::vector<VertexId> others = deals_.may_be(a);
  return std::find(others.begin(), others.end(), b) != others.end();
}

Truth RingSearch::dates_fit(std::uint32_t earlier, std::uint32_t later) const {
  if (!question_.in_order) return Truth::yes;
  const RingArc& a = arcs_[earlier];
  const RingArc& b = arcs_[later];
  return in_time({a.first, a.last}, {b.first, b.last}, question_.within);
}

Truth RingSearch::codes_fit(std::uint32_t a, std::uint32_t b) const {
  const std::size_t digits = question_.code_digits;
  const std::string_view x = arcs_[a].code.substr(0, digits);
  const std::string_view y = arcs_[b].code.substr(0, digits);
  if (x == y && x.size() == digits) return Truth::yes;
  return x.starts_with(y) || y.starts_with(x) ? Truth::unknown : Truth::no;
}

/// Who stands between two arcs, when one of the two says so beyond doubt.
VertexId RingSearch::certain(VertexId to, VertexId from) const {
  if (to != no_vertex && !deals_.is_ambiguous(to)) return to;
  return from != no_vertex && !deals_.is_ambiguous(from) ? from : no_vertex;
}

bool RingSearch::fits(const Walk& walk, std::uint32_t next, bool wrapped) const {
  for (std::size_t i = 0; i < walk.arcs.size(); ++i) {
    const bool turned = wrapped && (walk.wrap == 0 || i < walk.wrap);
    const std::uint32_t one = walk.arcs[i];
    const Truth dates = turned ? dates_fit(next, one) : dates_fit(one, next);
    if (!walk.enough(both(dates, codes_fit(one, next)))) return false;
  }
  return true;
}

bool RingSearch::closes(const Walk& walk) const {
  const std::uint32_t last = walk.arcs.back();
  const std::uint32_t first = walk.arcs.front();
  if (!walk.enough(link(last, first))) return false;
  if (walk.party != no_vertex && !may_be(arcs_[last].to, walk.party)) return false;
  const VertexId party = walk.party != no_vertex ? walk.party : certain(arcs_[last].to, arcs_[first].from);
  return party == no_vertex || std::find(walk.met.begin(), walk.met.end(), party) == walk.met.end();
}

/// Numbers in order of the first day: those that cannot stand in time with the first arc are passed over unseen.
bool RingSearch::try_all(Walk& walk, std::span<const std::uint32_t> numbers) const {
  auto from = numbers.begin();
  auto end = numbers.end();
  if (question_.in_order) {
    const RingArc& start = arcs_[walk.arcs.front()];
    const auto upto = [&](Day day) {
      return std::partition_point(numbers.begin(), numbers.end(),
                                  [&](std::uint32_t n) { return arcs_[n].first <= day; });
    };
    const auto dated = upto(earliest_day);
    for (; from != dated && walk.steps < most_steps; ++from)
      if (try_next(walk, *from)) return true;
    if (start.first != earliest_day) from = std::max(dated, upto(start.first - question_.within - longest_ - 1));
    if (start.last != latest_day) end = std::max(from, upto(start.last + question_.within));
  }
  for (; from != end && walk.steps < most_steps; ++from)
    if (try_next(walk, *from)) return true;
  return false;
}

bool RingSearch::try_next(Walk& walk, std::uint32_t next) const {
  ++walk.steps;
  const std::uint32_t last = walk.arcs.back();
  if (!live_[walk.wanted == Truth::yes ? 0 : 1].test(next) || !walk.enough(link(last, next))) return false;
  if (std::find(walk.arcs.begin(), walk.arcs.end(), next) != walk.arcs.end()) return false;
  const VertexId party = certain(arcs_[last].to, arcs_[next].from);
  if (party != no_vertex && std::find(walk.met.begin(), walk.met.end(), party) != walk.met.end()) return false;
  const std::size_t wrap = walk.wrap;
  for (const bool wrapped : {false, true}) {
    if (wrapped ? !question_.in_order : wrap != 0) continue;
    if (!fits(walk, next, wrapped)) continue;
    if (wrapped && wrap == 0) walk.wrap = walk.arcs.size();
    walk.arcs.push_back(next);
    walk.met.push_back(party);
    if (extend(walk)) return true;
    walk.arcs.pop_back();
    walk.met.pop_back();
    walk.wrap = wrap;
  }
  return false;
}

bool RingSearch::extend(Walk& walk) const {
  if (walk.arcs.size() == walk.length) return closes(walk);
  const VertexId at = arcs_[walk.arcs.back()].to;
  if (at == no_vertex) return walk.wanted != Truth::yes && try_all(walk, on_rings_);
  if (try_all(walk, by_from_.numbers(at))) return true;
  if (walk.wanted == Truth::yes) return false;
  for (const VertexId other : deals_.may_be(at))
    if (try_all(walk, by_from_.numbers(other))) return true;
  return try_all(walk, by_from_.numbers(parties_));
}

Ring RingSearch::find(const std::vector<std::uint32_t>& starts, VertexId party) const {
  Ring ring;
  for (const Truth wanted : {Truth::yes, Truth::unknown}) {
    ring.cut = false;  // what is surely there may be there: only the second search decides on a no
    for (std::size_t length = question_.min_length; length <= question_.max_length; ++length)
      for (const std::uint32_t start : starts) {
        if (!live_[wanted == Truth::yes ? 0 : 1].test(start)) continue;
        Walk walk;
        walk.wanted = wanted;
        walk.length = length;
        walk.party = party;
        walk.arcs.push_back(start);
        if (extend(walk)) {
          const auto wrap = static_cast<std::ptrdiff_t>(walk.wrap);
          std::rotate(walk.arcs.begin(), walk.arcs.begin() + wrap, walk.arcs.end());
          return {wanted, std::move(walk.arcs), false};
        }
        ring.cut = ring.cut || walk.steps >= most_steps;
      }
  }
  if (ring.cut) ring.truth = Truth::unknown;
  return ring;
}

Ring RingSearch::through_arc(std::uint32_t arc) const {
  return find({arc}, no_vertex);
}

Ring RingSearch::through(VertexId party) const {
  std::vector<VertexId> names = deals_.may_be(party);
  names.insert(names.begin(), party);
  names.push_back(parties_);  // nobody says who
  std::vector<std::uint32_t> starts;
  for (const VertexId name : names) {
    const std::span<const std::uint32_t> numbers = by_from_.numbers(name);
    starts.insert(starts.end(), numbers.begin(), numbers.end());
  }
  return find(starts, party);
}

}  // namespace assay
