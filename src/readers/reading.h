#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "readers/source.h"
#include "tables/tables.h"

namespace assay {

/// What a format's reader makes of one source: the file with its records, and the tables that it feeds (their
/// file number is set by the caller). A refused or quarantined file feeds none.
struct Reading {
  InputFile file;
  std::vector<Table> tables;
};

/// Marks the file refused and says why. What was found of its records stays, so that they are counted as rejected.
void refuse(Reading& reading, Diagnostics& diagnostics, Location at, std::string message, std::string hint);

}  // namespace assay
