#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/mass_unit.h"
#include "graph/graph.h"

namespace assay {

/// What a tonne of the goods of a shipment cost, and how that is worked out.
struct UnitPrice {
  bool known = false;
  double usd_per_tonne = 0;
  std::string formula;          ///< "55000 USD / 3035 t"
  std::vector<CellRef> cells;   ///< what it is worked out from: the price, or the value and the quantity
  std::vector<Field> unknown;   ///< if it is not known: the fields that would have to be
  CellRef foreign = CellRef();  ///< if it is in another currency: the amount; there are no rates of exchange
};

/// Reads unit prices from the rows of shipments: the price of a unit as stated, and value by quantity; of two that
/// differ the lower counts. Currency and unit of mass stand in the header of the amount (`value_usd`, `quantity_t`)
/// or in the columns for them; where both speak they must agree.
class UnitPrices {
 public:
  explicit UnitPrices(const SupplyGraph& graph);
  [[nodiscard]] UnitPrice of(std::uint32_t shipment) const;

 private:
  struct Header {
    HeaderUnits price, value, quantity;
  };
  struct Amount;

  [[nodiscard]] Amount amount(std::uint32_t shipment, Field field, const HeaderUnits& header) const;
  [[nodiscard]] UnitPrice stated(const Amount& price) const;
  [[nodiscard]] UnitPrice divided(const Amount& value, const Amount& quantity) const;

  const SupplyGraph& graph_;
  std::vector<Header> headers_;  ///< by number of the table
};

}  // namespace assay
