#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "audit/audit.h"
#include "store/store.h"

namespace assay {

/// An audit as a store keeps it: its JSON report, what it was made from, and the options that count. The audit must
/// have been evaluated. Number, head and digest of the report are given by Store::save().
KeptAudit kept_audit(const Audit& audit, std::string program,
                     std::vector<std::pair<std::string, std::string>> options);

/// An audit that was made again from what was kept.
struct Again {
  std::unique_ptr<Audit> audit;
  /// The first line, from 1, of the JSON report that is not what it was; 0 when they are the same bytes.
  std::size_t differs_in_line = 0;
};

/// Runs the whole route over the kept files; none of the machine is opened. `request` holds the options. `kept` must
/// outlive the call only. Throws what run_audit() throws, and Failure(integrity) where no rule pack was kept.
Again make_again(const KeptAudit& kept, AuditRequest request);

}  // namespace assay
