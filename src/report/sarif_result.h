#pragma once

#include <cstddef>

#include "report/clear.h"
#include "report/json.h"
#include "report/report.h"

namespace assay {

/// One finding as a result of SARIF 2.1.0: a flag is a failure, an open question is open, or for review where names
/// are alike.
Json sarif_result(const Audit& audit, std::size_t number);

/// A clear verdict as a result that passed, with what it rests on.
Json sarif_pass(const Audit& audit, const ClearVerdict& clear);

/// A finding that only the baseline has, as a result that is absent: nothing that anybody has to mend.
Json sarif_gone(const Audit& audit, const GoneFinding& gone);

/// What GitHub orders flags by, a score from 0.0 to 10.0 as a text.
std::string_view security_severity(Severity severity);
/// The level of SARIF for flags of a severity.
std::string_view sarif_level(Severity severity);

}  // namespace assay
