#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/text.h"
#include "graph/builder.h"
#include "names/fold.h"

namespace assay {
namespace {

void rank_vertices(SupplyGraph& graph, std::vector<std::string>& keys) {
  Vertices& v = graph.vertices;
  const auto key = [&](VertexId i) -> const std::string& {
    return keys[i].empty() && v.party[i] != no_vertex ? keys[v.party[i]] : keys[i];  // an implied facility: its company's
  };
  std::vector<VertexId> order(v.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](VertexId a, VertexId b) {
    if (v.kind[a] != v.kind[b]) return v.kind[a] < v.kind[b];
    if (const int c = key(a).compare(key(b)); c != 0) return c < 0;
    return a < b;
  });
  v.rank.resize(v.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) v.rank[order[place]] = place;
}

/// Two rows with one shipment id that say different things: both are evaluated, and the user is told. Rows without
/// an id that say the same are numbered.
void find_conflicts(Builder& builder) {
  SupplyGraph& graph = builder.graph;
  Shipments& s = graph.shipments;
  struct Id {
    std::uint64_t hash;
    std::uint32_t shipment;
  };
  for (std::size_t t = 0; t < s.tables.size(); ++t) {
    std::vector<Id> ids, nameless;
    ids.reserve(s.first_of_table[t + 1] - s.first_of_table[t]);
    Rows rows(*graph.tables, s.tables[t]);
    for (std::uint32_t i = s.first_of_table[t]; rows.next(); ++i)
      if (const std::string_view id = trim(rows.text(Field::shipment_id)); !is_blank_word(id))
        ids.push_back({hash_text(id), i});
      else
        nameless.push_back({s.key[i], i});
    for (std::vector<Id>* list : {&ids, &nameless})
      std::sort(list->begin(), list->end(), [](const Id& a, const Id& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.shipment < b.shipment;
      });
    for (std::size_t i = 1, n = 0; i < nameless.size(); ++i) {
      n = nameless[i].hash == nameless[i - 1].hash ? n + 1 : 0;
      if (n != 0) s.repeats.emplace_back(nameless[i].shipment, static_cast<std::uint32_t>(n));
    }
    for (std::size_t i = 1; i < ids.size(); ++i) {
      if (ids[i].hash != ids[i - 1].hash || s.key[ids[i].shipment] == s.key[ids[i - 1].shipment]) continue;
      builder.complaints.add(Level::warning, s.cell(ids[i].shipment, Field::shipment_id),
                             "data conflict: one id, unequal rows",
                             "data conflict: another row of this id says something else; both are evaluated and the "
                             "worse counts");
    }
  }
}

std::vector<Arc> deal_arcs(const Shipments& s) {
  std::vector<Arc> arcs;
  arcs.reserve(s.size());
  for (std::uint32_t i = 0; i < s.size(); ++i)
    if (s.buyer[i] != no_vertex && s.seller[i] != no_vertex) arcs.push_back({s.buyer[i], s.seller[i], i});
  return arcs;
}

std::vector<Arc> fact_arcs(const std::vector<Fact>& facts) {
  std::vector<Arc> arcs;
  for (std::uint32_t i = 0; i < facts.size(); ++i)
    if (facts[i].from != no_vertex && facts[i].to != no_vertex) arcs.push_back({facts[i].from, facts[i].to, i});
  return arcs;
}

}  // namespace

Country Builder::country(Rows& rows, Field field) {
  if (!rows.has(field)) return Country(Known::not_asked);
  const std::string_view text = rows.text(field);
  const CountryReading& reading = countries(text, [this](std::string_view t) { return graph.reference->country(t); });
  if (reading.country.known() == Known::unreadable || reading.country.known() == Known::ambiguous)
    complaints.add(Level::warning, rows.cell(field), "names no country that is known for certain",
                   fmt::format("\"{}\" names no country that is known for certain", shorten(text, 40)),
                   "write the ISO 3166 code: KP or KR, CN, …");
  else if (reading.obfuscated)
    complaints.add(Level::warning, rows.cell(field), "holds invisible or look-alike characters",
                   "this cell holds invisible or look-alike characters; it is read as " + reading.country.code());
  return reading.country;
}

Date Builder::date(Rows& rows, Field field) {
  Date date;
  if (!rows.has(field)) {
    date.known = Known::not_asked;
    return date;
  }
  const std::string_view text = rows.text(field);
  date = parse_date(text);
  if (date.known == Known::unreadable || date.known == Known::ambiguous) {
    complaints.add(Level::warning, rows.cell(field), "is no date that is known for certain",
                   fmt::format("\"{}\" is no date that is known for certain", shorten(text, 40)),
                   "write it year first: 2017-08-05, or 2017-08 if the day is not known");
  } else if (date.known == Known::yes && date.first > graph.as_of) {
    complaints.add(Level::warning, rows.cell(field), "lies after the audit's date",
                   fmt::format("{} lies after the audit's date {}, so it is not known yet", to_string(date),
                               day_to_string(graph.as_of)),
                   "give the date of the audit with --as-of");
    date = Date{earliest_day, Precision::none, Known::unreadable};
  }
  return date;
}

GoodsTextId Builder::goods_text(std::string_view text) {
  if (goods_texts.size() == 0) {
    goods_texts.intern({});
    graph.goods.texts.emplace_back();
  }
  text = trim(text);
  if (is_blank_word(text)) return 0;
  const std::string folded = fold(text);
  const GoodsTextId number = goods_texts.intern(folded);
  if (number == graph.goods.texts.size()) graph.goods.texts.push_back(folded);
  return number;
}

SupplyGraph build_graph(const Tables& tables, const Reference& reference, Day as_of, Diagnostics& diagnostics) {
  SupplyGraph graph;
  graph.tables = &tables;
  graph.reference = &reference;
  graph.as_of = as_of;
  Builder builder(graph);
  builder.goods_text({});
  builder.parties.read_suppliers();
  read_sites(builder);
  read_shipments(builder);
  read_relations(builder);
  read_workers(builder);
  read_declarations(builder);
  find_conflicts(builder);
  rank_vertices(graph, builder.parties.keys());
  std::sort(graph.shipments.repeats.begin(), graph.shipments.repeats.end());
  std::sort(graph.candidates.begin(), graph.candidates.end());
  graph.deals = Topology(graph.vertices.size(), deal_arcs(graph.shipments));
  graph.relations = Topology(graph.vertices.size(), fact_arcs(graph.facts));
  builder.complaints.hand_over(diagnostics);
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
    case SubjectKind::shipment: return shipments.size();
    case SubjectKind::worker_group: return worker_groups.size();
    case SubjectKind::company:
    case SubjectKind::facility: return vertices.size();
    default: return 0;
  }
}

}  // namespace assay
