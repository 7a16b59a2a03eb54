#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"

namespace assay {
namespace {

bool is_all_goods(std::string_view text) {
  constexpr std::array<std::string_view, 6> words = {"all", "all goods", "*", "全部", "所有", "全部货物"};
  const std::string folded = fold(text);
  for (const std::string_view word : words)
    if (folded == word || trim(text) == word) return true;
  return false;
}

void read_row(Builder& builder, Rows& rows) {
  SupplyGraph& graph = builder.graph;
  Declarations& d = graph.declarations;
  const VertexId party =
      builder.parties.find(rows.text(Field::declaration_party), rows.cell(Field::declaration_party));
  const std::string_view word = rows.text(Field::declaration_statement);
  const Statement statement = statement_from(word);
  if (statement == Statement::unknown && !is_blank_word(trim(word)))
    builder.complaints.add(
        Level::warning, rows.cell(Field::declaration_statement), "is no statement that is known",
        fmt::format("\"{}\" is no statement that is known; the row closes nothing", shorten(word, 40)),
        "write inputs_complete, no_dprk_content, no_dprk_labour or owners_complete");
  const std::string_view goods = rows.text(Field::declaration_goods);
  const Date from = builder.cells.date(rows, Field::declaration_from);
  const Date date = builder.cells.date(rows, Field::declaration_date);
  // The end may well lie after the audit's date.
  const Date to = rows.has(Field::declaration_to) ? parse_date(rows.text(Field::declaration_to)) : Date{};
  // Who is in no table of suppliers is nobody in particular: what is said of a name alone vouches for no one.
  const bool listed = party != no_vertex && graph.vertices.standing[party] == Standing::listed;
  const bool usable = listed && statement != Statement::unknown && from.known == Known::yes &&
                      to.known == Known::yes && date.known == Known::yes && from.last() <= to.first;
  if (!usable && party != no_vertex)
    builder.complaints.add(
        Level::warning, rows.cell(Field::declaration_party), "closes nothing",
        "this declaration closes nothing: it needs one party that the suppliers list, a statement, from, to and "
        "the date of issue, all readable and not after the audit's date");
  d.party.push_back(party);
  d.statement.push_back(statement);
  d.goods.push_back(is_all_goods(goods) ? GoodsPool::all : builder.goods_texts.number(goods));
  d.from.push_back(from);
  d.to.push_back(to);
  d.date.push_back(date);
  d.grade.push_back(grade_from(rows.text(Field::declaration_grade)).value_or(Grade::c));
  d.usable.push_back(usable);
  d.row.push_back(rows.cell(Field::declaration_party));
}

}  // namespace

void read_declarations(Builder& builder) {
  for (const std::uint16_t number : tables_of(*builder.graph.tables, TableKind::declarations)) {
    Rows rows(*builder.graph.tables, number);
    while (rows.next()) read_row(builder, rows);
  }
}

}  // namespace assay
