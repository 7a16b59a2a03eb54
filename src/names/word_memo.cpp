#include "names/word_memo.h"

#include <algorithm>

#include "base/hash.h"
#include "names/similarity.h"

namespace assay {
namespace {

/// So that names without end in number take a bounded amount of memory: about 100 MB in all.
constexpr std::size_t max_words_of_shard = 32768;

/// A power of two.
constexpr std::size_t recent_words = 16384;

constexpr std::size_t first_bytes_of_pool = std::size_t{2} << 20;

/// The token's text, and what else tells it from others, whose length is fixed.
void put_identity(const AskedWord& asked, std::string& bytes) {
  const NameToken& token = *asked.token;
  const auto byte = [&](unsigned shift) { return static_cast<char>(token.meaning >> shift); };
  const std::array<char, 6> rest{
      byte(0), byte(8), byte(16), byte(24), static_cast<char>(token.token_class), static_cast<char>(asked.rule)};
  bytes.assign(token.text);
  bytes.append(rest.data(), rest.size());
}

}  // namespace

void add_up_partners(const ListForms& list, FoundWord& word) {
  KnownWord& known = word.known;
  known.partners = word.partners;
  known.best = 0;
  known.heaviest = 0;
  known.postings = 0;
  for (const Partner& partner : word.partners) {
    known.best = std::max(known.best, partner.similarity);
    known.heaviest = std::max(known.heaviest, list.heaviest[partner.word] * partner.similarity);
    known.postings += static_cast<std::uint32_t>(list.postings_at(partner.word).size());
  }
}

WordMemo::Access WordMemo::access() {
  const std::lock_guard lock(guard_);
  Access access;
  access.pool = &pools_.emplace_back(first_bytes_of_pool, &pages_);
  access.recent.resize(recent_words);
  return access;
}

void WordMemo::find_partners(Access& access) const {
  std::vector<Partner>& partners = access.spare.partners;
  list_->words.find(access.token, true, access.scratch, partners);
  if (may_join(access.token)) {
    list_->runs.find(access.token, true, access.scratch, access.runs);
    for (const Partner& partner : access.runs)
      partners.push_back({partner.word + list_->first_run, partner.similarity});
  }
  add_up_partners(*list_, access.spare);
}

void WordMemo::look_up(const AskedWord& asked, Access& access) const {
  NameToken& token = access.token;
  token = *asked.token;
  add_keys(token, asked.rule);
  find_partners(access);
  KnownWord& known = access.spare.known;
  known.weight = weight_of(token, *weights_);
  known.affixes = list_->affixes.affixes_of(token.text, access.affixes);
  const bool korean_word = asked.rule == KeyRule::sound_or_korean && !token.key.empty();
  known.korean = korean_word ? JoinedKorean::yes : is_keyed(token) ? JoinedKorean::maybe : JoinedKorean::no;
  known.in_sound = kept_in_sound(token.text);
  known.in_key = kept_in_key(token.text);
}

const KnownWord& WordMemo::of(const AskedWord& asked, Access& access) {
  put_identity(asked, access.identity);
  const std::uint64_t hash = spread_hash(hash_text(access.identity));
  const MemoWord*& recent = access.recent[hash >> 32 & (recent_words - 1)];
  if (recent != nullptr && recent->hash == hash && recent->identity == access.identity) return recent->known;
  Shard& shard = shards_[hash >> 60];
  {
    const std::lock_guard lock(shard.guard);
    if (const MemoWord* const word = shard.words.find(hash, access.identity)) {
      recent = word;
      return word->known;
    }
  }
  look_up(asked, access);
  const std::lock_guard lock(shard.guard);
  if (shard.words.size() >= max_words_of_shard) return access.spare.known;
  const MemoWord* word = shard.words.find(hash, access.identity);  // another thread may have been faster
  if (word == nullptr) {
    word = keep_word(hash, access.identity, access.spare.known, *access.pool);
    shard.words.put(word);
  }
  recent = word;
  return word->known;
}

}  // namespace assay
