#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/truth.h"
#include "graph/vocabulary.h"

namespace assay {

enum class Severity : std::uint8_t { info, low, medium, high, critical };
std::string_view to_string(Severity severity);
std::optional<Severity> severity_from(std::string_view word);

/// How much an open question matters. Ordered.
enum class Gap : std::uint8_t { low, medium, high };
std::string_view to_string(Gap gap);
std::optional<Gap> gap_from(std::string_view word);

/// `gap: medium`, or a ladder by exposure: {border_zone: high, exposed: medium, else: low}.
struct GapLadder {
  Gap border_zone = Gap::low;
  Gap exposed = Gap::low;
  Gap otherwise = Gap::low;
};

struct Citation {
  std::string cite;
  std::string locator;
  std::string url;
};

struct ConditionKind;

/// One condition of a rule, as parsed and checked. `data` belongs to its kind.
struct Condition {
  const ConditionKind* kind = nullptr;
  std::vector<Condition> children;
  std::shared_ptr<const void> data;
  Location at;
  SubjectKind subject = SubjectKind::shipment;  ///< what it is asked of; parts may be asked of others than the whole
};

/// A rung of a ladder of severities: it counts when its condition surely holds and the proof is good enough.
struct SeverityRung {
  std::optional<Condition> when;
  std::optional<Grade> path_grade;  ///< the proof's weakest step has at least this Grade
  Severity is = Severity::high;
};

/// A test inside a rule: tables as text, the subject, what must come out.
struct RuleTest {
  std::string name;
  std::vector<std::pair<std::string, std::string>> given;  ///< table name, CSV text
  std::string subject;                                     ///< "shipment:S2"
  Verdict expect = Verdict::clear;
  std::optional<Severity> severity;  ///< of the flag that is expected; nothing: not compared
  std::optional<std::string> as_of;
  std::vector<std::string> path;  ///< entities of the proof in order, "company:Trader T"; empty = not compared
  std::vector<std::string>
      missing;  ///< causes that must be among the open ones: "shipment.origin_country", "company:T"
  Location at;
};

/// A rule of a pack. Numbers of rules are places in Rules::rules and mean nothing outside a run.
struct Rule {
  std::string id;
  std::string title;
  std::string theme;
  std::string status;
  std::string question;
  std::string why;
  std::string message;
  SubjectKind subject = SubjectKind::shipment;
  Severity severity = Severity::high;  ///< of the last rung, which has no condition
  std::vector<SeverityRung> ladder;    ///< the rungs above it, first to last; empty for one word
  GapLadder gap;
  std::vector<Citation> references;
  std::vector<std::string> jurisdictions;
  std::vector<std::string> decide_by;
  std::vector<std::string> falsepositives;
  std::optional<Condition> when;
  Condition condition;    ///< of flag_when or gap_when
  bool gap_only = false;  ///< gap_when: what holds is a gap, never a flag
  bool required = false;  ///< named in pack.yaml: not asked opens the audit
  std::vector<RuleTest> tests;
  Location at;
};

struct PackInfo {
  std::string id;
  std::string version;
  std::string digest;  ///< SHA-256 of what sha256sum prints of its files, in order of name; hex
  std::size_t rules = 0;
};

struct Rules {
  std::vector<Rule> rules;  ///< sorted by id
  std::vector<PackInfo> packs;
};

}  // namespace assay
