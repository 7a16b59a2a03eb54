#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "readers/read.h"
#include "readers/scan.h"

namespace assay::testing {

/// A result with what was said on the way.
struct Read {
  ReadResult result;
  Diagnostics diagnostics;

  [[nodiscard]] const InputFile& file() const { return result.tables.files.at(0); }
  [[nodiscard]] LedgerEntry ledger() const { return ledger_of(result.tables).at(0); }
  /// Whether some diagnostic of the level holds the words in its message or hint.
  [[nodiscard]] bool says(Level level, std::string_view words) const;
  /// "suppliers shipments", in order.
  [[nodiscard]] std::string kinds() const;
  /// The header that feeds a field; empty when none does.
  [[nodiscard]] std::string header_of(Field field) const;
  /// The texts of a field in the rows that are used, joined with '|'.
  [[nodiscard]] std::string column(Field field) const;
};

Read read_text(std::string text, std::string name = "test.csv");
Read read_paths(const std::vector<std::string>& paths);

/// Only the scan, with the header's width, for any columns: sniffed dialect, first line as header.
InputFile scan_text(std::string text);

/// The unquoted cells of a record.
std::vector<std::string> cells_of_record(const InputFile& file, std::uint32_t record);

/// The reference material beside the checkout; empty where it is absent.
std::filesystem::path shared_folder();

/// A folder of its own for a test, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string operator/(std::string_view name) const { return (path_ / name).string(); }
  /// Writes a file, and the folders above it.
  std::string write(std::string_view name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

}  // namespace assay::testing
