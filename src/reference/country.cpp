#include "reference/country.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "names/fold.h"
#include "reference/keys.h"
#include "reference/reference.h"

namespace assay {
namespace {

using Found = std::optional<CountryReading>;

constexpr std::size_t most_words = 16;  ///< longer texts are no country cells: they are not tried word by word

bool may_be_korea(Country country) {
  return country == north_korea || country == south_korea || country.known() == Known::ambiguous;
}

CountryReading only(Known why) {
  CountryReading reading;
  reading.country = Country(why);
  return reading;
}

/// Two texts of one cell, both of a country.
CountryReading merge(const CountryReading& a, const CountryReading& b) {
  if (a.country == b.country) return a;
  if (a.country.known() == Known::ambiguous && may_be_korea(b.country)) return b;
  if (b.country.known() == Known::ambiguous && may_be_korea(a.country)) return a;
  if (may_be_korea(a.country) && may_be_korea(b.country)) {
    CountryReading either = a.country == north_korea ? a : b;
    either.country = Country(Known::ambiguous);
    return either;
  }
  return only(Known::unreadable);
}

Found find(const std::unordered_map<std::string, CountryReading>& index, const std::string& key) {
  const auto found = index.find(key);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

/// "made in China", "China origin": what stands around the country.
constexpr auto lead_ins = std::to_array<std::string_view>(
    {"made in", "product of", "products of", "produce of", "country of origin", "origin", "manufactured in",
     "produced in", "mined in", "grown in", "shipped from", "原产地", "原产国", "产地", "产自"});
constexpr auto lead_outs = std::to_array<std::string_view>({"origin", "made", "原产", "制造", "产"});

/// Whether the words end where a word ends.
bool is_boundary(char c) {
  return c == ' ' || c == ':' || c == '=';
}

std::string without_lead_in(const std::string& folded) {
  std::string_view rest = folded;
  for (const std::string_view words : lead_ins)
    if (rest.size() > words.size() && rest.starts_with(words) &&
        (is_asian(words) || is_boundary(rest[words.size()]))) {
      rest.remove_prefix(words.size());
      break;
    }
  for (const std::string_view words : lead_outs)
    if (rest.size() > words.size() && rest.ends_with(words) &&
        (is_asian(words) || is_boundary(rest[rest.size() - words.size() - 1]))) {
      rest.remove_suffix(words.size());
      break;
    }
  while (!rest.empty() && is_boundary(rest.front())) rest.remove_prefix(1);
  return std::string(trim(rest));
}

/// One text as it stands, or without what people write around a country.
Found read_whole(const Reference& reference, std::string_view text) {
  const std::string key = country_key(text);
  if (key == "na") return std::nullopt;  // Namibia, or "not available"
  if (Found found = find(reference.countries, key)) return found;
  const std::string folded = fold(text);
  const std::string core = without_lead_in(folded);
  if (core == folded || core.empty() || core == "na") return std::nullopt;
  return find(reference.countries, country_key(core));
}

/// "KP - North Korea", "China CN": two texts beside each other.
Found read_halves(const Reference& reference, std::string_view text) {
  const std::vector<std::string> words = words_of(fold_plain(text));
  if (words.size() < 2 || words.size() > most_words) return std::nullopt;
  for (std::size_t cut = 1; cut < words.size(); ++cut) {
    const Found left = read_whole(reference, join(words, 0, cut));
    const Found right = left ? read_whole(reference, join(words, cut, words.size())) : std::nullopt;
    if (right) return merge(*left, *right);
  }
  return std::nullopt;
}

/// A place of the table, as far as it says something of a country.
Found read_place(const Reference& reference, std::string_view text) {
  const auto found = reference.by_name.find(place_key(text));
  if (found == reference.by_name.end()) return std::nullopt;
  bool north = false;
  bool one = true;
  const Country first = reference.places[found->second.front()].country;
  for (const std::uint32_t place : found->second) {
    north = north || reference.places[place].country == north_korea;
    one = one && reference.places[place].country == first;
  }
  if (!one && !north) return std::nullopt;
  CountryReading reading;
  reading.country = one ? first : Country(Known::ambiguous);
  return reading;
}

/// "Nampo, DPRK", "朝鲜/北韩": every part must say something, and none may contradict another.
Found read_parts(const Reference& reference, std::string_view text) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() < 2) return std::nullopt;
  Found all;
  bool country = false;
  for (const std::string& part : parts) {
    Found reading = read_whole(reference, part);
    if (!reading) reading = read_halves(reference, part);
    country = country || reading.has_value();
    if (!reading) reading = read_place(reference, part);
    if (!reading) return std::nullopt;
    all = all ? merge(*all, *reading) : *reading;
  }
  if (!country && all && !may_be_korea(all->country)) return std::nullopt;
  return all;
}

Found read_plainly(const Reference& reference, std::string_view text) {
  if (Found found = read_whole(reference, text)) return found;
  if (Found found = read_parts(reference, text)) return found;
  if (Found found = read_halves(reference, text)) return found;
  const Found place = read_place(reference, text);
  if (place && (place->country == north_korea || place->country.known() == Known::ambiguous)) return place;
  return std::nullopt;
}

/// What the text would say if its letters were those that they look like.
CountryReading read_look_alike(const Reference& reference, std::string_view text) {
  const std::string looks = skeleton(text);
  CountryReading reading = only(Known::unreadable);
  if (looks == fold_plain(text)) return reading;
  const Found found = read_plainly(reference, looks);
  if (!found) return reading;
  reading = *found;
  reading.obfuscated = true;
  reading.country = Country(may_be_korea(found->country) ? Known::ambiguous : Known::unreadable);
  return reading;
}

/// Controls that make a text show its letters in another order than it holds them.
bool is_reordered(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
  }
  return false;
}

std::string reversed(std::string_view text) {
  std::vector<char32_t> letters;
  for (std::size_t at = 0; at < text.size();) letters.push_back(next_code_point(text, at));
  std::string out;
  for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) append_utf8(out, *letter);
  return out;
}

/// A text that shows "KP" where it holds "PK" is read as neither.
CountryReading distrust_order(const Reference& reference, std::string_view text, CountryReading reading) {
  if (reading.country == north_korea || !is_reordered(text)) return reading;
  const Found shown = read_plainly(reference, reversed(fold(text)));
  if (shown && may_be_korea(shown->country)) reading.country = Country(Known::ambiguous);
  return reading;
}

/// Words that stand around a nationality and say nothing of it.
constexpr auto civil_words = std::to_array<std::string_view>(
    {"national", "nationals", "nationality", "citizen", "citizens", "citizenship", "passport", "passports", "worker",
     "workers", "staff", "employees", "holder", "holders"});
constexpr auto civil_endings = std::to_array<std::string_view>({"国籍", "國籍", "籍", "公民", "工人", "人"});

/// Without the names of peoples: whole words, or a run of letters in a script without blanks. The blank that is left
/// keeps what stood around apart.
std::string without_peoples(const Reference& reference, std::string text) {
  for (const std::string& people : reference.peoples) {
    const bool whole_words = !is_asian(people);
    for (std::size_t at = text.find(people); at != std::string::npos; at = text.find(people, at)) {
      const std::size_t end = at + people.size();
      const bool bounded = (at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ');
      if (whole_words && !bounded) {
        ++at;
        continue;
      }
      text.replace(at, people.size(), " ");
    }
  }
  return std::string(trim(text));
}

std::string without_civil_words(const std::string& folded) {
  std::vector<std::string> kept;
  for (const std::string& word : words_of(folded))
    if (std::find(civil_words.begin(), civil_words.end(), word) == civil_words.end()) kept.push_back(word);
  return join(kept, 0, kept.size());
}

/// One part of a nationality cell, folded and without the names of peoples.
Found read_demonym(const Reference& reference, const std::string& part) {
  for (const std::string& text : {part, without_civil_words(part)}) {
    if (text.empty()) continue;
    if (Found found = find(reference.demonyms, fold_plain(text))) return found;
    if (Found found = read_whole(reference, text)) return found;
    if (Found found = read_halves(reference, text)) return found;
    for (const std::string_view ending : civil_endings)
      if (text.size() > ending.size() && text.ends_with(ending))
        if (Found found = read_whole(reference, text.substr(0, text.size() - ending.size()))) return found;
  }
  return std::nullopt;
}

/// Every part that is no people's name must be a nationality, and none may contradict another.
Found read_nationalities(const Reference& reference, std::string_view text) {
  Found all;
  for (const std::string& part : parts_of(text)) {
    const std::string folded = fold_plain(part);
    if (folded.empty()) continue;
    Found reading = find(reference.demonyms, folded);  // "Korean-Chinese" before its words
    if (!reading) {
      const std::string rest = without_peoples(reference, folded);
      if (rest.empty()) continue;
      reading = read_demonym(reference, rest);
    }
    if (!reading) return std::nullopt;
    all = all ? merge(*all, *reading) : *reading;
  }
  return all;
}

CountryReading finish(const Reference& reference, std::string_view text, const Found& found) {
  CountryReading reading = found ? *found : read_look_alike(reference, text);
  reading = distrust_order(reference, text, reading);
  reading.obfuscated = reading.obfuscated || is_obfuscated(text);
  return reading;
}

/// Blank: no text, or a word for "not known". "NA" is none of them here: it is a country's code as well.
bool is_blank_cell(std::string_view text) {
  const std::string folded = fold(text);
  return folded.empty() || (is_blank_word(text) && folded != "na");
}

}  // namespace

CountryReading Reference::country(std::string_view text) const {
  if (is_blank_cell(text)) {
    CountryReading reading = only(Known::blank);
    reading.obfuscated = is_obfuscated(text);
    return reading;
  }
  return finish(*this, text, read_plainly(*this, text));
}

CountryReading Reference::nationality(std::string_view text) const {
  if (is_blank_cell(text)) return country(text);
  // "Korea, Republic of" is one text, "Chinese, Korean" are two.
  Found found = read_whole(*this, text);
  if (!found) found = read_nationalities(*this, text);
  return finish(*this, text, found);
}

}  // namespace assay
