#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "graph/vocabulary.h"
#include "lists/watch_list.h"
#include "names/compare.h"
#include "names/index.h"
#include "names/name.h"

namespace assay {

/// Entries whose names are compared in one way.
enum class EntryGroup : std::uint8_t {
  companies,  ///< and whatever a list does not call a person or a vessel
  people,
  vessels,
};

/// A name of an entry that is like a name asked for.
struct EntryMatch {
  std::uint32_t query = 0;  ///< its place among those asked for
  std::uint16_t list = 0;
  std::uint32_t name = 0;  ///< in WatchList::names
  float score = 0;
};

/// The names of all entries of a group, to be searched.
class EntryNames {
 public:
  EntryNames(const std::vector<WatchList>& lists, EntryGroup group);

  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] EntryGroup group() const { return group_; }
  /// Whether a vertex of the kind may be an entry of the group. A company may be a person who trades.
  [[nodiscard]] bool may_be_one(VertexKind kind) const;
  /// How a name of the group's entries, and those asked for, are read.
  [[nodiscard]] NameKind kind_of_names() const;
  /// The names with at least `ask_threshold`; by query, the highest score first, then list and name.
  [[nodiscard]] std::vector<EntryMatch> search(std::span<const NameText> queries, unsigned threads) const;

 private:
  struct Place {
    std::uint16_t list = 0;
    std::uint32_t name = 0;
  };
  EntryGroup group_;
  std::vector<Place> places_;  ///< of each name of names_
  std::vector<PreparedName> names_;
  TokenWeights weights_;
  std::unique_ptr<NameIndex> index_;
};

/// Whether a name, read as a person's, can be one: no word of a legal form or of a business in it.
bool may_name_a_person(const PreparedName& name);

}  // namespace assay
