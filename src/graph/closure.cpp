#include "graph/closure.h"

#include <algorithm>
#include <string_view>

namespace assay {
namespace {

auto range_of(const std::vector<std::pair<VertexId, std::uint32_t>>& list, VertexId vertex) {
  const auto low = std::lower_bound(list.begin(), list.end(), std::pair(vertex, 0U));
  auto high = low;
  while (high != list.end() && high->first == vertex) ++high;
  return std::pair(low, high);
}

bool is_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 10 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool covers_goods(const SupplyGraph& graph, GoodsTextId stated, const Goods* goods) {
  if (stated == GoodsPool::all) return true;
  if (stated == 0 || goods == nullptr) return false;
  if (stated == goods->text) return true;
  const std::string& text = graph.goods.texts[stated];
  return is_code(text) && goods->hs.known == Known::yes && goods->hs.digits.starts_with(text);
}

}  // namespace

Bits doubtful_parties(const SupplyGraph& graph) {
  Bits doubtful(graph.vertices.size());
  const auto is_doubt = [](Country country) {
    return country.known() != Known::not_asked && country.may_be(north_korea);
  };
  const auto mark = [&](VertexId party) {  // a name that fits several: any of them may be meant
    doubtful.set(party);
    for (const VertexId candidate : graph.candidates_of(party)) doubtful.set(candidate);
  };
  const WorkerGroups& groups = graph.worker_groups;
  for (std::uint32_t g = 0; g < groups.size(); ++g)
    if (groups.employer[g] != no_vertex && is_doubt(groups.nationality[g])) mark(groups.employer[g]);
  const Shipments& s = graph.shipments;
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (s.seller[i] == no_vertex) continue;
    const PlacesValue& port = graph.places.values[s.load_port[i]];
    const PlacesValue& transit = graph.places.values[s.transit[i]];
    const bool loading = s.load_country[i] == north_korea || port.surely_dprk || port.known == Known::ambiguous ||
                         (!s.load_country[i].is_known() && port.maybe_dprk &&
                          (is_doubt(s.load_country[i]) || port.known != Known::not_asked));
    const bool passing = transit.maybe_dprk && transit.known != Known::not_asked;
    if (is_doubt(s.origin[i]) || loading || passing) mark(s.seller[i]);
  }
  const Smelters& smelters = graph.smelters;
  for (std::size_t i = 0; i < smelters.facility.size(); ++i)
    if (smelters.declared_by[i] != no_vertex && is_doubt(graph.vertices.country[smelters.facility[i]]))
      mark(smelters.declared_by[i]);
  for (VertexId v = 0; v < graph.vertices.size(); ++v)
    if (graph.vertices.standing[v] == Standing::listed && is_doubt(graph.vertices.country[v])) {
      doubtful.set(v);
      if (graph.vertices.party[v] != no_vertex) mark(graph.vertices.party[v]);
    }
  return doubtful;
}

Closure::Closure(const SupplyGraph& graph, Bits needs_better)
    : graph_(graph), needs_better_(std::move(needs_better)), has_any_(graph.vertices.size()) {
  for (std::uint32_t d = 0; d < graph.declarations.size(); ++d)
    if (graph.declarations.usable[d]) declarations_.emplace_back(graph.declarations.party[d], d);
  for (std::uint32_t s = 0; s < graph.sites.facility.size(); ++s) {
    const VertexId party = graph.sites.operator_[s];
    const Country country = graph.vertices.country[graph.sites.facility[s]];
    if (!graph.sites.mine[s] || party == no_vertex || !country.is_known() || country == north_korea) continue;
    if (graph.vertices.standing[party] != Standing::ambiguous) mines_.emplace_back(party, s);
  }
  for (auto* list : {&declarations_, &mines_}) {
    std::sort(list->begin(), list->end());
    for (const auto& [vertex, number] : *list) has_any_.set(vertex);
  }
}

bool Closure::good_enough(std::uint32_t declaration) const {
  const VertexId party = graph_.declarations.party[declaration];
  if (!needs_better(party)) return true;
  return at_least(graph_.declarations.grade[declaration], Grade::b);
}

Closing Closure::inputs(VertexId seller, const Goods* goods, Day first, Day last) const {
  if (!has_any_.test(seller)) return {};
  const Declarations& d = graph_.declarations;
  const auto [low, high] = range_of(declarations_, seller);
  for (auto at = low; at != high; ++at) {
    const std::uint32_t n = at->second;
    if (d.statement[n] != Statement::inputs_complete && d.statement[n] != Statement::no_dprk_content) continue;
    if (d.from[n].last() > first || d.to[n].first < last) continue;
    if (covers_goods(graph_, d.goods[n], goods) && good_enough(n)) return d.row[n];
  }
  const auto [first_mine, last_mine] = range_of(mines_, seller);
  for (auto at = first_mine; at != last_mine; ++at) {
    const GoodsTextId yields = graph_.sites.commodity[at->second];
    if (goods != nullptr && yields != 0 && yields == goods->text) return graph_.sites.row[at->second];
  }
  return {};
}

Closing Closure::owners(VertexId party, Day first, Day last) const {
  if (party == no_vertex || !has_any_.test(party)) return {};
  const Declarations& d = graph_.declarations;
  const auto [low, high] = range_of(declarations_, party);
  for (auto at = low; at != high; ++at) {
    const std::uint32_t n = at->second;
    if (d.statement[n] == Statement::owners_complete && d.from[n].last() <= first && d.to[n].first >= last &&
        good_enough(n))
      return d.row[n];
  }
  return {};
}

Closing Closure::workforce(VertexId employer) const {
  if (employer == no_vertex || !has_any_.test(employer)) return {};
  const Declarations& d = graph_.declarations;
  const auto [low, high] = range_of(declarations_, employer);
  for (auto at = low; at != high; ++at) {
    const std::uint32_t n = at->second;
    if (d.statement[n] == Statement::no_dprk_labour && d.from[n].last() <= graph_.as_of &&
        d.to[n].first >= graph_.as_of && good_enough(n))
      return d.row[n];
  }
  return {};
}

}  // namespace assay
