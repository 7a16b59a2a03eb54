#include "screening/entries.h"

#include <algorithm>

#include "names/prepare.h"
#include "names/weights.h"

namespace assay {
namespace {

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
  std::vector<PreparedName> names;
  for (std::uint16_t list = 0; list < lists.size(); ++list)
    for (std::uint32_t number = 0; number < lists[list].names.size(); ++number) {
      const ListName& name = lists[list].names[number];
      if (group_of(lists[list].entries[name.entry].kind) != group) continue;
      PreparedName prepared = prepare(name.text, kind_of(group));
      if (prepared.forms.empty()) continue;
      prepared.weak = name.quality == AliasQuality::weak;
      names.push_back(std::move(prepared));
      places_.push_back({list, number});
    }
  if (!names.empty()) index_ = std::make_unique<NameIndex>(std::move(names));
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

std::vector<std::vector<EntryMatch>> EntryNames::search(std::vector<PreparedName>& queries, unsigned threads) const {
  const std::vector<std::vector<NameHit>> found = index_->search_all(queries, ask_threshold, threads);
  std::vector<std::vector<EntryMatch>> matches(queries.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const NameHit& hit : found[i])
      matches[i].push_back({places_[hit.name].list, places_[hit.name].name, hit.score});
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
