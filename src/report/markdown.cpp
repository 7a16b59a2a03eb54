#include <algorithm>

#include "report/clear.h"
#include "report/document.h"
#include "report/layout.h"
#include "report/markdown_text.h"
#include "report/report.h"
#include "report/sections.h"
#include "report/steps.h"

namespace assay {
namespace {

// A comment on a pull request holds 65,536 characters, and nobody scrolls further.
constexpr std::size_t most_flags = 100;
constexpr std::size_t most_questions = 200;
constexpr std::size_t most_gone = 100;
constexpr std::size_t most_diagnostics = 100;

/// A row of a table, each cell escaped.
void row(std::ostream& out, std::initializer_list<std::string_view> cells) {
  out << '|';
  for (const std::string_view cell : cells) out << ' ' << markdown_text(cell) << " |";
  out << '\n';
}

void header(std::ostream& out, std::initializer_list<std::string_view> cells) {
  row(out, cells);
  out << '|';
  for (std::size_t i = 0; i < cells.size(); ++i) out << " --- |";
  out << '\n';
}

/// "- **title:** text"; nothing for an empty text.
void point(std::ostream& out, std::string_view title, std::string_view text) {
  if (!text.empty()) out << "- **" << title << ":** " << markdown_text(text) << '\n';
}

void write_steps(const Tables& tables, const std::vector<EvidenceStep>& steps, std::ostream& out) {
  if (steps.empty()) return;
  out << '\n';
  header(out, {"step", "says", "where", "cell", "date", "grade"});
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const StepRow step = step_row(tables, steps[i]);
    row(out, {std::to_string(i + 1), step.says, step.place, step.text, step.date, step.grade});
  }
}

/// The chain in one line: A → B → C, with the relation on each arrow.
std::string path_line(const std::vector<EvidenceStep>& steps) {
  std::string line;
  const Entity* last = nullptr;
  for (const EvidenceStep& step : steps) {
    if (!joins(step)) continue;
    if (last == nullptr || *last != step.from) line += (line.empty() ? "" : "; ") + called(step.from);
    line += " —" + std::string(to_string(step.relation)) + "→ " + called(step.to);
    last = &step.to;
  }
  return line;
}

void write_flag(const Audit& audit, std::size_t number, std::ostream& out) {
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  out << "### " << text.id << ' ' << to_string(finding.severity) << ": " << markdown_text(prose(text.message))
      << "\n\n";
  point(out, "Since the baseline", baseline_mark(audit, number));
  point(out, "Rule", safe(rule.id));
  point(out, "Question", prose(rule.question));
  point(out, "Path", path_line(text.evidence));
  point(out, "Law", law_text(text.law));
  point(out, "Basis", basis_text(rule));
  for (const std::string& other : rule.falsepositives) point(out, "Other explanation", prose(other));
  point(out, "Grade", std::string(to_string(text.grade)) + ", that of the weakest step");
  point(out, "Fingerprint", text.fingerprint);
  write_steps(audit.tables, text.evidence, out);
  out << '\n';
}

void write_flagged(const Audit& audit, std::ostream& out) {
  if (audit.flags == 0) return;
  out << "## Flagged\n\n";
  const std::vector<std::size_t> shown = flags_to_show(audit, most_flags);
  for (const std::size_t number : shown) write_flag(audit, number, out);
  if (const std::string rest = left_out(audit, shown, Verdict::flagged); !rest.empty())
    out << "… " << markdown_text(rest) << "\n\n";
}

void write_open(const Audit& audit, std::ostream& out) {
  if (audit.questions == 0) return;
  out << "## Open: what would decide it, most verdicts first\n\n";
  header(out, {"finding", "matters", "what is not known", "whom to ask", "settles"});
  const std::vector<std::size_t> shown = questions_to_show(audit, most_questions);
  for (const std::size_t number : shown) {
    const Finding& finding = audit.evaluation.findings[number];
    const FindingText text = describe(audit.evaluation, number);
    const std::string ask = text.ask.empty() ? "" : ask_text(text);
    const std::string mark = baseline_mark(audit, number);
    const std::string id = mark.empty() ? text.id : text.id + " (" + mark + ')';
    row(out, {id, to_string(finding.gap), open_sentence(audit.tables, text), ask,
              waiting_text(finding, audit.packs.rules.rules[finding.rule], text)});
  }
  if (const std::string rest = left_out(audit, shown, Verdict::insufficient); !rest.empty())
    out << "\n… " << markdown_text(rest) << '\n';
  out << '\n';
}

void write_cleared(const Audit& audit, std::ostream& out) {
  bool first = true;
  for_each_clear(audit, [&](const ClearVerdict& clear) {
    if (first) out << "## Clear, and what that rests on\n\n";
    first = false;
    out << "### " << markdown_text(called(clear.subject) + " [" + safe(clear.rule.id) + "]") << "\n\n";
    for (const std::string& because : clear.why.because) out << "- " << markdown_text(prose(because)) << '\n';
    write_steps(audit.tables, clear.why.steps, out);
    out << '\n';
  });
}

void write_gone(const Audit& audit, std::ostream& out) {
  if (!audit.comparison || audit.comparison->gone.empty()) return;
  out << "## Gone since the baseline\n\n";
  const std::vector<GoneFinding>& gone = audit.comparison->gone;
  for (std::size_t i = 0; i < std::min(gone.size(), most_gone); ++i)
    out << "- " << markdown_text(gone_text(gone[i])) << '\n';
  if (gone.size() > most_gone)
    out << "- … and " << grouped(gone.size() - most_gone) << " more; --format json lists all\n";
  out << '\n';
}

void write_data(const Audit& audit, std::ostream& out) {
  out << "## Data\n\n";
  header(out, {"file", "read as", "rows", "used", "rejected", "quarantined", "sha256"});
  for (std::size_t i = 0; i < audit.tables.files.size(); ++i) {
    const InputFile& file = audit.tables.files[i];
    const LedgerEntry sums = sums_of(audit, file);
    row(out, {safe(file.name, 120), tables_of(audit, i), grouped(sums.rows), grouped(sums.used),
              grouped(sums.rejected), grouped(sums.quarantined), to_hex(file.digest)});
  }
  out << '\n';
  std::size_t told = 0;
  for (const Diagnostic& diagnostic : audit.diagnostics) {
    if (++told > most_diagnostics) continue;
    const CellPlace place{diagnostic.at.file, diagnostic.at.line, diagnostic.at.column, 0, {}, 0, {}};
    out << "- " << to_string(diagnostic.level) << ": "
        << markdown_text(place_text(place) + ": " + prose(diagnostic.message)) << '\n';
  }
  if (told > most_diagnostics) out << "- … and " << grouped(told - most_diagnostics) << " more\n";
  if (told > 0) out << '\n';
}

void write_markdown(const Audit& audit, const WriteOptions&, std::ostream& out) {
  out << "# assay: " << (audit.evaluated ? to_string(audit.verdict) : "no audit") << "\n\n**"
      << markdown_text(verdict_line(audit)) << "**\n\n";
  point(out, "Scope", stated_text(audit.scope));
  point(out, "As of", day_to_string(audit.as_of));
  for (const std::string& pack : pack_lines(audit)) point(out, "Rules", pack);
  if (audit.evaluated) {
    point(out, "Verdicts", verdict_counts(audit));
    point(out, "Since the baseline", baseline_text(audit));
    point(out, "Read", read_text(audit));
    point(out, "Lists", lists_text(audit));
    point(out, "Not looked at", not_looked_at(audit));
  }
  out << '\n';
  if (audit.evaluated) {
    write_flagged(audit, out);
    write_open(audit, out);
    write_cleared(audit, out);
    write_gone(audit, out);
  }
  write_data(audit, out);
  out << disclaimer() << '\n';
}

}  // namespace

const Writer markdown_writer{"markdown", "for pull requests and wikis, every text escaped", write_markdown};

}  // namespace assay
