#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// "39" for "thirty-nine" is two words: 30 and 9 are put together by the caller.
struct NumberWord {
  unsigned value = 0;
  bool tens = false;     ///< twenty … ninety: a unit may follow
  bool ordinal = false;  ///< first, twentieth
};

/// English cardinal and ordinal words from one (first) to ninety (ninetieth), hundred excluded, with usual
/// misspellings.
std::optional<NumberWord> number_word(std::string_view word);

/// Roman numerals up to 39 (small letters); nothing for other words. "i", "v" and "x" are read too: the caller
/// decides.
std::optional<unsigned> roman_numeral(std::string_view word);

/// Without zeros in front; "0" for zeros only.
std::string without_leading_zeros(std::string_view digits);

}  // namespace assay
