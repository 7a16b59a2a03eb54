#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "reference/country.h"
#include "reference/data_table.h"
#include "reference/measures.h"

namespace assay {

/// A file of a pack: its name within the pack ("data/places.csv") and its bytes.
struct PackFile {
  std::string name;
  std::string bytes;
  std::string pack{};  ///< id of the pack; empty when it is not known
};

/// What a text says of a country, and how that was found.
struct CountryReading {
  Country country;
  std::uint32_t line = 0;  ///< line of data/countries.csv or data/korea.csv that decided; 0 for none
  bool korea_table = false;
  bool obfuscated = false;  ///< invisible or look-alike characters were mapped: worth a diagnostic
};

/// A place by UN/LOCODE or by name.
struct PlaceReading {
  Country country;   ///< ambiguous when it may lie in KP and elsewhere; unreadable when unknown; blank for no text
  std::string name;  ///< the pack's name, or the text
  std::uint32_t line = 0;  ///< of data/places.csv; 0 when no row of it was used
  bool obfuscated = false;
};

enum class Zone : std::uint8_t { no, unknown, yes };

/// A row of data/places.csv.
struct Place {
  std::string code;  ///< UN/LOCODE or ISO 3166-2; empty when the row has none
  std::string name;
  Country country;
  bool province = false;
  std::uint32_t line = 0;
};

/// A name of data/border_zone.csv: of a place in the border zone, or of a province that holds a part of it.
struct ZoneName {
  std::string key;  ///< place_key() of the name
  Country country;
  bool province = false;
  std::vector<std::string> unless;  ///< keys of words that say that another place of this name is meant
};

/// A row of data/manifest.csv: where a table of the pack comes from.
struct ReferenceSource {
  std::string file;
  std::string source;
  Date date;  ///< when its facts were taken
  std::string licence;
  std::string sha256;
  std::int32_t max_age_days = 0;  ///< older than that at the as-of date: worth a diagnostic
};

/// What the world says: plain tables loaded from the packs. Frozen after loading; every look-up is by the text's key
/// (reference/keys.h), and the same text always gives the same answer.
struct Reference {
  std::unordered_map<std::string, CountryReading> countries;  ///< by country_key(text)
  std::unordered_map<std::string, CountryReading> demonyms;   ///< by fold_plain(text)
  std::vector<std::string> peoples;                           ///< folded; "朝鲜族": no nationality; longest first
  std::vector<Place> places;                                  ///< in the order of the file
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_name;  ///< places by place_key(name or alias)
  std::unordered_map<std::string, std::uint32_t> by_code;               ///< places by upper-case code
  std::vector<ZoneName> zone_names;
  std::unordered_set<std::string> zone_words;  ///< every word that zone() could look for; most addresses hold none
  std::vector<std::string> other_provinces;    ///< keys of provinces of CN and RU without a part of the zone, sorted
  std::vector<std::string> exposed;            ///< HS prefixes of goods that the DPRK can produce, sorted
  /// What may become what: from * 10000 + to, each a heading (100 to 9999) or a chapter (1 to 99). Sorted.
  std::vector<std::uint32_t> transformations;
  std::vector<ReferenceSource> sources;  ///< sorted by file
  Measures measures;                     ///< data/measures.csv and data/exceptions.csv; empty when the pack has none
  DataTables tables;                     ///< every data/*.csv as it stands, for rules that ask one by name

  /// A country cell. Blank words → blank; "Korea" → ambiguous; what is in no table → unreadable, "NA" too (Namibia or
  /// "not available"). Several texts for one country ("KP - North Korea", "Nampo, DPRK") → that country; for the two
  /// Koreas → ambiguous; for others → unreadable. Look-alike letters that would make it a Korea → ambiguous and
  /// obfuscated. A place instead of a country is read only when it lies, or may lie, in the DPRK.
  [[nodiscard]] CountryReading country(std::string_view text) const;
  /// A nationality cell: country texts and demonyms ("Chinese", "North Korean"); "朝鲜族", "ethnic Korean" name no
  /// nationality and are passed over ("Chinese (ethnic Korean)" → CN; alone → unreadable).
  [[nodiscard]] CountryReading nationality(std::string_view text) const;
  /// A port, station or crossing: a name of data/places.csv, else a LOCODE by its first two letters. `stated` is the
  /// country that the row gives beside it (unknown if none) and decides between places of one name. A place that the
  /// table knows only in the DPRK, stated elsewhere → ambiguous; a place in no table → the stated country.
  [[nodiscard]] PlaceReading place(std::string_view text, Country stated) const;
  /// Whether an address or a place name lies in the border zone. Unknown when the text is blank, or names only a
  /// country or a province that holds a part of the zone, and the country is none other than CN or RU.
  [[nodiscard]] Zone zone(std::string_view text, Country country) const;
  /// Whether goods of this code are producible in the DPRK: `yes` with the answer in `exposed`; `ambiguous` for a
  /// code too short to tell, `blank` for none, `unreadable` for what is not digits.
  [[nodiscard]] Known exposed_goods(std::string_view hs_digits, bool& exposed) const;
  /// Whether goods of heading `from` may be in goods of heading `to` (0 to 9999): the same, or a listed pair.
  [[nodiscard]] bool may_become(unsigned from, unsigned to) const;
};

/// Reads data/*.csv of a pack; of two files of one name the later counts. Mistakes, and tables that are missing or
/// differ from their digest in the manifest, are diagnostics of level error with the place in the pack's file.
Reference load_reference(const std::vector<PackFile>& files, Diagnostics& diagnostics);

}  // namespace assay
