#include "names/public_tool.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

float jaro(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a == b ? 1.0F : 0.0F;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t window = longer / 2 > 0 ? longer / 2 - 1 : 0;
  std::vector<bool> used(b.size());
  std::string shared_a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t end = std::min(b.size(), i + window + 1);
    for (std::size_t j = i > window ? i - window : 0; j < end; ++j)
      if (!used[j] && a[i] == b[j]) {
        used[j] = true;
        shared_a += a[i];
        break;
      }
  }
  if (shared_a.empty()) return 0;
  std::size_t crossed = 0;
  std::size_t at = 0;
  for (std::size_t j = 0; j < b.size(); ++j)
    if (used[j] && b[j] != shared_a[at++]) ++crossed;
  const auto shared = static_cast<float>(shared_a.size());
  return (shared / static_cast<float>(a.size()) + shared / static_cast<float>(b.size()) +
          (shared - static_cast<float>(crossed) / 2) / shared) /
         3;
}

}  // namespace

float jaro_winkler(std::string_view a, std::string_view b) {
  const float similarity = jaro(a, b);
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix]) ++prefix;
  return similarity + 0.1F * static_cast<float>(prefix) * (1 - similarity);
}

float public_tool_score(std::string_view a, std::string_view b) {
  const std::string plain_a = fold_plain(a);
  const std::string plain_b = fold_plain(b);
  if (plain_a.empty() || plain_b.empty()) return 0;
  const float whole = plain_a.front() == plain_b.front() ? jaro_winkler(plain_a, plain_b) : 0;
  constexpr float floor = 0.5F;
  float sum = 0;
  std::size_t words = 0;
  for (const std::string_view word : split(plain_a, " ")) {
    if (word.size() <= 2) continue;
    float best = 0;
    for (const std::string_view other : split(plain_b, " ")) best = std::max(best, jaro_winkler(word, other));
    sum += best >= floor ? best : 0;
    ++words;
  }
  return std::max(whole, words == 0 ? 0 : sum / static_cast<float>(words));
}

}  // namespace assay
