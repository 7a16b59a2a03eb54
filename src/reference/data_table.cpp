#include "reference/data_table.h"

#include <algorithm>

#include "reference/pack_table.h"

namespace assay {
namespace {

constexpr std::string_view folder = "data/";
constexpr std::string_view ending = ".csv";

bool is_table(std::string_view name) {
  return name.starts_with(folder) && name.ends_with(ending) && name != "data/manifest.csv" &&
         name.size() > folder.size() + ending.size();
}

std::string stem_of(std::string_view name) {
  return std::string(name.substr(folder.size(), name.size() - folder.size() - ending.size()));
}

DataTable read_data_table(const PackFile& file, Diagnostics& diagnostics) {
  PackTable read = read_whole_table(file, diagnostics);
  DataTable table;
  table.pack = file.pack;
  table.file = file.name;
  for (PackCell& name : read.header) table.columns.push_back(std::move(name.text));
  table.rows.reserve(read.rows.size());
  for (PackRow& cells : read.rows) {
    DataRow row;
    row.line = cells.front().line;
    for (PackCell& cell : cells) row.cells.push_back(std::move(cell.text));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::optional<std::size_t> DataTable::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

DataTables read_data_tables(const std::vector<PackFile>& files, Diagnostics& diagnostics) {
  std::map<std::string, const PackFile*> last;
  for (const PackFile& file : files)
    if (is_table(file.name)) last[stem_of(file.name)] = &file;
  DataTables tables;
  for (const auto& [stem, file] : last) tables.emplace(stem, read_data_table(*file, diagnostics));
  return tables;
}

}  // namespace assay
