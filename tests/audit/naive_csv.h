#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "naive_network.h"

namespace assay::naive {

/// A cell as it stands in a CSV text: where it begins, counted in lines and characters from 1, and what it says.
struct PlacedCell {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string text;
};

/// All records of a comma separated text, the header first, character by character. Blank lines are no records.
std::vector<std::vector<PlacedCell>> split_csv(const std::string& text);

/// The short name of a column in the vocabulary, from how the networks and the fixtures write it in their headers.
std::string field_of_header(const std::string& table, const std::string& header);
/// How the networks write the column of a field in a header: the other way round.
std::string header_of_field(const std::string& table, const std::string& field);

/// A file of a fixture as a sheet; its name says which table it feeds. Tags count up from `tag`.
Sheet sheet_of(const std::string& file, const std::string& text, int& tag);

/// One record as a line of CSV, without the line break.
std::string csv_line(const std::vector<std::string>& cells, const std::vector<bool>& quoted);

}  // namespace assay::naive
