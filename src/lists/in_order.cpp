#include "lists/in_order.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace assay {
namespace {

/// Moves the items to where `order` says: item order[i] comes to place i. Follows the cycles of the permutation.
template <class Item>
void rearrange(std::vector<Item>& items, std::vector<std::uint32_t>& order) {
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (order[start] == start) continue;
    Item first = std::move(items[start]);
    std::uint32_t to = start;
    for (std::uint32_t from = order[to]; from != start; from = order[to]) {
      items[to] = std::move(items[from]);
      order[to] = to;
      to = from;
    }
    items[to] = std::move(first);
    order[to] = to;
  }
}

template <class Item, class Key>
void sort_by(std::vector<Item>& items, Key key) {
  const auto before = [&](const Item& a, const Item& b) { return key(a) < key(b); };
  if (std::is_sorted(items.begin(), items.end(), before)) return;
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::make_pair(key(items[a]), a) < std::make_pair(key(items[b]), b);
  });
  rearrange(items, order);
}

/// Two addresses in one country are one country. Of facts of an entry that are equal the first stays.
void drop_repeated(std::vector<ListFact>& facts) {
  std::size_t kept = 0;
  std::size_t run = 0;  // where the facts of this entry and kind begin, among those that are kept
  for (const ListFact& fact : facts) {
    if (run == kept || facts[run].entry != fact.entry || facts[run].kind != fact.kind) run = kept;
    const auto first = facts.begin() + static_cast<std::ptrdiff_t>(run);
    const auto last = facts.begin() + static_cast<std::ptrdiff_t>(kept);
    const bool repeated = std::any_of(first, last, [&](const ListFact& earlier) {
      return earlier.text == fact.text && earlier.country == fact.country;
    });
    if (!repeated) facts[kept++] = fact;
  }
  facts.resize(kept);
}

}  // namespace

void put_in_order(WatchList& list) {
  sort_by(list.names, [](const ListName& name) { return name.entry; });
  sort_by(list.facts, [](const ListFact& fact) { return std::make_pair(fact.entry, fact.kind); });
  drop_repeated(list.facts);
  std::uint32_t at = 0;
  for (const ListName& name : list.names) {
    ListEntry& entry = list.entries[name.entry];
    if (entry.name_count++ == 0) entry.first_name = at;
    ++at;
  }
  at = 0;
  for (const ListFact& fact : list.facts) {
    ListEntry& entry = list.entries[fact.entry];
    if (entry.fact_count++ == 0) entry.first_fact = at;
    ++at;
  }
  list.entries.shrink_to_fit();
}

}  // namespace assay
