#pragma once

#include <cstddef>
#include <string_view>

namespace assay {

/// Levenshtein's distance in bytes: the least number of bytes to insert, remove or replace that makes one text the
/// other. Bit-parallel: 64 rows of the table are one word (Myers 1999, with Hyyrö's correction of 2003 for longer
/// texts).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// edit_distance() where it is at most `limit`; else any number above `limit`. Common ends are skipped and hopeless
/// lengths refused first.
std::size_t edit_distance_within(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace assay
