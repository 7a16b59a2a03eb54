#include <algorithm>
#include <array>
#include <map>

#include "report/sections.h"
#include "report/steps.h"

namespace assay {
namespace {

bool is_of_a_cell(const Missing& missing) {
  const bool elsewhere = missing.why == Cause::Why::frontier || missing.why == Cause::Why::not_asked;
  return missing.cell.exists() && !elsewhere;
}

}  // namespace

// The cell that would have to say it stands before the sentence; what only names the party stands behind it.
std::string open_sentence(const Tables& tables, const FindingText& text) {
  const std::string message = prose(text.message);
  if (text.missing.empty() || !text.missing.front().cell.exists()) return message;
  const Missing& first = text.missing.front();
  const std::string place = place_text(tables.place(first.cell));
  if (is_of_a_cell(first)) return place + ": " + message;
  if (first.why == Cause::Why::frontier) return message + " (named in " + place + ')';
  return message;
}

// Of a table that nobody gave all parties that it would be about.
std::string ask_text(const FindingText& text) {
  const Ask& ask = text.ask.front();
  std::string words = "ask " + called(ask.whom);
  if (!text.missing.empty() && text.missing.front().why == Cause::Why::not_asked) {
    const std::uint64_t others = text.missing.size() + text.missing_more - 1;
    if (others > 0) words += " and " + counted(others, "other party", "other parties");
  }
  words += ": " + prose(ask.what);
  if (!ask.document.empty()) words += " (" + prose(ask.document) + ')';
  if (text.ask.size() > 1) words += ", and " + counted(text.ask.size() - 1, "more question") + " to them";
  return words;
}

std::string waiting_text(const Finding& finding, const Rule& rule, const FindingText& text) {
  std::string words = finding.settles == 0 ? "nothing could be asked by"
                                           : counted(finding.settles, "verdict waits", "verdicts wait") + " for it:";
  words += ' ' + safe(rule.id);
  for (const std::string& also : text.also) words += ", " + safe(also);
  return words;
}

namespace {

void write_question(const Audit& audit, const WriteOptions& options, std::size_t number, std::ostream& out) {
  const Paint paint{options.color};
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  const std::string mark = baseline_mark(audit, number);
  out << "  " << paint.bold(text.id) << ' ' << paint.gap(finding.gap, to_string(finding.gap))
      << (mark.empty() ? "" : " (" + mark + ')') << ": "
      << wrapped(open_sentence(audit.tables, text), 7, options.width) << '\n';
  if (!text.ask.empty()) out << "     " << wrapped(ask_text(text), 7, options.width) << '\n';
  out << "     " << wrapped(waiting_text(finding, rule, text), 7, options.width) << '\n';
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
  // What is new or worse shall not be among those that are only counted.
  std::stable_partition(open.begin(), open.end(), [&](std::size_t number) { return counts_for_exit(audit, number); });

  const Paint paint{options.color};
  out << paint.bold("Open: what could not be decided, and what would decide it") << '\n';
  const std::size_t shown = options.verbose ? open.size() : std::min(open.size(), options.show_questions);
  for (std::size_t i = 0; i < shown; ++i) write_question(audit, options, open[i], out);
  open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(shown));
  write_rest(audit, open, out);
  out << '\n';
}

}  // namespace assay
