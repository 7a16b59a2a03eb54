#include <algorithm>

#include "reference/load.h"

namespace assay {
namespace {

bool is_digits(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A chapter (two digits) or a heading (four) as a number.
std::optional<std::uint32_t> read_group(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics) {
  if ((cell.text.size() == 2 || cell.text.size() == 4) && is_digits(cell.text)) {
    std::uint32_t number = 0;
    for (const char c : cell.text) number = number * 10 + static_cast<std::uint32_t>(c - '0');
    if (number > 0 && (cell.text.size() == 2 || number >= 100)) return number;
  }
  diagnostics.push_back(
      table.complain(cell, "this is no chapter and no heading of the HS", "two or four digits, as in 52 or 2601"));
  return std::nullopt;
}

}  // namespace

void load_exposure(const PackFile& file, Reference& reference, Diagnostics& diagnostics) {
  enum Column : std::size_t { hs_prefix, goods, reason, status, source };
  const PackTable table = read_pack_table(file, {"hs_prefix", "goods", "reason", "status", "source"}, diagnostics);
  for (const PackRow& row : table.rows) {
    check_status(table, row[status], diagnostics);
    const std::string& prefix = row[hs_prefix].text;
    if (prefix.size() < 2 || prefix.size() > 8 || prefix.size() % 2 != 0 || !is_digits(prefix)) {
      diagnostics.push_back(table.complain(row[hs_prefix], "this is no HS code", "two, four, six or eight digits"));
      continue;
    }
    reference.exposed.push_back(prefix);
  }
  std::sort(reference.exposed.begin(), reference.exposed.end());
  reference.exposed.erase(std::unique(reference.exposed.begin(), reference.exposed.end()), reference.exposed.end());
}

void load_transformations(const PackFile& file, Reference& reference, Diagnostics& diagnostics) {
  enum Column : std::size_t { from, to, process, status };
  const PackTable table = read_pack_table(file, {"from", "to", "process", "status"}, diagnostics);
  for (const PackRow& row : table.rows) {
    check_status(table, row[status], diagnostics);
    const std::optional<std::uint32_t> source = read_group(table, row[from], diagnostics);
    const std::optional<std::uint32_t> result = read_group(table, row[to], diagnostics);
    if (source && result) reference.transformations.push_back(*source * 10000 + *result);
  }
  std::sort(reference.transformations.begin(), reference.transformations.end());
  reference.transformations.erase(std::unique(reference.transformations.begin(), reference.transformations.end()),
                                  reference.transformations.end());
}

}  // namespace assay
