#include <algorithm>
#include <array>
#include <map>

#include "report/sections.h"
#include "report/steps.h"

namespace assay {
namespace {

/// Where the first missing datum would stand; the rest of the sentence is the finding's own message.
std::string place_of(const Tables& tables, const FindingText& text) {
  for (const Missing& missing : text.missing)
    if (missing.cell.exists()) return place_text(tables.place(missing.cell)) + ": ";
  return {};
}

std::string rules_text(const Rule& rule, const FindingText& text) {
  std::string rules = safe(rule.id);
  for (const std::string& also : text.also) rules += ", " + safe(also);
  return rules;
}

void write_question(const Audit& audit, const Paint& paint, std::size_t number, std::ostream& out) {
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  out << "  " << paint.bold(text.id) << ' ' << paint.gap(finding.gap, to_string(finding.gap)) << ": "
      << place_of(audit.tables, text) << safe(text.message, 200) << '\n';
  if (!text.ask.empty()) {
    const Ask& ask = text.ask.front();
    out << "     ask " << called(ask.whom) << ": " << safe(ask.what, 200);
    if (!ask.document.empty()) out << " (" << safe(ask.document, 120) << ')';
    if (text.ask.size() > 1) out << ", and " << counted(text.ask.size() - 1, "other");
    out << '\n';
  }
  out << "     " << counted(finding.settles, "verdict waits", "verdicts wait")
      << " for it: " << rules_text(rule, text) << '\n';
}

/// What is not shown, counted by gap and by rule.
void write_rest(const Audit& audit, const std::vector<std::size_t>& rest, std::ostream& out) {
  if (rest.empty()) return;
  std::array<std::uint64_t, 3> gaps{};
  std::map<std::uint16_t, std::uint64_t> rules;
  for (const std::size_t number : rest) {
    const Finding& finding = audit.evaluation.findings[number];
    ++gaps[static_cast<std::size_t>(finding.gap)];
    ++rules[finding.rule];
  }
  std::string by_gap;
  for (const Gap gap : {Gap::high, Gap::medium, Gap::low}) {
    const std::uint64_t count = gaps[static_cast<std::size_t>(gap)];
    if (count == 0) continue;
    by_gap.append(by_gap.empty() ? "" : ", ").append(to_string(gap)).append(" ").append(grouped(count));
  }
  std::string by_rule;
  for (const auto& [rule, count] : rules) {
    by_rule.append(by_rule.empty() ? "" : ", ").append(safe(audit.packs.rules.rules[rule].id));
    by_rule.append(" ").append(grouped(count));
  }
  out << "  … and " << counted(rest.size(), "more question") << " (" << by_gap << "): " << by_rule
      << "; --verbose or --format json lists all\n";
}

}  // namespace

void write_questions(const Audit& audit, const WriteOptions& options, std::ostream& out) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < audit.evaluation.findings.size(); ++i)
    if (audit.evaluation.findings[i].verdict == Verdict::insufficient) open.push_back(i);
  if (open.empty()) return;

  const Paint paint{options.color};
  out << paint.bold("Open: what could not be decided, and what would decide it") << '\n';
  const std::size_t shown = options.verbose ? open.size() : std::min(open.size(), options.show_questions);
  for (std::size_t i = 0; i < shown; ++i) write_question(audit, paint, open[i], out);
  open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(shown));
  write_rest(audit, open, out);
  out << '\n';
}

}  // namespace assay
