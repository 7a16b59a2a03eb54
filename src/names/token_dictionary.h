#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/hash_lists.h"
#include "names/name.h"
#include "names/near_texts.h"

namespace assay {

/// A word of the dictionary to which another word is alike.
struct Partner {
  std::uint32_t word = 0;
  float similarity = 0;  ///< never less than token_similarity()
};

/// The distinct words of the names of a list, and runs of neighbouring words taken as one, to be found by words that
/// are alike: token_similarity() > 0. Words that differ in class only are one, since likeness asks no more of the
/// class than whether it is `legal`, `number` or neither.
class TokenDictionary {
 public:
  struct Scratch {
    NearTexts::Scratch texts;
    std::vector<NearTexts::Near> near;
  };

  /// `allowed` as in NearTexts: edits_allowed() or fewer.
  explicit TokenDictionary(NearTexts::Allowed allowed);

  /// The number of a word, counted from 0; equal words have the same.
  std::uint32_t add(const NameToken& token);
  /// When all are added. find() only after it, add() only before it.
  void finish();

  /// Replaces `partners` by the words that are alike, ascending by number, each once with its best similarity. Where
  /// no word can be near its text (`may_be_near` false), the texts are not asked.
  void find(const NameToken& token, bool may_be_near, Scratch& scratch, std::vector<Partner>& partners) const;

  [[nodiscard]] std::size_t size() const { return words_; }

 private:
  struct SameText {
    std::uint32_t text = 0;
    std::uint32_t word = 0;
  };

  void find_by_text(const NameToken& token, Scratch& scratch, std::vector<Partner>& partners) const;

  NearTexts texts_;                        ///< of all words but numbers
  std::vector<SameText> words_of_texts_;   ///< ascending by text once finished
  std::vector<bool> legal_;                ///< by word
  std::vector<HashLists::Entry> entries_;  ///< for likenesses_, until finished
  HashLists likenesses_;                   ///< words by key, sound, meaning, and numbers by text
  std::uint32_t words_ = 0;

  /// Only while words are added: words by all that tells them apart, and texts.
  std::unordered_map<std::string, std::uint32_t> word_numbers_;
  std::unordered_map<std::string, std::uint32_t> text_numbers_;
};

/// All that tells a word from another for likeness and weight, as bytes.
void append_identity(const NameToken& token, std::string& bytes);

}  // namespace assay
