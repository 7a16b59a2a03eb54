#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "tables/tables.h"

namespace assay {

/// Diagnostics about cells: the first few of a kind in full, the rest counted in one line, so that a column of a
/// million bad cells does not fill the memory. Nothing is left out without being counted.
class Complaints {
 public:
  explicit Complaints(const Tables& tables) : tables_(tables) {}

  /// `kind` groups alike complaints of one table and field ("is no date").
  void add(Level level, CellRef cell, std::string_view kind, std::string message, std::string hint = {});
  /// Moves everything out, with the counts of what was not listed.
  void hand_over(Diagnostics& diagnostics);
  /// The same, to complaints about the same tables.
  void hand_over(Complaints& complaints);

  static constexpr std::size_t listed = 10;

 private:
  struct Group {
    std::size_t count = 0;
    CellRef first;
    Level level = Level::warning;
  };
  const Tables& tables_;
  Diagnostics diagnostics_;
  std::map<std::pair<std::pair<std::uint16_t, Field>, std::string>, Group> groups_;
};

}  // namespace assay
