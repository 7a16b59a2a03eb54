// targets.simple.csv of OpenSanctions: one row for each party that somebody lists.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "lists/formats.h"
#include "lists/ftm_texts.h"
#include "lists/list_csv.h"
#include "lists/schema_kind.h"

namespace assay {
namespace {

std::optional<PartRole> sniff(std::string_view head) {
  if (has_columns(header_of(head), {"id", "schema", "name", "aliases", "countries", "identifiers", "sanctions"}))
    return PartRole::entries;
  return std::nullopt;
}

void add_cells(const Columns& columns, std::span<const std::string> cells, Draft& draft) {
  draft.add_names(columns.cell(cells, "aliases"), AliasQuality::strong, "aliases", ";");
  draft.add_facts(FactKind::birth_date, columns.cell(cells, "birth_date"), "birth_date", ";");
  draft.add_facts(draft.kind == EntryKind::person ? FactKind::nationality : FactKind::country,
                  columns.cell(cells, "countries"), "countries", ";");
  draft.add_facts(FactKind::address, columns.cell(cells, "addresses"), "addresses", ";");
  for (const std::string_view identifier : split(columns.cell(cells, "identifiers"), ";"))
    add_untyped_identifier(draft, identifier, "identifiers");
  draft.add_facts(FactKind::reason, columns.cell(cells, "sanctions"), "sanctions", ";");
  draft.add_facts(FactKind::programme, columns.cell(cells, columns.has("program_ids") ? "program_ids" : "sanctions"),
                  columns.has("program_ids") ? "program_ids" : "sanctions", ";");
  draft.add_facts(FactKind::phone, columns.cell(cells, "phones"), "phones", ";");
  draft.add_facts(FactKind::email, columns.cell(cells, "emails"), "emails", ";");
  draft.add_fact(FactKind::source, columns.cell(cells, "dataset"), "dataset");
}

void read(std::span<const ListPart> parts, ListBuilder& builder) {
  builder.list().name = "opensanctions";
  std::string last_seen;  // ISO 8601 throughout: the latest is the greatest
  read_table(parts.front(), builder, [&](const Columns& columns, std::span<const std::string> cells, Draft& draft) {
    const std::string_view schema = columns.cell(cells, "schema");
    const auto kind = kind_of_schema(schema);
    if (!kind) {
      builder.pass_over(fmt::format("{} is no party", shorten(schema, 40)), draft.line);
      return false;
    }
    draft.kind = *kind;
    draft.id = columns.cell(cells, "id");
    draft.add_name(columns.cell(cells, "name"), AliasQuality::primary, "name");
    add_cells(columns, cells, draft);
    last_seen = std::max(last_seen, std::string(columns.cell(cells, "last_seen")));
    return true;
  });
  builder.list().date = parse_date(last_seen);
}

}  // namespace

const ListFormat opensanctions_csv{"opensanctions-csv", published_max_age, sniff, read};

}  // namespace assay
