#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/truth.h"
#include "graph/graph.h"

namespace assay {

/// What countries yielded, as tables of production say.
struct Production {
  Country country;
  std::vector<std::string> words;  ///< of the commodity, folded; sorted
  Truth mined = Truth::unknown;    ///< the stage is mining; no: it is another
  Date year;
  bool national = true;   ///< of the whole country, not of one company or site
  bool known = false;     ///< the amount is a number
  double amount = 0;      ///< as written
  double kilograms = -1;  ///< below 0: the unit is not known
  CellRef cell;           ///< of the amount
};

/// All rows, in the order of what they say.
std::vector<Production> read_production(const SupplyGraph& graph);

/// Whether a row speaks of what was mined of these goods: all words of its commodity stand in the goods' own.
bool speaks_of(const Production& row, const std::vector<std::string>& words_of_goods);
/// The words of a text, folded and sorted.
std::vector<std::string> words_in(std::string_view text);

}  // namespace assay
