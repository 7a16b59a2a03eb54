#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "names/name.h"

namespace assay {

/// How much words say: class_factor() of the token's class, and of telling words (brand, given, family) their rarity.
/// Without a list (nothing added) that is 1, or .7 for the words of a built-in table of common ones. With a list it
/// is the inverse document frequency there, scaled so that a word that the list does not hold weighs 1: log((N + 1) /
/// (df + 1)) / log(N + 1), never below `least_rarity`. Business words that only frame a name (group, general) weigh
/// less than their class, a father's name (Vladimirovich) weighs .4.
struct TokenWeights {
  std::unordered_map<std::string, std::uint32_t> names_with;  ///< token text → number of names that hold it
  std::uint32_t names = 0;
};

constexpr float least_rarity = 0.25F;

/// Counts the tokens of a name of the list (each text once per name, over all its forms).
void add_to(TokenWeights& weights, const PreparedName& name);

/// What a token of the class weighs at most.
float class_factor(TokenClass token_class);

/// The weight of a token, > 0 and at most 1; the same for equal text and class.
float weight_of(const NameToken& token, const TokenWeights& weights);

/// Fills the weight of every token.
void weigh(PreparedName& name, const TokenWeights& weights);

}  // namespace assay
