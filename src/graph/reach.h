#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "base/bits.h"
#include "base/truth.h"
#include "graph/deals.h"
#include "graph/local.h"
#include "graph/paths.h"

namespace assay {

constexpr std::uint32_t no_deal = std::numeric_limits<std::uint32_t>::max();

/// For each deal the one through which it reaches the target in the fewest hops; of equals the one that comes first
/// by day and content. no_deal where none leads there, and for deals that are not `open`, which are not asked. Empty
/// when no deal reaches the target by itself, or none is open.
///
/// Breadth first by hops from the deals that reach the target by themselves: surely when `wanted` is yes, over sure
/// links only; at least maybe when it is unknown. Each deal is reached once: O(deals · log).
std::vector<std::uint32_t> search_feeders(const SupplyGraph& graph, const PathQuestion& question, const Deals& deals,
                                          const LocalTruth& local, Truth wanted, const Bits& open);

}  // namespace assay
