#include "graph/documents.h"

#include <algorithm>

#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"
#include "tables/row_content.h"

namespace assay {
namespace {

constexpr std::string_view separators = ";|、，,";

using Index = std::vector<std::pair<std::string, std::uint32_t>>;

bool says_something(std::string_view text) {
  text = trim(text);
  return !is_blank_word(text) && !is_none_word(text);
}

void find(const Index& index, const std::string& text, std::vector<std::uint32_t>& out) {
  for (auto at = std::lower_bound(index.begin(), index.end(), std::pair(text, 0U));
       at != index.end() && at->first == text; ++at)
    out.push_back(at->second);
}

/// The documents that the numbers in a shipment's cell find.
std::vector<std::uint32_t> found_by(const SupplyGraph& graph, const Index& index, CellRef cell) {
  std::vector<std::uint32_t> found;
  for (const std::string& number : numbers_in(graph.tables->text(cell))) find(index, number, found);
  std::sort(found.begin(), found.end());
  return found;
}

bool is_blank(const SupplyGraph& graph, CellRef cell) {
  return graph.tables->tables[cell.table].has(cell.field) && is_blank_word(trim(graph.tables->text(cell)));
}

/// Authorities' papers are A, contracts and bills of one's own trade B, others a supplier's word. A column that says
/// how good a paper is decides; an empty cell of it says nothing.
std::optional<Grade> grade_of(Rows& rows, Paper paper) {
  if (rows.has(Field::document_grade)) return grade_from(rows.text(Field::document_grade));
  switch (paper) {
    case Paper::other:
      return Grade::c;
    case Paper::contract:
    case Paper::carriage:
      return Grade::b;
    default:
      return Grade::a;
  }
}

/// A row and what puts it in order.
struct Row {
  std::uint64_t content = 0;
  std::string id;
  CellRef cell;
  Paper paper{};
  bool type_said = true;
  Date issued, expires;
  Country origin;
  std::optional<Grade> grade;
  std::string says, covers;
};

Row read_row(Builder& builder, Rows& rows) {
  Row row;
  row.cell = rows.cell(Field::document_id);
  row.id = rows.text(Field::document_id);
  const std::string type(rows.text(Field::document_type));
  const std::string issuer(rows.text(Field::document_issuer));
  // Where no column tells the type, people write it into the number: "approval".
  row.paper = paper_from(says_something(type) ? type : row.id);
  row.type_said = says_something(type) || row.paper != Paper::other;
  row.says = fold(type + " | " + issuer + " " + type + " | " + std::string(rows.text(Field::document_reference)) +
                  " | " + row.id);
  row.covers = rows.text(Field::document_covers);
  row.grade = grade_of(rows, row.paper);
  row.origin = builder.cells.country(rows, Field::document_origin_country);
  row.issued = builder.cells.date(rows, Field::document_issue_date);
  row.expires = builder.cells.any_date(rows, Field::document_expiry_date);
  row.content = row_content(*builder.graph.tables, row.cell);
  return row;
}

}  // namespace

void read_documents(Builder& builder) {
  std::vector<Row> found;
  for (const std::uint16_t number : tables_of(*builder.graph.tables, TableKind::documents)) {
    Rows rows(*builder.graph.tables, number);
    while (rows.next()) found.push_back(read_row(builder, rows));
  }
  std::stable_sort(found.begin(), found.end(), [](const Row& a, const Row& b) {
    return std::pair(std::string_view(a.id), a.content) < std::pair(std::string_view(b.id), b.content);
  });
  Documents& d = builder.graph.documents;
  for (Row& row : found) {
    const auto number = static_cast<std::uint32_t>(d.size());
    for (const std::string& one : numbers_in(row.covers)) d.covered.emplace_back(one, number);
    for (const std::string& one : numbers_in(row.id)) d.named.emplace_back(one, number);
    d.row.push_back(row.cell);
    if (!says_something(row.covers)) d.silent.push_back(number);
    d.paper.push_back(row.paper);
    d.type_said.push_back(row.type_said);
    d.issued.push_back(row.issued);
    d.expires.push_back(row.expires);
    d.origin.push_back(row.origin);
    d.grade.push_back(row.grade);
    d.says.push_back(std::move(row.says));
  }
  std::sort(d.covered.begin(), d.covered.end());
  std::sort(d.named.begin(), d.named.end());
}

namespace {

/// The documents of goods whose numbers stand in these cells (blank ones may be any), and who name them in another.
std::vector<PaperOf> papers_of(const SupplyGraph& graph, std::initializer_list<CellRef> numbers, CellRef document) {
  const Documents& d = graph.documents;
  if (d.size() == 0) return {};
  std::vector<std::uint32_t> sure;
  CellRef unsaid;  // goods without a number, or of a lot that is not said, may be those that a document covers
  for (const CellRef number : numbers) {
    for (const std::uint32_t covering : found_by(graph, d.covered, number)) sure.push_back(covering);
    if (!unsaid.exists() && is_blank(graph, number)) unsaid = number;
  }
  const std::vector<std::uint32_t> named = found_by(graph, d.named, document);
  std::vector<PaperOf> found;
  for (const std::uint32_t silent : d.silent) {
    const bool is_named = std::binary_search(named.begin(), named.end(), silent);
    if (is_named) sure.push_back(silent);
    const CellRef row = d.row[silent];
    if (!is_named) found.push_back({silent, false, {row.table, Field::document_covers, row.record}});
  }
  std::sort(sure.begin(), sure.end());
  sure.erase(std::unique(sure.begin(), sure.end()), sure.end());
  for (std::uint32_t other = 0; unsaid.exists() && other < d.size(); ++other)
    if (!std::binary_search(sure.begin(), sure.end(), other) &&
        !std::binary_search(d.silent.begin(), d.silent.end(), other))
      found.push_back({other, false, unsaid});
  for (const std::uint32_t paper : sure) found.push_back({paper, true, {}});
  std::sort(found.begin(), found.end(), [](const PaperOf& a, const PaperOf& b) { return a.document < b.document; });
  return found;
}

}  // namespace

std::vector<PaperOf> documents_of(const SupplyGraph& graph, std::uint32_t shipment) {
  const Shipments& s = graph.shipments;
  return papers_of(graph, {s.cell(shipment, Field::shipment_id), s.cell(shipment, Field::shipment_lot)},
                   s.cell(shipment, Field::shipment_document));
}

std::vector<PaperOf> documents_of_lot(const SupplyGraph& graph, std::uint32_t lot) {
  return papers_of(graph, {graph.lots.row[lot]}, graph.lots.cell(lot, Field::lot_document));
}

std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  if (!says_something(text)) return numbers;
  numbers.push_back(fold(trim(text)));
  for (const std::string_view part : split(text, separators))
    if (std::string one = fold(part); one != numbers.front() && says_something(part)) numbers.push_back(one);
  return numbers;
}

Truth is_of_kind(const Documents& documents, std::uint32_t document, Paper kind) {
  if (!documents.type_said[document]) return Truth::unknown;
  return documents.paper[document] == kind ? Truth::yes : Truth::no;
}

Truth out_of_date(const Documents& documents, std::uint32_t document, const Date& on) {
  const Date& last = documents.expires[document];
  const Paper paper = documents.paper[document];
  if (last.known == Known::blank || last.known == Known::not_asked) {
    const bool must_say =
        paper == Paper::licence || paper == Paper::certificate_of_origin || paper == Paper::mine_certificate;
    return must_say || !documents.type_said[document] ? Truth::unknown : Truth::no;
  }
  if (last.known != Known::yes || on.known != Known::yes) return Truth::unknown;
  if (on.first > last.last()) return Truth::yes;
  return on.last() > last.first ? Truth::unknown : Truth::no;
}

Truth valid_on(const Documents& documents, std::uint32_t document, const Date& on) {
  const Date& issued = documents.issued[document];
  Truth by_then = Truth::unknown;
  if (issued.known == Known::yes && on.known == Known::yes) {
    if (issued.last() <= on.first)
      by_then = Truth::yes;
    else if (issued.first > on.last())
      by_then = Truth::no;
  }
  return both(by_then, negate(out_of_date(documents, document, on)));
}

}  // namespace assay
