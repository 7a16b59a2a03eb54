#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "rules/rule.h"
#include "rules/yaml.h"

namespace assay {

/// Whether a text may be the id of a rule: 3 to 64 small letters, digits and hyphens, a letter first.
bool is_rule_id(std::string_view id);

struct PackContext;

/// One rule from its document. False after diagnostics; then the rule must not be used. Without a context there is no
/// table of a pack that it could name.
bool read_rule(const YamlDocument& document, Rule& rule, Diagnostics& diagnostics,
               const PackContext* context = nullptr);

/// Words in braces of a message, or what is wrong with it: {subject.id}, {subject.name}, {path.hops}, {target.name},
/// the fields of the subject's row, and {row.column} of a table that the rule asks.
std::string check_message(const Rule& rule);

}  // namespace assay
