#include "rules/lot_fields.h"

#include <algorithm>

#include "rules/field_value.h"

namespace assay {

Truth lot_exposed(const SupplyGraph& graph, std::uint32_t lot) {
  const FieldValue code = value_of(graph, SubjectKind::lot, lot, Field::lot_hs_code);
  bool exposed = false;
  if (graph.reference->exposed_goods(code.text, exposed) != Known::yes) return Truth::unknown;
  return exposed ? Truth::yes : Truth::no;
}

CellRef lot_code_cell(const SupplyGraph& graph, std::uint32_t lot) {
  return graph.lots.cell(lot, Field::lot_hs_code);
}

VertexId holder_of_lot(const SupplyGraph& graph, std::uint32_t lot) {
  const Lots& lots = graph.lots;
  if (lots.supplier[lot] != no_vertex) return lots.supplier[lot];
  for (const VertexId site : {lots.facility[lot], lots.mine[lot]})
    if (site != no_vertex && graph.vertices.party[site] != no_vertex) return graph.vertices.party[site];
  return no_vertex;
}

std::uint32_t lot_at(const SupplyGraph& graph, CellRef cell) {
  const std::vector<CellRef>& rows = graph.lots.row;
  const auto found = std::find_if(rows.begin(), rows.end(), [cell](const CellRef& row) {
    return row.table == cell.table && row.record == cell.record;
  });
  return static_cast<std::uint32_t>(found - rows.begin());
}

}  // namespace assay
