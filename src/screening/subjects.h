#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace assay {

/// A name under which somebody goes, and where it stands. A cell of aliases may hold several: `part` is which.
struct SubjectName {
  VertexId vertex = no_vertex;
  CellRef cell;
  std::uint32_t part = 0;
};

/// A cell that states an identifier of somebody, or how to reach him.
struct SubjectFact {
  VertexId vertex = no_vertex;
  CellRef cell;
};

/// Every name of every party, facility and vessel: those of all rows that name it, and its aliases. Equal texts of
/// one vertex once. By vertex. What is only implied has no name, and a name that fits several parties is theirs.
std::vector<SubjectName> subject_names(const SupplyGraph& graph);
std::string text_of(const SupplyGraph& graph, const SubjectName& name);

/// The cells of `wanted` columns that say something; by vertex.
std::vector<SubjectFact> subject_facts(const SupplyGraph& graph, std::span<const Field> wanted);

/// For each vessel that has an IMO number, the cell that says so.
std::vector<SubjectFact> vessel_numbers(const SupplyGraph& graph);

/// The texts of an alias cell: "A; B" is two.
std::vector<std::string_view> names_in(std::string_view cell);

}  // namespace assay
