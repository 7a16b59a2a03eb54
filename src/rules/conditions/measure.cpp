#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/condition.h"
#include "rules/defence.h"
#include "rules/field_value.h"
#include "rules/law_question.h"
#include "rules/subject_field.h"
#include "rules/unknowns.h"

// measure: {direction: from_kp, jurisdictions: [UN, US], goods: shipment.hs_code, date: [shipment.date],
// exceptions: defend | ignore}. Does some measure in force on the date bar these goods? The law stands in
// data/measures.csv and data/exceptions.csv of the pack.

namespace assay {
namespace {

const LawQuestion& data_of(const Condition& c) {
  return *static_cast<const LawQuestion*>(c.data.get());
}

// ---- parsing

/// Fields of a key, or those that a shipment has by itself.
std::vector<Field> parse_fields(const ConditionParser& parser, MapReader& reader, const YamlNode& value,
                                std::string_view key, FieldType type, Field otherwise) {
  const YamlNode* node = reader.optional(key);
  if (node == nullptr) {
    if (parser.subject == SubjectKind::shipment) return {otherwise};
    parser.complain(value, fmt::format("missing key: measure must have {} for a {}", key, to_string(parser.subject)));
    return {};
  }
  std::vector<Field> fields;
  for (const std::string& text : reader.texts(key, true))
    if (const auto field = subject_field(parser, *node, text, type)) fields.push_back(*field);
  return fields;
}

void parse_jurisdictions(const ConditionParser& parser, MapReader& reader, LawQuestion& out) {
  const DataTable& table = parser.context->tables->at("measures");
  out.jurisdictions = reader.texts("jurisdictions", false);
  const std::optional<std::size_t> column = table.column("jurisdiction");
  if (!column) return;  // the table itself is refused
  std::vector<std::string_view> known;
  for (const DataRow& row : table.rows)
    if (std::find(known.begin(), known.end(), row.cells[*column]) == known.end()) known.push_back(row.cells[*column]);
  for (const std::string& one : out.jurisdictions)
    if (std::find(known.begin(), known.end(), one) == known.end())
      parser.complain(*reader.optional("jurisdictions"), fmt::format("no measure is of jurisdiction `{}`", one),
                      fmt::format("one of: {}", fmt::join(known, ", ")));
}

bool has_measures(const ConditionParser& parser, const YamlNode& value) {
  if (parser.context != nullptr && parser.context->tables != nullptr && parser.context->tables->contains("measures"))
    return true;
  if (parser.context != nullptr && !parser.context->tables_known) return false;
  parser.complain(value, "the pack has no table data/measures.csv, which `measure` asks");
  return false;
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  MapReader reader(parser.document, value, "measure", parser.diagnostics);
  auto data = std::make_shared<LawQuestion>();
  std::vector<std::string_view> ways;
  for (std::size_t i = 0; i < directions; ++i) ways.push_back(to_string(static_cast<Direction>(i)));
  if (const int way = reader.word("direction", true, ways); way >= 0) data->direction = static_cast<Direction>(way);
  if (has_measures(parser, value)) parse_jurisdictions(parser, reader, *data);
  const auto goods = parse_fields(parser, reader, value, "goods", FieldType::hs_code, Field::shipment_hs_code);
  if (goods.size() == 1)
    data->goods = goods.front();
  else if (goods.size() > 1)
    parser.complain(*reader.optional("goods"), "`goods` is one field");
  data->dates = parse_fields(parser, reader, value, "date", FieldType::date, Field::shipment_date);
  data->defend = reader.word("exceptions", false, {"defend", "ignore"}) != 1;
  reader.finish();
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

// ---- evaluation

const LawMemory& memory_of(const Condition& c, const Evaluator& e) {
  return e.kept<LawMemory>(c, [&] { return std::make_shared<LawMemory>(data_of(c), e.graph()); });
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (is_rest(e, kind, subject)) return rest_closed_by(e, subject).exists() ? Truth::no : Truth::unknown;
  return LawAnswer(data_of(c), e.graph(), kind, subject).truth(memory_of(c, e));
}

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  const SupplyGraph& graph = e.graph();
  const LawMemory& memory = memory_of(c, e);
  Answer result(among.size());
  among.for_each([&](std::size_t number) {
    const auto subject = static_cast<std::uint32_t>(number);
    if (const LawSummary* summary = memory.summary(kind, subject))
      result.put(subject, summary->truth);
    else
      result.put(subject, is_rest(e, kind, subject) ? at(c, e, kind, subject)
                                                    : LawAnswer(data_of(c), graph, kind, subject).truth(memory));
  });
  return result;
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  if (is_rest(e, kind, subject)) {
    explain_rest(e, subject, truth, data_of(c).goods, out);
    return;
  }
  explain_law(data_of(c), memory_of(c, e), e.graph(), kind, subject, truth, out);
}

std::string schema() {
  const std::string texts =
      R"({"anyOf":[{"type":"string"},{"type":"array","minItems":1,"items":{"type":"string"}}]})";
  return R"({"type":"object","required":["direction"],"additionalProperties":false,"properties":{"direction":{"enum":)"
         R"(["from_kp","to_kp","from_any","labour","investment","designation"]},"jurisdictions":)" +
         texts + R"(,"goods":{"type":"string"},"date":)" + texts + R"(,"exceptions":{"enum":["defend","ignore"]}}})";
}

}  // namespace

const ConditionKind measure_condition = {
    "measure", "a measure in force on the date bars these goods", parse, answer, at, explain, schema};

}  // namespace assay
