#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "reference/reference.h"

namespace assay {

/// A cell of a pack's table and where its text begins.
struct PackCell {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A row, its cells in the order of the columns that were asked for.
using PackRow = std::vector<PackCell>;

/// A table of a pack: RFC 4180 in UTF-8 with LF, no blank lines, no line break within a cell, a closed set of
/// columns. The pack's tables are the project's own or an expert's: whatever is odd is a mistake, nothing is guessed.
struct PackTable {
  std::string file;
  std::vector<std::string> lines;  ///< for the excerpts of diagnostics
  PackRow header;                  ///< as the file has it; empty when it is refused
  std::vector<PackRow> rows;

  [[nodiscard]] Diagnostic complain(const PackCell& at, std::string message, std::string hint = {}) const;
};

/// Rows with a mistake are left out, each with a diagnostic.
PackTable read_pack_table(const PackFile& file, const std::vector<std::string_view>& columns,
                          Diagnostics& diagnostics);

/// The same for a table of any columns: rows have the cells in the order of the file, `header` the names, which are
/// small letters, digits and underscores, each once.
PackTable read_whole_table(const PackFile& file, Diagnostics& diagnostics);

/// The index of the word in the list; a diagnostic with a suggestion, and `words.size()`, when it is none of them.
std::size_t read_word(const PackTable& table, const PackCell& cell, const std::vector<std::string_view>& words,
                      Diagnostics& diagnostics);

/// Checks the status column of a row against the statuses that a fact of a pack may have.
void check_status(const PackTable& table, const PackCell& cell, Diagnostics& diagnostics);

/// The texts of a cell that holds several, separated by semicolons; trimmed, empty ones dropped.
std::vector<std::string> texts_of(const PackCell& cell);

}  // namespace assay
