// data/public_record.csv: parties and vessels of public record, a source and a status for each. The rows stay in
// Reference::tables; here it is checked that they can be relied on.
#include <algorithm>
#include <unordered_set>

#include "base/identifier.h"
#include "reference/load.h"

namespace assay {
namespace {

enum Column : std::size_t {
  id,
  kind,
  name,
  aliases,
  weak_aliases,
  records,
  programme,
  imo,
  imo_company,
  flag,
  country,
  listed_on,
  measure,
  about,
  partners,
  source,
  status,
  note
};

const std::vector<std::string_view> columns = {
    "id",   "kind",    "name",      "aliases", "weak_aliases", "records",  "programme", "imo",    "imo_company",
    "flag", "country", "listed_on", "measure", "about",        "partners", "source",    "status", "note"};
const std::vector<std::string_view> kinds = {"company", "vessel"};
const std::vector<std::string_view> sorts = {"un-1718",       "ofac-dprk",       "eu-dprk",  "cbp-detention",
                                             "joint-venture", "labour-provider", "precedent"};

bool is_seven_digits(const std::string& text) {
  return text.size() == 7 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void check_records(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics) {
  const std::vector<std::string> words = texts_of(cell);
  if (words.empty()) diagnostics.push_back(table.complain(cell, "it does not say what sort of record this is"));
  for (const std::string& word : words) {
    PackCell part = cell;
    part.text = word;
    read_word(table, part, sorts, diagnostics);
  }
}

void check_numbers(const PackTable& table, const PackRow& row, Diagnostics& diagnostics) {
  if (!row[imo].text.empty() && (row[kind].text != "vessel" || !is_imo(row[imo].text)))
    diagnostics.push_back(table.complain(row[imo], "this is no IMO number of a vessel", "its check digit must hold"));
  if (!row[imo_company].text.empty() && !is_seven_digits(row[imo_company].text))
    diagnostics.push_back(table.complain(row[imo_company], "this is no IMO number of a company", "seven digits"));
  if (!row[listed_on].text.empty() && parse_date(row[listed_on].text).known != Known::yes)
    diagnostics.push_back(table.complain(row[listed_on], "this is no date", "write it as 2017-08-05"));
}

void check_countries(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics) {
  for (const std::string& code : texts_of(cell)) {
    PackCell part = cell;
    part.text = code;
    read_country_code(table, part, diagnostics);
  }
}

}  // namespace

void check_public_record(const PackFile& file, Diagnostics& diagnostics) {
  const PackTable table = read_pack_table(file, columns, diagnostics);
  std::unordered_set<std::string> ids;
  for (const PackRow& row : table.rows) {
    if (row[id].text.empty()) diagnostics.push_back(table.complain(row[id], "the row has no id"));
    if (!ids.insert(row[id].text).second) diagnostics.push_back(table.complain(row[id], "this id is there twice"));
    if (row[name].text.empty()) diagnostics.push_back(table.complain(row[name], "the row has no name"));
    if (row[source].text.empty()) diagnostics.push_back(table.complain(row[source], "the row has no source"));
    read_word(table, row[kind], kinds, diagnostics);
    check_records(table, row[records], diagnostics);
    check_numbers(table, row, diagnostics);
    check_countries(table, row[country], diagnostics);
    check_countries(table, row[flag], diagnostics);
    check_status(table, row[status], diagnostics);
  }
}

}  // namespace assay
