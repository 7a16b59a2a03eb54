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
  std::uint8_t kind = 0;
  std::int64_t first = 0;
  std::uint64_t second = 0;
  Field field{};
  friend auto operator<=>(const Standpoint&, const Standpoint&) = default;
};

Standpoint place_of(const SupplyGraph& graph, const Cause& cause) {
  const auto about = static_cast<std::uint64_t>(cause.about);
  if (cause.why == Cause::Why::not_asked) return {0, 0, about << 32 | cause.vertex, cause.field};
  if (cause.why == Cause::Why::frontier) return {1, graph.vertices.rank[cause.vertex], about, cause.field};
  const Field field = cause.cell.field;
  if (info(field).table == TableKind::shipments) {
    const std::uint32_t shipment = graph.shipments.at(cause.cell.table, cause.cell.record);
    return {2, graph.shipments.date[shipment].first, graph.shipments.key[shipment], field};
  }
  return {3, 0, row_content(*graph.tables, cause.cell), field};
}

}  // namespace

std::uint64_t CauseTable::key_of(const Cause& cause) const {
  constexpr std::uint64_t frontier = 0xFFFE;
  constexpr std::uint64_t not_asked = 0xFFFD;
  const auto pack = [](std::uint64_t a, std::uint64_t b, std::uint64_t c) { return a << 48 | b << 40 | c; };
  const auto about = static_cast<std::uint64_t>(cause.about);
  if (cause.why == Cause::Why::frontier) return pack(frontier, about, cause.vertex);
  if (cause.why == Cause::Why::not_asked) {
    if (cause.about == Cause::About::list) return pack(not_asked, 0xFE, cause.vertex);
    // A table that is missing is one question, whichever of its columns was looked for.
    const TableKind table = info(cause.field).table;
    if (!graph_.tables->has(table)) return pack(not_asked, 0xFF, static_cast<std::uint64_t>(table));
    return pack(not_asked, static_cast<std::uint64_t>(cause.field), 0);
  }
  return pack(cause.cell.table, static_cast<std::uint64_t>(cause.cell.field), cause.cell.record);
}

void CauseTable::grow() {
  slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < keys_.size(); ++i) {
    std::size_t at = keys_[i] * spread >> 32 & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = i + 1;
  }
}

void CauseTable::add(const Cause& cause, std::uint16_t rule, Gap gap, std::uint64_t verdicts, std::uint32_t held_by) {
  if (slots_.size() < 2 * (keys_.size() + 1)) grow();
  const std::uint64_t key = key_of(cause);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key * spread >> 32 & mask;
  while (slots_[at] != 0 && keys_[slots_[at] - 1] != key) at = (at + 1) & mask;
  if (slots_[at] == 0) {
    keys_.push_back(key);
    entries_.push_back({cause, {}, rule, gap});
    entries_.back().held_by = held_by;
    slots_[at] = static_cast<std::uint32_t>(keys_.size());
  }
  CauseEntry& entry = entries_[slots_[at] - 1];
  entry.rules[rule / 64] |= std::uint64_t{1} << (rule % 64);
  entry.settles += verdicts;
  (is_about_workers(cause) ? entry.workers : entry.inputs) = true;
  if (gap > entry.gap || (gap == entry.gap && rule < entry.rule)) {
    entry.gap = gap;
    entry.rule = rule;
    entry.held_by = held_by;
  }
}

std::vector<std::uint32_t> CauseTable::order() const {
  std::vector<std::uint32_t> order(entries_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto weight = [this](std::uint32_t i) {
    const CauseEntry& entry = entries_[i];
    return std::tuple(-static_cast<int>(entry.gap), ~entry.settles, entry.rule);
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return weight(a) < weight(b); });
  for (std::size_t low = 0, high = 0; low < order.size(); low = high) {  // those that weigh the same, by content
    while (high < order.size() && weight(order[high]) == weight(order[low])) ++high;
    if (high - low < 2) continue;
    std::vector<std::pair<Standpoint, std::uint32_t>> equal;
    equal.reserve(high - low);
    for (std::size_t i = low; i < high; ++i) equal.emplace_back(place_of(graph_, entries_[order[i]].cause), order[i]);
    std::sort(equal.begin(), equal.end());
    for (std::size_t i = low; i < high; ++i) order[i] = equal[i - low].second;
  }
  return order;
}

}  // namespace assay
