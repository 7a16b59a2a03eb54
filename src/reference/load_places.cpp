#include <algorithm>
#include <array>
#include <utility>

#include "reference/keys.h"
#include "reference/load.h"

namespace assay {
namespace {

/// UN/LOCODE (KPNAM) or ISO 3166-2 (KP-02), of the row's country.
bool is_place_code(const std::string& code, Country country) {
  if (code.size() < 4 || code.size() > 6 || code.substr(0, 2) != country.code()) return false;
  const bool subdivision = code[2] == '-';
  if (!subdivision && code.size() != 5) return false;
  return std::all_of(code.begin() + (subdivision ? 3 : 2), code.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

void add_name(const PackTable& table, const PackCell& cell, const std::string& name, std::uint32_t place,
              Reference& reference, Diagnostics& diagnostics) {
  std::string key = place_key(name);
  if (key.empty()) {
    diagnostics.push_back(table.complain(cell, "this name has no letter to look it up by"));
    return;
  }
  std::vector<std::uint32_t>& same = reference.by_name[std::move(key)];
  if (same.empty() || same.back() != place) same.push_back(place);
}

bool is_zone_province(const Reference& reference, const std::string& key) {
  return std::any_of(reference.zone_names.begin(), reference.zone_names.end(),
                     [&](const ZoneName& zone) { return zone.province && zone.key == key; });
}

/// A province by another name is still that province: rows count, not names.
void find_other_provinces(Reference& reference) {
  std::vector<bool> in_zone(reference.places.size());
  for (const auto& [key, places] : reference.by_name)
    if (is_zone_province(reference, key))
      for (const std::uint32_t place : places) in_zone[place] = true;
  for (const auto& [key, places] : reference.by_name)
    for (const std::uint32_t number : places) {
      const Place& place = reference.places[number];
      const bool near = place.country == Country('C', 'N') || place.country == Country('R', 'U');
      if (place.province && near && !in_zone[number]) reference.other_provinces.push_back(key);
    }
  std::sort(reference.other_provinces.begin(), reference.other_provinces.end());
}

}  // namespace

void load_places(const PackFile& file, Reference& reference, Diagnostics& diagnostics) {
  enum Column : std::size_t { code, name, aliases, country, role, status, note };
  static const std::vector<std::string_view> roles = {"port", "crossing", "city", "county",
                                                      "mine", "province", "code", "namesake"};
  const PackTable table =
      read_pack_table(file, {"code", "name", "aliases", "country", "role", "status", "note"}, diagnostics);
  for (const PackRow& row : table.rows) {
    check_status(table, row[status], diagnostics);
    const std::size_t kind = read_word(table, row[role], roles, diagnostics);
    const std::optional<Country> where = read_country_code(table, row[country], diagnostics);
    if (!where) continue;
    if (!row[code].text.empty() && !is_place_code(row[code].text, *where)) {
      diagnostics.push_back(table.complain(row[code], "this is no code of a place in " + where->code()));
      continue;
    }
    const auto number = static_cast<std::uint32_t>(reference.places.size());
    if (!row[code].text.empty() && !reference.by_code.emplace(row[code].text, number).second) {
      diagnostics.push_back(table.complain(row[code], "this code is there twice"));
      continue;
    }
    Place place;
    place.code = row[code].text;
    place.name = row[name].text;
    place.country = *where;
    place.province = kind < roles.size() && roles[kind] == "province";
    place.line = row[name].line;
    reference.places.push_back(std::move(place));
    add_name(table, row[name], row[name].text, number, reference, diagnostics);
    for (const std::string& alias : texts_of(row[aliases]))
      add_name(table, row[aliases], alias, number, reference, diagnostics);
  }
}

void load_border_zone(const PackFile& file, Reference& reference, Diagnostics& diagnostics) {
  enum Column : std::size_t { name, aliases, country, kind, unless, status, note };
  static const std::vector<std::string_view> kinds = {"place", "province"};
  const PackTable table =
      read_pack_table(file, {"name", "aliases", "country", "kind", "unless", "status", "note"}, diagnostics);
  for (const PackRow& row : table.rows) {
    check_status(table, row[status], diagnostics);
    const std::size_t what = read_word(table, row[kind], kinds, diagnostics);
    const std::optional<Country> where = read_country_code(table, row[country], diagnostics);
    if (!where) continue;
    ZoneName zone;
    zone.country = *where;
    zone.province = what == 1;
    for (const std::string& word : texts_of(row[unless])) zone.unless.push_back(place_key(word));
    std::vector<std::string> names = texts_of(row[aliases]);
    names.insert(names.begin(), row[name].text);
    for (const std::string& text : names) {
      zone.key = place_key(text);
      if (zone.key.empty())
        diagnostics.push_back(table.complain(row[name], "this name has no letter to look it up by"));
      else
        reference.zone_names.push_back(zone);
    }
  }
  find_other_provinces(reference);
}

}  // namespace assay
