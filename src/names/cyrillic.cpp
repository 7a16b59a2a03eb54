#include <unordered_map>

#include "names/korean.h"
#include "names/letters.h"

namespace assay {
namespace {

const std::unordered_map<char32_t, std::string_view>& russian() {
  static const std::unordered_map<char32_t, std::string_view> table{
      {U'а', "a"},  {U'б', "b"},  {U'в', "v"},    {U'г', "g"},  {U'д', "d"}, {U'е', "e"},  {U'ё', "e"},  {U'ж', "zh"},
      {U'з', "z"},  {U'и', "i"},  {U'й', "y"},    {U'к', "k"},  {U'л', "l"}, {U'м', "m"},  {U'н', "n"},  {U'о', "o"},
      {U'п', "p"},  {U'р', "r"},  {U'с', "s"},    {U'т', "t"},  {U'у', "u"}, {U'ф', "f"},  {U'х', "kh"}, {U'ц', "ts"},
      {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},   {U'ы', "y"}, {U'ь', ""},   {U'э', "e"},  {U'ю', "yu"},
      {U'я', "ya"}, {U'і', "i"},  {U'ї', "yi"},   {U'є', "e"},  {U'ґ', "g"}, {U'ў', "u"},  {U'ђ', "dj"}, {U'ј', "j"},
      {U'љ', "lj"}, {U'њ', "nj"}, {U'ћ', "c"},    {U'џ', "dz"}, {U'ә', "a"}, {U'ғ', "gh"}, {U'қ', "q"},  {U'ң', "ng"},
      {U'ө', "o"},  {U'ұ', "u"},  {U'ү', "u"},    {U'һ', "h"},  {U'ҳ', "h"}, {U'ҷ', "j"},  {U'ӣ', "i"},  {U'ӯ', "u"},
      {U'ѓ', "gj"}, {U'ќ', "kj"}, {U'ѕ', "dz"}};
  return table;
}

bool is_cyrillic_vowel(char32_t c) {
  constexpr std::u32string_view vowels = U"аеёиоуыэюяіїєў";
  return vowels.find(c) != std::u32string_view::npos;
}

bool has_any(std::u32string_view word, std::u32string_view letters) {
  return word.find_first_of(letters) != std::u32string_view::npos;
}

}  // namespace

std::string romanise_cyrillic(std::u32string_view word) {
  const bool belarusian = word.find(U'ў') != std::u32string_view::npos;
  const bool ukrainian = has_any(word, U"їєґ") || (!belarusian && word.find(U'і') != std::u32string_view::npos);
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char32_t c = word[at];
    const char32_t before = at == 0 ? 0 : word[at - 1];
    const bool opens = before == 0 || is_cyrillic_vowel(before) || before == U'ъ' || before == U'ь' || before == U'й';
    if (ukrainian && c == U'г')
      out += 'h';
    else if (ukrainian && c == U'и')
      out += 'y';
    else if (c == U'є')
      out += opens ? "ye" : "ie";
    else if ((c == U'е' || c == U'ё') && opens && !ukrainian)
      out += c == U'е' ? "ye" : "yo";
    else if (const auto found = russian().find(c); found != russian().end())
      out += found->second;
  }
  return out;
}

std::string romanise_korean_cyrillic(std::u32string_view word) {
  static const std::unordered_map<char32_t, std::string_view> korean{{U'ё', "yo"}, {U'е', "e"}, {U'э', "e"},
                                                                     {U'в', "w"},  {U'х', "h"}, {U'ы', "u"},
                                                                     {U'ц', "j"},  {U'ь', ""},  {U'ъ', ""}};
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char32_t c = word[at];
    if (c == U'д' && at + 1 < word.size() && (word[at + 1] == U'ж' || word[at + 1] == U'з')) {
      out += 'j';
      ++at;
    } else if (c == U'х' && !out.empty() && at > 0 &&
               std::u32string_view(U"кптч").find(word[at - 1]) != std::u32string_view::npos) {
      // aspirates, which lists print without the h
    } else if (const auto special = korean.find(c); special != korean.end()) {
      out += special->second;
    } else if (const auto found = russian().find(c); found != russian().end()) {
      out += found->second;
    }
  }
  return is_korean_word(out) ? out : std::string();
}

char32_t latin_twin(char32_t lower) {
  static const std::unordered_map<char32_t, char32_t> twins{
      {U'а', U'a'}, {U'е', U'e'}, {U'о', U'o'}, {U'р', U'p'}, {U'с', U'c'}, {U'х', U'x'}, {U'у', U'y'},
      {U'к', U'k'}, {U'м', U'm'}, {U'т', U't'}, {U'н', U'h'}, {U'в', U'b'}, {U'і', U'i'}, {U'ѕ', U's'},
      {U'ј', U'j'}, {U'ԁ', U'd'}, {U'г', U'r'}, {U'һ', U'h'}, {U'ԛ', U'q'}, {U'ԝ', U'w'}, {U'α', U'a'},
      {U'β', U'b'}, {U'ε', U'e'}, {U'ι', U'i'}, {U'κ', U'k'}, {U'μ', U'm'}, {U'ν', U'n'}, {U'ο', U'o'},
      {U'ρ', U'p'}, {U'τ', U't'}, {U'υ', U'y'}, {U'χ', U'x'}, {U'ζ', U'z'}, {U'η', U'h'}};
  const auto found = twins.find(lower);
  return found == twins.end() ? 0 : found->second;
}

char32_t cyrillic_twin(char32_t latin) {
  static const std::unordered_map<char32_t, char32_t> twins{
      {U'a', U'а'}, {U'e', U'е'}, {U'o', U'о'}, {U'p', U'р'}, {U'c', U'с'}, {U'x', U'х'}, {U'y', U'у'},
      {U'k', U'к'}, {U'm', U'м'}, {U't', U'т'}, {U'h', U'н'}, {U'b', U'в'}, {U'i', U'і'}, {U's', U'ѕ'}};
  const auto found = twins.find(latin);
  return found == twins.end() ? 0 : found->second;
}

}  // namespace assay
