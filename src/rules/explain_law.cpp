#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/law_question.h"
#include "rules/unknowns.h"

namespace assay {
namespace {

constexpr std::size_t most_reasons = 5;

LawEntry::Status status_of(const LawRow& row) {
  switch (row.bars()) {
    case Truth::yes:
      return LawEntry::Status::barred;
    case Truth::unknown:
      return LawEntry::Status::unknown;
    case Truth::no:
      break;
  }
  return LawEntry::Status::not_in_force;
}

/// The more it says, the higher: barred before unknown before not in force before not named.
int weight(LawEntry::Status status) {
  constexpr std::array<int, 4> weights = {3, 0, 1, 2};
  return weights[static_cast<std::size_t>(status)];
}

/// How well a row is known, best first.
int distance(std::string_view status) {
  constexpr std::array<std::string_view, 4> order = {"primary", "implementing", "secondary", "project"};
  return static_cast<int>(std::find(order.begin(), order.end(), status) - order.begin());
}

/// What one jurisdiction says: its measures with the status that says most, each once, in the order of the table.
std::vector<LawEntry> entries_of(const std::string& jurisdiction, const std::vector<LawRow>& rows) {
  std::vector<LawEntry> entries;
  int most = 0;
  for (const LawRow& row : rows) {
    if (row.measure->jurisdiction != jurisdiction) continue;
    LawEntry entry{jurisdiction, row.measure->measure_id, status_of(row), row.measure->status};
    most = std::max(most, weight(entry.status));
    const auto same = std::find_if(entries.begin(), entries.end(),
                                   [&](const LawEntry& other) { return other.measure == entry.measure; });
    if (same == entries.end())
      entries.push_back(std::move(entry));
    else if (std::pair(weight(entry.status), -distance(entry.source)) >
             std::pair(weight(same->status), -distance(same->source)))
      *same = std::move(entry);
  }
  std::erase_if(entries, [most](const LawEntry& entry) { return weight(entry.status) < most; });
  if (entries.empty()) entries.push_back({jurisdiction, {}, LawEntry::Status::not_named, {}});
  return entries;
}

std::vector<LawEntry> law_of(const LawQuestion& question, const Measures& measures, const std::vector<LawRow>& rows) {
  std::vector<LawEntry> law;
  for (const std::string& one : question.jurisdictions.empty() ? measures.jurisdictions : question.jurisdictions)
    for (LawEntry& entry : entries_of(one, rows)) law.push_back(std::move(entry));
  return law;
}

Grade grade_of(const Measure& measure) {
  const int far = distance(measure.status);
  return far <= 1 ? Grade::a : far == 2 ? Grade::c : Grade::d;
}

/// Rows that bar, the best known of each jurisdiction, and of equals the one that names the goods most closely.
/// Those that are less well known than the best of all prove nothing more.
std::vector<const LawRow*> proving(const std::vector<LawRow>& rows) {
  std::vector<const LawRow*> best;
  const auto rank = [](const LawRow& row) {
    return std::pair(grade_of(*row.measure), -static_cast<int>(row.measure->hs_prefix.size()));
  };
  for (const LawRow& row : rows) {
    if (row.bars() != Truth::yes) continue;
    const auto same = std::find_if(best.begin(), best.end(), [&row](const LawRow* other) {
      return other->measure->jurisdiction == row.measure->jurisdiction;
    });
    if (same == best.end())
      best.push_back(&row);
    else if (rank(row) < rank(**same))
      *same = &row;
  }
  Grade top = Grade::d;
  for (const LawRow* row : best) top = std::min(top, grade_of(*row->measure));
  std::erase_if(best, [top](const LawRow* row) { return grade_of(*row->measure) != top; });
  return best;
}

std::string under(const Measure& measure) {
  return measure.hs_prefix == "*" ? "every good" : fmt::format("{} under {}", measure.commodity, measure.hs_prefix);
}

/// "UN-2371-8 (S/RES/2371 (2017), 8) bars coal under 2701 from 2017-08-05".
std::string words_of(const Measure& measure) {
  const std::string since = day_to_string(measure.from);
  const std::string until = measure.to == latest_day ? "" : fmt::format(" to {}", day_to_string(measure.to));
  const std::string_view caveat = measure.status == "secondary"    ? " (as reported)"
                                  : measure.status == "project"    ? " (a lead of the project)"
                                  : measure.status == "remembered" ? " (not confirmed)"
                                                                   : "";
  return fmt::format("{} ({}, {}) bars {} from {}{}{}", measure.measure_id, measure.instrument, measure.paragraph,
                     under(measure), since, until, caveat);
}

std::string shown(const SupplyGraph& graph, CellRef cell) {
  return cell.exists() ? shorten(escape_for_terminal(trim(graph.tables->text(cell))), 60) : "";
}

/// The cell of a field as a step of the proof. Nothing for one that has no cell, or that did not matter.
void add_cell(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Field field, Grounds& out) {
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = step.to = subject_entity(graph, kind, subject);
  step.cell = cell_of(graph, kind, subject, field);
  step.grade = kind == SubjectKind::shipment ? Grade::b : Grade::c;
  step.says = fmt::format("{}: {} is {}", step.from.name, info(field).says, shown(graph, step.cell));
  out.steps.push_back(std::move(step));
}

bool is_by_description(const LawRow* row) {
  return row->measure->coverage != Coverage::full;
}

void prove(const LawQuestion& question, const LawAnswer& answer, const std::vector<LawRow>& rows,
           const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Grounds& out) {
  const std::vector<const LawRow*> proof = proving(rows);
  if (answer.goods().known == Known::yes) add_cell(graph, kind, subject, question.goods, out);
  if (std::any_of(proof.begin(), proof.end(), is_by_description))
    add_cell(graph, kind, subject, description_field(question.goods), out);
  add_cell(graph, kind, subject, answer.date_field(), out);
  for (const LawRow* row : proof) {
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::reference;
    step.from = step.to = subject_entity(graph, kind, subject);
    step.grade = grade_of(*row->measure);
    step.says = words_of(*row->measure);
    step.reference_pack = graph.reference->measures.pack;
    step.reference_table = "measures";
    step.reference_line = row->measure->line;
    step.reference_field = "hs_prefix";
    step.reference_text = row->measure->hs_prefix;
    out.steps.push_back(std::move(step));
    out.because.push_back(words_of(*row->measure));
  }
}

// ---- what is missing

void add_cause(const Cause& cause, Grounds& out) {
  const bool there = std::any_of(out.causes.begin(), out.causes.end(), [&cause](const Cause& other) {
    return other.cell == cause.cell && other.field == cause.field && other.why == cause.why;
  });
  if (!there) out.causes.push_back(cause);
}

/// Whether the code of the goods is asked for, or their description: that is a question of the row, also where no
/// input describes goods, for the code that may be barred is there.
Cause goods_cause(const LawQuestion& question, const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject,
                  bool code_decides) {
  if (code_decides) return cause_of(graph, kind, subject, question.goods);
  Cause cause = cause_of(graph, kind, subject, description_field(question.goods));
  if (cause.why == Cause::Why::not_asked)
    cause = {Cause::Why::blank, cell_of(graph, kind, subject, cause.field), no_vertex, cause.field};
  cause.fine_point = true;
  return cause;
}

void find_causes(const LawQuestion& question, const LawAnswer& answer, const std::vector<LawRow>& rows,
                 const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, Grounds& out) {
  const std::vector<const LawRow*> nearest = nearest_rows(rows);
  Waits asked = 0;
  bool code_decides = false;
  for (const LawRow* row : nearest) {
    asked |= waits_of(*row);
    code_decides = code_decides || is_code_short(*row, answer);
  }
  if ((asked & for_goods) != 0) out.causes.push_back(goods_cause(question, graph, kind, subject, code_decides));
  if ((asked & for_date) != 0) out.causes.push_back(cause_of(graph, kind, subject, answer.date_field()));
  for (const LawRow* row : nearest) {
    if ((waits_of(*row) & for_proof) == 0) continue;
    Cause claim{Cause::Why::ambiguous, row->defence.cell, no_vertex, row->defence.cell.field};
    claim.claimed = true;
    add_cause(claim, out);
  }
}

/// Why nothing bars: no row names the goods, perhaps as they are described, or an exception that documents show lifts
/// those that do.
void defend(const LawQuestion& question, const std::vector<LawRow>& rows, const SupplyGraph& graph, SubjectKind kind,
            std::uint32_t subject, Grounds& out) {
  bool lifted = false;
  for (const LawRow& row : rows) {
    if (row.defence.truth != Truth::yes || both(row.names, row.in_force) == Truth::no) continue;
    lifted = true;
    out.because.push_back(fmt::format("the exception {} lifts {}: {} shows it", row.defence.exception->id,
                                      row.measure->measure_id, shown(graph, row.defence.shown_by)));
    if (std::find(out.rests_on.begin(), out.rests_on.end(), row.defence.shown_by) == out.rests_on.end())
      out.rests_on.push_back(row.defence.shown_by);
  }
  if (!lifted) out.because.emplace_back("no measure in force on the date names these goods");
  const auto other = std::find_if(rows.begin(), rows.end(), [](const LawRow& row) {
    return is_by_description(&row) && row.names == Truth::no && row.in_force != Truth::no;
  });
  if (other == rows.end()) return;
  const CellRef cell = cell_of(graph, kind, subject, description_field(question.goods));
  out.because.push_back(fmt::format("{} names {}, and the goods are described as another commodity: {}",
                                    other->measure->measure_id, under(*other->measure), shown(graph, cell)));
  if (std::find(out.rests_on.begin(), out.rests_on.end(), cell) == out.rests_on.end()) out.rests_on.push_back(cell);
}

/// Why a row may bar and may not: "the description decides" for a part of a code.
std::string doubt_of(const LawRow& row, const LawAnswer& answer) {
  const Waits waits = waits_of(row);
  const Measure& measure = *row.measure;
  std::string doubt = fmt::format("{} may bar these goods:", measure.measure_id);
  if ((waits & for_goods) != 0 && answer.goods().known != Known::yes)
    doubt += " their code is not known;";
  else if ((waits & for_goods) != 0 && answer.goods().text.size() < measure.hs_prefix.size())
    doubt += fmt::format(" it names {}, and the code {} is too short to tell;", under(measure), answer.goods().text);
  else if ((waits & for_goods) != 0)
    doubt +=
        fmt::format(" it names only a part of what stands under {}: the description decides;", measure.hs_prefix);
  if ((waits & for_date) != 0) doubt += fmt::format(" it is in force from {};", day_to_string(measure.from));
  if ((waits & for_proof) != 0)
    doubt += fmt::format(" the exception {} is claimed, and nothing shows it ({});", row.defence.exception->id,
                         row.defence.exception->needs);
  doubt.pop_back();
  return doubt;
}

/// The same from what is kept, for a subject that claims no exception.
void find_causes(const LawQuestion& question, const LawSummary& summary, const SupplyGraph& graph, SubjectKind kind,
                 std::uint32_t subject, Grounds& out) {
  if (summary.waits_for_goods) out.causes.push_back(goods_cause(question, graph, kind, subject, !summary.fine_point));
  if (summary.waits_for_date) out.causes.push_back(cause_of(graph, kind, subject, question.dates.front()));
}

}  // namespace

void explain_law(const LawQuestion& question, const LawMemory& memory, const SupplyGraph& graph, SubjectKind kind,
                 std::uint32_t subject, Truth truth, Grounds& out) {
  if (out.causes_only) {
    if (truth != Truth::unknown) return;
    if (const LawSummary* summary = memory.summary(kind, subject)) {
      find_causes(question, *summary, graph, kind, subject, out);
      return;
    }
  }
  const LawAnswer answer(question, graph, kind, subject);
  const std::vector<LawRow> rows = answer.rows(memory);
  if (truth == Truth::unknown) find_causes(question, answer, rows, graph, kind, subject, out);
  if (out.causes_only) return;
  out.law = law_of(question, graph.reference->measures, rows);
  if (truth == Truth::yes) prove(question, answer, rows, graph, kind, subject, out);
  if (truth == Truth::no) defend(question, rows, graph, kind, subject, out);
  if (truth != Truth::unknown) return;
  const std::vector<const LawRow*> open = nearest_rows(rows);
  for (std::size_t i = 0; i < std::min(most_reasons, open.size()); ++i)
    out.because.push_back(doubt_of(*open[i], answer));
}

}  // namespace assay
