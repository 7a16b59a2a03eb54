#include "rules/derived_field.h"

#include <array>

#include "graph/border_zone.h"
#include "rules/document_fields.h"
#include "rules/lot_fields.h"
#include "rules/time_fields.h"
#include "rules/vessel_fields.h"
#include "rules/vessel_record.h"

namespace assay {
namespace {

Truth exposed(const SupplyGraph& graph, std::uint32_t shipment) {
  const Goods& goods = graph.goods.goods[graph.shipments.goods[shipment]];
  if (!goods.exposed_known) return Truth::unknown;
  return goods.exposed ? Truth::yes : Truth::no;
}

CellRef code_cell(const SupplyGraph& graph, std::uint32_t shipment) {
  return graph.shipments.cell(shipment, Field::shipment_hs_code);
}

Truth in_zone(const SupplyGraph& graph, VertexId vertex) {
  if (vertex == no_vertex) return Truth::unknown;
  return static_cast<Truth>(graph.vertices.zone[vertex]);  // no, unknown, yes in both
}

/// The address of the row that names a party.
CellRef address_cell(const SupplyGraph& graph, VertexId vertex, CellRef otherwise) {
  if (vertex == no_vertex) return otherwise;
  const CellRef name = graph.vertices.name[vertex];
  const bool listed = graph.tables->tables[name.table].kind == TableKind::suppliers;
  return listed ? CellRef{name.table, Field::supplier_address, name.record} : name;
}

/// A name alone is not enough: a firm called after a place need not lie there.
Truth seller_in_zone(const SupplyGraph& graph, std::uint32_t shipment) {
  const VertexId seller = graph.shipments.seller[shipment];
  const Truth zone = in_zone(graph, seller);
  return zone == Truth::yes && !place_in_zone(graph, seller).exists() ? Truth::unknown : zone;
}

CellRef seller_cell(const SupplyGraph& graph, std::uint32_t shipment) {
  if (const CellRef place = place_in_zone(graph, graph.shipments.seller[shipment]); place.exists()) return place;
  return address_cell(graph, graph.shipments.seller[shipment],
                      graph.shipments.cell(shipment, Field::shipment_supplier));
}

/// The site's own zone where it has a row, else its company's. Here too a name alone places nobody.
Truth group_in_zone(const SupplyGraph& graph, std::uint32_t group) {
  const VertexId site = graph.worker_groups.facility[group];
  const VertexId employer = graph.worker_groups.employer[group];
  const auto by_place = [](Truth zone, CellRef place) {
    return zone == Truth::yes && !place.exists() ? Truth::unknown : zone;
  };
  const bool own = site != no_vertex && graph.vertices.standing[site] == Standing::listed;
  const Truth of_site = own ? by_place(in_zone(graph, site), site_in_zone(graph, site)) : Truth::no;
  if (of_site == Truth::yes) return of_site;
  return either(of_site, by_place(in_zone(graph, employer), place_in_zone(graph, employer)));
}

CellRef group_cell(const SupplyGraph& graph, std::uint32_t group) {
  const VertexId employer = graph.worker_groups.employer[group];
  if (const VertexId site = graph.worker_groups.facility[group]; site != no_vertex)
    if (const CellRef place = site_in_zone(graph, site); place.exists()) return place;
  if (const CellRef place = place_in_zone(graph, employer); place.exists()) return place;
  return address_cell(graph, employer, graph.worker_groups.row[group]);
}

Truth is_listed(const SupplyGraph& graph, std::uint32_t vertex) {
  return graph.vertices.standing[vertex] == Standing::listed ? Truth::yes : Truth::no;
}

Truth declared_smelter(const SupplyGraph& graph, std::uint32_t vertex) {
  return is_smelter(graph, vertex) ? Truth::yes : Truth::no;
}

CellRef naming_cell(const SupplyGraph& graph, std::uint32_t vertex) {
  return graph.vertices.name[vertex];
}

// A field that is seen at one look: its answer, and its cell.

template <Seen (*look)(const SupplyGraph&, std::uint32_t)>
Truth truth_of(const SupplyGraph& graph, std::uint32_t subject) {
  return look(graph, subject).truth;
}

template <Seen (*look)(const SupplyGraph&, std::uint32_t)>
CellRef cell_of(const SupplyGraph& graph, std::uint32_t subject) {
  return look(graph, subject).cell;
}

constexpr auto fields_known = std::to_array<DerivedField>({
    {"shipment.exposed", SubjectKind::shipment, "goods that the DPRK produces (data/exposure.csv)", exposed,
     code_cell},
    {"lot.exposed", SubjectKind::lot, "goods that the DPRK produces (data/exposure.csv)", lot_exposed, lot_code_cell},
    {"shipment.seller_in_border_zone", SubjectKind::shipment, "the seller lies in the border zone", seller_in_zone,
     seller_cell},
    {"worker_group.in_border_zone", SubjectKind::worker_group, "the site or its company lies in the border zone",
     group_in_zone, group_cell},
    {"company.described", SubjectKind::company, "a row of suppliers names it", is_listed, naming_cell},
    {"facility.described", SubjectKind::facility, "a row of sites or smelters names it", is_listed, naming_cell},
    {"facility.declared_smelter", SubjectKind::facility, "a row of smelters names it", declared_smelter, naming_cell},
    {"shipment.document_out_of_date", SubjectKind::shipment, "a document of the goods was out of date on their day",
     document_out_of_date, document_out_of_date_cell},
    {"shipment.certificate_names_dprk", SubjectKind::shipment, "a certificate of origin names the DPRK",
     certificate_names_dprk, certificate_cell},
    {"shipment.certificate_contradicts_origin", SubjectKind::shipment,
     "a certificate names another origin than the row", certificate_contradicts_origin, certificate_cell},
    {"shipment.origin_certified", SubjectKind::shipment,
     "a certificate of origin of grade B or better, in force on the day, names the origin of the row",
     origin_certified, certificate_cell},
    {"shipment.vessel_undisclosed", SubjectKind::shipment, "the goods went by sea, and no vessel is named",
     vessel_undisclosed, vessel_cell},
    {"vessel.imo_invalid", SubjectKind::vessel, "a row gives it a number that is no IMO number", imo_invalid,
     imo_cell},
    {"vessel.imo_mistyped", SubjectKind::vessel, "the number is one slip away from that of a vessel of the same name",
     imo_mistyped, imo_cell},
    {"vessel.two_identities", SubjectKind::vessel, "its number stands with two names or two flags at once",
     truth_of<two_identities>, cell_of<two_identities>},
    {"vessel.met_at_sea", SubjectKind::vessel, "it handed goods over or took them over at sea", truth_of<met_at_sea>,
     cell_of<met_at_sea>},
    {"vessel.met_dprk_vessel", SubjectKind::vessel,
     "it did so with a vessel of the flag of the DPRK, or in its waters", truth_of<met_dprk_vessel>,
     cell_of<met_dprk_vessel>},
    {"vessel.was_silent", SubjectKind::vessel, "its transponder was silent", truth_of<was_silent>,
     cell_of<was_silent>},
    {"vessel.silent_near_dprk", SubjectKind::vessel,
     "it fell silent, or was heard again, within 250 nautical miles of the DPRK", truth_of<silent_near_dprk>,
     cell_of<silent_near_dprk>},
    {"shipment.arrived_before_it_left", SubjectKind::shipment, "the goods arrived before they left",
     truth_of<arrived_before_it_left>, cell_of<arrived_before_it_left>},
    {"shipment.left_before_its_lot", SubjectKind::shipment, "the goods left before a lot of them was made",
     truth_of<left_before_its_lot>, cell_of<left_before_its_lot>},
    {"shipment.left_before_its_licence", SubjectKind::shipment,
     "the goods left before a licence or approval of them was issued", truth_of<left_before_its_licence>,
     cell_of<left_before_its_licence>},
    {"lot.made_before_its_input", SubjectKind::lot, "the lot was made before a lot that it was made from",
     truth_of<made_before_its_input>, cell_of<made_before_its_input>},
});

}  // namespace

std::span<const DerivedField> derived_fields() {
  return fields_known;
}

const DerivedField* find_derived(std::string_view name, SubjectKind subject) {
  for (const DerivedField& field : fields_known)
    if (field.name == name && field.subject == subject) return &field;
  return nullptr;
}

}  // namespace assay
