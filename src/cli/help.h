#pragma once

#include <string>

#include "cli/command.h"

namespace assay {

/// What the program does, its commands and examples: the first thing that a user sees.
std::string program_help();

/// Usage, options and examples of one command.
std::string command_help(const Command& command);

}  // namespace assay
