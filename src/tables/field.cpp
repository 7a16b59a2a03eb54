#include "tables/field.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

using enum Field;
using enum FieldType;

constexpr std::array<std::string_view, table_kinds> kind_words{
    "suppliers", "shipments", "relations",     "workers",  "sites", "declarations", "prices",
    "smelters",  "documents", "vessel_events", "products", "lots",  "production"};

constexpr auto suppliers = TableKind::suppliers;
constexpr auto shipments = TableKind::shipments;
constexpr auto relations = TableKind::relations;
constexpr auto workers = TableKind::workers;
constexpr auto sites = TableKind::sites;
constexpr auto declarations = TableKind::declarations;
constexpr auto prices = TableKind::prices;
constexpr auto smelters = TableKind::smelters;
constexpr auto documents = TableKind::documents;
constexpr auto vessel_events = TableKind::vessel_events;
constexpr auto products = TableKind::products;
constexpr auto lots = TableKind::lots;
constexpr auto production = TableKind::production;

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
    {supplier_alias, suppliers, "supplier.alias", text, "another name of the supplier"},
    {supplier_phone, suppliers, "supplier.phone", text, "the supplier's telephone number"},
    {supplier_email, suppliers, "supplier.email", text, "the supplier's e-mail address"},
    {supplier_website, suppliers, "supplier.website", text, "the supplier's website"},
    {supplier_bank_account, suppliers, "supplier.bank_account", text, "the supplier's bank account"},
    {supplier_incorporated, suppliers, "supplier.incorporation_date", date, "day on which the supplier was set up"},

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
    {shipment_currency, shipments, "shipment.currency", text, "currency of the value"},
    {shipment_unit, shipments, "shipment.unit", text, "unit of the quantity"},
    {shipment_incoterm, shipments, "shipment.incoterm", text, "terms of delivery"},
    {shipment_grade_pct, shipments, "shipment.grade_pct", percent, "content of the goods, in per cent"},
    {shipment_contract_date, shipments, "shipment.contract_date", date, "date of the contract"},
    {shipment_arrived, shipments, "shipment.arrived", date, "day on which the goods arrived"},
    {shipment_notification, shipments, "shipment.notification", text, "notification to the committee"},

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
    {site_capacity, sites, "site.capacity", number, "yearly capacity of the site"},
    {site_capacity_unit, sites, "site.capacity_unit", text, "unit of the site's capacity"},
    {site_process, sites, "site.process", text, "process that the site uses"},

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

    {smelter_id, smelters, "smelter.id", text, "the smelter's number in a register of smelters"},
    {smelter_name, smelters, "smelter.name", text, "the smelter's name"},
    {smelter_country, smelters, "smelter.country", country, "country of the smelter"},
    {smelter_metal, smelters, "smelter.metal", text, "metal that the smelter yields"},
    {smelter_declared_by, smelters, "smelter.declared_by", reference, "who declares the smelter"},
    {smelter_mine, smelters, "smelter.mine", text, "what mines the smelter buys from"},
    {smelter_mine_country, smelters, "smelter.mine_country", country, "country of the mines"},
    {smelter_recycled, smelters, "smelter.recycled", word, "what is known of recycled or scrap sources alone"},
    {smelter_region, smelters, "smelter.region", text, "province or region of the smelter"},
    {smelter_city, smelters, "smelter.city", text, "city of the smelter"},
    {smelter_address, smelters, "smelter.address", text, "the smelter's address"},
    {smelter_status, smelters, "smelter.status", word, "the smelter's status in an assurance programme"},
    {smelter_status_date, smelters, "smelter.status_date", date, "date of the smelter's status"},
    {smelter_date, smelters, "smelter.date", date, "date of the declaration"},

    {document_id, documents, "document.id", text, "the document's number"},
    {document_type, documents, "document.type", word, "what the document is"},
    {document_issuer, documents, "document.issuer", reference, "who issued the document"},
    {document_issuer_country, documents, "document.issuer_country", country, "country of the document's issuer"},
    {document_covers, documents, "document.covers", text, "what the document covers"},
    {document_party, documents, "document.party", reference, "to whom the document was issued"},
    {document_origin_country, documents, "document.origin_country", country, "country of origin in the document"},
    {document_commodity, documents, "document.commodity", text, "the goods in the document"},
    {document_issue_date, documents, "document.issue_date", date, "day on which the document was issued"},
    {document_expiry_date, documents, "document.expiry_date", date, "last day on which the document is valid"},
    {document_grade, documents, "document.grade", word, "how good the document is: A, B, C or D"},
    {document_reference, documents, "document.reference", text, "what the document refers to"},
    {document_sha256, documents, "document.sha256", text, "the document's digest"},

    {vessel_event_vessel, vessel_events, "vessel_event.vessel", text, "the vessel's name"},
    {vessel_event_imo, vessel_events, "vessel_event.imo", text, "the vessel's IMO number"},
    {vessel_event_flag, vessel_events, "vessel_event.flag", country, "the vessel's flag"},
    {vessel_event_event, vessel_events, "vessel_event.event", word, "what befell the vessel"},
    {vessel_event_date, vessel_events, "vessel_event.date", date, "date of the event"},
    {vessel_event_from, vessel_events, "vessel_event.from", date, "first day of the event"},
    {vessel_event_to, vessel_events, "vessel_event.to", date, "last day of the event"},
    {vessel_event_place, vessel_events, "vessel_event.place", place, "where it befell the vessel"},
    {vessel_event_country, vessel_events, "vessel_event.country", country, "country of the event"},
    {vessel_event_lat, vessel_events, "vessel_event.lat", number, "latitude of the event"},
    {vessel_event_lon, vessel_events, "vessel_event.lon", number, "longitude of the event"},
    {vessel_event_partner, vessel_events, "vessel_event.partner", text, "the other vessel's name"},
    {vessel_event_partner_imo, vessel_events, "vessel_event.partner_imo", text, "the other vessel's IMO number"},
    {vessel_event_draught, vessel_events, "vessel_event.draught", number, "the vessel's draught, in metres"},

    {product_id, products, "product.id", text, "the product's number"},
    {product_name, products, "product.name", text, "the product's name"},
    {product_commodity, products, "product.commodity", text, "what the product is"},
    {product_hs_code, products, "product.hs_code", hs_code, "HS code of the product"},
    {product_supplier, products, "product.supplier", reference, "who supplies what is in the product"},
    {product_part, products, "product.part", text, "what the product contains"},
    {product_lot, products, "product.lot", text, "the lot that is in the product"},
    {product_share_pct, products, "product.share_pct", percent, "share of the part in the product, in per cent"},

    {lot_id, lots, "lot.id", text, "the lot's number"},
    {lot_commodity, lots, "lot.commodity", text, "the goods in the lot"},
    {lot_hs_code, lots, "lot.hs_code", hs_code, "HS code of the lot"},
    {lot_quantity, lots, "lot.quantity", number, "quantity of the lot"},
    {lot_unit, lots, "lot.unit", text, "unit of the lot's quantity"},
    {lot_grade_pct, lots, "lot.grade_pct", percent, "content of the lot, in per cent"},
    {lot_origin_country, lots, "lot.origin_country", country, "country of origin of the lot"},
    {lot_mine, lots, "lot.mine", reference, "what mine the lot comes from"},
    {lot_facility, lots, "lot.facility", reference, "where the lot was processed"},
    {lot_made_from, lots, "lot.made_from", text, "what lots it was made from"},
    {lot_supplier, lots, "lot.supplier", reference, "who sold or holds the lot"},
    {lot_date, lots, "lot.date", date, "date of the lot"},
    {lot_document, lots, "lot.document", text, "document that covers the lot"},

    {production_country, production, "production.country", country, "country of the production"},
    {production_commodity, production, "production.commodity", text, "what was produced"},
    {production_stage, production, "production.stage", word, "stage of the production: mine or refine"},
    {production_year, production, "production.year", date, "year of the production"},
    {production_quantity, production, "production.quantity", number, "how much was produced"},
    {production_unit, production, "production.unit", text, "unit of what was produced"},
    {production_company, production, "production.company", reference, "who produced it"},
    {production_site, production, "production.site", reference, "where it was produced"},
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
