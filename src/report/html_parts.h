#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace assay {

/// The head of the page: its title, its style, and a policy that forbids scripts and everything from elsewhere.
void html_head(std::string_view title, std::ostream& out);

/// The chain as boxes with arrows between them, from the subject to what was found. Steps that do not follow on each
/// other begin a new line of boxes. Nothing when no step joins two things.
void html_path(const std::vector<EvidenceStep>& steps, std::ostream& out);

/// The steps of a proof as a table: what each says, and the cell that says so.
void html_steps(const Tables& tables, const std::vector<EvidenceStep>& steps, std::ostream& out);

/// What a rule rests on, with links where it names a page.
void html_basis(const Rule& rule, std::ostream& out);

/// "<dt>title</dt><dd>text</dd>", escaped; nothing for an empty text.
void html_term(std::string_view title, std::string_view text, std::ostream& out);

}  // namespace assay
