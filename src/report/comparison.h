#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace assay {

/// How a finding stands to the baseline.
enum class SinceBaseline : std::uint8_t {
  added,     ///< the baseline has none of this rule and subject
  worse,     ///< it has, but less grave: a lower severity or gap, or fewer rules that waited for the answer
  changed,   ///< it has, otherwise: graver, or over another path
  unchanged  ///< it has the same
};

struct ChangeOfFinding {
  SinceBaseline since = SinceBaseline::added;
  std::string was;  ///< what the baseline said instead: "medium", "another path"; empty unless worse or changed

  /// Whether it counts for the exit code.
  [[nodiscard]] bool counts() const { return since == SinceBaseline::added || since == SinceBaseline::worse; }
};

/// A finding that only the baseline has.
struct GoneFinding {
  std::string id;  ///< in the baseline
  std::string fingerprint, rule, message;
  std::string severity;  ///< of a question its gap
  Verdict verdict = Verdict::flagged;
  std::string subject_kind, subject_id, subject_name;
  /// What became of it: clear, insufficient, not_applicable; absent, when these inputs have no such subject;
  /// not_asked, when its rule was not asked in this audit; settled, of a question that is no longer open.
  std::string_view now;
};

/// This audit beside an earlier one.
struct Comparison {
  std::string with;                 ///< "base.json", "audit 12"
  std::string as_of;                ///< of the earlier one
  std::vector<ChangeOfFinding> of;  ///< place in Evaluation::findings
  std::uint64_t added = 0, worse = 0, changed = 0, unchanged = 0;
  std::vector<GoneFinding> gone;          ///< flags first, in the order of the baseline
  std::vector<std::string> lost_tables;   ///< that the earlier audit had and this one lacks: "relations"
  std::vector<std::string> lost_columns;  ///< of tables that are there: "shipment.transit"
};

/// The word of the JSON report: new, changed, unchanged. What got worse is changed too.
std::string_view to_string(SinceBaseline since);

}  // namespace assay
