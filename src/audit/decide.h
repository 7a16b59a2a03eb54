#pragma once

#include "audit/audit.h"

namespace assay {

/// Of two reasons to stop the one that counts: 70 > 9 > 8 > 7 > 10 > 6 > 5 > 4 > 1 > 3 > 0; a usage error is above
/// all but an internal one.
Exit graver(Exit a, Exit b);

/// The verdict and the exit code of an evaluated audit, and the counts they rest on. Throws Failure(internal) when
/// the findings do not account for the verdicts: exit 0 must be a proof.
void decide(const AuditRequest& request, bool refused, Audit& audit);

}  // namespace assay
