#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/mass_unit.h"
#include "graph/graph.h"

namespace assay {

/// A short list without memory of its own: prices are worked out for millions of shipments.
template <class Value, std::size_t most>
class ShortList {
 public:
  void push_back(Value value) { values_[count_++] = value; }
  [[nodiscard]] const Value* begin() const { return values_.data(); }
  [[nodiscard]] const Value* end() const { return values_.data() + count_; }
  [[nodiscard]] const Value& front() const { return values_.front(); }
  [[nodiscard]] bool empty() const { return count_ == 0; }

 private:
  std::array<Value, most> values_{};
  std::size_t count_ = 0;
};

/// What a tonne of the goods of a shipment cost, and how that is worked out.
struct UnitPrice {
  bool known = false;
  double usd_per_tonne = 0;
  double usd = 0;               ///< the amount as the row has it …
  double per = 0;               ///< … and what it was paid for
  bool per_tonnes = false;      ///< in tonnes; else in kilograms, as a unit that is stated
  ShortList<CellRef, 2> cells;  ///< what it is worked out from: the price, or the value and the quantity
  ShortList<Field, 4> unknown;  ///< if it is not known: the fields that would have to be
  CellRef foreign = CellRef();  ///< if it is in another currency: the amount; there are no rates of exchange

  /// "55000 USD / 3035 t"
  [[nodiscard]] std::string formula() const;
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
