#include "graph/lots.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"
#include "tables/row_content.h"

namespace assay {
namespace {

struct Row {
  std::string number;
  std::uint64_t content = 0;
  CellRef cell;
  Country origin;
  VertexId mine = no_vertex, facility = no_vertex, supplier = no_vertex;
  Date date;
};

Row read_row(Builder& builder, Rows& rows) {
  Row row;
  row.cell = rows.cell(Field::lot_id);
  row.number = fold(trim(rows.text(Field::lot_id)));
  row.origin = builder.cells.country(rows, Field::lot_origin_country);
  const auto facility = [&](Field field) {
    return find_facility(builder, rows.text(field), no_vertex, rows.cell(field));
  };
  row.mine = facility(Field::lot_mine);
  row.facility = facility(Field::lot_facility);
  row.supplier = builder.parties.find(rows.text(Field::lot_supplier), rows.cell(Field::lot_supplier));
  row.date = builder.cells.date(rows, Field::lot_date);
  row.content = row_content(*builder.graph.tables, row.cell);
  return row;
}

/// The rows that a number finds, appended.
bool find(const Lots& lots, const std::string& number, std::vector<std::uint32_t>& out) {
  const auto low = std::lower_bound(lots.numbered.begin(), lots.numbered.end(), std::pair(number, 0U));
  auto at = low;
  for (; at != lots.numbered.end() && at->first == number; ++at) out.push_back(at->second);
  return at != low;
}

/// The rows of all lots in a cell's text; false when it names one that stands in none.
bool find_all(const Lots& lots, std::string_view text, std::vector<std::uint32_t>& out) {
  const std::vector<std::string> numbers = numbers_in(text);
  if (numbers.empty() || find(lots, numbers.front(), out)) return true;  // a number may hold a separator
  bool all = numbers.size() > 1;
  for (std::size_t part = 1; part < numbers.size(); ++part) all = find(lots, numbers[part], out) && all;
  return all;
}

/// Who names a lot that stands in no row names something all the same: a vertex a text.
class Unlisted {
 public:
  explicit Unlisted(Builder& builder) : builder_(builder) {}

  void look_at(CellRef cell) {
    const Tables& tables = *builder_.graph.tables;
    if (!tables.tables[cell.table].has(cell.field)) return;
    const std::string text = tables.text(cell);
    std::vector<std::uint32_t> found;
    if (find_all(builder_.graph.lots, text, found)) return;
    const std::string folded = fold(trim(text));
    const auto [at, is_new] = made_.emplace(folded, no_vertex);
    if (is_new) {
      const Country unknown(Known::not_asked);
      const std::uint32_t key = builder_.parties.key_text("lot\x1f" + folded);
      at->second = builder_.parties.add(VertexKind::lot, Standing::unresolved, cell, unknown,
                                        {VertexKey::Form::facility, unknown, key});
    } else if (CellRef& name = builder_.graph.vertices.name[at->second]; comes_first(tables, cell, name)) {
      name = cell;
    }
  }

  void hand_over() { builder_.graph.lots.unlisted.assign(made_.begin(), made_.end()); }

 private:
  Builder& builder_;
  std::map<std::string, VertexId> made_;
};

}  // namespace

bool feeds_goods(const Tables& tables, std::uint16_t number) {
  return std::any_of(tables.tables.begin(), tables.tables.end(), [&](const Table& table) {
    const bool other = table.kind == TableKind::shipments || table.kind == TableKind::suppliers;
    return other && table.file == tables.tables[number].file;
  });
}

// Without a table of lots shipments are not asked for theirs; but products are made of something.
void read_lots(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  const bool are_listed = graph.tables->has(TableKind::lots);
  if (!are_listed && graph.products.parts() == 0) return;
  std::vector<Row> found;
  for (const std::uint16_t number : tables_of(*graph.tables, TableKind::lots)) {
    Rows rows(*graph.tables, number);
    const bool is_flat = feeds_goods(*graph.tables, number);
    while (rows.next()) {
      // In a file of shipments a row without a lot is only a shipment's.
      if (is_flat && numbers_in(rows.text(Field::lot_id)).empty()) continue;
      found.push_back(read_row(builder, rows));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Row& a, const Row& b) {
    return std::pair(std::string_view(a.number), a.content) < std::pair(std::string_view(b.number), b.content);
  });
  Lots& lots = graph.lots;
  for (const Row& row : found) {
    if (!is_blank_word(row.number)) lots.numbered.emplace_back(row.number, static_cast<std::uint32_t>(lots.size()));
    lots.row.push_back(row.cell);
    lots.origin.push_back(row.origin);
    lots.mine.push_back(row.mine);
    lots.facility.push_back(row.facility);
    lots.supplier.push_back(row.supplier);
    lots.date.push_back(row.date);
    lots.key.push_back(row.content);
  }
  std::sort(lots.numbered.begin(), lots.numbered.end());
  Unlisted unlisted(builder);
  for (std::uint32_t lot = 0; lot < lots.size(); ++lot) unlisted.look_at(lots.cell(lot, Field::lot_made_from));
  for (std::uint32_t s = 0; are_listed && s < graph.shipments.size(); ++s)
    unlisted.look_at(graph.shipments.cell(s, Field::shipment_lot));
  for (std::uint32_t part = 0; part < graph.products.parts(); ++part)
    unlisted.look_at(graph.products.cell(part, Field::product_lot));
  unlisted.hand_over();
}

LotsNamed lots_named(const SupplyGraph& graph, CellRef cell) {
  LotsNamed named;
  if (!graph.tables->tables[cell.table].has(cell.field)) {
    named.known = Known::not_asked;
    return named;
  }
  const std::string text = graph.tables->text(cell);
  if (is_blank_word(trim(text))) return named;
  named.known = Known::yes;
  if (!find_all(graph.lots, text, named.lots)) {
    const std::string folded = fold(trim(text));
    const auto& unlisted = graph.lots.unlisted;
    const auto at = std::lower_bound(unlisted.begin(), unlisted.end(), std::pair(folded, VertexId{0}));
    if (at != unlisted.end() && at->first == folded) named.unlisted = at->second;
  }
  std::sort(named.lots.begin(), named.lots.end());
  named.lots.erase(std::unique(named.lots.begin(), named.lots.end()), named.lots.end());
  return named;
}

}  // namespace assay
