#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/large_vector.h"
#include "names/affix_filter.h"
#include "names/hash_filter.h"
#include "names/hash_lists.h"
#include "names/kept_letters.h"
#include "names/name.h"
#include "names/near_texts.h"
#include "names/token_dictionary.h"

namespace assay {

/// A word of a form, or a run of its neighbouring words taken as one.
struct FormItem {
  std::uint32_t word = 0;  ///< in ListForms: a single word's number, or `first_run` + a run's
  float weight = 0;        ///< of all its tokens
  std::uint8_t first = 0;  ///< the first of its tokens in the form
  std::uint8_t count = 1;
};

/// That a form holds a word. A form's tokens are put in an order, those that say most first; `before` is the weight
/// of the tokens before this one (of a run: before its first in that order).
struct Posting {
  std::uint32_t form = 0;
  float before = 0;
  float weight = 0;  ///< of the whole form
};

/// The names of a list, form by form: equal forms of names of the same kind are one.
struct ListForms {
  std::span<const PreparedName> names;

  TokenDictionary words;                   ///< single tokens
  TokenDictionary runs;                    ///< neighbours taken as one token
  std::uint32_t first_run = 0;             ///< number of the first run, behind all words
  AffixFilter affixes;                     ///< of the words that a run may be like
  HashFilter sounds;                       ///< what stays in their sounds
  HashFilter keys;                         ///< what stays in their keys
  LargeVector<float> heaviest;             ///< by word and run: the largest weight it has in a form
  LargeVector<std::uint32_t> postings_of;  ///< by word and run: where its postings begin, and the end
  LargeVector<Posting> postings;           ///< of each word ascending by before / weight

  LargeVector<std::uint32_t> items_of;    ///< by form: where its items begin, and the end
  LargeVector<FormItem> items;            ///< of a form: its tokens, and then the runs
  std::vector<std::uint32_t> members_of;  ///< by form: where its members begin, and the end
  struct Member {
    std::uint32_t name = 0;
    std::uint32_t form = 0;  ///< of the name
  };
  std::vector<Member> members;  ///< the names that have the form, ascending

  NearTexts joined;                     ///< the joined texts
  std::vector<std::uint32_t> forms_of;  ///< by joined text: where its forms begin, and the end
  std::vector<std::uint32_t> joined_forms;

  HashLists same_texts;  ///< forms by same_texts_hash()

  ListForms();
  [[nodiscard]] std::size_t size() const { return members_of.size() - 1; }
  [[nodiscard]] std::span<const Posting> postings_at(std::uint32_t word) const {
    return std::span(postings).subspan(postings_of[word], postings_of[word + 1] - postings_of[word]);
  }
  [[nodiscard]] std::span<const FormItem> items_at(std::uint32_t form) const {
    return std::span(items).subspan(items_of[form], items_of[form + 1] - items_of[form]);
  }
  [[nodiscard]] std::span<const Member> members_at(std::uint32_t form) const {
    return std::span(members).subspan(members_of[form], members_of[form + 1] - members_of[form]);
  }
  [[nodiscard]] const NameForm& form(std::uint32_t number) const {
    const Member& member = members_at(number).front();
    return names[member.name].forms[member.form];
  }
};

/// Whether some word of the list may have a sound, or a key, in which these letters stay.
inline bool may_hold(const HashFilter& filter, KeptLetters letters) {
  return letters != none_kept && (letters == not_known || filter.has(spread_hash(letters)));
}

/// Of the texts of the tokens, in order: compare() asks no more of forms in which these are equal.
std::uint64_t same_texts_hash(const NameForm& form);

/// The names, which are weighed, must stay where they are as long as the result is used.
ListForms make_list_forms(std::span<const PreparedName> names);

}  // namespace assay
