#pragma once

#include <memory>

#include "audit/audit.h"
#include "cli/command.h"

namespace assay {

/// The options that say what is audited and by which rules; audit, explain and why-not share them.
std::vector<Option> request_options();
/// The options that say what is shown on the terminal.
std::vector<Option> display_options();

/// The request that the arguments make, with those that assay.yaml added; `first_input` operands stand before the
/// inputs.
AuditRequest request_of(const Arguments& arguments, std::size_t first_input = 0);

WriteOptions write_options_of(const Arguments& arguments, const Terminal& terminal, bool to_terminal);

/// The value of --as-of. Throws Failure(usage) for what is no whole day.
Date as_of_from(const std::string& text);

/// Runs the audit, with progress if stderr is a terminal; says on stderr what is wrong with inputs and rules, and the
/// timings if they are asked for.
std::unique_ptr<Audit> run_and_tell(const Arguments& arguments, std::size_t first_input, Terminal& terminal);

/// Diagnostics on stderr: all with --verbose, only errors with --quiet, else the first 20 of the rest counted.
void tell(const Diagnostics& diagnostics, const Arguments& arguments, Terminal& terminal);

}  // namespace assay
