#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/condition.h"

namespace assay {

/// A table that a condition asks: one of the packs, or one of the rule's own `let`. It lives while the rule is
/// parsed.
struct RuleTable {
  /// One of the texts of a cell: a list in `let` has several, and so has a cell "2701; 2702" of a pack's table.
  struct Text {
    std::string text;
    const YamlNode* at = nullptr;  ///< null in a table of a pack
  };
  struct Cell {
    std::string whole;
    std::vector<Text> texts;  ///< empty for a cell that says nothing
  };
  struct Row {
    std::uint32_t line = 0;
    std::vector<Cell> cells;  ///< in the order of the columns
  };

  std::string pack;
  std::string name;  ///< as evidence calls it: "measures", or the rule and the name: "my-rule/bans"
  std::vector<std::string> columns;
  std::vector<Row> rows;

  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// The table of a name: the rule's own before that of the packs. Nothing after a diagnostic at `name`, with the
/// nearest name that there is.
std::optional<RuleTable> find_rule_table(const ConditionParser& parser, const YamlNode& name);

}  // namespace assay
