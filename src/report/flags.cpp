#include <algorithm>
#include <map>
#include <tuple>

#include "report/excerpt.h"
#include "report/sections.h"
#include "report/steps.h"

namespace assay {
namespace {

constexpr std::size_t most_steps = 16;

/// The id of the first flag shown of each rule: it says what is the same for all of them.
using FirstOfRule = std::map<std::uint16_t, std::string>;

void write_about_rule(const Rule& rule, const std::string& first, const WriteOptions& options, std::ostream& out) {
  if (!first.empty()) {
    out << remark(rule.falsepositives.empty() ? "basis" : "basis and other explanations", "as in " + first,
                  options.width);
    return;
  }
  out << remark("basis", basis_text(rule), options.width);
  if (options.verbose) out << remark("question", rule.question, options.width);
  for (const std::string& other : rule.falsepositives) out << remark("other explanation", other, options.width);
}

std::string in_brackets(const std::string& mark) {
  return mark.empty() ? std::string() : " (" + mark + ')';
}

void write_flag(const Audit& audit, const WriteOptions& options, std::size_t number, FirstOfRule& first_of,
                std::ostream& out) {
  const Paint paint{options.color};
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  const EvidenceStep* step = decisive(text.evidence);
  const std::string place = step == nullptr ? text.id : place_text(audit.tables.place(step->cell));

  out << paint.bold(place) << ": " << paint.severity(finding.severity, to_string(finding.severity)) << ": "
      << prose(text.message) << " [" << safe(rule.id) << "]" << in_brackets(baseline_mark(audit, number)) << '\n';
  if (step != nullptr) {
    const std::string_view label = step->cell.record == CellRef::header_record ? "" : info(step->cell.field).says;
    out << excerpt(audit.tables, step->cell, label);
  }
  out << step_table(audit.tables, text.evidence, "   ", most_steps);
  out << remark("law", law_text(text.law), options.width);
  const auto [first, is_first] = first_of.try_emplace(finding.rule, text.id);
  write_about_rule(rule, is_first ? std::string() : first->second, options, out);
  out << "   = help: assay explain " << text.id << " PATH...\n\n";
}

void write_rest(const Audit& audit, const std::vector<std::size_t>& shown, std::size_t flags, std::ostream& out) {
  std::map<std::uint16_t, std::uint64_t> rest;
  auto next = shown.begin();
  for (std::size_t i = 0; i < flags; ++i) {
    if (next != shown.end() && *next == i) {
      ++next;
    } else {
      ++rest[audit.evaluation.findings[i].rule];
    }
  }
  if (rest.empty()) return;
  out << "… and " << counted(flags - shown.size(), "more flag") << ": ";
  bool first = true;
  for (const auto& [rule, count] : rest) {
    out << (first ? "" : ", ") << safe(audit.packs.rules.rules[rule].id) << ' ' << grouped(count);
    first = false;
  }
  out << "; --format json lists all\n\n";
}

}  // namespace

std::size_t count_flags(const Evaluation& evaluation) {
  const auto first_open = std::find_if(evaluation.findings.begin(), evaluation.findings.end(),
                                       [](const Finding& finding) { return finding.verdict != Verdict::flagged; });
  return static_cast<std::size_t>(first_open - evaluation.findings.begin());
}

namespace {

std::vector<std::size_t> chosen(const Evaluation& evaluation, const Audit* audit, std::size_t most) {
  const std::size_t flags = count_flags(evaluation);
  // How many flags of the same rule stand before each: the round in which it is taken. Old ones come behind new ones.
  std::map<std::pair<bool, std::uint16_t>, std::size_t> seen;
  std::vector<std::tuple<bool, std::size_t, std::size_t>> turns;
  for (std::size_t i = 0; i < flags; ++i) {
    const bool old = audit != nullptr && !counts_for_exit(*audit, i);
    const std::size_t round = seen[{old, evaluation.findings[i].rule}]++;
    if (round < most) turns.emplace_back(old, round, i);  // behind so many of its own rule it is never shown
  }
  const std::size_t count = std::min(most, turns.size());
  std::partial_sort(turns.begin(), turns.begin() + static_cast<std::ptrdiff_t>(count), turns.end());
  std::vector<std::size_t> shown;
  shown.reserve(count);
  for (std::size_t i = 0; i < count; ++i) shown.push_back(std::get<2>(turns[i]));
  std::sort(shown.begin(), shown.end());
  return shown;
}

}  // namespace

std::vector<std::size_t> flags_to_show(const Evaluation& evaluation, std::size_t most) {
  return chosen(evaluation, nullptr, most);
}

std::vector<std::size_t> flags_to_show(const Audit& audit, std::size_t most) {
  return chosen(audit.evaluation, &audit, most);
}

void write_flags(const Audit& audit, const WriteOptions& options, std::ostream& out) {
  const std::vector<std::size_t> shown = flags_to_show(audit, options.show_flags);
  FirstOfRule first_of;
  for (const std::size_t number : shown) write_flag(audit, options, number, first_of, out);
  write_rest(audit, shown, count_flags(audit.evaluation), out);
}

}  // namespace assay
