#include <algorithm>

#include "base/failure.h"
#include "tables/tables.h"

namespace assay {

namespace {

[[noreturn]] void fail(const InputFile& file, const std::string& what) {
  throw Failure(Exit::internal, "the ledger of " + file.name + " does not balance: " + what);
}

/// Excluded records must stand in order, once each, with a fate that excludes; else a row would have two fates.
void check_excluded(const InputFile& file) {
  const auto& excluded = file.excluded;
  for (std::size_t i = 0; i < excluded.size(); ++i) {
    if (excluded[i].record >= file.rows()) fail(file, "a record is excluded that is not in the file");
    if (excluded[i].fate == Fate::used) fail(file, "a record is excluded and used");
    if (i > 0 && excluded[i - 1].record >= excluded[i].record) fail(file, "a record is excluded twice");
  }
}

/// Each record takes at least one byte and begins where the one before it ends.
void check_offsets(const InputFile& file) {
  const auto& records = file.records;
  if (records.empty()) return;
  if (records.front() < file.header_offset || records.back() > file.bytes.view().size())
    fail(file, "records lie outside the file");
  if (std::ranges::adjacent_find(records, std::greater_equal{}) != records.end()) fail(file, "records overlap");
  if (file.line_of_block.size() < (file.rows() + records_per_block - 1) / records_per_block)
    fail(file, "records without a line");
}

/// Where the header's line ends, for a file without records.
std::size_t end_of_header(const InputFile& file) {
  const std::string_view text = file.bytes.view();
  bool quoted = false;
  std::size_t at = file.header_offset;
  for (; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (!quoted && (text[at] == '\n' || text[at] == '\r')) break;
  }
  return at;
}

/// What stands before the records, the records, and the blank lines behind them.
std::uint64_t accounted_bytes(const InputFile& file) {
  const std::string_view text = file.bytes.view();
  const std::size_t end = file.records.empty() ? end_of_header(file) : file.records.back();
  const std::size_t text_behind = text.find_first_not_of(" \t\r\n", end);
  return text_behind == std::string_view::npos ? text.size() : text_behind;
}

LedgerEntry entry_of(const InputFile& file) {
  LedgerEntry entry;
  entry.file = file.name;
  entry.rows = file.rows();
  entry.bytes = file.bytes.view().size();
  if (file.refused) {
    entry.rejected = entry.rows;
    entry.accounted_bytes = entry.bytes;  // all of it is refused
    return entry;
  }
  check_excluded(file);
  check_offsets(file);
  entry.accounted_bytes = accounted_bytes(file);
  if (file.quarantined) {
    entry.quarantined = entry.rows;
    return entry;
  }
  for (const Excluded& excluded : file.excluded)
    ++(excluded.fate == Fate::rejected ? entry.rejected : entry.quarantined);
  entry.used = entry.rows - file.excluded.size();
  return entry;
}

}  // namespace

std::vector<LedgerEntry> ledger_of(const Tables& tables) {
  std::vector<LedgerEntry> ledger;
  for (const InputFile& file : tables.files) {
    const LedgerEntry entry = entry_of(file);
    if (entry.rows != entry.used + entry.rejected + entry.quarantined) fail(file, "rows without a fate");
    if (entry.bytes != entry.accounted_bytes) fail(file, "bytes that belong to no record");
    ledger.push_back(entry);
  }
  return ledger;
}

}  // namespace assay
