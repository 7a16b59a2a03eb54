#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <variant>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/goods.h"
#include "names/fold.h"
#include "rules/condition.h"
#include "rules/derived_field.h"
#include "rules/field_value.h"
#include "rules/pattern.h"
#include "rules/unknowns.h"

// where: {field: value, field: {operator: value}}. Every field must fit. A field that is not known leaves the answer
// open, except for `blank`, which asks just that.

namespace assay {
namespace {

enum class Op : std::uint8_t {
  in,
  not_in,
  under,
  at_least,
  above,
  at_most,
  below,
  before,
  on_or_after,
  blank,
  matches,
  derived
};

struct NamedOp {
  std::string_view name;
  Op op;
};

constexpr auto named_ops = std::to_array<NamedOp>({
    {"in", Op::in},
    {"is", Op::in},
    {"not", Op::not_in},
    {"not_in", Op::not_in},
    {"under", Op::under},
    {"at_least", Op::at_least},
    {"above", Op::above},
    {"at_most", Op::at_most},
    {"below", Op::below},
    {"before", Op::before},
    {"on_or_after", Op::on_or_after},
    {"blank", Op::blank},
    {"matches", Op::matches},
});

/// One field and what is asked of it. Operands are parsed by the field's type when the rule is loaded.
struct FieldTest {
  Field field{};
  Op op = Op::in;
  const DerivedField* derived = nullptr;  ///< instead of a field
  bool flag = true;                       ///< of blank and of a derived field: the value asked for
  std::vector<Country> countries;
  std::vector<std::string> texts;  ///< HS prefixes, folded texts
  Day day = 0;
  std::vector<double> numbers;  ///< one for a comparison
  std::shared_ptr<const Pattern> pattern;
};

struct WhereData {
  std::vector<FieldTest> tests;
};

const WhereData& data_of(const Condition& c) {
  return *static_cast<const WhereData*>(c.data.get());
}

std::string_view name_of(const FieldTest& test) {
  return test.op == Op::derived ? test.derived->name : info(test.field).name;
}

// ---- parsing

bool parse_boolean(const ConditionParser& parser, const YamlNode& node, bool& value) {
  if (node.kind == YamlNode::Kind::scalar && (node.text == "true" || node.text == "false")) {
    value = node.text == "true";
    return true;
  }
  parser.complain(node, "this needs true or false");
  return false;
}

/// 27e1, which other YAML readers take for 270.
bool is_scientific(const YamlNode& node) {
  const std::size_t e = node.text.find_first_of("eE");
  return !node.quoted && e != std::string::npos && e > 0 && e + 1 < node.text.size() &&
         node.text.find_first_not_of("0123456789.eE+-") == std::string::npos;
}

bool parse_operand(const ConditionParser& parser, const YamlNode& node, FieldTest& test) {
  if (node.kind != YamlNode::Kind::scalar || node.text.empty()) {
    parser.complain(node, "null value: this needs a value");
    return false;
  }
  switch (info(test.field).type) {
    case FieldType::country: {
      const std::string& code = node.text;
      const bool is_code = code.size() == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
      if (is_code)
        test.countries.emplace_back(code[0], code[1]);
      else
        parser.complain(node, fmt::format("\"{}\" is no ISO 3166-1 code", node.text), "two capital letters: KP");
      return is_code;
    }
    case FieldType::date: {
      const Date date = parse_date(node.text);
      const bool good = date.known == Known::yes && date.precision == Precision::day;
      if (good)
        test.day = date.first;
      else
        parser.complain(node, fmt::format("\"{}\" is no date", node.text), "write it as 2017-08-05");
      return good;
    }
    case FieldType::number:
    case FieldType::percent:
      return to_number(parser.document, node, test.numbers.emplace_back(), parser.diagnostics);
    case FieldType::hs_code: {
      const bool good = node.text.size() >= 2 && node.text.size() <= 10 &&
                        std::all_of(node.text.begin(), node.text.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (good && node.text[0] == '0' && !node.quoted) {
        parser.complain(node, "octal number: quote a code that begins with 0",
                        fmt::format("write \"{}\"", node.text));
        return false;
      }
      if (!good && is_scientific(node)) {
        parser.complain(node, fmt::format("scientific number: {} is no HS code or prefix", node.text),
                        "write all digits, in quotes");
        return false;
      }
      if (good)
        test.texts.push_back(node.text);
      else
        parser.complain(node, fmt::format("\"{}\" is no HS code or prefix", node.text), "two to ten digits");
      return good;
    }
    default:
      test.texts.push_back(fold(node.text));
      return true;
  }
}

bool parse_operands(const ConditionParser& parser, const YamlNode& node, FieldTest& test) {
  if (node.kind != YamlNode::Kind::list) return parse_operand(parser, node, test);
  if (node.items.empty()) {
    parser.complain(node, "empty list: nothing could fit");
    return false;
  }
  bool good = true;
  for (const YamlNode& item : node.items) good = parse_operand(parser, item, test) && good;
  return good;
}

bool fits_type(Op op, FieldType type) {
  switch (op) {
    case Op::under:
      return type == FieldType::hs_code || type == FieldType::text || type == FieldType::place;
    case Op::before:
    case Op::on_or_after:
      return type == FieldType::date;
    case Op::at_least:
    case Op::above:
    case Op::at_most:
    case Op::below:
      return type == FieldType::number || type == FieldType::percent;
    case Op::in:
    case Op::not_in:
      return type != FieldType::date;
    case Op::matches:
      return type != FieldType::date && type != FieldType::country && type != FieldType::number &&
             type != FieldType::percent;
    default:
      return true;
  }
}

bool takes_one(Op op) {
  return op == Op::at_least || op == Op::above || op == Op::at_most || op == Op::below || op == Op::before ||
         op == Op::on_or_after;
}

bool parse_pattern(const ConditionParser& parser, const YamlNode& node, FieldTest& test) {
  std::string fault;
  if (node.kind != YamlNode::Kind::scalar || node.text.empty())
    fault = "`matches` needs one regular expression";
  else
    test.pattern = Pattern::compile(node.text, fault);
  if (!fault.empty()) parser.complain(node, "bad regex: " + fault, "the syntax is RE2's; put it into single quotes");
  return fault.empty();
}

bool parse_value(const ConditionParser& parser, const YamlNode& value, FieldTest& test) {
  if (test.op == Op::blank) return parse_boolean(parser, value, test.flag);
  if (test.op == Op::matches) return parse_pattern(parser, value, test);
  if (takes_one(test.op) && value.kind == YamlNode::Kind::list) {
    parser.complain(value, "this is compared with one value, not with a list");
    return false;
  }
  return parse_operands(parser, value, test);
}

bool parse_operator(const ConditionParser& parser, const YamlNode& key, const YamlNode& value, FieldTest test,
                    WhereData& out) {
  const auto* found =
      std::find_if(named_ops.begin(), named_ops.end(), [&key](const NamedOp& one) { return one.name == key.text; });
  if (found == named_ops.end()) {
    std::vector<std::string_view> names;
    for (const NamedOp& one : named_ops) names.push_back(one.name);
    const std::string_view near = nearest(key.text, names);
    parser.complain(key, fmt::format("unknown operator `{}`", key.text),
                    near.empty() ? "" : fmt::format("did you mean `{}`?", near));
    return false;
  }
  test.op = found->op;
  if (!fits_type(test.op, info(test.field).type)) {
    parser.complain(key, fmt::format("`{}` cannot be asked of {}", key.text, info(test.field).name));
    return false;
  }
  const bool good = parse_value(parser, value, test);
  if (good) out.tests.push_back(std::move(test));
  return good;
}

bool parse_field(const ConditionParser& parser, const YamlNode& key, const YamlNode& value, WhereData& out) {
  FieldTest test;
  if (const DerivedField* derived = find_derived(key.text, parser.subject)) {
    test.derived = derived;
    test.op = Op::derived;
    if (!parse_boolean(parser, value, test.flag)) return false;
    out.tests.push_back(std::move(test));
    return true;
  }
  const std::optional<Field> field = field_from(key.text);
  if (!field || !belongs_to(*field, parser.subject)) {
    std::vector<std::string_view> names;
    for (const FieldInfo& one : all_fields())
      if (belongs_to(one.field, parser.subject)) names.push_back(one.name);
    for (const DerivedField& one : derived_fields())
      if (one.subject == parser.subject) names.push_back(one.name);
    const std::string_view near = nearest(key.text, names, 4);
    parser.complain(key,
                    field ? fmt::format("`{}` is no field of a {}", key.text, to_string(parser.subject))
                          : fmt::format("unknown field `{}`", key.text),
                    near.empty() ? "" : fmt::format("did you mean `{}`?", near));
    return false;
  }
  test.field = *field;
  if (value.kind != YamlNode::Kind::map) {
    if (!fits_type(Op::in, info(test.field).type)) {
      parser.complain(value, "a date is compared with before or on_or_after");
      return false;
    }
    if (!parse_operands(parser, value, test)) return false;
    out.tests.push_back(std::move(test));
    return true;
  }
  if (value.keys.empty()) {
    parser.complain(value, "empty map: this needs an operator");
    return false;
  }
  bool good = true;
  for (std::size_t i = 0; i < value.keys.size(); ++i)
    good = parse_operator(parser, value.keys[i], value.items[i], test, out) && good;
  return good;
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  if (value.kind != YamlNode::Kind::map || value.keys.empty()) {
    parser.complain(value, "`where` needs at least one field", "where: {shipment.origin_country: KP}");
    return false;
  }
  auto data = std::make_shared<WhereData>();
  bool good = true;
  for (std::size_t i = 0; i < value.keys.size(); ++i)
    good = parse_field(parser, value.keys[i], value.items[i], *data) && good;
  out.data = std::move(data);
  return good;
}

// ---- evaluation

Truth truth_of(bool holds) {
  return holds ? Truth::yes : Truth::no;
}

Truth under(const std::string& text, const std::vector<std::string>& prefixes) {
  Truth truth = Truth::no;
  for (const std::string& prefix : prefixes) {
    if (text.starts_with(prefix)) return Truth::yes;
    if (prefix.starts_with(text)) truth = Truth::unknown;  // 27 against 2701: too short to tell
  }
  return truth;
}

Truth is_in(const FieldTest& test, const FieldValue& value) {
  switch (info(test.field).type) {
    case FieldType::country:
      return truth_of(std::find(test.countries.begin(), test.countries.end(), value.country) != test.countries.end());
    case FieldType::hs_code:
      return under(value.text, test.texts);
    case FieldType::number:
    case FieldType::percent:
      return truth_of(std::find(test.numbers.begin(), test.numbers.end(), value.number) != test.numbers.end());
    default:
      return truth_of(std::find(test.texts.begin(), test.texts.end(), value.text) != test.texts.end());
  }
}

/// An ambiguous country may only be one of two: "Korea" is surely none of CN, RU.
Truth is_in_maybe(const FieldTest& test, const FieldValue& value) {
  if (info(test.field).type != FieldType::country || value.known != Known::ambiguous) return Truth::unknown;
  const bool possible = std::any_of(test.countries.begin(), test.countries.end(),
                                    [&](Country country) { return value.country.may_be(country); });
  return possible ? Truth::unknown : Truth::no;
}

/// What patterns say of texts, by pattern and text as written: of millions of rows few differ in what they say.
/// Bounded; what is beyond is matched again.
struct MatchMemory {
  static constexpr std::size_t most = 1U << 14;
  mutable std::unordered_map<std::string, Truth> known;
};

/// A pattern is looked for in the text as written and as it is folded for comparisons, where letters of other widths
/// are plain ones and punctuation is blanks.
Truth matches(const Condition& c, const FieldTest& test, const Evaluator& e, SubjectKind kind,
              std::uint32_t subject) {
  const SupplyGraph& graph = e.graph();
  const CellRef cell = cell_of(graph, kind, subject, test.field);
  if (!cell.exists() || !graph.tables->tables[cell.table].has(test.field)) return Truth::unknown;
  const std::string written = graph.tables->text(cell);
  auto& known = e.kept<MatchMemory>(c, [] { return std::make_shared<MatchMemory>(); }).known;
  std::string key = written;
  key.push_back(static_cast<char>(&test - data_of(c).tests.data()));
  if (const auto found = known.find(key); found != known.end()) return found->second;
  const FieldValue value = value_of(graph, kind, subject, test.field);
  Truth truth = Truth::unknown;
  if (value.known == Known::yes)
    truth = truth_of(test.pattern->is_in(trim(written)) || test.pattern->is_in(value.text));
  if (known.size() < MatchMemory::most) known.emplace(std::move(key), truth);
  return truth;
}

Truth compare(const FieldTest& test, const FieldValue& value) {
  if (test.op == Op::blank) return truth_of((value.known != Known::yes) == test.flag);
  if (value.known != Known::yes) {
    if (test.op == Op::in) return is_in_maybe(test, value);
    if (test.op == Op::not_in) return negate(is_in_maybe(test, value));
    return Truth::unknown;
  }
  switch (test.op) {
    case Op::in:
      return is_in(test, value);
    case Op::not_in:
      return negate(is_in(test, value));
    case Op::under:
      return under(value.text, test.texts);
    case Op::at_least:
      return truth_of(value.number >= test.numbers.front());
    case Op::above:
      return truth_of(value.number > test.numbers.front());
    case Op::at_most:
      return truth_of(value.number <= test.numbers.front());
    case Op::below:
      return truth_of(value.number < test.numbers.front());
    case Op::before:
      return value.date.last() < test.day ? Truth::yes : value.date.first < test.day ? Truth::unknown : Truth::no;
    case Op::on_or_after:
      return value.date.first >= test.day ? Truth::yes : value.date.last() >= test.day ? Truth::unknown : Truth::no;
    default:
      return Truth::unknown;
  }
}

Truth test_at(const Condition& c, const FieldTest& test, const Evaluator& e, SubjectKind kind,
              std::uint32_t subject) {
  const SupplyGraph& graph = e.graph();
  if (test.op == Op::derived) {
    const Truth truth = test.derived->at(graph, subject);
    return test.flag ? truth : negate(truth);
  }
  if (is_rest(e, kind, subject)) {  // without any row of workers a statement about the rest vouches for nothing
    const bool asked = graph.tables->has(test.field);
    return asked && rest_closed_by(e, subject).exists() ? Truth::no : Truth::unknown;
  }
  if (test.op == Op::matches) return matches(c, test, e, kind, subject);
  return compare(test, value_of(graph, kind, subject, test.field));
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  Truth truth = Truth::yes;
  for (const bool by_pattern : {false, true})  // patterns last: they take longest
    for (const FieldTest& test : data_of(c).tests) {
      if (truth == Truth::no) return truth;
      if ((test.op == Op::matches) == by_pattern) truth = both(truth, test_at(c, test, e, kind, subject));
    }
  return truth;
}

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind) {
  const std::size_t subjects = e.graph().subjects(kind);
  Answer result(subjects);
  for (std::uint32_t subject = 0; subject < subjects; ++subject) result.put(subject, at(c, e, kind, subject));
  return result;
}

// ---- explanation

constexpr std::size_t most_declarants = 20;

/// Who has these workers: the first step of what is said of them.
void add_employer(const SupplyGraph& graph, std::uint32_t group, Grounds& out) {
  const WorkerGroups& groups = graph.worker_groups;
  const VertexId employer = groups.employer[group] != no_vertex ? groups.employer[group] : groups.facility[group];
  if (employer == no_vertex || !out.steps.empty()) return;
  const CellRef row = groups.row[group];
  const CellRef by_employer{row.table, Field::workers_employer, row.record};
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::edge;
  step.from = entity_of(graph, employer);
  step.to = worker_group_entity(graph, group);
  step.relation = Relation::has_workers;
  step.cell = trim(graph.tables->text(by_employer)).empty() ? row : by_employer;
  step.date = to_string(groups.from[group]);
  step.grade = Grade::c;
  step.says = fmt::format("{} has {}", step.from.name, step.to.name);
  out.steps.push_back(std::move(step));
}

/// Who declares a smelter: the first steps of what is said of it.
void add_declarants(const SupplyGraph& graph, VertexId smelter, Grounds& out) {
  if (!out.steps.empty()) return;
  const Entity facility = entity_of(graph, smelter);
  for (const std::uint32_t row : declarations_of_smelter(graph, smelter)) {
    const VertexId party = graph.smelters.declared_by[row];
    if (party == no_vertex || out.steps.size() == most_declarants) continue;
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::edge;
    step.from = entity_of(graph, party);
    step.to = facility;
    step.relation = Relation::processed_at;
    const CellRef cell = graph.smelters.row[row];
    step.cell = {cell.table, Field::smelter_declared_by, cell.record};
    step.grade = Grade::c;
    step.says = fmt::format("{} declares the smelter {}", step.from.name, facility.name);
    out.steps.push_back(std::move(step));
  }
}

/// How the subject stands to the country of a field; a vessel's flag is no relation of the goods.
std::optional<Relation> relation_to_country(Field field, SubjectKind kind) {
  switch (field) {
    case Field::workers_nationality:
      return Relation::national_of;
    case Field::shipment_origin_country:
      return Relation::declares_origin;
    case Field::shipment_load_country:
      return Relation::loaded_at;
    case Field::shipment_discharge_country:
      return Relation::discharged_at;
    default:
      break;
  }
  const bool place = kind == SubjectKind::company || kind == SubjectKind::facility;
  return place && info(field).type == FieldType::country ? std::optional(Relation::located_in) : std::nullopt;
}

/// The party of the subject when the cell only names it: no row describes it, so the cell is not what is missing.
VertexId only_named(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject, CellRef cell) {
  if (info(cell.field).type != FieldType::reference) return no_vertex;
  if (kind == SubjectKind::shipment) return graph.shipments.seller[subject];
  return kind == SubjectKind::worker_group ? graph.worker_groups.employer[subject] : no_vertex;
}

void explain_derived(const FieldTest& test, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                     Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const CellRef cell = test.derived->cell(graph, subject);
  const VertexId party = truth == Truth::unknown ? only_named(graph, kind, subject, cell) : no_vertex;
  if (party != no_vertex) {
    out.causes.push_back({Cause::Why::frontier, cell, party, Field::supplier_address, Cause::About::description});
  } else if (truth == Truth::unknown) {
    const bool asked = graph.tables->tables[cell.table].has(cell.field);
    const bool blank = asked && is_blank_word(trim(graph.tables->text(cell)));
    const bool anywhere = graph.tables->has(cell.field);
    out.causes.push_back({!asked && !anywhere ? Cause::Why::not_asked
                          : blank || !asked   ? Cause::Why::blank
                                              : Cause::Why::ambiguous,
                          !asked && !anywhere ? CellRef{} : cell, no_vertex, cell.field});
  }
  if (out.causes_only) return;
  constexpr std::string_view words[] = {"does not hold", "may hold", "holds"};
  const Truth fact = test.flag ? truth : negate(truth);
  out.because.push_back(fmt::format("{}: {}", test.derived->says, words[static_cast<std::size_t>(fact)]));
  if (truth != Truth::yes) return;
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = step.to = subject_entity(graph, kind, subject);
  step.cell = cell;
  step.grade = Grade::c;
  step.says = fmt::format("{}: {}{}", step.from.name, test.flag ? "" : "not: ", test.derived->says);
  out.steps.push_back(std::move(step));
}

void explain_value(const FieldTest& test, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                   Grounds& out) {
  if (test.op == Op::derived) {
    explain_derived(test, e, kind, subject, truth, out);
    return;
  }
  const SupplyGraph& graph = e.graph();
  const CellRef cell = cell_of(graph, kind, subject, test.field);
  const FieldValue value = value_of(graph, kind, subject, test.field);
  const bool absent = test.op == Op::blank && truth == Truth::yes && test.flag;
  if (truth == Truth::unknown || absent) out.causes.push_back(cause_of(graph, kind, subject, test.field));
  if (out.causes_only) return;
  const std::string shown = cell.exists() ? shorten(escape_for_terminal(trim(graph.tables->text(cell))), 60) : "";
  out.because.push_back(value.known == Known::yes
                            ? fmt::format("{} is {}", name_of(test), shown)
                            : fmt::format("{} is not known ({})", name_of(test), to_string(value.known)));
  if (truth != Truth::yes || absent) return;
  if (kind == SubjectKind::worker_group) add_employer(graph, subject, out);
  if (kind == SubjectKind::facility) add_declarants(graph, subject, out);
  EvidenceStep step;
  step.kind = EvidenceStep::Kind::attribute;
  step.from = subject_entity(graph, kind, subject);
  step.cell = cell;
  step.grade = kind == SubjectKind::shipment ? Grade::b : Grade::c;
  if (const std::optional<Relation> relation = relation_to_country(test.field, kind)) {
    step.to = country_entity(value.country);
    step.relation = *relation;
  } else {
    step.to = step.from;
  }
  step.says = fmt::format("{}: {} is {}", step.from.name, info(test.field).says, shown);
  out.steps.push_back(std::move(step));
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  for (const FieldTest& test : data_of(c).tests) {
    if (test_at(c, test, e, kind, subject) != truth) continue;
    if (is_rest(e, kind, subject))
      explain_rest(e, subject, truth, test.field, out);
    else
      explain_value(test, e, kind, subject, truth, out);
    if (truth == Truth::no) return;
  }
}

/// Each field by its type; which of them a rule may name depends on its subject, which the loader checks.
std::string schema() {
  std::string properties;
  const auto add = [&properties](std::string_view name, std::string_view value) {
    properties += fmt::format("{}\"{}\": {}", properties.empty() ? "" : ", ", name, value);
  };
  for (const FieldInfo& field : all_fields()) {
    std::string_view test = "text_test";
    if (field.type == FieldType::country) test = "country_test";
    if (field.type == FieldType::date) test = "date_test";
    if (field.type == FieldType::hs_code) test = "code_test";
    if (field.type == FieldType::number || field.type == FieldType::percent) test = "number_test";
    add(field.name, fmt::format(R"({{"$ref": "#/definitions/{}"}})", test));
  }
  for (const DerivedField& field : derived_fields()) add(field.name, R"({"type": "boolean"})");
  return fmt::format(
      R"({{"type": "object", "minProperties": 1, "additionalProperties": false, "properties": {{{}}}}})", properties);
}

}  // namespace

const ConditionKind where_condition = {
    "where", "fields of the subject's own row have these values", parse, answer, at, explain, schema};

}  // namespace assay
