#include "names/tokens.h"

#include <algorithm>

#include "base/text.h"
#include "names/korean.h"

namespace assay {
namespace {

std::string utf8_of(std::u32string_view letters) {
  std::string text;
  for (const char32_t c : letters) append_utf8(text, c);
  return text;
}

std::u32string all_simplified(std::u32string_view letters) {
  std::u32string out;
  for (const char32_t c : letters) out += simplified(c);
  return out;
}

const Meaning* unparted_word_at(const Dictionary& words, std::u32string_view letters, std::size_t at,
                                std::size_t& length) {
  for (length = std::min(words.longest_unparted, letters.size() - at); length > 0; --length) {
    const auto found = words.unparted.find(std::u32string(letters.substr(at, length)));
    if (found != words.unparted.end()) return found->second;
  }
  return nullptr;
}

std::string brand_text(std::u32string_view letters, HanReading reading) {
  if (is_hangul(letters.front())) return list_romanisation(letters);
  std::string text = han_text(letters, reading, false);
  return text.empty() ? han_text(letters, HanReading::mandarin, false) : text;
}

std::string korean_text(std::u32string_view han, bool family) {
  std::u32string hangul;
  for (std::size_t at = 0; at < han.size(); ++at) {
    const char32_t syllable = han[at] == U'金' && at == 0 && family ? U'김' : korean_reading_of(han[at]);
    if (syllable == 0) return {};
    hangul += syllable;
  }
  return list_romanisation(hangul);
}

}  // namespace

void add_token(NameForm& form, std::string text, TokenClass token_class, std::uint32_t meaning,
               std::uint8_t& findings) {
  if (text.size() > max_token_characters) {
    findings |= token_cut;
    std::size_t end = max_token_characters;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // no half character
    text.resize(end);
  }
  if (text.empty()) return;
  if (form.tokens.size() == max_name_tokens) {
    findings |= tokens_cut;
    return;
  }
  NameToken& token = form.tokens.emplace_back();
  token.text = std::move(text);
  token.token_class = token_class;
  token.meaning = meaning;
}

std::string han_text(std::u32string_view letters, HanReading reading, bool family) {
  if (reading == HanReading::korean) return korean_text(letters, family);
  std::string text;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    constexpr std::u32string_view with_umlaut = U"吕绿旅律铝履侣屡缕虑率氯女";
    const std::string_view read = family && at == 0 ? mandarin_family_of(letters[at]) : mandarin_of(letters[at]);
    if (reading == HanReading::mandarin_lyu && with_umlaut.find(letters[at]) != std::u32string_view::npos)
      text += letters[at] == U'女' ? "nyu" : "lyu";
    else
      text += read;
  }
  return text.empty() ? utf8_of(letters) : text;
}

void read_unparted(std::u32string_view written, HanReading reading, NameForm& form, std::uint8_t& findings) {
  const Dictionary& words = company_words();
  const std::u32string letters = all_simplified(written);
  std::size_t brand_begin = 0;
  const auto close_brand = [&](std::size_t end) {
    if (end > brand_begin)
      add_token(form, brand_text(std::u32string_view(letters).substr(brand_begin, end - brand_begin), reading),
                TokenClass::brand, 0, findings);
  };
  for (std::size_t at = 0; at < letters.size();) {
    std::size_t length = 0;
    const Meaning* const meaning = unparted_word_at(words, letters, at, length);
    if (meaning == nullptr) {
      ++at;
      continue;
    }
    close_brand(at);
    add_token(form, std::string(meaning->text), meaning->token_class, meaning->number, findings);
    at += length;
    brand_begin = at;
  }
  close_brand(letters.size());
}

const Phrase* phrase_at(const Dictionary::Entry& entry, const std::vector<NameWord>& words, std::size_t at) {
  for (const Phrase& phrase : entry.phrases) {
    if (phrase.words.size() > words.size() - at) continue;
    bool same = true;
    for (std::size_t i = 1; same && i < phrase.words.size(); ++i) {
      const NameWord& word = words[at + i];
      same = word.latin == phrase.words[i] ||
             (word.kind == LetterKind::cyrillic && utf8_of(word.letters) == phrase.words[i]);
    }
    if (same) return &phrase;
  }
  return nullptr;
}

const Dictionary::Entry* entry_of(const Dictionary& words, const NameWord& word) {
  if (word.kind == LetterKind::cyrillic || word.kind == LetterKind::other)
    if (const Dictionary::Entry* const entry = words.find_latin(utf8_of(word.letters))) return entry;
  return words.find_latin(word.latin);
}

}  // namespace assay
