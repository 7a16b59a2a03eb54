#include "report/comparison.h"

#include <algorithm>

#include "report/layout.h"
#include "report/report.h"
#include "report/sections.h"

namespace assay {
namespace {

std::string_view became_words(const GoneFinding& gone) {
  if (gone.now == "clear") return "it is clear now";
  if (gone.now == "insufficient") return "open now: it cannot be decided";
  if (gone.now == "not_applicable") return "its rule does not ask it now";
  if (gone.now == "absent") return "these inputs do not name it";
  if (gone.now == "settled") return "no longer open";
  return "its rule was not asked now";
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(safe(name));
  return text;
}

void add(std::string& text, std::uint64_t count, std::string_view word) {
  if (count > 0) text.append(text.empty() ? "" : ", ").append(grouped(count)).append(" ").append(word);
}

}  // namespace

std::string_view to_string(SinceBaseline since) {
  switch (since) {
    case SinceBaseline::added:
      return "new";
    case SinceBaseline::worse:
    case SinceBaseline::changed:
      return "changed";
    case SinceBaseline::unchanged:
      break;
  }
  return "unchanged";
}

std::string baseline_mark(const Audit& audit, std::size_t number) {
  if (!audit.comparison) return {};
  const ChangeOfFinding& change = audit.comparison->of[number];
  switch (change.since) {
    case SinceBaseline::added:
      return "new";
    case SinceBaseline::worse:
      return "worse, was " + safe(change.was);
    case SinceBaseline::changed:
      return "changed, was " + safe(change.was);
    case SinceBaseline::unchanged:
      break;
  }
  return "unchanged";
}

std::string baseline_text(const Audit& audit) {
  if (!audit.comparison) return {};
  const Comparison& with = *audit.comparison;
  std::string text = grouped(with.added) + " new";
  add(text, with.worse, "worse");
  add(text, with.changed, "changed otherwise");
  text += ", " + grouped(with.unchanged) + " unchanged, " + grouped(with.gone.size()) + " gone";
  text += "; compared with " + safe(with.with, 120) + " as of " + safe(with.as_of, 24);
  if (!with.lost_tables.empty()) text += "; tables that it had and no input has now: " + list_of(with.lost_tables);
  if (!with.lost_columns.empty()) text += "; columns that it had and no input has now: " + list_of(with.lost_columns);
  return text;
}

std::string gone_text(const GoneFinding& gone) {
  const bool flagged = gone.verdict == Verdict::flagged;
  return (flagged ? "flag, " : "question, ") + safe(gone.severity, 24) + ": " + prose(gone.message) + " [" +
         safe(gone.rule) + "]: " + std::string(became_words(gone));
}

bool counts_for_exit(const Audit& audit, std::size_t number) {
  return !audit.comparison || audit.comparison->of[number].counts();
}

}  // namespace assay
