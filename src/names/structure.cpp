#include "names/structure.h"

#include <algorithm>
#include <array>

#include "names/letters.h"

namespace assay {
namespace {

bool opens(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'（' || c == U'【' || c == U'〔';
}

bool closes(char32_t c) {
  return c == U')' || c == U']' || c == U'}' || c == U'）' || c == U'】' || c == U'〕';
}

bool is_word_letter(char32_t c) {
  const LetterKind kind = letter_of(c).kind;
  return kind != LetterKind::gap && kind != LetterKind::comma && kind != LetterKind::dot &&
         kind != LetterKind::nothing;
}

bool has_letters(std::u32string_view text) {
  for (const char32_t c : text)
    if (is_word_letter(c)) return true;
  return false;
}

/// "KPe.018", "QDi.430": the number of an entry of a UN list.
bool is_list_reference(std::u32string_view text) {
  if (text.size() < 5 || text.size() > 9) return false;
  const std::size_t dot = text.find(U'.');
  if (dot == std::u32string_view::npos || dot < 2 || dot > 4 || dot + 4 > text.size()) return false;
  for (std::size_t at = dot + 1; at < text.size(); ++at)
    if (text[at] < U'0' || text[at] > U'9') return false;
  return true;
}

constexpr auto also_words = std::to_array<std::u32string_view>({U"a.k.a.",        U"a.k.a",
                                                                U"a/k/a",         U"aka",
                                                                U"f.k.a.",        U"f.k.a",
                                                                U"f/k/a",         U"fka",
                                                                U"n.k.a.",        U"n.k.a",
                                                                U"nka",           U"d/b/a",
                                                                U"d.b.a.",        U"d.b.a",
                                                                U"dba",           U"t/a",
                                                                U"also known as", U"formerly known as",
                                                                U"formerly",      U"doing business as",
                                                                U"trading as",    U"now known as",
                                                                U"previously",    U"又名",
                                                                U"曾用名",        U"原名",
                                                                U"별칭"});

bool same_letters(std::u32string_view text, std::u32string_view lower) {
  if (text.size() < lower.size()) return false;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    const char32_t c = text[at];
    if ((c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c) != lower[at]) return false;
  }
  return true;
}

bool may_begin_also(char32_t c) {
  switch (c | 0x20) {
    case U'a':
    case U'f':
    case U'n':
    case U'd':
    case U't':
    case U'p':
      return true;
    default:
      return c >= 0x80 && std::u32string_view(U"又曾原별").find(c) != std::u32string_view::npos;
  }
}

/// The length of an "also" word at the place, which begins and ends a word; 0 for none.
std::size_t also_length(std::u32string_view text, std::size_t at) {
  if (at == 0) return 0;
  if (!may_begin_also(text[at])) return 0;
  const bool latin = text[at] < 0x80;
  if (latin && is_word_letter(text[at - 1])) return 0;
  for (const std::u32string_view word : also_words) {
    if (!same_letters(text.substr(at), word)) continue;
    const std::size_t end = at + word.size();
    if (latin && (end >= text.size() || is_word_letter(text[end]))) continue;
    return word.size();
  }
  return 0;
}

void add_also_parts(std::u32string_view text, FormOrigin origin, std::vector<NamePart>& parts) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = also_length(text, at);
    if (length == 0 || (at == begin && begin != 0) || !has_letters(text.substr(begin, at - begin))) {
      ++at;
      continue;
    }
    parts.push_back({std::u32string(text.substr(begin, at - begin)), origin});
    origin = FormOrigin::also;
    at += length;
    begin = at;
  }
  if (has_letters(text.substr(begin))) parts.push_back({std::u32string(text.substr(begin)), origin});
}

/// "a.k.a. X" within a bracket is X.
std::u32string_view without_also(std::u32string_view text) {
  while (!text.empty() && !is_word_letter(text.front())) text.remove_prefix(1);
  for (const std::u32string_view word : also_words)
    if (text.size() > word.size() && same_letters(text, word) && !is_word_letter(text[word.size()]))
      return text.substr(word.size());
  return text;
}

}  // namespace

std::vector<NamePart> parts_of(std::u32string_view name) {
  std::vector<NamePart> parts;
  if (std::none_of(name.begin(), name.end(), opens)) {
    add_also_parts(name, FormOrigin::whole, parts);
    return parts;
  }
  std::u32string outside;
  std::vector<std::u32string> inside;
  std::size_t depth = 0;
  for (const char32_t c : name) {
    if (opens(c)) {
      if (depth++ == 0) inside.emplace_back();
      outside += U' ';
    } else if (closes(c)) {
      if (depth > 0) --depth;
      outside += U' ';
    } else {
      (depth > 0 ? inside.back() : outside) += c;
    }
  }
  if (!has_letters(outside)) {
    outside.clear();
    for (const std::u32string& text : inside) outside.append(text).append(U" ");
    inside.clear();
  }
  add_also_parts(outside, FormOrigin::whole, parts);
  for (const std::u32string& text : inside) {
    if (!has_letters(text) || is_list_reference(text)) continue;
    const std::u32string_view named = without_also(text);
    parts.push_back({std::u32string(named), named.size() == text.size() ? FormOrigin::bracket : FormOrigin::also});
  }
  return parts;
}

}  // namespace assay
