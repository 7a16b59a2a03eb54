#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tables/kept_file.h"

namespace assay {

/// What a store says of an audit without its files.
struct AuditHead {
  std::uint64_t number = 0;  ///< from 1, without gaps; given by save()
  std::string program;       ///< version of the program that made it
  std::string as_of;         ///< a day, 2017-11-01
  std::string verdict;
  int exit_code = 0;
  std::uint64_t flags = 0;
  std::uint64_t questions = 0;
  std::uint64_t rows = 0;  ///< of all inputs, whatever became of them
  std::uint64_t files = 0;
  std::string report_digest;  ///< SHA-256 of the JSON report; hex
  std::string head;           ///< SHA-256 over all of this, options, files and the head of the audit before; hex
};

/// An audit with all that is needed to make it again.
struct KeptAudit {
  AuditHead is;
  std::vector<std::pair<std::string, std::string>> options;  ///< "--as-of", "2017-11-01": those that count, in order
  std::vector<KeptFile> files;                               ///< of packs, then inputs
  std::string report;                                        ///< the JSON report
};

/// Audits in one file of SQLite. Each is one transaction: after a crash it is there whole or not at all. Equal bytes
/// are kept once, by their SHA-256. Whatever is read is checked: the layout of the file, the head of the audit and of
/// the one before it, the digest of each file.
///
/// Every function throws Failure: (integrity) for a file that is no store, of a newer version, damaged or changed;
/// (store_busy) when another program writes for more than five seconds; (io) for what the machine refuses.
class Store {
 public:
  /// Opens a store that exists, to be read.
  static Store open(const std::string& path);
  /// Opens a store to be written, and makes it (readable by its owner alone) where there is none.
  static Store open_or_create(const std::string& path);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  /// Keeps the audit and sets its number, digests and head. Throws Failure(io) when the bytes of a file are no longer
  /// those of its digest.
  void save(KeptAudit& audit);
  /// In order of number.
  [[nodiscard]] std::vector<AuditHead> list() const;
  /// Throws Failure(usage) when there is no audit of that number.
  [[nodiscard]] KeptAudit load(std::uint64_t number) const;
  /// Without the bytes of its files and its report.
  [[nodiscard]] KeptAudit load_without_bytes(std::uint64_t number) const;

 private:
  struct Open;
  explicit Store(std::unique_ptr<Open> open);
  std::unique_ptr<Open> open_;
};

}  // namespace assay
