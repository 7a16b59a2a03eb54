#include "graph/holdings.h"

#include <algorithm>
#include <tuple>

#include "graph/ultimate.h"

namespace assay {
namespace {

/// What a share says, for an order that does not come from rows.
auto content_of(const Share& share) {
  return std::tuple(share.from.first, share.from.precision, share.to.first, share.to.precision, share.low, share.high,
                    share.known);
}

/// A blank, or no such column, is a row that speaks of the day of the audit and on.
bool is_silent(const Date& date) {
  return date.known == Known::blank || date.known == Known::not_asked;
}

}  // namespace

Holdings::Holdings(const SupplyGraph& graph) : graph_(graph), ultimate_(ultimate_owners(graph)) {
  for (const auto& [name, parties] : graph.candidates)
    for (const VertexId party : parties) names_.emplace_back(party, name);
  std::sort(names_.begin(), names_.end());
  for (const auto& [party, name] : names_) name_of_.push_back(name);
  gather();
  const std::size_t vertices = graph.vertices.size();
  by_owner_ = Topology(vertices, [this](auto visit) {
    for (std::uint32_t i = 0; i < stakes_.size(); ++i)
      if (stakes_[i].owner != no_vertex) visit(Arc{stakes_[i].owner, stakes_[i].asset, i});
  });
  const Topology upstream(vertices, [this](auto visit) {
    for (std::uint32_t i = 0; i < stakes_.size(); ++i)
      if (stakes_[i].owner != no_vertex) visit(Arc{stakes_[i].asset, stakes_[i].owner, i});
    for (const auto& [party, name] : names_) visit(Arc{name, party, 0});
  });
  components_ = components_of(upstream);
  note_days();
}

void Holdings::gather() {
  struct Entry {
    VertexId asset;
    VertexId owner;
    bool maybe;
    std::uint32_t share;
  };
  std::vector<Entry> entries;
  entries.reserve(graph_.shares.size());
  for (std::uint32_t i = 0; i < graph_.shares.size(); ++i) {
    const Fact& fact = graph_.facts[graph_.shares[i].fact];
    if (fact.from == no_vertex) {
      strays_.push_back(i);
      continue;
    }
    entries.push_back({fact.from, fact.to, false, i});
    for (const VertexId party : graph_.candidates_of(fact.from)) entries.push_back({party, fact.to, true, i});
  }
  const auto rank = [this](VertexId vertex) {
    return vertex == no_vertex ? no_vertex : graph_.vertices.rank[vertex];
  };
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    const auto key = [&](const Entry& e) { return std::tuple(e.asset, e.maybe, rank(e.owner), e.owner); };
    if (key(a) != key(b)) return key(a) < key(b);
    const auto x = content_of(graph_.shares[a.share]);
    const auto y = content_of(graph_.shares[b.share]);
    return x != y ? x < y : a.share < b.share;
  });
  shares_.reserve(entries.size());
  for (const Entry& entry : entries) {
    if (stakes_.empty() || stakes_.back().asset != entry.asset || stakes_.back().owner != entry.owner ||
        stakes_.back().maybe != entry.maybe) {
      const auto place = static_cast<std::uint32_t>(shares_.size());
      stakes_.push_back({entry.asset, entry.owner, entry.maybe, place, place});
    }
    shares_.push_back(entry.share);
    ++stakes_.back().end;
  }
}

void Holdings::note_days() {
  const auto note = [this](const Date& date) {
    if (date.known != Known::yes) return;
    days_.insert(days_.end(), {date.first, date.first + 1, date.last(), date.last() + 1});
  };
  for (const Share& share : graph_.shares) {
    note(share.from);
    note(share.to);
  }
  const Declarations& d = graph_.declarations;
  for (std::size_t i = 0; i < d.size(); ++i) {
    if (d.statement[i] != Statement::owners_complete) continue;
    note(d.from[i]);
    note(d.to[i]);
  }
  days_.insert(days_.end(), {graph_.as_of, graph_.as_of + 1});
  std::sort(days_.begin(), days_.end());
  days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
}

Period Holdings::canonical(Period period) const {
  const auto begin_of = [this](Day day) {
    const auto after = std::upper_bound(days_.begin(), days_.end(), day);
    return after == days_.begin() ? earliest_day : *(after - 1);
  };
  return {begin_of(period.first), begin_of(period.last)};
}

std::span<const Stake> Holdings::of(VertexId asset) const {
  const auto before = [](const Stake& stake, VertexId vertex) { return stake.asset < vertex; };
  const auto low = std::lower_bound(stakes_.begin(), stakes_.end(), asset, before);
  auto high = low;
  while (high != stakes_.end() && high->asset == asset) ++high;
  return {stakes_.data() + (low - stakes_.begin()), static_cast<std::size_t>(high - low)};
}

std::span<const VertexId> Holdings::names_of(VertexId party) const {
  const auto low = std::lower_bound(names_.begin(), names_.end(), std::pair(party, VertexId{0}));
  auto high = low;
  while (high != names_.end() && high->first == party) ++high;
  return std::span(name_of_).subspan(static_cast<std::size_t>(low - names_.begin()),
                                     static_cast<std::size_t>(high - low));
}

bool Holdings::is_stated(VertexId party) const {
  if (!held_by(party).empty()) return true;
  const std::span<const Stake> stakes = of(party);
  return std::any_of(stakes.begin(), stakes.end(),
                     [](const Stake& stake) { return stake.owner != no_vertex && !stake.maybe; });
}

Truth Holdings::in_force(const Share& share, Period period) const {
  const Fact& fact = graph_.facts[share.fact];
  const Date& from = share.from;
  const Date& to = share.to;
  const bool both_known = from.known == Known::yes && to.known == Known::yes;
  if (both_known && to.last() < from.first) return Truth::unknown;  // it ends before it begins
  Truth begun = Truth::unknown;
  if (from.known == Known::yes)
    begun = from.last() <= period.first ? Truth::yes : from.first <= period.last ? Truth::unknown : Truth::no;
  else if (is_silent(from) && period.first >= graph_.as_of)
    begun = Truth::yes;
  Truth lasts = is_silent(to) ? Truth::yes : Truth::unknown;
  if (to.known == Known::yes)
    lasts = to.first >= period.last ? Truth::yes : to.last() >= period.first ? Truth::unknown : Truth::no;
  const Truth held = both(begun, lasts);
  const bool sure = fact.sure || fact.to == no_vertex;  // nobody named: held all the same
  return sure ? held : both(held, Truth::unknown);
}

Holding Holdings::holding(const Stake& stake, Period period) const {
  const std::span<const std::uint32_t> numbers = shares(stake);
  const auto share_of = [this](std::uint32_t number) -> const Share& { return graph_.shares[number]; };
  // A parent column never says how much: beside a row that does it adds nothing.
  const auto is_parent = [](const Share& share) { return share.cell.field == Field::supplier_parent; };
  const bool stated = std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) {
    return !is_parent(share_of(number)) && in_force(share_of(number), period) == Truth::yes;
  });
  Holding result;
  bool sure = false;
  bool settled = false;
  bool some = true;
  Parts least = whole_share;
  for (const std::uint32_t number : numbers) {
    const Share& share = share_of(number);
    const Truth held = in_force(share, period);
    if (held == Truth::no || (stated && is_parent(share))) continue;
    least = std::min(least, share.low);
    result.high = std::max(result.high, share.high);
    some = some && share.high > 0;
    if (held != Truth::yes || stake.maybe) continue;
    sure = true;
    settled = settled || (share.from.known != Known::blank && share.to.known != Known::blank);
  }
  if (sure) result.low = least;
  if (settled) result.settled = least;
  result.some = sure && some;
  return result;
}

namespace {

bool source_owns(const SupplyGraph& graph, CellRef cell) {
  if (cell.field != Field::relation_word) return true;
  const auto word = relation_word(graph.tables->text(cell));
  return !word || word->reversed;
}

}  // namespace

CellRef owner_cell(const SupplyGraph& graph, const Share& share) {
  const CellRef cell = graph.facts[share.fact].cell;
  if (info(cell.field).table != TableKind::relations) return cell;
  return {cell.table, source_owns(graph, cell) ? Field::relation_source : Field::relation_target, cell.record};
}

CellRef asset_cell(const SupplyGraph& graph, const Share& share) {
  const CellRef cell = graph.facts[share.fact].cell;
  if (info(cell.field).table != TableKind::relations) return {cell.table, Field::supplier_name, cell.record};
  return {cell.table, source_owns(graph, cell) ? Field::relation_target : Field::relation_source, cell.record};
}

}  // namespace assay
