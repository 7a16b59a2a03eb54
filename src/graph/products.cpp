#include "graph/products.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"
#include "tables/row_content.h"

namespace assay {
namespace {

struct Row {
  std::string number, name;  ///< folded; empty when not said
  std::uint64_t content = 0;
  CellRef cell;
  VertexId supplier = no_vertex;

  [[nodiscard]] const std::string& key() const { return number.empty() ? name : number; }
};

/// Folded; empty for a word for unknown.
std::string said(std::string_view text) {
  std::string folded = fold(trim(text));
  if (is_blank_word(folded)) folded.clear();
  return folded;
}

Row read_row(Builder& builder, Rows& rows) {
  Row row;
  row.cell = rows.cell(Field::product_id);
  row.number = said(rows.text(Field::product_id));
  row.name = said(rows.text(Field::product_name));
  if (const std::string_view supplier = rows.text(Field::product_supplier); !numbers_in(supplier).empty())
    row.supplier = builder.parties.find(supplier, rows.cell(Field::product_supplier));
  row.content = row_content(*builder.graph.tables, row.cell);
  return row;
}

/// In a file of shipments or suppliers a row that names no product, or nothing in it, is only theirs.
bool is_of_others(Rows& rows) {
  const bool no_product = said(rows.text(Field::product_id)).empty() && said(rows.text(Field::product_name)).empty();
  return no_product ||
         (numbers_in(rows.text(Field::product_part)).empty() && numbers_in(rows.text(Field::product_lot)).empty());
}

std::vector<Row> gather(Builder& builder) {
  const Tables& tables = *builder.graph.tables;
  std::vector<Row> found;
  for (const std::uint16_t number : tables_of(tables, TableKind::products)) {
    Rows rows(tables, number);
    const bool is_flat = feeds_goods(tables, number);
    while (rows.next())
      if (!is_flat || !is_of_others(rows)) found.push_back(read_row(builder, rows));
  }
  std::stable_sort(found.begin(), found.end(), [](const Row& a, const Row& b) {
    return std::tuple(a.key().empty(), std::string_view(a.key()), a.content) <
           std::tuple(b.key().empty(), std::string_view(b.key()), b.content);
  });
  return found;
}

void add_names(Products& products, const Row& row) {
  if (row.number.empty() || row.name.empty()) return;
  products.named.emplace_back(row.name, static_cast<std::uint32_t>(products.size() - 1));
}

std::vector<std::uint32_t> find(const std::vector<std::pair<std::string, std::uint32_t>>& index,
                                const std::string& text) {
  std::vector<std::uint32_t> found;
  auto at = std::lower_bound(index.begin(), index.end(), std::pair(text, 0U));
  for (; at != index.end() && at->first == text; ++at) found.push_back(at->second);
  return found;
}

}  // namespace

CellRef Products::first_said(const Tables& tables, std::uint32_t product, Field field) const {
  for (std::uint32_t part = first_part[product]; part < first_part[product + 1]; ++part)
    if (!said(tables.text(cell(part, field))).empty()) return cell(part, field);
  return cell(first_part[product], field);
}

void read_products(Builder& builder) {
  Products& products = builder.graph.products;
  const std::vector<Row> found = gather(builder);
  const Row* before = nullptr;
  for (const Row& row : found) {
    if (before == nullptr || row.key().empty() || row.key() != before->key()) {
      products.first_part.push_back(products.parts());
      products.key.push_back(row.content);
      if (!row.key().empty()) products.keyed.emplace_back(row.key(), static_cast<std::uint32_t>(products.size() - 1));
    }
    add_names(products, row);
    products.row.push_back(row.cell);
    products.supplier.push_back(row.supplier);
    products.product_of.push_back(static_cast<std::uint32_t>(products.size() - 1));
    before = &row;
  }
  products.first_part.push_back(products.parts());
  std::sort(products.keyed.begin(), products.keyed.end());
  std::sort(products.named.begin(), products.named.end());
  products.named.erase(std::unique(products.named.begin(), products.named.end()), products.named.end());
}

PartNamed part_named(const SupplyGraph& graph, std::uint32_t part) {
  PartNamed named;
  const std::string text = graph.tables->text(graph.products.cell(part, Field::product_part));
  if (is_blank_word(trim(text))) return named;
  named.known = Known::yes;
  if (numbers_in(text).empty()) return named;
  named.text = said(text);
  named.products = find(graph.products.keyed, named.text);
  named.sure = !named.products.empty();
  if (!named.sure) named.products = find(graph.products.named, named.text);
  return named;
}

std::uint32_t part_at(const SupplyGraph& graph, CellRef cell) {
  const std::vector<CellRef>& rows = graph.products.row;
  const auto found = std::find_if(rows.begin(), rows.end(), [cell](const CellRef& row) {
    return row.table == cell.table && row.record == cell.record;
  });
  return static_cast<std::uint32_t>(found - rows.begin());
}

}  // namespace assay
