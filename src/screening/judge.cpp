#include "screening/judge.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace assay {
namespace {

/// What a disagreement of countries takes off. Firms move, lists give the place of an office.
constexpr float country_disagrees = 0.10F;

/// Below what is flagged.
constexpr float vessel_name_alone = flag_threshold - 0.01F;

constexpr std::array telling_columns = {Field::supplier_uscc, Field::supplier_lei};

FactKind kind_of(Field column) {
  if (column == Field::supplier_uscc) return FactKind::uscc;
  return column == Field::supplier_lei ? FactKind::lei : FactKind::imo;
}

bool holds(const std::vector<Country>& countries, Country country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

}  // namespace

Judge::Judge(const SupplyGraph& graph, const Screening& screening) : graph_(graph), screening_(screening) {
  std::vector<SubjectFact> facts = subject_facts(graph, telling_columns);
  const std::vector<SubjectFact> numbers = vessel_numbers(graph);
  facts.insert(facts.end(), numbers.begin(), numbers.end());
  for (const SubjectFact& fact : facts)
    if (is_usable_identifier(fact.cell.field, trim(graph.tables->text(fact.cell))))
      telling_.emplace(fact.vertex, fact.cell);
}

std::vector<Country> Judge::countries_of(const WatchList& list, const ListEntry& entry) const {
  std::vector<Country> countries;
  const auto add = [&](std::string_view text) {
    if (text.empty()) return;
    const Country country = graph_.reference->country(text).country;
    if (country.is_known() && !holds(countries, country)) countries.push_back(country);
  };
  for (const ListFact& fact : list.facts_of(entry)) {
    if (fact.kind == FactKind::country || fact.kind == FactKind::nationality || fact.kind == FactKind::flag)
      add(fact.text);
    if (fact.kind == FactKind::address) add(fact.country);
  }
  return countries;
}

CellRef Judge::other_identifier(VertexId vertex, const WatchList& list, const ListEntry& entry) const {
  const auto [first, last] = telling_.equal_range(vertex);
  for (auto at = first; at != last; ++at) {
    const std::span<const ListFact> listed = list.facts_of(entry, kind_of(at->second.field));
    if (listed.empty()) continue;
    const std::string own = plain_identifier(graph_.tables->text(at->second));
    const bool same = std::any_of(listed.begin(), listed.end(), [&](const ListFact& fact) {
      return own.ends_with(plain_identifier(fact.text));  // "IMO 8713471" and "8713471"
    });
    if (!same) return at->second;
  }
  return {};
}

std::optional<Hit> Judge::name(const SubjectName& name, const EntryMatch& match) const {
  const WatchList& list = screening_.lists[match.list];
  const std::uint32_t number = list.names[match.name].entry;
  const ListEntry& entry = list.entries[number];
  Hit hit;
  hit.vertex = name.vertex;
  hit.list = match.list;
  hit.entry = number;
  hit.where = match.name;
  hit.by = HitBy::name;
  hit.likeness = hit.score = match.score;
  hit.cell = name.cell;
  hit.part = name.part;
  hit.deciding = other_identifier(name.vertex, list, entry);
  if (hit.deciding.exists()) {
    hit.cleared = Clearing::other_identifier;
    return hit;
  }
  if (graph_.vertices.kind[name.vertex] == VertexKind::vessel) {
    // Names of ships are given again and again: without the number a name is a lead.
    hit.score = std::min(hit.score, vessel_name_alone);
    return hit;
  }
  const Country own = graph_.vertices.country[name.vertex];
  const std::vector<Country> listed = countries_of(list, entry);
  const bool dprk = concerns_dprk(*graph_.reference, list, entry);
  if (own == south_korea && dprk && !holds(listed, south_korea)) {
    hit.cleared = Clearing::republic_of_korea;
    hit.deciding = graph_.vertices.country_cell[name.vertex];
    return hit;
  }
  if (!own.is_known() || listed.empty()) return hit;
  if (holds(listed, own)) {
    hit.corroborated = true;
    hit.deciding = graph_.vertices.country_cell[name.vertex];
    return hit;
  }
  hit.score = match.score - country_disagrees;
  if (dprk) hit.score = std::max(hit.score, ask_threshold);
  if (hit.score < ask_threshold) return std::nullopt;
  return hit;
}

std::optional<Hit> Judge::identifier(VertexId vertex, CellRef cell, FactPlace place) const {
  const WatchList& list = screening_.lists[place.list];
  const ListFact& fact = list.facts[place.fact];
  Hit hit;
  hit.vertex = vertex;
  hit.list = place.list;
  hit.entry = fact.entry;
  hit.where = place.fact;
  hit.by = HitBy::identifier;
  hit.cell = cell;
  if (tells_apart(kind_of(cell.field)) && cell.field != Field::supplier_registration_no) return hit;
  const Country own = graph_.vertices.country[vertex];
  std::vector<Country> listed = countries_of(list, list.entries[fact.entry]);
  if (const Country register_of = graph_.reference->country(fact.country).country; register_of.is_known())
    listed = {register_of};
  if (own.is_known() && holds(listed, own)) return hit;
  if (own.is_known() && !listed.empty()) return std::nullopt;  // two registers may give one number
  hit.score = hit.likeness = ask_threshold;
  return hit;
}

std::optional<Hit> Judge::contact(const ContactHit& contact) const {
  Hit hit;
  hit.vertex = contact.vertex;
  hit.list = contact.place.list;
  hit.entry = screening_.lists[contact.place.list].facts[contact.place.fact].entry;
  hit.where = contact.place.fact;
  hit.by = HitBy::contact;
  hit.cell = contact.cell;
  return hit;
}

}  // namespace assay
