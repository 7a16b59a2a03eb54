#include "rules/listed.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "lists/list_builder.h"
#include "reference/pack_table.h"

namespace assay {
namespace {

struct FactColumn {
  std::string_view name;
  FactKind kind;
};

constexpr std::array<FactColumn, 10> fact_columns = {{
    {"program", FactKind::programme},
    {"country", FactKind::country},
    {"uscc", FactKind::uscc},
    {"lei", FactKind::lei},
    {"registration_no", FactKind::registration},
    {"imo", FactKind::imo},
    {"address", FactKind::address},
    {"phone", FactKind::phone},
    {"email", FactKind::email},
    {"website", FactKind::website},
}};
constexpr std::array<std::string_view, 6> other_columns = {"list", "id", "name", "alias", "kind", "listed_on"};
constexpr std::array<std::string_view, 4> kinds = {"company", "person", "vessel", "unknown"};

constexpr std::string_view every_list = "sanctions";
constexpr std::string_view format_of_every_list = "test";
constexpr std::int32_t age_of_no_account = 30;

EntryKind kind_from(std::string_view word) {
  if (word == "person") return EntryKind::person;
  if (word == "vessel") return EntryKind::vessel;
  return word == "company" ? EntryKind::company : EntryKind::unknown;
}

bool is_column(std::string_view name) {
  return std::find(other_columns.begin(), other_columns.end(), name) != other_columns.end() ||
         std::any_of(fact_columns.begin(), fact_columns.end(), [&](const FactColumn& c) { return c.name == name; });
}

/// False for a word that no entry can have.
bool put(Draft& draft, std::string& list, std::string_view column, const PackCell& cell) {
  if (cell.text.empty()) return true;
  if (column == "list") list = cell.text;
  if (column == "id") draft.id = cell.text;
  if (column == "name") draft.add_name(cell.text, AliasQuality::primary, "name");
  if (column == "alias") draft.add_names(cell.text, AliasQuality::strong, "alias", ";");
  if (column == "kind") draft.kind = kind_from(cell.text);
  if (column == "listed_on") draft.listed_on = parse_date(cell.text);
  for (const FactColumn& fact : fact_columns)
    if (column == fact.name) draft.add_facts(fact.kind, cell.text, fact.name, ";");
  return column != "kind" || std::find(kinds.begin(), kinds.end(), cell.text) != kinds.end();
}

WatchList list_of(const std::string& name, std::string_view format, const std::vector<Draft>& drafts, Day as_of) {
  WatchList list;
  list.name = name;
  list.format = format;
  list.date = parse_date(day_to_string(as_of));
  list.date_from = DateFrom::command_line;
  list.max_age_days = age_of_no_account;
  Diagnostics diagnostics;
  ListBuilder builder(list, diagnostics);
  for (const Draft& draft : drafts) builder.add(draft);
  builder.finish();
  return list;
}

}  // namespace

bool is_every_list(const WatchList& list) {
  return list.format == format_of_every_list;
}

std::optional<std::vector<WatchList>> lists_of_test(const std::string& text, Day as_of) {
  Diagnostics diagnostics;
  const PackTable table = read_whole_table({"lists.csv", text}, diagnostics);
  if (!diagnostics.empty() || !std::all_of(table.header.begin(), table.header.end(),
                                           [](const PackCell& cell) { return is_column(cell.text); }))
    return std::nullopt;
  const bool told_apart =
      std::any_of(table.header.begin(), table.header.end(), [](const PackCell& cell) { return cell.text == "list"; });
  const std::string_view format = told_apart ? "own-csv" : format_of_every_list;
  std::map<std::string, std::vector<Draft>> drafts;
  for (const PackRow& row : table.rows) {
    Draft draft;
    std::string list(every_list);
    draft.line = row.empty() ? 0 : row.front().line;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (!put(draft, list, table.header[i].text, row[i])) return std::nullopt;
    if (draft.names.empty() && !draft.id.empty()) draft.add_name(draft.id, AliasQuality::primary, "id");
    if (draft.names.empty()) return std::nullopt;
    drafts[list].push_back(std::move(draft));
  }
  std::vector<WatchList> lists;
  for (const auto& [name, of_list] : drafts) lists.push_back(list_of(name, format, of_list, as_of));
  if (lists.empty()) lists.push_back(list_of(std::string(every_list), format, {}, as_of));
  return lists;
}

}  // namespace assay
