#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"

namespace assay {

/// The program: arguments in, exit code out. Prepares the process (signals, standard streams) and runs.
int run_program(int argc, char** argv);

/// The same on streams that the caller holds; `words` are the arguments without the program's name. Throws nothing.
int run_words(const std::vector<std::string>& words, Terminal& terminal);

}  // namespace assay
