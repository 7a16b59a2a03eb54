#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "reference/country.h"

namespace assay {

/// A file of a pack: its name within the pack ("data/places.csv") and its bytes.
struct PackFile {
  std::string name;
  std::string bytes;
};

/// What a text says of a country, and how that was found.
struct CountryReading {
  Country country;
  std::uint32_t line = 0;   ///< line of data/countries.csv or data/korea.csv that decided; 0 for none
  bool korea_table = false;
  bool obfuscated = false;  ///< invisible or look-alike characters were mapped: worth a diagnostic
};

/// A place by UN/LOCODE or by name.
struct PlaceReading {
  Country country;          ///< ambiguous when places of that name lie in KP and elsewhere; unreadable when unknown
  std::string name;         ///< the pack's name, or the text
  std::uint32_t line = 0;   ///< of data/places.csv
};

enum class Zone : std::uint8_t { no, unknown, yes };

/// What the world says: plain tables loaded from the packs, looked up by folded text. Frozen after loading.
struct Reference {
  std::unordered_map<std::string, CountryReading> countries;  ///< by fold(text)
  std::unordered_map<std::string, PlaceReading> places;       ///< by fold(name or alias) and by LOCODE
  std::vector<std::string> border_zone;                       ///< folded names of places in the border zone
  std::vector<std::string> exposed;                           ///< HS prefixes of goods that the DPRK can produce
  /// Headings that may become another: 2601 → 7201 (key = from * 10000 + to, both of four digits).
  std::vector<std::uint32_t> transformations;                 ///< sorted

  /// A country cell. Blank words → blank; "Korea" → ambiguous; what is in no table → unreadable. Look-alike letters
  /// that would make it KP → ambiguous and obfuscated.
  [[nodiscard]] CountryReading country(std::string_view text) const;
  /// A nationality cell: country texts and demonyms ("Chinese", "North Korean"); "朝鲜族", "ethnic Korean" name no
  /// nationality and are passed over ("Chinese (ethnic Korean)" → CN).
  [[nodiscard]] CountryReading nationality(std::string_view text) const;
  /// A port, station or crossing: a LOCODE by its first two letters, else a name of data/places.csv. `stated` is the
  /// country that the row gives beside it (unknown if none) and decides between places of one name.
  [[nodiscard]] PlaceReading place(std::string_view text, Country stated) const;
  /// Whether an address or a place name lies in the border zone.
  [[nodiscard]] Zone zone(std::string_view text, Country country) const;
  /// Whether goods of this code are, or may be, producible in the DPRK: yes, no, or unknown for a code that is too
  /// short or missing (empty).
  [[nodiscard]] Known exposed_goods(std::string_view hs_digits, bool& exposed) const;
  /// Whether goods of heading `from` may be in goods of heading `to` (0 to 9999): the same, or a listed pair.
  [[nodiscard]] bool may_become(unsigned from, unsigned to) const;
};

/// Reads data/*.csv of a pack. Mistakes are diagnostics of level error with the place in the pack's file.
Reference load_reference(const std::vector<PackFile>& files, Diagnostics& diagnostics);

}  // namespace assay
