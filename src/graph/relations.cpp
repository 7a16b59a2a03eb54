#include <fmt/format.h>

#include "base/text.h"
#include "graph/builder.h"

namespace assay {
namespace {

/// The interval in which a relation held; unknown unless both ends are given, the first before the last.
std::pair<Day, Day> held(Builder& builder, Rows& rows) {
  const Date from = builder.cells.date(rows, Field::relation_from);
  const Date to = builder.cells.date(rows, Field::relation_to);
  if (from.known != Known::yes || to.known != Known::yes) return {earliest_day, latest_day};
  if (from.first <= to.last()) return {from.first, to.last()};
  builder.complaints.add(Level::warning, rows.cell(Field::relation_to), "ends before it begins",
                         fmt::format("this relation ends {}, before it begins {}, so its time is not known",
                                     to_string(to), to_string(from)));
  return {earliest_day, latest_day};
}

void add(Builder& builder, VertexId from, VertexId to, Relation relation, bool sure, CellRef cell,
         std::pair<Day, Day> days) {
  SupplyGraph& graph = builder.graph;
  if (relation == Relation::supplied_by) {
    graph.stated_deals.push_back({to, from, days.first, days.second, cell});
    return;
  }
  graph.facts.push_back({from, to, relation, sure && from != no_vertex && to != no_vertex, cell});
}

void read_row(Builder& builder, Rows& rows) {
  const VertexId source = builder.parties.find(rows.text(Field::relation_source), rows.cell(Field::relation_source));
  const VertexId target = builder.parties.find(rows.text(Field::relation_target), rows.cell(Field::relation_target));
  const std::pair<Day, Day> days = held(builder, rows);
  if (!rows.has(Field::relation_word)) {  // a table of owners: owner, owned, share
    add(builder, target, source, Relation::owned_by, true, rows.cell(Field::relation_source), days);
    return;
  }
  const CellRef cell = rows.cell(Field::relation_word);
  const std::string_view text = rows.text(Field::relation_word);
  if (const auto word = relation_word(text)) {
    add(builder, word->reversed ? target : source, word->reversed ? source : target, word->relation, true, cell,
        days);
    return;
  }
  // The word says nothing that is known: it may mean that either sells to the other.
  builder.complaints.add(Level::warning, cell, "is no relation that is known",
                         fmt::format("\"{}\" is no relation that is known, so it may mean any", shorten(text, 40)),
                         "write owns, controls, buys_from, supplies, subcontracts_to, recruits_from, …");
  add(builder, source, target, Relation::supplied_by, false, cell, days);
  add(builder, target, source, Relation::supplied_by, false, cell, days);
}

}  // namespace

void read_relations(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  for (const std::uint16_t number : tables_of(*graph.tables, TableKind::relations)) {
    Rows rows(*graph.tables, number);
    while (rows.next()) read_row(builder, rows);
  }
  for (const std::uint16_t number : tables_of(*graph.tables, TableKind::suppliers)) {
    Rows rows(*graph.tables, number);
    if (!rows.has(Field::supplier_parent) && !rows.has(Field::supplier_owner)) continue;
    while (rows.next()) {
      const Field naming =
          is_blank_word(trim(rows.text(Field::supplier_name))) ? Field::supplier_id : Field::supplier_name;
      const VertexId company = builder.parties.find(rows.text(naming), rows.cell(naming));
      for (const Field field : {Field::supplier_parent, Field::supplier_owner}) {
        if (!rows.has(field)) continue;
        const VertexId owner = builder.parties.find(rows.text(field), rows.cell(field));
        if (owner != no_vertex) add(builder, company, owner, Relation::owned_by, true, rows.cell(field), {});
      }
    }
  }
}

}  // namespace assay
