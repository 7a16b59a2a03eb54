#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "names/dictionary.h"
#include "names/name.h"
#include "names/words.h"

namespace assay {

/// How Chinese characters that the dictionary does not know are read.
enum class HanReading : std::uint8_t { mandarin, mandarin_lyu, korean };

/// Adds a token, cut to max_token_characters. An empty text adds nothing.
void add_token(NameForm& form, std::string text, TokenClass token_class, std::uint32_t meaning,
               std::uint8_t& findings);

/// A run of Hangul or Han of a company's name: the words of the dictionary, longest first, and what lies between them
/// as brand words.
void read_unparted(std::u32string_view letters, HanReading reading, NameForm& form, std::uint8_t& findings);

/// The tokens of a company or vessel.
void read_company(const WordsOfName& words, NameKind kind, HanReading reading, NameForm& form,
                  std::uint8_t& findings);

/// The tokens of a person.
void read_person(const WordsOfName& words, HanReading reading, NameForm& form, std::uint8_t& findings);

/// True when the telling words of a form look like a Korean person's name: a family name in front or at the end, the
/// rest Korean syllables, two to four words.
bool looks_korean(const NameForm& form);

/// A Chinese family name in Pinyin, of the hundred or so that most people have.
bool is_chinese_family(std::string_view word);

/// The reading of the characters, or an empty text where the reading has none for one of them. `family`: the first
/// character is a family name.
std::string han_text(std::u32string_view letters, HanReading reading, bool family);

/// The longest phrase of the dictionary that the words from `at` on make; null for none.
const Phrase* phrase_at(const Dictionary::Entry& entry, const std::vector<NameWord>& words, std::size_t at);

/// What the word means by its Cyrillic or its Latin writing; null for nothing.
const Dictionary::Entry* entry_of(const Dictionary& words, const NameWord& word);

}  // namespace assay
