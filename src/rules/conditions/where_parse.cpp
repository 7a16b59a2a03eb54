#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/goods.h"
#include "names/fold.h"
#include "rules/conditions/where.h"
#include "rules/field_value.h"

namespace assay {
namespace {

struct NamedOp {
  std::string_view name;
  WhereOp op;
};

constexpr auto named_ops = std::to_array<NamedOp>({
    {"in", WhereOp::in},
    {"is", WhereOp::in},
    {"not", WhereOp::not_in},
    {"not_in", WhereOp::not_in},
    {"under", WhereOp::under},
    {"at_least", WhereOp::at_least},
    {"above", WhereOp::above},
    {"at_most", WhereOp::at_most},
    {"below", WhereOp::below},
    {"before", WhereOp::before},
    {"on_or_after", WhereOp::on_or_after},
    {"blank", WhereOp::blank},
    {"ambiguous", WhereOp::ambiguous},
    {"matches", WhereOp::matches},
});

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

bool fits_type(WhereOp op, FieldType type) {
  switch (op) {
    case WhereOp::under:
      return type == FieldType::hs_code || type == FieldType::text || type == FieldType::place;
    case WhereOp::before:
    case WhereOp::on_or_after:
      return type == FieldType::date;
    case WhereOp::at_least:
    case WhereOp::above:
    case WhereOp::at_most:
    case WhereOp::below:
      return type == FieldType::number || type == FieldType::percent;
    case WhereOp::in:
    case WhereOp::not_in:
      return type != FieldType::date;
    case WhereOp::ambiguous:
      return type == FieldType::country;
    case WhereOp::matches:
      return type != FieldType::date && type != FieldType::country && type != FieldType::number &&
             type != FieldType::percent;
    default:
      return true;
  }
}

bool takes_one(WhereOp op) {
  return op == WhereOp::at_least || op == WhereOp::above || op == WhereOp::at_most || op == WhereOp::below ||
         op == WhereOp::before || op == WhereOp::on_or_after;
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
  if (test.op == WhereOp::blank || test.op == WhereOp::ambiguous) return parse_boolean(parser, value, test.flag);
  if (test.op == WhereOp::matches) return parse_pattern(parser, value, test);
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
  const bool no_day = test.audit_date && test.op != WhereOp::before && test.op != WhereOp::on_or_after;
  if (no_day || !fits_type(test.op, info(test.field).type)) {
    parser.complain(key, fmt::format("`{}` cannot be asked of {}", key.text,
                                     test.audit_date ? "audit.date" : info(test.field).name));
    return false;
  }
  const bool good = parse_value(parser, value, test);
  if (good) out.tests.push_back(std::move(test));
  return good;
}

constexpr Field any_date = Field::shipment_date;  ///< whose operators the date of the audit has

bool parse_field(const ConditionParser& parser, const YamlNode& key, const YamlNode& value, WhereData& out) {
  FieldTest test;
  if (const DerivedField* derived = find_derived(key.text, parser.subject)) {
    test.derived = derived;
    test.op = WhereOp::derived;
    if (!parse_boolean(parser, value, test.flag)) return false;
    out.tests.push_back(std::move(test));
    return true;
  }
  test.audit_date = key.text == "audit.date";
  const std::optional<Field> field = test.audit_date ? std::optional(any_date) : field_from(key.text);
  if (!test.audit_date && (!field || !belongs_to(*field, parser.subject))) {
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
    if (!fits_type(WhereOp::in, info(test.field).type)) {
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

}  // namespace

bool parse_where(const ConditionParser& parser, const YamlNode& value, Condition& out) {
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

}  // namespace assay
