#include "rules/works_sites.h"

#include <algorithm>

#include "base/text.h"
#include "names/fold.h"

namespace assay {

std::unordered_map<VertexId, Works> works_by_party(const SupplyGraph& graph, const std::vector<std::string>& types) {
  std::unordered_map<VertexId, Works> all;
  const Vertices& v = graph.vertices;
  for (std::size_t i = 0; i < graph.sites.facility.size(); ++i) {
    const CellRef row = graph.sites.row[i];
    const CellRef type{row.table, Field::site_type, row.record};
    const bool has = graph.tables->tables[row.table].has(Field::site_type);
    const std::string says = has ? fold(trim(graph.tables->text(type))) : std::string();
    const bool works = std::any_of(types.begin(), types.end(),
                                   [&says](const std::string& word) { return says.find(word) != std::string::npos; });
    const Truth truth = works ? Truth::yes : is_blank_word(says) ? Truth::unknown : Truth::no;
    const VertexId facility = graph.sites.facility[i];
    Works& best = all[graph.sites.operator_[i]];
    if (best.facility != no_vertex &&
        (truth < best.truth || (truth == best.truth && v.rank[facility] >= v.rank[best.facility])))
      continue;
    best = {truth, type, {row.table, Field::site_operator, row.record}, facility};
  }
  for (const VertexId facility : graph.smelters.facility)
    for (const VertexId party : {facility, v.party[facility]})
      if (party != no_vertex) all[party].truth = Truth::yes;
  return all;
}

}  // namespace assay
