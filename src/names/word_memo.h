#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "names/list_forms.h"
#include "names/weights.h"

namespace assay {

/// What is known of a word of a query: what it weighs and which words of the list are alike.
struct KnownWord {
  float weight = 0;
  float best = 0;                 ///< the greatest similarity of a partner
  float heaviest = 0;             ///< the largest weight that a partner brings, times its similarity
  std::uint32_t postings = 0;     ///< of all partners together
  Affixes affixes;                ///< of single words only
  std::vector<Partner> partners;  ///< single words and runs of the list
};

/// Fills all but the weight, for a run of neighbours taken as one. `may_be_near` as in TokenDictionary::find().
void find_partners_of_run(const ListForms& list, const NameToken& run, bool may_be_near,
                          TokenDictionary::Scratch& scratch, KnownWord& word);

/// Words of queries, each looked up in the list once, for all threads. Holds a bounded number of them.
class WordMemo {
 public:
  WordMemo(const ListForms& list, const TokenWeights& weights) : list_(&list), weights_(&weights) {}

  /// The word, which stays where it is; or `spare`, filled with it, when there is no more room.
  const KnownWord& of(const NameToken& token, TokenDictionary::Scratch& scratch, KnownWord& spare);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return hash_text(text); }
  };
  struct Shard {
    std::mutex guard;
    std::unordered_map<std::string, KnownWord, Hash, std::equal_to<>> words;
  };

  const ListForms* list_;
  const TokenWeights* weights_;
  std::array<Shard, 64> shards_;
};

}  // namespace assay
