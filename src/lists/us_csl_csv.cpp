// The Consolidated Screening List of the United States as CSV: the lists of Commerce, State and Treasury in one. It
// joins aliases with semicolons and does not say which of them are weak; the lists of the Treasury themselves do.
#include <algorithm>

#include "base/text.h"
#include "lists/formats.h"
#include "lists/identifier_label.h"
#include "lists/list_csv.h"
#include "lists/ofac_names.h"
#include "lists/ofac_remarks.h"

namespace assay {
namespace {

std::optional<PartRole> sniff(std::string_view head) {
  if (has_columns(header_of(head), {"_id", "source", "entity_number", "programs", "name", "alt_names", "ids"}))
    return PartRole::entries;
  return std::nullopt;
}

bool is_country_code(std::string_view text) {
  return text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
}

/// "Pyongyang, KP; KP": the code of the country stands last.
void add_addresses(std::string_view texts, Draft& draft) {
  for (const std::string_view text : split(texts, ";")) {
    const std::size_t comma = text.rfind(',');
    const std::string_view last = trim(comma == std::string_view::npos ? text : text.substr(comma + 1));
    if (!is_country_code(last)) {
      draft.add_fact(FactKind::address, text, "addresses");
      continue;
    }
    if (comma != std::string_view::npos) draft.add_fact(FactKind::address, text.substr(0, comma), "addresses", last);
    draft.add_fact(FactKind::country, last, "addresses");
  }
}

/// "JO, 2014-08-30, K475336, Passport; IMO 8898831, Vessel Registration Identification": country and dates may stand
/// in front of the number, its label stands last.
void add_ids(std::string_view texts, Draft& draft) {
  for (const std::string_view text : split(texts, ";")) {
    const std::size_t comma = text.rfind(", ");
    if (comma == std::string_view::npos) continue;
    const std::string_view label = text.substr(comma + 2);
    const std::string_view before = text.substr(0, comma);
    const std::size_t last = before.rfind(", ");
    const std::string_view value = last == std::string_view::npos ? before : before.substr(last + 2);
    const std::string_view first = before.substr(0, before.find(", "));
    const bool has_country = is_country_code(first) && first.size() < before.size();
    if (const auto kind = kind_of_label(label))
      add_identifier(draft, *kind, value, "ids", has_country ? first : std::string_view{});
    else if (trim(label) == "Former Vessel Flag")
      draft.add_fact(FactKind::flag, value, "ids");
  }
}

/// "(Linked To: A)", or remarks as the Treasury writes them.
void add_remarks(std::string_view remarks, Draft& draft) {
  if (remarks.starts_with('(') && remarks.ends_with(')')) remarks = remarks.substr(1, remarks.size() - 2);
  if (!remarks.empty()) read_ofac_remarks(remarks, "remarks", draft);
}

void read(std::span<const ListPart> parts, ListBuilder& builder) {
  builder.list().name = "us-csl";
  read_table(parts.front(), builder, [](const Columns& columns, std::span<const std::string> cells, Draft& draft) {
    draft.id = columns.cell(cells, "_id");
    const std::string_view type = columns.cell(cells, "type");
    draft.kind = type.empty() ? EntryKind::unknown : ofac_kind(type);
    draft.add_name(columns.cell(cells, "name"), AliasQuality::primary, "name");
    draft.add_names(columns.cell(cells, "alt_names"), AliasQuality::strong, "alt_names", ";");
    draft.add_facts(FactKind::programme, columns.cell(cells, "programs"), "programs", ";");
    draft.add_fact(FactKind::source, columns.cell(cells, "source"), "source");
    draft.add_fact(FactKind::position, columns.cell(cells, "title"), "title");
    draft.add_fact(FactKind::call_sign, columns.cell(cells, "call_sign"), "call_sign");
    draft.add_fact(FactKind::vessel_type, columns.cell(cells, "vessel_type"), "vessel_type");
    draft.add_fact(FactKind::flag, columns.cell(cells, "vessel_flag"), "vessel_flag");
    draft.add_fact(FactKind::linked_to, columns.cell(cells, "vessel_owner"), "vessel_owner");
    draft.add_facts(FactKind::nationality, columns.cell(cells, "nationalities"), "nationalities", ";");
    draft.add_facts(FactKind::nationality, columns.cell(cells, "citizenships"), "citizenships", ";");
    draft.add_facts(FactKind::birth_date, columns.cell(cells, "dates_of_birth"), "dates_of_birth", ";");
    draft.add_facts(FactKind::birth_place, columns.cell(cells, "places_of_birth"), "places_of_birth", ";");
    draft.add_fact(FactKind::reason, columns.cell(cells, "federal_register_notice"), "federal_register_notice");
    add_addresses(columns.cell(cells, "addresses"), draft);
    add_ids(columns.cell(cells, "ids"), draft);
    add_remarks(columns.cell(cells, "remarks"), draft);
    draft.listed_on = parse_date(columns.cell(cells, "start_date"));
    draft.delisted_on = parse_date(columns.cell(cells, "end_date"));
    return true;
  });
}

}  // namespace

const ListFormat us_csl_csv{"us-csl-csv", published_max_age, sniff, read};

}  // namespace assay
