#pragma once

#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

// What the documents of a shipment say. Without any table of documents nothing is known; a shipment that no document
// covers has none that says otherwise.

/// Whether one of them was past its last day on the shipment's, and none of the same kind was in force instead.
Truth document_out_of_date(const SupplyGraph& graph, std::uint32_t shipment);
CellRef document_out_of_date_cell(const SupplyGraph& graph, std::uint32_t shipment);

/// Whether a certificate of origin names the DPRK.
Truth certificate_names_dprk(const SupplyGraph& graph, std::uint32_t shipment);
/// Whether a certificate of origin names another country than the row declares.
Truth certificate_contradicts_origin(const SupplyGraph& graph, std::uint32_t shipment);
/// Whether a certificate of origin at grade B or better, in force on the shipment's day, shows the origin that the
/// row states. What nothing shows is not shown: never unknown.
Truth origin_certified(const SupplyGraph& graph, std::uint32_t shipment);
/// The origin that decides both: that of the certificate which says most against the row.
CellRef certificate_cell(const SupplyGraph& graph, std::uint32_t shipment);

}  // namespace assay
