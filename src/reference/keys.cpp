#include "reference/keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

std::size_t letters_of(const std::string& word) {
  return count_code_points(word);
}

/// d p r k → dprk; a letter alone stays. "people s" → "peoples".
std::vector<std::string> join_letters(const std::vector<std::string>& words) {
  std::vector<std::string> joined;
  bool in_run = false;
  for (const std::string& word : words) {
    if (word == "s" && !joined.empty() && joined.back() == "people") {
      joined.back() += 's';
      in_run = false;
      continue;
    }
    const bool single = letters_of(word) == 1 && !is_asian(word);
    if (single && in_run)
      joined.back() += word;
    else
      joined.push_back(word);
    in_run = single;
  }
  return joined;
}

constexpr auto short_forms = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"rep", "republic"},
    {"repub", "republic"},
    {"dem", "democratic"},
    {"democ", "democratic"},
    {"people", "peoples"},
    {"peop", "peoples"},
    {"ppl", "peoples"},
    {"ppls", "peoples"},
    {"pples", "peoples"},
    {"st", "saint"},
    {"fed", "federation"},
});

std::string write_out(const std::string& word) {
  for (const auto& [shorter, longer] : short_forms)
    if (word == shorter) return std::string(longer);
  return word;
}

bool is_filler(const std::string& word) {
  return word == "the" || word == "of" || word == "and" || word == "&";
}

/// Parts words, though fold() keeps it: "North_Korea", "origin: DPRK".
bool is_joint(char32_t c) {
  return c == U'_' || c == U':' || c == U'=';
}

bool is_separator(char32_t c) {
  constexpr std::u32string_view separators =
      U",;/"
      U"|+&>()[]{}\n\r\t\u3001\uFF0C\uFF1B\uFF0F\uFF5C\uFF0B\uFF06\uFF1E\uFF08\uFF09\u3010\u3011\u300C\u300D\u2192";
  return separators.find(c) != std::u32string_view::npos;
}

}  // namespace

bool is_asian_letter(char32_t c) {
  const bool hangul = (c >= 0x1100 && c <= 0x11FF) || (c >= 0xAC00 && c <= 0xD7FF);
  const bool kana = c >= 0x3040 && c <= 0x30FF;
  const bool han = (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
  return hangul || kana || han;
}

bool is_asian(std::string_view key) {
  std::size_t at = 0;
  return !key.empty() && is_asian_letter(next_code_point(key, at));
}

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words;
  bool asian = false;
  bool open = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (c == U' ' || is_joint(c)) {
      open = false;
      continue;
    }
    if (!open || is_asian_letter(c) != asian) words.emplace_back();
    append_utf8(words.back(), c);
    asian = is_asian_letter(c);
    open = true;
  }
  return words;
}

std::string join(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) {
    if (i != from) out += ' ';
    out += words[i];
  }
  return out;
}

std::string country_key(std::string_view text) {
  std::vector<std::string> words = join_letters(words_of(fold_plain(text)));
  if (words.size() == 1) return words.front();
  words.erase(std::remove_if(words.begin(), words.end(), is_filler), words.end());
  if (words.size() > 1) std::transform(words.begin(), words.end(), words.begin(), write_out);
  std::sort(words.begin(), words.end());
  return join(words, 0, words.size());
}

std::string place_key(std::string_view text) {
  constexpr std::u32string_view apostrophes = U"'`\u00B4\u2018\u2019\u02B9\u02BB\u02BC\u02BF\u2032\uFF07";
  std::string without;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (apostrophes.find(c) == std::u32string_view::npos) append_utf8(without, is_joint(c) ? U' ' : c);
  }
  return fold_plain(without);
}

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_separator(c))
      parts.emplace_back();
    else
      append_utf8(parts.back(), c);
  }
  for (std::string& part : parts) part = std::string(trim(part));
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); }),
              parts.end());
  return parts;
}

}  // namespace assay
