#pragma once

#include <cstdint>
#include <string>

namespace assay {

/// A position in a text file, counted from 1 as an editor shows it; 0 means "the whole file" (line) or "the whole
/// line" (column). The column counts code points, not bytes.
struct Location {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Location&, const Location&) = default;
  friend auto operator<=>(const Location&, const Location&) = default;
};

}  // namespace assay
