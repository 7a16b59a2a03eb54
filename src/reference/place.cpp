#include <algorithm>

#include "base/text.h"
#include "names/fold.h"
#include "reference/evidence.h"
#include "reference/reference.h"

namespace assay {
namespace {

using Countries = std::vector<Country>;

constexpr Country korea_unsaid{Known::ambiguous};
constexpr Country unread{Known::unreadable};

bool has(const Countries& countries, Country country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

/// The countries in which all names found have a place; when there are none, all of theirs, and `apart`.
struct Candidates {
  Countries countries;
  bool apart = false;
};

Candidates candidates_of(const PlaceEvidence& evidence) {
  Candidates result;
  if (evidence.places.empty()) return result;
  for (const Country country : evidence.places.front())
    if (std::all_of(evidence.places.begin(), evidence.places.end(),
                    [&](const Countries& where) { return has(where, country); }))
      result.countries.push_back(country);
  if (!result.countries.empty()) return result;
  result.apart = true;
  for (const Countries& where : evidence.places)
    for (const Country country : where)
      if (!has(result.countries, country)) result.countries.push_back(country);
  return result;
}

/// The row says where it is. Its word stands, except where the table or the cell says DPRK.
Country weigh_against(Country stated, const PlaceEvidence& evidence, const Candidates& candidates) {
  if (stated == north_korea) return stated;
  const bool fits = !candidates.apart && has(candidates.countries, stated);
  const bool cell_says_north = has(evidence.hints, north_korea) || has(evidence.hints, korea_unsaid);
  const bool table_says_north = has(candidates.countries, north_korea) && !fits;
  const bool korea = stated == south_korea && !has(evidence.hints, north_korea);
  if (table_says_north || (cell_says_north && !korea)) return korea_unsaid;
  return stated;
}

/// "Korea" beside a place: the Korea that has a place of the name, if only one has.
Country weigh_in_korea(const Candidates& candidates) {
  const bool north = has(candidates.countries, north_korea);
  const bool south = has(candidates.countries, south_korea);
  if (north == south) return korea_unsaid;
  return north ? north_korea : south_korea;
}

Country weigh_alone(const PlaceEvidence& evidence, const Candidates& candidates) {
  const Countries& countries = candidates.countries;
  if (countries.size() > 1 || candidates.apart) return has(countries, north_korea) ? korea_unsaid : unread;
  if (countries.empty()) return unread;
  if (countries.front() == north_korea) return evidence.loose || evidence.strange ? korea_unsaid : north_korea;
  return evidence.strange ? unread : countries.front();
}

/// No country stated in the row: the cell itself, with the countries that it names.
Country weigh(const PlaceEvidence& evidence, const Candidates& candidates, bool stated_korea) {
  Countries said = evidence.hints;
  const bool korea = stated_korea || has(said, korea_unsaid);
  said.erase(std::remove(said.begin(), said.end(), korea_unsaid), said.end());
  const bool north = has(said, north_korea) || has(candidates.countries, north_korea);
  if (said.empty()) return korea ? weigh_in_korea(candidates) : weigh_alone(evidence, candidates);
  if (said.size() > 1) return north ? korea_unsaid : unread;
  const Country named = said.front();
  const bool fits = candidates.countries.empty() || (has(candidates.countries, named) && !candidates.apart);
  if (!fits) return north ? korea_unsaid : candidates.countries.front();
  if (korea && named != north_korea && named != south_korea) return korea_unsaid;
  return named;
}

/// The row of the table for the country that was read, else the first of that name.
const Place* row_for(const Reference& reference, const PlaceEvidence& evidence, Country country) {
  if (evidence.rows.empty()) return nullptr;
  for (const std::uint32_t row : evidence.rows)
    if (reference.places[row].country == country) return &reference.places[row];
  return &reference.places[evidence.rows.front()];
}

/// Letters that look like the name of a place that lies, or may lie, in the DPRK.
bool looks_like_dprk(const Reference& reference, std::string_view text) {
  const std::string looks = skeleton(text);
  if (looks == fold_plain(text)) return false;
  const PlaceEvidence evidence = gather_evidence(reference, looks);
  const Country country = weigh(evidence, candidates_of(evidence), false);
  return !evidence.empty() && (country == north_korea || country == korea_unsaid);
}

}  // namespace

PlaceReading Reference::place(std::string_view text, Country stated) const {
  PlaceReading reading;
  reading.name = std::string(trim(text));
  reading.obfuscated = is_obfuscated(text);
  if (fold(text).empty() || is_blank_word(text)) {
    reading.country = Country(Known::blank);
    return reading;
  }
  const PlaceEvidence evidence = gather_evidence(*this, text);
  const Candidates candidates = candidates_of(evidence);
  if (evidence.dprk_code) {
    reading.country = north_korea;
  } else if (evidence.empty() && looks_like_dprk(*this, text)) {
    reading.country = korea_unsaid;
    reading.obfuscated = true;
  } else if (stated.is_known()) {
    reading.country = weigh_against(stated, evidence, candidates);
  } else {
    reading.country = weigh(evidence, candidates, stated.known() == Known::ambiguous);
  }
  if (const Place* row = row_for(*this, evidence, reading.country)) {
    reading.name = row->name;
    reading.line = row->line;
  }
  return reading;
}

}  // namespace assay
