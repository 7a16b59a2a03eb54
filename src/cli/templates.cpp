#include "cli/templates.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "readers/mapping.h"
#include "tables/field.h"

namespace assay {
namespace {

using F = Field;

struct Column {
  Field field{};
  std::string_view header;
  std::vector<std::string_view> cells;  ///< one a row; all columns of a table have as many
};

struct TemplateTable {
  TableKind kind{};
  std::string_view row_is;
  std::vector<Column> columns;
};

const std::vector<TemplateTable>& tables() {
  static const std::vector<TemplateTable> all{
      {TableKind::suppliers,
       "a party: a supplier, its own suppliers, and you",
       {{F::supplier_id, "supplier_id", {"S-1", "S-2"}},
        {F::supplier_name, "name", {"Example Smelting Co.", "Example Buyer Ltd."}},
        {F::supplier_country, "country", {"CN", "GB"}},
        {F::supplier_city, "city", {"Chenzhou", "Leeds"}},
        {F::supplier_address, "address", {"\"1 Example Road, Chenzhou, Hunan\"", "\"2 Example Street, Leeds\""}},
        {F::supplier_tier, "tier", {"1", "0"}},
        {F::supplier_commodity, "commodity", {"refined lead", "batteries"}},
        {F::supplier_hs_code, "hs_code", {"780110", "850710"}},
        {F::supplier_uscc, "uscc", {"", ""}}}},
      {TableKind::shipments,
       "goods that one party sold to another, on one day",
       {{F::shipment_id, "shipment_id", {"EX-1"}},
        {F::shipment_date, "date", {"2024-05-14"}},
        {F::shipment_supplier, "supplier", {"S-1"}},
        {F::shipment_buyer, "buyer", {"S-2"}},
        {F::shipment_commodity, "commodity", {"refined lead"}},
        {F::shipment_hs_code, "hs_code", {"780110"}},
        {F::shipment_quantity, "quantity_t", {"120"}},
        {F::shipment_value, "value_usd", {"250000"}},
        {F::shipment_origin_country, "origin_country", {"CN"}},
        {F::shipment_load_port, "load_port", {"CNSHA"}},
        {F::shipment_load_country, "load_country", {"CN"}},
        {F::shipment_transit, "transit", {"none"}},
        {F::shipment_discharge_port, "discharge_port", {"GBFXT"}},
        {F::shipment_discharge_country, "discharge_country", {"GB"}},
        {F::shipment_vessel, "vessel", {"Example Star"}},
        {F::shipment_imo, "imo", {"9999993"}},
        {F::shipment_flag, "flag", {"MT"}},
        {F::shipment_document, "document", {"INV-0001"}}}},
      {TableKind::relations,
       "how one party is related to another: owns, controls, buys_from, recruits_from …",
       {{F::relation_source, "source", {"S-2"}},
        {F::relation_word, "relation", {"buys_from"}},
        {F::relation_target, "target", {"S-1"}},
        {F::relation_share_pct, "share_pct", {""}},
        {F::relation_from, "from", {"2024-01-01"}},
        {F::relation_to, "to", {"2024-12-31"}}}},
      {TableKind::sites,
       "a mine, smelter, factory or other site",
       {{F::site_name, "site", {"Example Smelter"}},
        {F::site_operator, "operator", {"S-1"}},
        {F::site_country, "country", {"CN"}},
        {F::site_region, "region", {"Hunan"}},
        {F::site_type, "type", {"smelter_refiner"}},
        {F::site_commodity, "commodity", {"refined lead"}}}},
      {TableKind::workers,
       "a group of workers of one nationality at one site: numbers, never names or papers of persons",
       {{F::workers_site, "site", {"Example Smelter"}},
        {F::workers_employer, "employer", {"S-1"}},
        {F::workers_labour_provider, "labour_provider", {"none"}},
        {F::workers_nationality, "workers_nationality", {"CN"}},
        {F::workers_count, "workers_count", {"85"}},
        {F::workers_from, "from", {"2024-01-01"}},
        {F::workers_to, "to", {"2024-12-31"}}}},
      {TableKind::declarations,
       "a statement of a party that answers a question: inputs_complete, no_dprk_content, no_dprk_labour or "
       "owners_complete",
       {{F::declaration_party, "party", {"S-1"}},
        {F::declaration_statement, "statement", {"no_dprk_labour"}},
        {F::declaration_goods, "goods", {"all"}},
        {F::declaration_from, "from", {"2024-01-01"}},
        {F::declaration_to, "to", {"2024-12-31"}},
        {F::declaration_document, "document", {"LETTER-0001"}},
        {F::declaration_issuer, "issuer", {"Example Smelting Co."}},
        {F::declaration_date, "date", {"2024-12-31"}},
        {F::declaration_grade, "grade", {"C"}}}},
      {TableKind::vessel_events,
       "something that befell a vessel: load, discharge, call, sts (a transfer from ship to ship), no_arrival, "
       "ais_gap "
       "or position",
       {{F::vessel_event_vessel, "vessel", {"Example Star", "Example Star"}},
        {F::vessel_event_imo, "imo", {"9999993", "9999993"}},
        {F::vessel_event_date, "date", {"2024-05-12", "2024-06-18"}},
        {F::vessel_event_event, "event", {"load", "discharge"}},
        {F::vessel_event_place, "place", {"CNSHA", "GBFXT"}},
        {F::vessel_event_country, "country", {"CN", "GB"}}}},
      {TableKind::products,
       "a product and one thing that is in it; the shares of a product are 100 together",
       {{F::product_id, "product_id", {"P-1", "P-1"}},
        {F::product_name, "product_name", {"Example Battery", "Example Battery"}},
        {F::product_hs_code, "hs_code", {"850710", "850710"}},
        {F::product_part, "part", {"refined lead", "polypropylene case"}},
        {F::product_supplier, "supplier", {"S-1", ""}},
        {F::product_lot, "lot", {"none", ""}},
        {F::product_share_pct, "share_pct", {"72.5", "27.5"}}}},
      {TableKind::prices,
       "what comparable goods cost in a month; at least eight for each good and month",
       {{F::price_hs_code, "hs6", {"780110"}},
        {F::price_month, "month", {"2024-05"}},
        {F::price_unit_price, "unit_price", {"2080"}}}}};
  return all;
}

std::string csv(const TemplateTable& table) {
  std::string text;
  const std::size_t rows = table.columns.front().cells.size();
  for (std::size_t line = 0; line <= rows; ++line) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (column > 0) text += ',';
      text += line == 0 ? table.columns[column].header : table.columns[column].cells[line - 1];
    }
    text += '\n';
  }
  return text;
}

/// The fields of a table that the template leaves out.
std::string further_columns(const TemplateTable& table) {
  std::string text;
  for (const FieldInfo& about : all_fields()) {
    const auto same = [&](const Column& column) { return column.field == about.field; };
    if (about.table != table.kind || std::any_of(table.columns.begin(), table.columns.end(), same)) continue;
    text.append(text.empty() ? "" : ", ").append("`").append(short_name(about.field)).append("`");
  }
  return text;
}

std::string readme() {
  std::string text =
      "# Tables for assay\n\n"
      "Every row in these files is an invented example: replace it with your own, and delete the files that you do "
      "not\n"
      "need. The least to begin with is suppliers.csv with a name and a country; the more tables there are, the "
      "fewer\n"
      "questions stay open.\n\n"
      "    assay audit . --as-of 2025-03-31\n\n"
      "A file is recognised by its columns, not by its name; their order does not matter, and Chinese headers are "
      "read\n"
      "too. Countries are ISO 3166 codes or names (KP is the DPRK, KR the Republic of Korea), days are 2024-05-14, "
      "HS\n"
      "codes have six digits with their leading zero, ports are UN/LOCODEs or names. An empty cell is an answer "
      "that\n"
      "is not known: it is asked for, never taken for a no. Where there is nothing to say, write `none`.\n"
      "\nassay.yaml holds options of assay for this folder, each in a comment until you take its # away.\n";
  for (const TemplateTable& table : tables()) {
    text.append("\n## ").append(to_string(table.kind)).append(".csv\n\nOne row is ").append(table.row_is);
    text.append(".\n\n| column | what it holds |\n|---|---|\n");
    for (const Column& column : table.columns)
      text.append("| `").append(column.header).append("` | ").append(info(column.field).says).append(" |\n");
    if (const std::string more = further_columns(table); !more.empty())
      text.append("\nRead too, where there is one: ").append(more).append(".\n");
  }
  return text;
}

}  // namespace

std::vector<Template> templates() {
  std::vector<Template> all;
  for (const TemplateTable& table : tables())
    all.push_back({std::string(to_string(table.kind)) + ".csv", csv(table)});
  all.push_back({"README.md", readme()});
  all.push_back(configuration_template());
  return all;
}

}  // namespace assay
