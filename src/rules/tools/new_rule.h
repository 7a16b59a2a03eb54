#pragma once

#include <string>
#include <string_view>

#include "graph/vocabulary.h"

namespace assay {

/// A rule file with a comment at each key and three tests, which lints and whose tests pass: something to change step
/// by step. For shipments or groups of workers; of any other kind it is about shipments.
std::string new_rule(std::string_view id, SubjectKind subject);

}  // namespace assay
