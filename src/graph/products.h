#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/known.h"
#include "graph/topology.h"
#include "tables/tables.h"

namespace assay {

struct SupplyGraph;

/// Products and what is in them. A part is a row: a product and one thing in it. Rows of one number, folded, are one
/// product; of those without a number, rows of one name. A row with neither is a product by itself. Products stand in
/// the order of that key, the parts of each in the order of what their rows say.
struct Products {
  std::vector<CellRef> row;               ///< by part: its product.id cell
  std::vector<VertexId> supplier;         ///< by part; no_vertex when the cell says nothing, or none
  std::vector<std::uint32_t> product_of;  ///< by part
  std::vector<std::uint32_t> first_part;  ///< by product, and the end
  std::vector<std::uint64_t> key;         ///< by product: from what its first row says; names one without an id
  std::vector<std::pair<std::string, std::uint32_t>> keyed;  ///< the key, folded, and its product; sorted
  std::vector<std::pair<std::string, std::uint32_t>> named;  ///< names of those that have a number; sorted

  [[nodiscard]] std::size_t size() const { return key.size(); }
  [[nodiscard]] std::uint32_t parts() const { return static_cast<std::uint32_t>(row.size()); }
  /// A cell of a part's row.
  [[nodiscard]] CellRef cell(std::uint32_t part, Field field) const {
    return {row[part].table, field, row[part].record};
  }
  /// Its first cell of a field that says something; of its first row when none does.
  [[nodiscard]] CellRef first_said(const Tables& tables, std::uint32_t product, Field field) const;
};

/// What a row says that the product is made of.
struct PartNamed {
  Known known = Known::blank;  ///< yes: it says what, or that there is nothing; never not_asked
  std::string text;            ///< folded; empty when it says nothing, or that there is nothing
  /// Products of which that is the key: at most one. Else those of which it is the name. A name alone may be that of
  /// a product whose rows are not here, so it is never sure.
  std::vector<std::uint32_t> products;
  bool sure = false;
};
PartNamed part_named(const SupplyGraph& graph, std::uint32_t part);

/// The part whose row a cell stands in; Products::parts() when there is none.
std::uint32_t part_at(const SupplyGraph& graph, CellRef cell);

}  // namespace assay
