#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace assay {

/// What an assay.yaml may hold besides `scope`: the options of `assay audit`, and what is no option of it. A key is
/// the name of its option without "--"; of a switch "--no-x" also `x`.
std::vector<Option> configuration_keys();

/// The nearest assay.yaml in the folder of the first input and those above it, up to the first that holds a .git,
/// the home folder or the root, these included; empty for none. As seen from the current folder, or whole where the
/// input was named so. What is named assay.yaml and is no file is passed over.
std::string find_configuration(const std::string& first_input, const std::string& home);

/// The options in an assay.yaml, in the order in which `assay audit` lists them, each with its place; paths as seen
/// from the current folder. What is no option goes by its keys: "require", "scope.company",
/// "scope.importer-of-record", "scope.jurisdictions", "scope.period.from" and "scope.period.to" (days). Every mistake
/// is a diagnostic with a caret; what is returned may be used only if there is none. Throws Failure(io) when the file
/// cannot be read.
std::vector<Given> read_configuration(const std::string& file, Diagnostics& mistakes);

}  // namespace assay
