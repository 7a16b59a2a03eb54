#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "names/name.h"
#include "names/similarity.h"

namespace assay {

/// What a score says. `flag`: taken as the same name. `ask`: a question for somebody. `no`: not the same.
enum class Band : std::uint8_t { no, ask, flag };

std::string_view to_string(Band band);

/// Chosen on one half of the labelled pairs of docs/SCREENING.md (by a hash of their group) for the best F1; the
/// curve is flat between .75 and .80. The other half confirms it.
constexpr float flag_threshold = 0.78F;
constexpr float ask_threshold = 0.70F;

Band band_of(float score);

/// Rules that lowered a score.
enum class NameRule : std::uint8_t {
  numbers_differ,       ///< R1
  brand_missing,        ///< R2: legal, generic and place words alone carry no match
  words_contradict,     ///< R3: both names hold a telling word that the other has not
  one_word,             ///< R4: a name of one word is compared strictly
  short_name,           ///< R5: up to four letters: exact only
  family_name_differs,  ///< R6
  given_name_differs,   ///< R6
  weak_alias            ///< R8: exact only
};

/// Half a sentence: "the numbers differ".
std::string_view says(NameRule rule);

/// A run of tokens of each side that were taken for one another.
struct AlignedTokens {
  std::uint16_t first_a = 0;
  std::uint16_t count_a = 1;
  std::uint16_t first_b = 0;
  std::uint16_t count_b = 1;
  TokenLikeness likeness;
  float weight = 0;  ///< of both sides together
};

/// A rule that applies, and the score after it; it may have been that low before.
struct LoweredBy {
  NameRule rule = NameRule::numbers_differ;
  float to = 0;  ///< the score after it
};

/// How two names compare. score = max(S, J) lowered by rules, in which
/// S = sum of similarity x (weight in a + weight in b) over the alignment / (all weight of a + all weight of b),
/// J = joined_similarity() of the joined names.
struct NameComparison {
  float aligned = 0;  ///< S
  float joined = 0;   ///< J
  float score = 0;    ///< 0 to 1
  Band band = Band::no;
  std::size_t form_a = 0;
  std::size_t form_b = 0;
  std::vector<AlignedTokens> alignment;  ///< by first token of a
  std::vector<LoweredBy> lowered;        ///< in order of the rules
};

/// Compares all forms of both names, which are weighed; the best pair of forms counts, the first of equals. A name
/// without forms scores 0. Symmetric. Deterministic.
NameComparison compare(const PreparedName& a, const PreparedName& b);

/// The score alone of two forms: what compare() gives for names that have only these.
float form_score(const NameForm& a, NameKind kind_a, const NameForm& b, NameKind kind_b);

/// max(S, J) of two forms, before any rule. No rule raises it: form_score() <= raw_score().
float raw_score(const NameForm& a, const NameForm& b);

}  // namespace assay
