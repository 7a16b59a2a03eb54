#include "graph/product_purchases.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "names/fold.h"

namespace assay {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::size_t most_shown = 20;  ///< of the sales on which an answer rests

/// The cell that would tell whether a part is what its supplier sold.
PathCause which_goods(const SupplyGraph& graph, std::uint32_t part) {
  if (!part_named(graph, part).text.empty())
    return cell_cause(graph.products.cell(part, Field::product_part), Known::ambiguous);
  const CellRef code = graph.products.cell(part, Field::product_hs_code);
  const Known known = parse_hs(graph.tables->text(code)).known;
  return cell_cause(code, known == Known::yes ? Known::ambiguous : known);
}

}  // namespace

PartGoods goods_of_part(const SupplyGraph& graph, std::uint32_t part) {
  PartGoods goods;
  const auto text = [&](Field field) { return graph.tables->text(graph.products.cell(part, field)); };
  if (const PartNamed named = part_named(graph, part); !named.text.empty()) {
    goods.text = named.text;
    goods.heading = heading_of(parse_hs(named.text));
    return goods;
  }
  goods.text = fold(trim(text(Field::product_commodity)));
  if (is_blank_word(goods.text)) goods.text.clear();
  goods.heading = heading_of(parse_hs(text(Field::product_hs_code)));
  return goods;
}

Truth same_goods(const SupplyGraph& graph, const PartGoods& part, std::uint32_t shipment) {
  const Goods& sold = graph.goods.goods[graph.shipments.goods[shipment]];
  const std::string& text = graph.goods.texts[sold.text];
  if (!text.empty() && text == part.text) return Truth::yes;
  if (part.heading == no_heading || sold.heading == no_heading) return Truth::unknown;
  if (part.heading == sold.heading) return Truth::yes;
  return text.empty() || part.text.empty() ? Truth::unknown : Truth::no;
}

Entity bought_entity(const SupplyGraph& graph, std::uint32_t part) {
  const PartNamed named = part_named(graph, part);
  const CellRef cell = graph.products.cell(part, Field::product_part);
  std::string name = named.text.empty() ? product_entity(graph, graph.products.product_of[part]).name
                                        : std::string(trim(graph.tables->text(cell)));
  name += " of " + entity_of(graph, graph.products.supplier[part]).name;
  return {VertexKind::product, name, name};
}

Purchases::Purchases(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure,
                     std::function<const PathSearch&()> paths)
    : graph_(graph), question_(question), closure_(closure), paths_(std::move(paths)) {
  Bits supplies(graph.vertices.size());
  for (const VertexId supplier : graph.products.supplier)
    if (supplier != no_vertex) supplies.set(supplier);
  const Shipments& s = graph.shipments;
  for (std::uint32_t shipment = 0; shipment < s.size(); ++shipment)
    if (s.seller[shipment] != no_vertex && supplies.test(s.seller[shipment]))
      sales_.emplace_back(s.seller[shipment], shipment);
  std::stable_sort(sales_.begin(), sales_.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : subject_before(graph, SubjectKind::shipment, a.second, b.second);
  });
}

bool Purchases::is_of_target(VertexId supplier) const {
  return follows(Relation::sold_by) && follows(Relation::located_in) &&
         question_.target_kinds.test(static_cast<std::size_t>(VertexKind::country)) &&
         graph_.vertices.standing[supplier] == Standing::listed &&
         graph_.vertices.country[supplier] == question_.target_country;
}

Purchase Purchases::of(std::uint32_t part) const {
  Purchase purchase;
  const VertexId supplier = graph_.products.supplier[part];
  if (supplier == no_vertex) return purchase;
  if (graph_.vertices.standing[supplier] == Standing::ambiguous) {
    purchase.cause = cell_cause(graph_.products.cell(part, Field::product_supplier), Known::ambiguous);
    return purchase;
  }
  purchase.cause = {PathCause::Kind::frontier, graph_.vertices.name[supplier], Known::blank, supplier};
  if (is_of_target(supplier)) {
    purchase.truth = Truth::yes;
    purchase.hops = 3;
  } else if (follows(Relation::supplied_by)) {
    take_sales(part, purchase);
    if (purchase.truth == Truth::no) take_as_a_whole(part, purchase);
  }
  return purchase;
}

const Sold& Purchases::sold_by(VertexId supplier, const PartGoods& goods) const {
  const auto [at, is_new] = sold_.try_emplace({supplier, goods.text, goods.heading});
  if (is_new) at->second = look_at_sales(supplier, goods);
  return at->second;
}

Sold Purchases::look_at_sales(VertexId supplier, const PartGoods& goods) const {
  Sold sold;
  const Shipments& s = graph_.shipments;
  auto at = std::lower_bound(sales_.begin(), sales_.end(), supplier,
                             [](const auto& sale, VertexId seller) { return sale.first < seller; });
  for (; at != sales_.end() && at->first == supplier; ++at) {
    const std::uint32_t sale = at->second;
    const Truth same = same_goods(graph_, goods, sale);
    if (same == Truth::no) continue;
    const Truth leads = paths_().answer().at(sale);
    if (both(same, leads) == Truth::yes) {
      sold.traced = sale;
      return sold;
    }
    if (leads == Truth::no) {
      if (sold.sales.size() < most_shown) sold.sales.push_back(sale);
      if (same == Truth::yes && !sold.vouched)
        sold.vouched = closure_
                           .inputs(supplier, &graph_.goods.goods[s.goods[sale]],
                                   std::min(s.date[sale].first, graph_.as_of), graph_.as_of)
                           .exists();
    } else if (!sold.open) {
      sold.open = true;
      sold.goods_open = leads == Truth::yes;
      if (leads == Truth::unknown) sold.cause = paths_().cause(sale);
    }
  }
  return sold;
}

/// Yes by the first sale of the same goods that leads to the target; no when nothing that may be the same goods may
/// lead there, something surely is the same, and the supplier's inputs are vouched for from then until the audit.
void Purchases::take_sales(std::uint32_t part, Purchase& purchase) const {
  const Sold& sold = sold_by(graph_.products.supplier[part], goods_of_part(graph_, part));
  purchase.sold = &sold;
  if (sold.traced != none) {
    purchase.truth = Truth::yes;
    purchase.hops = 4;
  } else if (sold.goods_open) {
    purchase.cause = which_goods(graph_, part);
  } else if (sold.cause.kind != PathCause::Kind::none) {
    purchase.cause = sold.cause;
  } else if (!sold.open && sold.vouched) {
    purchase.truth = Truth::no;
  }
}

/// What was bought and is in something else, or has parts itself, needs rows of its own, or a lot, to be closed: else
/// rows that tell of it could be missing, and nobody would see it.
void Purchases::take_as_a_whole(std::uint32_t part, Purchase& purchase) const {
  const PartNamed named = part_named(graph_, part);
  const CellRef lot = graph_.products.cell(part, Field::product_lot);
  const bool whole = named.known == Known::yes && named.text.empty();
  if (whole && lots_named(graph_, lot).known == Known::yes) return;
  purchase.truth = Truth::unknown;
  if (whole)
    purchase.cause = cell_cause(lot, Known::blank);
  else
    purchase.cause = cell_cause(graph_.products.cell(part, Field::product_part),
                                named.known == Known::yes ? Known::ambiguous : Known::blank);
}

std::vector<PathStep> Purchases::proof(std::uint32_t part, const Purchase& purchase) const {
  const CellRef cell = graph_.products.cell(part, Field::product_supplier);
  const Entity bought = bought_entity(graph_, part);
  const VertexId supplier = graph_.products.supplier[part];
  if (purchase.sold == nullptr) {
    const Entity party = entity_of(graph_, supplier);
    return {{bought, party, Relation::sold_by, cell, {}, false},
            {party,
             country_entity(question_.target_country),
             Relation::located_in,
             graph_.vertices.country_cell[supplier],
             {},
             false}};
  }
  std::vector<PathStep> steps = {{bought, shipment_entity(graph_, purchase.sold->traced), Relation::supplied_by, cell,
                                  graph_.shipments.date[purchase.sold->traced], false}};
  for (PathStep& step : paths_().proof(purchase.sold->traced)) steps.push_back(std::move(step));
  return steps;
}

std::vector<Closing> Purchases::rests_on(const Purchase& purchase, std::size_t limit) const {
  std::vector<Closing> cells;
  if (purchase.sold == nullptr) return cells;
  for (const std::uint32_t sale : purchase.sold->sales)
    for (const Closing closing : paths_().rests_on(sale, limit))
      if (cells.size() < limit && std::find(cells.begin(), cells.end(), closing) == cells.end())
        cells.push_back(closing);
  return cells;
}

}  // namespace assay
