#pragma once

#include "readers/reading.h"

namespace assay {

/// Reads a delimited text (CSV and its kin): what the bytes are, how they are written, what the header says, where
/// the records are. Every row has one fate; every mistake is a diagnostic. Refused: no delimited text, not UTF-8 in
/// the header or in more than half the rows, a header that cannot be read or is not the first line, two columns for
/// one field, more than half the rows unsound, and, when the file itself was named, no table that is known; in a
/// folder such a file is quarantined. Throws Failure(limit) for a record beyond the limits of record_walk.h.
Reading read_delimited(const Source& source, Diagnostics& diagnostics);

}  // namespace assay
