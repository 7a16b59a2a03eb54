#include "graph/prices.h"

#include <algorithm>
#include <tuple>

#include "base/number.h"
#include "graph/builder.h"

namespace assay {

std::vector<Price> read_prices(const Tables& tables) {
  std::vector<Price> prices;
  for (const std::uint16_t number : tables_of(tables, TableKind::prices)) {
    Rows rows(tables, number);
    while (rows.next()) {
      const HsCode code = parse_hs(rows.text(Field::price_hs_code));
      const Date month = parse_date(rows.text(Field::price_month));
      const Number price = parse_number(rows.text(Field::price_unit_price));
      if (code.known != Known::yes || month.known != Known::yes || month.precision == Precision::year ||
          price.known != Known::yes || price.value <= 0)
        continue;
      prices.push_back({code.digits, month_of(month.first), price.value, rows.cell(Field::price_unit_price)});
    }
  }
  std::stable_sort(prices.begin(), prices.end(), [](const Price& a, const Price& b) {
    return std::tie(a.code, a.month, a.unit_price) < std::tie(b.code, b.month, b.unit_price);
  });
  return prices;
}

std::vector<const Price*> prices_of(const std::vector<Price>& prices, std::string_view code, Day month) {
  std::vector<const Price*> found;
  auto at = std::lower_bound(prices.begin(), prices.end(), code,
                             [](const Price& one, std::string_view wanted) { return one.code < wanted; });
  for (; at != prices.end() && at->code.starts_with(code); ++at)
    if (at->month == month) found.push_back(&*at);
  return found;
}

}  // namespace assay
