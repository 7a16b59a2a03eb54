#pragma once

#include <span>
#include <string_view>

#include "graph/complaints.h"
#include "graph/graph.h"
#include "tables/tables.h"

namespace assay {

/// What another cell of a row says of the Korea that a country cell leaves open.
struct KoreaSign {
  Country country{Known::ambiguous};  ///< KP or KR; ambiguous when no cell says which, or two contradict each other
  CellRef cell;                       ///< the cell that decides; of a contradiction one of the two
  bool contradicts = false;           ///< one cell says KP, another KR
};

/// Whether a text names Korea and not which of the two ("Korea", "Corée"). Codes such as KN, and texts that are
/// ambiguous for another reason (look-alike letters, two countries), are none: no other cell decides those.
bool is_plain_korea(std::string_view text, const Reference& reference);

/// The signs that decide: the dialling code of a telephone number (+850, +82), the top-level domain of an address in
/// the net (.kp, .kr), a LOCODE or a place that only one of the two has. A registration number and an LEI hold no
/// country. `fields`: those of the row to look at.
KoreaSign korea_sign(Rows& rows, std::span<const Field> fields, const Reference& reference);

/// What one text says as the value of a field: KP, KR, or ambiguous.
Country korea_by(Field field, std::string_view text, const Reference& reference);

/// The cell that says where a vertex lies by one of its rows: `stated`, or the cell that decides which Korea that is.
CellRef country_said_by(const SupplyGraph& graph, VertexId vertex, CellRef stated);

/// The country of a row, `stated` by the cell of `field`: a plain Korea is the one that the cells of `beside` decide
/// for, and `decided_by` becomes the cell that does. Says so, or that they contradict each other. Otherwise `stated`.
Country resolve_korea(Rows& rows, Field field, std::span<const Field> beside, Country stated,
                      const Reference& reference, Complaints& complaints, CellRef& decided_by);

}  // namespace assay
