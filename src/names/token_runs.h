#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "names/similarity.h"

namespace assay {

/// Calls visit(first, count) for each run of two or more neighbours that may be taken as one token.
template <class Visit>
void for_each_run(std::span<const NameToken> tokens, Visit visit) {
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (!may_join(tokens[first])) continue;
    const std::size_t most = std::min(max_joined_tokens, tokens.size() - first);
    for (std::size_t count = 2; count <= most && may_join(tokens[first + count - 1]); ++count) visit(first, count);
  }
}

}  // namespace assay
