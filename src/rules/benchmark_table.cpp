#include "rules/benchmark_table.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/mass_unit.h"
#include "base/number.h"
#include "base/text.h"

namespace assay {
namespace {

enum Column : std::uint8_t { commodity, hs_prefix, month, unit_price, currency, unit, status, source };
constexpr std::array<std::string_view, 8> column_names = {"commodity", "hs_prefix", "month",  "unit_price",
                                                          "currency",  "unit",      "status", "source"};

class BenchmarkReader {
 public:
  BenchmarkReader(const ConditionParser& parser, const YamlNode& at, const RuleTable& table)
      : parser_(parser), at_(at), table_(table) {}

  std::optional<std::vector<Benchmark>> run() {
    for (std::size_t i = 0; i < column_names.size(); ++i) {
      const auto found = table_.column(column_names[i]);
      if (!found) {
        parser_.complain(at_, fmt::format("{} has no column `{}`", table_.name, column_names[i]));
        return std::nullopt;
      }
      columns_[i] = *found;
    }
    bool good = true;
    for (const RuleTable::Row& row : table_.rows) good = read(row) && good;
    if (!good) return std::nullopt;
    for (Benchmark& one : benchmarks_) settle(one);
    return std::move(benchmarks_);
  }

 private:
  [[nodiscard]] const std::string& cell(const RuleTable::Row& row, Column column) const {
    return row.cells[columns_[column]].whole;
  }

  bool refuse(const RuleTable::Row& row, Column column, std::string_view what) {
    parser_.complain(at_, fmt::format("\"{}\" is no {}, in line {} of {}", shorten(cell(row, column), 40), what,
                                      row.line, table_.name));
    return false;
  }

  bool read(const RuleTable::Row& row) {
    BenchmarkMonth one;
    one.line = row.line;
    const Date date = parse_date(cell(row, month));
    const Number price = parse_number(cell(row, unit_price));
    const std::optional<double> kilograms = kilograms_in(cell(row, unit));
    if (date.known != Known::yes || date.precision != Precision::month) return refuse(row, month, "month");
    if (price.known != Known::yes || price.value <= 0) return refuse(row, unit_price, "price");
    if (cell(row, currency) != "USD") return refuse(row, currency, "currency that can be compared: USD");
    if (!kilograms) return refuse(row, unit, "unit of mass");
    one.month = date.first;
    one.usd_per_tonne = price.value * 1000 / *kilograms;
    one.text = cell(row, unit_price);
    one.unit = cell(row, unit);
    one.source = cell(row, source);
    one.read_in_source = cell(row, status) == "primary" || cell(row, status) == "implementing";
    Benchmark* benchmark = benchmark_of(row);
    if (benchmark == nullptr) return false;
    benchmark->months.push_back(std::move(one));
    return true;
  }

  Benchmark* benchmark_of(const RuleTable::Row& row) {
    const auto found = std::find_if(benchmarks_.begin(), benchmarks_.end(),
                                    [&](const Benchmark& one) { return one.commodity == cell(row, commodity); });
    if (found != benchmarks_.end()) return &*found;
    Benchmark fresh;
    fresh.commodity = cell(row, commodity);
    for (const RuleTable::Text& prefix : row.cells[columns_[hs_prefix]].texts) fresh.prefixes.push_back(prefix.text);
    const auto is_code = [](const std::string& text) {
      return text.size() >= 2 && text.size() <= 10 && text.find_first_not_of("0123456789") == std::string::npos;
    };
    if (fresh.prefixes.empty() || !std::all_of(fresh.prefixes.begin(), fresh.prefixes.end(), is_code)) {
      refuse(row, hs_prefix, "HS code or prefix");
      return nullptr;
    }
    benchmarks_.push_back(std::move(fresh));
    return &benchmarks_.back();
  }

  /// The lower of two quotations decides: a price is far below the market only when it is below all of them.
  static void settle(Benchmark& one) {
    std::stable_sort(one.months.begin(), one.months.end(), [](const BenchmarkMonth& a, const BenchmarkMonth& b) {
      return a.month != b.month ? a.month < b.month : a.usd_per_tonne < b.usd_per_tonne;
    });
    one.months.erase(std::unique(one.months.begin(), one.months.end(),
                                 [](const BenchmarkMonth& a, const BenchmarkMonth& b) { return a.month == b.month; }),
                     one.months.end());
  }

  const ConditionParser& parser_;
  const YamlNode& at_;
  const RuleTable& table_;
  std::array<std::size_t, column_names.size()> columns_{};
  std::vector<Benchmark> benchmarks_;
};

}  // namespace

std::string month_text(Day day) {
  return day_to_string(day).substr(0, 7);
}

const BenchmarkMonth* Benchmark::at(Day wanted) const {
  const auto found = std::lower_bound(months.begin(), months.end(), wanted,
                                      [](const BenchmarkMonth& one, Day month) { return one.month < month; });
  return found != months.end() && found->month == wanted ? &*found : nullptr;
}

std::optional<std::vector<Benchmark>> read_benchmarks(const ConditionParser& parser, const YamlNode& at,
                                                      const RuleTable& table) {
  return BenchmarkReader(parser, at, table).run();
}

}  // namespace assay
