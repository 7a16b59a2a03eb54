#include "report/sections.h"

namespace assay {
namespace {

std::uint64_t unused_rows(const Audit& audit) {
  std::uint64_t rows = 0;
  for (const LedgerEntry& entry : audit.ledger) rows += entry.rejected + entry.quarantined;
  return rows;
}

/// Files in which nothing was found that could be judged, not even rows to count.
std::uint64_t unread_files(const Audit& audit) {
  std::uint64_t files = 0;
  for (const InputFile& file : audit.tables.files) files += file.quarantined || file.refused ? 1U : 0U;
  return files;
}

void add(std::string& text, const std::string& part) {
  text.append(text.empty() ? "" : ", ").append(part);
}

/// ", 3 of them known from the baseline" behind a count.
std::string in_baseline(std::uint64_t known, std::uint64_t all) {
  if (known == 0) return {};
  return ", " + (known == all ? std::string() : grouped(known) + " of them ") + "known from the baseline";
}

/// ", accepted by --fail-on-open high" behind a count, when all of it or a part is accepted.
std::string acceptance(std::uint64_t accepted, std::uint64_t all, std::string_view option, std::string_view word) {
  if (accepted == 0) return {};
  const std::string part = accepted == all ? "" : grouped(accepted) + " of them ";
  return ", " + part + "accepted by " + std::string(option) + ' ' + std::string(word);
}

std::string opening(const Audit& audit) {
  if (audit.verdict == Verdict::flagged) return "flagged: ";
  if (audit.verdict == Verdict::insufficient) return "not clear: ";
  const Evaluation& evaluation = audit.evaluation;
  return "clear of " + grouped(evaluation.questions_asked) + " of " +
         counted(evaluation.questions_of_pack, "question");
}

}  // namespace

std::string verdict_line(const Audit& audit) {
  if (!audit.evaluated) return "no audit: the rules were refused, nothing was examined";
  std::string parts;
  if (audit.exit == Exit::input_refused) add(parts, "an input was refused");
  if (audit.exit == Exit::list_refused) add(parts, "a watch list was refused");
  if (audit.flags > 0)
    add(parts, counted(audit.flags, "flag") +
                   acceptance(audit.flags - audit.failing_flags - audit.known_flags, audit.flags, "--fail-on",
                              audit.flag_threshold) +
                   in_baseline(audit.known_flags, audit.flags));
  if (audit.questions > 0)
    add(parts, counted(audit.questions, "question") + " open" +
                   acceptance(audit.accepted, audit.questions, "--fail-on-open", audit.open_threshold) +
                   in_baseline(audit.known_questions, audit.questions));
  if (const std::uint64_t rows = unused_rows(audit); rows > 0)
    add(parts, counted(rows, "row") + " rejected or quarantined");
  if (const std::uint64_t files = unread_files(audit); files > 0)
    add(parts, counted(files, "file") + " not looked at");
  if (audit.comparison && !audit.comparison->lost_tables.empty())
    add(parts, counted(audit.comparison->lost_tables.size(), "table") + " of the baseline not given");
  if (audit.evaluation.questions_asked == 0) add(parts, "no question could be asked of these inputs");
  if (audit.verdict == Verdict::clear) return opening(audit) + (parts.empty() ? "" : "; " + parts);
  return opening(audit) + parts;
}

}  // namespace assay
