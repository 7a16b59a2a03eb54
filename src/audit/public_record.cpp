#include "audit/public_record.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "lists/list_builder.h"

namespace assay {
namespace {

constexpr std::string_view file_name = "public_record.csv";

struct ColumnKind {
  std::string_view column;
  FactKind kind;
};

/// The sort of record comes before the programme: facts of one kind stay in this order.
constexpr auto fact_columns = std::to_array<ColumnKind>({
    {"records", FactKind::programme},
    {"programme", FactKind::programme},
    {"country", FactKind::country},
    {"flag", FactKind::flag},
    {"imo", FactKind::imo},
    {"imo_company", FactKind::imo_company},
    {"partners", FactKind::linked_to},
    {"measure", FactKind::reason},
    {"about", FactKind::reason},
});

/// The cells of one row by the names of their columns.
class Row {
 public:
  Row(const DataTable& table, const DataRow& row) : table_(table), row_(row) {}
  [[nodiscard]] std::string_view operator[](std::string_view column) const {
    const auto number = table_.column(column);
    return number ? std::string_view(row_.cells[*number]) : std::string_view{};
  }

 private:
  const DataTable& table_;
  const DataRow& row_;
};

Draft draft_of(const Row& row, std::uint32_t line) {
  Draft draft;
  draft.id = row["id"];
  draft.kind = row["kind"] == "vessel" ? EntryKind::vessel : EntryKind::company;
  draft.line = line;
  draft.listed_on = parse_date(row["listed_on"]);
  draft.add_name(row["name"], AliasQuality::primary, "name");
  draft.add_names(row["aliases"], AliasQuality::strong, "aliases", ";");
  draft.add_names(row["weak_aliases"], AliasQuality::weak, "weak_aliases", ";");
  for (const auto& [column, kind] : fact_columns) draft.add_facts(kind, row[column], column, ";");
  draft.add_fact(FactKind::remarks, row["note"], "note");
  draft.add_fact(FactKind::source, row["source"], "source");
  draft.add_fact(FactKind::status, row["status"], "status");
  return draft;
}

void take_origin(const Reference& reference, WatchList& list) {
  list.name = "dprk-public-record";
  list.format = "pack";
  list.given = file_name;
  const auto source = std::find_if(reference.sources.begin(), reference.sources.end(),
                                   [](const ReferenceSource& one) { return one.file == file_name; });
  if (source == reference.sources.end()) return;
  list.date = source->date;
  list.date_from = DateFrom::pack;
  list.max_age_days = source->max_age_days;
  list.sha256 = source->sha256;
}

}  // namespace

std::optional<WatchList> public_record(const Reference& reference) {
  const auto found = reference.tables.find("public_record");
  if (found == reference.tables.end()) return std::nullopt;
  const DataTable& table = found->second;
  WatchList list;
  take_origin(reference, list);
  list.files.push_back({table.file, std::string(to_string(PartRole::entries)), list.sha256, 0});
  Diagnostics diagnostics;  // what is wrong with the table was said when the pack was loaded
  ListBuilder builder(list, diagnostics);
  ListPart part;
  part.name = table.file;
  builder.in_part(part);
  for (const DataRow& row : table.rows) {
    const Row cells(table, row);
    if (cells["records"] == "precedent")
      builder.pass_over("a precedent, no listed party", row.line);
    else
      builder.add(draft_of(cells, row.line));
  }
  builder.finish();
  return list;
}

}  // namespace assay
