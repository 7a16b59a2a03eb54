#include "names/align.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace assay {
namespace {

struct Candidate {
  AlignedTokens pair;
  float gain = 0;
};

void add_candidate(std::vector<Candidate>& candidates, const NameToken& a, const NameToken& b, AlignedTokens pair) {
  pair.likeness = token_similarity(a, b);
  if (pair.likeness.similarity <= 0) return;
  pair.weight = a.weight + b.weight;
  candidates.push_back({pair, pair.likeness.similarity * pair.weight});
}

/// A typo of a run that is longer than the word by one of the run's own end words is that word and not a typo.
bool swallows_a_word(std::span<const NameToken> run, const NameToken& joined, const NameToken& single,
                     TokenLikeness likeness) {
  if (likeness.relation != WordRelation::typo || joined.text.size() <= single.text.size()) return false;
  return joined.text.size() - single.text.size() >= std::min(run.front().text.size(), run.back().text.size());
}

/// A joined word of one side can only be like a word of about its length.
bool lengths_fit(std::size_t joined, std::size_t single) {
  return joined <= single + single / 2 + 2 && single <= joined + joined / 2 + 2;
}

struct Join {
  std::size_t first;
  std::size_t count;
  NameToken token;
};

std::vector<Join> joins_of(const NameForm& form, std::size_t longest) {
  std::vector<Join> joins;
  for (std::size_t first = 0; first < form.tokens.size(); ++first) {
    if (!may_join(form.tokens[first])) continue;
    std::size_t length = form.tokens[first].text.size();
    for (std::size_t count = 2; count <= max_joined_tokens && first + count <= form.tokens.size(); ++count) {
      const NameToken& next = form.tokens[first + count - 1];
      length += next.text.size();
      if (!may_join(next) || length > longest + longest / 2 + 2) break;
      joins.push_back({first, count, joined_token(std::span(form.tokens).subspan(first, count))});
    }
  }
  return joins;
}

std::size_t longest_token(const NameForm& form) {
  std::size_t longest = 0;
  for (const NameToken& token : form.tokens) longest = std::max(longest, token.text.size());
  return longest;
}

std::uint16_t narrow_index(std::size_t at) {
  return static_cast<std::uint16_t>(at);
}

bool join_fits(const NameForm& form, const Join& join, const NameToken& single) {
  if (!may_join(single) || !lengths_fit(join.token.text.size(), single.text.size())) return false;
  const TokenLikeness likeness = token_similarity(join.token, single);
  return likeness.similarity > 0 &&
         !swallows_a_word(std::span(form.tokens).subspan(join.first, join.count), join.token, single, likeness);
}

std::vector<Candidate> candidates_of(const NameForm& a, const NameForm& b) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < a.tokens.size(); ++i)
    for (std::size_t j = 0; j < b.tokens.size(); ++j)
      add_candidate(candidates, a.tokens[i], b.tokens[j], {narrow_index(i), 1, narrow_index(j), 1, {}, 0});
  for (const Join& join : joins_of(a, longest_token(b)))
    for (std::size_t j = 0; j < b.tokens.size(); ++j)
      if (join_fits(a, join, b.tokens[j]))
        add_candidate(candidates, join.token, b.tokens[j],
                      {narrow_index(join.first), narrow_index(join.count), narrow_index(j), 1, {}, 0});
  for (const Join& join : joins_of(b, longest_token(a)))
    for (std::size_t i = 0; i < a.tokens.size(); ++i)
      if (join_fits(b, join, a.tokens[i]))
        add_candidate(candidates, a.tokens[i], join.token,
                      {narrow_index(i), 1, narrow_index(join.first), narrow_index(join.count), {}, 0});
  return candidates;
}

std::uint64_t bits_of(std::size_t first, std::size_t count) {
  return ((std::uint64_t{1} << count) - 1) << first;
}

}  // namespace

Alignment align(const NameForm& a, const NameForm& b) {
  Alignment alignment;
  for (const NameToken& token : a.tokens) alignment.weight_a += token.weight;
  for (const NameToken& token : b.tokens) alignment.weight_b += token.weight;
  std::vector<Candidate> candidates = candidates_of(a, b);
  const auto place = [](const Candidate& c) { return c.pair.first_a + c.pair.first_b; };
  std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& x, const Candidate& y) {
    if (x.gain != y.gain) return x.gain > y.gain;
    if (place(x) != place(y)) return place(x) < place(y);
    return x.pair.first_a < y.pair.first_a;
  });
  std::uint64_t taken_a = 0;  // max_name_tokens is 64
  std::uint64_t taken_b = 0;
  for (const Candidate& candidate : candidates) {
    const std::uint64_t in_a = bits_of(candidate.pair.first_a, candidate.pair.count_a);
    const std::uint64_t in_b = bits_of(candidate.pair.first_b, candidate.pair.count_b);
    if ((taken_a & in_a) != 0 || (taken_b & in_b) != 0) continue;
    taken_a |= in_a;
    taken_b |= in_b;
    alignment.matched += candidate.gain;
    alignment.pairs.push_back(candidate.pair);
  }
  std::sort(alignment.pairs.begin(), alignment.pairs.end(),
            [](const AlignedTokens& x, const AlignedTokens& y) { return x.first_a < y.first_a; });
  return alignment;
}

}  // namespace assay
