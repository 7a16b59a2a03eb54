#include "names/name_rules.h"

#include <algorithm>
#include <optional>
#include <string>

#include "names/tokens.h"

namespace assay {
namespace {

// Chosen on one half of the labelled pairs so that each rule moves the pairs it is for below the flag threshold, and
// those that contradict outright below the ask threshold too.
constexpr float numbers_differ_cap = 0.60F;
constexpr float brand_missing_cap = 0.60F;
constexpr float brand_share = 0.6F;
constexpr float contradiction_factor = 0.80F;
constexpr float activity_factor = 0.87F;
constexpr float least_activity = 0.3F;  // lighter business words are frames such as group and general
constexpr float one_word_cap = 0.65F;
constexpr float family_cap = 0.60F;
constexpr float given_cap = 0.65F;

float lowered_to(float score, float to, NameRule rule, std::vector<LoweredBy>* lowered) {
  const float after = std::min(score, to);
  if (lowered != nullptr) lowered->push_back({rule, after});
  return after;
}

std::vector<std::string> numbers_of(const NameForm& form) {
  std::vector<std::string> numbers;
  for (const NameToken& token : form.tokens)
    if (token.token_class == TokenClass::number) numbers.push_back(token.text);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

/// A side's telling words.
struct Telling {
  float all = 0;
  float matched = 0;
  std::size_t words = 0;

  [[nodiscard]] float unmatched() const { return all - matched; }
};

/// A word that was taken for a business word of the other side (a typo in it) tells nothing either: `soft`.
Telling telling_of(const NameForm& form, const std::vector<bool>& matched, const std::vector<bool>& soft) {
  Telling telling;
  for (std::size_t at = 0; at < form.tokens.size(); ++at) {
    if (!carries(form.tokens[at]) || soft[at]) continue;
    ++telling.words;
    telling.all += form.tokens[at].weight;
    if (matched[at]) telling.matched += form.tokens[at].weight;
  }
  return telling;
}

bool any_carries(const NameForm& form, std::size_t first, std::size_t count) {
  for (std::size_t at = first; at < first + count; ++at)
    if (carries(form.tokens[at])) return true;
  return false;
}

std::string run_text(const NameForm& form, std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t at = first; at < first + count; ++at) text += form.tokens[at].text;
  return text;
}

/// The telling words that found no partner, without blanks.
std::string left_over_text(const NameForm& form, const std::vector<bool>& matched) {
  std::string text;
  for (std::size_t at = 0; at < form.tokens.size(); ++at)
    if (carries(form.tokens[at]) && !matched[at]) text += form.tokens[at].text;
  return text;
}

/// What is left of both sides differs only in blanks and a typo that is small for its length.
bool left_over_alike(const AlignedForms& forms) {
  return joined_similarity(left_over_text(forms.a, forms.matched_a), left_over_text(forms.b, forms.matched_b)) > 0;
}

/// In a person's name that is long enough for a typo as a whole, the typo may sit in a short word: Sson Mun San. But
/// one Korean syllable in place of another is another name: Kim Chol Sam, Kim Chol Nam.
bool one_slip_of_the_pen(const AlignedForms& forms) {
  if (joined_similarity(forms.a.joined, forms.b.joined) <= 0) return false;
  const std::string left_a = left_over_text(forms.a, forms.matched_a);
  const std::string left_b = left_over_text(forms.b, forms.matched_b);
  if (left_a.empty() || left_b.empty() || edit_distance(left_a, left_b, 1) > 1) return false;
  const bool replaced =
      left_a.size() == left_b.size() && !std::is_permutation(left_a.begin(), left_a.end(), left_b.begin());
  if (!forms.a.korean && !forms.b.korean) return !replaced || left_a.size() >= 4;
  return !replaced && left_a.front() == left_b.front();
}

constexpr float weight_dust = 1e-4F;

bool brand_is_missing(const Telling& a, const Telling& b) {
  if (a.words == 0 || b.words == 0) return a.unmatched() > weight_dust || b.unmatched() > weight_dust;
  const float needed = brand_share * std::min(a.all, b.all);
  return std::min(a.matched, b.matched) + weight_dust < needed;
}

bool has_unmatched(const NameForm& form, const std::vector<bool>& matched, TokenClass token_class, float least = 0) {
  for (std::size_t at = 0; at < form.tokens.size(); ++at)
    if (!matched[at] && form.tokens[at].token_class == token_class && form.tokens[at].weight >= least) return true;
  return false;
}

bool both_have_unmatched(const AlignedForms& forms, TokenClass token_class) {
  return has_unmatched(forms.a, forms.matched_a, token_class) && has_unmatched(forms.b, forms.matched_b, token_class);
}

/// The only telling word of a name must be the same, or be long and differ by one letter.
std::optional<NameRule> one_word_differs(const AlignedForms& forms, const Telling& a, const Telling& b) {
  if (a.words != 1 && b.words != 1) return std::nullopt;
  for (const AlignedTokens& pair : forms.alignment.pairs) {
    if (!any_carries(forms.a, pair.first_a, pair.count_a) || !any_carries(forms.b, pair.first_b, pair.count_b))
      continue;
    const std::size_t length_a = run_text(forms.a, pair.first_a, pair.count_a).size();
    const std::size_t length_b = run_text(forms.b, pair.first_b, pair.count_b).size();
    const std::size_t length = std::min(length_a, length_b);
    const WordRelation relation = pair.likeness.relation;
    const float edits = (1 - pair.likeness.similarity) * static_cast<float>(std::max(length_a, length_b));
    const bool too_far = relation == WordRelation::typo && (length < 6 || (edits > 1.5F && length < 12));
    if (length <= 4 && (too_far || relation == WordRelation::sound)) return NameRule::short_name;
    if (too_far) return NameRule::one_word;
  }
  return std::nullopt;
}

}  // namespace

bool carries(const NameToken& token) {
  return token.token_class == TokenClass::brand || token.token_class == TokenClass::given ||
         token.token_class == TokenClass::family;
}

AlignedForms aligned_forms(const NameForm& a, const NameForm& b, const Alignment& alignment) {
  AlignedForms forms{a, b, alignment, std::vector<bool>(a.tokens.size()), std::vector<bool>(b.tokens.size())};
  for (const AlignedTokens& pair : alignment.pairs) {
    for (std::size_t i = 0; i < pair.count_a; ++i) forms.matched_a[pair.first_a + i] = true;
    for (std::size_t i = 0; i < pair.count_b; ++i) forms.matched_b[pair.first_b + i] = true;
  }
  return forms;
}

float lower_for_company(const AlignedForms& forms, float score, std::vector<LoweredBy>* lowered) {
  if (numbers_of(forms.a) != numbers_of(forms.b))
    score = lowered_to(score, numbers_differ_cap, NameRule::numbers_differ, lowered);
  std::vector<bool> soft_a(forms.a.tokens.size());
  std::vector<bool> soft_b(forms.b.tokens.size());
  for (const AlignedTokens& pair : forms.alignment.pairs) {
    const bool telling_a = any_carries(forms.a, pair.first_a, pair.count_a);
    const bool telling_b = any_carries(forms.b, pair.first_b, pair.count_b);
    for (std::size_t i = 0; i < pair.count_a; ++i) soft_a[pair.first_a + i] = !telling_b;
    for (std::size_t i = 0; i < pair.count_b; ++i) soft_b[pair.first_b + i] = !telling_a;
  }
  const Telling a = telling_of(forms.a, forms.matched_a, soft_a);
  const Telling b = telling_of(forms.b, forms.matched_b, soft_b);
  if (!left_over_alike(forms)) {
    if (brand_is_missing(a, b)) score = lowered_to(score, brand_missing_cap, NameRule::brand_missing, lowered);
    if (a.unmatched() > weight_dust && b.unmatched() > weight_dust)
      score = lowered_to(score, score * contradiction_factor, NameRule::words_contradict, lowered);
    const bool activities_differ = both_have_unmatched(forms, TokenClass::generic) &&
                                   (has_unmatched(forms.a, forms.matched_a, TokenClass::generic, least_activity) ||
                                    has_unmatched(forms.b, forms.matched_b, TokenClass::generic, least_activity));
    if (activities_differ || both_have_unmatched(forms, TokenClass::place) ||
        both_have_unmatched(forms, TokenClass::country))
      score = lowered_to(score, score * activity_factor, NameRule::words_contradict, lowered);
  }
  if (const std::optional<NameRule> rule = one_word_differs(forms, a, b))
    score = lowered_to(score, one_word_cap, *rule, lowered);
  return score;
}

namespace {

/// The places of telling words that found no partner.
std::vector<std::size_t> left_over(const NameForm& form, const std::vector<bool>& matched) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < form.tokens.size(); ++at)
    if (!matched[at] && carries(form.tokens[at])) places.push_back(at);
  return places;
}

/// An initial speaks for one word of the other side that begins with it.
void drop_words_of_initials(const NameForm& initials, const std::vector<bool>& matched, const NameForm& words,
                            std::vector<std::size_t>& places) {
  for (std::size_t at = 0; at < initials.tokens.size(); ++at) {
    const NameToken& token = initials.tokens[at];
    if (token.token_class != TokenClass::initial || matched[at]) continue;
    const auto found = std::find_if(places.begin(), places.end(), [&](std::size_t place) {
      return words.tokens[place].text.starts_with(token.text);
    });
    if (found != places.end()) places.erase(found);
  }
}

/// A Korean or Chinese name: one family name and one or two other words.
bool short_east_asian(const NameForm& form) {
  std::size_t families = 0;
  std::size_t words = 0;
  bool chinese = false;
  for (const NameToken& token : form.tokens) {
    if (!carries(token)) continue;
    ++words;
    if (token.token_class != TokenClass::family) continue;
    ++families;
    chinese = chinese || is_chinese_family(token.text);
  }
  return families == 1 && words >= 2 && words <= 3 && (form.korean || chinese);
}

std::string without_doubles(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (out.empty() || out.back() != c) out += c;
  return out;
}

/// In so short a name a letter more or less makes another syllable; only doubled and swapped letters are slips.
bool another_syllable(const AlignedForms& forms) {
  for (const AlignedTokens& pair : forms.alignment.pairs) {
    if (pair.likeness.relation != WordRelation::typo) continue;
    if (!any_carries(forms.a, pair.first_a, pair.count_a) && !any_carries(forms.b, pair.first_b, pair.count_b))
      continue;
    const std::string a = run_text(forms.a, pair.first_a, pair.count_a);
    const std::string b = run_text(forms.b, pair.first_b, pair.count_b);
    const bool swapped = a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
    if (!swapped && without_doubles(a) != without_doubles(b)) return true;
  }
  return false;
}

bool any_unmatched_initial(const NameForm& form, const std::vector<bool>& matched) {
  return has_unmatched(form, matched, TokenClass::initial);
}

bool any_family(const NameForm& form, const std::vector<std::size_t>& places) {
  return std::any_of(places.begin(), places.end(),
                     [&](std::size_t at) { return form.tokens[at].token_class == TokenClass::family; });
}

}  // namespace

float lower_for_person(const AlignedForms& forms, float score, std::vector<LoweredBy>* lowered) {
  if (short_east_asian(forms.a) && short_east_asian(forms.b) && another_syllable(forms))
    score = lowered_to(score, given_cap, NameRule::given_name_differs, lowered);
  if (left_over_alike(forms) || one_slip_of_the_pen(forms)) return score;
  std::vector<std::size_t> left_a = left_over(forms.a, forms.matched_a);
  std::vector<std::size_t> left_b = left_over(forms.b, forms.matched_b);
  const bool initial_a = any_unmatched_initial(forms.a, forms.matched_a);
  const bool initial_b = any_unmatched_initial(forms.b, forms.matched_b);
  const std::size_t before = left_a.size() + left_b.size();
  drop_words_of_initials(forms.a, forms.matched_a, forms.b, left_b);
  drop_words_of_initials(forms.b, forms.matched_b, forms.a, left_a);
  const bool initials_fit =
      before != left_a.size() + left_b.size() || (initial_a != initial_b && left_a.empty() && left_b.empty());
  const bool contradicts_initial =
      !initials_fit && ((initial_a && (initial_b || !left_b.empty())) || (initial_b && !left_a.empty()));
  if (contradicts_initial) score = lowered_to(score, given_cap, NameRule::given_name_differs, lowered);
  // A Korean or Chinese given name is a syllable or two: with one more or less it is another one, not a shorter
  // writing.
  if (short_east_asian(forms.a) && short_east_asian(forms.b) && left_a.empty() != left_b.empty())
    return lowered_to(score, given_cap, NameRule::given_name_differs, lowered);
  if (left_a.empty() || left_b.empty()) return score;
  if (any_family(forms.a, left_a) && any_family(forms.b, left_b))
    return lowered_to(score, family_cap, NameRule::family_name_differs, lowered);
  return lowered_to(score, given_cap, NameRule::given_name_differs, lowered);
}

}  // namespace assay
