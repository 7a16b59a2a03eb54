#include "screening/subjects.h"

#include <algorithm>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

bool says_nothing(std::string_view text) {
  return is_blank_word(text) || is_none_word(text);
}

/// The cell of another column of the row in which a party is named; none where its table has no such column.
CellRef beside(const Tables& tables, CellRef name, Field field) {
  if (!tables.tables[name.table].has(field)) return {};
  return {name.table, field, name.record};
}

class Gatherer {
 public:
  explicit Gatherer(const SupplyGraph& graph) : graph_(graph) {}

  void rows_of_parties() {
    for (const PartyRow& row : graph_.party_rows) {
      if (row.name.field == Field::supplier_name) add(row.party, row.name);
      add(row.party, beside(*graph_.tables, row.name, Field::supplier_alias));
    }
  }

  /// Those whom no row of suppliers describes, and facilities.
  void other_vertices() {
    const Vertices& v = graph_.vertices;
    for (VertexId vertex = 0; vertex < v.size(); ++vertex) {
      if (v.kind[vertex] == VertexKind::vessel) continue;
      const bool facility = v.kind[vertex] == VertexKind::facility;
      const bool named =
          v.standing[vertex] == Standing::unresolved || (facility && v.standing[vertex] == Standing::listed);
      if (named) add(vertex, v.name[vertex]);
    }
  }

  /// A vessel that is only a name, and fits several, is asked about as each of them.
  void vessels() {
    for (const VesselNaming& naming : graph_.vessels.namings)
      if (naming.vessel != no_vertex && graph_.candidates_of(naming.vessel).empty()) add(naming.vessel, naming.name);
  }

  std::vector<SubjectName> names() {
    std::stable_sort(names_.begin(), names_.end(),
                     [](const SubjectName& a, const SubjectName& b) { return a.vertex < b.vertex; });
    std::vector<SubjectName> kept;
    std::vector<std::string> seen;  // of one vertex, folded
    for (const SubjectName& name : names_) {
      if (kept.empty() || kept.back().vertex != name.vertex) seen.clear();
      std::string folded = fold(text_of(graph_, name));
      if (std::find(seen.begin(), seen.end(), folded) != seen.end()) continue;
      seen.push_back(std::move(folded));
      kept.push_back(name);
    }
    return kept;
  }

 private:
  void add(VertexId vertex, CellRef cell) {
    if (!cell.exists()) return;
    const std::string text = graph_.tables->text(cell);
    if (cell.field != Field::supplier_alias) {
      if (!says_nothing(trim(text))) names_.push_back({vertex, cell, 0});
      return;
    }
    const auto parts = static_cast<std::uint32_t>(names_in(text).size());
    for (std::uint32_t part = 0; part < parts; ++part) names_.push_back({vertex, cell, part});
  }

  const SupplyGraph& graph_;
  std::vector<SubjectName> names_;
};

}  // namespace

std::vector<std::string_view> names_in(std::string_view cell) {
  std::vector<std::string_view> names = split(cell, ";；|\n");
  std::erase_if(names, says_nothing);
  return names;
}

std::string text_of(const SupplyGraph& graph, const SubjectName& name) {
  const std::string text = graph.tables->text(name.cell);
  if (name.cell.field != Field::supplier_alias) return std::string(trim(text));
  return std::string(names_in(text)[name.part]);
}

std::vector<SubjectName> subject_names(const SupplyGraph& graph) {
  Gatherer gatherer(graph);
  gatherer.rows_of_parties();
  gatherer.other_vertices();
  gatherer.vessels();
  return gatherer.names();
}

std::vector<SubjectFact> vessel_numbers(const SupplyGraph& graph) {
  std::vector<SubjectFact> numbers;
  for (std::size_t i = 0; i < graph.vessels.size(); ++i)
    if (graph.vessels.imo_cell[i].exists()) numbers.push_back({graph.vessels.vertex[i], graph.vessels.imo_cell[i]});
  return numbers;
}

std::vector<SubjectFact> subject_facts(const SupplyGraph& graph, std::span<const Field> wanted) {
  std::vector<SubjectFact> facts;
  for (const PartyRow& row : graph.party_rows)
    for (const Field field : wanted) {
      const CellRef cell = beside(*graph.tables, row.name, field);
      if (cell.exists() && !says_nothing(trim(graph.tables->text(cell)))) facts.push_back({row.party, cell});
    }
  return facts;
}

}  // namespace assay
