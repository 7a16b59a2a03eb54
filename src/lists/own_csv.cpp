// A list of the user's own: CSV whose header has a column `name`, and of whose columns more than half are among those
// below (docs/LISTS.md).
#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "lists/formats.h"
#include "lists/identifier_label.h"
#include "lists/list_csv.h"

namespace assay {
namespace {

struct FactColumn {
  std::string_view name;
  FactKind kind;
};

constexpr auto fact_columns = std::to_array<FactColumn>({
    {"program", FactKind::programme},
    {"programme", FactKind::programme},
    {"country", FactKind::country},
    {"nationality", FactKind::nationality},
    {"flag", FactKind::flag},
    {"birth_date", FactKind::birth_date},
    {"birth_place", FactKind::birth_place},
    {"position", FactKind::position},
    {"imo", FactKind::imo},
    {"lei", FactKind::lei},
    {"uscc", FactKind::uscc},
    {"registration_no", FactKind::registration},
    {"tax_no", FactKind::tax},
    {"passport", FactKind::passport},
    {"national_id", FactKind::national_id},
    {"mmsi", FactKind::mmsi},
    {"call_sign", FactKind::call_sign},
    {"swift_bic", FactKind::swift_bic},
    {"other_id", FactKind::other_id},
    {"address", FactKind::address},
    {"phone", FactKind::phone},
    {"email", FactKind::email},
    {"website", FactKind::website},
    {"linked_to", FactKind::linked_to},
    {"vessel_type", FactKind::vessel_type},
    {"reason", FactKind::reason},
    {"remarks", FactKind::remarks},
    {"source", FactKind::source},
    {"status", FactKind::status},
});

constexpr std::array<std::string_view, 7> other_columns = {"id",   "name",      "aliases",    "weak_aliases",
                                                           "kind", "listed_on", "delisted_on"};

bool is_known(std::string_view column) {
  return std::any_of(other_columns.begin(), other_columns.end(),
                     [&](std::string_view one) { return is_column(column, one); }) ||
         std::any_of(fact_columns.begin(), fact_columns.end(),
                     [&](const FactColumn& one) { return is_column(column, one.name); });
}

std::optional<PartRole> sniff(std::string_view head) {
  const std::vector<std::string> header = header_of(head);
  if (!has_columns(header, {"name"})) return std::nullopt;
  // A table of suppliers has a name and a country too. Of a list most columns are known.
  const auto known =
      std::count_if(header.begin(), header.end(), [](const std::string& one) { return is_known(one); });
  if (2 * static_cast<std::size_t>(known) <= header.size()) return std::nullopt;
  return PartRole::entries;
}

EntryKind kind_of(std::string_view word, std::uint32_t line, ListBuilder& builder) {
  std::string text(word);
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (text.empty() || text == "unknown") return EntryKind::unknown;
  if (text == "company" || text == "entity" || text == "organisation" || text == "organization")
    return EntryKind::company;
  if (text == "person" || text == "individual") return EntryKind::person;
  if (text == "vessel" || text == "ship") return EntryKind::vessel;
  if (text == "aircraft") return EntryKind::aircraft;
  if (text == "other") return EntryKind::other;
  builder.warn(line, fmt::format("\"{}\" is no kind of entry, so its kind is unknown", shorten(word, 40)),
               "company, person, vessel, aircraft or other");
  return EntryKind::unknown;
}

Date date_of(std::string_view text, std::string_view column, std::uint32_t line, ListBuilder& builder) {
  const Date date = parse_date(text);
  if (date.known != Known::yes && date.known != Known::blank)
    builder.warn(line, fmt::format("{} is no date: \"{}\"", column, shorten(text, 40)), "write it as 2017-08-05");
  return date;
}

/// Long texts hold semicolons of their own.
bool holds_several(FactKind kind) {
  return kind != FactKind::remarks && kind != FactKind::reason && kind != FactKind::source &&
         kind != FactKind::status;
}

void add_fact(Draft& draft, const FactColumn& column, std::string_view text, ListBuilder& builder) {
  const std::size_t before = draft.facts.size();
  if (is_identifier(column.kind))
    add_identifier(draft, column.kind, text, column.name, {});
  else
    draft.add_fact(column.kind, text, column.name);
  const bool other = draft.facts.size() > before && draft.facts.back().kind == FactKind::other_id;
  if (other && column.kind != FactKind::other_id)
    builder.warn(draft.line, fmt::format("{} has a wrong check digit: \"{}\"", column.name, shorten(text, 40)),
                 "nobody is found by it until it is corrected");
}

void warn_of_columns(const Columns& columns, ListBuilder& builder) {
  for (const std::string& column : columns.names())
    if (!is_known(trim(column)))
      builder.warn(1, fmt::format("the column \"{}\" is not read", shorten(trim(column), 40)),
                   "docs/LISTS.md names the columns of a list of your own");
}

void read(std::span<const ListPart> parts, ListBuilder& builder) {
  bool first = true;
  const auto record = [&](const Columns& columns, std::span<const std::string> cells, Draft& draft) {
    if (std::exchange(first, false)) warn_of_columns(columns, builder);
    draft.id = columns.cell(cells, "id");
    draft.kind = kind_of(columns.cell(cells, "kind"), draft.line, builder);
    draft.add_name(columns.cell(cells, "name"), AliasQuality::primary, "name");
    if (draft.names.empty()) return true;  // dropped, and not by an alias made its primary name
    draft.add_names(columns.cell(cells, "aliases"), AliasQuality::strong, "aliases", ";");
    draft.add_names(columns.cell(cells, "weak_aliases"), AliasQuality::weak, "weak_aliases", ";");
    for (const FactColumn& column : fact_columns) {
      const std::string_view text = columns.cell(cells, column.name);
      if (!holds_several(column.kind))
        draft.add_fact(column.kind, text, column.name);
      else
        for (const std::string_view part : split(text, ";")) add_fact(draft, column, part, builder);
    }
    draft.listed_on = date_of(columns.cell(cells, "listed_on"), "listed_on", draft.line, builder);
    draft.delisted_on = date_of(columns.cell(cells, "delisted_on"), "delisted_on", draft.line, builder);
    return true;
  };
  read_table(parts.front(), builder, record, CsvEnd::any);
}

}  // namespace

const ListFormat own_csv{"own-csv", own_max_age, sniff, read};

}  // namespace assay
