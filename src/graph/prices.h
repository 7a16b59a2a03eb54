#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "graph/graph.h"

namespace assay {

/// A price that goods of a code had in a month.
struct Price {
  std::string code;  ///< HS digits
  Day month = 0;     ///< first day of it
  double unit_price = 0;
  CellRef cell;  ///< of the price
};

/// All rows of prices tables whose code, month and price can be read. Sorted by code, month, price, then cell text.
std::vector<Price> read_prices(const Tables& tables);

/// Those of `prices`, as read_prices() gives them, whose code begins with `code`, in the month that begins with the
/// day.
std::vector<const Price*> prices_of(const std::vector<Price>& prices, std::string_view code, Day month);

}  // namespace assay
