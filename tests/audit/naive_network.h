#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace assay::naive {

/// A row of a table. The tag stays with it when rows are moved, so that a subject is known again.
struct Row {
  int tag = 0;
  std::vector<std::string> cells;
};

/// A table as plain text cells. Columns are named by the short names of the vocabulary ("origin_country").
struct Sheet {
  std::string table;  ///< "suppliers", "shipments" …
  std::string file;
  std::vector<std::string> columns;
  std::vector<Row> rows;

  /// The place of a column; -1 where the sheet has none.
  [[nodiscard]] int column(const std::string& name) const;
};

struct Network {
  std::vector<Sheet> sheets;
};

/// Numbers of a seed, the same on every machine and library (splitmix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 0x1234567U) {}
  std::uint64_t next();
  /// 0 … sides - 1
  std::size_t below(std::size_t sides) { return static_cast<std::size_t>(next() % sides); }
  bool chance(unsigned percent) { return next() % 100 < percent; }
  const std::string& of(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }

 private:
  std::uint64_t state_;
};

/// The date of every audit of a random network.
constexpr const char* network_as_of = "2018-06-30";

/// A small supply network: 2 to 6 parties, 1 to 9 shipments, some relations, sites, workers and declarations. Its
/// cells are tidy, messy or in between, and its tables whole or not, as the seed says.
Network random_network(std::uint64_t seed);

/// Its files (name, CSV text), in the order of its sheets. Cells are quoted where they must be, and here and there
/// where they need not.
std::vector<std::pair<std::string, std::string>> csv_of(const Network& network);

/// The files one below the other, for the message of a failed test.
std::string show(const Network& network);

}  // namespace assay::naive
