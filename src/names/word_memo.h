#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory_resource>
#include <mutex>
#include <string>
#include <vector>

#include "base/large_vector.h"
#include "names/list_forms.h"
#include "names/token_keys.h"
#include "names/weights.h"
#include "names/word_table.h"

namespace assay {

/// Fills what follows from the partners, which are in order.
void add_up_partners(const ListForms& list, FoundWord& word);

/// A word of a query without key and sound, and by which rule it gets them: all that tells it from other words.
struct AskedWord {
  const NameToken* token = nullptr;
  KeyRule rule = KeyRule::none;
};

/// Words of queries, each looked up in the list once, for all threads. Holds a bounded number of them.
class WordMemo {
 public:
  /// What one thread needs.
  struct Access {
    std::pmr::memory_resource* pool = nullptr;
    TokenDictionary::Scratch scratch;
    AffixFilter::Scratch affixes;
    std::vector<Partner> runs;
    NameToken token;
    std::string identity;
    FoundWord spare;
    std::vector<const MemoWord*> recent;  ///< by hash, so that usual words are found without asking the others
  };

  WordMemo(const ListForms& list, const TokenWeights& weights) : list_(&list), weights_(&weights) {}

  /// For one more thread, to be used as long as the memo is there.
  Access access();

  /// The word, which stays where it is; or `access.spare.known`, when there is no more room.
  const KnownWord& of(const AskedWord& asked, Access& access);

 private:
  struct Shard {
    std::mutex guard;
    WordTable words;
  };

  /// Fills the token and the spare word.
  void look_up(const AskedWord& asked, Access& access) const;
  void find_partners(Access& access) const;

  const ListForms* list_;
  const TokenWeights* weights_;
  LargePagesResource pages_;
  std::mutex guard_;                                       ///< of pools_
  std::deque<std::pmr::monotonic_buffer_resource> pools_;  ///< one for each thread
  std::array<Shard, 16> shards_;
};

}  // namespace assay
