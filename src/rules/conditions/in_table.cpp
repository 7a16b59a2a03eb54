#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "base/number.h"
#include "base/text.h"
#include "names/fold.h"
#include "rules/condition.h"
#include "rules/rule_table.h"
#include "rules/table_question.h"
#include "rules/unknowns.h"

// in_table: {table: NAME, code: {column: field}, equals: {column: field}, on_or_after: {column: field},
// before: {column: field}, where: {column: [values]}}. Does some row of the table fit the subject? All that is asked
// of a row must hold. A field that is not known leaves a row open, unless something else rules it out.

namespace assay {
namespace {

using Op = ColumnOp;
constexpr std::array<std::string_view, 4> op_names = {"code", "equals", "on_or_after", "before"};

const TableQuestion& data_of(const Condition& c) {
  return *static_cast<const TableQuestion*>(c.data.get());
}

// ---- parsing

/// Complaints about a cell stand at the cell; about one of a pack's table at the rule that asks it.
class CellReader {
 public:
  CellReader(const ConditionParser& parser, const RuleTable& table, const YamlNode& asked)
      : parser_(parser), table_(table), asked_(asked) {}

  bool read(const ColumnTest& test, std::size_t column, const RuleTable::Row& row, Operand& out) {
    const RuleTable::Cell& cell = row.cells[column];
    out.empty = cell.texts.empty();
    if (out.empty) return true;
    row_ = &row;
    if (test.op == Op::on_or_after || test.op == Op::before) return read_day(cell, out);
    bool good = true;
    for (const RuleTable::Text& text : cell.texts) good = read_text(test, text, out) && good;
    return good;
  }

 private:
  bool refuse(const YamlNode* at, std::string message, std::string hint) {
    if (at == nullptr) {
      message += fmt::format(", in line {} of {}", row_->line, table_.name);
      at = &asked_;
    }
    parser_.complain(*at, std::move(message), std::move(hint));
    return false;
  }

  bool read_day(const RuleTable::Cell& cell, Operand& out) {
    const Date date = parse_date(cell.whole);
    if (date.known == Known::yes && date.precision == Precision::day) {
      out.day = date.first;
      return true;
    }
    return refuse(cell.texts.front().at, fmt::format("\"{}\" is no day", cell.whole), "write it as 2017-08-05");
  }

  bool read_text(const ColumnTest& test, const RuleTable::Text& text, Operand& out) {
    if (test.op == Op::code && text.text == "*") {
      out.any = true;
      return true;
    }
    switch (info(test.field).type) {
      case FieldType::hs_code:
        return read_code(text, out);
      case FieldType::country:
        if (text.text.size() != 2 || text.text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos)
          return refuse(text.at, fmt::format("\"{}\" is no ISO 3166-1 code", text.text), "two capital letters: KP");
        out.countries.emplace_back(text.text[0], text.text[1]);
        return true;
      case FieldType::number:
      case FieldType::percent: {
        const Number number = parse_number(text.text);
        if (number.known != Known::yes) return refuse(text.at, fmt::format("\"{}\" is no number", text.text), "");
        out.numbers.push_back(number.value);
        return true;
      }
      default:
        out.texts.push_back(fold(text.text));
        return true;
    }
  }

  bool read_code(const RuleTable::Text& text, Operand& out) {
    const bool digits = text.text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || text.text.size() < 2 || text.text.size() > 10)
      return refuse(text.at, fmt::format("\"{}\" is no HS code or prefix", text.text), "two to ten digits, or *");
    if (text.at != nullptr && text.text[0] == '0' && !text.at->quoted)
      return refuse(text.at, "octal number: quote a code that begins with 0", fmt::format("write \"{}\"", text.text));
    out.texts.push_back(text.text);
    return true;
  }

  const ConditionParser& parser_;
  const RuleTable& table_;
  const YamlNode& asked_;
  const RuleTable::Row* row_ = nullptr;
};

bool fits_type(Op op, FieldType type) {
  const bool number = type == FieldType::number || type == FieldType::percent;
  switch (op) {
    case Op::code:
      return !number && type != FieldType::date && type != FieldType::country;
    case Op::equals:
      return type != FieldType::date;
    default:
      return type == FieldType::date;
  }
}

std::optional<std::size_t> parse_column(const ConditionParser& parser, const YamlNode& key, const RuleTable& table) {
  if (const std::optional<std::size_t> column = table.column(key.text)) return column;
  const std::string_view near = nearest(key.text, {table.columns.begin(), table.columns.end()});
  parser.complain(key, fmt::format("{} has no column `{}`", table.name, key.text),
                  near.empty() ? "" : fmt::format("did you mean `{}`?", near));
  return std::nullopt;
}

std::optional<Field> parse_field(const ConditionParser& parser, const YamlNode& node, Op op) {
  const std::optional<Field> field = field_from(node.text);
  if (field && belongs_to(*field, parser.subject) && fits_type(op, info(*field).type)) return field;
  std::vector<std::string_view> names;
  for (const FieldInfo& one : all_fields())
    if (belongs_to(one.field, parser.subject) && fits_type(op, one.type)) names.push_back(one.name);
  const std::string_view near = nearest(node.text, names, 4);
  const std::string_view key = op_names[static_cast<std::size_t>(op)];
  parser.complain(node,
                  !field ? fmt::format("unknown field `{}`", node.text)
                  : !belongs_to(*field, parser.subject)
                      ? fmt::format("`{}` is no field of a {}", node.text, to_string(parser.subject))
                      : fmt::format("`{}` cannot be asked of {}", key, node.text),
                  near.empty() ? "" : fmt::format("did you mean `{}`?", near));
  return std::nullopt;
}

/// One of code, equals, on_or_after, before: a map from columns to fields.
bool parse_tests(const ConditionParser& parser, const YamlNode* node, Op op, const RuleTable& table,
                 TableQuestion& out) {
  if (node == nullptr) return true;
  if (node->kind != YamlNode::Kind::map || node->keys.empty()) {
    parser.complain(*node,
                    fmt::format("`{}` is a map from a column to a field", op_names[static_cast<std::size_t>(op)]),
                    "code: {hs: shipment.hs_code}");
    return false;
  }
  bool good = true;
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    const auto column = parse_column(parser, node->keys[i], table);
    const auto field = parse_field(parser, node->items[i], op);
    good = good && column && field;
    if (column && field) out.tests.push_back({op, *field, node->keys[i].text});
  }
  return good;
}

/// Rows that `where` leaves: for each of its columns the cell is one of the values. An empty value means an empty
/// cell.
bool parse_where(const ConditionParser& parser, const YamlNode* node, const RuleTable& table,
                 std::vector<bool>& keep) {
  keep.assign(table.rows.size(), true);
  if (node == nullptr) return true;
  if (node->kind != YamlNode::Kind::map || node->keys.empty()) {
    parser.complain(*node, "`where` is a map from a column to its values", "where: {status: [primary]}");
    return false;
  }
  MapReader reader(parser.document, *node, "where", parser.diagnostics);
  const std::size_t before = parser.diagnostics.size();
  for (const YamlNode& key : node->keys) {
    const auto column = parse_column(parser, key, table);
    const std::vector<std::string> values = reader.texts(key.text, true);
    if (!column) continue;
    bool found = false;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::string& cell = table.rows[row].cells[*column].whole;
      const bool fits = std::find(values.begin(), values.end(), cell) != values.end();
      keep[row] = keep[row] && fits;
      found = found || fits;
    }
    if (!found && !values.empty())
      parser.complain(key, fmt::format("no row of {} has such a `{}`", table.name, key.text));
  }
  if (before == parser.diagnostics.size() && std::find(keep.begin(), keep.end(), true) == keep.end())
    parser.complain(*node, fmt::format("no row of {} is left", table.name));
  return before == parser.diagnostics.size();
}

bool parse_rows(const ConditionParser& parser, const YamlNode& value, const RuleTable& table,
                const std::vector<bool>& keep, TableQuestion& out) {
  CellReader cells(parser, table, value);
  bool good = true;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (!keep[r]) continue;
    TableRow row;
    row.line = table.rows[r].line;
    for (const RuleTable::Cell& cell : table.rows[r].cells) row.cells.push_back(cell.whole);
    for (const ColumnTest& test : out.tests) {
      row.operands.emplace_back();
      good = cells.read(test, *table.column(test.column), table.rows[r], row.operands.back()) && good;
    }
    out.rows.push_back(std::move(row));
  }
  return good;
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  MapReader reader(parser.document, value, "in_table", parser.diagnostics);
  const YamlNode* name = reader.require("table");
  std::array<const YamlNode*, op_names.size()> asked{};
  for (std::size_t i = 0; i < op_names.size(); ++i) asked[i] = reader.optional(op_names[i]);
  const YamlNode* where = reader.optional("where");
  reader.finish();
  if (name == nullptr || parser.diagnostics.size() != before) return false;
  const std::optional<RuleTable> table = find_rule_table(parser, *name);
  if (!table) return false;
  auto data = std::make_shared<TableQuestion>();
  data->pack = table->pack;
  data->table = table->name;
  data->columns = table->columns;
  data->status = table->column("status");
  bool good = true;
  for (std::size_t i = 0; i < asked.size(); ++i)
    good = parse_tests(parser, asked[i], static_cast<Op>(i), *table, *data) && good;
  if (good && data->tests.empty()) {
    parser.complain(value, "`in_table` compares at least one column with a field", "code: {hs: shipment.hs_code}");
    return false;
  }
  if (data->tests.size() > most_waits) {
    parser.complain(value, fmt::format("too many comparisons: at most {}", most_waits));
    return false;
  }
  std::vector<bool> keep;
  good = parse_where(parser, where, *table, keep) && good;
  if (!good) return false;
  data->shown = *table->column(data->tests.front().column);
  good = parse_rows(parser, value, *table, keep, *data);
  out.data = std::move(data);
  return good;
}

// ---- evaluation

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (is_rest(e, kind, subject)) return rest_closed_by(e, subject).exists() ? Truth::no : Truth::unknown;
  const TableQuestion& data = data_of(c);
  const std::vector<FieldValue> values = values_of(data, e.graph(), kind, subject);
  Truth truth = Truth::no;
  for (const TableRow& row : data.rows) {
    truth = either(truth, fit(data, row, values));
    if (truth == Truth::yes) break;
  }
  return truth;
}

/// The rows that a value leaves, kept for each value of the first test: a table has many rows and a graph few codes.
class RowsLeft {
 public:
  explicit RowsLeft(const TableQuestion& question) : question_(question) {}

  const std::vector<const TableRow*>& by(const FieldValue& value) {
    const auto [found, is_new] = rows_.try_emplace(key_of(value));
    if (is_new)
      for (const TableRow& row : question_.rows)
        if (compare(question_.tests.front(), row.operands.front(), value) != Truth::no) found->second.push_back(&row);
    return found->second;
  }

 private:
  static std::string key_of(const FieldValue& value) {
    return fmt::format("{}:{}:{}:{}:{}:{}", static_cast<int>(value.known), value.country.raw(), value.date.first,
                       static_cast<int>(value.date.precision), value.number, value.text);
  }

  const TableQuestion& question_;
  std::unordered_map<std::string, std::vector<const TableRow*>> rows_;
};

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  const TableQuestion& data = data_of(c);
  RowsLeft left(data);
  Answer result(among.size());
  among.for_each([&](std::size_t number) {
    const auto subject = static_cast<std::uint32_t>(number);
    if (is_rest(e, kind, subject)) {
      result.put(subject, at(c, e, kind, subject));
      return;
    }
    const std::vector<FieldValue> values = values_of(data, e.graph(), kind, subject);
    Truth truth = Truth::no;
    for (const TableRow* row : left.by(values.front())) {
      truth = either(truth, fit(data, *row, values));
      if (truth == Truth::yes) break;
    }
    result.put(subject, truth);
  });
  return result;
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  const TableQuestion& data = data_of(c);
  if (is_rest(e, kind, subject)) {
    explain_rest(e, subject, truth, data.tests.front().field, out);
    return;
  }
  explain_table(data, e.graph(), kind, subject, truth, out);
}

std::string schema() {
  const std::string fields = R"({"type":"object","minProperties":1,"additionalProperties":{"type":"string"}})";
  return R"({"type":"object","required":["table"],"additionalProperties":false,"properties":{"table":{"type":"string"},)"
         R"("code":)" +
         fields + R"(,"equals":)" + fields + R"(,"on_or_after":)" + fields + R"(,"before":)" + fields +
         R"(,"where":{"type":"object","minProperties":1,"additionalProperties":{"anyOf":[{"type":["string","number","boolean"]},)"
         R"({"type":"array","minItems":1,"items":{"type":["string","number","boolean"]}}]}}}})";
}

}  // namespace

bool names_column(const Condition& condition, std::string_view column) {
  if (condition.kind == &in_table_condition && condition.data != nullptr) {
    const std::vector<std::string>& columns = data_of(condition).columns;
    if (std::find(columns.begin(), columns.end(), column) != columns.end()) return true;
  }
  return std::any_of(condition.children.begin(), condition.children.end(),
                     [column](const Condition& child) { return names_column(child, column); });
}

const ConditionKind in_table_condition = {
    "in_table", "a row of a reference table fits the subject", parse, answer, at, explain, schema};

}  // namespace assay
