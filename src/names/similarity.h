#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "names/name.h"

namespace assay {

/// How two words are alike, best first.
enum class WordRelation : std::uint8_t { none, equal, meaning, key, sound, typo };

std::string_view to_string(WordRelation relation);

struct TokenLikeness {
  WordRelation relation = WordRelation::none;
  float similarity = 0;  ///< 0 to 1
};

constexpr float meaning_similarity = 0.97F;
constexpr float key_similarity = 0.95F;
constexpr float sound_similarity = 0.92F;

/// Edits that may lie between two words: 0 up to 3 bytes, 1 up to 7, 2 from 8, by the length of the shorter one.
constexpr unsigned edits_allowed(std::size_t shorter_length) {
  return shorter_length <= 3 ? 0U : shorter_length <= 7 ? 1U : 2U;
}

/// Equal text: 1. The same meaning, key or sound (not empty): the constants above. Else 1 - d / longer length for d
/// edits within edits_allowed(), where neither is a number; 0 otherwise. Numbers are alike only when equal, and only
/// to numbers. Legal words are alike only to legal words. Symmetric. The best of these counts.
TokenLikeness token_similarity(const NameToken& a, const NameToken& b);

/// So many adjacent words of one side may be taken as one word of the other.
constexpr std::size_t max_joined_tokens = 3;

/// True for tokens that may be joined with neighbours: not numbers, not legal words.
bool may_join(const NameToken& token);

/// The adjacent tokens as one: texts joined, key and sound made of the joined text, no meaning, weights added up,
/// class brand. Two or three tokens, all may_join().
NameToken joined_token(std::span<const NameToken> tokens);

/// Whether words written as one may be a Korean word.
enum class JoinedKorean : std::uint8_t {
  no,     ///< one of them has no key and would have one
  maybe,  ///< each is_keyed()
  yes     ///< each is a Korean word of three letters or more: so are they together, within its length
};

/// Fills key and sound, which are empty, of a word that is several words written as one.
void add_joined_keys(NameToken& joined, JoinedKorean korean);
/// Has a key, or is too short for one.
inline bool is_keyed(const NameToken& token) {
  return !token.key.empty() || token.text.size() < 3;
}

/// Optimal string alignment distance of bytes (insert, delete, replace, swap neighbours: 1 each); `limit` + 1 when it
/// is greater than `limit`.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit);

/// J: 1 - d / longer length of the joined names for d <= joined_edits_allowed(shorter length), else 0. Symmetric.
float joined_similarity(std::string_view a, std::string_view b);

/// min(4, 12 % of the length), whole.
constexpr unsigned joined_edits_allowed(std::size_t shorter_length) {
  const std::size_t share = shorter_length * 12 / 100;
  return static_cast<unsigned>(share < 4 ? share : 4);
}

}  // namespace assay
