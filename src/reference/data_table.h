#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace assay {

struct PackFile;

/// A row of a table of a pack: its texts in the order of the table's columns, as the file has them.
struct DataRow {
  std::uint32_t line = 0;
  std::vector<std::string> cells;
};

/// A data/*.csv of a pack as a plain table, for rules that ask it by the names of its columns. An empty text is a
/// cell that says nothing.
struct DataTable {
  std::string pack;  ///< id of the pack that brought it; empty when that is not known
  std::string file;  ///< "data/measures.csv"
  std::vector<std::string> columns;
  std::vector<DataRow> rows;  ///< in the order of the file

  /// The place of a column in `columns`; nothing when the table has none of that name.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// By the file's name without folder and ending: "measures".
using DataTables = std::map<std::string, DataTable, std::less<>>;

/// Every data/*.csv among the files but the manifests; of two of one name the later counts. Names of columns are
/// small letters, digits and underscores, each once. Mistakes are diagnostics with their place; a row with one is
/// left out.
DataTables read_data_tables(const std::vector<PackFile>& files, Diagnostics& diagnostics);

}  // namespace assay
