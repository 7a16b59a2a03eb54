#pragma once

#include <span>
#include <string>
#include <string_view>

#include "reference/data_table.h"
#include "rules/evaluator.h"
#include "rules/rule.h"
#include "rules/yaml.h"

namespace assay {

/// What a rule may name in its pack.
struct PackContext {
  std::string pack;                    ///< its id; empty when it is not known
  const DataTables* tables = nullptr;  ///< tables of all packs; null: none
  bool tables_known = true;            ///< false: a pack is refused already, and its tables were not read
};

/// What a condition needs to know while it is parsed.
struct ConditionParser {
  const YamlDocument& document;
  SubjectKind subject;
  Diagnostics& diagnostics;
  const YamlNode* let = nullptr;  ///< the rule's own tables and lists by name; null when it has none
  unsigned depth = 0;
  const PackContext* context = nullptr;  ///< null: the rule stands alone

  /// One condition: a map with exactly one key that names its kind. False after a diagnostic.
  bool parse(const YamlNode& node, Condition& out) const;
  void complain(const YamlNode& at, std::string message, std::string hint = {}) const {
    diagnostics.push_back(document.complain(at, std::move(message), std::move(hint)));
  }
};

/// A kind of condition: one file in src/rules/conditions, one line in conditions.cpp.
struct ConditionKind {
  std::string_view name;  ///< its key in a rule
  std::string_view says;  ///< one line for the manual
  bool (*parse)(const ConditionParser& parser, const YamlNode& value, Condition& out);
  /// Null: each subject is asked by itself, with `at`. Only of those `among` is anything asked: what the answer says
  /// of others means nothing.
  Answer (*answer)(const Condition& condition, const Evaluator& evaluator, SubjectKind kind, const Bits& among);
  Truth (*at)(const Condition& condition, const Evaluator& evaluator, SubjectKind kind, std::uint32_t subject);
  void (*explain)(const Condition& condition, const Evaluator& evaluator, SubjectKind kind, std::uint32_t subject,
                  Truth truth, Grounds& out);
  /// The JSON Schema (draft-07) of the key's value, as text: it may refer to #/definitions of tools/schema.h. Null:
  /// editors accept anything there.
  std::string (*schema)() = nullptr;
};

std::span<const ConditionKind* const> condition_kinds();

extern const ConditionKind all_condition;
extern const ConditionKind any_condition;
extern const ConditionKind not_condition;
extern const ConditionKind where_condition;
extern const ConditionKind path_condition;
extern const ConditionKind at_least_condition;
extern const ConditionKind holds_condition;
extern const ConditionKind statistic_condition;
extern const ConditionKind benchmark_condition;
extern const ConditionKind count_condition;
extern const ConditionKind sum_condition;
extern const ConditionKind owned_by_condition;
extern const ConditionKind name_match_condition;
extern const ConditionKind holds_share_of_condition;
extern const ConditionKind cycle_condition;
extern const ConditionKind sequence_condition;
extern const ConditionKind passed_on_condition;

/// Whether a condition is of a kind, or has a part that is.
bool has_kind(const Condition& condition, const ConditionKind& kind);
extern const ConditionKind in_table_condition;
extern const ConditionKind measure_condition;
extern const ConditionKind production_condition;
extern const ConditionKind capacity_condition;
/// A key of a rule and none of condition_kinds(): the days on which the rule is in force.
extern const ConditionKind effective_condition;

/// Whether some `in_table` of the condition, its parts included, has the column, so that a message may name it.
bool names_column(const Condition& condition, std::string_view column);

/// Ids and themes of the rules that a condition asks for, its parts included.
void gather_holds(const Condition& condition, std::vector<std::string>& rules, std::vector<std::string>& themes);

}  // namespace assay
