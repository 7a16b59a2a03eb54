#pragma once

#include "audit/audit.h"

namespace assay {

/// Which rules are asked, by number: those selected by id or theme (all where nothing is selected), without those
/// ignored. Throws Failure(usage) for a word that is neither an id nor a theme, with the nearest one.
std::vector<bool> selected_rules(const Rules& rules, const std::vector<std::string>& select,
                                 const std::vector<std::string>& ignore);

}  // namespace assay
