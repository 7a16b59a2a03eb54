#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/benchmark_table.h"
#include "rules/evaluator.h"
#include "rules/unit_price.h"

namespace assay {

/// How far below the benchmark is far; for some commodities, or for all others.
struct Bound {
  std::vector<std::string> commodities;  ///< folded; empty = any
  double strong = 0, at_most = 0;
  std::optional<double> grade;     ///< per cent that the goods have at least, to be comparable
  std::vector<std::string> terms;  ///< of delivery under which a price is comparable, folded
};

/// What `benchmark` asks.
struct BenchmarkQuestion {
  std::string pack, table;  ///< as evidence calls them
  std::vector<Benchmark> benchmarks;
  std::vector<Bound> bound_of;    ///< of each benchmark
  std::size_t unless_prices = 0;  ///< so many prices of the inputs decide instead; 0: they never do
};

constexpr std::size_t unquoted = static_cast<std::size_t>(-1);    ///< goods that no benchmark is for
constexpr std::size_t short_code = static_cast<std::size_t>(-2);  ///< not known, or too short to tell

/// What is looked up once for all shipments: a graph has many of them, and few goods.
struct BenchmarkLookup {
  BenchmarkLookup(const BenchmarkQuestion& question, const SupplyGraph& graph);
  UnitPrices prices;
  std::vector<std::size_t> of_goods;  ///< the benchmark of each goods, unquoted, or short_code
};

/// Whether a price was compared, or why not.
enum class Outcome : std::uint8_t {
  compared,
  prices_decide,  ///< the inputs have prices of the month
  no_benchmark,   ///< of such goods, or of that month
  no_code,
  no_price,
  no_date
};

/// The price of a shipment beside its benchmark.
struct PriceComparison {
  Truth truth = Truth::unknown;
  Outcome outcome = Outcome::compared;
  std::size_t benchmark = unquoted;
  UnitPrice price;
  const BenchmarkMonth* own = nullptr;     ///< the dearest of the months in which the shipment may lie
  const BenchmarkMonth* lowest = nullptr;  ///< the cheapest of these, the one before and the one after
  bool between = false;                    ///< the price is between the bounds: comparable goods only
};

PriceComparison compare(const BenchmarkQuestion& question, const BenchmarkLookup& lookup, const Evaluator& evaluator,
                        std::uint32_t shipment);

}  // namespace assay
