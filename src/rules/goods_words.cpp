#include "rules/goods_words.h"

#include <algorithm>

#include "base/text.h"
#include "names/fold.h"
#include "reference/keys.h"

namespace assay {
namespace {

/// Singular and plural: "ore", "ores"; "bus", "buses"; "alloy", "alloys"; "foundry", "foundries".
bool is_plural_of(std::string_view many, std::string_view one) {
  if (one.size() < 3 || is_asian(one)) return false;
  if (many.starts_with(one)) return many.substr(one.size()) == "s" || many.substr(one.size()) == "es";
  return one.back() == 'y' && many.ends_with("ies") &&
         many.substr(0, many.size() - 3) == one.substr(0, one.size() - 1);
}

bool is_same_word(std::string_view a, std::string_view b) {
  return a == b || is_plural_of(a, b) || is_plural_of(b, a);
}

/// Whether the words stand in the description side by side; a word of a script without blanks also in a longer run.
bool holds(const std::vector<std::string>& description, const std::vector<std::string>& phrase) {
  if (phrase.size() == 1 && is_asian(phrase.front()))
    return std::any_of(description.begin(), description.end(),
                       [&phrase](const std::string& run) { return run.find(phrase.front()) != std::string::npos; });
  return !phrase.empty() && std::search(description.begin(), description.end(), phrase.begin(), phrase.end(),
                                        is_same_word) != description.end();
}

}  // namespace

std::vector<std::string> description_words(std::string_view folded) {
  std::string text(folded);
  for (char& c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (!plain) c = ' ';
  }
  return words_of(text);
}

GoodsWords::GoodsWords(const DataTables& tables) {
  const auto table = tables.find("goods_words");
  if (table == tables.end()) return;
  enum Column : std::size_t { commodity, hs_prefix, coverage, says, words };
  std::vector<std::size_t> at;
  for (const std::string_view name : {"commodity", "hs_prefix", "coverage", "says", "words"}) {
    const auto column = table->second.column(name);
    if (!column) return;  // the table itself is refused
    at.push_back(*column);
  }
  for (const DataRow& cells : table->second.rows) {
    const auto cell = [&](Column column) -> const std::string& { return cells.cells[at[column]]; };
    Row row;
    row.commodity = cell(commodity);
    row.hs_prefix = cell(hs_prefix);
    if (!cell(coverage).empty()) row.coverage = cell(coverage) == "part" ? Coverage::part : Coverage::possible;
    row.says = cell(says) == "named" ? Says::named : cell(says) == "another" ? Says::another : Says::doubt;
    for (const std::string_view text : split(cell(words), ";")) row.phrases.push_back(description_words(fold(text)));
    rows_.push_back(std::move(row));
  }
}

bool GoodsWords::speaks_of(const Row& row, const Measure& measure) {
  return (row.commodity == "*" || row.commodity == measure.commodity) &&
         measure.hs_prefix.starts_with(row.hs_prefix) && (!row.coverage || row.coverage == measure.coverage);
}

Truth GoodsWords::names(const Measure& measure, const std::vector<std::string>& description) const {
  if (description.empty()) return Truth::unknown;
  // The measure's own word names its goods, unless it is the word itself that may not reach so far.
  bool named = measure.coverage == Coverage::part && holds(description, description_words(fold(measure.commodity)));
  bool another = false;
  for (const Row& row : rows_) {
    if (!speaks_of(row, measure)) continue;
    const bool here = std::any_of(row.phrases.begin(), row.phrases.end(),
                                  [&](const auto& phrase) { return holds(description, phrase); });
    if (!here) continue;
    if (row.says == Says::doubt) return Truth::unknown;
    (row.says == Says::named ? named : another) = true;
  }
  if (named == another) return Truth::unknown;
  return named ? Truth::yes : Truth::no;
}

}  // namespace assay
