#include <algorithm>
#include <exception>
#include <memory>
#include <thread>
#include <tuple>

#include "base/memory.h"
#include "graph/border_zone.h"
#include "graph/builder.h"
#include "tables/row_content.h"

namespace assay {
namespace {

/// buyer → seller, an arc a shipment.
Topology topology_of_deals(const SupplyGraph& graph) {
  const Shipments& s = graph.shipments;
  const auto each = [&s](auto visit) {
    for (std::uint32_t i = 0; i < s.size(); ++i)
      if (s.buyer[i] != no_vertex && s.seller[i] != no_vertex) visit(Arc{s.buyer[i], s.seller[i], i});
  };
  return {graph.vertices.size(), each, s.seller};
}

Topology topology_of_facts(const SupplyGraph& graph) {
  const std::vector<Fact>& facts = graph.facts;
  return {graph.vertices.size(), [&facts](auto visit) {
            for (std::uint32_t i = 0; i < facts.size(); ++i)
              if (facts[i].from != no_vertex && facts[i].to != no_vertex) visit(Arc{facts[i].from, facts[i].to, i});
          }};
}

std::size_t rows_of(const Tables& tables, TableKind kind) {
  std::size_t rows = 0;
  for (const std::uint16_t number : tables_of(tables, kind)) rows += tables.file_of(tables.tables[number]).rows();
  return rows;
}

/// Room for what the rows will make, so that columns do not grow by doubling.
void make_room(SupplyGraph& graph) {
  const std::size_t sites = rows_of(*graph.tables, TableKind::sites);
  const std::size_t workers = rows_of(*graph.tables, TableKind::workers);
  const std::size_t parties = rows_of(*graph.tables, TableKind::suppliers);
  const std::size_t relations = rows_of(*graph.tables, TableKind::relations);
  graph.facts.reserve(relations + sites + workers);
  graph.shares.reserve(relations);  // memory that is not touched is not there
  Vertices& v = graph.vertices;
  const auto reserve = [](std::size_t size, auto&... columns) { (columns.reserve(size), ...); };
  reserve(parties + parties / 2 + sites, v.kind, v.standing, v.identifier, v.name, v.country, v.country_cell, v.zone,
          v.party);
  Sites& s = graph.sites;
  reserve(sites, s.facility, s.operator_, s.commodity, s.mine, s.row);
  WorkerGroups& g = graph.worker_groups;
  reserve(workers + std::max(sites, parties), g.facility, g.employer, g.provider, g.nationality, g.from, g.to, g.row,
          g.implied);
}

/// Deals that nothing tells apart but what else their rows say stand in the order of that: not in that of the rows.
void order_stated_deals(SupplyGraph& graph) {
  std::vector<StatedDeal>& deals = graph.stated_deals;
  const auto key = [](const StatedDeal& deal) { return std::tuple(deal.seller, deal.buyer, deal.first, deal.last); };
  std::stable_sort(deals.begin(), deals.end(),
                   [&](const StatedDeal& a, const StatedDeal& b) { return key(a) < key(b); });
  for (auto low = deals.begin(), high = low; low != deals.end(); low = high) {
    while (high != deals.end() && key(*high) == key(*low)) ++high;
    if (high - low < 2) continue;
    std::vector<std::pair<std::uint64_t, StatedDeal>> equal;
    for (auto at = low; at != high; ++at) equal.emplace_back(row_content(*graph.tables, at->cell), *at);
    std::stable_sort(equal.begin(), equal.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(equal.begin(), equal.end(), low, [](const auto& one) { return one.second; });
  }
}

/// Everything that is read from tables. What only building needs is gone when it returns.
void read_tables(SupplyGraph& graph, Diagnostics& diagnostics) {
  make_room(graph);
  Builder builder(graph);
  auto shipments = std::make_unique<ShipmentReader>(graph);
  std::exception_ptr trouble;
  std::thread beside([&] {  // by far the most rows, and they need nothing of the other tables yet
    try {
      shipments->read();
    } catch (...) {
      trouble = std::current_exception();
    }
  });
  try {
    builder.parties.read_suppliers();
    read_sites(builder);
    read_smelters(builder);
    read_declarations(builder);
    read_documents(builder);
  } catch (...) {
    beside.join();
    throw;
  }
  beside.join();
  if (trouble) std::rethrow_exception(trouble);
  shipments->resolve(builder);
  std::vector<VesselNaming> vessels = shipments->take_vessels();
  shipments.reset();
  read_vessels(builder, std::move(vessels));
  give_back_memory();  // of texts that told parties and goods apart
  read_products(builder);
  read_lots(builder);
  read_relations(builder);  // only now: shipments need most memory until here
  order_stated_deals(graph);
  read_workers(builder);
  builder.parties.rank();
  order_vessels(graph);
  order_vessel_events(graph);
  builder.complaints.hand_over(diagnostics);
}

}  // namespace

SupplyGraph build_graph(const Tables& tables, const Reference& reference, Day as_of, Diagnostics& diagnostics) {
  SupplyGraph graph;
  graph.tables = &tables;
  graph.reference = &reference;
  graph.as_of = as_of;
  read_tables(graph, diagnostics);
  graph.facts.shrink_to_fit();
  graph.shares.shrink_to_fit();
  std::sort(graph.candidates.begin(), graph.candidates.end());
  find_places_in_zone(graph);
  check_ownership(graph, diagnostics);
  give_back_memory();  // of the rows that are read, and of the holdings that were checked
  graph.deals = topology_of_deals(graph);
  graph.relations = topology_of_facts(graph);
  return graph;
}

std::span<const VertexId> SupplyGraph::candidates_of(VertexId vertex) const {
  const auto found = std::lower_bound(candidates.begin(), candidates.end(), vertex,
                                      [](const auto& entry, VertexId v) { return entry.first < v; });
  if (found == candidates.end() || found->first != vertex) return {};
  return found->second;
}

std::size_t SupplyGraph::subjects(SubjectKind kind) const {
  switch (kind) {
    case SubjectKind::shipment:
      return shipments.size();
    case SubjectKind::worker_group:
      return worker_groups.size();
    case SubjectKind::lot:
      return lots.size();
    case SubjectKind::product:
      return products.size();
    case SubjectKind::company:
    case SubjectKind::facility:
    case SubjectKind::vessel:
      return vertices.size();
    default:
      return 0;
  }
}

bool SupplyGraph::is_subject(SubjectKind kind, std::uint32_t number) const {
  if (number >= subjects(kind)) return false;
  if (kind == SubjectKind::shipment || kind == SubjectKind::worker_group) return true;
  if (kind == SubjectKind::lot || kind == SubjectKind::product) return true;
  const VertexKind wanted = kind == SubjectKind::company    ? VertexKind::company
                            : kind == SubjectKind::facility ? VertexKind::facility
                                                            : VertexKind::vessel;
  const Standing standing = vertices.standing[number];
  return vertices.kind[number] == wanted && (standing == Standing::listed || standing == Standing::unresolved);
}

}  // namespace assay
