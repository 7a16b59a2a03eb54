#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "names/index.h"
#include "names/list_forms.h"
#include "names/partner_links.h"
#include "names/word_memo.h"

namespace assay {

/// One thread's search: memory that is used again from name to name.
class NameSearch {
 public:
  NameSearch(const ListForms& list, WordMemo& memo);

  /// Appends what is known of the name's words, form by form. They stay where they are until forget(). Keys and
  /// sounds of the name are not read.
  void look_up(const PreparedName& name, std::vector<const KnownWord*>& words);
  /// Ends the use of the words looked up so far.
  void forget() { not_kept_.clear(); }

  /// Appends the entries of the list that score at least `threshold`, ascending. The name has been weighed; `words`
  /// are those of its tokens, form by form. Its keys and sounds are filled in when it comes to comparing in full.
  void find(PreparedName& name, std::span<const KnownWord* const> words, float threshold, std::uint32_t query,
            std::vector<NameHit>& hits);

  [[nodiscard]] const SearchFigures& figures() const { return figures_; }
  SearchFigures& figures() { return figures_; }

 private:
  /// The largest and the least that a name of the list must have in common with the form.
  struct Bounds {
    float threshold = 0;
    float weight = 0;    ///< of the form
    float matched = 0;   ///< of its words that are like a word of the list, times their likeness
    float heaviest = 0;  ///< what these can match in a form of the list
  };
  void search_form(NameForm& form, NameKind kind, std::span<const KnownWord* const> words, float threshold);
  void collect_items(const NameForm& form, std::span<const KnownWord* const> words);
  const KnownWord& look_up_run(std::span<const NameToken> tokens, std::span<const KnownWord* const> words);
  [[nodiscard]] bool may_be_heard(std::span<const NameToken> tokens, std::span<const KnownWord* const> words,
                                  JoinedKorean korean) const;
  [[nodiscard]] bool may_be_near(std::span<const NameToken> tokens, std::span<const KnownWord* const> words);
  [[nodiscard]] Bounds bounds_of(const NameForm& form, float threshold);
  void choose_searched_in_full(const NameForm& form, const Bounds& bounds);
  void scan_postings(const Bounds& bounds);
  void scan(const Bounds& bounds, std::uint32_t word, bool in_full, float deficit);
  [[nodiscard]] float best_match(const FormItem& item);
  void keep_those_that_may_reach(const NameForm& form, const Bounds& bounds);
  [[nodiscard]] bool may_reach(const NameForm& form, const Bounds& bounds, std::uint32_t candidate);
  void add_joined(const NameForm& form, float threshold);
  void add_same_texts(const NameForm& form);

  const ListForms* list_;
  WordMemo* memo_;
  WordMemo::Access words_;
  TokenDictionary::Scratch scratch_;
  SearchFigures figures_;

  std::deque<FoundWord> not_kept_;  ///< words that the memo had no room for
  NameToken run_;                   ///< words taken as one
  std::vector<FoundWord> runs_;     ///< of the form; used again from form to form
  std::size_t runs_used_ = 0;
  std::vector<QueryItem> items_;
  std::vector<float> best_;          ///< by token of the form: the greatest likeness of an item that holds it
  std::vector<bool> in_full_;        ///< by token of the form
  std::vector<std::uint32_t> seen_;  ///< by form of the list: the last round that saw it
  std::uint32_t round_ = 0;
  std::vector<std::uint32_t> candidates_;
  PartnerLinks links_;
  std::vector<float> best_of_list_;
  std::vector<NearTexts::Near> near_;
  std::vector<std::uint32_t> reached_;  ///< names of the list that a form of which reaches the threshold
};

}  // namespace assay
