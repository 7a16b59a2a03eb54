#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace assay {

/// What the words ask for.
struct Parsed {
  enum class Wish { run, help, version, nothing };
  Wish wish = Wish::nothing;
  const Command* command = nullptr;  ///< null for the help of the program itself
  Arguments arguments;
};

/// Throws Failure(usage) for what is no command, option or allowed value, with the nearest one that is.
Parsed parse_words(const std::vector<std::string>& words);

}  // namespace assay
