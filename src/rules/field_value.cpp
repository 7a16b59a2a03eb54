#include "rules/field_value.h"

#include "base/number.h"
#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

FieldValue of_country(Country country) {
  FieldValue value;
  value.known = country.known();
  value.country = country;
  return value;
}

FieldValue of_date(Date date) {
  FieldValue value;
  value.known = date.known;
  value.date = date;
  return value;
}

FieldValue of_code(const HsCode& code) {
  FieldValue value;
  value.known = code.known;
  value.text = code.digits;
  return value;
}

/// A field that no column of the graph holds: read from the row itself.
FieldValue of_cell(const SupplyGraph& graph, CellRef cell) {
  FieldValue value;
  if (!cell.exists() || !graph.tables->tables[cell.table].has(cell.field)) {
    value.known = Known::not_asked;
    return value;
  }
  const std::string text = graph.tables->text(cell);
  switch (info(cell.field).type) {
    case FieldType::country:
      return of_country(graph.reference->country(text).country);
    case FieldType::date:
      return of_date(parse_date(text));
    case FieldType::hs_code:
      return of_code(parse_hs(text));
    case FieldType::number:
    case FieldType::percent: {
      const Number number = info(cell.field).type == FieldType::number ? parse_number(text) : parse_percent(text);
      value.known = number.known;
      value.number = number.value;
      return value;
    }
    default:
      value.known = is_blank_word(trim(text)) ? Known::blank : Known::yes;
      if (value.known == Known::yes) value.text = fold(text);
      return value;
  }
}

TableKind table_of(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::shipment:
      return TableKind::shipments;
    case SubjectKind::worker_group:
      return TableKind::workers;
    case SubjectKind::facility:
      return TableKind::sites;
    case SubjectKind::lot:
      return TableKind::lots;
    case SubjectKind::product:
      return TableKind::products;
    default:
      return TableKind::suppliers;
  }
}

}  // namespace

bool belongs_to(Field field, SubjectKind kind) {
  // Many rows name it, and none is its own; those of a product each speak of another part.
  if (kind == SubjectKind::vessel || kind == SubjectKind::product) return false;
  if (kind == SubjectKind::facility && info(field).table == TableKind::smelters) return true;
  return info(field).table == table_of(kind);
}

/// The name of a party that no row of suppliers describes stands where it is referred to.
static bool is_named_elsewhere(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field) {
  return field == Field::supplier_name && kind == SubjectKind::company &&
         graph.vertices.standing[subject] == Standing::unresolved;
}

CellRef cell_of(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field) {
  switch (kind) {
    case SubjectKind::shipment:
      if (field == Field::shipment_discharge_country) return graph.shipments.discharge_cell(subject);
      return graph.shipments.cell(subject, field);
    case SubjectKind::lot:
      return graph.lots.cell(subject, field);
    case SubjectKind::product:
      return graph.products.first_said(*graph.tables, subject, field);
    case SubjectKind::worker_group: {
      if (graph.worker_groups.implied[subject]) return {};
      const CellRef row = graph.worker_groups.row[subject];
      return {row.table, field, row.record};
    }
    default: {
      const bool country =
          field == Field::supplier_country || field == Field::site_country || field == Field::smelter_country;
      if (country && graph.vertices.country_cell[subject].exists()) return graph.vertices.country_cell[subject];
      const CellRef row = graph.vertices.name[subject];
      if (is_named_elsewhere(graph, kind, subject, field)) return row;
      return {row.table, field, row.record};
    }
  }
}

FieldValue value_of(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field) {
  switch (field) {
    case Field::supplier_country:  // of several rows the worst counts
    case Field::site_country:
    case Field::smelter_country:
      if (kind != SubjectKind::company && kind != SubjectKind::facility) break;
      return of_country(graph.vertices.country[subject]);
    case Field::shipment_origin_country:
      return of_country(graph.shipments.origin[subject]);
    case Field::shipment_load_country:
      return of_country(graph.shipments.load_country[subject]);
    case Field::shipment_discharge_country:
      return of_country(graph.shipments.discharge_country[subject]);
    case Field::shipment_date:
      return of_date(graph.shipments.date[subject]);
    case Field::shipment_hs_code:
      return of_code(graph.goods.goods[graph.shipments.goods[subject]].hs);
    case Field::lot_origin_country:
      return of_country(graph.lots.origin[subject]);
    case Field::lot_date:
      return of_date(graph.lots.date[subject]);
    case Field::workers_nationality:
      return of_country(graph.worker_groups.nationality[subject]);
    case Field::workers_from:
      return of_date(graph.worker_groups.from[subject]);
    case Field::workers_to:
      return of_date(graph.worker_groups.to[subject]);
    default:
      break;
  }
  return of_cell(graph, cell_of(graph, kind, subject, field));
}

}  // namespace assay
