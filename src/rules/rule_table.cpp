#include "rules/rule_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace assay {
namespace {

RuleTable table_of_pack(const std::string& name, const DataTable& data) {
  RuleTable table;
  table.pack = data.pack;
  table.name = name;
  table.columns = data.columns;
  for (const DataRow& from : data.rows) {
    RuleTable::Row row;
    row.line = from.line;
    for (const std::string& whole : from.cells) {
      RuleTable::Cell cell{whole, {}};
      for (const std::string_view text : split(whole, ";"))
        if (!trim(text).empty()) cell.texts.push_back({std::string(trim(text)), nullptr});
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// The texts of a cell in `let`: one, or a list of them.
bool read_cell(const ConditionParser& parser, const YamlNode& node, RuleTable::Cell& cell) {
  const auto take = [&](const YamlNode& text) {
    if (text.kind != YamlNode::Kind::scalar) {
      parser.complain(text, "a cell of a table is a text or a list of texts");
      return false;
    }
    if (!cell.whole.empty()) cell.whole += "; ";
    cell.whole += text.text;
    if (!trim(text.text).empty()) cell.texts.push_back({text.text, &text});
    return true;
  };
  if (node.kind != YamlNode::Kind::list) return take(node);
  bool good = true;
  for (const YamlNode& item : node.items) good = take(item) && good;
  return good;
}

bool read_row(const ConditionParser& parser, const YamlNode& node, RuleTable& table) {
  if (node.kind != YamlNode::Kind::map || node.keys.empty()) {
    parser.complain(node, "a row of a table is a map from columns to cells", "- {hs: \"2701\", from: 2017-08-05}");
    return false;
  }
  RuleTable::Row row;
  row.line = node.line;
  row.cells.resize(table.columns.size());
  bool good = true;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    std::optional<std::size_t> column = table.column(node.keys[i].text);
    if (!column) {
      column = table.columns.size();
      table.columns.push_back(node.keys[i].text);
      row.cells.emplace_back();
    }
    good = read_cell(parser, node.items[i], row.cells[*column]) && good;
  }
  table.rows.push_back(std::move(row));
  return good;
}

std::optional<RuleTable> table_of_rule(const ConditionParser& parser, const std::string& name, const YamlNode& node) {
  RuleTable table;
  if (parser.context != nullptr) table.pack = parser.context->pack;
  const std::string& file = parser.document.file;
  table.name = file.substr(0, file.rfind('.')) + '/' + name;
  if (node.kind != YamlNode::Kind::list || node.items.empty()) {
    parser.complain(node, fmt::format("the table `{}` is a list of rows, and has at least one", name));
    return std::nullopt;
  }
  bool good = true;
  for (const YamlNode& item : node.items) good = read_row(parser, item, table) && good;
  for (RuleTable::Row& row : table.rows) row.cells.resize(table.columns.size());  // columns that came later
  if (!good) return std::nullopt;
  return table;
}

}  // namespace

std::optional<std::size_t> RuleTable::column(std::string_view wanted) const {
  const auto found = std::find(columns.begin(), columns.end(), wanted);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

std::optional<RuleTable> find_rule_table(const ConditionParser& parser, const YamlNode& name) {
  if (parser.let != nullptr)
    if (const YamlNode* own = parser.let->find(name.text)) return table_of_rule(parser, name.text, *own);
  const DataTables* tables = parser.context == nullptr ? nullptr : parser.context->tables;
  if (tables != nullptr)
    if (const auto found = tables->find(name.text); found != tables->end())
      return table_of_pack(name.text, found->second);
  if (parser.context != nullptr && !parser.context->tables_known) return std::nullopt;
  std::vector<std::string_view> names;
  if (parser.let != nullptr)
    for (const YamlNode& key : parser.let->keys) names.push_back(key.text);
  if (tables != nullptr)
    for (const auto& [known, table] : *tables) names.push_back(known);
  const std::string_view near = nearest(name.text, names);
  parser.complain(name, fmt::format("there is no table `{}`, neither in `let` nor in data/ of the pack", name.text),
                  near.empty() ? "" : fmt::format("did you mean `{}`?", near));
  return std::nullopt;
}

}  // namespace assay
