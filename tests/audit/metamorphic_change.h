#pragma once

#include <functional>
#include <string>

#include "naive_network.h"

namespace assay::naive {

/// A network with one thing less or moved, and the words for it.
struct Change {
  std::string says;    ///< "blank suppliers.csv:2:country"
  std::string table;   ///< whose cell, column, file or row it was
  std::string column;  ///< of a cell or a column
  int tag = -1;        ///< of a deleted row
  Network network;
};

/// Each visits every change of its kind in order; a visitor that returns false ends it.
using Visit = std::function<bool(const Change&)>;
void each_blanked_cell(const Network& network, const Visit& visit);
void each_deleted_column(const Network& network, const Visit& visit);
void each_deleted_file(const Network& network, const Visit& visit);
void each_deleted_row(const Network& network, const Visit& visit);

/// Rows, columns and files in another order.
Network shuffled(const Network& network, std::uint64_t seed);
/// Each row of one table a second time, at its end.
Network with_rows_twice(const Network& network, const std::string& table);

/// The CSV files of a folder; files that are no CSV are passed over.
Network read_folder(const std::string& folder);

}  // namespace assay::naive
