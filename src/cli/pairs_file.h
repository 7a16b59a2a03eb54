#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// A small CSV file with a header, held in memory: pairs of names. Any separator of , ; tab that the header has.
struct PairsFile {
  std::vector<std::string> headers;
  std::vector<std::vector<std::string>> rows;  ///< each as long as the header
  std::size_t name_a = 0;                      ///< columns
  std::size_t name_b = 0;
  std::size_t kind = 0;  ///< headers.size() where there is none
};

/// Throws Failure(input_refused) with the file and line for a file without name_a and name_b, a row with more cells
/// than the header, or a quote that does not end; Failure(io) when it cannot be read. Missing cells at the end of a
/// row are empty.
PairsFile read_pairs(const std::string& file);

/// One CSV row with its line feed; quoted where a cell needs it, so that reading it gives the cells back.
void write_csv_row(const std::vector<std::string>& cells, std::ostream& out);

}  // namespace assay
