#include <algorithm>

#include "base/text.h"

namespace assay {

namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += next_code_point(text, at);
  return points;
}

/// Damerau-Levenshtein distance in its restricted form: no part is edited twice. Three rows of the table suffice.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates, std::size_t limit) {
  const std::u32string wanted = code_points(word);
  std::string_view best;
  std::size_t best_distance = limit + 1;
  for (const std::string_view candidate : candidates) {
    const std::u32string points = code_points(candidate);
    const std::size_t longer = std::max(wanted.size(), points.size());
    const std::size_t shorter = std::min(wanted.size(), points.size());
    if (longer - shorter >= best_distance) continue;
    const std::size_t apart = distance(wanted, points);
    // Two words that share no letter at all are not near, however short they are.
    if (apart >= best_distance || (apart != 0 && apart >= longer)) continue;
    best = candidate;
    best_distance = apart;
  }
  return best;
}

}  // namespace assay
