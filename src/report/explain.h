#pragma once

#include <optional>
#include <ostream>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace assay {

/// The proof of a flag as a tree, every step with its cell; or of an open question what is missing, whom to ask, and
/// what each answer would change. `finding` is a place in Evaluation::findings.
void write_explanation(const Audit& audit, std::size_t finding, const WriteOptions& options, std::ostream& out);

/// What one rule found in one subject: the proof, the causes that leave it open, or what the clear verdict rests on.
void write_why_not(const Audit& audit, std::uint16_t rule, std::uint32_t subject, const WriteOptions& options,
                   std::ostream& out);

/// The findings that a word names: F-3 by its number, else all whose fingerprint begins with it (at least four
/// characters). Places in Evaluation::findings.
std::vector<std::size_t> find_findings(const Audit& audit, std::string_view word);

}  // namespace assay
