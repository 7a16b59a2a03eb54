#pragma once

#include <vector>

#include "names/compare.h"
#include "names/name.h"

namespace assay {

struct Alignment {
  std::vector<AlignedTokens> pairs;  ///< by first token of a
  float matched = 0;                 ///< sum of similarity x weight of both sides
  float weight_a = 0;                ///< of all tokens
  float weight_b = 0;

  /// S.
  [[nodiscard]] float score() const {
    const float all = weight_a + weight_b;
    return all > 0 ? matched / all : 0;
  }
};

/// One-to-one, greedy: of all pairs of tokens, and of a token with up to max_joined_tokens adjacent ones of the other
/// side, the one that gives most is taken first; of equals the one that stands earlier.
Alignment align(const NameForm& a, const NameForm& b);

}  // namespace assay
