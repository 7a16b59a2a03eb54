#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace assay {

/// The tables that an input may feed. One file may feed several.
enum class TableKind : std::uint8_t {
  suppliers,
  shipments,
  relations,
  workers,
  sites,
  declarations,
  prices,
  smelters,
  documents,
  vessel_events,
  products,
  lots,
  production,
};
constexpr std::size_t table_kinds = static_cast<std::size_t>(TableKind::production) + 1;

std::string_view to_string(TableKind kind);
std::optional<TableKind> table_from(std::string_view word);

/// The vocabulary. A field's name is the same word in a CSV header, a rule, the JSON report and docs/GLOSSARY.md.
// clang-format off
enum class Field : std::uint8_t {
  // suppliers: one row names a party
  supplier_id, supplier_name, supplier_country, supplier_address, supplier_city, supplier_region, supplier_tier,
  supplier_commodity, supplier_hs_code, supplier_registration_no, supplier_uscc, supplier_lei, supplier_parent,
  supplier_owner, supplier_share_pct, supplier_phone, supplier_email, supplier_website,
  // shipments: one row is goods sold by one party to another
  shipment_id, shipment_date, shipment_supplier, shipment_buyer, shipment_commodity, shipment_hs_code,
  shipment_quantity, shipment_value, shipment_origin_country, shipment_load_port, shipment_load_country,
  shipment_transit, shipment_discharge_port, shipment_discharge_country, shipment_vessel, shipment_imo,
  shipment_flag, shipment_document, shipment_lot, shipment_mode, shipment_unit_price,
  shipment_exemption_code, shipment_currency, shipment_unit, shipment_incoterm, shipment_grade_pct,
  shipment_contract_date, shipment_arrived, shipment_notification,
  // relations: source, a word, target
  relation_source, relation_word, relation_target, relation_share_pct, relation_from, relation_to,
  // workers: one row is one group of workers, never a person
  workers_site, workers_employer, workers_labour_provider, workers_nationality, workers_count, workers_from,
  workers_to, workers_visa_type, workers_paid_to, workers_contract_years, workers_upfront_share, workers_housing,
  // sites: one row is a facility
  site_id, site_name, site_operator, site_country, site_region, site_city, site_type, site_commodity,
  site_capacity, site_capacity_unit, site_process,
  // declarations: one row is a statement that closes a question about a party
  declaration_party, declaration_statement, declaration_goods, declaration_from, declaration_to,
  declaration_document, declaration_issuer, declaration_date, declaration_grade,
  // prices: one row is what comparable goods cost in a month
  price_hs_code, price_month, price_unit_price,
  // smelters: one row is a smelter or refiner that a party declares to be in its chain
  smelter_id, smelter_name, smelter_country, smelter_metal, smelter_declared_by, smelter_mine, smelter_mine_country,
  smelter_recycled, smelter_region, smelter_city, smelter_address, smelter_status, smelter_status_date, smelter_date,
  // documents: one row is a paper, and what it is about
  document_id, document_type, document_issuer, document_issuer_country, document_covers, document_party,
  document_origin_country, document_commodity, document_issue_date, document_expiry_date, document_grade,
  document_reference, document_sha256,
  // vessel_events: one row is something that befell a vessel at a place and a time
  vessel_event_vessel, vessel_event_imo, vessel_event_flag, vessel_event_event, vessel_event_date, vessel_event_from,
  vessel_event_to, vessel_event_place, vessel_event_country, vessel_event_lat, vessel_event_lon,
  vessel_event_partner, vessel_event_partner_imo, vessel_event_draught,
  // products: one row is a product and one thing that is in it
  product_id, product_name, product_commodity, product_hs_code, product_supplier, product_part, product_lot,
  product_share_pct,
  // lots: one row is a lot of goods, and where it came from
  lot_id, lot_commodity, lot_hs_code, lot_quantity, lot_unit, lot_grade_pct, lot_origin_country, lot_mine,
  lot_facility, lot_made_from, lot_supplier, lot_date, lot_document,
  // production: one row is what a country, or one site in it, yielded in a year
  production_country, production_commodity, production_stage, production_year, production_quantity, production_unit,
  production_company, production_site,
};
// clang-format on
constexpr std::size_t fields = static_cast<std::size_t>(Field::production_site) + 1;

/// How the text of a field is to be read.
enum class FieldType : std::uint8_t {
  text,       ///< as it stands: names, addresses, cities, identifiers, descriptions of goods
  reference,  ///< the id or the name of a party or a facility
  country,
  date,
  number,
  percent,
  hs_code,
  place,   ///< a port, a station or a crossing, by LOCODE or name
  places,  ///< several of them, or countries
  word,    ///< one of a short list: a relation, a type of facility, a mode of transport
};

struct FieldInfo {
  Field field;
  TableKind table;
  std::string_view name;  ///< as rules and reports write it: "shipment.origin_country"
  FieldType type;
  std::string_view says;  ///< for people: "country of origin"
};

const FieldInfo& info(Field field);
std::span<const FieldInfo> all_fields();  ///< in the order of the enum
/// By dotted name; nothing for a name that is not in the vocabulary.
std::optional<Field> field_from(std::string_view name);
/// The part behind the dot: "origin_country". The report's `field`.
std::string_view short_name(Field field);

}  // namespace assay
