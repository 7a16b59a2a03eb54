#include "names/name_search.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstdio>
#include <numeric>
#include <tuple>
#include <utility>

#include "names/compare.h"
#include "names/similarity.h"
#include "names/token_runs.h"

namespace assay {
namespace {

/// Bounds are added up in another order than scores: so much may be lost to rounding.
constexpr float rounding = 1e-4F;

}  // namespace

NameSearch::NameSearch(const ListForms& list, WordMemo& memo)
    : list_(&list), memo_(&memo), words_(memo.access()), seen_(list.size(), 0) {}

void NameSearch::look_up(const PreparedName& name, std::vector<const KnownWord*>& words) {
  for (const NameForm& form : name.forms)
    for (std::size_t at = 0; at < form.tokens.size(); ++at) {
      const KnownWord* word = &memo_->of({&form.tokens[at], key_rule(form, name.kind, at)}, words_);
      // A vector that is moved keeps its elements where they are, and the view of them.
      if (word == &words_.spare.known) word = &not_kept_.emplace_back(std::move(words_.spare)).known;
      words.push_back(word);
    }
}

/// False only if no word of the list is near the run, whose text is made. Most runs are near none, which is seen by
/// their ends, cut between the words and, where one of them begins or ends many words, within the first and the last
/// word.
bool NameSearch::may_be_near(std::span<const NameToken> tokens, std::span<const KnownWord* const> words) {
  const Affixes& begin = words.front()->affixes;
  const Affixes& end = words.back()->affixes;
  const std::size_t least = run_.text.size() - std::min<std::size_t>(run_.text.size(), 2);
  const bool near = AffixFilter::may_be_near(begin, end, least);
  if (!near && (tokens.size() > 2 || !AffixFilter::may_be_swapped(begin, end, least))) return false;
  const AffixFilter& affixes = list_->affixes;
  TextHashes& hashes = scratch_.texts.hashes;
  const std::size_t first = tokens.front().text.size();
  const std::size_t last = tokens.back().text.size();
  hashes.take(run_.text);
  if (!near && !affixes.may_be_swapped(run_.text, first, least, hashes)) return false;
  if (first > 1 && !affixes.may_be_near(run_.text, first / 2, least, hashes)) return false;
  return last < 2 || affixes.may_be_near(run_.text, run_.text.size() - last / 2, least, hashes);
}

/// False only if no word of the list has the sound or the key of the run, which take long to make.
bool NameSearch::may_be_heard(std::span<const NameToken> tokens, std::span<const KnownWord* const> words,
                              JoinedKorean korean) const {
  KeptLetters kept = words.front()->in_sound;
  for (std::size_t i = 1; i < words.size(); ++i)
    kept = may_lose_sounds(tokens[i - 1].text, tokens[i].text) ? not_known
                                                               : kept_letters_joined(kept, words[i]->in_sound);
  if (may_hold(list_->sounds, kept)) return true;
  if (korean == JoinedKorean::no) return false;
  kept = words.front()->in_key;
  for (const KnownWord* word : words.subspan(1)) kept = kept_letters_joined(kept, word->in_key);
  return may_hold(list_->keys, kept);
}

/// The neighbours taken as one word.
const KnownWord& NameSearch::look_up_run(std::span<const NameToken> tokens, std::span<const KnownWord* const> words) {
  FoundWord& found = runs_[runs_used_];
  found.known.partners = {};
  run_.text.clear();
  for (const NameToken& token : tokens) run_.text += token.text;
  JoinedKorean korean = JoinedKorean::yes;
  for (const KnownWord* word : words) korean = std::min(korean, word->korean);
  const bool heard = may_be_heard(tokens, words, korean);
  const bool near = may_be_near(tokens, words);
  if (!heard && !near) return found.known;
  run_.key.clear();
  run_.sound.clear();
  if (heard) add_joined_keys(run_, korean);
  list_->words.find(run_, near, scratch_, found.partners);
  if (found.partners.empty()) return found.known;
  add_up_partners(*list_, found);
  ++runs_used_;
  return found.known;
}

/// Every word and every run of words that is like something in the list.
void NameSearch::collect_items(const NameForm& form, std::span<const KnownWord* const> words) {
  items_.clear();
  runs_used_ = 0;
  runs_.resize(std::max(runs_.size(), form.tokens.size() * max_joined_tokens));
  const auto keep = [this](const KnownWord& word, std::size_t first, std::size_t count) {
    if (!word.partners.empty())
      items_.push_back({&word, static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(count)});
  };
  for (std::size_t i = 0; i < form.tokens.size(); ++i) keep(*words[i], i, 1);
  for_each_run(form.tokens, [&](std::size_t first, std::size_t count) {
    keep(look_up_run(std::span(form.tokens).subspan(first, count), words.subspan(first, count)), first, count);
  });
}

NameSearch::Bounds NameSearch::bounds_of(const NameForm& form, float threshold) {
  Bounds bounds{threshold, 0, 0, 0};
  best_.assign(form.tokens.size(), 0);
  best_of_list_.assign(form.tokens.size(), 0);
  for (const QueryItem& item : items_)
    for (std::size_t i = item.first; i < std::size_t{item.first} + item.count; ++i) {
      best_[i] = std::max(best_[i], item.word->best);
      best_of_list_[i] = std::max(best_of_list_[i], item.word->heaviest);
    }
  for (std::size_t i = 0; i < form.tokens.size(); ++i) {
    bounds.weight += form.tokens[i].weight;
    bounds.matched += form.tokens[i].weight * best_[i];
    bounds.heaviest += best_of_list_[i];
  }
  return bounds;
}

/// A form of the list whose match covers `threshold` of the query's weight, rather than of its own, matches one of
/// these tokens: together they weigh more than the query can do without. The cheapest to look up are taken.
void NameSearch::choose_searched_in_full(const NameForm& form, const Bounds& bounds) {
  in_full_.assign(form.tokens.size(), false);
  if (bounds.matched + rounding < bounds.threshold * bounds.weight) return;
  std::vector<float>& cost = best_of_list_;
  cost.assign(form.tokens.size(), 0);
  for (const QueryItem& item : items_)
    for (std::size_t i = item.first; i < std::size_t{item.first} + item.count; ++i)
      cost[i] += static_cast<float>(item.word->postings);
  std::vector<std::size_t> order(form.tokens.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto dearness = [&](std::size_t i) { return std::tuple(cost[i] / form.tokens[i].weight, i); };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return dearness(a) < dearness(b); });
  float sum = 0;
  for (const std::size_t token : order) {
    if (sum > (1 - bounds.threshold) * bounds.weight + rounding) break;
    in_full_[token] = true;
    sum += form.tokens[token].weight;
  }
}

void NameSearch::scan(const Bounds& bounds, std::uint32_t word, bool in_full, float deficit) {
  const float spared = 1 - bounds.threshold;
  for (const Posting& posting : list_->postings_at(word)) {
    ++figures_.postings;
    if (!in_full) {
      if (posting.before > spared * posting.weight + rounding) break;
      if (posting.before > spared * posting.weight - deficit + rounding) continue;
    }
    const float most = bounds.matched + std::min(posting.weight, bounds.heaviest) + rounding;
    if (most < bounds.threshold * (bounds.weight + posting.weight)) continue;
    if (seen_[posting.form] == round_) continue;
    seen_[posting.form] = round_;
    candidates_.push_back(posting.form);
  }
}

void NameSearch::scan_postings(const Bounds& bounds) {
  const float deficit = std::max(0.0F, bounds.threshold * bounds.weight - bounds.matched);
  // What is read is asked for first, so that the waiting for it overlaps.
  for (const QueryItem& item : items_)
    for (const Partner& partner : item.word->partners) __builtin_prefetch(&list_->postings_of[partner.word]);
  for (const QueryItem& item : items_)
    for (const Partner& partner : item.word->partners) __builtin_prefetch(list_->postings_at(partner.word).data());
  for (const QueryItem& item : items_) {
    const auto begin = in_full_.begin() + item.first;
    const bool in_full = std::find(begin, begin + item.count, true) != begin + item.count;
    for (const Partner& partner : item.word->partners) scan(bounds, partner.word, in_full, deficit);
  }
}

/// What a word, or run, of the list can be matched with at most; that is entered for the words of the query, too.
float NameSearch::best_match(const FormItem& item) {
  float best = 0;
  const PartnerLinks::Link* link = links_.first_of(item.word, item.count > 1);
  for (; link != nullptr; link = links_.next_of(*link)) {
    for (std::size_t i = link->first; i < std::size_t{link->first} + link->count; ++i)
      best_[i] = std::max(best_[i], link->similarity);
    best = std::max(best, link->similarity);
  }
  return best;
}

/// Whether the best that each token of both sides can be matched with, one by one, would reach the threshold.
bool NameSearch::may_reach(const NameForm& form, const Bounds& bounds, std::uint32_t candidate) {
  best_.assign(form.tokens.size(), 0);
  best_of_list_.clear();
  float matched = rounding;
  float whole = bounds.weight;
  const std::span<const FormItem> items = list_->items_at(candidate);
  for (const FormItem& item : items) {
    if (item.count > 1) break;
    best_of_list_.push_back(best_match(item));
    whole += item.weight;
  }
  const std::size_t words = best_of_list_.size();
  for (const FormItem& run : items.subspan(links_.any_run() ? words : items.size())) {
    const float best = best_match(run);
    for (std::size_t i = run.first; i < std::size_t{run.first} + run.count; ++i)
      best_of_list_[i] = std::max(best_of_list_[i], best);
  }
  for (std::size_t i = 0; i < words; ++i) matched += best_of_list_[i] * items[i].weight;
  for (std::size_t i = 0; i < form.tokens.size(); ++i) matched += best_[i] * form.tokens[i].weight;
  return matched >= bounds.threshold * whole;
}

/// What is read of each candidate is asked for first, so that the waiting for it overlaps.
void NameSearch::keep_those_that_may_reach(const NameForm& form, const Bounds& bounds) {
  for (const std::uint32_t candidate : candidates_) __builtin_prefetch(&list_->items_of[candidate]);
  for (const std::uint32_t candidate : candidates_) {
    __builtin_prefetch(list_->items_at(candidate).data());
    __builtin_prefetch(&list_->items_at(candidate).back());
  }
  std::erase_if(candidates_, [&](std::uint32_t candidate) { return !may_reach(form, bounds, candidate); });
}

/// The forms whose joined text is near enough, whatever their tokens.
void NameSearch::add_joined(const NameForm& form, float threshold) {
  if (form.joined.empty()) return;
  list_->joined.find(form.joined, scratch_.texts, near_);
  for (const NearTexts::Near& near : near_) {
    const std::size_t longer = std::max(form.joined.size(), list_->joined.text(near.text).size());
    if (1 - static_cast<float>(near.edits) / static_cast<float>(longer) + rounding < threshold) continue;
    for (std::uint32_t at = list_->forms_of[near.text]; at < list_->forms_of[near.text + 1]; ++at)
      candidates_.push_back(list_->joined_forms[at]);
  }
}

void NameSearch::add_same_texts(const NameForm& form) {
  const std::span<const std::uint32_t> same = list_->same_texts.at(same_texts_hash(form));
  candidates_.insert(candidates_.end(), same.begin(), same.end());
}

void NameSearch::search_form(NameForm& form, NameKind kind, std::span<const KnownWord* const> words,
                             float threshold) {
  if (++round_ == 0) {
    std::fill(seen_.begin(), seen_.end(), 0);
    round_ = 1;
  }
  candidates_.clear();
  collect_items(form, words);
  const Bounds bounds = bounds_of(form, threshold);
  const float most = bounds.matched + bounds.heaviest + rounding;
  if (most >= threshold * (bounds.weight + bounds.heaviest)) {
    choose_searched_in_full(form, bounds);
    scan_postings(bounds);
    figures_.candidates += candidates_.size();
    if (!candidates_.empty()) {
      links_.make(items_, list_->first_run);
      keep_those_that_may_reach(form, bounds);
    }
  }
  add_joined(form, threshold);
  add_same_texts(form);
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  if (!candidates_.empty()) add_keys(form, kind);
  for (const std::uint32_t candidate : candidates_) {
    ++figures_.scored;
    const ListForms::Member& first = list_->members_at(candidate).front();
    if (form_score(form, kind, list_->form(candidate), list_->names[first.name].kind) < threshold) continue;
    for (const ListForms::Member& member : list_->members_at(candidate)) reached_.push_back(member.name);
  }
}

void NameSearch::find(PreparedName& name, std::span<const KnownWord* const> words, float threshold,
                      std::uint32_t query, std::vector<NameHit>& hits) {
  reached_.clear();
  std::size_t first = 0;
  for (NameForm& form : name.forms) {
    search_form(form, name.kind, words.subspan(first, form.tokens.size()), threshold);
    first += form.tokens.size();
  }
  std::sort(reached_.begin(), reached_.end());
  reached_.erase(std::unique(reached_.begin(), reached_.end()), reached_.end());
  if (reached_.empty()) return;
  for (NameForm& form : name.forms) add_keys(form, name.kind);
  for (const std::uint32_t entry : reached_) {
    const float score = compare(name, list_->names[entry]).score;
    if (score >= threshold) hits.push_back({query, entry, score});
  }
}

}  // namespace assay
