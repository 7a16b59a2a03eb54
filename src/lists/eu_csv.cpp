// Annexes of regulations of the European Union as one table: the layout in which OpenSanctions transcribes the
// Official Journal (celex, programKey, annex, schema, name, alias, imoNumber …).
#include <fmt/format.h>

#include "base/text.h"
#include "lists/formats.h"
#include "lists/identifier_label.h"
#include "lists/list_csv.h"
#include "lists/schema_kind.h"

namespace assay {
namespace {

std::optional<PartRole> sniff(std::string_view head) {
  if (has_columns(header_of(head), {"celex", "programKey", "annex", "schema", "name", "alias", "imoNumber"}))
    return PartRole::entries;
  return std::nullopt;
}

/// 16.7.2009, as the Journal prints it; also a month or a year, and what parse_date() reads.
Date date_of(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, ".");
  if (parts.size() != 3 || parts[2].size() != 4) return parse_date(text);
  const auto two = [](std::string_view part) {
    return part.size() == 1 ? "0" + std::string(part) : std::string(part);
  };
  return parse_date(fmt::format("{}-{}-{}", parts[2], two(parts[1]), two(parts[0])));
}

/// A cell as the transcript leaves it may keep the quotes and the full stop of the text.
std::string_view bare(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '"' || text.back() == '.' || text.back() == ';')) text.remove_suffix(1);
  return trim(text);
}

struct ColumnKind {
  std::string_view column;
  FactKind kind;
};

constexpr auto plain_columns = std::to_array<ColumnKind>({
    {"programKey", FactKind::programme},
    {"country", FactKind::country},
    {"jurisdiction", FactKind::country},
    {"nationality", FactKind::nationality},
    {"flag", FactKind::flag},
    {"birthDate", FactKind::birth_date},
    {"birthPlace", FactKind::birth_place},
    {"position", FactKind::position},
    {"registrationNumber", FactKind::registration},
    {"ogrnCode", FactKind::registration},
    {"taxNumber", FactKind::tax},
    {"innCode", FactKind::tax},
    {"idNumber", FactKind::national_id},
    {"passportNumber", FactKind::passport},
    {"leiCode", FactKind::lei},
    {"imoNumber", FactKind::imo},
    {"mmsi", FactKind::mmsi},
    {"swiftBic", FactKind::swift_bic},
    {"kppCode", FactKind::other_id},
    {"okpoCode", FactKind::other_id},
    {"phone", FactKind::phone},
    {"email", FactKind::email},
    {"website", FactKind::website},
});

void add_columns(const Columns& columns, std::span<const std::string> cells, Draft& draft) {
  for (const auto& [column, kind] : plain_columns)
    for (const std::string_view part : split(columns.cell(cells, column), ";"))
      if (is_identifier(kind))
        add_identifier(draft, kind, bare(part), column, {});
      else
        draft.add_fact(kind, bare(part), column);
  draft.add_fact(FactKind::address, columns.cell(cells, "address"), "address");
  draft.add_fact(FactKind::reason, columns.cell(cells, "reason"), "reason");
  draft.add_fact(FactKind::remarks, columns.cell(cells, "notes"), "notes");
}

/// 32017R1509 → eu-2017-1509; another text is the name itself.
std::string name_of(std::string_view celex) {
  const std::size_t at = celex.find('R');
  if (celex.size() < 7 || at != 5) return "eu-list";
  return fmt::format("eu-{}-{}", celex.substr(1, 4), celex.substr(6));
}

void read(std::span<const ListPart> parts, ListBuilder& builder) {
  read_table(parts.front(), builder, [&](const Columns& columns, std::span<const std::string> cells, Draft& draft) {
    if (builder.list().name.empty()) builder.list().name = name_of(columns.cell(cells, "celex"));
    const auto kind = kind_of_schema(columns.cell(cells, "schema"));
    draft.kind = kind.value_or(EntryKind::unknown);
    const std::string_view number = columns.cell(cells, "recordId");
    if (!number.empty()) draft.id = fmt::format("{}/{}", columns.cell(cells, "annex"), number);
    draft.listed_on = date_of(columns.cell(cells, "startDate"));
    draft.add_name(columns.cell(cells, "name"), AliasQuality::primary, "name");
    draft.add_names(columns.cell(cells, "alias"), AliasQuality::strong, "alias", ";");
    draft.add_names(columns.cell(cells, "previousName"), AliasQuality::strong, "previousName", ";");
    draft.add_names(columns.cell(cells, "weakAlias"), AliasQuality::weak, "weakAlias", ";");
    add_columns(columns, cells, draft);
    return true;
  });
}

}  // namespace

const ListFormat eu_csv{"eu-csv", published_max_age, sniff, read};

}  // namespace assay
