#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/location.h"

namespace assay {

/// Bytes of a file, mapped read-only, or held in memory for a test or a pack. Copies share them.
class Bytes {
 public:
  Bytes() = default;
  explicit Bytes(std::string held);
  /// Maps a regular file to be read from front to back. Throws Failure(io) when it cannot be opened; a FIFO, a device
  /// or a folder is refused.
  static Bytes map(const std::string& path);
  /// Throws Failure(io) when the mapped file's size or time is no longer what it was when it was mapped.
  void check_unchanged() const;
  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  struct Mapping;
  std::shared_ptr<const Mapping> mapping_;
  std::shared_ptr<const std::string> held_;
  std::string_view view_;
};

/// How the records of a delimited file are written.
struct Dialect {
  char separator = ',';
  bool byte_order_mark = false;
  bool sep_line = false;  ///< the first line is `sep=;`
};

/// One cell of a record. `raw` is what stands between the separators, with its quotes.
struct RawCell {
  std::string_view raw;

  [[nodiscard]] bool quoted() const { return !raw.empty() && raw.front() == '"'; }
};

/// The text of a cell without its quotes, doubled quotes single. A view into the file where it needs no change,
/// else into `scratch`, which the next call with the same scratch overwrites.
std::string_view text_of(RawCell cell, std::string& scratch);

/// The first cell of a record; `rest` becomes what stands behind its separator, at_end tells that there was none.
RawCell take_cell(std::string_view& rest, char separator, bool& at_end);

/// Splits one well-formed record (as the reader marked it used) into cells. Reuses the vector. An empty record has
/// one empty cell.
void split_record(std::string_view record, char separator, std::vector<RawCell>& cells);

/// What became of a record that is not used.
enum class Fate : std::uint8_t { used, rejected, quarantined };

struct Excluded {
  std::uint32_t record = 0;  ///< from 0
  Fate fate = Fate::rejected;
  std::string reason;
};

/// A delimited file as read: where each record is, and what became of it. Nothing is copied.
struct InputFile {
  std::string name;  ///< relative to what the user named, with `/`; no path of the machine
  Bytes bytes;
  Digest digest{};
  Dialect dialect;
  std::vector<std::string> headers;          ///< as written
  std::vector<std::uint64_t> records;        ///< offset of each data record, in file order; one more for the end
  std::vector<std::uint32_t> line_of_block;  ///< physical line of the first byte of records 0, 4096, 8192 …
  std::uint32_t header_line = 1;
  std::uint64_t header_offset = 0;
  std::vector<Excluded> excluded;  ///< sorted by record
  std::uint64_t blank_lines = 0;
  bool refused = false;      ///< nothing of it is used; the diagnostics say why
  bool quarantined = false;  ///< readable, but no table that is known: every row is quarantined

  [[nodiscard]] std::size_t rows() const { return records.empty() ? 0 : records.size() - 1; }
  [[nodiscard]] Fate fate(std::uint32_t record) const;
  /// The physical line, from 1, on which a record begins.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t record) const;
  /// The header as it stands in the file, without its line end.
  [[nodiscard]] std::string_view header() const;
  /// The bytes of a record without its line end and the blank lines behind it.
  [[nodiscard]] std::string_view record(std::uint32_t record) const;
};

constexpr std::uint32_t records_per_block = 4096;

}  // namespace assay
