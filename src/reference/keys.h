#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// What country texts are compared by: fold_plain(), letters with dots between them joined ("D.P.R.K." → "dprk"),
/// "the", "of" and "and" dropped, a few short forms written out, and the words sorted, so that "Korea (Democratic
/// People's Republic of)" and "Democratic People’s Rep. of Korea" are one. A single word stays as it is.
std::string country_key(std::string_view text);

/// What place names are compared by: fold_plain() without apostrophes ("Ji'an" → "jian", "P'yongyang" →
/// "pyongyang").
std::string place_key(std::string_view text);

/// The words of a folded text, parted by blanks, underscores, colons and equals signs; Han, kana and Hangul part from
/// Latin letters and digits beside them.
std::vector<std::string> words_of(std::string_view folded);

/// The words, one blank between two.
std::string join(const std::vector<std::string>& words, std::size_t from, std::size_t to);

/// Splits a cell where it strings several texts together: , ; / | + & > brackets, line breaks and their full-width
/// forms. Parts are trimmed, empty ones dropped.
std::vector<std::string> parts_of(std::string_view text);

/// True for a code point of the scripts that write without blanks.
bool is_asian_letter(char32_t c);

/// True when the key is written in such a script: it is looked for inside a text, not word by word.
bool is_asian(std::string_view key);

}  // namespace assay
