#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/comparison.h"
#include "tables/field.h"

namespace assay {

/// A flag or an open question as an earlier JSON report has it.
struct EarlierFinding {
  std::string id, fingerprint, path_fingerprint, rule, message;
  std::string severity;  ///< as written: of a flag a Severity, of a question a Gap
  Verdict verdict = Verdict::flagged;
  std::string subject_kind, subject_id, subject_name;
  std::string missing_field;       ///< of a question: what is not known first; may be empty
  std::vector<std::string> waits;  ///< of a question: the rules that wait for it, sorted
};

/// What a later audit compares itself with.
struct EarlierReport {
  struct Pack {
    std::string id, version, digest;
  };
  std::string name;  ///< as diagnostics show it
  std::string as_of;
  std::vector<Pack> packs;
  std::vector<TableKind> tables;         ///< that its inputs had
  std::vector<Field> columns;            ///< that its inputs had
  std::vector<EarlierFinding> findings;  ///< flags and questions, in its order; clear verdicts are left out
};

/// Reads a JSON report (assay-audit/1). Throws Failure(usage), which says what is wrong, for anything else: no JSON,
/// cut short, another format, a report of an audit that examined nothing, a finding that lacks what is compared. A
/// table or column of a name that this program does not know is passed over.
EarlierReport read_earlier_report(std::string_view text, std::string name);

}  // namespace assay
