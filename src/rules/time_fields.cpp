#include "rules/time_fields.h"

#include <vector>

#include "rules/field_value.h"

namespace assay {
namespace {

constexpr Day grace = 1;

/// Whether one day lies before another, by more than a day.
Truth before(const Date& one, const Date& other) {
  if (one.known != Known::yes || other.known != Known::yes) return Truth::unknown;
  if (one.last() + grace < other.first) return Truth::yes;
  return one.first + grace < other.last() ? Truth::unknown : Truth::no;
}

/// The first of the worst.
Seen worst_of(const std::vector<Seen>& all, CellRef otherwise) {
  Seen worst{Truth::no, otherwise};
  for (const Seen& one : all)
    if (one.truth > worst.truth) worst = one;
  return worst;
}

/// Where two days leave it open: the one that is not known, else the coarser one.
CellRef to_ask(const Date& one, CellRef cell, const Date& other, CellRef other_cell) {
  if (one.known != Known::yes) return cell;
  return other.known != Known::yes || other.precision > one.precision ? other_cell : cell;
}

Date arrival_of(const SupplyGraph& graph, std::uint32_t shipment) {
  return value_of(graph, SubjectKind::shipment, shipment, Field::shipment_arrived).date;
}

/// Lots that cells name, each with its day compared by `judge`.
template <class Judge>
Seen of_lots(const SupplyGraph& graph, CellRef naming, Judge judge) {
  const LotsNamed named = lots_named(graph, naming);
  std::vector<Seen> all;
  if (named.known != Known::yes || named.unlisted != no_vertex) all.push_back({Truth::unknown, naming});
  for (const std::uint32_t lot : named.lots) all.push_back(judge(lot));
  return worst_of(all, naming);
}

/// Whether a paper is of a kind that must be there first.
Truth allows(const Documents& d, std::uint32_t document) {
  Truth truth = Truth::no;
  for (const Paper kind : {Paper::licence, Paper::approval}) truth = either(truth, is_of_kind(d, document, kind));
  return truth;
}

}  // namespace

Seen arrived_before_it_left(const SupplyGraph& graph, std::uint32_t shipment) {
  const Date left = graph.shipments.date[shipment];
  const Date came = arrival_of(graph, shipment);
  const CellRef arrived = graph.shipments.cell(shipment, Field::shipment_arrived);
  const Truth truth = before(came, left);
  if (truth != Truth::unknown) return {truth, arrived};
  return {truth, to_ask(came, arrived, left, graph.shipments.cell(shipment, Field::shipment_date))};
}

Seen left_before_its_lot(const SupplyGraph& graph, std::uint32_t shipment) {
  if (!graph.tables->has(TableKind::lots)) return {Truth::unknown, no_column_of(Field::lot_date)};
  const Date left = graph.shipments.date[shipment];
  return of_lots(graph, graph.shipments.cell(shipment, Field::shipment_lot), [&](std::uint32_t lot) {
    const Date made = graph.lots.date[lot];
    const Truth truth = before(left, made);
    const CellRef cell = graph.lots.cell(lot, Field::lot_date);
    const CellRef own = graph.shipments.cell(shipment, Field::shipment_date);
    return Seen{truth, truth == Truth::unknown ? to_ask(made, cell, left, own) : cell};
  });
}

Seen left_before_its_licence(const SupplyGraph& graph, std::uint32_t shipment) {
  const Documents& d = graph.documents;
  if (d.size() == 0) return {Truth::unknown, no_column_of(Field::document_issue_date)};
  const Date left = graph.shipments.date[shipment];
  std::vector<Seen> all;
  for (const PaperOf& paper : documents_of(graph, shipment)) {
    const Date issued = d.issued[paper.document];
    const Truth late = both(allows(d, paper.document), before(left, issued));
    const CellRef row = d.row[paper.document];
    const CellRef day{row.table, Field::document_issue_date, row.record};
    if (!paper.sure)
      all.push_back({both(late, Truth::unknown), paper.because});
    else if (late == Truth::unknown && !d.type_said[paper.document])
      all.push_back({late, {row.table, Field::document_type, row.record}});
    else
      all.push_back({late, late == Truth::unknown
                               ? to_ask(issued, day, left, graph.shipments.cell(shipment, Field::shipment_date))
                               : day});
  }
  return worst_of(all, graph.shipments.cell(shipment, Field::shipment_document));
}

Seen made_before_its_input(const SupplyGraph& graph, std::uint32_t lot) {
  const CellRef naming = graph.lots.cell(lot, Field::lot_made_from);
  const LotsNamed named = lots_named(graph, naming);
  if (named.known != Known::yes && graph.lots.mine[lot] != no_vertex)
    return {Truth::no, naming};  // straight from a mine
  const Date made = graph.lots.date[lot];
  return of_lots(graph, naming, [&](std::uint32_t input) {
    const Truth truth = before(made, graph.lots.date[input]);
    const CellRef cell = graph.lots.cell(input, Field::lot_date);
    const CellRef own = graph.lots.cell(lot, Field::lot_date);
    return Seen{truth, truth == Truth::unknown ? to_ask(made, own, graph.lots.date[input], cell) : own};
  });
}

}  // namespace assay
