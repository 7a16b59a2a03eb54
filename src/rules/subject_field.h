#pragma once

#include <optional>
#include <string>

#include "rules/condition.h"

namespace assay {

/// The field of this name, which must be of a type and stand in the row of the parser's subject. Nothing after a
/// diagnostic at `node`, with the nearest name that would do.
std::optional<Field> subject_field(const ConditionParser& parser, const YamlNode& node, const std::string& name,
                                   FieldType type);

}  // namespace assay
