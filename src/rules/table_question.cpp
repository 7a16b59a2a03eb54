#include "rules/table_question.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/unknowns.h"

namespace assay {
namespace {

Truth truth_of(bool holds) {
  return holds ? Truth::yes : Truth::no;
}

Truth prefix(const std::string& text, const std::vector<std::string>& prefixes) {
  Truth truth = Truth::no;
  for (const std::string& one : prefixes) {
    if (text.starts_with(one)) return Truth::yes;
    if (one.starts_with(text)) truth = Truth::unknown;  // 27 against 2701: too short to tell
  }
  return truth;
}

Truth equal(const Operand& operand, FieldType type, const FieldValue& value) {
  const auto among = [](const auto& list, const auto& one) {
    return truth_of(std::find(list.begin(), list.end(), one) != list.end());
  };
  switch (type) {
    case FieldType::country:
      if (value.known == Known::yes) return among(operand.countries, value.country);
      return std::any_of(operand.countries.begin(), operand.countries.end(),
                         [&value](Country country) { return value.country.may_be(country); })
                 ? Truth::unknown
                 : Truth::no;
    case FieldType::number:
    case FieldType::percent:
      return among(operand.numbers, value.number);
    case FieldType::hs_code:
      if (among(operand.texts, value.text) == Truth::yes) return Truth::yes;
      return both(prefix(value.text, operand.texts), Truth::unknown);  // more digits, or fewer: the same goods maybe
    default:
      return among(operand.texts, value.text);
  }
}

std::string shown(const SupplyGraph& graph, CellRef cell) {
  return cell.exists() ? shorten(escape_for_terminal(trim(graph.tables->text(cell))), 60) : "";
}

/// "hs 2701, from 2017-08-05, by UNSCR 2371".
std::string words_of(const TableQuestion& question, const TableRow& row) {
  std::string words;
  for (std::size_t column = 0; column < question.columns.size(); ++column) {
    if (row.cells[column].empty()) continue;
    if (!words.empty()) words += ", ";
    words += question.columns[column] + ' ' + shorten(row.cells[column], 40);
  }
  return shorten(words, 160);
}

/// How good a row of a pack is, by its status; a table without that column is the rule's or the pack's own word.
Grade grade_of(const TableQuestion& question, const TableRow& row) {
  if (!question.status) return Grade::a;
  const std::string& status = row.cells[*question.status];
  if (status == "primary" || status == "implementing") return Grade::a;
  return status == "secondary" || status == "geocoded" ? Grade::c : Grade::d;
}

void prove(const TableQuestion& question, const TableRow& row, const SupplyGraph& graph, SubjectKind kind,
           std::uint32_t subject, Grounds& out) {
  const Entity entity = subject_entity(graph, kind, subject);
  std::vector<Field> named;
  for (const ColumnTest& test : question.tests) {
    if (std::find(named.begin(), named.end(), test.field) != named.end()) continue;
    named.push_back(test.field);
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = entity;
    step.cell = cell_of(graph, kind, subject, test.field);
    step.grade = kind == SubjectKind::shipment ? Grade::b : Grade::c;
    step.says = fmt::format("{}: {} is {}", entity.name, info(test.field).says, shown(graph, step.cell));
    out.steps.push_back(std::move(step));
  }
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::reference;
  step.from = step.to = entity;
  step.grade = grade_of(question, row);
  step.says = fmt::format("{}: {}", question.table, words_of(question, row));
  step.reference_pack = question.pack;
  step.reference_table = question.table;
  step.reference_line = row.line;
  step.reference_field = question.columns[question.shown];
  step.reference_text = row.cells[question.shown];
  out.steps.push_back(std::move(step));
  out.row.clear();
  for (std::size_t column = 0; column < question.columns.size(); ++column)
    out.row.emplace_back(question.columns[column], row.cells[column]);
}

/// What is missing: for the rows that wait for least, the fields that they wait for.
void find_causes(const TableQuestion& question, const std::vector<FieldValue>& values, const SupplyGraph& graph,
                 SubjectKind kind, std::uint32_t subject, Grounds& out) {
  std::vector<Waits> waits;
  for (const TableRow& row : question.rows) {
    if (fit(question, row, values) != Truth::unknown) continue;
    Waits fields = 0;
    for (std::size_t i = 0; i < question.tests.size(); ++i)
      if (compare(question.tests[i], row.operands[i], values[i]) == Truth::unknown) fields |= Waits{1} << i;
    waits.push_back(fields);
  }
  Waits asked = 0;
  for (const Waits one : least_waits(std::move(waits))) asked |= one;
  std::vector<Field> named;
  for (std::size_t i = 0; i < question.tests.size(); ++i) {
    const Field field = question.tests[i].field;
    if ((asked >> i & 1) == 0 || std::find(named.begin(), named.end(), field) != named.end()) continue;
    named.push_back(field);
    out.causes.push_back(cause_of(graph, kind, subject, field));
  }
}

}  // namespace

Truth compare(const ColumnTest& test, const Operand& operand, const FieldValue& value) {
  const bool is_date = test.op == ColumnOp::on_or_after || test.op == ColumnOp::before;
  if (operand.empty) return truth_of(is_date);
  if (operand.any) return Truth::yes;
  const FieldType type = info(test.field).type;
  const bool korea = type == FieldType::country && value.known == Known::ambiguous;
  if (value.known != Known::yes && !korea) return Truth::unknown;
  switch (test.op) {
    case ColumnOp::code:
      return prefix(value.text, operand.texts);
    case ColumnOp::equals:
      return equal(operand, type, value);
    case ColumnOp::on_or_after:
      return within(value.date, operand.day, latest_day);
    case ColumnOp::before:
      return within(value.date, earliest_day, operand.day - 1);
  }
  return Truth::unknown;
}

std::vector<FieldValue> values_of(const TableQuestion& question, const SupplyGraph& graph, SubjectKind kind,
                                  std::uint32_t subject) {
  std::vector<FieldValue> values;
  values.reserve(question.tests.size());
  for (const ColumnTest& test : question.tests) values.push_back(value_of(graph, kind, subject, test.field));
  return values;
}

Truth fit(const TableQuestion& question, const TableRow& row, const std::vector<FieldValue>& values) {
  Truth truth = Truth::yes;
  for (std::size_t i = 0; i < question.tests.size() && truth != Truth::no; ++i)
    truth = both(truth, compare(question.tests[i], row.operands[i], values[i]));
  return truth;
}

void explain_table(const TableQuestion& question, const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject,
                   Truth truth, Grounds& out) {
  const std::vector<FieldValue> values = values_of(question, graph, kind, subject);
  if (truth == Truth::unknown) find_causes(question, values, graph, kind, subject, out);
  if (out.causes_only) return;
  const TableRow* first = nullptr;
  for (const TableRow& row : question.rows)
    if (first == nullptr && truth != Truth::no && fit(question, row, values) == truth) first = &row;
  if (first == nullptr) {
    out.because.push_back(fmt::format("no row of {} fits", question.table));
    return;
  }
  out.because.push_back(fmt::format("{} of {}: {}", truth == Truth::yes ? "a row fits" : "a row may fit",
                                    question.table, words_of(question, *first)));
  if (truth == Truth::yes) prove(question, *first, graph, kind, subject, out);
}

}  // namespace assay
