#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "report/report.h"
#include "rules/rule.h"

namespace assay {

struct AuditRequest {
  std::vector<std::string> inputs;
  std::vector<std::string> rule_packs;      ///< folders that replace the shipped pack (first) or add to it
  std::optional<Date> as_of;                ///< default: today; the only place where the clock is read
  std::vector<std::string> select, ignore;  ///< rule ids or themes
  std::vector<std::string> require;         ///< rule ids that are required besides those of the packs
  std::vector<std::string> lists;           ///< snapshots of watch lists: PATH or PATH@DATE
  StatedScope scope;
  std::optional<Severity> fail_on = Severity::high;  ///< nothing: never
  std::optional<Gap> fail_on_open = Gap::low;        ///< nothing: never
  std::optional<std::uint64_t> expect_rows;          ///< of all inputs together, whatever became of them
  bool include_clear = false;
  unsigned jobs = 1;  ///< threads; the report is the same for any number
  /// The JSON report of an earlier audit: only flags and questions that are new or worse count for the exit code.
  std::optional<KeptFile> baseline;
  /// What an earlier audit was made from; read in place of `inputs` and `rule_packs`, so that no file is opened.
  const std::vector<KeptFile>* again = nullptr;
};

/// Reads, evaluates, and decides the exit code. The returned audit is what reports are written from (report.h).
/// Failure for what the machine refuses, and for a rule or theme that no pack has (usage); packs that are refused
/// give an audit with exit rules_refused and diagnostics.
std::unique_ptr<Audit> run_audit(const AuditRequest& request);

/// Evidence is read from the inputs while it is written. Throws Failure(io) when one of them is no longer what it
/// was; to be called once more when all reports are written.
void check_inputs_unchanged(const Audit& audit);

}  // namespace assay
