#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tables/input_file.h"

namespace assay::testing {

/// A record as the slow reader finds it.
struct LiteralRecord {
  std::size_t offset = 0;
  std::uint32_t line = 1;
  Fate fate = Fate::used;
  std::vector<std::string> cells;  ///< of a record that is used
};

/// A second reader, written from the sentences of scan.h and RFC 4180 alone, one character at a time, in another way
/// than the first: it collects cells. Lines end with LF or CR LF. The first line is the header.
std::vector<LiteralRecord> read_literally(std::string_view text, char separator);

}  // namespace assay::testing
