#pragma once

#include <string_view>

namespace assay {

/// The score of the public search tool of OFAC as far as it is known from outside, 0 to 1: the larger of the
/// Jaro-Winkler similarity of the whole strings (only where the first letters agree) and the mean, over the words of
/// `a` longer than two letters, of the best Jaro-Winkler similarity with a word of `b`, where less than .5 counts 0.
/// For comparison with that tool; nothing is decided by it. Not symmetric: `a` is what is searched for.
float public_tool_score(std::string_view a, std::string_view b);

/// Jaro-Winkler with a prefix of up to four letters and a scale of .1, without a threshold for the prefix. Bytes.
float jaro_winkler(std::string_view a, std::string_view b);

}  // namespace assay
