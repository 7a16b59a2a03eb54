#include "names/prepare.h"

#include <algorithm>
#include <optional>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "base/failure.h"
#include "base/text.h"
#include "names/korean.h"
#include "names/structure.h"
#include "names/token_keys.h"
#include "names/tokens.h"

namespace assay {
namespace {

/// The code points after NFKC, at most max_name_characters. Bytes that are no UTF-8 are blanks.
std::u32string code_points(std::string_view text, std::uint8_t& findings) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (ascii && text.size() <= max_name_characters) return {text.begin(), text.end()};
  std::u32string out;
  out.reserve(std::min(text.size(), max_name_characters));
  for (std::size_t at = 0; at < text.size();) {
    if (out.size() == max_name_characters) {
      findings |= name_cut;
      break;
    }
    const std::size_t begin = at;
    char32_t c = next_code_point(text, at);
    if (c == 0xFFFD && text.substr(begin, 3) != "\xEF\xBF\xBD") {
      findings |= invalid_bytes;
      c = U' ';
    }
    out += c;
  }
  if (ascii) return out;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const form = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) throw Failure(Exit::internal, "ICU has no data for NFKC");
  icu::UnicodeString wide;
  for (const char32_t c : out) wide.append(static_cast<UChar32>(c));
  const icu::UnicodeString composed = form->normalize(wide, status);
  if (U_FAILURE(status)) throw Failure(Exit::internal, "a name could not be normalised");
  out.clear();
  for (std::int32_t at = 0; at < composed.length(); at = composed.moveIndex32(at, 1))
    out += static_cast<char32_t>(composed.char32At(at));
  return out;
}

bool tells(TokenClass token_class) {
  return token_class == TokenClass::brand || token_class == TokenClass::given || token_class == TokenClass::family ||
         token_class == TokenClass::initial;
}

bool has_class(const NameForm& form, TokenClass token_class) {
  return std::any_of(form.tokens.begin(), form.tokens.end(),
                     [token_class](const NameToken& token) { return token.token_class == token_class; });
}

/// In a name without a telling word its places are what tells it: Musan Mine.
void promote_places(NameForm& form) {
  if (std::any_of(form.tokens.begin(), form.tokens.end(),
                  [](const NameToken& token) { return tells(token.token_class); }))
    return;
  if (!has_class(form, TokenClass::place)) return;
  for (NameToken& token : form.tokens)
    if (token.token_class == TokenClass::place) token.token_class = TokenClass::brand;
}

/// A name of particles or titles alone is a name after all.
void promote_rest(NameForm& form) {
  for (const NameToken& token : form.tokens)
    if (token.token_class != TokenClass::particle && token.token_class != TokenClass::title) return;
  for (NameToken& token : form.tokens) token.token_class = TokenClass::brand;
}

/// Files call people companies: Ri Pyong Chol.
bool is_korean_persons_name(const NameForm& form) {
  return form.tokens.size() == 3 &&
         std::all_of(form.tokens.begin(), form.tokens.end(),
                     [](const NameToken& token) {
                       return token.token_class == TokenClass::brand && token.text.size() <= 7;
                     }) &&
         looks_korean(form);
}

void finish(NameForm& form, NameKind kind) {
  promote_rest(form);
  if (kind != NameKind::person) promote_places(form);
  if (kind != NameKind::person && kind != NameKind::vessel) form.korean = is_korean_persons_name(form);
  form.joined.clear();
  for (const NameToken& token : form.tokens)
    if (token.token_class != TokenClass::legal && token.token_class != TokenClass::particle)
      form.joined += token.text;
}

NameForm form_of(const WordsOfName& words, NameKind kind, HanReading reading, FormOrigin origin,
                 std::uint8_t& findings) {
  NameForm form;
  form.origin = origin;
  form.tokens.reserve(words.words.size() + 2);
  if (kind == NameKind::person)
    read_person(words, reading, form, findings);
  else
    read_company(words, kind, reading, form, findings);
  finish(form, kind);
  return form;
}

bool same_tokens(const NameForm& a, const NameForm& b) {
  return std::equal(
      a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(),
      [](const NameToken& x, const NameToken& y) { return x.text == y.text && x.token_class == y.token_class; });
}

void add_form(PreparedName& name, NameForm form) {
  if (form.tokens.empty() || name.forms.size() == max_name_forms) return;
  for (const NameForm& earlier : name.forms)
    if (same_tokens(earlier, form)) return;
  name.forms.push_back(std::move(form));
}

bool has_han(const WordsOfName& words) {
  return std::any_of(words.words.begin(), words.words.end(),
                     [](const NameWord& w) { return w.kind == LetterKind::han; });
}

/// Only legal, generic, place and country words and particles: "(Group)", "(H.K.)".
bool says_nothing_own(const NameForm& form) {
  return std::none_of(form.tokens.begin(), form.tokens.end(), [](const NameToken& token) {
    return tells(token.token_class) || token.token_class == TokenClass::number;
  });
}

/// The words with those in Cyrillic letters read as Korean ones; nothing where one cannot be, or none is.
std::optional<WordsOfName> read_as_korean(const WordsOfName& words, NameKind kind) {
  const Dictionary& dictionary = kind == NameKind::person ? people_words() : company_words();
  WordsOfName read = words;
  bool any = false;
  for (NameWord& word : read.words) {
    if (word.kind != LetterKind::cyrillic || entry_of(dictionary, word) != nullptr) continue;
    std::string korean = romanise_korean_cyrillic(word.letters);
    if (korean.empty()) return std::nullopt;
    any = any || korean != word.latin;
    word.latin = std::move(korean);
  }
  if (!any) return std::nullopt;
  return read;
}

/// Two to four characters that all have a Korean reading, the first or last of a Korean family name.
bool may_be_korean_person(const WordsOfName& words) {
  std::u32string hangul;
  for (const NameWord& word : words.words) {
    if (word.kind != LetterKind::han) return false;
    for (const char32_t c : word.letters) {
      const char32_t syllable = korean_reading_of(simplified(c));
      if (syllable == 0) return false;
      hangul += syllable;
    }
  }
  const bool family_named =
      korean_family_length(hangul) > 0 || korean_family_length(hangul.substr(hangul.size() - 1)) > 0;
  return hangul.size() >= 2 && hangul.size() <= 4 && family_named;
}

void add_forms(const NamePart& part, NameKind kind, PreparedName& name) {
  const WordsOfName words = words_of(part.text, kind == NameKind::person ? Dots::part_words : Dots::join_letters);
  name.findings |= words.findings;
  add_form(name, form_of(words, kind, HanReading::mandarin, part.origin, name.findings));
  const FormOrigin reading = part.origin == FormOrigin::whole ? FormOrigin::reading : part.origin;
  if (const std::optional<WordsOfName> korean = read_as_korean(words, kind))
    add_form(name, form_of(*korean, kind, HanReading::mandarin, reading, name.findings));
  if (!has_han(words)) return;
  if (kind != NameKind::person || may_be_korean_person(words))
    add_form(name, form_of(words, kind, HanReading::korean, reading, name.findings));
  add_form(name, form_of(words, kind, HanReading::mandarin_lyu, reading, name.findings));
}

/// Brackets that only place or class the firm belong to its name; others are names of their own.
std::vector<NamePart> merged_parts(std::u32string_view text, NameKind kind) {
  std::vector<NamePart> parts = parts_of(text);
  if (kind == NameKind::person || parts.size() < 2) return parts;
  std::vector<NamePart> merged{parts.front()};
  for (std::size_t at = 1; at < parts.size(); ++at) {
    std::uint8_t unused = 0;
    const WordsOfName words = words_of(parts[at].text, Dots::join_letters);
    NameForm form;
    read_company(words, kind, HanReading::mandarin, form, unused);
    if (parts[at].origin == FormOrigin::bracket && parts.front().origin == FormOrigin::whole &&
        says_nothing_own(form))
      merged.front().text.append(U" ").append(parts[at].text);
    else
      merged.push_back(std::move(parts[at]));
  }
  return merged;
}

}  // namespace

void read_name(std::string_view text, NameKind kind, PreparedName& name) {
  name.forms.clear();
  name.kind = kind;
  name.findings = 0;
  name.weak = false;
  const std::u32string letters = code_points(text, name.findings);
  for (const NamePart& part : merged_parts(letters, kind)) add_forms(part, kind, name);
  if (name.forms.empty()) name.findings |= nothing_to_read;
}

PreparedName prepare(std::string_view text, NameKind kind) {
  PreparedName name;
  read_name(text, kind, name);
  for (NameForm& form : name.forms) add_keys(form, kind);
  return name;
}

}  // namespace assay
