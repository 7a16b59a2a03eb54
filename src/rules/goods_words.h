#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/truth.h"
#include "reference/reference.h"

namespace assay {

/// What words in the description of goods say of measures whose code alone does not tell: data/goods_words.csv.
/// Without that table the measures' own commodities are the only words.
class GoodsWords {
 public:
  explicit GoodsWords(const DataTables& tables);

  /// Whether the description says that a measure names the goods: yes when it names the measure's commodity, no when
  /// it names only what the pack lists as another one of the same code. Unknown for a blank one, and for one that
  /// names both, neither, or holds a word of doubt ("not", "free").
  [[nodiscard]] Truth names(const Measure& measure, const std::vector<std::string>& description) const;

 private:
  enum class Says : std::uint8_t { named, another, doubt };
  struct Row {
    std::string commodity;             ///< of measures.csv; "*" = of every measure
    std::string hs_prefix;             ///< only measures whose code begins so; empty: all of the commodity
    std::optional<Coverage> coverage;  ///< only measures that cover so much
    Says says{};
    std::vector<std::vector<std::string>> phrases;
  };
  static bool speaks_of(const Row& row, const Measure& measure);

  std::vector<Row> rows_;
};

/// The words of a folded text, parted at all that is no letter and no digit; Han and Hangul part from other letters.
std::vector<std::string> description_words(std::string_view folded);

}  // namespace assay
