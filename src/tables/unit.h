#pragma once

#include <cstdint>
#include <string_view>

#include "tables/tables.h"

namespace assay {

/// The unit that a header names behind its own words or in brackets: "quantity_t", "net weight (kg)", "value_usd",
/// "净重(千克)". One of "t", "kg", "g", "lb", or a currency of ISO 4217 in small letters ("usd"); empty when it names
/// none. A rate says its unit alone: "capacity_t_per_year" is "t".
std::string_view unit_in_header(std::string_view header);

/// The same of a word in a cell: "MT", "tonnes", "吨", "USD". Empty for a word that is no such unit.
std::string_view unit_from(std::string_view word);

/// unit_in_header() of the column that holds a field; empty where the table has no such column.
std::string_view unit_of(const Tables& tables, std::uint16_t table, Field field);

}  // namespace assay
