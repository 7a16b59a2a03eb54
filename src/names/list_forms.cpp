#include "names/list_forms.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/hash.h"
#include "names/similarity.h"
#include "names/token_runs.h"

namespace assay {
namespace {

/// Up to here at most one edit may lie between joined names, so that few texts are made by removing bytes.
constexpr std::size_t joined_deletions_up_to = 16;

using FormNumbers = std::unordered_map<std::string, std::uint32_t>;

std::string identity_of(const NameForm& form, NameKind kind) {
  std::string bytes;
  for (const NameToken& token : form.tokens) append_identity(token, bytes);
  bytes += form.joined;
  bytes += static_cast<char>(kind);
  bytes += form.korean ? '\1' : '\0';
  bytes += static_cast<char>(form.origin);
  return bytes;
}

/// Fills members_of and members; which form each is, by member.
void group_forms(ListForms& made) {
  FormNumbers numbers;
  std::vector<std::pair<std::uint32_t, ListForms::Member>> all;
  for (std::uint32_t name = 0; name < made.names.size(); ++name)
    for (std::uint32_t form = 0; form < made.names[name].forms.size(); ++form) {
      const auto next = static_cast<std::uint32_t>(numbers.size());
      const auto known =
          numbers.emplace(identity_of(made.names[name].forms[form], made.names[name].kind), next).first;
      all.push_back({known->second, {name, form}});
    }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].first != all[i - 1].first) made.members_of.push_back(static_cast<std::uint32_t>(i));
    made.members.push_back(all[i].second);
  }
  made.members_of.push_back(static_cast<std::uint32_t>(all.size()));
}

/// What a run may be like.
void make_filters(std::span<const NameToken* const> words, ListForms& made) {
  std::vector<std::string_view> texts;
  made.sounds.reserve(words.size() / 2);  // what stays is the same for many
  made.keys.reserve(words.size() / 2);
  for (const NameToken* word : words) {
    texts.push_back(word->text);
    if (!word->sound.empty()) made.sounds.put(spread_hash(kept_letters_of_sound(word->sound)));
    if (!word->key.empty()) made.keys.put(spread_hash(kept_letters_of_key(word->key)));
  }
  made.affixes = AffixFilter(texts);
}

/// Fills items and filters. The numbers of runs are counted from 0 here: that of the first is known at
/// the end.
void take_tokens(ListForms& made) {
  std::vector<const NameToken*> joinable;
  for (std::uint32_t number = 0; number < made.size(); ++number) {
    const std::vector<NameToken>& tokens = made.form(number).tokens;
    made.items_of.push_back(static_cast<std::uint32_t>(made.items.size()));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::size_t words = made.words.size();
      made.items.push_back({made.words.add(tokens[i]), tokens[i].weight, static_cast<std::uint8_t>(i), 1});
      if (made.words.size() != words && may_join(tokens[i])) joinable.push_back(&tokens[i]);
    }
    for_each_run(tokens, [&](std::size_t first, std::size_t count) {
      const NameToken run = joined_token(std::span(tokens).subspan(first, count));
      made.items.push_back(
          {made.runs.add(run), run.weight, static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(count)});
    });
  }
  made.items_of.push_back(static_cast<std::uint32_t>(made.items.size()));
  make_filters(joinable, made);
  made.words.finish();
  made.runs.finish();
  made.first_run = static_cast<std::uint32_t>(made.words.size());
  for (FormItem& item : made.items)
    if (item.count > 1) item.word += made.first_run;
}

/// The weight of the tokens that come before each token of the form when those that say most come first.
std::vector<float> weights_before(std::span<const float> weights) {
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  std::vector<float> before(weights.size());
  float sum = 0;
  for (const std::size_t token : order) {
    before[token] = sum;
    sum += weights[token];
  }
  return before;
}

struct WordPosting {
  std::uint32_t word = 0;
  Posting posting;
};

std::vector<WordPosting> collect_postings(ListForms& made) {
  std::vector<WordPosting> all;
  all.reserve(made.items.size());
  for (std::uint32_t form = 0; form < made.size(); ++form) {
    std::vector<float> weights;
    for (const FormItem& item : made.items_at(form))
      if (item.count == 1) weights.push_back(item.weight);
    const float whole = std::accumulate(weights.begin(), weights.end(), 0.0F);
    const std::vector<float> before = weights_before(weights);
    for (const FormItem& item : made.items_at(form)) {
      const auto first = static_cast<std::ptrdiff_t>(item.first);
      const auto behind = first + static_cast<std::ptrdiff_t>(item.count);
      const float least = *std::min_element(before.begin() + first, before.begin() + behind);
      made.heaviest[item.word] = std::max(made.heaviest[item.word], item.weight);
      all.push_back({item.word, {form, least, whole}});
    }
  }
  return all;
}

void file_postings(ListForms& made) {
  const std::size_t words = made.words.size() + made.runs.size();
  made.heaviest.assign(words, 0);
  std::vector<WordPosting> all = collect_postings(made);
  const auto order = [](const WordPosting& one) {
    return std::tuple(one.word, one.posting.before / one.posting.weight, one.posting.form);
  };
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  made.postings_of.assign(words + 1, 0);
  made.postings.reserve(all.size());
  for (const WordPosting& one : all) {
    ++made.postings_of[one.word + 1];
    made.postings.push_back(one.posting);
  }
  std::partial_sum(made.postings_of.begin(), made.postings_of.end(), made.postings_of.begin());
}

void file_joined(ListForms& made) {
  std::vector<std::pair<std::string_view, std::uint32_t>> all;
  for (std::uint32_t form = 0; form < made.size(); ++form)
    if (!made.form(form).joined.empty()) all.emplace_back(made.form(form).joined, form);
  std::sort(all.begin(), all.end());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].first != all[i - 1].first) {
      made.joined.add(all[i].first);
      made.forms_of.push_back(static_cast<std::uint32_t>(i));
    }
    made.joined_forms.push_back(all[i].second);
  }
  made.forms_of.push_back(static_cast<std::uint32_t>(all.size()));
  made.joined.finish();
}

void file_same_texts(ListForms& made) {
  std::vector<HashLists::Entry> entries;
  for (std::uint32_t form = 0; form < made.size(); ++form)
    entries.push_back({same_texts_hash(made.form(form)), form});
  made.same_texts = HashLists(std::move(entries));
}

}  // namespace

ListForms::ListForms()
    : words(edits_allowed), runs(edits_allowed), joined(joined_edits_allowed, joined_deletions_up_to) {}

std::uint64_t same_texts_hash(const NameForm& form) {
  std::uint64_t hash = form.tokens.size();
  for (const NameToken& token : form.tokens) hash = hash_text(token.text, hash);
  return spread_hash(hash);
}

ListForms make_list_forms(std::span<const PreparedName> names) {
  ListForms made;
  made.names = names;
  group_forms(made);
  take_tokens(made);
  file_postings(made);
  file_joined(made);
  file_same_texts(made);
  return made;
}

}  // namespace assay
