#include "report/ask.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/text.h"
#include "report/ask_words.h"
#include "report/layout.h"

namespace assay {
namespace {

using Form = SheetQuestion::Form;

/// Whom a letter reaches. A row, a table or a site that nobody names cannot answer.
bool can_be_asked(const Entity& entity) {
  const bool reachable = entity.kind == VertexKind::company || entity.kind == VertexKind::public_body;
  return reachable && !entity.name.empty();
}

Form form_of(const Missing& missing, const Tables& tables) {
  if (missing.why == Cause::Why::not_asked) {
    if (missing.field.starts_with("worker_group.") && !tables.has(TableKind::workers)) return Form::all_workers;
    if (missing.field == "supplier.owner") return Form::owners;
  }
  if (missing.why != Cause::Why::frontier) return Form::cell;
  if (missing.field == "inputs") return Form::inputs;
  if (missing.field == "workforce") return Form::workers;
  return missing.field == "owners" ? Form::owners : Form::cell;
}

std::string place_of(const Tables& tables, const Missing& missing) {
  const bool of_a_cell = missing.why != Cause::Why::frontier && missing.why != Cause::Why::not_asked;
  if (!missing.cell.exists() || !of_a_cell) return {};
  return place_text(tables.place(missing.cell)) + ' ' + missing.field;
}

class Gathering {
 public:
  explicit Gathering(const Audit& audit) : audit_(audit) {}

  std::vector<Sheet> run() {
    for (std::size_t number = 0; number < audit_.evaluation.findings.size(); ++number)
      if (audit_.evaluation.findings[number].verdict == Verdict::insufficient) add(number);
    std::vector<std::pair<std::uint64_t, Sheet>> sheets;
    for (auto& [key, sheet] : by_party_) {
      std::uint64_t settles = 0;
      for (const SheetQuestion& question : sheet.questions) settles += question.settles;
      std::stable_sort(sheet.questions.begin(), sheet.questions.end(), [](const auto& a, const auto& b) {
        return std::pair(a.settles, a.gap) > std::pair(b.settles, b.gap);
      });
      sheets.emplace_back(settles, std::move(sheet));
    }
    std::stable_sort(sheets.begin(), sheets.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Sheet> out;
    for (auto& [settles, sheet] : sheets) out.push_back(std::move(sheet));
    return out;
  }

 private:
  void add(std::size_t number) {
    const Finding& finding = audit_.evaluation.findings[number];
    const FindingText text = describe(audit_.evaluation, number);
    if (text.ask.empty() || text.missing.empty()) return;
    // A table that nobody gave is asked of each party that it would be about, all else of whom it is asked.
    const bool of_all = text.missing.front().why == Cause::Why::not_asked;
    for (std::size_t i = 0; i < text.missing.size(); ++i) {
      const Missing& missing = text.missing[i];
      const Ask& ask = text.ask[std::min(i, text.ask.size() - 1)];
      const Entity& whom = of_all ? missing.subject : ask.whom;
      if (can_be_asked(whom)) add(whom, question(finding, text, missing, ask, whom));
    }
  }

  [[nodiscard]] SheetQuestion question(const Finding& finding, const FindingText& text, const Missing& missing,
                                       const Ask& ask, const Entity& whom) const {
    SheetQuestion one;
    one.finding = text.id;
    one.gap = finding.gap;
    one.settles = finding.settles;
    one.form = form_of(missing, audit_.tables);
    const std::string own = missing.why == Cause::Why::not_asked ? english_question(one.form, whom.name) : "";
    one.english = prose(own.empty() ? ask.what : own);
    one.chinese = chinese_question(one.form, missing.field, safe(missing.subject.name, 120), missing.why);
    one.document = prose(ask.document);
    one.where = place_of(audit_.tables, missing);
    return one;
  }

  void add(const Entity& party, SheetQuestion question) {
    Sheet& sheet = by_party_[party.name + '\n' + party.id];
    sheet.party = party;
    sheet.questions.push_back(std::move(question));
  }

  const Audit& audit_;
  std::map<std::string, Sheet> by_party_;
};

void row(std::ostream& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) out << (i == 0 ? "" : ",") << csv_text(cells[i]);
  out << "\r\n";
}

}  // namespace

std::vector<Sheet> sheets_of(const Audit& audit) {
  return Gathering(audit).run();
}

std::string csv_text(std::string_view text) {
  std::string cell = escape_for_terminal(text);
  // The wide forms are formulas too where a Chinese or Japanese keyboard is used.
  constexpr std::string_view formulas[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  const std::string_view shown = std::string_view(cell).substr(std::min(cell.find_first_not_of(' '), cell.size()));
  if (std::any_of(std::begin(formulas), std::end(formulas), [&](std::string_view f) { return shown.starts_with(f); }))
    cell.insert(0, 1, '\'');
  if (cell.find_first_of(",\"\n") == std::string::npos && !cell.starts_with(' ') && !cell.ends_with(' ')) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void write_sheet(const Sheet& sheet, std::ostream& out) {
  out << "\xEF\xBB\xBF";  // else Excel takes Chinese for something else
  row(out,
      {"finding", "matters", "verdicts waiting", "question", "问题", "settled by", "cell", "how to answer",
       "填写说明", "answer", "party", "statement", "goods", "from", "to", "document", "issuer", "date", "grade"});
  for (const SheetQuestion& one : sheet.questions)
    row(out, {one.finding, std::string(to_string(one.gap)), std::to_string(one.settles), one.english, one.chinese,
              one.document, one.where, std::string(english_how(one.form)), std::string(chinese_how(one.form)), "",
              one.form == Form::cell ? "" : sheet.party.name, "", "", "", "", "", "", "", ""});
}

}  // namespace assay
