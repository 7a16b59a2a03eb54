#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// Without white space at both ends: ASCII blanks, U+00A0, U+3000, U+FEFF and the other Unicode spaces, and without
/// zero-width characters at the ends.
std::string_view trim(std::string_view text);

/// True for an empty text and for the words that mean "not known" in any column: -, ?, ., / and runs of them, n/a, na
/// (not NA as a country: callers that read codes decide first), nil, null, none given, unknown, tbd, see attachment,
/// various, 不详, 无资料, 未知, 미상, не указано … Compared after trimming and ASCII case folding. "none" and 无 are
/// not among them: they say that there is none.
bool is_blank_word(std::string_view text);

/// True for the words that say "there is none" where a column may hold that: none, no, nil transit, direct, 无, 없음.
bool is_none_word(std::string_view text);

/// The next code point of valid or invalid UTF-8; advances `at` by at least one byte. An invalid byte is returned
/// as 0xFFFD.
char32_t next_code_point(std::string_view text, std::size_t& at);
std::size_t count_code_points(std::string_view text);
void append_utf8(std::string& out, char32_t code_point);

/// For a terminal, a log or a line of text: C0 and C1 controls, DEL, bidi and zero-width controls, invisible fillers
/// and line separators as \u{202E}, a byte that is no UTF-8 as \u{DC80} to \u{DCFF}. Backslashes before `u{` are
/// doubled, so the mapping is injective.
std::string escape_for_terminal(std::string_view text);

/// How many columns the text takes on a terminal: two for an East Asian wide character, none for a combining mark.
/// The text holds no controls (escape_for_terminal).
std::size_t terminal_width(std::string_view text);

/// At most `limit` code points, with … at the end where something was left out.
std::string shorten(std::string_view text, std::size_t limit);

/// Splits at any of the characters of `separators`, trims the parts, drops empty ones.
std::vector<std::string_view> split(std::string_view text, std::string_view separators);

/// The candidate nearest to the word by Damerau-Levenshtein distance (restricted: no part is edited twice), if at
/// most `limit` apart and not all of it different; the first of equals; empty when none is near. Case counts.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates,
                         std::size_t limit = 2);

}  // namespace assay
