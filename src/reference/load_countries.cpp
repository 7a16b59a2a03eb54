#include <algorithm>

#include "names/fold.h"
#include "reference/keys.h"
#include "reference/load.h"

namespace assay {
namespace {

using Index = std::unordered_map<std::string, CountryReading>;

std::string said_of(const CountryReading& reading) {
  const std::string who = reading.country.is_known() ? reading.country.code() : "an ambiguous Korea";
  return who + " in line " + std::to_string(reading.line) + (reading.korea_table ? " of data/korea.csv" : "");
}

/// Two texts of one key must say the same: what a cell means may not depend on the order of a table.
void add_text(const PackTable& table, const PackCell& cell, std::string key, const CountryReading& reading,
              Index& index, Diagnostics& diagnostics) {
  if (key.empty()) {
    diagnostics.push_back(table.complain(cell, "this text has no letter to look it up by"));
    return;
  }
  const auto [found, added] = index.emplace(std::move(key), reading);
  if (added || found->second.country == reading.country) return;
  // KN: an ISO code, and North Korea in another scheme. data/korea.csv says so on purpose.
  const bool left_open = found->second.korea_table && !found->second.country.is_known();
  if (!left_open)
    diagnostics.push_back(
        table.complain(cell, "this text is said of " + said_of(found->second) + " already", "one text, one meaning"));
}

bool is_code(const std::string& text, std::size_t length, char low, char high) {
  return text.size() == length &&
         std::all_of(text.begin(), text.end(), [&](char c) { return c >= low && c <= high; });
}

PackCell part_of(const PackCell& cell, const std::string& text) {
  PackCell part = cell;
  part.text = text;
  return part;
}

}  // namespace

void load_countries(const PackFile& file, Reference& reference, Diagnostics& diagnostics) {
  enum Column : std::size_t { code, alpha_3, numeric, name, chinese, aliases, demonyms, status };
  const PackTable table = read_pack_table(
      file, {"code", "alpha_3", "numeric", "name", "chinese", "aliases", "demonyms", "status"}, diagnostics);
  for (const PackRow& row : table.rows) {
    check_status(table, row[status], diagnostics);
    const std::optional<Country> country = read_country_code(table, row[code], diagnostics);
    if (!country) continue;
    if (!is_code(row[alpha_3].text, 3, 'A', 'Z'))
      diagnostics.push_back(table.complain(row[alpha_3], "this is no alpha-3 code", "three capital letters"));
    if (!is_code(row[numeric].text, 3, '0', '9'))
      diagnostics.push_back(table.complain(row[numeric], "this is no numeric code", "three digits, as in 036"));
    CountryReading reading;
    reading.country = *country;
    reading.line = row[code].line;
    for (const Column column : {code, alpha_3, numeric, name, chinese})
      add_text(table, row[column], country_key(row[column].text), reading, reference.countries, diagnostics);
    for (const std::string& text : texts_of(row[aliases]))
      add_text(table, part_of(row[aliases], text), country_key(text), reading, reference.countries, diagnostics);
    for (const std::string& text : texts_of(row[demonyms]))
      add_text(table, part_of(row[demonyms], text), fold_plain(text), reading, reference.demonyms, diagnostics);
  }
}

void load_korea(const PackFile& file, Reference& reference, Diagnostics& diagnostics) {
  enum Column : std::size_t { text, resolves_to, kind, status, note };
  static const std::vector<std::string_view> answers = {"KP", "KR", "ambiguous", "none"};
  static const std::vector<std::string_view> kinds = {"name", "code", "demonym", "not_a_country"};
  const PackTable table = read_pack_table(file, {"text", "resolves_to", "kind", "status", "note"}, diagnostics);
  for (const PackRow& row : table.rows) {
    check_status(table, row[status], diagnostics);
    const std::size_t answer = read_word(table, row[resolves_to], answers, diagnostics);
    const std::size_t what = read_word(table, row[kind], kinds, diagnostics);
    if (answer == answers.size() || what == kinds.size()) continue;
    if ((answer == 3) != (what == 3)) {
      diagnostics.push_back(
          table.complain(row[resolves_to], "only a text of the kind not_a_country resolves to none"));
      continue;
    }
    if (what == 3) {
      reference.peoples.push_back(fold_plain(row[text].text));
      continue;
    }
    CountryReading reading;
    reading.country = answer == 0 ? north_korea : answer == 1 ? south_korea : Country(Known::ambiguous);
    reading.line = row[text].line;
    reading.korea_table = true;
    add_text(table, row[text], country_key(row[text].text), reading, reference.countries, diagnostics);
    if (what == 2) add_text(table, row[text], fold_plain(row[text].text), reading, reference.demonyms, diagnostics);
  }
  std::sort(reference.peoples.begin(), reference.peoples.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
}

}  // namespace assay
