#include "rules/causes.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "tables/row_content.h"

namespace assay {
namespace {

constexpr std::uint64_t spread = 0x9E3779B97F4A7C15;

/// What causes are ordered by when they weigh the same; from content, not from rows.
struct Standpoint {
  std::uint64_t second = 0;  ///< after `kind` and `first`
  std::int32_t first = 0;
  std::uint8_t kind = 0;
  Field field{};
  [[nodiscard]] auto key() const { return std::tuple(kind, first, second, field); }
};

/// Whether Cause::vertex says more than the cell does.
bool is_of_vertex(Cause::Why why, Cause::About about) {
  return why == Cause::Why::frontier || about == Cause::About::list || about == Cause::About::likeness;
}

std::int32_t signed_rank(std::uint32_t rank) {
  return static_cast<std::int32_t>(rank ^ 0x80000000);  // in the same order
}

Standpoint place_of(const SupplyGraph& graph, const Cause& cause) {
  const auto about = static_cast<std::uint64_t>(cause.about);
  if (cause.why == Cause::Why::not_asked) return {about << 32 | cause.vertex, 0, 0, cause.field};
  if (cause.why == Cause::Why::frontier)
    return {about, signed_rank(graph.vertices.rank[cause.vertex]), 1, cause.field};
  const Field field = cause.cell.field;
  if (info(field).table == TableKind::shipments) {
    const std::uint32_t shipment = graph.shipments.at(cause.cell.table, cause.cell.record);
    return {graph.shipments.key[shipment], graph.shipments.date[shipment].first, 2, field};
  }
  return {row_content(*graph.tables, cause.cell), 0, 3, field};
}

}  // namespace

CauseTable::CauseTable(const SupplyGraph& graph) : graph_(graph) {
  for (std::size_t kind = 0; kind < table_kinds; ++kind)
    has_table_.push_back(graph.tables->has(static_cast<TableKind>(kind)));
}

std::uint64_t CauseTable::key_of(const Kept& kept) const {
  constexpr std::uint64_t frontier = 0xFFFE;
  constexpr std::uint64_t not_asked = 0xFFFD;
  const auto pack = [](std::uint64_t a, std::uint64_t b, std::uint64_t c) { return a << 48 | b << 40 | c; };
  if (kept.why == Cause::Why::frontier) return pack(frontier, static_cast<std::uint64_t>(kept.about), kept.who);
  if (kept.why == Cause::Why::not_asked) {
    if (kept.about == Cause::About::list) return pack(not_asked, 0xFE, kept.who);
    // A table that is missing is one question, whichever of its columns was looked for.
    const auto table = static_cast<std::size_t>(info(kept.field).table);
    if (!has_table_[table]) return pack(not_asked, 0xFF, table);
    return pack(not_asked, static_cast<std::uint64_t>(kept.field), 0);
  }
  return pack(kept.cell.table, static_cast<std::uint64_t>(kept.cell.field), kept.cell.record);
}

void CauseTable::close() {
  slots_ = {};
  places_of_sets_.clear();
}

void CauseTable::grow() {
  slots_ = {};  // before there are more
  std::size_t size = 64;
  while (size < 2 * (kept_.size() + 1)) size *= 2;
  slots_.resize(size);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < kept_.size(); ++i) {
    std::size_t at = key_of(kept_[i]) * spread >> 32 & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = i + 1;
  }
}

std::uint32_t CauseTable::with(std::uint32_t rules, std::uint16_t rule) {
  RuleSet set = rule_sets_[rules];
  std::uint64_t& word = set[rule / 64];
  const std::uint64_t bit = std::uint64_t{1} << (rule % 64);
  if ((word & bit) != 0) return rules;
  word |= bit;
  const auto [found, is_new] = places_of_sets_.emplace(set, static_cast<std::uint32_t>(rule_sets_.size()));
  if (is_new) rule_sets_.push_back(set);
  return found->second;
}

void CauseTable::add(const Cause& cause, std::uint16_t rule, Gap gap, std::uint64_t verdicts, std::uint32_t held_by) {
  if (4 * (kept_.size() + 1) > 3 * slots_.size()) grow();
  Kept kept{};
  kept.cell = cause.cell;
  kept.who = is_of_vertex(cause.why, cause.about) ? cause.vertex : held_by;
  kept.field = cause.field;
  kept.rule = static_cast<std::uint8_t>(rule);
  kept.why = cause.why;
  kept.about = cause.about;
  kept.gap = gap;
  kept.claimed = cause.claimed;
  kept.fine_point = cause.fine_point;
  const std::uint64_t key = key_of(kept);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key * spread >> 32 & mask;
  while (slots_[at] != 0 && key_of(kept_[slots_[at] - 1]) != key) at = (at + 1) & mask;
  if (slots_[at] == 0) {
    kept_.push_back(kept);
    slots_[at] = static_cast<std::uint32_t>(kept_.size());
  }
  Kept& entry = kept_[slots_[at] - 1];
  entry.rules = with(entry.rules, rule);
  entry.settles += verdicts;
  if (is_about_workers(cause))
    entry.workers = true;
  else
    entry.inputs = true;
  if (gap > entry.gap || (gap == entry.gap && rule < entry.rule)) {
    entry.gap = gap;
    entry.rule = static_cast<std::uint8_t>(rule);
    if (!is_of_vertex(entry.why, entry.about)) entry.who = held_by;
  }
}

CauseEntry CauseTable::entry(std::uint32_t place) const {
  const Kept& kept = kept_[place];
  const bool of_vertex = is_of_vertex(kept.why, kept.about);
  CauseEntry entry;
  entry.cause.why = kept.why;
  entry.cause.cell = kept.cell;
  entry.cause.vertex = of_vertex ? kept.who : no_vertex;
  entry.cause.field = kept.field;
  entry.cause.about = kept.about;
  entry.cause.claimed = kept.claimed;
  entry.cause.fine_point = kept.fine_point;
  entry.rules = rule_sets_[kept.rules];
  entry.rule = kept.rule;
  entry.gap = kept.gap;
  entry.settles = kept.settles;
  entry.inputs = kept.inputs;
  entry.workers = kept.workers;
  entry.held_by = of_vertex ? CauseEntry::nobody : kept.who;
  return entry;
}

std::vector<std::uint32_t> CauseTable::order() const {
  std::vector<std::uint32_t> order(kept_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto weight = [this](std::uint32_t i) {
    const Kept& kept = kept_[i];
    return std::tuple(-static_cast<int>(kept.gap), ~kept.settles, kept.rule);
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return weight(a) < weight(b); });
  for (std::size_t low = 0, high = 0; low < order.size(); low = high) {  // those that weigh the same, by content
    while (high < order.size() && weight(order[high]) == weight(order[low])) ++high;
    if (high - low < 2) continue;
    std::vector<std::pair<Standpoint, std::uint32_t>> equal;
    equal.reserve(high - low);
    for (std::size_t i = low; i < high; ++i) equal.emplace_back(place_of(graph_, entry(order[i]).cause), order[i]);
    std::sort(equal.begin(), equal.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first.key(), a.second) < std::pair(b.first.key(), b.second);
    });
    for (std::size_t i = low; i < high; ++i) order[i] = equal[i - low].second;
  }
  return order;
}

}  // namespace assay
