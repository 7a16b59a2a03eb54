#include "names/word_memo.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "names/similarity.h"

namespace assay {
namespace {

/// So that names without end in number take a bounded amount of memory: about 100 MB in all.
constexpr std::size_t max_words_of_shard = 8192;

/// A power of two.
constexpr std::size_t recent_words = 16384;

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
  word.keyed = is_keyed(token);
  word.in_sound = kept_in_sound(token.text);
  word.in_key = kept_in_key(token.text);
  add_up_partners(list, word);
}

/// The token's text behind what else tells it from others, whose length is fixed.
void put_identity(const AskedWord& asked, std::string& bytes) {
  const NameToken& token = *asked.token;
  bytes.clear();
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(token.meaning >> shift);
  bytes += static_cast<char>(token.token_class);
  bytes += static_cast<char>(asked.rule);
  bytes += token.text;
}

}  // namespace

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

void WordMemo::look_up(const AskedWord& asked, Recent& recent) const {
  recent.token = *asked.token;
  add_keys(recent.token, asked.rule);
  find_partners(*list_, recent.token, recent.scratch, recent.spare);
  recent.spare.weight = weight_of(recent.token, *weights_);
}

const KnownWord& WordMemo::of(const AskedWord& asked, Recent& recent) {
  Identity& identity = recent.identity;
  put_identity(asked, identity.bytes);
  identity.hash = hash_text(identity.bytes);
  recent.words.resize(recent_words);
  const Words::value_type*& last = recent.words[identity.hash >> 32 & (recent_words - 1)];
  if (last != nullptr && last->first == identity) return last->second;
  Shard& shard = shards_[identity.hash % shards_.size()];
  {
    const std::lock_guard lock(shard.guard);
    if (const auto known = shard.words.find(identity); known != shard.words.end()) {
      last = &*known;
      return known->second;
    }
  }
  look_up(asked, recent);
  const std::lock_guard lock(shard.guard);
  if (shard.words.size() >= max_words_of_shard) return recent.spare;
  KnownWord kept = recent.spare;
  kept.partners.shrink_to_fit();
  last = &*shard.words.emplace(identity, std::move(kept)).first;
  return last->second;
}

}  // namespace assay
