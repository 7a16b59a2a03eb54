#include "report/html_parts.h"

#include <algorithm>

#include "report/document.h"
#include "report/html_text.h"
#include "report/layout.h"
#include "report/steps.h"

namespace assay {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #5a5a5a; --line: #c9c9c9; --box: #f4f4f4;
  --bad: #a40000; --warn: #8a4b00; --open: #5b2a86; --good: #17622f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #161616; --soft: #a8a8a8; --line: #4a4a4a;
  --box: #242424; --bad: #ff8f8f; --warn: #ffb866; --open: #cfa8f5; --good: #83d89c; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 70rem;
  margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; }
h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; }
a { color: inherit; }
.verdict { font-size: 1.15rem; font-weight: 600; border-left: .4rem solid; padding: .3rem .8rem; }
.flagged, .critical, .high.severity { color: var(--bad); } .medium.severity { color: var(--warn); }
.insufficient, .gap { color: var(--open); } .clear { color: var(--good); }
.word { font-variant: small-caps; font-weight: 700; }
article { border: 1px solid var(--line); border-radius: .4rem; padding: 0 1rem 1rem; margin: 1rem 0; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .2rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .3rem .5rem; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; } td.number { text-align: right; }
code { font-family: ui-monospace, monospace; font-size: .92em; }
.path { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem; list-style: none; padding: 0; }
.box { border: 1px solid var(--ink); background: var(--box); border-radius: .3rem; padding: .3rem .6rem;
  max-width: 16rem; }
.box small, .arrow small { display: block; color: var(--soft); }
.arrow { text-align: center; font-size: .85rem; } .target { border-width: 3px; font-weight: 600; }
footer { margin-top: 3rem; color: var(--soft); }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #333; --line: #888; --box: #fff;
  --bad: #000; --warn: #000; --open: #000; --good: #000; } nav { display: none; } body { max-width: none; font-size: 10pt; }
  article { break-inside: avoid-page; } tr, .path { break-inside: avoid; } h2, h3 { break-after: avoid; } }
)";

std::string spaced(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

void box(const Entity& entity, bool target, std::ostream& out) {
  out << "<li class=\"box" << (target ? " target" : "") << "\"><small>" << html_text(spaced(to_string(entity.kind)))
      << "</small><bdi>" << html_text(safe(entity.name.empty() ? entity.id : entity.name, 80)) << "</bdi></li>\n";
}

void arrow(const EvidenceStep& step, std::ostream& out) {
  out << "<li class=\"arrow\">" << html_text(spaced(to_string(step.relation))) << " <span>&#8594;</span>";
  if (!step.date.empty()) out << "<small>" << html_text(safe(step.date, 24)) << "</small>";
  out << "</li>\n";
}

bool is_web_page(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

}  // namespace

void html_head(std::string_view title, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
         "base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
      << html_text(title) << "</title>\n<style>" << style << "</style>\n</head>\n";
}

void html_path(const std::vector<EvidenceStep>& steps, std::ostream& out) {
  const EvidenceStep* before = nullptr;
  const auto last = std::find_if(steps.rbegin(), steps.rend(), joins);
  for (const EvidenceStep& step : steps) {
    if (!joins(step)) continue;
    if (before == nullptr || before->to != step.from) {
      out << (before == nullptr ? "" : "</ol>\n") << "<ol class=\"path\">\n";
      box(step.from, false, out);
    }
    arrow(step, out);
    box(step.to, &step == &*last, out);
    before = &step;
  }
  if (before != nullptr) out << "</ol>\n";
}

void html_steps(const Tables& tables, const std::vector<EvidenceStep>& steps, std::ostream& out) {
  if (steps.empty()) return;
  out << "<table>\n<thead><tr><th scope=\"col\">step</th><th scope=\"col\">says</th><th scope=\"col\">where</th>"
         "<th scope=\"col\">cell</th><th scope=\"col\">date</th><th scope=\"col\">grade</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const StepRow step = step_row(tables, steps[i]);
    out << "<tr><td>" << i + 1 << "</td><td><bdi>" << html_text(step.says) << "</bdi></td><td><code>"
        << html_text(step.place) << "</code></td><td><code><bdi>" << html_text(step.text) << "</bdi></code></td><td>"
        << html_text(step.date) << "</td><td>" << html_text(step.grade) << "</td></tr>\n";
  }
  out << "</tbody>\n</table>\n";
}

void html_basis(const Rule& rule, std::ostream& out) {
  if (rule.references.empty()) return;
  out << "<dt>Basis</dt><dd>";
  bool first = true;
  for (const Citation& citation : rule.references) {
    out << (first ? "" : "; ");
    first = false;
    const bool linked = is_web_page(citation.url);
    if (linked) out << "<a rel=\"noreferrer\" href=\"" << html_text(citation.url) << "\">";
    out << html_text(prose(citation.cite)) << (linked ? "</a>" : "");
    if (!citation.locator.empty()) out << ", " << html_text(prose(citation.locator));
  }
  out << "</dd>\n";
}

void html_term(std::string_view title, std::string_view text, std::ostream& out) {
  if (!text.empty()) out << "<dt>" << title << "</dt><dd><bdi>" << html_text(text) << "</bdi></dd>\n";
}

}  // namespace assay
