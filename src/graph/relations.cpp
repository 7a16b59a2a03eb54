#include <fmt/format.h>

#include "base/text.h"
#include "graph/builder.h"
#include "graph/shares.h"

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

/// What stands in a row of relations.
struct Row {
  VertexId source = no_vertex;
  VertexId target = no_vertex;
  CellRef cell;  ///< that says how they are related
};

/// Whether a vessel may be an end of such a relation: ships are held and run, but sell nothing and employ nobody
/// here.
constexpr bool of_vessels(Relation relation) {
  return relation == Relation::owned_by || relation == Relation::controlled_by || relation == Relation::operated_by ||
         relation == Relation::met_at_sea || relation == Relation::successor_of;
}

/// Whether it holds of either end what it holds of the other; such a row is a fact of both.
constexpr bool is_mutual(Relation relation) {
  return relation == Relation::shares_contact || relation == Relation::met_at_sea;
}

class RelationReader {
 public:
  RelationReader(Builder& builder, std::uint16_t table)
      : builder_(builder), rows_(*builder.graph.tables, table), shares_(builder, Field::relation_share_pct) {}

  void read() {
    while (rows_.next()) read_row();
    shares_.finish();
  }

 private:
  void read_row() {
    Row row;
    const auto word = relation_word(rows_.text(Field::relation_word));
    const bool is_of_owners = !rows_.has(Field::relation_word);  // a table of owners: owner, owned, share
    const bool may_be_vessel = is_of_owners || (word && of_vessels(word->relation));
    row.source = end(Field::relation_source, may_be_vessel);
    row.target = end(Field::relation_target, may_be_vessel);
    if (is_of_owners) {
      row.cell = rows_.cell(Field::relation_source);
      add_holding(row, true, true);
      return;
    }
    row.cell = rows_.cell(Field::relation_word);
    if (word)
      add(row, *word);
    else
      add_unknown(row, rows_.text(Field::relation_word));
  }

  /// A party is meant first, so that a firm of a ship's name stays a firm.
  VertexId end(Field field, bool may_be_vessel) {
    const std::string_view text = rows_.text(field);
    if (may_be_vessel && !builder_.parties.knows(text))
      if (const VertexId vessel = find_vessel(builder_, text, rows_.cell(field)); vessel != no_vertex) return vessel;
    return builder_.parties.find(text, rows_.cell(field));
  }

  void add(const Row& row, RelationWord word) {
    if (word.relation == Relation::owned_by) {
      add_holding(row, word.reversed, true);
      return;
    }
    const std::pair<Day, Day> days = held(builder_, rows_);
    const VertexId from = word.reversed ? row.target : row.source;
    const VertexId to = word.reversed ? row.source : row.target;
    if (word.relation == Relation::supplied_by) {
      builder_.graph.stated_deals.push_back({to, from, days.first, days.second, row.cell});
      return;
    }
    const bool sure = from != no_vertex && to != no_vertex;
    builder_.graph.facts.push_back({from, to, word.relation, sure, row.cell});
    if (is_mutual(word.relation) && from != to)
      builder_.graph.facts.push_back({to, from, word.relation, sure, row.cell});
  }

  /// The word says nothing that is known: either may sell to the other, or own it.
  void add_unknown(const Row& row, std::string_view text) {
    builder_.complaints.add(Level::warning, row.cell, "is no relation that is known",
                            fmt::format("\"{}\" is no relation that is known, so it may mean any", shorten(text, 40)),
                            "write owns, controls, buys_from, supplies, subcontracts_to, recruits_from, …");
    const auto [first, last] = held(builder_, rows_);
    builder_.graph.stated_deals.push_back({row.target, row.source, first, last, row.cell});
    builder_.graph.stated_deals.push_back({row.source, row.target, first, last, row.cell});
    add_holding(row, true, false);
    add_holding(row, false, false);
  }

  void add_holding(const Row& row, bool source_owns, bool sure) {
    const VertexId asset = source_owns ? row.target : row.source;
    const VertexId owner = source_owns ? row.source : row.target;
    sure = sure && asset != no_vertex && owner != no_vertex;
    builder_.graph.facts.push_back({asset, owner, Relation::owned_by, sure, row.cell});
    shares_.add(rows_, builder_.cells.any_date(rows_, Field::relation_from),
                builder_.cells.any_date(rows_, Field::relation_to));
  }

  Builder& builder_;
  Rows rows_;
  ShareColumn shares_;
};

/// The owners that rows of suppliers name: a parent, whose share nobody states, and an owner with a share.
class OwnerReader {
 public:
  OwnerReader(Builder& builder, std::uint16_t table)
      : builder_(builder), rows_(*builder.graph.tables, table), shares_(builder, Field::supplier_share_pct) {}

  void read() {
    if (!rows_.has(Field::supplier_parent) && !rows_.has(Field::supplier_owner)) return;
    while (rows_.next()) {
      const bool nameless = is_blank_word(trim(rows_.text(Field::supplier_name)));
      const Field naming = nameless ? Field::supplier_id : Field::supplier_name;
      const VertexId company = builder_.parties.find(rows_.text(naming), rows_.cell(naming));
      add(company, Field::supplier_owner);
      add(company, Field::supplier_parent);
    }
    shares_.finish();
  }

 private:
  void add(VertexId company, Field field) {
    if (!rows_.has(field) || is_none_word(trim(rows_.text(field)))) return;
    const VertexId owner = builder_.parties.find(rows_.text(field), rows_.cell(field));
    // Somebody whom the row does not name holds the share that it states.
    const bool nobody = field == Field::supplier_owner && !is_blank_word(trim(rows_.text(Field::supplier_share_pct)));
    if (owner == no_vertex && !nobody) return;
    const bool sure = owner != no_vertex && company != no_vertex;
    builder_.graph.facts.push_back({company, owner, Relation::owned_by, sure, rows_.cell(field)});
    Date not_asked;
    not_asked.known = Known::not_asked;
    if (field == Field::supplier_owner)
      shares_.add(rows_, not_asked, not_asked);
    else
      shares_.add_unknown(not_asked, not_asked);
  }

  Builder& builder_;
  Rows rows_;
  ShareColumn shares_;
};

}  // namespace

void read_relations(Builder& builder) {
  const Tables& tables = *builder.graph.tables;
  for (const std::uint16_t number : tables_of(tables, TableKind::relations)) RelationReader(builder, number).read();
  for (const std::uint16_t number : tables_of(tables, TableKind::suppliers)) OwnerReader(builder, number).read();
}

}  // namespace assay
