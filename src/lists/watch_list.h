#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "lists/text_store.h"

namespace assay {

/// What an entry of a list is. `company` is any organisation: companies, banks, public bodies, armed groups.
enum class EntryKind : std::uint8_t { unknown, company, person, vessel, aircraft, other };
constexpr std::size_t entry_kinds = 6;

/// How far a name may be relied on, as the list itself grades it. A weak alias ("'BNC'", quality Low) is never
/// enough for a hit by likeness.
enum class AliasQuality : std::uint8_t { primary, strong, weak };

/// What a list says of an entry besides its names. The facts of an entry are ordered by this.
enum class FactKind : std::uint8_t {
  programme,  ///< why it is listed: SDGT, DPRK3, EU-PRK; one fact each
  country,    ///< of the company or vessel, or where an address lies, as written: "Korea, North", "kp"
  nationality,
  flag,  ///< of a vessel
  birth_date,
  birth_place,
  position,
  imo,          ///< of a vessel: seven digits, the check digit holds
  imo_company,  ///< IMO number of an owner or manager of ships; its check digit is another
  lei,
  uscc,  ///< Unified Social Credit Code
  registration,
  tax,
  passport,
  national_id,
  mmsi,
  call_sign,
  swift_bic,
  other_id,
  address,  ///< in one line; `country` where it is given apart
  phone,
  email,
  website,
  linked_to,  ///< the name of another party that the list ties it to ("Linked To: …", an owner)
  vessel_type,
  reason,   ///< why it is listed, in the words of the list
  remarks,  ///< the whole remark as it stands
  source,   ///< of this entry, where a list gathers several
  status,   ///< of this entry in a list of public record: primary, secondary
};
constexpr std::size_t fact_kinds = 29;

std::string_view to_string(EntryKind kind);
std::string_view to_string(AliasQuality quality);
std::string_view to_string(FactKind kind);

/// True for kinds that name one party alone (imo … other_id).
bool is_identifier(FactKind kind);

/// One name of an entry. Views are into WatchList::texts.
struct ListName {
  std::string_view text;        ///< to be compared: blanks tidied, references such as "(KPe.018)" taken off
  std::string_view as_written;  ///< as it stands in the list; the same view where nothing was changed
  std::uint32_t entry = 0;      ///< its entry's number in WatchList::entries
  std::uint16_t field = 0;      ///< where it stands: WatchList::fields, as in "alt_name"
  AliasQuality quality = AliasQuality::primary;
};

struct ListFact {
  std::string_view text;     ///< identifiers without their label: "8713471", not "IMO 8713471"
  std::string_view country;  ///< that issued an identifier, or of an address, as written; mostly empty
  std::uint32_t entry = 0;
  std::uint16_t field = 0;
  FactKind kind = FactKind::remarks;
};

struct ListEntry {
  std::string_view id;  ///< within the list: "19592", "KPe.018"; never empty
  EntryKind kind = EntryKind::unknown;
  std::uint16_t file = 0;  ///< in WatchList::files
  std::uint32_t line = 0;  ///< on which it begins
  Date listed_on;          ///< unknown where the format does not say
  Date delisted_on;
  std::uint32_t first_name = 0;  ///< in WatchList::names; use names_of()
  std::uint32_t first_fact = 0;  ///< in WatchList::facts; use facts_of()
  std::uint32_t name_count = 0;
  std::uint32_t fact_count = 0;
};

/// Where the date of a list comes from. Where several speak, the list's own header counts, then the command line.
enum class DateFrom : std::uint8_t { nowhere, header, command_line, list_yaml, pack };
std::string_view to_string(DateFrom from);

struct ListFile {
  std::string name;    ///< within what the user named: "sdn.csv", "ofac/sdn.csv"
  std::string role;    ///< entries, addresses, aliases, comments
  std::string sha256;  ///< hex, as `sha256sum` prints it
  std::uint64_t bytes = 0;
};

/// Records of a list that became no entry, by reason.
struct Omitted {
  std::string reason;
  std::uint64_t count = 0;
  std::string file;        ///< of the first of them
  std::uint32_t line = 0;  ///< of the first of them
};

/// One snapshot of a watch list. Move only: entries, names and facts hold views into `texts`.
struct WatchList {
  std::string name;    ///< ofac-sdn, un-consolidated, … or as list.yaml calls it; unique among those read together
  std::string format;  ///< ofac-csv, ofac-xml, un-xml, eu-csv, us-csl-csv, opensanctions-csv, ftm-json, own-csv, pack
  std::string given;   ///< the file or folder, without the folders above what the user named
  Date date;           ///< of the snapshot; may be a month or a year
  DateFrom date_from = DateFrom::nowhere;
  std::int32_t max_age_days = 0;
  /// Hex. Of one file: its SHA-256. Of several: of the lines that `sha256sum` prints for them, sorted by file name.
  std::string sha256;
  bool refused = false;  ///< nothing of it may be used (exit 6); the diagnostics say why; it has no entries
  bool complete = true;  ///< false where something is missing: a part of a trio, records that were not understood

  std::vector<ListEntry> entries;  ///< in the order of the file
  std::vector<ListName> names;     ///< by entry; the primary name first, then as they stand
  std::vector<ListFact> facts;     ///< by entry, then kind, then as they stand
  std::vector<std::string> fields;
  std::vector<ListFile> files;  ///< sorted by name
  std::vector<Omitted>
      not_screened;              ///< records that are no party by their nature (positions, links between parties)
  std::vector<Omitted> dropped;  ///< records that should have been an entry; there are some: not complete
  TextStore texts;

  [[nodiscard]] std::span<const ListName> names_of(const ListEntry& entry) const;
  [[nodiscard]] std::span<const ListFact> facts_of(const ListEntry& entry) const;
  [[nodiscard]] std::span<const ListFact> facts_of(const ListEntry& entry, FactKind kind) const;
  [[nodiscard]] std::string_view field(std::uint16_t number) const { return fields[number]; }
  [[nodiscard]] std::array<std::uint64_t, entry_kinds> count_by_kind() const;
};

/// Whether "not on this list" may be concluded at a day; hits stand in any case.
struct Reliance {
  bool no_hit = false;
  std::string why;     ///< where it may not: "its date is not known", "it is 40 days older than …"; else empty
  bool newer = false;  ///< the snapshot is younger than the day: an entry may have been listed later
};
Reliance rely_on(const WatchList& list, Day as_of);

}  // namespace assay
