#include "screening/entries.h"

#include <algorithm>

#include "names/prepare.h"
#include "names/weights.h"

namespace assay {
namespace {

/// How rare a word is cannot be seen from a short list: its words count as if they stood among so many names.
constexpr std::uint32_t fewest_names = 10'000;

EntryGroup group_of(EntryKind kind) {
  if (kind == EntryKind::person) return EntryGroup::people;
  return kind == EntryKind::vessel ? EntryGroup::vessels : EntryGroup::companies;
}

NameKind kind_of(EntryGroup group) {
  switch (group) {
    case EntryGroup::people:
      return NameKind::person;
    case EntryGroup::vessels:
      return NameKind::vessel;
    default:
      return NameKind::company;
  }
}

}  // namespace

EntryNames::EntryNames(const std::vector<WatchList>& lists, EntryGroup group) : group_(group) {
  for (std::uint16_t list = 0; list < lists.size(); ++list)
    for (std::uint32_t number = 0; number < lists[list].names.size(); ++number) {
      const ListName& name = lists[list].names[number];
      if (group_of(lists[list].entries[name.entry].kind) != group) continue;
      PreparedName prepared = prepare(name.text, kind_of(group));
      if (prepared.forms.empty()) continue;
      prepared.weak = name.quality == AliasQuality::weak;
      names_.push_back(std::move(prepared));
      places_.push_back({list, number});
    }
  for (const PreparedName& name : names_) add_to(weights_, name);
  weights_.names = std::max(weights_.names, fewest_names);
  for (PreparedName& name : names_) weigh(name, weights_);
  if (!names_.empty()) index_ = std::make_unique<NameIndex>(names_, weights_);
}

bool EntryNames::may_be_one(VertexKind kind) const {
  switch (group_) {
    case EntryGroup::companies:
      return kind != VertexKind::vessel && kind != VertexKind::person;
    case EntryGroup::people:
      return kind == VertexKind::company || kind == VertexKind::person;
    default:
      return kind == VertexKind::vessel;
  }
}

NameKind EntryNames::kind_of_names() const {
  return kind_of(group_);
}

std::vector<EntryMatch> EntryNames::search(std::span<const NameText> queries, unsigned threads) const {
  std::vector<EntryMatch> matches;
  for (const NameHit& hit : index_->search_all(queries, ask_threshold, threads))
    matches.push_back({hit.query, places_[hit.entry].list, places_[hit.entry].name, hit.score});
  return matches;
}

bool may_name_a_person(const PreparedName& name) {
  return !name.forms.empty() && std::none_of(name.forms.begin(), name.forms.end(), [](const NameForm& form) {
    return std::any_of(form.tokens.begin(), form.tokens.end(), [](const NameToken& token) {
      return token.token_class == TokenClass::legal || token.token_class == TokenClass::generic ||
             token.token_class == TokenClass::number;
    });
  });
}

}  // namespace assay
