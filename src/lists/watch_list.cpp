#include "lists/watch_list.h"

#include <algorithm>

#include <fmt/format.h>

namespace assay {

std::string_view to_string(EntryKind kind) {
  static constexpr std::array<std::string_view, entry_kinds> words = {"unknown", "company",  "person",
                                                                      "vessel",  "aircraft", "other"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view to_string(AliasQuality quality) {
  static constexpr std::array<std::string_view, 3> words = {"primary", "strong", "weak"};
  return words[static_cast<std::size_t>(quality)];
}

std::string_view to_string(FactKind kind) {
  static constexpr std::array<std::string_view, fact_kinds> words = {
      "programme",   "country",  "nationality", "flag",   "birth_date", "birth_place",
      "position",    "imo",      "imo_company", "lei",    "uscc",       "registration",
      "tax",         "passport", "national_id", "mmsi",   "call_sign",  "swift_bic",
      "other_id",    "address",  "phone",       "email",  "website",    "linked_to",
      "vessel_type", "reason",   "remarks",     "source", "status"};
  return words[static_cast<std::size_t>(kind)];
}

bool is_identifier(FactKind kind) {
  return kind >= FactKind::imo && kind <= FactKind::other_id;
}

std::string_view to_string(DateFrom from) {
  static constexpr std::array<std::string_view, 5> words = {"nowhere", "the list itself", "the command line",
                                                            "list.yaml", "the rule pack"};
  return words[static_cast<std::size_t>(from)];
}

std::span<const ListName> WatchList::names_of(const ListEntry& entry) const {
  return std::span(names).subspan(entry.first_name, entry.name_count);
}

std::span<const ListFact> WatchList::facts_of(const ListEntry& entry) const {
  return std::span(facts).subspan(entry.first_fact, entry.fact_count);
}

std::span<const ListFact> WatchList::facts_of(const ListEntry& entry, FactKind kind) const {
  const std::span<const ListFact> all = facts_of(entry);
  const auto before = [](const ListFact& fact, FactKind wanted) { return fact.kind < wanted; };
  const auto behind = [](FactKind wanted, const ListFact& fact) { return wanted < fact.kind; };
  const auto first = std::lower_bound(all.begin(), all.end(), kind, before);
  return {first, std::upper_bound(first, all.end(), kind, behind)};
}

std::array<std::uint64_t, entry_kinds> WatchList::count_by_kind() const {
  std::array<std::uint64_t, entry_kinds> counts{};
  for (const ListEntry& entry : entries) ++counts[static_cast<std::size_t>(entry.kind)];
  return counts;
}

Reliance rely_on(const WatchList& list, Day as_of) {
  if (list.refused) return {false, "it was refused", false};
  if (list.date.known != Known::yes) return {false, "its date is not known", false};
  const bool newer = list.date.first > as_of;
  // Of a date that is only a month, the first day: the snapshot may be as old as that.
  const Day age = as_of - list.date.first;
  if (age > list.max_age_days)
    return {false, fmt::format("it is {} days old, more than the {} that are allowed", age, list.max_age_days),
            newer};
  if (!list.complete) return {false, "a part of it is missing or was not understood", newer};
  return {true, {}, newer};
}

}  // namespace assay
