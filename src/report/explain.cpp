#include "report/explain.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "report/excerpt.h"
#include "report/layout.h"
#include "report/proof_tree.h"
#include "report/sections.h"
#include "report/steps.h"

namespace assay {
namespace {

const Rule* find_rule(const Rules& rules, std::string_view id) {
  for (const Rule& rule : rules.rules)
    if (rule.id == id) return &rule;
  return nullptr;
}

bool is_of_a_cell(const Missing& missing) {
  const bool elsewhere = missing.why == Cause::Why::frontier || missing.why == Cause::Why::not_asked;
  return missing.cell.exists() && !elsewhere;
}

void write_missing(const Audit& audit, const std::vector<Missing>& missing, std::uint64_t more, std::ostream& out) {
  if (missing.empty()) return;
  out << "\nWhat is missing\n";
  for (const Missing& one : missing) {
    out << "   " << safe(one.field.substr(one.field.find('.') + 1)) << " of " << called(one.subject) << ": "
        << words_for(one.why);
    if (!one.cell.exists()) {
      out << '\n';
    } else if (is_of_a_cell(one)) {
      out << ", " << place_text(audit.tables.place(one.cell)) << '\n' << excerpt(audit.tables, one.cell, "");
    } else {
      out << " (named in " << place_text(audit.tables.place(one.cell)) << ")\n";
    }
  }
  if (more > 0) out << "   … and " << grouped(more) << " more\n";
}

/// What is known of an open question beside the cells that say nothing.
std::vector<EvidenceStep> known_so_far(const FindingText& text) {
  std::vector<EvidenceStep> steps;
  for (const EvidenceStep& step : text.evidence) {
    const bool is_the_gap = std::any_of(text.missing.begin(), text.missing.end(),
                                        [&](const Missing& missing) { return missing.cell == step.cell; });
    if (!is_the_gap) steps.push_back(step);
  }
  return steps;
}

void write_ask(const std::vector<Ask>& ask, std::size_t width, std::ostream& out) {
  if (ask.empty()) return;
  out << "\nWhom to ask\n";
  for (const Ask& one : ask) {
    out << "   " << wrapped(called(one.whom) + ": " + prose(one.what), 6, width) << '\n';
    if (!one.document.empty())
      out << "      what would settle it: " << wrapped(prose(one.document), 6, width) << '\n';
    if (one.settles > 0) out << "      settles " << counted(one.settles, "verdict") << '\n';
  }
}

void write_answers(const Audit& audit, const Finding& finding, const FindingText& text, std::ostream& out) {
  out << "\nWhat each answer would change\n";
  std::vector<std::string> ids{audit.packs.rules.rules[finding.rule].id};
  ids.insert(ids.end(), text.also.begin(), text.also.end());
  for (const std::string& id : ids) {
    const Rule* rule = find_rule(audit.packs.rules, id);
    if (rule == nullptr || rule->gap_only) continue;
    out << "   if it points to the DPRK: flagged, " << to_string(rule->severity) << " [" << safe(id) << "]\n";
  }
  const std::string verdicts = finding.settles == 0 ? "these questions can be asked"
                                                    : counted(finding.settles, "verdict loses", "verdicts lose") +
                                                          " this doubt; those that have no other are clear";
  out << "   if it rules the DPRK out: " << verdicts << '\n'
      << "   while there is no answer: they stay open; silence never makes them clear\n";
}

void write_rule(const Rule& rule, const std::vector<LawEntry>& law, std::size_t width, std::ostream& out) {
  out << '\n' << remark("question", rule.question, width) << remark("basis", basis_text(rule), width);
  out << remark("law", law_text(law), width);
  out << remark("why", rule.why, width);
  for (const std::string& document : rule.decide_by) out << remark("decided by", document, width);
  for (const std::string& other : rule.falsepositives) out << remark("other explanation", other, width);
}

}  // namespace

std::string_view words_for(Cause::Why why) {
  switch (why) {
    case Cause::Why::blank:
      return "the cell is empty";
    case Cause::Why::unreadable:
      return "the cell cannot be read";
    case Cause::Why::ambiguous:
      return "the cell may mean several things";
    case Cause::Why::frontier:
      return "not disclosed";
    case Cause::Why::not_asked:
      break;
  }
  return "no input has a column for it";
}

void write_explanation(const Audit& audit, std::size_t number, const WriteOptions& options, std::ostream& out) {
  const Paint paint{options.color};
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  const bool flagged = finding.verdict == Verdict::flagged;
  out << paint.bold(text.id) << ' ' << paint.verdict(finding.verdict, flagged ? "flagged" : "open") << ", "
      << (flagged ? paint.severity(finding.severity, to_string(finding.severity))
                  : paint.gap(finding.gap, to_string(finding.gap)))
      << ": " << prose(text.message) << " [" << safe(rule.id) << "]\n";
  const std::vector<EvidenceStep> steps = flagged ? text.evidence : known_so_far(text);
  if (!steps.empty()) out << '\n' << (flagged ? "Proof" : "Known so far") << '\n';
  out << proof_tree(audit.tables, text.subject, steps, "   ");
  if (const EvidenceStep* step = decisive(steps); flagged && step != nullptr) {
    out << "\n   " << place_text(audit.tables.place(step->cell)) << '\n';
    out << excerpt(audit.tables, step->cell, info(step->cell.field).says);
  }
  write_missing(audit, text.missing, text.missing_more, out);
  write_ask(text.ask, options.width, out);
  if (!flagged) write_answers(audit, finding, text, out);
  write_rule(rule, text.law, options.width, out);
  if (flagged) out << "   = grade: " << to_string(text.grade) << ", that of the weakest step\n";
  out << "   = fingerprint: " << text.fingerprint << '\n';
}

void write_why_not(const Audit& audit, std::uint16_t number, std::uint32_t subject, const WriteOptions& options,
                   std::ostream& out) {
  const Paint paint{options.color};
  const Rule& rule = audit.packs.rules.rules[number];
  const Entity entity = subject_entity(audit.graph, rule.subject, subject);
  const WhyNot why = why_not(audit.evaluation, number, subject);
  const std::string verdict = why.applicable ? paint.verdict(why.verdict, to_string(why.verdict)) : "not applicable";
  out << safe(rule.id) << " of " << called(entity) << ": " << verdict << '\n';
  for (const std::string& because : why.because) out << "   " << prose(because) << '\n';
  if (!why.steps.empty()) {
    out << '\n' << (why.verdict == Verdict::clear ? "What that rests on" : "Proof") << '\n';
    out << proof_tree(audit.tables, entity, why.steps, "   ");
  }
  write_missing(audit, why.missing, 0, out);
  write_rule(rule, why.law, options.width, out);
}

std::vector<std::size_t> find_findings(const Audit& audit, std::string_view word) {
  const std::size_t count = audit.evaluation.findings.size();
  std::vector<std::size_t> found;
  if (word.starts_with("F-") || word.starts_with("f-")) {
    std::size_t number = 0;
    const std::string_view digits = word.substr(2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc() && end == digits.data() + digits.size() && number >= 1 && number <= count)
      found.push_back(number - 1);
    return found;
  }
  if (word.size() < 4) return found;
  for (std::size_t i = 0; i < count; ++i)
    if (describe(audit.evaluation, i).fingerprint.starts_with(word)) found.push_back(i);
  return found;
}

}  // namespace assay
