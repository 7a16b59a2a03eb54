#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lists/watch_list.h"
#include "tables/field.h"

namespace assay {

/// Capital letters and digits alone: "912106-00 ABC" and "91210600ABC" are one.
std::string plain_identifier(std::string_view text);

/// A fact of a list, by place.
struct FactPlace {
  std::uint16_t list = 0;
  std::uint32_t fact = 0;  ///< in WatchList::facts
};

/// The identifiers of all entries, by what they say.
class IdentifierIndex {
 public:
  explicit IdentifierIndex(const std::vector<WatchList>& lists);
  /// Facts that say the same in a register in which the column's identifiers may stand; in order of list and fact.
  [[nodiscard]] std::vector<FactPlace> find(Field column, std::string_view text) const;

 private:
  const std::vector<WatchList>& lists_;
  std::unordered_map<std::string, std::vector<FactPlace>> by_text_;
};

/// Whether identifiers of a column can be compared with facts of a kind: a registration number may be listed as a tax
/// number, a unified social credit code as a registration number.
bool may_be_same(Field column, FactKind kind);
/// Whether the cell's text is a value that can name one party alone: its check digit holds, or, where there is none,
/// it has at least six characters and a digit.
bool is_usable_identifier(Field column, std::string_view text);
/// Kinds that everybody has one of at most, so that two that differ are two parties.
bool tells_apart(FactKind kind);

}  // namespace assay
