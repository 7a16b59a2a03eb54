#include <fmt/format.h>

#include "base/text.h"
#include "rules/condition.h"
#include "rules/field_value.h"
#include "rules/subject_field.h"
#include "rules/unknowns.h"

// effective: {from: 2017-08-02, to: 2019-12-31, on: shipment.date}: a key of the rule. The reader of rules asks it
// beside `when`, so that a subject of another day is not asked, and beside the condition, so that a subject of a day
// that is not known is never flagged.

namespace assay {
namespace {

/// The days on which the rule is in force, both included.
struct Interval {
  Day from = earliest_day;
  Day to = latest_day;
  Field on = Field::shipment_date;
};

const Interval& data_of(const Condition& c) {
  return *static_cast<const Interval*>(c.data.get());
}

// ---- parsing

void parse_day(const ConditionParser& parser, MapReader& reader, std::string_view key, Day& day) {
  const YamlNode* node = reader.optional(key);
  if (node == nullptr) return;
  const Date date = parse_date(reader.text(key, false));
  if (date.known == Known::yes && date.precision == Precision::day)
    day = date.first;
  else if (node->kind == YamlNode::Kind::scalar)
    parser.complain(*node, fmt::format("\"{}\" is no day", node->text), "write it as 2017-08-05");
}

/// The date that is compared: of a shipment its own when the rule does not say.
void parse_on(const ConditionParser& parser, MapReader& reader, Field& on) {
  const bool required = parser.subject != SubjectKind::shipment;
  const YamlNode* node = required ? reader.require("on") : reader.optional("on");
  if (node == nullptr) return;
  if (const std::string name = reader.text("on", true); !name.empty())
    if (const auto field = subject_field(parser, *node, name, FieldType::date)) on = *field;
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  MapReader reader(parser.document, value, "effective", parser.diagnostics);
  auto data = std::make_shared<Interval>();
  parse_day(parser, reader, "from", data->from);
  parse_day(parser, reader, "to", data->to);
  parse_on(parser, reader, data->on);
  reader.finish();
  if (parser.diagnostics.size() != before) return false;
  if (data->from == earliest_day && data->to == latest_day)
    parser.complain(value, "`effective` has neither `from` nor `to`", "effective: {from: 2017-08-05}");
  else if (data->from > data->to)
    parser.complain(value, "`effective` ends before it begins");
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

// ---- evaluation

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (is_rest(e, kind, subject)) return rest_closed_by(e, subject).exists() ? Truth::no : Truth::unknown;
  const Interval& data = data_of(c);
  return within(value_of(e.graph(), kind, subject, data.on).date, data.from, data.to);
}

std::string words_of(const Interval& data) {
  const std::string from = data.from == earliest_day ? "" : fmt::format(" from {}", day_to_string(data.from));
  const std::string to = data.to == latest_day ? "" : fmt::format(" to {}", day_to_string(data.to));
  return fmt::format("the rule is in force{}{}", from, to);
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  const Interval& data = data_of(c);
  if (is_rest(e, kind, subject)) {
    explain_rest(e, subject, truth, data.on, out);
    return;
  }
  const SupplyGraph& graph = e.graph();
  if (truth == Truth::unknown) out.causes.push_back(cause_of(graph, kind, subject, data.on));
  if (out.causes_only) return;
  const CellRef cell = cell_of(graph, kind, subject, data.on);
  const std::string shown = cell.exists() ? shorten(escape_for_terminal(trim(graph.tables->text(cell))), 60) : "";
  out.because.push_back(
      fmt::format("{}; {} is {}", words_of(data), info(data.on).name, shown.empty() ? "not stated" : shown));
  if (truth != Truth::yes) return;
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = step.to = subject_entity(graph, kind, subject);
  step.cell = cell;
  step.grade = kind == SubjectKind::shipment ? Grade::b : Grade::c;
  step.says = fmt::format("{}: {} is {}, and {}", step.from.name, info(data.on).says, shown, words_of(data));
  out.steps.push_back(std::move(step));
}

}  // namespace

const ConditionKind effective_condition = {
    "effective", "the rule is in force on the subject's date", parse, nullptr, at, explain};

}  // namespace assay
