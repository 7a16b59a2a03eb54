#include "names/word_memo.h"

#include <algorithm>
#include <utility>

#include "names/similarity.h"

namespace assay {
namespace {

/// So that names without end in number take a bounded amount of memory: about 100 MB in all.
constexpr std::size_t max_words_of_shard = 8192;

void add_up_partners(const ListForms& list, KnownWord& word) {
  word.best = 0;
  word.heaviest = 0;
  word.postings = 0;
  for (const Partner& partner : word.partners) {
    word.best = std::max(word.best, partner.similarity);
    word.heaviest = std::max(word.heaviest, list.heaviest[partner.word] * partner.similarity);
    word.postings += static_cast<std::uint32_t>(list.postings_at(partner.word).size());
  }
}

/// Fills all but the weight.
void find_partners(const ListForms& list, const NameToken& token, TokenDictionary::Scratch& scratch,
                   KnownWord& word) {
  thread_local std::vector<Partner> runs;
  list.words.find(token, true, scratch, word.partners);
  if (may_join(token)) {
    list.runs.find(token, true, scratch, runs);
    for (const Partner& partner : runs) word.partners.push_back({partner.word + list.first_run, partner.similarity});
  }
  word.affixes = list.affixes.affixes_of(token.text, scratch.texts.hashes);
  add_up_partners(list, word);
}

}  // namespace

void find_partners_of_run(const ListForms& list, const NameToken& run, bool may_be_near,
                          TokenDictionary::Scratch& scratch, KnownWord& word) {
  list.words.find(run, may_be_near, scratch, word.partners);
  add_up_partners(list, word);
}

const KnownWord& WordMemo::of(const NameToken& token, TokenDictionary::Scratch& scratch, KnownWord& spare) {
  thread_local std::string identity;
  identity.clear();
  append_identity(token, identity);
  Shard& shard = shards_[Hash()(identity) % shards_.size()];
  {
    const std::lock_guard lock(shard.guard);
    if (const auto known = shard.words.find(std::string_view(identity)); known != shard.words.end())
      return known->second;
  }
  find_partners(*list_, token, scratch, spare);
  spare.weight = weight_of(token, *weights_);
  const std::lock_guard lock(shard.guard);
  if (shard.words.size() >= max_words_of_shard) return spare;
  KnownWord kept = spare;
  kept.partners.shrink_to_fit();
  return shard.words.emplace(identity, std::move(kept)).first->second;
}

}  // namespace assay
