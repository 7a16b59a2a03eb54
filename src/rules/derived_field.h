#pragma once

#include <span>
#include <string_view>

#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

/// A yes/no that no column holds, but that the graph knows: a field of rules like any other, with the value true or
/// false. One line in derived_field.cpp adds one.
struct DerivedField {
  std::string_view name;
  SubjectKind subject;
  std::string_view says;
  Truth (*at)(const SupplyGraph& graph, std::uint32_t subject);
  CellRef (*cell)(const SupplyGraph& graph, std::uint32_t subject);  ///< what decides it, or would
};

std::span<const DerivedField> derived_fields();
/// Null when subjects of the kind have no such field.
const DerivedField* find_derived(std::string_view name, SubjectKind subject);

}  // namespace assay
