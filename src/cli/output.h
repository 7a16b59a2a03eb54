#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/command.h"
#include "report/report.h"

namespace assay {

/// One report that was asked for.
struct Output {
  const Writer* writer = nullptr;
  std::string file;  ///< empty or "-": standard output
};

/// Pairs each --output with the --format beside it: the one before it that has none yet, else the next one; without
/// any it is text. A format without a file goes to standard output. Throws Failure(usage) when two reports would go
/// to one place.
std::vector<Output> outputs_of(const Arguments& arguments);

/// Writes to a file beside the target and renames it, so that the target is the whole report or what it was before;
/// what is no regular file (a device, a pipe) is written to as it is. Throws Failure(io).
void write_file(const std::string& file, const std::function<void(std::ostream&)>& write);

}  // namespace assay
