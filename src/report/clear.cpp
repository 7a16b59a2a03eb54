#include "report/clear.h"

#include <algorithm>
#include <numeric>

#include "report/sections.h"
#include "report/steps.h"

namespace assay {

void for_each_clear(const Audit& audit, const std::function<void(const ClearVerdict&)>& visit) {
  if (!audit.include_clear || !audit.evaluated) return;
  const std::vector<Rule>& rules = audit.packs.rules.rules;
  for (std::uint16_t number = 0; number < rules.size(); ++number) {
    if (audit.evaluation.by_rule[number].clear == 0) continue;
    const SubjectKind kind = rules[number].subject;
    std::vector<std::uint32_t> subjects(audit.graph.subjects(kind));
    std::iota(subjects.begin(), subjects.end(), 0U);
    std::sort(subjects.begin(), subjects.end(),
              [&](std::uint32_t a, std::uint32_t b) { return subject_before(audit.graph, kind, a, b); });
    for (const std::uint32_t subject : subjects) {
      if (!audit.graph.is_subject(kind, subject)) continue;
      WhyNot why = why_not(audit.evaluation, number, subject);
      if (why.applicable && why.verdict == Verdict::clear)
        visit({rules[number], subject_entity(audit.graph, kind, subject), std::move(why)});
    }
  }
}

void write_clear(const Audit& audit, const WriteOptions& options, std::ostream& out) {
  bool first = true;
  for_each_clear(audit, [&](const ClearVerdict& clear) {
    if (first) out << Paint{options.color}.bold("Clear, and what that rests on") << '\n';
    first = false;
    out << "  " << called(clear.subject) << " [" << safe(clear.rule.id) << "]\n";
    for (const std::string& because : clear.why.because) out << "     " << prose(because) << '\n';
    out << step_table(audit.tables, clear.why.steps, "     ");
  });
  if (!first) out << '\n';
}

}  // namespace assay
