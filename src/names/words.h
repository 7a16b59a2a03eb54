#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/letters.h"

namespace assay {

/// A run of letters of one kind, or of digits.
struct NameWord {
  LetterKind kind = LetterKind::latin;
  std::u32string letters;    ///< in small letters, as written; empty for ASCII letters and digits
  std::size_t count = 0;     ///< of letters
  std::string latin;         ///< romanised; empty for Hangul and Han, which are read in longer runs
  bool glued = false;        ///< no gap before it: "2nd" is 2 and a glued nd
  bool after_comma = false;  ///< a comma stands somewhere before it
};

struct WordsOfName {
  std::vector<NameWord> words;
  std::uint8_t findings = 0;  ///< NameFinding bits
};

/// How dots are read: as in "H.C. Starck", where they join single letters, or as gaps.
enum class Dots : std::uint8_t { join_letters, part_words };

/// The words of a text in NFKC.
WordsOfName words_of(std::u32string_view text, Dots dots);

}  // namespace assay
