#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/kept_letters.h"
#include "names/list_forms.h"
#include "names/token_keys.h"
#include "names/weights.h"

namespace assay {

/// What is known of a word of a query: what it weighs and which words of the list are alike.
struct KnownWord {
  float weight = 0;
  float best = 0;              ///< the greatest similarity of a partner
  float heaviest = 0;          ///< the largest weight that a partner brings, times its similarity
  std::uint32_t postings = 0;  ///< of all partners together
  Affixes affixes;             ///< of single words only, as what follows
  bool keyed = false;          ///< is_keyed()
  KeptLetters in_sound = none_kept;
  KeptLetters in_key = none_kept;
  std::vector<Partner> partners;  ///< single words and runs of the list
};

/// Fills what follows from the partners.
void add_up_partners(const ListForms& list, KnownWord& word);

/// A word of a query without key and sound, and by which rule it gets them: all that tells it from other words.
struct AskedWord {
  const NameToken* token = nullptr;
  KeyRule rule = KeyRule::none;
};

/// Words of queries, each looked up in the list once, for all threads. Holds a bounded number of them.
class WordMemo {
  struct Identity {
    std::uint64_t hash = 0;
    std::string bytes;

    friend bool operator==(const Identity&, const Identity&) = default;
  };
  struct Hash {
    std::size_t operator()(const Identity& identity) const { return identity.hash; }
  };
  using Words = std::unordered_map<Identity, KnownWord, Hash>;

 public:
  /// What one thread looked up last, so that usual words are found without asking the others.
  struct Recent {
    TokenDictionary::Scratch scratch;
    NameToken token;
    Identity identity;
    KnownWord spare;
    std::vector<const Words::value_type*> words;  ///< by hash
  };

  WordMemo(const ListForms& list, const TokenWeights& weights) : list_(&list), weights_(&weights) {}

  /// The word, which stays where it is; or `recent.spare`, filled with it, when there is no more room.
  const KnownWord& of(const AskedWord& asked, Recent& recent);

 private:
  struct Shard {
    std::mutex guard;
    Words words;
  };

  /// Fills the spare word.
  void look_up(const AskedWord& asked, Recent& recent) const;

  const ListForms* list_;
  const TokenWeights* weights_;
  std::array<Shard, 64> shards_;
};

}  // namespace assay
