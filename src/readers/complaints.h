#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "readers/mapping.h"
#include "tables/input_file.h"

namespace assay {

constexpr std::string_view not_utf8 = "not UTF-8";

/// ": it looks like GB18030 (confidence 80)", or nothing.
std::string looks_like(std::string_view undecodable);

/// The place of a column's header cell.
Location place_of_column(const InputFile& file, std::uint16_t column);

/// "two columns for shipment.date: "date" (column 2) and "ship date" (column 5)".
std::string clash_message(const InputFile& file, const Clash& clash);

/// "the columns are: …", and for a header one slip from a known word "did you mean …?".
std::string columns_hint(const InputFile& file);

/// What to do about a row that is not used; may be empty.
std::string_view advice_for(const InputFile& file, const Excluded& excluded);

/// "7 of 9 rows cannot be used; the first: …".
std::string too_many_message(const InputFile& file);

/// A warning for each of the first rows that are not used, and one for the rest of them. No text of a cell is told:
/// a row may name a worker.
void complain_of_rows(const InputFile& file, std::string_view undecodable, Diagnostics& diagnostics);

/// Notes: columns that are not read and why, headers with invisible characters, relations without a relation column.
void complain_of_columns(const InputFile& file, const Mapping& mapping, Diagnostics& diagnostics);

}  // namespace assay
