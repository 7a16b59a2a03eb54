#pragma once

#include "graph/vocabulary.h"

namespace assay {

/// Whether some table that is read today feeds the relation, so that a path can follow it. A rule may name others for
/// the tables to come: they have no effect yet, so no test can tell a rule without them from the rule as it is.
bool is_fed(Relation relation);

}  // namespace assay
