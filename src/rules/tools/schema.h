#pragma once

#include <string>

namespace assay {

/// The JSON Schema (draft-07) of a rule file, for editors: a line feed at the end, members in a fixed order. It is
/// made of the keys (rule_keys.h) and of the schemas of the conditions. A file that the loader accepts satisfies it;
/// the loader refuses more. Definitions that a condition may refer to: condition, text, texts, severity, gap, theme,
/// subject, and what may be asked of a field by its type: country_test, date_test, number_test, code_test, text_test.
std::string rule_schema();

}  // namespace assay
