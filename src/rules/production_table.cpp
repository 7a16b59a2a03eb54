#include "rules/production_table.h"

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "names/fold.h"
#include "rules/quantity.h"
#include "tables/row_content.h"

namespace assay {
namespace {

/// Words for the stage at which goods come out of the ground, and for those that come later.
Truth is_mining(std::string_view stage) {
  const std::string folded = fold(stage);
  for (const std::string_view word :
       {"mine", "mining", "mined", "mine production", "extraction", "采矿", "开采", "矿山"})
    if (folded == word) return Truth::yes;
  for (const std::string_view word :
       {"refine", "refining", "refined", "refinery", "smelt", "smelting", "smelter", "processing", "精炼", "冶炼"})
    if (folded == word) return Truth::no;
  return Truth::unknown;
}

bool says_something(const Tables& tables, CellRef row, Field field) {
  return tables.tables[row.table].has(field) && !is_blank_word(trim(tables.text({row.table, field, row.record})));
}

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = fold(text);
  for (const std::string_view word : split(folded, " "))
    if (!word.empty()) words.emplace_back(word);
  std::sort(words.begin(), words.end());
  return words;
}

bool speaks_of(const Production& row, const std::vector<std::string>& words_of_goods) {
  return !row.words.empty() &&
         std::includes(words_of_goods.begin(), words_of_goods.end(), row.words.begin(), row.words.end());
}

std::vector<Production> read_production(const SupplyGraph& graph) {
  const Tables& tables = *graph.tables;
  std::vector<std::pair<std::uint64_t, Production>> found;
  for (std::uint16_t number = 0; number < tables.tables.size(); ++number) {
    if (tables.tables[number].kind != TableKind::production) continue;
    Rows rows(tables, number);
    while (rows.next()) {
      Production row;
      row.cell = rows.cell(Field::production_quantity);
      row.country = graph.reference->country(rows.text(Field::production_country)).country;
      row.words = words_in(rows.text(Field::production_commodity));
      row.mined = is_mining(trim(rows.text(Field::production_stage)));
      row.year = parse_date(rows.text(Field::production_year));
      row.national = !says_something(tables, row.cell, Field::production_company) &&
                     !says_something(tables, row.cell, Field::production_site);
      const Number amount = parse_number(rows.text(Field::production_quantity));
      row.known = amount.known == Known::yes && amount.value >= 0;
      row.amount = amount.value;
      row.kilograms = kilograms_of(tables, row.cell, Field::production_unit).value_or(-1);
      found.emplace_back(row_content(tables, row.cell), std::move(row));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Production> all;
  for (auto& [content, row] : found) all.push_back(std::move(row));
  return all;
}

}  // namespace assay
