#include <algorithm>
#include <array>

#include "names/numbers.h"
#include "names/similarity.h"
#include "names/tokens.h"

namespace assay {
namespace {

/// Legal forms that are found written onto the name: JSCARGUMENT.
constexpr auto written_on =
    std::to_array<std::string_view>({"ojsc", "pjsc", "cjsc", "jsc", "llc", "gmbh", "coltd", "ltd"});
constexpr std::size_t least_rest = 4;

bool is_number_sign(std::string_view word) {
  if (!word.starts_with('n')) return false;
  return word == "no" || word == "nr" || word == "num" || word == "number" || word == "nos" || word == "n";
}

bool is_ordinal_ending(const NameWord& word) {
  return word.glued && (word.latin == "st" || word.latin == "nd" || word.latin == "rd" || word.latin == "th");
}

struct Reader {
  const std::vector<NameWord>& words;
  NameKind kind;
  HanReading reading;
  NameForm& form;
  std::uint8_t& findings;
  const Dictionary& dictionary = company_words();
  std::size_t at = 0;

  void add(std::string_view text, TokenClass token_class, std::uint32_t meaning = 0) {
    add_token(form, std::string(text), token_class, meaning, findings);
  }

  /// The words of a vessel's name tell it from others whatever they mean.
  void add_meaning(std::string_view text, const Meaning& meaning) {
    const bool telling = kind == NameKind::vessel && meaning.token_class != TokenClass::particle;
    add(text, telling ? TokenClass::brand : meaning.token_class, meaning.number);
  }

  bool read_digits();
  bool read_number_word();
  bool read_roman();
  bool read_known();
  bool read_single_letters();
  bool read_written_on();
  bool read_mistyped_legal();
  [[nodiscard]] bool only_legal_after(std::size_t place) const;
};

bool Reader::read_digits() {
  if (words[at].kind != LetterKind::digit) {
    if (!is_number_sign(words[at].latin) || at + 1 == words.size() || words[at + 1].kind != LetterKind::digit)
      return false;
    ++at;  // "No."
  }
  add(without_leading_zeros(words[at].latin), TokenClass::number);
  ++at;
  if (at < words.size() && is_ordinal_ending(words[at])) ++at;
  return true;
}

bool Reader::read_number_word() {
  const std::optional<NumberWord> first = number_word(words[at].latin);
  if (!first) return false;
  unsigned value = first->value;
  ++at;
  if (first->tens && at < words.size() && words[at].kind == LetterKind::digit && words[at].latin.size() == 1) {
    value += static_cast<unsigned>(words[at].latin.front() - '0');
    ++at;
  } else if (first->tens && at < words.size()) {
    const std::optional<NumberWord> unit = number_word(words[at].latin);
    if (unit && unit->value < 10) {
      value += unit->value;
      ++at;
    }
  }
  add(std::to_string(value), TokenClass::number);
  return true;
}

bool Reader::only_legal_after(std::size_t place) const {
  for (++place; place < words.size(); ++place) {
    const Dictionary::Entry* const entry = entry_of(dictionary, words[place]);
    const bool legal =
        entry != nullptr && (entry->meaning == nullptr || entry->meaning->token_class == TokenClass::legal);
    if (!legal && words[place].latin.size() > 1) return false;
  }
  return true;
}

bool Reader::read_roman() {
  const std::string& word = words[at].latin;
  const std::optional<unsigned> value = at == 0 ? std::nullopt : roman_numeral(word);
  if (!value) return false;
  const bool may_be_a_word = word.size() == 1 || word == "xi" || word == "vi";
  if (may_be_a_word && !only_legal_after(at)) return false;
  add(std::to_string(*value), TokenClass::number);
  ++at;
  return true;
}

bool Reader::read_known() {
  const Dictionary::Entry* const entry = entry_of(dictionary, words[at]);
  if (entry == nullptr) return false;
  if (const Phrase* const phrase = phrase_at(*entry, words, at)) {
    if (kind == NameKind::vessel)  // word by word, so that a joined writing still fits
      for (std::size_t i = 0; i < phrase->words.size(); ++i) add(words[at + i].latin, TokenClass::brand);
    else
      add_meaning(phrase->meaning.text, phrase->meaning);
    at += phrase->words.size();
    return true;
  }
  if (entry->meaning == nullptr) return false;
  add_meaning(words[at].latin, *entry->meaning);
  ++at;
  return true;
}

bool Reader::read_single_letters() {
  std::size_t end = at;
  std::string text;
  while (end < words.size() && words[end].latin.size() == 1 && words[end].kind == LetterKind::latin)
    text += words[end++].latin;
  if (end - at < 2) return false;
  at = end;
  add(text, TokenClass::brand);
  return true;
}

bool Reader::read_written_on() {
  const std::string_view word = words[at].latin;
  for (const std::string_view form_word : written_on) {
    if (word.size() < form_word.size() + least_rest) continue;
    std::string_view rest = word;
    if (word.ends_with(form_word))
      rest.remove_suffix(form_word.size());
    else if (word.starts_with(form_word))
      rest.remove_prefix(form_word.size());
    else
      continue;
    add(rest, TokenClass::brand);
    add(form_word, TokenClass::legal, dictionary.latin.at(form_word).meaning->number);
    ++at;
    return true;
  }
  return false;
}

bool Reader::read_mistyped_legal() {
  constexpr auto forms =
      std::to_array<std::string_view>({"ltd", "llc", "limited", "company", "corporation", "corp", "incorporated"});
  if (kind == NameKind::vessel || at == 0 || at + 1 != words.size()) return false;
  const std::string_view word = words[at].latin;
  for (const std::string_view legal : forms) {
    // Of a short form the letters must all be there: LDT and LLTD are Ltd, but LTA is a name.
    const bool same_letters =
        word.size() == legal.size() && std::is_permutation(word.begin(), word.end(), legal.begin());
    const bool may_be = legal.size() >= 6 || word.size() == legal.size() + 1 || same_letters;
    const unsigned limit = legal.size() >= 9 ? 2 : 1;
    const bool same_beginning = word[0] == legal[0] || (word.size() > 1 && word[1] == legal[0]);
    if (!may_be || !same_beginning || edit_distance(word, legal, limit) > limit) continue;
    add(legal, TokenClass::legal, dictionary.latin.at(legal).meaning->number);
    ++at;
    return true;
  }
  return false;
}

bool is_vessel_prefix(std::string_view word) {
  constexpr auto prefixes =
      std::to_array<std::string_view>({"mv", "mt", "ms", "ss", "fv", "my", "mvl", "msv", "vessel", "tanker", "motor",
                                       "ship", "th", "теплоход", "т", "х"});
  return std::find(prefixes.begin(), prefixes.end(), word) != prefixes.end();
}

/// The number of words that say "a ship" before its name: M/V, MT, motor vessel.
std::size_t vessel_prefix_length(const std::vector<NameWord>& words) {
  if (words.size() >= 3 && words[0].latin.size() == 1 && words[1].latin.size() == 1 &&
      is_vessel_prefix(words[0].latin + words[1].latin))
    return 2;
  std::size_t length = 0;
  while (length + 1 < words.size() && length < 2 && is_vessel_prefix(words[length].latin) &&
         words[length + 1].kind != LetterKind::digit)
    ++length;
  return length;
}

}  // namespace

void read_company(const WordsOfName& words, NameKind kind, HanReading reading, NameForm& form,
                  std::uint8_t& findings) {
  Reader reader{words.words, kind, reading, form, findings};
  if (kind == NameKind::vessel) reader.at = vessel_prefix_length(words.words);
  while (reader.at < words.words.size()) {
    const NameWord& word = words.words[reader.at];
    if (word.kind == LetterKind::hangul || word.kind == LetterKind::han) {
      const bool ordinal_sign = (word.letters == U"제" || word.letters == U"第") &&
                                reader.at + 1 < words.words.size() &&
                                words.words[reader.at + 1].kind == LetterKind::digit;
      if (!ordinal_sign) read_unparted(word.letters, reading, form, findings);
      ++reader.at;
      continue;
    }
    if (reader.read_digits() || reader.read_number_word() || reader.read_roman()) continue;
    if (reader.read_known() || reader.read_single_letters() || reader.read_written_on()) continue;
    if (reader.read_mistyped_legal()) continue;
    reader.add(word.latin, TokenClass::brand);
    ++reader.at;
  }
}

}  // namespace assay
