#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/known.h"
#include "graph/graph.h"
#include "rules/rule.h"

namespace assay {

/// One step of a proof, or of what is known so far.
struct EvidenceStep {
  enum class Kind : std::uint8_t { edge, attribute, list, reference, computed };
  Kind kind = Kind::edge;
  std::string says;  ///< a sentence without names of files
  Entity from, to;
  Relation relation{};
  std::string date;  ///< as precise as the cell; empty when it has none
  CellRef cell;      ///< the cell that says so
  Grade grade = Grade::d;
  /// Of a reference: the row of a table of a pack that says so, instead of a cell. Line 0: there is none.
  std::string reference_pack;
  std::string reference_table;  ///< "measures"; of a table in a rule's `let` the rule and the name: "my-rule/bans"
  std::uint32_t reference_line = 0;
  std::string reference_field;  ///< the column that decides; of a list: the column or element
  std::string reference_text;   ///< what it holds
  /// Of a list: the entry that says so, instead of a cell. Empty: there is none.
  std::string list;
  std::string list_entry;  ///< its id within the list

  /// Whether it rests on a row of a pack's table or on an entry of a list, not on a cell of an input.
  [[nodiscard]] bool is_of_record() const { return reference_line != 0 || !list.empty(); }
};

/// What one jurisdiction's law says of the goods of a finding on their date.
struct LawEntry {
  enum class Status : std::uint8_t { barred, not_named, not_in_force, unknown };
  std::string jurisdiction;
  std::string measure;  ///< "UN-2371-8"; empty when no measure names the goods
  Status status = Status::unknown;
  std::string source;  ///< how well the row is known (primary, secondary, project …); empty without a measure
  friend bool operator==(const LawEntry&, const LawEntry&) = default;
};
std::string_view to_string(LawEntry::Status status);

/// Why a verdict is open. At most one finding is reported for each.
struct Cause {
  enum class Why : std::uint8_t { blank, unreadable, ambiguous, frontier, not_asked };
  /// What of a vertex is not known, for a frontier (`voyages`: where a vessel was); `list`, for not_asked: no watch
  /// list was read, or (`vertex` is its number among those of the screening) one that is too old for a no. Of an
  /// ambiguous price: `terms`, whether grade and terms of delivery explain that it is low; `currency`, what it is in
  /// US dollars. Of an ambiguous country: `production`, whether these goods are mined there. `likeness`: whether the
  /// party `vertex` is the entry of a list that it is like; the cell would tell, or is alike.
  enum class About : std::uint8_t {
    inputs_or_workers,
    owners,
    description,
    list,
    terms,
    currency,
    likeness,
    voyages,
    production
  };
  Why why = Why::blank;
  /// blank, unreadable, ambiguous: the cell. frontier: the row that names the vertex.
  CellRef cell;
  VertexId vertex = no_vertex;  ///< frontier: whose inputs, workers or owners are not closed
  Field field{};                ///< not_asked: the column that no input has; frontier: what would be asked of it
  About about{};
  bool claimed = false;     ///< ambiguous: the cell claims an exception that nothing shows
  bool fine_point = false;  ///< ambiguous: the code is there, and only the description of the goods can decide
  bool part_held = false;   ///< owners: those of concern surely hold a part, and nobody knows whether it is enough
};
std::string_view to_string(Cause::Why why);

/// A missing datum as the report names it.
struct Missing {
  Entity subject;     ///< whose datum it is
  std::string field;  ///< dotted name: "shipment.origin_country", or "inputs", "workforce"
  Cause::Why why{};
  CellRef cell;  ///< may not exist (not_asked)
};

struct Ask {
  Entity whom;
  std::string what;      ///< a question to put to them, one sentence
  std::string document;  ///< what would settle it
  std::uint64_t settles = 0;
};

/// What is reported, small: names, messages and evidence are made by describe() for what is shown.
struct Finding {
  std::uint16_t rule = 0;  ///< of an open one: the rule with the highest gap
  Verdict verdict = Verdict::clear;
  Severity severity = Severity::info;  ///< of a flag
  Gap gap = Gap::low;                  ///< of an open question
  std::uint32_t subject = 0;           ///< of a flag (and of a clear one): number of the subject of the rule's kind
  std::uint32_t cause = 0;             ///< of an open question: place in Evaluation::causes
  std::uint64_t settles = 0;           ///< verdicts that wait for it
};

/// A finding in words.
struct FindingText {
  std::string id;                ///< F-1, F-2 … in the order of the findings
  std::string fingerprint;       ///< rule + subject: survives re-sorting, renaming of files, other rows
  std::string path_fingerprint;  ///< with the entities along the path
  Entity subject;
  std::string message;
  Grade grade = Grade::d;  ///< of its weakest step
  std::vector<EvidenceStep> evidence;
  std::vector<LawEntry> law;     ///< in the order of the rule's jurisdictions; empty when it asks no measure
  std::vector<Missing> missing;  ///< of an open one; at most 20, the rest counted in `missing_more`
  std::uint64_t missing_more = 0;
  std::vector<Ask> ask;
  std::vector<std::string> also;  ///< ids of the other rules that wait for the same
};

/// A rule that was asked of nobody, or could not be asked of some, because no input has the column.
struct NotExamined {
  std::uint16_t rule = 0;
  Field field{};               ///< the column that no input has
  std::uint64_t subjects = 0;  ///< how many verdicts it would have given
  bool opens = false;  ///< the rule is required or the column was lost: it stands among the open questions too
};

struct VerdictCounts {
  std::uint64_t flagged = 0, insufficient = 0, clear = 0, not_applicable = 0, waived = 0;
};

class EvaluationState;
struct Screening;

/// All verdicts. Findings: flagged first (severity, rule, canonical subject), then open ones (gap, settles, rule,
/// key). What was not examined: first what opens the audit, then by rule.
struct Evaluation {
  std::vector<Finding> findings;
  std::vector<NotExamined> not_examined;
  std::vector<VerdictCounts> by_rule;  ///< place of the rule in Rules::rules
  VerdictCounts counts;
  Verdict verdict = Verdict::insufficient;  ///< worst of the subjects; insufficient when there are none
  std::uint64_t questions_of_pack = 0;      ///< rules that were asked of at least one subject, and all rules
  std::uint64_t questions_asked = 0;
  std::shared_ptr<const EvaluationState> state;  ///< what describe(), verdict_of() and explanations need
};

struct EvaluateOptions {
  std::vector<bool> selected;  ///< by rule number; empty = all
  /// By Field: columns that an earlier audit had and these inputs lack. A rule that asks one is open where it would
  /// be not asked, as if it were required. Empty = none.
  std::vector<bool> lost{};
  std::shared_ptr<const Screening> screening{};  ///< null: nobody was compared with any list
};

/// Asks every rule of every subject. The ledger (subjects = flagged + insufficient + clear + not applicable, for each
/// rule) is checked; Failure(internal) when it does not hold. `rules` and `graph` must outlive the result.
Evaluation evaluate(const Rules& rules, const SupplyGraph& graph, const EvaluateOptions& options = {});

/// Names, message, evidence, what is missing and whom to ask, of one finding by its place in Evaluation::findings.
FindingText describe(const Evaluation& evaluation, std::size_t finding);

/// The verdict of one rule on one subject, and why: the proof if flagged, the causes if insufficient, and if clear
/// what closed it and where each branch ended.
struct WhyNot {
  bool applicable = false;
  Verdict verdict = Verdict::clear;
  std::vector<EvidenceStep> steps;  ///< flagged: the proof; clear: what the verdict rests on
  std::vector<Missing> missing;
  std::vector<std::string> because;  ///< sentences, one a condition: what it found
  std::vector<LawEntry> law;
};
WhyNot why_not(const Evaluation& evaluation, std::uint16_t rule, std::uint32_t subject);

/// Subjects whose id or name is the text ("S2", "shipment:S2"), folded; in canonical order.
std::vector<std::pair<SubjectKind, std::uint32_t>> find_subjects(const SupplyGraph& graph, std::string_view text);

}  // namespace assay
