#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay {

/// Which bytes end a record outside quotes. A file that has LF keeps a lone CR as an error in a cell; in a file whose
/// header ends in a lone CR, each of CR, LF and CR LF ends a record.
enum class LineEnds : std::uint8_t { lf, cr };

/// One record as the grammar of RFC 4180 reads it, byte by byte.
struct RecordWalk {
  std::uint64_t end = 0;      ///< of the record's text
  std::uint64_t next = 0;     ///< behind its line end: where the next record begins
  std::uint64_t columns = 1;  ///< number of cells
  bool unclosed = false;      ///< a quote is open at the end of the bytes
  bool stray_quote = false;   ///< a quote within an unquoted cell, or text behind a closing quote
  bool lone_return = false;   ///< a CR outside quotes that ends no line
  bool null_byte = false;
  bool too_long = false;  ///< longer than longest_record; the walk stopped there

  [[nodiscard]] bool sound() const { return !unclosed && !stray_quote && !lone_return && !null_byte && !too_long; }
};

/// Walks the record that begins at `start`. A stray quote is text: it neither opens nor closes anything, so a broken
/// record ends at the first line end behind the break. Stops behind longest_record bytes with `too_long`.
RecordWalk walk_record(std::string_view bytes, std::uint64_t start, char separator, LineEnds ends);

constexpr std::uint64_t longest_record = std::uint64_t{16} << 20;
constexpr std::uint64_t most_columns = 10'000;

}  // namespace assay
