#include "rules/first_flags.h"

namespace assay {

VertexId party_of_subject(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject) {
  switch (kind) {
    case SubjectKind::shipment:
      return graph.shipments.seller[subject];
    case SubjectKind::worker_group:
      return graph.worker_groups.employer[subject];
    case SubjectKind::facility:
      return graph.vertices.party[subject];
    case SubjectKind::lot:
      return graph.lots.supplier[subject];
    case SubjectKind::product:
      return no_vertex;  // its rows name who supplies what is in it, each another
    default:
      return subject;
  }
}

bool may_be_anyones(const SupplyGraph& graph, SubjectKind kind, std::uint32_t subject) {
  if (kind == SubjectKind::facility && is_smelter(graph, subject)) return false;  // but of those who declare it
  if (kind == SubjectKind::lot || kind == SubjectKind::product) return false;     // whoever sells it names it
  return party_of_subject(graph, kind, subject) == no_vertex &&
         !(kind == SubjectKind::worker_group && graph.worker_groups.implied[subject]);
}

FirstFlags::FirstFlags(const SupplyGraph& graph, SubjectKind kind, const Answer& flags) : graph_(graph), kind_(kind) {
  flags.possible.for_each([&](std::size_t i) {
    const auto subject = static_cast<std::uint32_t>(i);
    ByParty& firsts = flags.sure.test(i) ? sure_ : unsure_;
    const VertexId party = party_of_subject(graph, kind, subject);
    if (party != no_vertex) {
      note(firsts, party, subject);
      note(named_, party, subject);
    } else if (may_be_anyones(graph, kind, subject) &&
               (!anyones_ || subject_before(graph, kind, subject, *anyones_))) {
      anyones_ = subject;
    }
    if (kind != SubjectKind::facility) return;
    for (const std::uint32_t row : declarations_of_smelter(graph, subject))
      if (const VertexId declarant = graph.smelters.declared_by[row]; declarant != no_vertex)
        note(firsts, declarant, subject);
  });
  for (const auto& [name, candidates] : graph.candidates)
    for (const VertexId candidate : candidates) names_.emplace(candidate, name);
}

void FirstFlags::note(ByParty& firsts, VertexId party, std::uint32_t subject) {
  const auto [found, is_new] = firsts.emplace(party, subject);
  if (!is_new && subject_before(graph_, kind_, subject, found->second)) found->second = subject;
}

std::optional<std::uint32_t> FirstFlags::of(VertexId party, Truth truth) const {
  const ByParty& firsts = truth == Truth::yes ? sure_ : unsure_;
  const auto found = firsts.find(party);
  return found == firsts.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> FirstFlags::that_may_be_of(VertexId party) const {
  std::optional<std::uint32_t> first = anyones_;
  const auto look_at = [&](VertexId name) {
    const auto found = named_.find(name);
    if (found != named_.end() && (!first || subject_before(graph_, kind_, found->second, *first)))
      first = found->second;
  };
  if (graph_.vertices.standing[party] == Standing::ambiguous) look_at(party);
  for (const VertexId candidate : graph_.candidates_of(party)) look_at(candidate);
  const auto [begin, end] = names_.equal_range(party);
  for (auto name = begin; name != end; ++name) look_at(name->second);
  return first;
}

}  // namespace assay
