#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "graph/graph.h"
#include "lists/watch_list.h"
#include "names/compare.h"

namespace assay {

/// What ties a party to an entry of a list.
enum class HitBy : std::uint8_t {
  identifier,  ///< both have the same LEI, USCC, registration number or IMO number
  name,
  contact,  ///< address, telephone, mail, website: who is there, not who it is
};

/// Why a likeness of names is no hit.
enum class Clearing : std::uint8_t {
  none,
  other_identifier,   ///< both have an identifier of one kind, and the two differ
  republic_of_korea,  ///< the party is stated to be in the Republic of Korea, and the entry is of the DPRK
};

/// A party or vessel beside an entry of a list.
struct Hit {
  VertexId vertex = no_vertex;
  std::uint16_t list = 0;  ///< in Screening::lists
  HitBy by = HitBy::name;
  Clearing cleared = Clearing::none;
  bool corroborated = false;  ///< of a name: the country agrees too
  std::uint32_t entry = 0;
  std::uint32_t where = 0;  ///< by name: in WatchList::names; else in WatchList::facts
  float likeness = 1;       ///< of the two names, 0 to 1
  float score = 1;          ///< likeness, less what disagrees
  CellRef cell;             ///< the cell that was compared
  std::uint32_t part = 0;   ///< of a cell of aliases: which of them
  CellRef deciding;         ///< of a cleared one: the cell that clears it; of a corroborated one: that which agrees

  /// no for a cleared one; unknown: a question.
  [[nodiscard]] Truth truth() const;
};

/// Who is on which list. Hits: by vertex, then what is surest, the highest score, the list and the entry.
struct Screening {
  std::vector<WatchList> lists;
  std::vector<Reliance> reliance;  ///< by list
  std::vector<Hit> hits;

  [[nodiscard]] std::span<const Hit> hits_of(VertexId vertex) const;
  [[nodiscard]] const ListEntry& entry_of(const Hit& hit) const { return lists[hit.list].entries[hit.entry]; }
  /// Text of the name or fact that was compared, as the list writes it.
  [[nodiscard]] std::string_view text_of(const Hit& hit) const;
  /// The name of the column or element that holds it.
  [[nodiscard]] std::string_view field_of(const Hit& hit) const;
};

/// A list that comes with a pack. Nobody may conclude from it that a party is on no list.
bool is_built_in(const WatchList& list);
/// Whether the entry stands under a programme on the DPRK, lies there, or the list itself ties it to the DPRK.
bool concerns_dprk(const Reference& reference, const WatchList& list, const ListEntry& entry);

struct ScreenOptions {
  unsigned threads = 1;  ///< the hits are the same for any number
};

/// Compares every party, facility and vessel of the graph, under each name that a row gives it, with every entry.
/// Names that could not be compared whole are diagnostics.
Screening screen(const SupplyGraph& graph, std::vector<WatchList> lists, const ScreenOptions& options,
                 Diagnostics& diagnostics);

}  // namespace assay
