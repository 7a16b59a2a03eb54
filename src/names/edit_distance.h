#pragma once

#include <cstddef>
#include <string_view>

namespace assay {

/// The distance of optimal string alignment in bytes: the least number of bytes to insert, remove or replace, or of
/// neighbours to swap, that makes one text the other, where no byte is touched twice. Bit-parallel: 64 rows of the
/// table are one word (Hyyrö 2003).
std::size_t alignment_distance(std::string_view a, std::string_view b);

/// alignment_distance() where it is at most `limit`; else any number above `limit`.
std::size_t alignment_distance_within(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace assay
