#pragma once

#include "base/date.h"

namespace assay {

/// The day in UTC, so that the place of the machine does not show. The only reading of the clock: it is the default
/// of --as-of, and nothing else may depend on it.
Day today();

}  // namespace assay
