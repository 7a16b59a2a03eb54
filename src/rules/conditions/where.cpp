#include "rules/conditions/where.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/field_value.h"
#include "rules/unknowns.h"

// where: {field: value, field: {operator: value}}. Every field must fit. A field that is not known leaves the answer
// open, except for `blank`, which asks just that.

namespace assay {
namespace {

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
  if (!cell.exists() || !graph.tables->tables[cell.table].has(cell.field)) return Truth::unknown;
  const std::string written = graph.tables->text(cell);
  auto& known = e.kept<MatchMemory>(c, [] { return std::make_shared<MatchMemory>(); }).known;
  std::string key = written;
  key.push_back(static_cast<char>(&test - where_of(c).tests.data()));
  if (const auto found = known.find(key); found != known.end()) return found->second;
  const FieldValue value = value_of(graph, kind, subject, test.field);
  Truth truth = Truth::unknown;
  if (value.known == Known::yes)
    truth = truth_of(test.pattern->is_in(trim(written)) || test.pattern->is_in(value.text));
  if (known.size() < MatchMemory::most) known.emplace(std::move(key), truth);
  return truth;
}

Truth compare(const FieldTest& test, const FieldValue& value) {
  if (test.op == WhereOp::blank) return truth_of((value.known != Known::yes) == test.flag);
  if (test.op == WhereOp::ambiguous && value.known == Known::ambiguous) return truth_of(test.flag);
  if (test.op == WhereOp::ambiguous && value.known == Known::yes) return truth_of(!test.flag);
  if (value.known != Known::yes) {
    if (test.op == WhereOp::in) return is_in_maybe(test, value);
    if (test.op == WhereOp::not_in) return negate(is_in_maybe(test, value));
    return Truth::unknown;
  }
  switch (test.op) {
    case WhereOp::in:
      return is_in(test, value);
    case WhereOp::not_in:
      return negate(is_in(test, value));
    case WhereOp::under:
      return under(value.text, test.texts);
    case WhereOp::at_least:
      return truth_of(value.number >= test.numbers.front());
    case WhereOp::above:
      return truth_of(value.number > test.numbers.front());
    case WhereOp::at_most:
      return truth_of(value.number <= test.numbers.front());
    case WhereOp::below:
      return truth_of(value.number < test.numbers.front());
    case WhereOp::before:
      return value.date.last() < test.day ? Truth::yes : value.date.first < test.day ? Truth::unknown : Truth::no;
    case WhereOp::on_or_after:
      return value.date.first >= test.day ? Truth::yes : value.date.last() >= test.day ? Truth::unknown : Truth::no;
    default:
      return Truth::unknown;
  }
}

}  // namespace

bool asks_table(const Condition& c, TableKind table) {
  if (c.kind == &where_condition)
    return std::any_of(where_of(c).tests.begin(), where_of(c).tests.end(), [table](const FieldTest& test) {
      return test.op != WhereOp::derived && !test.audit_date && info(test.field).table == table;
    });
  return std::any_of(c.children.begin(), c.children.end(),
                     [table](const Condition& child) { return asks_table(child, table); });
}

Truth where_test_at(const Condition& c, const FieldTest& test, const Evaluator& e, SubjectKind kind,
                    std::uint32_t subject) {
  const SupplyGraph& graph = e.graph();
  if (test.op == WhereOp::derived) {
    const Truth truth = test.derived->at(graph, subject);
    return test.flag ? truth : negate(truth);
  }
  if (test.audit_date) {
    FieldValue today;
    today.known = Known::yes;
    today.date = Date{graph.as_of, Precision::day, Known::yes};
    return compare(test, today);
  }
  if (is_rest(e, kind, subject)) {  // without any row of workers a statement about the rest vouches for nothing
    const bool asked = graph.tables->has(test.field);
    return asked && rest_closed_by(e, subject).exists() ? Truth::no : Truth::unknown;
  }
  if (test.op == WhereOp::matches) return matches(c, test, e, kind, subject);
  return compare(test, value_of(graph, kind, subject, test.field));
}

namespace {

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  Truth truth = Truth::yes;
  for (const bool by_pattern : {false, true})  // patterns last: they take longest
    for (const FieldTest& test : where_of(c).tests) {
      if (truth == Truth::no) return truth;
      if ((test.op == WhereOp::matches) == by_pattern) truth = both(truth, where_test_at(c, test, e, kind, subject));
    }
  return truth;
}

/// What a test says of shipments, remembered by what it looks at: of millions of rows few differ in their code or in
/// the country of a column.
class ByValue {
 public:
  ByValue(const Condition& c, const FieldTest& test, const Evaluator& e, SubjectKind kind)
      : condition_(c), test_(test), evaluator_(e), kind_(kind) {
    const Shipments& s = e.graph().shipments;
    if (kind != SubjectKind::shipment || test.op == WhereOp::derived || test.op == WhereOp::matches) return;
    if (test.field == Field::shipment_origin_country) countries_ = &s.origin;
    if (test.field == Field::shipment_load_country) countries_ = &s.load_country;
    if (test.field == Field::shipment_discharge_country) countries_ = &s.discharge_country;
    if (test.field == Field::shipment_hs_code) known_.resize(e.graph().goods.goods.size());
    if (countries_ != nullptr) known_.resize(std::size_t{1} << 16);
  }

  Truth operator()(std::uint32_t subject) {
    if (known_.empty()) return where_test_at(condition_, test_, evaluator_, kind_, subject);
    const std::size_t value =
        countries_ != nullptr ? (*countries_)[subject].raw() : evaluator_.graph().shipments.goods[subject];
    std::uint8_t& known = known_[value];
    if (known == 0)
      known = 1 + static_cast<std::uint8_t>(where_test_at(condition_, test_, evaluator_, kind_, subject));
    return static_cast<Truth>(known - 1);
  }

 private:
  const Condition& condition_;
  const FieldTest& test_;
  const Evaluator& evaluator_;
  SubjectKind kind_;
  const std::vector<Country>* countries_ = nullptr;
  std::vector<std::uint8_t> known_;  ///< by country or goods: 0 not looked at, else the truth and one
};

/// Test by test, each of those that none before it excludes.
Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  Answer result(among.size());
  result.sure = result.possible = among;
  for (const bool by_pattern : {false, true})
    for (const FieldTest& test : where_of(c).tests) {
      if ((test.op == WhereOp::matches) != by_pattern) continue;
      ByValue truth_of(c, test, e, kind);
      const Bits left = result.possible;
      left.for_each([&](std::size_t subject) {
        const Truth truth = truth_of(static_cast<std::uint32_t>(subject));
        if (truth != Truth::yes) result.sure.reset(subject);
        if (truth == Truth::no) result.possible.reset(subject);
      });
    }
  return result;
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
  add("audit.date", R"({"$ref": "#/definitions/date_test"})");
  for (const DerivedField& field : derived_fields()) add(field.name, R"({"type": "boolean"})");
  return fmt::format(
      R"({{"type": "object", "minProperties": 1, "additionalProperties": false, "properties": {{{}}}}})", properties);
}

}  // namespace

const ConditionKind where_condition = {
    "where", "fields of the subject's own row have these values", parse_where, answer, at, explain_where, schema};

}  // namespace assay
