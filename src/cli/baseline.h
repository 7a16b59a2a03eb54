#pragma once

#include <optional>

#include "cli/command.h"
#include "tables/kept_file.h"

namespace assay {

/// --baseline FILE|AUDIT
Option baseline_option();

/// The JSON report that --baseline names: a file, or by its number an audit of the store that --db names; a file that
/// is called like a number is named as ./12. Nothing without --baseline. Throws Failure(usage) when there is no such
/// file or audit, or a number without --db; what Store throws, for a store that cannot be read.
std::optional<KeptFile> baseline_of(const Arguments& arguments);

}  // namespace assay
