#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// What a name names. `unknown` is prepared as a company.
enum class NameKind : std::uint8_t { unknown, company, person, vessel };

/// "company", "person", "vessel", "unknown".
std::string_view to_string(NameKind kind);

/// What a word does in a name. Only `brand`, `given` and `family` carry a match; a `number` can forbid one.
enum class TokenClass : std::uint8_t {
  brand,     ///< what tells this name from others; also the words of a vessel's name
  given,     ///< of a person
  family,    ///< of a person, where the writing or a surname list says so
  initial,   ///< one letter of a person's name
  particle,  ///< al, bin, van der, of, and …
  title,     ///< dr, sheikh, general … before a person's name
  generic,   ///< trading, mining, international …
  place,     ///< a town or region
  country,
  legal,  ///< ltd, llc, ooo, 有限公司 …
  number  ///< digits, roman numerals, ordinals and number words, as digits: "39"
};

std::string_view to_string(TokenClass token_class);

/// One word of a name, in small Latin letters. Two tokens can be alike by `text` (equal or a typo), `key`, `sound` or
/// `meaning`; see token_similarity(). `key`, `sound` and `meaning` hold nothing for numbers.
struct NameToken {
  std::string text;           ///< never empty; a to z and 0 to 9, and letters of scripts that are not romanised
  std::string key;            ///< the same for all romanisations of one Korean word; empty where it is no such word
  std::string sound;          ///< the same for common transliterations of one word; empty for short words
  std::uint32_t meaning = 0;  ///< the same for one business word, place or country in all languages; 0 = none
  TokenClass token_class = TokenClass::brand;
  float weight = 0;  ///< how much the word says; filled by weigh(), 0 before
};

/// Where a form of a name comes from.
enum class FormOrigin : std::uint8_t {
  whole,    ///< the name as written
  bracket,  ///< the text in a bracket
  also,     ///< behind a.k.a., f.k.a., formerly, dba
  reading   ///< another reading of the same characters: a surname, Sino-Korean, ü
};

std::string_view to_string(FormOrigin origin);

/// One way to read a name. A name is compared form by form; the best pair counts.
struct NameForm {
  std::vector<NameToken> tokens;  ///< in the order written (people: as written, whichever the order)
  std::string joined;             ///< the text of all tokens but legal ones, without blanks
  FormOrigin origin = FormOrigin::whole;
  bool korean = false;  ///< written in Hangul, or every brand word is built of Korean syllables
};

/// What the preparation had to say about a name: bits.
enum NameFinding : std::uint8_t {
  name_cut = 1,         ///< longer than max_name_characters: the rest was not compared
  tokens_cut = 2,       ///< more than max_name_tokens words
  token_cut = 4,        ///< a word longer than max_token_characters
  letters_mapped = 8,   ///< letters of another alphabet, or digits, in a word were read as the letters they look like
  invalid_bytes = 16,   ///< not UTF-8
  script_unread = 32,   ///< letters of a script that is not romanised
  nothing_to_read = 64  ///< no letter and no digit
};

/// Limits; what goes beyond is a NameFinding, never silent.
constexpr std::size_t max_name_characters = 512;
constexpr std::size_t max_name_tokens = 64;
constexpr std::size_t max_token_characters = 48;
/// At most so many forms are kept; the whole name is the first.
constexpr std::size_t max_name_forms = 6;

struct PreparedName {
  std::vector<NameForm> forms;  ///< empty only with nothing_to_read; never a form without tokens
  NameKind kind = NameKind::unknown;
  std::uint8_t findings = 0;  ///< NameFinding bits
  bool weak = false;          ///< set by the caller for a weak alias of a list: only an exact name is a match
};

/// The findings in words, one sentence each, in a fixed order.
std::vector<std::string> finding_words(const PreparedName& name);

}  // namespace assay
