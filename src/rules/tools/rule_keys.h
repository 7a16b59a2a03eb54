#pragma once

#include <span>
#include <string_view>

namespace assay {

/// A key of a rule file, as the schema and the manual know it.
struct RuleKey {
  std::string_view name;
  bool required = false;    ///< of flag_when and gap_when exactly one is
  std::string_view schema;  ///< JSON Schema of its value, draft-07, as text
  std::string_view says;    ///< one sentence
};

/// The keys at the top of a rule file, in the order in which rules are written.
std::span<const RuleKey> rule_keys();
/// The keys of an entry of `tests`.
std::span<const RuleKey> test_keys();

}  // namespace assay
