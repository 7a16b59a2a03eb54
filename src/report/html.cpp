#include <algorithm>

#include "report/clear.h"
#include "report/document.h"
#include "report/html_parts.h"
#include "report/html_text.h"
#include "report/layout.h"
#include "report/report.h"
#include "report/sections.h"
#include "report/steps.h"

namespace assay {
namespace {

// A page of more than this no browser shows in time; the rest is counted.
constexpr std::size_t most_flags = 500;
constexpr std::size_t most_questions = 1000;
constexpr std::size_t most_clear = 1000;
constexpr std::size_t most_gone = 1000;
constexpr std::size_t most_diagnostics = 500;

void write_flag(const Audit& audit, std::size_t number, std::ostream& out) {
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  out << "<article id=\"" << text.id << "\">\n<h3>" << text.id << " <span class=\"word severity "
      << to_string(finding.severity) << "\">" << to_string(finding.severity) << "</span> <bdi>"
      << html_text(prose(text.message)) << "</bdi></h3>\n";
  html_path(text.evidence, out);
  out << "<dl>\n";
  html_term("Since the baseline", baseline_mark(audit, number), out);
  html_term("Question", prose(rule.question), out);
  html_term("Rule", safe(rule.id), out);
  html_term("Law", law_text(text.law), out);
  html_basis(rule, out);
  for (const std::string& other : rule.falsepositives) html_term("Other explanation", prose(other), out);
  html_term("Grade", std::string(to_string(text.grade)) + ", that of the weakest step", out);
  html_term("Fingerprint", text.fingerprint, out);
  out << "</dl>\n";
  html_steps(audit.tables, text.evidence, out);
  out << "</article>\n";
}

void write_rest(const std::string& rest, std::ostream& out) {
  if (!rest.empty()) out << "<p>… " << html_text(rest) << "</p>\n";
}

void write_flagged(const Audit& audit, std::ostream& out) {
  out << "<section id=\"flagged\">\n<h2>Flagged</h2>\n";
  if (audit.flags == 0) out << "<p>Nothing is flagged.</p>\n";
  const std::vector<std::size_t> shown = flags_to_show(audit, most_flags);
  for (const std::size_t number : shown) write_flag(audit, number, out);
  write_rest(left_out(audit, shown, Verdict::flagged), out);
  out << "</section>\n";
}

void write_question(const Audit& audit, std::size_t number, std::ostream& out) {
  const Finding& finding = audit.evaluation.findings[number];
  const FindingText text = describe(audit.evaluation, number);
  const Rule& rule = audit.packs.rules.rules[finding.rule];
  const std::string mark = baseline_mark(audit, number);
  out << "<tr id=\"" << text.id << "\"><td>" << text.id << html_text(mark.empty() ? "" : " (" + mark + ')')
      << "</td><td class=\"number\">" << grouped(finding.settles) << "</td><td><span class=\"word gap\">"
      << to_string(finding.gap) << "</span></td><td><bdi>" << html_text(open_sentence(audit.tables, text))
      << "</bdi></td><td><bdi>" << html_text(text.ask.empty() ? "" : ask_text(text)) << "</bdi></td><td>"
      << html_text(waiting_text(finding, rule, text)) << "</td></tr>\n";
}

void write_open(const Audit& audit, std::ostream& out) {
  out << "<section id=\"open\">\n<h2>Open: what could not be decided, and what would decide it</h2>\n";
  const std::vector<std::size_t> shown = questions_to_show(audit, most_questions);
  if (shown.empty()) {
    out << "<p>No question is open.</p>\n</section>\n";
    return;
  }
  out << "<table>\n<thead><tr><th scope=\"col\">finding</th><th scope=\"col\">settles</th><th scope=\"col\">matters"
         "</th><th scope=\"col\">what is not known</th><th scope=\"col\">whom to ask for what</th>"
         "<th scope=\"col\">which rules wait</th></tr></thead>\n<tbody>\n";
  for (const std::size_t number : shown) write_question(audit, number, out);
  out << "</tbody>\n</table>\n";
  write_rest(left_out(audit, shown, Verdict::insufficient), out);
  out << "</section>\n";
}

void write_cleared(const Audit& audit, std::ostream& out) {
  std::uint64_t count = 0;
  for_each_clear(audit, [&](const ClearVerdict& clear) {
    if (count == 0) out << "<section id=\"clear\">\n<h2>Clear, and what that rests on</h2>\n";
    if (++count > most_clear) return;
    out << "<article>\n<h3><bdi>" << html_text(called(clear.subject)) << "</bdi> <code>"
        << html_text(safe(clear.rule.id)) << "</code></h3>\n<ul>\n";
    for (const std::string& because : clear.why.because)
      out << "<li><bdi>" << html_text(prose(because)) << "</bdi></li>\n";
    out << "</ul>\n";
    html_steps(audit.tables, clear.why.steps, out);
    out << "</article>\n";
  });
  if (count > most_clear)
    write_rest("and " + grouped(count - most_clear) + " more clear verdicts; --format json lists all", out);
  if (count > 0) out << "</section>\n";
}

void write_gone(const Audit& audit, std::ostream& out) {
  if (!audit.comparison || audit.comparison->gone.empty()) return;
  out << "<section id=\"gone\">\n<h2>Gone since the baseline</h2>\n<ul>\n";
  const std::vector<GoneFinding>& gone = audit.comparison->gone;
  for (std::size_t i = 0; i < std::min(gone.size(), most_gone); ++i)
    out << "<li><bdi>" << html_text(gone_text(gone[i])) << "</bdi></li>\n";
  out << "</ul>\n";
  if (gone.size() > most_gone)
    write_rest("and " + grouped(gone.size() - most_gone) + " more; --format json lists all", out);
  out << "</section>\n";
}

void write_files(const Audit& audit, std::ostream& out) {
  out << "<table>\n<thead><tr><th scope=\"col\">file</th><th scope=\"col\">read as</th><th scope=\"col\">rows</th>"
         "<th scope=\"col\">used</th><th scope=\"col\">rejected</th><th scope=\"col\">quarantined</th>"
         "<th scope=\"col\">sha256</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < audit.tables.files.size(); ++i) {
    const InputFile& file = audit.tables.files[i];
    const LedgerEntry sums = sums_of(audit, file);
    out << "<tr><td><bdi>" << html_text(safe(file.name, 120)) << "</bdi></td><td>" << html_text(tables_of(audit, i))
        << "</td>";
    for (const std::uint64_t number : {sums.rows, sums.used, sums.rejected, sums.quarantined})
      out << "<td class=\"number\">" << grouped(number) << "</td>";
    out << "<td><code>" << to_hex(file.digest) << "</code></td></tr>\n";
  }
  out << "</tbody>\n</table>\n";
}

void write_data(const Audit& audit, std::ostream& out) {
  out << "<section id=\"data\">\n<h2>Data and its quality</h2>\n";
  if (!audit.tables.files.empty()) write_files(audit, out);
  std::size_t told = 0;
  for (const Diagnostic& diagnostic : audit.diagnostics) {
    if (++told > most_diagnostics) continue;
    const CellPlace place{diagnostic.at.file, diagnostic.at.line, diagnostic.at.column, 0, {}, 0, {}};
    out << (told == 1 ? "<ul>\n" : "") << "<li><span class=\"word\">" << to_string(diagnostic.level)
        << "</span> <code>" << html_text(place_text(place)) << "</code> <bdi>"
        << html_text(prose(diagnostic.message));
    if (!diagnostic.hint.empty()) out << " (" << html_text(prose(diagnostic.hint)) << ')';
    out << "</bdi></li>\n";
  }
  if (told > 0) out << "</ul>\n";
  if (told > most_diagnostics) write_rest("and " + grouped(told - most_diagnostics) + " more", out);
  out << "</section>\n";
}

void write_unseen(const Audit& audit, std::ostream& out) {
  out << "<section id=\"unseen\">\n<h2>What was not looked at</h2>\n";
  const std::string text = not_looked_at(audit);
  out << "<p><bdi>" << html_text(text.empty() ? "Every rule found the columns that it asks." : text)
      << "</bdi></p>\n</section>\n";
}

void write_scope(const Audit& audit, std::ostream& out) {
  const std::string_view word = audit.evaluated ? to_string(audit.verdict) : "insufficient";
  out << "<h1>assay: " << (audit.evaluated ? word : "no audit") << "</h1>\n<p class=\"verdict " << word << "\">"
      << html_text(verdict_line(audit)) << "</p>\n<dl>\n";
  html_term("Scope", stated_text(audit.scope), out);
  html_term("As of", day_to_string(audit.as_of), out);
  for (const std::string& pack : pack_lines(audit)) html_term("Rules", pack, out);
  if (audit.evaluated) {
    html_term("Verdicts", verdict_counts(audit), out);
    html_term("Since the baseline", baseline_text(audit), out);
    html_term("Read", read_text(audit), out);
    html_term("Lists", lists_text(audit), out);
    html_term("Not looked at", not_looked_at(audit), out);
  }
  out << "</dl>\n<p>" << html_text(disclaimer()) << "</p>\n";
}

void write_html(const Audit& audit, const WriteOptions&, std::ostream& out) {
  html_head("assay: " + verdict_line(audit), out);
  out << "<body>\n<header>\n";
  write_scope(audit, out);
  out << "</header>\n";
  if (audit.evaluated)
    out << "<nav aria-label=\"Contents\"><a href=\"#flagged\">Flagged</a> · <a href=\"#open\">Open</a> · "
           "<a href=\"#data\">Data</a> · <a href=\"#unseen\">Not looked at</a></nav>\n";
  out << "<main>\n";
  if (audit.evaluated) {
    write_flagged(audit, out);
    write_open(audit, out);
    write_cleared(audit, out);
    write_gone(audit, out);
  }
  write_data(audit, out);
  if (audit.evaluated) write_unseen(audit, out);
  out << "</main>\n</body>\n</html>\n";
}

}  // namespace

const Writer html_writer{"html", "for people: one page without scripts, for the screen and for paper", write_html};

}  // namespace assay
