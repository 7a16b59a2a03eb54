#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace assay {

/// The worst that a flag of the rule can be: of its ladder, or its one word.
Severity highest_severity(const Rule& rule);

/// "high", or "critical or high" for a ladder.
std::string severity_words(const Rule& rule);

/// "high in the border zone, medium for exposed countries and goods, else low", or one word.
std::string gap_words(const GapLadder& gap);

/// The instrument with its paragraph, as a reader cites it.
std::string citation_words(const Citation& citation);

/// What the theme is about, a few words; the theme itself where the pack knows one that the program does not.
std::string_view theme_words(std::string_view theme);

/// All themes, in the order of reports.
std::vector<std::string_view> theme_names();

}  // namespace assay
