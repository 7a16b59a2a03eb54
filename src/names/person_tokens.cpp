#include <algorithm>
#include <array>

#include "base/text.h"
#include "names/korean.h"
#include "names/numbers.h"
#include "names/tokens.h"

namespace assay {

bool is_chinese_family(std::string_view word) {
  constexpr auto families = std::to_array<std::string_view>(
      {"wang",  "li",    "zhang", "liu",  "chen",  "yang", "huang", "zhao",  "wu",    "zhou",  "xu",   "sun",
       "ma",    "zhu",   "hu",    "guo",  "he",    "lin",  "gao",   "luo",   "zheng", "liang", "xie",  "song",
       "tang",  "deng",  "feng",  "cao",  "peng",  "zeng", "xiao",  "tian",  "dong",  "pan",   "yuan", "cai",
       "jiang", "yu",    "du",    "ye",   "cheng", "wei",  "su",    "lu",    "lyu",   "ding",  "ren",  "yao",
       "shen",  "zhong", "cui",   "tan",  "fan",   "liao", "shi",   "jin",   "jia",   "xia",   "fu",   "fang",
       "zou",   "xiong", "bai",   "meng", "qin",   "qiu",  "hou",   "jiang", "yin",   "xue",   "yan",  "duan",
       "lei",   "long",  "tao",   "hao",  "gu",    "mao",  "gong",  "shao",  "wan",   "qian",  "dai",  "chi",
       "hong",  "shan",  "qi",    "kong", "che",   "quan", "piao",  "an",    "chang", "kang",  "niu"});
  return std::find(families.begin(), families.end(), word) != families.end();
}

namespace {

struct FullName {
  std::u32string family;
  std::u32string given;
};

/// Family name and given name of a run of Hangul or Han. All given where it does not look like a name of here.
FullName cut_name(std::u32string_view letters) {
  std::size_t family = 0;
  if (is_hangul(letters.front())) {
    family = letters.size() >= 2 && letters.size() <= 5 ? korean_family_length(letters) : 0;
  } else if (letters.size() >= 2 && letters.size() <= 4) {
    constexpr std::array<std::u32string_view, 10> twofold{U"欧阳", U"司马", U"诸葛", U"上官", U"皇甫",
                                                          U"尉迟", U"公孙", U"慕容", U"令狐", U"司徒"};
    family = 1;
    for (const std::u32string_view two : twofold)
      if (letters.size() > 2 && letters.starts_with(two)) family = 2;
  }
  return {std::u32string(letters.substr(0, family)), std::u32string(letters.substr(family))};
}

std::u32string all_simplified(std::u32string_view letters) {
  std::u32string out;
  for (const char32_t c : letters) out += simplified(c);
  return out;
}

/// What a run of Hangul or Han is within a name.
enum class Part : std::uint8_t {
  whole,  ///< family and given name without a blank between them
  family,
  given,
  foreign  ///< a word of a name of elsewhere
};

void read_asian(const NameWord& word, Part part, HanReading reading, NameForm& form, std::uint8_t& findings) {
  const std::u32string letters = all_simplified(word.letters);
  const Dictionary& dictionary = people_words();
  if (const auto found = dictionary.unparted.find(letters); found != dictionary.unparted.end()) {
    add_token(form, std::string(found->second->text), found->second->token_class, found->second->number, findings);
    return;
  }
  const bool hangul = is_hangul(letters.front());
  FullName name = part == Part::whole ? cut_name(letters) : FullName{{}, letters};
  if (part == Part::family) std::swap(name.family, name.given);
  const auto text_of_part = [&](std::u32string_view of_part, bool family) {
    if (hangul) return list_romanisation(of_part);
    std::string text = han_text(of_part, reading, family);
    return text.empty() ? han_text(of_part, HanReading::mandarin, family) : text;
  };
  if (!name.family.empty()) {
    add_token(form, text_of_part(name.family, true), TokenClass::family, 0, findings);
    form.korean = form.korean || hangul || reading == HanReading::korean;
  }
  const bool known_given = part == Part::given || !name.family.empty();
  if (!name.given.empty())
    add_token(form, text_of_part(name.given, false), known_given ? TokenClass::given : TokenClass::brand, 0,
              findings);
}

bool is_asian(const NameWord& word) {
  return word.kind == LetterKind::hangul || word.kind == LetterKind::han;
}

/// Where the name is written with blanks, the family name is the run of one character, in front or at the end.
std::vector<Part> parts_of_runs(const std::vector<NameWord>& words) {
  const auto is_single = [](const NameWord& word) { return is_asian(word) && word.letters.size() == 1; };
  const auto is_family = [&](const NameWord& word) {
    if (!is_single(word)) return false;
    return word.kind == LetterKind::hangul ? korean_family_length(word.letters) == 1
                                           : is_chinese_family(mandarin_family_of(simplified(word.letters.front())));
  };
  std::size_t runs = 0;
  for (const NameWord& word : words) runs += is_asian(word) ? 1U : 0U;
  if (runs < 2) return std::vector<Part>(words.size(), Part::whole);
  std::vector<Part> parts(words.size(), Part::foreign);
  const bool any_known = is_family(words.front()) || is_family(words.back());
  const bool in_front = any_known ? is_family(words.front()) : is_single(words.front());
  const bool at_end = any_known ? is_family(words.back()) : is_single(words.back());
  if (!in_front && !at_end) return parts;
  parts.assign(words.size(), Part::given);
  // 王 文 may be either; of two runs of one character the first is the family name.
  parts[in_front ? 0 : words.size() - 1] = Part::family;
  return parts;
}

/// The tokens of the words before the first comma, where given names follow it, are the family name.
void mark_family_before_comma(const std::vector<std::size_t>& before_comma, NameForm& form) {
  bool given_follow = false;
  for (std::size_t at = 0; at < form.tokens.size(); ++at) {
    const TokenClass kind = form.tokens[at].token_class;
    const bool before = std::find(before_comma.begin(), before_comma.end(), at) != before_comma.end();
    if (!before && kind != TokenClass::title && kind != TokenClass::particle) given_follow = true;
  }
  if (!given_follow) return;
  for (std::size_t at = 0; at < form.tokens.size(); ++at) {
    TokenClass& token_class = form.tokens[at].token_class;
    if (token_class != TokenClass::brand && token_class != TokenClass::given) continue;
    const bool before = std::find(before_comma.begin(), before_comma.end(), at) != before_comma.end();
    token_class = before ? TokenClass::family : TokenClass::given;
  }
}

/// Sultan, Said and Haji are titles in front of a name and names within one; Jr and PhD stand behind it.
TokenClass class_at(TokenClass known, std::string_view word, bool after_name) {
  if (known != TokenClass::title || !after_name) return known;
  constexpr auto behind = std::to_array<std::string_view>(
      {"jr", "sr", "junior", "senior", "ii", "iii", "iv", "esq", "phd", "md", "llc", "ltd", "sa", "inc", "aka"});
  return std::find(behind.begin(), behind.end(), word) != behind.end() ? known : TokenClass::given;
}

bool is_name_word(const NameToken& token) {
  return token.token_class == TokenClass::brand || token.token_class == TokenClass::given ||
         token.token_class == TokenClass::family;
}

void mark_family_in_front(NameForm& form) {
  std::vector<NameToken*> words;
  for (NameToken& token : form.tokens) {
    if (token.token_class == TokenClass::family) return;
    if (is_name_word(token)) words.push_back(&token);
  }
  if (words.size() < 2 || words.size() > 4) return;
  const bool korean_front = form.korean && !korean_family_key(words.front()->text).empty();
  const bool chinese_front = words.size() <= 3 && is_chinese_family(words.front()->text);
  if (!korean_front && !chinese_front) return;
  words.front()->token_class = TokenClass::family;
  for (std::size_t at = 1; at < words.size(); ++at) words[at]->token_class = TokenClass::given;
}

}  // namespace

bool looks_korean(const NameForm& form) {
  std::vector<const NameToken*> words;
  for (const NameToken& token : form.tokens) {
    if (token.token_class == TokenClass::initial) return false;
    if (is_name_word(token)) words.push_back(&token);
  }
  if (words.size() < 2 || words.size() > 4) return false;
  for (const NameToken* word : words)
    if (word->text.size() > 12 || !is_korean_word(word->text)) return false;
  return !korean_family_key(words.front()->text).empty() || !korean_family_key(words.back()->text).empty();
}

void read_person(const WordsOfName& words, HanReading reading, NameForm& form, std::uint8_t& findings) {
  const Dictionary& dictionary = people_words();
  std::vector<std::size_t> before_comma;
  const std::vector<Part> parts = parts_of_runs(words.words);
  const bool has_comma = !words.words.empty() && words.words.back().after_comma && !words.words.front().after_comma;
  for (std::size_t at = 0; at < words.words.size();) {
    const NameWord& word = words.words[at];
    const std::size_t first_token = form.tokens.size();
    if (is_asian(word)) {
      read_asian(word, parts[at], reading, form, findings);
      ++at;
      continue;
    }
    const Dictionary::Entry* const entry = entry_of(dictionary, word);
    const Phrase* const phrase = entry == nullptr ? nullptr : phrase_at(*entry, words.words, at);
    if (word.kind == LetterKind::digit) {
      add_token(form, without_leading_zeros(word.latin), TokenClass::number, 0, findings);
      ++at;
    } else if (phrase != nullptr) {
      add_token(form, std::string(phrase->meaning.text), phrase->meaning.token_class, phrase->meaning.number,
                findings);
      at += phrase->words.size();
    } else if (word.count == 1) {
      // O and U are Korean family names; the caller of looks_korean cannot know before all words are read.
      add_token(form, word.latin, word.latin == "o" || word.latin == "u" ? TokenClass::brand : TokenClass::initial, 0,
                findings);
      ++at;
    } else if (entry != nullptr && entry->meaning != nullptr) {
      const bool after_name = std::any_of(form.tokens.begin(), form.tokens.end(), is_name_word) &&
                              !(word.after_comma && !words.words[at - 1].after_comma);
      const TokenClass token_class = class_at(entry->meaning->token_class, word.latin, after_name);
      const bool title_meaning = entry->meaning->token_class == TokenClass::title;
      add_token(form, word.latin, token_class, title_meaning ? 0 : entry->meaning->number, findings);
      ++at;
    } else {
      add_token(form, word.latin, TokenClass::brand, 0, findings);
      ++at;
    }
    if (has_comma && !word.after_comma)
      for (std::size_t made = first_token; made < form.tokens.size(); ++made) before_comma.push_back(made);
  }
  if (!before_comma.empty()) mark_family_before_comma(before_comma, form);
  form.korean = form.korean || looks_korean(form);
  if (!form.korean)
    for (NameToken& token : form.tokens)
      if (token.text.size() == 1 && token.token_class == TokenClass::brand) token.token_class = TokenClass::initial;
  mark_family_in_front(form);
}

}  // namespace assay
