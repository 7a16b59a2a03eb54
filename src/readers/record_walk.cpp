#include "readers/record_walk.h"

#include <algorithm>
#include <cstddef>

namespace assay {
namespace {

enum class At : std::uint8_t { cell_start, plain, quoted, behind_quote };

/// The length of the line end at `i`, 0 where there is none.
std::size_t line_end(std::string_view bytes, std::size_t i, LineEnds ends) {
  if (bytes[i] == '\n') return 1;
  if (bytes[i] != '\r') return 0;
  if (i + 1 < bytes.size() && bytes[i + 1] == '\n') return 2;
  return ends == LineEnds::cr ? 1 : 0;
}

}  // namespace

RecordWalk walk_record(std::string_view bytes, std::uint64_t start, char separator, LineEnds ends) {
  RecordWalk walk;
  At at = At::cell_start;
  const std::size_t stop = std::min(bytes.size(), static_cast<std::size_t>(start + longest_record + 1));
  for (std::size_t i = start; i < stop; ++i) {
    const char c = bytes[i];
    walk.null_byte |= c == '\0';
    if (at == At::quoted) {
      if (c == '"') at = At::behind_quote;
      continue;
    }
    if (const std::size_t length = line_end(bytes, i, ends); length != 0) {
      walk.end = i;
      walk.next = i + length;
      return walk;
    }
    if (c == separator) {
      ++walk.columns;
      at = At::cell_start;
    } else if (c == '"' && at != At::plain) {
      at = At::quoted;  // opens a cell, or is the second of a doubled quote
    } else {
      walk.stray_quote |= c == '"' || at == At::behind_quote;
      walk.lone_return |= c == '\r';
      at = At::plain;
    }
  }
  walk.end = walk.next = stop;
  walk.too_long = stop < bytes.size() || stop - start > longest_record;
  walk.unclosed = at == At::quoted;
  return walk;
}

}  // namespace assay
