#pragma once

#include <cstdint>

#include "readers/record_walk.h"
#include "tables/input_file.h"

namespace assay {

/// Where the data of a delimited file begin, and what one of its records should look like.
struct Layout {
  char separator = ',';
  LineEnds ends = LineEnds::lf;
  std::uint64_t header_begin = 0;
  std::uint64_t header_end = 0;  ///< without its line end
  std::uint64_t data_begin = 0;
  std::uint32_t data_line = 2;  ///< physical line of data_begin
  std::uint64_t columns = 1;    ///< of the header
};

/// Finds every data record in one pass: fills records, line_of_block, excluded (sorted by record) and adds to
/// blank_lines. All bytes from data_begin on belong to a record: its text, its line end, the blank lines behind it;
/// the blank lines before the first record belong to the header.
///
/// Rejected: broken quoting (each physical line that such a record swallows is one rejected record, so that nothing
/// looks read), a number of cells other than the header's. Quarantined: NUL bytes, a lone carriage return outside
/// quotes, only empty cells, the header once more. A line of blanks alone is a blank line, no record.
/// When every record has the same surplus of cells and all of these are empty, they count as no cells.
/// Throws Failure(limit) for a record longer than longest_record or wider than most_columns, or too many records.
void scan_records(InputFile& file, const Layout& layout);

}  // namespace assay
