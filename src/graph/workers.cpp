#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"

namespace assay {
namespace {

bool is_own_staff(std::string_view text) {
  const std::string folded = fold(text);
  return is_none_word(trim(text)) || folded == "own staff" || folded == "own employees" || folded == "自有员工";
}

/// In a flat file every row that names a supplier looks like a row of workers; one that says no more is none. In a
/// table of workers each row is a group, however little it says.
bool says_nothing(Rows& rows) {
  return is_blank_word(trim(rows.text(Field::workers_site))) &&
         is_blank_word(trim(rows.text(Field::workers_employer))) &&
         is_blank_word(trim(rows.text(Field::workers_nationality))) &&
         is_blank_word(trim(rows.text(Field::workers_labour_provider)));
}

/// Where nobody says who operates a facility, the only employer that rows name for it stands for the operator, and
/// for the employer of the groups that name none. Of several nobody knows which: not the first, for rows have no
/// order.
void name_operators(SupplyGraph& graph) {
  WorkerGroups& groups = graph.worker_groups;
  std::map<VertexId, std::set<VertexId>> employers;
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (const VertexId site = groups.facility[g];
        site != no_vertex && groups.employer[g] != no_vertex && graph.vertices.party[site] == no_vertex)
      employers[site].insert(groups.employer[g]);
  for (const auto& [site, named] : employers)
    if (named.size() == 1) graph.vertices.party[site] = *named.begin();
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (groups.facility[g] != no_vertex && groups.employer[g] == no_vertex)
      groups.employer[g] = graph.vertices.party[groups.facility[g]];
}

void read_group(Builder& builder, Rows& rows, Judged<CountryReading>& nationalities) {
  SupplyGraph& graph = builder.graph;
  WorkerGroups& groups = graph.worker_groups;
  VertexId employer = builder.parties.find(rows.text(Field::workers_employer), rows.cell(Field::workers_employer));
  const VertexId facility =
      find_facility(builder, rows.text(Field::workers_site), employer, rows.cell(Field::workers_site));
  if (employer == no_vertex && facility != no_vertex) employer = graph.vertices.party[facility];
  VertexId provider = no_vertex;
  if (const std::string_view text = rows.text(Field::workers_labour_provider); !is_own_staff(text))
    provider = builder.parties.find(text, rows.cell(Field::workers_labour_provider));
  if (provider != no_vertex && employer != no_vertex)
    graph.facts.push_back(
        {employer, provider, Relation::labour_from, true, rows.cell(Field::workers_labour_provider)});
  Country nationality(Known::not_asked);
  if (rows.has(Field::workers_nationality)) {
    const std::string_view text = rows.text(Field::workers_nationality);
    nationality =
        nationalities(text, [&graph](std::string_view t) { return graph.reference->nationality(t); }).country;
    if (nationality.known() == Known::unreadable || nationality.known() == Known::ambiguous)
      builder.complaints.add(Level::warning, rows.cell(Field::workers_nationality),
                             "names no nationality for certain",
                             fmt::format("\"{}\" names no nationality for certain", shorten(text, 40)),
                             "write the ISO 3166 code of the passport: KP or KR, CN, …");
  }
  groups.facility.push_back(facility);
  groups.employer.push_back(employer);
  groups.provider.push_back(provider);
  groups.nationality.push_back(nationality);
  groups.from.push_back(builder.cells.date(rows, Field::workers_from));
  groups.to.push_back(builder.cells.date(rows, Field::workers_to));
  const Field naming =
      is_blank_word(trim(rows.text(Field::workers_site))) ? Field::workers_employer : Field::workers_site;
  groups.row.push_back(rows.cell(rows.has(naming) ? naming : Field::workers_nationality));
  groups.implied.push_back(false);
}

/// Each facility may have workers that no row lists: its undisclosed rest.
void add_rest(SupplyGraph& graph, VertexId facility) {
  WorkerGroups& groups = graph.worker_groups;
  groups.facility.push_back(facility);
  groups.employer.push_back(graph.vertices.party[facility]);
  groups.provider.push_back(no_vertex);
  groups.nationality.emplace_back(Known::not_asked);
  groups.from.push_back({});
  groups.to.push_back({});
  groups.row.push_back(graph.vertices.name[facility]);
  groups.implied.push_back(true);
}

/// A producer has a facility, and so has who employs somebody, though no table may name it. Workers of whom neither
/// site nor employer is said work somewhere too.
void add_implied_facilities(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  Vertices& v = graph.vertices;
  std::vector<bool> works(v.size(), false);
  for (const VertexId seller : graph.shipments.seller)
    if (seller != no_vertex) works[seller] = true;
  const WorkerGroups& groups = graph.worker_groups;
  CellRef somewhere;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups.employer[g] != no_vertex) works[groups.employer[g]] = true;
    if (groups.employer[g] != no_vertex || groups.facility[g] != no_vertex) continue;
    if (!somewhere.exists() || comes_first(*graph.tables, groups.row[g], somewhere)) somewhere = groups.row[g];
  }
  std::vector<bool> has_facility(v.size(), false);
  for (VertexId i = 0; i < v.size(); ++i)
    if (v.kind[i] == VertexKind::facility && v.party[i] != no_vertex) has_facility[v.party[i]] = true;
  const std::size_t companies = v.size();
  const std::uint32_t no_text = builder.parties.key_text({});
  for (VertexId i = 0; i < companies; ++i) {
    if (v.kind[i] != VertexKind::company || has_facility[i] || v.standing[i] == Standing::ambiguous) continue;
    if (v.standing[i] != Standing::listed && !works[i]) continue;
    const VertexId facility =
        builder.parties.add(VertexKind::facility, Standing::implied, v.name[i], Country(Known::not_asked),
                            {VertexKey::Form::implied, Country(Known::not_asked), no_text});
    v.party[facility] = i;
  }
  if (somewhere.exists())
    builder.parties.add(VertexKind::facility, Standing::implied, somewhere, Country(Known::not_asked),
                        {VertexKey::Form::implied, Country(Known::not_asked), no_text});
}

}  // namespace

void read_workers(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  Judged<CountryReading> nationalities;
  for (const std::uint16_t number : tables_of(*graph.tables, TableKind::workers)) {
    Rows rows(*graph.tables, number);
    const bool is_flat = feeds_suppliers(*graph.tables, number);
    while (rows.next())
      if (!is_flat || !says_nothing(rows)) read_group(builder, rows, nationalities);
  }
  name_operators(graph);
  add_implied_facilities(builder);
  for (VertexId i = 0; i < graph.vertices.size(); ++i)
    if (graph.vertices.kind[i] == VertexKind::facility) add_rest(graph, i);
}

}  // namespace assay
