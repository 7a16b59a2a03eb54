#include "names/words.h"

#include <span>

#include "base/text.h"
#include "names/name.h"

namespace assay {
namespace {

struct RawLetter {
  LetterKind kind;
  char32_t lower;
};

bool is_alphabetic(LetterKind kind) {
  return kind == LetterKind::latin || kind == LetterKind::cyrillic || kind == LetterKind::greek;
}

std::size_t count_of(const std::vector<RawLetter>& word, LetterKind kind) {
  std::size_t count = 0;
  for (const RawLetter& letter : word) count += letter.kind == kind ? 1U : 0U;
  return count;
}

/// In a word of Latin and Cyrillic or Greek letters the fewer are look-alikes of the others. All or nothing: where
/// one has no twin, the word is really of two scripts.
bool map_look_alikes(std::vector<RawLetter>& word) {
  const std::size_t latin = count_of(word, LetterKind::latin);
  const std::size_t cyrillic = count_of(word, LetterKind::cyrillic);
  const std::size_t greek = count_of(word, LetterKind::greek);
  if (latin == 0 || cyrillic + greek == 0) return false;
  const bool to_latin = latin >= cyrillic;
  std::vector<RawLetter> mapped = word;
  for (RawLetter& letter : mapped) {
    if (!is_alphabetic(letter.kind)) continue;
    const bool foreign = to_latin ? letter.kind != LetterKind::latin : letter.kind != LetterKind::cyrillic;
    if (!foreign) continue;
    const char32_t twin = to_latin ? latin_twin(letter.lower) : cyrillic_twin(letter.lower);
    if (twin == 0) return false;
    letter = {to_latin ? LetterKind::latin : LetterKind::cyrillic, twin};
  }
  word = std::move(mapped);
  return true;
}

bool is_latin_vowel(char32_t c) {
  return c == U'a' || c == U'e' || c == U'i' || c == U'o' || c == U'u' || c == U'y';
}

/// 0 for digits that look like no letter.
char32_t letter_for_digit(char32_t digit, char32_t before, char32_t after) {
  switch (digit) {
    case U'0':
      return U'o';
    case U'1':
      return is_latin_vowel(before) || is_latin_vowel(after) ? U'l' : U'i';
    case U'5':
      return U's';
    default:
      return 0;
  }
}

/// A single 0, 1 or 5 between letters was a letter before somebody scanned the page: Dand0ng.
bool map_digits(std::vector<RawLetter>& word) {
  bool mapped = false;
  for (std::size_t at = 1; at + 1 < word.size() && word.size() >= 4; ++at) {
    if (word[at].kind != LetterKind::digit) continue;
    if (word[at - 1].kind != LetterKind::latin || word[at + 1].kind != LetterKind::latin) continue;
    const char32_t letter = letter_for_digit(word[at].lower, word[at - 1].lower, word[at + 1].lower);
    if (letter == 0) continue;
    word[at] = {LetterKind::latin, letter};
    mapped = true;
  }
  return mapped;
}

std::string latin_text(LetterKind kind, std::u32string_view letters) {
  if (kind == LetterKind::cyrillic) return romanise_cyrillic(letters);
  std::string text;
  for (const char32_t c : letters) {
    if (c < 0x80)
      text += static_cast<char>(c);
    else
      text += ascii_of(c);
  }
  return text;
}

bool romanised_alike(LetterKind kind) {
  return kind == LetterKind::latin || kind == LetterKind::cyrillic || kind == LetterKind::greek ||
         kind == LetterKind::other || kind == LetterKind::digit;
}

bool is_plain(std::span<const RawLetter> run) {
  for (const RawLetter& letter : run)
    if (letter.lower >= 0x80) return false;
  return true;
}

/// A word of ASCII letters alone, as most are.
bool add_plain_word(const std::vector<RawLetter>& word, bool after_comma, WordsOfName& out) {
  for (const RawLetter& letter : word)
    if (letter.kind != LetterKind::latin || letter.lower >= 0x80) return false;
  NameWord& made = out.words.emplace_back();
  made.after_comma = after_comma;
  made.count = word.size();
  made.latin.resize(word.size());
  for (std::size_t at = 0; at < word.size(); ++at) made.latin[at] = static_cast<char>(word[at].lower);
  return true;
}

/// Cuts the letters between two gaps where the kind changes.
void add_words(std::vector<RawLetter>& word, bool after_comma, WordsOfName& out) {
  if (word.empty()) return;
  if (add_plain_word(word, after_comma, out)) {
    word.clear();
    return;
  }
  if (map_look_alikes(word)) out.findings |= letters_mapped;
  if (map_digits(word)) out.findings |= letters_mapped;
  bool glued = false;
  for (std::size_t at = 0; at < word.size();) {
    NameWord made;
    made.kind = word[at].kind;
    made.glued = glued;
    made.after_comma = after_comma;
    const std::size_t begin = at;
    while (at < word.size() && word[at].kind == made.kind) ++at;
    const std::span<const RawLetter> run(word.data() + begin, at - begin);
    made.count = run.size();
    if (is_plain(run)) {
      for (const RawLetter& letter : run) made.latin += static_cast<char>(letter.lower);
    } else {
      for (const RawLetter& letter : run) made.letters += letter.lower;
      if (romanised_alike(made.kind)) made.latin = latin_text(made.kind, made.letters);
    }
    glued = true;
    if (made.kind == LetterKind::unread) {
      out.findings |= script_unread;
      // Kept as they are: two writings of one name in that script are still the same.
      for (const char32_t c : made.letters) append_utf8(made.latin, c);
    }
    const bool empty = made.latin.empty() && made.kind != LetterKind::hangul && made.kind != LetterKind::han;
    if (!empty) out.words.push_back(std::move(made));
  }
  word.clear();
}

}  // namespace

WordsOfName words_of(std::u32string_view text, Dots dots) {
  WordsOfName out;
  std::vector<RawLetter> word;
  word.reserve(32);
  out.words.reserve(8);
  bool comma = false;
  bool abbreviation = true;  // the word so far is single letters with dots between them
  std::size_t since_dot = 0;
  for (const char32_t c : text) {
    const Letter letter = letter_of(c);
    if (letter.kind == LetterKind::nothing) continue;
    if (letter.kind == LetterKind::dot && dots == Dots::join_letters && abbreviation && since_dot == 1) {
      since_dot = 0;
      continue;
    }
    if (letter.kind == LetterKind::gap || letter.kind == LetterKind::comma || letter.kind == LetterKind::dot) {
      add_words(word, comma, out);
      if (letter.kind == LetterKind::comma) comma = true;
      abbreviation = true;
      since_dot = 0;
      continue;
    }
    word.push_back({letter.kind, letter.lower});
    if (++since_dot > 1) abbreviation = false;
  }
  add_words(word, comma, out);
  return out;
}

}  // namespace assay
