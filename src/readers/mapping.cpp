#include "readers/mapping.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "readers/aliases.h"
#include "readers/headers.h"

namespace assay {
namespace {

using F = Field;

/// A table is fed when each of its groups has at least one field with a column. One kind may have two such lists.
struct Needs {
  TableKind kind{};
  std::vector<std::vector<Field>> groups;
  bool alone = false;  ///< only by a file that feeds nothing else: its words are those of other tables too
};

const std::vector<Needs>& needs() {
  static const std::vector<Needs> list = {
      {TableKind::suppliers, {{F::supplier_name}, {F::supplier_country}}},
      {TableKind::shipments,
       {{F::shipment_supplier},
        {F::shipment_origin_country, F::shipment_load_port, F::shipment_load_country, F::shipment_date,
         F::shipment_buyer, F::shipment_id}}},
      // Whoever sold it, a consignment with its own number that came from somewhere is a shipment.
      {TableKind::shipments,
       {{F::shipment_id},
        {F::shipment_date, F::shipment_buyer},
        {F::shipment_origin_country, F::shipment_load_port, F::shipment_load_country}}},
      // or headers that say who owns whom: see Draft::says_owns
      {TableKind::relations, {{F::relation_source}, {F::relation_target}, {F::relation_word, F::relation_share_pct}}},
      {TableKind::workers,
       {{F::workers_site, F::workers_employer},
        {F::workers_nationality, F::workers_labour_provider, F::workers_count}}},
      {TableKind::sites, {{F::site_id, F::site_name}, {F::site_operator, F::site_type, F::site_country}}},
      {TableKind::declarations, {{F::declaration_party}, {F::declaration_statement}}},
      // a row of goods with its price is no price to compare it with
      {TableKind::prices, {{F::price_hs_code}, {F::price_month}, {F::price_unit_price}}, true},
      // From here on the first group is what no other table has.
      {TableKind::smelters,
       {{F::smelter_id, F::smelter_name},
        {F::smelter_country, F::smelter_metal, F::smelter_declared_by, F::smelter_mine_country,
         F::smelter_recycled}}},
      {TableKind::documents, {{F::document_id}, {F::document_covers}}},
      {TableKind::documents, {{F::document_id}, {F::document_type}, {F::document_party, F::document_issuer}}},
      {TableKind::vessel_events,
       {{F::vessel_event_vessel, F::vessel_event_imo},
        {F::vessel_event_event},
        {F::vessel_event_date, F::vessel_event_from, F::vessel_event_place}}},
      {TableKind::products, {{F::product_id, F::product_name}, {F::product_part}}},
      {TableKind::products, {{F::product_id, F::product_name}, {F::product_lot, F::product_supplier}}, true},
      {TableKind::lots, {{F::lot_id}, {F::lot_made_from, F::lot_mine}}},
      {TableKind::lots,
       {{F::lot_id}, {F::lot_commodity, F::lot_hs_code}, {F::lot_origin_country, F::lot_facility, F::lot_quantity}},
       true},
      {TableKind::production,
       {{F::production_quantity}, {F::production_year}, {F::production_country}, {F::production_commodity}},
       true},
  };
  return list;
}

std::size_t number(Field field) {
  return static_cast<std::size_t>(field);
}

/// The mapping while it is made.
struct Draft {
  std::vector<std::vector<const Alias*>> words;  ///< per column, the aliases that its header is
  TableKind leader = TableKind::suppliers;
  bool bare_name = false;
  std::vector<TableKind> spoken_of;  ///< the tables of traces to which a bare word may belong

  std::array<const Alias*, fields> taken{};  ///< per field, the alias by which it has its column
  Columns column_of = no_columns();
  std::vector<Clash> clashes;
  std::vector<Clash> passed_over;

  [[nodiscard]] bool has(Field field) const { return column_of[number(field)] != no_column; }
  [[nodiscard]] bool says_owns(Field field) const {
    return taken[number(field)] != nullptr && taken[number(field)]->says == Says::owners;
  }
};

/// The fields that say by themselves what the rows of a file are about.
std::optional<TableKind> leads(const Alias& alias) {
  if (alias.says != Says::plain) return std::nullopt;
  switch (alias.field) {
    case F::supplier_id:
    case F::supplier_name:
      return TableKind::suppliers;
    case F::shipment_id:
      return TableKind::shipments;
    case F::site_id:
    case F::site_name:
      return TableKind::sites;
    case F::relation_source:
      return TableKind::relations;
    case F::declaration_party:
      return TableKind::declarations;
    default:
      return std::nullopt;
  }
}

std::optional<TableKind> leader_of(const std::vector<std::vector<const Alias*>>& words) {
  for (const auto& column : words)
    for (const Alias* alias : column)
      if (const auto kind = leads(*alias)) return kind;
  return std::nullopt;
}

/// The tables of traces whose own words stand in the headers of a file that says nothing else of what its rows are. A
/// list of parties, with their country, may be one of smelters too, but not one of papers, products or lots.
std::vector<TableKind> spoken_of(const std::vector<std::vector<const Alias*>>& words) {
  std::vector<TableKind> kinds;
  const auto has_word_of = [&words](std::initializer_list<Field> own) {
    return std::any_of(words.begin(), words.end(), [&](const auto& column) {
      return std::any_of(column.begin(), column.end(), [&](const Alias* alias) {
        return std::find(own.begin(), own.end(), alias->field) != own.end() &&
               (alias->says == Says::plain || alias->field == F::supplier_country);
      });
    });
  };
  if (has_word_of({F::smelter_id, F::smelter_name})) kinds.push_back(TableKind::smelters);
  if (has_word_of({F::supplier_country})) return kinds;
  if (has_word_of({F::document_covers})) kinds.push_back(TableKind::documents);
  if (has_word_of({F::product_part})) kinds.push_back(TableKind::products);
  if (has_word_of({F::lot_made_from})) kinds.push_back(TableKind::lots);
  return kinds;
}

bool counts(const Alias& alias, const std::vector<const Alias*>& column, const Draft& columns) {
  const TableKind kind = info(alias.field).table;
  if (kind > TableKind::prices && alias.says != Says::plain)
    return std::find(columns.spoken_of.begin(), columns.spoken_of.end(), kind) != columns.spoken_of.end();
  switch (alias.says) {
    case Says::plain:
    case Says::owners:
      return true;
    case Says::number:
      return columns.bare_name ? kind == columns.leader : kind == TableKind::shipments;
    case Says::bare:
      return kind == columns.leader || std::none_of(column.begin(), column.end(), [&](const Alias* other) {
               return info(other->field).table == columns.leader;
             });
  }
  return false;
}

void take(Draft& columns, const Alias& alias, std::uint16_t column) {
  const std::size_t field = number(alias.field);
  const Alias* before = columns.taken[field];
  if (before == nullptr) {
    columns.taken[field] = &alias;
    columns.column_of[field] = column;
  } else if (alias.rank == before->rank) {
    columns.clashes.push_back({alias.field, columns.column_of[field], column});
  } else if (alias.rank > before->rank) {
    columns.passed_over.push_back({alias.field, columns.column_of[field], column});
  } else {
    columns.passed_over.push_back({alias.field, column, columns.column_of[field]});
    columns.taken[field] = &alias;
    columns.column_of[field] = column;
    // What clashed at a worse rank is settled by the better column.
    std::erase_if(columns.clashes, [&](const Clash& clash) { return clash.field == alias.field; });
  }
}

/// Fields that say more about goods or a site that are known without them. A file is not refused for two columns of
/// the same word ("unit" of the weight, "unit" of the price): neither is read.
bool is_spare(Field field) {
  return (field >= F::shipment_currency && field <= F::shipment_notification) ||
         (field >= F::site_capacity && field <= F::site_process);
}

void leave_doubtful(Draft& columns) {
  for (const Clash& clash : columns.clashes)
    if (is_spare(clash.field)) columns.column_of[number(clash.field)] = no_column;
  std::erase_if(columns.clashes, [](const Clash& clash) { return is_spare(clash.field); });
}

Draft take_columns(const std::vector<std::string>& headers) {
  Draft columns;
  for (const std::string& header : headers) columns.words.push_back(aliases_of(normalise_header(header)));
  const std::optional<TableKind> leader = leader_of(columns.words);
  columns.leader = leader.value_or(TableKind::suppliers);
  for (const auto& column : columns.words)
    for (const Alias* alias : column)
      columns.bare_name |= alias->field == F::supplier_name && alias->says == Says::bare;
  if (!leader) columns.spoken_of = spoken_of(columns.words);
  for (std::size_t c = 0; c < columns.words.size(); ++c)
    for (const Alias* alias : columns.words[c])
      if (counts(*alias, columns.words[c], columns)) take(columns, *alias, static_cast<std::uint16_t>(c));
  leave_doubtful(columns);
  return columns;
}

/// The supplier's column where a table has none of its own. A bare "name" stands only in a list of suppliers: in
/// other files it may be the name of anything.
void stand_in(Draft& columns, Field field) {
  if (columns.has(field)) return;
  const Alias* name = columns.taken[number(F::supplier_name)];
  const bool list_of_suppliers = columns.leader == TableKind::suppliers && columns.has(F::supplier_country);
  if (columns.has(F::supplier_id))
    columns.column_of[number(field)] = columns.column_of[number(F::supplier_id)];
  else if (name != nullptr && (name->says == Says::plain || list_of_suppliers))
    columns.column_of[number(field)] = columns.column_of[number(F::supplier_name)];
}

bool met(const std::vector<Field>& group, const Draft& columns) {
  return std::any_of(group.begin(), group.end(), [&](Field field) { return columns.has(field); });
}

bool is_fed(const Needs& table, const Draft& columns) {
  const bool owners = columns.says_owns(F::relation_source) || columns.says_owns(F::relation_target);
  return std::all_of(table.groups.begin(), table.groups.end(), [&](const std::vector<Field>& group) {
    return met(group, columns) || (group.front() == F::relation_word && owners);
  });
}

bool has_kind(const Mapping& mapping, Field field) {
  return std::find(mapping.kinds.begin(), mapping.kinds.end(), info(field).table) != mapping.kinds.end();
}

void note_read_columns(Mapping& mapping) {
  std::fill(mapping.read.begin(), mapping.read.end(), false);
  for (std::size_t f = 0; f < fields; ++f)
    if (mapping.column_of[f] != no_column && has_kind(mapping, static_cast<Field>(f)))
      mapping.read[mapping.column_of[f]] = true;
}

std::string any_of_them(const std::vector<Field>& group) {
  std::string out;
  for (std::size_t i = 0; i < group.size(); ++i)
    out += fmt::format("{}{}", i == 0 ? "" : i + 1 == group.size() ? " or " : ", ", info(group[i]).name);
  return out;
}

/// How near a file is to a table: first the share of its needs that are met, then how many of its fields are there.
template <class Has>
std::size_t likeness(const Needs& table, Has has) {
  const auto met_groups = static_cast<std::size_t>(
      std::count_if(table.groups.begin(), table.groups.end(),
                    [&](const std::vector<Field>& group) { return std::any_of(group.begin(), group.end(), has); }));
  if (table.kind > TableKind::prices && std::none_of(table.groups[0].begin(), table.groups[0].end(), has)) return 0;
  std::size_t present = 0;
  for (const FieldInfo& field : all_fields())
    if (field.table == table.kind && has(field.field)) ++present;
  return met_groups * (fields + 1) * 6 / table.groups.size() + present;
}

}  // namespace

Mapping map_columns(const std::vector<std::string>& headers) {
  Draft columns = take_columns(headers);
  Mapping mapping;
  mapping.named = columns.column_of;
  for (const Field field : {F::shipment_supplier, F::site_operator, F::workers_employer}) stand_in(columns, field);
  mapping.column_of = columns.column_of;
  for (const Needs& table : needs())
    if (is_fed(table, columns) && (mapping.kinds.empty() || mapping.kinds.back() != table.kind) &&
        (!table.alone || mapping.kinds.empty()))
      mapping.kinds.push_back(table.kind);
  const auto of_a_table = [&](const Clash& clash) { return has_kind(mapping, clash.field); };
  std::copy_if(columns.clashes.begin(), columns.clashes.end(), std::back_inserter(mapping.clashes), of_a_table);
  mapping.read.assign(headers.size(), false);
  note_read_columns(mapping);
  std::copy_if(columns.passed_over.begin(), columns.passed_over.end(), std::back_inserter(mapping.passed_over),
               [&](const Clash& clash) { return of_a_table(clash) && !mapping.read[clash.second]; });
  mapping.owns_by_default = has_kind(mapping, F::relation_source) && !columns.has(F::relation_word);
  return mapping;
}

std::string nearest_table(const Mapping& mapping) {
  const auto has = [&](Field field) { return mapping.named[number(field)] != no_column; };
  const Needs* best = nullptr;
  std::size_t best_score = 0;
  for (const Needs& table : needs()) {
    const std::size_t score = likeness(table, has);
    if (score <= best_score) continue;
    best = &table;
    best_score = score;
  }
  if (best == nullptr) return "the least that is needed is a table of suppliers: supplier.name and supplier.country";
  std::string lacking;
  for (const auto& group : best->groups)
    if (std::none_of(group.begin(), group.end(), has))
      lacking += fmt::format("{}{}", lacking.empty() ? "" : ", and ", any_of_them(group));
  return fmt::format("nearest is {}, which also needs {}", to_string(best->kind), lacking);
}

std::vector<Table> tables_of(const Mapping& mapping) {
  std::vector<Table> tables;
  for (const TableKind kind : mapping.kinds) {
    Table table;
    table.kind = kind;
    for (std::size_t f = 0; f < fields; ++f)
      if (info(static_cast<Field>(f)).table == kind) table.column_of[f] = mapping.column_of[f];
    tables.push_back(table);
  }
  return tables;
}

}  // namespace assay
