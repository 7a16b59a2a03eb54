#include <algorithm>

#include "base/text.h"
#include "names/fold.h"
#include "rules/state.h"

namespace assay {
namespace {

/// "IMO 9074729", "IMO9074729" and "9074729" are one; empty for what is no number.
std::string digits_of_imo(std::string_view folded) {
  if (folded.starts_with("imo")) folded = trim(folded.substr(3));
  const bool digits =
      !folded.empty() && std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::string(folded) : std::string();
}

/// Whether some row gives the vessel this name, or its number is this one.
bool is_vessel_called(const SupplyGraph& graph, VertexId vertex, const std::string& wanted) {
  const Vessels& vessels = graph.vessels;
  const std::size_t place = vessels.at(vertex);
  if (place == vessels.size()) return false;
  if (vessels.imo[place] != 0 && std::to_string(vessels.imo[place]) == digits_of_imo(wanted)) return true;
  for (std::uint32_t i = vessels.first_naming[place]; i < vessels.first_naming[place + 1]; ++i) {
    const CellRef name = vessels.namings[i].name;
    if (name.exists() && fold(trim(graph.tables->text(name))) == wanted) return true;
  }
  return false;
}

}  // namespace

std::vector<std::pair<SubjectKind, std::uint32_t>> find_subjects(const SupplyGraph& graph, std::string_view text) {
  std::optional<SubjectKind> only;
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    only = subject_kind_from(text.substr(0, colon));
    if (only) text.remove_prefix(colon + 1);
  }
  const std::string wanted = fold(text);
  std::vector<std::pair<SubjectKind, std::uint32_t>> found;
  std::vector<std::uint32_t> by_other_name;  // vessels, ascending
  for (const SubjectKind kind :
       {SubjectKind::shipment, SubjectKind::worker_group, SubjectKind::company, SubjectKind::facility,
        SubjectKind::vessel, SubjectKind::lot, SubjectKind::product}) {
    if (only && *only != kind) continue;
    for (std::uint32_t subject = 0; subject < graph.subjects(kind); ++subject) {
      if (!graph.is_subject(kind, subject)) continue;
      const Entity entity = subject_entity(graph, kind, subject);
      bool fits = fold(entity.id) == wanted || fold(entity.name) == wanted;
      if (!fits && kind == SubjectKind::vessel && is_vessel_called(graph, subject, wanted)) {
        fits = true;
        by_other_name.push_back(subject);
      }
      if (!fits && kind == SubjectKind::worker_group) {
        const WorkerGroups& groups = graph.worker_groups;
        for (const VertexId place : {groups.facility[subject], groups.employer[subject]})
          fits = fits || (place != no_vertex && fold(entity_of(graph, place).name) == wanted);
      }
      if (fits) found.emplace_back(kind, subject);
    }
  }
  const auto is_other = [&by_other_name](std::uint32_t vessel) {
    return std::binary_search(by_other_name.begin(), by_other_name.end(), vessel);
  };
  std::stable_sort(found.begin(), found.end(), [&graph, &is_other](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.first == SubjectKind::vessel && is_other(a.second) != is_other(b.second)) return is_other(b.second);
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
