#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "rules/rule_table.h"

namespace assay {

/// "2017-09", of any day of the month.
std::string month_text(Day day);

/// What a tonne of a commodity cost in a month, as published.
struct BenchmarkMonth {
  Day month = 0;  ///< its first day
  double usd_per_tonne = 0;
  std::uint32_t line = 0;  ///< of the table
  std::string text;        ///< the price as the table has it
  std::string unit;        ///< and the unit it is for
  std::string source;
  bool read_in_source = false;  ///< its status is primary or implementing
};

/// The prices of one commodity.
struct Benchmark {
  std::string commodity;
  std::vector<std::string> prefixes;   ///< of HS codes
  std::vector<BenchmarkMonth> months;  ///< in order of time, each once: of several prices of a month the lowest

  /// Null when the month has no price.
  [[nodiscard]] const BenchmarkMonth* at(Day month) const;
};

/// The benchmarks of a table with the columns commodity, hs_prefix, month, unit_price, currency, unit, status and
/// source, in the order of their first rows. Prices are in US dollars a unit of mass. Nothing after a diagnostic at
/// `at`, which names the line of the table.
std::optional<std::vector<Benchmark>> read_benchmarks(const ConditionParser& parser, const YamlNode& at,
                                                      const RuleTable& table);

}  // namespace assay
