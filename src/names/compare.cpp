#include "names/compare.h"

#include <algorithm>
#include <array>

#include "names/align.h"
#include "names/name_rules.h"

namespace assay {
namespace {

/// A weak alias is exact or nothing, and then a question: OFAC does not expect anybody to screen for it (FAQ
/// 122-124).
constexpr float weak_alias_cap = 0.75F;
constexpr float weak_alias_other_cap = 0.50F;

bool same_tokens(const NameForm& a, const NameForm& b) {
  return std::equal(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(),
                    [](const NameToken& x, const NameToken& y) { return x.text == y.text; });
}

bool comes_first(const NameForm& a, const NameForm& b) {
  const auto less = [](const NameToken& x, const NameToken& y) {
    return x.text != y.text ? x.text < y.text : x.token_class < y.token_class;
  };
  return !std::lexicographical_compare(b.tokens.begin(), b.tokens.end(), a.tokens.begin(), a.tokens.end(), less);
}

void swap_sides(std::vector<AlignedTokens>& alignment) {
  for (AlignedTokens& pair : alignment) {
    std::swap(pair.first_a, pair.first_b);
    std::swap(pair.count_a, pair.count_b);
  }
  std::sort(alignment.begin(), alignment.end(),
            [](const AlignedTokens& x, const AlignedTokens& y) { return x.first_a < y.first_a; });
}

/// Two forms in a fixed order, whichever way round they came: so the score is symmetric.
NameComparison compare_ordered(const NameForm& a, const NameForm& b, bool people, bool explain) {
  NameComparison result;
  Alignment alignment = align(a, b);
  result.aligned = alignment.score();
  result.joined = joined_similarity(a.joined, b.joined);
  if (same_tokens(a, b)) {
    result.aligned = 1;
    result.score = 1;
  } else {
    std::vector<LoweredBy>* const lowered = explain ? &result.lowered : nullptr;
    const AlignedForms forms = aligned_forms(a, b, alignment);
    const float raw = std::min(1.0F, std::max(result.aligned, result.joined));
    result.score = people ? lower_for_person(forms, raw, lowered) : lower_for_company(forms, raw, lowered);
  }
  result.alignment = std::move(alignment.pairs);
  return result;
}

NameComparison compare_forms(const NameForm& a, const NameForm& b, bool people, bool explain) {
  if (comes_first(a, b)) return compare_ordered(a, b, people, explain);
  NameComparison result = compare_ordered(b, a, people, explain);
  swap_sides(result.alignment);
  return result;
}

bool both_people(NameKind a, NameKind b) {
  return a == NameKind::person && b == NameKind::person;
}

void lower_weak(const PreparedName& a, const PreparedName& b, NameComparison& result) {
  if (!a.weak && !b.weak) return;
  const bool exact = same_tokens(a.forms[result.form_a], b.forms[result.form_b]);
  const float to = exact ? weak_alias_cap : weak_alias_other_cap;
  if (to >= result.score) return;
  result.score = to;
  result.lowered.push_back({NameRule::weak_alias, to});
}

}  // namespace

std::string_view to_string(Band band) {
  constexpr std::array<std::string_view, 3> words{"no", "ask", "flag"};
  return words[static_cast<std::size_t>(band)];
}

Band band_of(float score) {
  return score >= flag_threshold ? Band::flag : score >= ask_threshold ? Band::ask : Band::no;
}

std::string_view says(NameRule rule) {
  switch (rule) {
    case NameRule::numbers_differ:
      return "the numbers differ";
    case NameRule::brand_missing:
      return "no telling word is shared; legal, business and place words carry no match";
    case NameRule::words_contradict:
      return "each name has a word that the other lacks";
    case NameRule::one_word:
      return "a name with one telling word must be the same to a letter, or long";
    case NameRule::short_name:
      return "a name of up to four letters must be the same";
    case NameRule::family_name_differs:
      return "the family names differ";
    case NameRule::given_name_differs:
      return "the given names differ";
    case NameRule::weak_alias:
      return "a weak alias is a lead at most, and only when it is the same";
  }
  return {};
}

NameComparison compare(const PreparedName& a, const PreparedName& b) {
  NameComparison best;
  const bool people = both_people(a.kind, b.kind);
  bool first = true;
  for (std::size_t i = 0; i < a.forms.size(); ++i)
    for (std::size_t j = 0; j < b.forms.size(); ++j) {
      NameComparison made = compare_forms(a.forms[i], b.forms[j], people, true);
      if (!first && made.score <= best.score) continue;
      made.form_a = i;
      made.form_b = j;
      best = std::move(made);
      first = false;
    }
  if (!first) lower_weak(a, b, best);
  best.band = band_of(best.score);
  return best;
}

float form_score(const NameForm& a, NameKind kind_a, const NameForm& b, NameKind kind_b) {
  return compare_forms(a, b, both_people(kind_a, kind_b), false).score;
}

float raw_score(const NameForm& a, const NameForm& b) {
  if (same_tokens(a, b)) return 1;
  const bool ordered = comes_first(a, b);
  const NameForm& first = ordered ? a : b;
  const NameForm& second = ordered ? b : a;
  return std::min(1.0F, std::max(align(first, second).score(), joined_similarity(a.joined, b.joined)));
}

}  // namespace assay
