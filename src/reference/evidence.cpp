#include "reference/evidence.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "names/fold.h"
#include "reference/keys.h"

namespace assay {
namespace {

constexpr std::size_t longest_name = 6;    ///< words of a name of the table
constexpr std::size_t longest_asian = 16;  ///< letters of one
constexpr std::size_t shortest_asian = 2;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "KPNAM", "KP NAM", "KP-NAM" in capitals as five characters; empty for all else.
std::string locode_of(std::string_view text) {
  std::string code(trim(text));
  if (code.size() == 6 && (code[2] == ' ' || code[2] == '-')) code.erase(2, 1);
  if (code.size() != 5 || !is_capital(code[0]) || !is_capital(code[1])) return {};
  const bool good =
      std::all_of(code.begin() + 2, code.end(), [](char c) { return is_capital(c) || (c >= '2' && c <= '9'); });
  return good ? code : std::string();
}

/// "KP-03", "CN-LN": ISO 3166-2.
bool is_subdivision(std::string_view text) {
  if (text.size() < 4 || text.size() > 6 || text[2] != '-' || !is_capital(text[0]) || !is_capital(text[1]))
    return false;
  return std::all_of(text.begin() + 3, text.end(), [](char c) { return is_capital(c) || (c >= '0' && c <= '9'); });
}

/// The country whose alpha-2 code begins the text; unreadable when there is none.
Country country_of_code(const Reference& reference, std::string_view code) {
  const Country country(code[0], code[1]);
  const auto found = reference.countries.find(fold(country.code()));
  const bool is_code = found != reference.countries.end() && found->second.country == country;
  return is_code ? country : Country(Known::unreadable);
}

/// Words around a name that say what kind of place it is, or where in it.
constexpr auto kind_words = std::to_array<std::string_view>(
    {"port",    "ports", "seaport", "of",       "the",      "harbor",  "harbour", "terminal", "anchorage",
     "station", "rail",  "railway", "bay",      "city",     "county",  "pier",    "berth",    "wharf",
     "dock",    "sea",   "river",   "border",   "crossing", "customs", "new",     "north",    "south",
     "east",    "west",  "mine",    "province", "via",      "порт",    "станция", "город"});
constexpr std::u32string_view kind_letters = U"港站市省县縣区區口岸码头埠항역시군도";

bool is_kind_word(const std::string& word) {
  const bool number = word[0] >= '0' && word[0] <= '9';
  return number || std::find(kind_words.begin(), kind_words.end(), word) != kind_words.end();
}

class Gatherer {
 public:
  explicit Gatherer(const Reference& reference) : reference_(reference) {}

  PlaceEvidence gather(std::string_view text) {
    if (take_whole(text)) return std::move(evidence_);
    bool all = true;
    for (const std::string& part : parts_of(text)) all = take_part(part) && all;
    evidence_.strange = !all && text.find_first_of("/;|+&>") != std::string_view::npos;
    return std::move(evidence_);
  }

 private:
  bool take_whole(std::string_view text) {
    return take_name(place_key(text)) || take_country(text) || take_code(text);
  }

  bool take_part(const std::string& part) {
    if (take_whole(part)) return true;
    bool any = false;
    for (const std::string_view word : split(part, " \t:")) any = take_listed_code(word) || any;
    const std::vector<std::string> words = words_of(place_key(part));
    for (std::size_t at = 0; at < words.size();) {
      if (is_asian(words[at])) {
        any = scan_asian(words[at++]) || any;
        continue;
      }
      const std::size_t taken = take_name_at(words, at);
      any = any || taken > 0;
      if (taken == 0 && !is_kind_word(words[at]) && locode_of_folded(words[at]).empty()) evidence_.loose = true;
      at += std::max<std::size_t>(taken, 1);
    }
    return any;
  }

  /// The number of words of the longest name that begins here; 0 for none. "Anchorage" among other words is no city.
  std::size_t take_name_at(const std::vector<std::string>& words, std::size_t at) {
    const std::size_t shortest = is_kind_word(words[at]) ? 2 : 1;
    for (std::size_t count = std::min(longest_name, words.size() - at); count >= shortest; --count)
      if (take_name(join(words, at, at + count))) return count;
    return 0;
  }

  /// A run of letters without blanks. The names of peoples are passed over: 朝鲜族 is not 朝鲜.
  bool scan_asian(const std::string& run) {
    bool any = false;
    for (std::size_t at = 0; at < run.size();) {
      const std::string_view rest = std::string_view(run).substr(at);
      if (const std::size_t people = people_at(rest); people > 0) {
        at += people;
        continue;
      }
      const std::size_t taken = take_asian_at(rest);
      any = any || taken > 0;
      at += taken;
      if (taken > 0) continue;
      const char32_t letter = next_code_point(run, at);
      if (kind_letters.find(letter) == std::u32string_view::npos) evidence_.loose = true;
    }
    return any;
  }

  std::size_t people_at(std::string_view rest) const {
    for (const std::string& people : reference_.peoples)
      if (is_asian(people) && rest.starts_with(people)) return people.size();
    return 0;
  }

  /// The bytes of the longest name of a place or country that begins here; 0 for none.
  std::size_t take_asian_at(std::string_view rest) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < rest.size() && ends.size() < longest_asian;) {
      next_code_point(rest, at);
      ends.push_back(at);
    }
    for (std::size_t letters = ends.size(); letters >= shortest_asian; --letters) {
      const std::string name(rest.substr(0, ends[letters - 1]));
      if (take_name(name) || take_country(name)) return name.size();
    }
    return 0;
  }

  bool take_name(const std::string& key) {
    const auto found = reference_.by_name.find(key);
    if (found == reference_.by_name.end()) return false;
    take_rows(found->second);
    return true;
  }

  void take_rows(const std::vector<std::uint32_t>& rows) {
    std::vector<Country> where;
    bool provinces = true;
    for (const std::uint32_t row : rows) {
      const Place& place = reference_.places[row];
      if (std::find(where.begin(), where.end(), place.country) == where.end()) where.push_back(place.country);
      provinces = provinces && place.province;
    }
    if (provinces && where.size() == 1) {
      hint(where.front());
      return;
    }
    if (evidence_.rows.empty()) evidence_.rows = rows;
    evidence_.places.push_back(std::move(where));
  }

  void hint(Country country) {
    if (std::find(evidence_.hints.begin(), evidence_.hints.end(), country) == evidence_.hints.end())
      evidence_.hints.push_back(country);
  }

  bool take_country(std::string_view text) {
    const std::string key = country_key(text);
    const auto found = reference_.countries.find(key);
    if (found == reference_.countries.end() || key == "na") return false;
    hint(found->second.country);
    return true;
  }

  /// A code that stands alone: of the table, of a known country's shape, or of ISO 3166-2.
  bool take_code(std::string_view text) {
    if (take_listed_code(text)) return true;
    const std::string code = locode_of(text);
    const bool subdivision = is_subdivision(trim(text));
    if (code.empty() && !subdivision) return false;
    const Country country = country_of_code(reference_, trim(text));
    if (!country.is_known()) return false;
    if (subdivision) {
      hint(country);
    } else {
      evidence_.places.push_back({country});
    }
    return true;
  }

  /// A code of the table in either case, or any of the DPRK.
  bool take_listed_code(std::string_view text) {
    const std::string capitals = locode_of_folded(text);
    const std::string key = capitals.empty() ? std::string(trim(text)) : capitals;
    if (const auto found = reference_.by_code.find(key); found != reference_.by_code.end()) {
      take_rows({found->second});
      const Place& place = reference_.places[found->second];
      evidence_.dprk_code = evidence_.dprk_code || (place.country == north_korea && !place.province);
      return true;
    }
    const bool dprk = !locode_of(text).empty() && country_of_code(reference_, trim(text)) == north_korea;
    evidence_.dprk_code = evidence_.dprk_code || dprk;
    return dprk;
  }

  static std::string locode_of_folded(std::string_view text) {
    std::string capitals(text);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return locode_of(capitals);
  }

  const Reference& reference_;
  PlaceEvidence evidence_;
};

}  // namespace

PlaceEvidence gather_evidence(const Reference& reference, std::string_view text) {
  return Gatherer(reference).gather(text);
}

}  // namespace assay
