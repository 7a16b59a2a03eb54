#pragma once

#include <string_view>

#include "base/bits.h"
#include "graph/graph.h"

namespace assay {

/// By vertex: parties that the inputs know as an owner and in no other way, and whose name is none of a firm or a
/// body. As far as anybody tells they are persons, and a person's owners need no disclosure. Who stands in a table
/// of suppliers, trades, operates a site, employs, is owned, controlled or directed is none of them.
Bits ultimate_owners(const SupplyGraph& graph);

/// Whether a name has a word of firms and public bodies (Ltd, Trading, Group, 公司, Ministry), a digit, or more
/// Chinese characters than names of persons have. When in doubt it does: a firm taken for a person would end a chain.
bool is_name_of_firm(std::string_view name);

}  // namespace assay
