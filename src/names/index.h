#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "names/name.h"
#include "names/weights.h"

namespace assay {

struct ListForms;

/// A name of a list that a name was found to be like.
struct NameHit {
  std::uint32_t query = 0;  ///< its place among the names asked for
  std::uint32_t entry = 0;  ///< its place in the list
  float score = 0;          ///< that of compare()

  friend bool operator==(const NameHit&, const NameHit&) = default;
};

struct NameText {
  std::string_view text;
  NameKind kind = NameKind::unknown;
};

/// What a search had to do. Seconds are those of the processor, of all threads together.
struct SearchFigures {
  std::size_t names = 0;       ///< distinct ones
  std::size_t postings = 0;    ///< entries of words looked at
  std::size_t candidates = 0;  ///< forms of the list that share enough to be weighed
  std::size_t scored = 0;      ///< forms compared in full
  double prepare_seconds = 0;
  double resolve_seconds = 0;  ///< distinct words of the names among those of the list
  double search_seconds = 0;
};

/// A list of names, to find those like a name without comparing with each: exactly those that compare() gives a score
/// of at least the threshold. docs/SCREENING.md says why none is missed.
class NameIndex {
 public:
  /// The names have been weighed with these weights. Names and weights must stay where they are, unchanged, as long
  /// as the index is used.
  NameIndex(std::span<const PreparedName> list, const TokenWeights& weights);
  ~NameIndex();
  NameIndex(const NameIndex&) = delete;
  NameIndex& operator=(const NameIndex&) = delete;

  /// The entries of the list that score at least `threshold` (above 0), best first, then as they stand in the list.
  /// The name has been weighed with the weights of the index. `query` of the hits is 0.
  [[nodiscard]] std::vector<NameHit> search(const PreparedName& name, float threshold) const;

  /// The same for many names, which are prepared and weighed here, equal ones once. Hits by query, then as above;
  /// they do not depend on the number of threads (at least one).
  [[nodiscard]] std::vector<NameHit> search_all(std::span<const NameText> names, float threshold, std::size_t threads,
                                                SearchFigures* figures = nullptr) const;

 private:
  std::unique_ptr<const ListForms> forms_;
  const TokenWeights* weights_;
};

}  // namespace assay
