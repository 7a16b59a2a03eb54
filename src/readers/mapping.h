#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tables/tables.h"

namespace assay {

/// Two columns of a file that both name one field; the first was there first.
struct Clash {
  Field field{};
  std::uint16_t first = no_column;
  std::uint16_t second = no_column;
};

/// Which column of a file holds which field, and which tables the file feeds.
struct Mapping {
  Columns column_of = no_columns();  ///< with the stand-ins
  Columns named = no_columns();      ///< what the headers name by themselves
  std::vector<TableKind> kinds;      ///< the tables that are fed, in the order of TableKind; empty: none is known
  std::vector<Clash> clashes;        ///< in those tables: two columns that name one field equally well
  std::vector<Clash> passed_over;    ///< in those tables: `second` names the field, but `first` names it better
  std::vector<bool> read;            ///< per column: whether it feeds one of those tables
  bool owns_by_default = false;      ///< relations without a relation column: every row says "owns"
};

/// Maps headers (as written) by the words of aliases.h, and recognises the tables by their columns; the needs of each
/// table are the list `needs` in mapping.cpp. A bare word ("name", "country") belongs to the table whose own column
/// stands first in the file, when that table knows the word; else to each table that does. The supplier's id (else
/// name) stands for shipment.supplier, site.operator and workers.employer where these have no column of their own.
Mapping map_columns(const std::vector<std::string>& headers);

/// For a file that feeds nothing: the table that lacks least, and the fields that it lacks:
/// "nearest is suppliers, which needs supplier.name and supplier.country (found: supplier.name)".
std::string nearest_table(const Mapping& mapping);

/// One Table for each kind that the file feeds; the number of the file is left 0.
std::vector<Table> tables_of(const Mapping& mapping);

}  // namespace assay
