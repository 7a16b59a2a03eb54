#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "tables/kept_file.h"
#include "tables/tables.h"

namespace assay {

/// A file or a folder as the user named it, or bytes that a test holds.
struct Input {
  std::string path;
};

struct ReadResult {
  Tables tables;
  bool refused = false;  ///< an input that was named explicitly, or a broken one in a folder, was refused (exit 4)
  std::vector<KeptFile> kept;  ///< what was read or passed over; read_kept() makes the same of it
};

/// Reads all inputs into tables. A folder is read whole, sub-folders too, hidden files not; what is no table there is
/// ignored with a note, a CSV that feeds no known table is quarantined with a warning; named explicitly it is
/// refused. Throws Failure(io) when a path does not exist or cannot be read. Every mistake is a Diagnostic. Files are
/// ordered by name, so that the order of the arguments does not show.
ReadResult read_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// The same from what an earlier audit kept; files of packs are passed over. No file of the machine is opened.
ReadResult read_kept(const std::vector<KeptFile>& kept, Diagnostics& diagnostics);

/// The same for texts in memory (name, text): tests and the tests of rules. No file of the machine is opened.
ReadResult read_texts(const std::vector<std::pair<std::string, std::string>>& texts, Diagnostics& diagnostics);

}  // namespace assay
