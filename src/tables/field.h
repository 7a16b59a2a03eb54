#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace assay {

/// The tables that an input may feed. One file may feed several.
enum class TableKind : std::uint8_t { suppliers, shipments, relations, workers, sites, declarations, prices };
constexpr std::size_t table_kinds = 7;

std::string_view to_string(TableKind kind);
std::optional<TableKind> table_from(std::string_view word);

/// The vocabulary. A field's name is the same word in a CSV header, a rule, the JSON report and docs/GLOSSARY.md.
// clang-format off
enum class Field : std::uint8_t {
  // suppliers: one row names a party
  supplier_id, supplier_name, supplier_country, supplier_address, supplier_city, supplier_region, supplier_tier,
  supplier_commodity, supplier_hs_code, supplier_registration_no, supplier_uscc, supplier_lei, supplier_parent,
  supplier_owner, supplier_share_pct,
  // shipments: one row is goods sold by one party to another
  shipment_id, shipment_date, shipment_supplier, shipment_buyer, shipment_commodity, shipment_hs_code,
  shipment_quantity, shipment_value, shipment_origin_country, shipment_load_port, shipment_load_country,
  shipment_transit, shipment_discharge_port, shipment_discharge_country, shipment_vessel, shipment_imo,
  shipment_flag, shipment_document, shipment_lot, shipment_mode, shipment_unit_price,
  shipment_exemption_code,
  // relations: source, a word, target
  relation_source, relation_word, relation_target, relation_share_pct, relation_from, relation_to,
  // workers: one row is one group of workers, never a person
  workers_site, workers_employer, workers_labour_provider, workers_nationality, workers_count, workers_from,
  workers_to, workers_visa_type, workers_paid_to, workers_contract_years, workers_upfront_share, workers_housing,
  // sites: one row is a facility
  site_id, site_name, site_operator, site_country, site_region, site_city, site_type, site_commodity,
  // declarations: one row is a statement that closes a question about a party
  declaration_party, declaration_statement, declaration_goods, declaration_from, declaration_to,
  declaration_document, declaration_issuer, declaration_date, declaration_grade,
  // prices: one row is what comparable goods cost in a month
  price_hs_code, price_month, price_unit_price,
};
// clang-format on
constexpr std::size_t fields = static_cast<std::size_t>(Field::price_unit_price) + 1;

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
