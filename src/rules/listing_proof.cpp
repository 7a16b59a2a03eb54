#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "names/prepare.h"
#include "names/weights.h"
#include "rules/listing.h"
#include "screening/subjects.h"

// The steps that show why a party was taken for an entry of a list.

namespace assay {
namespace {

std::string programmes_of(const WatchList& list, const ListEntry& entry) {
  std::string words;
  for (const ListFact& fact : list.facts_of(entry, FactKind::programme))
    words += fmt::format("{}{}", words.empty() ? "" : " ", fact.text);
  return words;
}

/// When it was listed, as far as that bears on the day of the audit.
std::string when_listed(const WatchList& list, const ListEntry& entry, Day as_of) {
  if (entry.listed_on.known != Known::yes)
    return list.date.known == Known::yes && list.date.last() > as_of
               ? "; the list is younger than the day of the audit, and says not when it was listed"
               : "";
  const std::string listed = fmt::format("; listed {}", to_string(entry.listed_on));
  if (entry.listed_on.first <= as_of) return listed;
  const long months = (entry.listed_on.first - as_of + 29) / 30;
  return fmt::format("{}, {} month{} later than the day of the audit", listed, months, months == 1 ? "" : "s");
}

std::string tokens_of(const NameForm& form, std::size_t first, std::size_t count) {
  std::string words;
  for (std::size_t i = first; i < first + count; ++i) words += (words.empty() ? "" : " ") + form.tokens[i].text;
  return words;
}

NameKind kind_of(EntryKind kind) {
  if (kind == EntryKind::person) return NameKind::person;
  return kind == EntryKind::vessel ? NameKind::vessel : NameKind::company;
}

/// Word by word, what was taken for what.
std::string alignment_of(const std::string& own, const ListName& name, EntryKind kind) {
  PreparedName a = prepare(own, kind_of(kind));
  PreparedName b = prepare(name.text, kind_of(kind));
  b.weak = name.quality == AliasQuality::weak;
  weigh(a, {});
  weigh(b, {});
  const NameComparison comparison = compare(a, b);
  if (a.forms.empty() || b.forms.empty()) return {};
  std::string words;
  for (const AlignedTokens& pair : comparison.alignment)
    words += fmt::format("{}{} = {}", words.empty() ? "" : ", ",
                         tokens_of(a.forms[comparison.form_a], pair.first_a, pair.count_a),
                         tokens_of(b.forms[comparison.form_b], pair.first_b, pair.count_b));
  for (const LoweredBy& lowered : comparison.lowered) words += fmt::format("; {}", says(lowered.rule));
  return words;
}

std::string own_text(const SupplyGraph& graph, const Hit& hit) {
  return text_of(graph, SubjectName{hit.vertex, hit.cell, hit.part});
}

std::string how_compared(const SupplyGraph& graph, const Screening& screening, const Hit& hit) {
  const WatchList& list = screening.lists[hit.list];
  if (hit.by == HitBy::identifier) return "both have the same identifier";
  if (hit.by == HitBy::contact) return fmt::format("both have the same {}", to_string(list.facts[hit.where].kind));
  std::string says =
      fmt::format("the names are {:.2f} alike: {}", hit.likeness,
                  alignment_of(own_text(graph, hit), list.names[hit.where], screening.entry_of(hit).kind));
  if (hit.corroborated) says += "; the country agrees";
  if (hit.score < hit.likeness) says += fmt::format("; {:.2f}, since the countries differ", hit.score);
  return says;
}

/// A hull keeps its number through all its names: the others under which rows give that number, each once.
std::vector<EvidenceStep> other_names(const SupplyGraph& graph, VertexId vertex, const Entity& own) {
  const Vessels& vessels = graph.vessels;
  const std::size_t place = vessels.at(vertex);
  std::vector<EvidenceStep> steps;
  if (place == vessels.size()) return steps;
  std::vector<std::string> seen = {vessel_key(own.name)};
  for (std::uint32_t i = vessels.first_naming[place]; i < vessels.first_naming[place + 1]; ++i) {
    const VesselNaming& naming = vessels.namings[i];
    if (naming.imo != vessels.imo[place] || naming.key.empty() || !naming.name.exists() ||
        std::find(seen.begin(), seen.end(), naming.key) != seen.end())
      continue;
    seen.push_back(naming.key);
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = own;
    step.cell = naming.name;
    step.grade = Grade::c;
    step.says = fmt::format("{}: also named {}", own.name, shorten(trim(graph.tables->text(naming.name)), 80));
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace

std::string name_of_entry(const Screening& screening, const Hit& hit) {
  const std::span<const ListName> names = screening.lists[hit.list].names_of(screening.entry_of(hit));
  return names.empty() ? std::string(screening.entry_of(hit).id) : std::string(names.front().text);
}

void prove_hit(const Evaluator& evaluator, const Hit& hit, Grounds& out) {
  const SupplyGraph& graph = evaluator.graph();
  const Screening& screening = *evaluator.screening();
  const WatchList& list = screening.lists[hit.list];
  const ListEntry& entry = screening.entry_of(hit);
  EvidenceStep own;
  own.kind = EvidenceStep::Kind::attribute;
  own.from = own.to = entity_of(graph, hit.vertex);
  own.cell = hit.cell;
  own.grade = Grade::c;
  own.says =
      fmt::format("{}: {} is \"{}\"", own.from.name, info(hit.cell.field).says, shorten(own_text(graph, hit), 80));
  EvidenceStep listed;
  listed.kind = EvidenceStep::Kind::list;
  listed.from = own.from;
  listed.to = {VertexKind::document, list.name, list.name};
  listed.grade = Grade::a;
  listed.list = list.name;
  listed.list_entry = entry.id;
  listed.reference_field = screening.field_of(hit);
  listed.reference_text = screening.text_of(hit);
  const std::string programmes = programmes_of(list, entry);
  listed.says =
      fmt::format("{} has \"{}\", entry {}{}{}", list.name, shorten(name_of_entry(screening, hit), 80), entry.id,
                  programmes.empty() ? "" : ", programme " + programmes, when_listed(list, entry, graph.as_of));
  EvidenceStep compared;
  compared.kind = EvidenceStep::Kind::computed;
  compared.from = compared.to = own.from;
  compared.grade = hit.by == HitBy::name ? Grade::d : Grade::c;
  compared.says = how_compared(graph, screening, hit);
  std::vector<EvidenceStep> names;
  if (hit.by == HitBy::identifier) names = other_names(graph, hit.vertex, own.from);
  out.steps.push_back(std::move(own));
  std::move(names.begin(), names.end(), std::back_inserter(out.steps));
  out.steps.push_back(std::move(listed));
  out.steps.push_back(std::move(compared));
}

void add_match_words(const Evaluator& evaluator, const Hit& hit, Grounds& out) {
  const Screening& screening = *evaluator.screening();
  const WatchList& list = screening.lists[hit.list];
  const ListEntry& entry = screening.entry_of(hit);
  out.target = name_of_entry(screening, hit);
  out.words.emplace_back("match.name", out.target);
  out.words.emplace_back("match.list", list.name);
  out.words.emplace_back("match.entry", entry.id);
  out.words.emplace_back("match.programme", programmes_of(list, entry));
  out.words.emplace_back("match.score", fmt::format("{:.2f}", hit.score));
  out.words.emplace_back("match.date", to_string(list.date));
  out.words.emplace_back("match.snapshot", to_string(list.date));
}

}  // namespace assay
