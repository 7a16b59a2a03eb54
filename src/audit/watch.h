#pragma once

#include <vector>

#include "audit/audit.h"
#include "screening/screening.h"

namespace assay {

/// Reads the watch lists of the request, or those that a kept audit was compared with, and adds that of the packs.
/// What was read is kept in the audit. True when none was refused; what is wrong with them is said in the
/// diagnostics.
bool read_watch_lists(const AuditRequest& request, Audit& audit, std::vector<WatchList>& lists);

}  // namespace assay
