#include "report/document.h"

#include <algorithm>
#include <map>
#include <set>

#include "report/layout.h"
#include "report/sections.h"
#include "report/steps.h"

namespace assay {

StepRow step_row(const Tables& tables, const EvidenceStep& step) {
  StepRow row;
  row.kind = to_string(step.kind);
  row.says = prose(step.says);
  row.date = safe(step.date, 24);
  row.grade = to_string(step.grade);
  if (step.is_of_record()) {
    row.place = reference_place(step);
    row.text = safe(step.reference_field) + " = " + safe(step.reference_text, 200);
  } else if (step.cell.exists()) {
    const CellPlace place = tables.place(step.cell);
    row.place = place_text(place);
    row.text = safe(place.field) + " = " + safe(place.text, 200);
  }
  return row;
}

std::vector<std::size_t> questions_to_show(const Audit& audit, std::size_t most) {
  const Evaluation& evaluation = audit.evaluation;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < evaluation.findings.size(); ++i)
    if (evaluation.findings[i].verdict == Verdict::insufficient) open.push_back(i);
  std::stable_sort(open.begin(), open.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(counts_for_exit(audit, a), evaluation.findings[a].settles) >
           std::pair(counts_for_exit(audit, b), evaluation.findings[b].settles);
  });
  if (open.size() > most) open.resize(most);
  return open;
}

std::string left_out(const Audit& audit, const std::vector<std::size_t>& shown, Verdict of) {
  const std::set<std::size_t> seen(shown.begin(), shown.end());
  std::map<std::uint16_t, std::uint64_t> rest;
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < audit.evaluation.findings.size(); ++i) {
    const Finding& finding = audit.evaluation.findings[i];
    if (finding.verdict != of || seen.contains(i)) continue;
    ++rest[finding.rule];
    ++count;
  }
  if (count == 0) return {};
  std::string text = "and " + counted(count, of == Verdict::flagged ? "more flag" : "more question") + ": ";
  bool first = true;
  for (const auto& [rule, number] : rest) {
    text.append(first ? "" : ", ").append(safe(audit.packs.rules.rules[rule].id)).append(" ").append(grouped(number));
    first = false;
  }
  return text + "; --format json lists all";
}

std::string verdict_counts(const Audit& audit) {
  const VerdictCounts& counts = audit.evaluation.counts;
  return grouped(counts.flagged) + " flagged, " + grouped(counts.insufficient) + " open, " + grouped(counts.clear) +
         " clear, " + grouped(counts.not_applicable) + " not applicable";
}

std::vector<std::string> pack_lines(const Audit& audit) {
  std::vector<std::string> lines;
  for (const PackInfo& pack : audit.packs.rules.packs)
    lines.push_back(safe(pack.id) + ' ' + safe(pack.version) + " (" + counted(pack.rules, "rule") + ", sha256 " +
                    pack.digest + ')');
  return lines;
}

LedgerEntry sums_of(const Audit& audit, const InputFile& file) {
  for (const LedgerEntry& entry : audit.ledger)
    if (entry.file == file.name) return entry;
  return {};
}

std::string tables_of(const Audit& audit, std::size_t file) {
  std::string text;
  for (const Table& table : audit.tables.tables)
    if (table.file == file) text.append(text.empty() ? "" : ", ").append(to_string(table.kind));
  return text;
}

std::string_view disclaimer() {
  return "Findings are indicators on the face of the data, for a person to judge: not a determination, and not legal "
         "advice. Clear means that nothing was found within the data named here.";
}

}  // namespace assay
