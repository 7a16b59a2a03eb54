#include "tables/field.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

using enum Field;
using enum FieldType;

constexpr std::array<std::string_view, table_kinds> kind_words{"suppliers", "shipments",    "relations", "workers",
                                                               "sites",     "declarations", "prices"};

constexpr auto suppliers = TableKind::suppliers;
constexpr auto shipments = TableKind::shipments;
constexpr auto relations = TableKind::relations;
constexpr auto workers = TableKind::workers;
constexpr auto sites = TableKind::sites;
constexpr auto declarations = TableKind::declarations;
constexpr auto prices = TableKind::prices;

constexpr std::array<FieldInfo, fields> vocabulary{{
    {supplier_id, suppliers, "supplier.id", text, "the supplier's number or code"},
    {supplier_name, suppliers, "supplier.name", text, "the supplier's name"},
    {supplier_country, suppliers, "supplier.country", country, "country of the supplier"},
    {supplier_address, suppliers, "supplier.address", text, "the supplier's address"},
    {supplier_city, suppliers, "supplier.city", text, "city of the supplier"},
    {supplier_region, suppliers, "supplier.region", text, "province or region of the supplier"},
    {supplier_tier, suppliers, "supplier.tier", number, "how many steps up the chain the supplier is"},
    {supplier_commodity, suppliers, "supplier.commodity", text, "what the supplier sells"},
    {supplier_hs_code, suppliers, "supplier.hs_code", hs_code, "HS code of what the supplier sells"},
    {supplier_registration_no, suppliers, "supplier.registration_no", text, "the supplier's registration number"},
    {supplier_uscc, suppliers, "supplier.uscc", text, "the supplier's unified social credit code"},
    {supplier_lei, suppliers, "supplier.lei", text, "the supplier's legal entity identifier"},
    {supplier_parent, suppliers, "supplier.parent", reference, "the supplier's parent company"},
    {supplier_owner, suppliers, "supplier.owner", reference, "who owns the supplier"},
    {supplier_share_pct, suppliers, "supplier.share_pct", percent, "the owner's share in the supplier, in per cent"},

    {shipment_id, shipments, "shipment.id", text, "the shipment's number"},
    {shipment_date, shipments, "shipment.date", date, "date of the shipment"},
    {shipment_supplier, shipments, "shipment.supplier", reference, "who sold the goods"},
    {shipment_buyer, shipments, "shipment.buyer", reference, "who bought the goods"},
    {shipment_commodity, shipments, "shipment.commodity", text, "description of the goods"},
    {shipment_hs_code, shipments, "shipment.hs_code", hs_code, "HS code of the goods"},
    {shipment_quantity, shipments, "shipment.quantity", number, "quantity of the goods"},
    {shipment_value, shipments, "shipment.value", number, "value of the goods"},
    {shipment_origin_country, shipments, "shipment.origin_country", country, "country of origin of the goods"},
    {shipment_load_port, shipments, "shipment.load_port", place, "where the goods were loaded"},
    {shipment_load_country, shipments, "shipment.load_country", country, "country where the goods were loaded"},
    {shipment_transit, shipments, "shipment.transit", places, "where the goods passed through"},
    {shipment_discharge_port, shipments, "shipment.discharge_port", place, "where the goods were unloaded"},
    {shipment_discharge_country, shipments, "shipment.discharge_country", country,
     "country where the goods were unloaded"},
    {shipment_vessel, shipments, "shipment.vessel", text, "name of the vessel"},
    {shipment_imo, shipments, "shipment.imo", text, "IMO number of the vessel"},
    {shipment_flag, shipments, "shipment.flag", country, "flag of the vessel"},
    {shipment_document, shipments, "shipment.document", text, "document that covers the shipment"},
    {shipment_lot, shipments, "shipment.lot", text, "lot of the goods"},
    {shipment_mode, shipments, "shipment.mode", word, "how the goods travelled"},
    {shipment_unit_price, shipments, "shipment.unit_price", number, "price of a unit of the goods"},
    {shipment_exemption_code, shipments, "shipment.exemption_code", text, "exception from a measure that is claimed"},

    {relation_source, relations, "relation.source", reference, "who stands in the relation"},
    {relation_word, relations, "relation.relation", word, "what the relation is"},
    {relation_target, relations, "relation.target", reference, "to whom it stands in the relation"},
    {relation_share_pct, relations, "relation.share_pct", percent, "share of ownership, in per cent"},
    {relation_from, relations, "relation.from", date, "first day of the relation"},
    {relation_to, relations, "relation.to", date, "last day of the relation"},

    {workers_site, workers, "worker_group.site", reference, "where the workers work"},
    {workers_employer, workers, "worker_group.employer", reference, "who employs the workers"},
    {workers_labour_provider, workers, "worker_group.labour_provider", reference, "who provides the workers"},
    {workers_nationality, workers, "worker_group.nationality", country, "nationality of the workers, from documents"},
    {workers_count, workers, "worker_group.count", number, "how many workers there are"},
    {workers_from, workers, "worker_group.from", date, "first day of their work"},
    {workers_to, workers, "worker_group.to", date, "last day of their work"},
    {workers_visa_type, workers, "worker_group.visa_type", word, "kind of visa or permit"},
    {workers_paid_to, workers, "worker_group.paid_to", word, "who is paid their wages"},
    {workers_contract_years, workers, "worker_group.contract_years", number, "length of their contract in years"},
    {workers_upfront_share, workers, "worker_group.upfront_share", number,
     "share of the contract that was paid in advance, 0 to 1"},
    {workers_housing, workers, "worker_group.housing", word, "where they are housed"},

    {site_id, sites, "site.id", text, "the site's number or code"},
    {site_name, sites, "site.name", text, "the site's name"},
    {site_operator, sites, "site.operator", reference, "who operates the site"},
    {site_country, sites, "site.country", country, "country of the site"},
    {site_region, sites, "site.region", text, "province or region of the site"},
    {site_city, sites, "site.city", text, "city of the site"},
    {site_type, sites, "site.type", word, "what the site is: a mine, a smelter, a factory"},
    {site_commodity, sites, "site.commodity", text, "what the site produces"},

    {declaration_party, declarations, "declaration.party", reference, "of whom the declaration speaks"},
    {declaration_statement, declarations, "declaration.statement", word, "what is declared"},
    {declaration_goods, declarations, "declaration.goods", text, "the goods of which it speaks"},
    {declaration_from, declarations, "declaration.from", date, "first day for which it holds"},
    {declaration_to, declarations, "declaration.to", date, "last day for which it holds"},
    {declaration_document, declarations, "declaration.document", text, "the document that says so"},
    {declaration_issuer, declarations, "declaration.issuer", reference, "who issued the document"},
    {declaration_date, declarations, "declaration.date", date, "date of the document"},
    {declaration_grade, declarations, "declaration.grade", word, "how good the evidence is: A, B, C or D"},

    {price_hs_code, prices, "price.hs_code", hs_code, "HS code that the price is for"},
    {price_month, prices, "price.month", date, "month of the price"},
    {price_unit_price, prices, "price.unit_price", number, "price of a unit"},
}};

/// info() finds a field by its number, so the rows must stand in the order of the enum.
constexpr bool in_order_of_the_enum() {
  for (std::size_t i = 0; i < vocabulary.size(); ++i)
    if (vocabulary[i].field != static_cast<Field>(i) || vocabulary[i].name.empty()) return false;
  return true;
}
static_assert(in_order_of_the_enum());

}  // namespace

std::string_view to_string(TableKind kind) {
  return kind_words[static_cast<std::size_t>(kind)];
}

std::optional<TableKind> table_from(std::string_view word) {
  const auto it = std::ranges::find(kind_words, word);
  if (it == kind_words.end()) return std::nullopt;
  return static_cast<TableKind>(it - kind_words.begin());
}

const FieldInfo& info(Field field) {
  return vocabulary[static_cast<std::size_t>(field)];
}

std::span<const FieldInfo> all_fields() {
  return vocabulary;
}

std::optional<Field> field_from(std::string_view name) {
  const auto it = std::ranges::find(vocabulary, name, &FieldInfo::name);
  if (it == vocabulary.end()) return std::nullopt;
  return it->field;
}

std::string_view short_name(Field field) {
  const std::string_view name = info(field).name;
  return name.substr(name.find('.') + 1);
}

}  // namespace assay
