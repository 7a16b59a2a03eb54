#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lists/watch_list.h"

namespace assay {

/// One entry while it is read. Texts are as they stand in the list; field names are those of its format.
struct Draft {
  struct Name {
    std::string text;
    AliasQuality quality = AliasQuality::strong;
    std::string_view field;  ///< lives as long as the list is read
  };
  struct Fact {
    FactKind kind = FactKind::remarks;
    std::string text;
    std::string_view field;
    std::string country;
  };

  std::string id;
  EntryKind kind = EntryKind::unknown;
  std::uint32_t line = 0;
  Date listed_on;
  Date delisted_on;
  std::vector<Name> names;  ///< the primary one first
  std::vector<Fact> facts;

  void clear() { *this = Draft{}; }
  /// Texts without a letter or digit are nobody's name; blank facts say nothing: neither is added.
  void add_name(std::string_view text, AliasQuality quality, std::string_view field);
  void add_fact(FactKind kind, std::string_view text, std::string_view field, std::string_view country = {});
  /// The parts of a cell that holds several, "a; b".
  void add_names(std::string_view texts, AliasQuality quality, std::string_view field, std::string_view separators);
  void add_facts(FactKind kind, std::string_view texts, std::string_view field, std::string_view separators);
};

}  // namespace assay
