#include <algorithm>

#include "base/text.h"
#include "names/fold.h"
#include "rules/state.h"

namespace assay {

std::vector<std::pair<SubjectKind, std::uint32_t>> find_subjects(const SupplyGraph& graph, std::string_view text) {
  std::optional<SubjectKind> only;
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    only = subject_kind_from(text.substr(0, colon));
    if (only) text.remove_prefix(colon + 1);
  }
  const std::string wanted = fold(text);
  std::vector<std::pair<SubjectKind, std::uint32_t>> found;
  for (const SubjectKind kind :
       {SubjectKind::shipment, SubjectKind::worker_group, SubjectKind::company, SubjectKind::facility,
        SubjectKind::vessel, SubjectKind::lot, SubjectKind::product}) {
    if (only && *only != kind) continue;
    for (std::uint32_t subject = 0; subject < graph.subjects(kind); ++subject) {
      if (!graph.is_subject(kind, subject)) continue;
      const Entity entity = subject_entity(graph, kind, subject);
      bool fits = fold(entity.id) == wanted || fold(entity.name) == wanted;
      if (!fits && kind == SubjectKind::worker_group) {
        const WorkerGroups& groups = graph.worker_groups;
        for (const VertexId place : {groups.facility[subject], groups.employer[subject]})
          fits = fits || (place != no_vertex && fold(entity_of(graph, place).name) == wanted);
      }
      if (fits) found.emplace_back(kind, subject);
    }
  }
  std::stable_sort(found.begin(), found.end(), [&graph](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.first == SubjectKind::worker_group) {
      const bool rest_a = graph.worker_groups.implied[a.second];
      const bool rest_b = graph.worker_groups.implied[b.second];
      if (rest_a != rest_b) return rest_b;
    }
    return subject_before(graph, a.first, a.second, b.second);
  });
  return found;
}

}  // namespace assay
