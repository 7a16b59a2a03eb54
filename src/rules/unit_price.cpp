#include "rules/unit_price.h"

#include <fmt/format.h>

#include "base/text.h"
#include "rules/field_value.h"

namespace assay {
namespace {

constexpr std::string_view dollars = "USD";

HeaderUnits units_of(const Tables& tables, const Table& table, Field field) {
  return table.has(field) ? units_in_header(tables.file_of(table).headers[table.column(field)]) : HeaderUnits();
}

/// What header and cell say together: nothing where they differ, or where the cell says what is not understood.
template <class Value>
std::optional<Value> agreed(const std::optional<Value>& header, bool cell_speaks, const std::optional<Value>& cell) {
  if (!cell_speaks) return header;
  return !header || header == cell ? cell : std::nullopt;
}

}  // namespace

std::string UnitPrice::formula() const {
  if (per_tonnes) return fmt::format("{:.10g} USD / {:.10g} t", usd, per);
  return per == 1000 ? fmt::format("{:.10g} USD a tonne", usd) : fmt::format("{:.10g} USD / {:.10g} kg", usd, per);
}

struct UnitPrices::Amount {
  Field field{};
  CellRef cell;
  bool known = false;  ///< a number above nothing
  double value = 0;
  std::optional<double> kilograms;
  std::optional<std::string> currency;
};

UnitPrices::UnitPrices(const SupplyGraph& graph) : graph_(graph) {
  for (const Table& table : graph.tables->tables) {
    Header header;
    if (table.kind == TableKind::shipments)
      header = {units_of(*graph.tables, table, Field::shipment_unit_price),
                units_of(*graph.tables, table, Field::shipment_value),
                units_of(*graph.tables, table, Field::shipment_quantity)};
    headers_.push_back(std::move(header));
  }
}

UnitPrices::Amount UnitPrices::amount(std::uint32_t shipment, Field field, const HeaderUnits& header) const {
  Amount amount;
  amount.field = field;
  amount.cell = graph_.shipments.cell(shipment, field);
  const FieldValue value = value_of(graph_, SubjectKind::shipment, shipment, field);
  amount.known = value.known == Known::yes && value.number > 0;
  amount.value = value.number;
  const auto spoken = [&](Field beside) {
    const CellRef cell = graph_.shipments.cell(shipment, beside);
    return graph_.tables->tables[cell.table].has(beside) ? graph_.tables->text(cell) : std::string();
  };
  const std::string unit = spoken(Field::shipment_unit);
  const std::string currency = spoken(Field::shipment_currency);
  const bool has_unit = !is_blank_word(trim(unit));
  const bool has_currency = !is_blank_word(trim(currency));
  amount.kilograms = agreed(header.kilograms, has_unit, has_unit ? kilograms_in(unit) : std::nullopt);
  amount.currency = agreed(header.currency, has_currency, has_currency ? currency_in(currency) : std::nullopt);
  return amount;
}

UnitPrice UnitPrices::stated(const Amount& price) const {
  UnitPrice out;
  out.cells.push_back(price.cell);
  if (!price.known) out.unknown.push_back(price.field);
  if (price.known && !price.currency) out.unknown.push_back(Field::shipment_currency);
  if (price.known && !price.kilograms) out.unknown.push_back(Field::shipment_unit);
  if (!out.unknown.empty()) return out;
  if (*price.currency != dollars) {
    out.foreign = price.cell;
    return out;
  }
  out.known = true;
  out.usd_per_tonne = price.value * 1000 / *price.kilograms;
  out.usd = price.value;
  out.per = *price.kilograms;
  return out;
}

UnitPrice UnitPrices::divided(const Amount& value, const Amount& quantity) const {
  UnitPrice out;
  out.cells.push_back(value.cell);
  out.cells.push_back(quantity.cell);
  if (!value.known) out.unknown.push_back(value.field);
  if (!quantity.known) out.unknown.push_back(quantity.field);
  if (value.known && !value.currency) out.unknown.push_back(Field::shipment_currency);
  if (quantity.known && !quantity.kilograms) out.unknown.push_back(Field::shipment_unit);
  if (!out.unknown.empty()) return out;
  if (*value.currency != dollars) {
    out.foreign = value.cell;
    return out;
  }
  out.known = true;
  const double tonnes = quantity.value * *quantity.kilograms / 1000;
  out.usd_per_tonne = value.value / tonnes;
  out.usd = value.value;
  out.per = tonnes;
  out.per_tonnes = true;
  return out;
}

UnitPrice UnitPrices::of(std::uint32_t shipment) const {
  const std::uint16_t number = graph_.shipments.cell(shipment, Field::shipment_value).table;
  const Header& header = headers_[number];
  UnitPrice price = stated(amount(shipment, Field::shipment_unit_price, header.price));
  if (!graph_.tables->tables[number].has(Field::shipment_value)) return price;
  const Amount quantity = amount(shipment, Field::shipment_quantity, header.quantity);
  UnitPrice other = divided(amount(shipment, Field::shipment_value, header.value), quantity);
  if (price.known && other.known) return other.usd_per_tonne < price.usd_per_tonne ? other : price;
  const bool is_stated = price.unknown.empty() || price.unknown.front() != Field::shipment_unit_price;
  return price.known || (is_stated && !other.known) ? price : other;
}

}  // namespace assay
