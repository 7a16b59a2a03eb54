#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace assay {

/// Steps as a tree below the subject: what a step leads to hangs under what it leads from. Each step has a line for
/// what it says and one for the cell that says so. Lines begin with `indent`, end with a line feed.
std::string proof_tree(const Tables& tables, const Entity& subject, const std::vector<EvidenceStep>& steps,
                       std::string_view indent);

}  // namespace assay
