#pragma once

#include <string>
#include <vector>

#include "report/layout.h"
#include "report/report.h"

namespace assay {

/// Whether the step leads from one thing to another; if not, it says something of one thing by itself.
bool joins(const EvidenceStep& step);

/// "Trader T --sold_by--> Musan Mine", or the step's sentence where it joins no two things.
std::string step_words(const EvidenceStep& step);

/// The words of a report for a step's kind: edge, attribute, list, reference, computed.
std::string_view to_string(EvidenceStep::Kind kind);

/// Where the row of a pack's table stands that a step rests on: "dprk/measures:131"; the entry of a list:
/// "ofac-sdn:23156". Empty for a step of a cell.
std::string reference_place(const EvidenceStep& step);

/// The steps of a proof, one a line, places and cells in columns. Of a long proof the middle is left out and counted
/// when `most` is not zero. Each line begins with `indent` and ends with a line feed.
std::string step_table(const Tables& tables, const std::vector<EvidenceStep>& steps, std::string_view indent,
                       std::size_t most = 0);

/// The step whose cell decides: the last that has one. Null when none has.
const EvidenceStep* decisive(const std::vector<EvidenceStep>& steps);

/// "UNSCR 2371 (2017), para 8; …": what a rule rests on. Empty when it cites nothing.
std::string basis_text(const Rule& rule);

/// "UN: UN-2371-8 barred; EU: not named": what the law of each jurisdiction says. Empty for none. A row that was not
/// read in a law says so: "as reported", "a lead of the project".
std::string law_text(const std::vector<LawEntry>& law);

}  // namespace assay
