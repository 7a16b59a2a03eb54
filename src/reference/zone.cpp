#include "reference/zone.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "names/fold.h"
#include "reference/keys.h"
#include "reference/load.h"
#include "reference/reference.h"

namespace assay {
namespace {

constexpr Country china{'C', 'N'};
constexpr Country russia{'R', 'U'};

/// Behind a name these make it the name of a street, which may be in any town.
constexpr auto street_words = std::to_array<std::string_view>(
    {"road",  "rd",      "street", "str",    "st", "avenue", "ave",  "lu",   "jie", "dajie",
     "dadao", "highway", "lane",   "ulitsa", "路", "街",     "大街", "大道", "巷",  "胡同"});

/// Words that add nothing to the name of a province.
constexpr auto province_words = std::to_array<std::string_view>(
    {"province", "sheng", "krai", "kray", "territory", "region", "край", "省", "the", "of", "area"});

bool is_word(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || text[begin - 1] == ' ') && (end == text.size() || text[end] == ' ');
}

bool is_street(std::string_view behind, bool asian) {
  if (asian) {
    for (const std::string_view word : street_words)
      if (is_asian(word) && behind.starts_with(word)) return true;
    return false;
  }
  const std::string_view next = trim(behind).substr(0, trim(behind).find(' '));
  return std::find(street_words.begin(), street_words.end(), next) != street_words.end();
}

/// Where the key stands in the text (words apart by one blank) from `from` on: whole words, or within a run of a
/// script without blanks; npos for nowhere.
std::size_t find_key(std::string_view text, std::string_view key, std::size_t from) {
  const bool asian = is_asian(key);
  for (std::size_t at = text.find(key, from); at != std::string_view::npos; at = text.find(key, at + 1))
    if (asian || is_word(text, at, at + key.size())) return at;
  return std::string_view::npos;
}

bool has_key(std::string_view text, std::string_view key) {
  return find_key(text, key, 0) != std::string_view::npos;
}

bool has_any(std::string_view text, const std::vector<std::string>& keys) {
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return has_key(text, key); });
}

/// The name as that of a place: at least once not of a street.
bool names_place(std::string_view text, std::string_view key) {
  for (std::size_t at = find_key(text, key, 0); at != std::string_view::npos; at = find_key(text, key, at + 1))
    if (!is_street(text.substr(at + key.size()), is_asian(key))) return true;
  return false;
}

bool may_lie_in(Country country, const ZoneName& name) {
  return !country.is_known() || country == name.country;
}

/// Nothing but a country, or a province that holds a part of the zone.
bool is_bare(const Reference& reference, std::string_view text, Country country) {
  std::string rest;
  for (const std::string& part : parts_of(text)) {
    if (reference.countries.contains(country_key(part))) continue;
    const std::vector<std::string> words = words_of(place_key(part));
    rest += ' ' + join(words, 0, words.size());
  }
  rest = std::string(trim(rest));
  for (const ZoneName& name : reference.zone_names) {
    if (!name.province || !may_lie_in(country, name)) continue;
    for (std::size_t at = find_key(rest, name.key, 0); at != std::string::npos; at = find_key(rest, name.key, at)) {
      rest.replace(at, name.key.size(), " ");
    }
  }
  const auto adds_something = [&](const std::string& word) {
    if (std::find(province_words.begin(), province_words.end(), word) != province_words.end()) return false;
    return !reference.countries.contains(country_key(word));
  };
  const std::vector<std::string> words = words_of(rest);
  return std::none_of(words.begin(), words.end(), adds_something);
}

std::string spaced_key(std::string_view text) {
  const std::vector<std::string> words = words_of(place_key(text));
  return join(words, 0, words.size());
}

/// A province without a part of the zone, and none that holds a part.
bool names_other_province(const Reference& reference, std::string_view spaced, Country country) {
  const bool home = std::any_of(reference.zone_names.begin(), reference.zone_names.end(), [&](const ZoneName& name) {
    return name.province && may_lie_in(country, name) && has_key(spaced, name.key);
  });
  return !home && has_any(spaced, reference.other_provinces);
}

/// Whether other cells of the row show that the other place of this name is meant. A name with no other place stands:
/// a firm of Dandong with an address elsewhere stays a question.
bool is_namesake(const Reference& reference, const ZoneName& name, std::string_view beside, Country country) {
  if (name.unless.empty() || beside.empty()) return false;
  const std::string spaced = spaced_key(beside);
  return has_any(spaced, name.unless) || names_other_province(reference, spaced, country);
}

/// A quick no for a plain address ("100 Jiefang Rd, Ningbo"): a word is there, and none that the long way looks for.
bool is_plainly_elsewhere(const Reference& reference, std::string_view text) {
  std::array<char, 48> word{};
  std::size_t size = 0;
  bool any = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != ' ' && c != ',') return false;
    if (letter) {
      if (size == word.size()) return false;
      word[size++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    } else if (size > 0) {
      if (reference.zone_words.contains(std::string(word.data(), size))) return false;
      any = true;
      size = 0;
    }
  }
  return any;
}

}  // namespace

void gather_zone_words(Reference& reference) {
  const auto add = [&reference](const std::string& key) {
    for (std::string& word : words_of(key)) reference.zone_words.insert(std::move(word));
  };
  for (const ZoneName& name : reference.zone_names) add(name.key);
  for (const std::string& province : reference.other_provinces) add(province);
  for (const auto& [key, reading] : reference.countries) add(key);
  for (const std::string_view word : province_words) add(std::string(word));
  for (const std::string_view word : {"the", "of", "and"}) add(std::string(word));
}

Zone Reference::zone(std::string_view text, Country country) const {
  return zone_beside(*this, text, country, {});
}

Zone zone_beside(const Reference& reference, std::string_view text, Country country, std::string_view beside) {
  if (country.is_known() && country != china && country != russia) return Zone::no;
  if (is_plainly_elsewhere(reference, text) && !is_blank_word(trim(text))) return Zone::no;
  if (fold(text).empty() || is_blank_word(text)) return Zone::unknown;
  const std::string spaced = spaced_key(text);
  const bool elsewhere = names_other_province(reference, spaced, country);
  for (const ZoneName& name : reference.zone_names)
    if (!name.province && !elsewhere && may_lie_in(country, name) && !has_any(spaced, name.unless) &&
        names_place(spaced, name.key) && !is_namesake(reference, name, beside, country))
      return Zone::yes;
  return is_bare(reference, text, country) ? Zone::unknown : Zone::no;
}

}  // namespace assay
