#include "graph/product_traces.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <utility>

#include "base/number.h"
#include "base/text.h"

namespace assay {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
using By = PartTrace::By;

bool is_named(const PathCause& cause) {
  return cause.kind != PathCause::Kind::none;
}

/// Of a row without a number, where rows have one, nobody knows whether it is of a product of that name.
bool is_blank_beside_others(const Tables& tables, CellRef id) {
  return tables.known(id) == Known::blank;
}

/// Nobody is let off for a column that no input has: goods in a product always come from somewhere.
PathCause asked(PathCause cause) {
  if (cause.kind == PathCause::Kind::cell && cause.why == Known::not_asked) cause.why = Known::blank;
  return cause;
}

}  // namespace

ProductTraces::ProductTraces(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure,
                             std::function<const PathSearch&()> paths)
    : graph_(graph),
      closure_(closure),
      parts_(graph.products.parts()),
      traces_(graph.products.size()),
      used_in_(graph.products.size()) {
  if (traces_.empty() || !question.follow.test(static_cast<std::size_t>(Relation::contains))) return;
  lots_ = std::make_unique<const LotTraces>(graph, question, closure);
  purchases_ = std::make_unique<const Purchases>(graph, question, closure, std::move(paths));
  for (std::uint32_t part = 0; part < parts_.size(); ++part) look_at(part);
  for (std::uint32_t product = 0; product < traces_.size(); ++product) traces_[product].list = open_list(product);
  carry_yes();
  carry_no();
  carry_unknown();
}

/// Lots first: when documents trace all of them elsewhere, that is where the part comes from.
void ProductTraces::look_at(std::uint32_t part) {
  PartTrace& trace = parts_[part];
  LotBranch branch = lot_branch(graph_, *lots_, graph_.products.cell(part, Field::product_lot));
  ask_for_better(part, branch);
  if (branch.truth == Truth::yes || (branch.truth == Truth::no && !branch.lots.empty())) {
    trace.by = By::lots;
    trace.truth = branch.truth;
    trace.hops = branch.hops;
    trace.lots = std::move(branch);
    return;
  }
  // Lots that are open tell most. What only lacks the word that there is no lot asks for it last.
  const bool says_nothing =
      branch.cause.kind == PathCause::Kind::cell && branch.cause.cell.field == Field::product_lot;
  if (!says_nothing) trace.cause = asked(branch.cause);
  look_at_product(part, trace);
  if (trace.by == By::nothing) look_at_purchase(part, trace);
  if (branch.truth == Truth::unknown && trace.truth == Truth::no) trace.truth = Truth::unknown;
  trace.lots = std::move(branch);
}

/// Papers that do elsewhere do not where the supplier needs better ones, or where it is not said who he is.
void ProductTraces::ask_for_better(std::uint32_t part, LotBranch& branch) const {
  if (!rests_on_weak_papers(branch, *lots_)) return;
  const VertexId supplier = graph_.products.supplier[part];
  const CellRef cell = graph_.products.cell(part, Field::product_supplier);
  if (supplier == no_vertex && is_blank_word(trim(graph_.tables->text(cell)))) {
    branch.truth = Truth::unknown;
    branch.cause = cell_cause(cell, Known::blank);
  } else if (closure_.needs_better(supplier)) {
    branch.truth = Truth::unknown;
    branch.cause = cell_cause(graph_.lots.cell(branch.worst, Field::lot_document), Known::ambiguous);
  }
}

/// A part that is another product, by number; by name it may be one.
void ProductTraces::look_at_product(std::uint32_t part, PartTrace& trace) const {
  const PartNamed named = part_named(graph_, part);
  if (named.products.size() != 1) return;
  trace.by = By::product;
  trace.product = named.products.front();
  trace.truth = named.sure ? Truth::no : Truth::unknown;
  if (!named.sure && !is_named(trace.cause))
    trace.cause = cell_cause(graph_.products.cell(part, Field::product_part), Known::ambiguous);
}

void ProductTraces::look_at_purchase(std::uint32_t part, PartTrace& trace) const {
  Purchase purchase = purchases_->of(part);
  trace.by = By::purchase;
  trace.truth = purchase.truth;
  trace.hops = purchase.hops;
  if (!is_named(trace.cause)) trace.cause = asked(purchase.cause);
  if (trace.truth == Truth::unknown && !is_named(trace.cause))  // neither lot, nor product, nor supplier
    trace.cause = cell_cause(graph_.products.cell(part, Field::product_part),
                             part_named(graph_, part).known == Known::yes ? Known::ambiguous : Known::blank);
  trace.purchase = std::move(purchase);
}

PathCause ProductTraces::open_list(std::uint32_t product) const {
  std::int64_t sum = 0;  // in parts per million, so that it is exact
  PathCause open;
  for_each_part(product, [&](std::uint32_t part, const PartTrace&) {
    const CellRef cell = graph_.products.cell(part, Field::product_share_pct);
    const Number share = parse_percent(graph_.tables->text(cell));
    const auto parts = static_cast<std::int64_t>(std::llround(share.value * 10'000));
    sum += parts;
    if (is_named(open)) return;
    if (const CellRef id = graph_.products.cell(part, Field::product_id); is_blank_beside_others(*graph_.tables, id))
      open = cell_cause(id, Known::blank);
    else if (share.known != Known::yes)
      open = cell_cause(cell, share.known);
    else if (parts <= 0)
      open = cell_cause(cell, Known::ambiguous);
  });
  if (!is_named(open) && sum != whole_share)
    open = cell_cause(graph_.products.cell(graph_.products.first_part[product], Field::product_share_pct),
                      Known::ambiguous);
  return open;
}

/// Shortest ways first; of equal ones the first product, and of its parts the first.
void ProductTraces::carry_yes() {
  for (std::uint32_t part = 0; part < parts_.size(); ++part)
    if (parts_[part].product != none) used_in_[parts_[part].product].push_back(part);
  using Way = std::pair<unsigned, std::uint32_t>;
  std::priority_queue<Way, std::vector<Way>, std::greater<>> queue;
  const auto reach = [&](std::uint32_t part, unsigned hops) {
    const std::uint32_t product = graph_.products.product_of[part];
    ProductTrace& trace = traces_[product];
    if (trace.truth == Truth::yes && trace.hops <= hops) return;
    trace.truth = Truth::yes;
    trace.hops = hops;
    trace.part = part;
    queue.emplace(hops, product);
  };
  for (std::uint32_t part = 0; part < parts_.size(); ++part)
    if (parts_[part].truth == Truth::yes) reach(part, parts_[part].hops);
  while (!queue.empty()) {
    const auto [hops, product] = queue.top();
    queue.pop();
    if (traces_[product].hops != hops) continue;
    for (const std::uint32_t part : used_in_[product]) reach(part, hops + 1);
  }
}

/// A product is closed when its list is, and each of its parts; a part that is a product, when that is. Rings never
/// are.
void ProductTraces::carry_no() {
  std::vector<std::size_t> waits(traces_.size());
  std::vector<std::uint32_t> closed;
  const auto is_closed = [&](std::uint32_t product) {
    if (waits[product] > 0 || is_named(traces_[product].list)) return false;
    bool all = true;
    for_each_part(product, [&](std::uint32_t, const PartTrace& part) { all = all && part.truth == Truth::no; });
    return all;
  };
  for (std::uint32_t product = 0; product < traces_.size(); ++product) {
    for_each_part(product, [&](std::uint32_t, const PartTrace& part) { waits[product] += part.product != none; });
    if (is_closed(product)) closed.push_back(product);
  }
  for (std::size_t i = 0; i < closed.size(); ++i) {
    traces_[closed[i]].truth = Truth::no;
    for (const std::uint32_t part : used_in_[closed[i]]) {
      const std::uint32_t user = graph_.products.product_of[part];
      if (--waits[user] == 0 && is_closed(user)) closed.push_back(user);
    }
  }
}

/// Why the others are unknown: the first of their own parts that is, else the nearest product in them that tells,
/// else the word for a lot that a part lacks.
void ProductTraces::carry_unknown() {
  std::vector<std::uint32_t> queue;
  const auto take = [&](std::uint32_t product, const PathCause& cause) {
    ProductTrace& trace = traces_[product];
    if (trace.truth != Truth::unknown || is_named(trace.cause) || !is_named(cause)) return;
    trace.cause = cause;
    queue.push_back(product);
  };
  for (std::uint32_t product = 0; product < traces_.size(); ++product)
    for_each_part(product, [&](std::uint32_t, const PartTrace& part) {
      if (part.truth == Truth::unknown) take(product, part.cause);
    });
  for (std::uint32_t product = 0; product < traces_.size(); ++product)
    for_each_part(product, [&](std::uint32_t, const PartTrace& part) {
      const bool open_below = part.product != none && traces_[part.product].truth == Truth::unknown;
      if (part.truth == Truth::unknown && !open_below) take(product, asked(part.lots.cause));
    });
  for (std::uint32_t product = 0; product < traces_.size(); ++product)
    if (is_named(traces_[product].list)) queue.push_back(product);
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const ProductTrace& trace = traces_[queue[i]];
    if (trace.truth != Truth::unknown) continue;
    for (const std::uint32_t part : used_in_[queue[i]])
      take(graph_.products.product_of[part], is_named(trace.cause) ? trace.cause : trace.list);
  }
  for (std::uint32_t product = 0; product < traces_.size(); ++product)  // in each other, and nothing else is open
    if (!is_named(traces_[product].list))
      for_each_part(product, [&](std::uint32_t number, const PartTrace& part) {
        if (part.product != none)
          take(product, cell_cause(graph_.products.cell(number, Field::product_part), Known::ambiguous));
      });
}

Answer ProductTraces::answer() const {
  Answer answer(traces_.size());
  for (std::uint32_t product = 0; product < traces_.size(); ++product) answer.put(product, traces_[product].truth);
  return answer;
}

std::vector<PathStep> ProductTraces::proof(std::uint32_t product) const {
  std::vector<PathStep> steps;
  if (traces_[product].truth != Truth::yes) return steps;
  const auto contains = [&](std::uint32_t part, Entity what, Field field) {
    steps.push_back({product_entity(graph_, product),
                     std::move(what),
                     Relation::contains,
                     graph_.products.cell(part, field),
                     {},
                     false});
  };
  std::uint32_t part = traces_[product].part;
  for (; parts_[part].by == By::product; part = traces_[product].part) {
    const std::uint32_t inner = parts_[part].product;
    contains(part, product_entity(graph_, inner), Field::product_part);
    product = inner;
  }
  const PartTrace& last = parts_[part];
  if (last.by == By::lots) {
    contains(part, lot_entity(graph_, last.lots.worst), Field::product_lot);
    for (PathStep& step : lots_->proof(last.lots.worst)) steps.push_back(std::move(step));
    return steps;
  }
  const bool names_part = !part_named(graph_, part).text.empty();
  contains(part, bought_entity(graph_, part), names_part ? Field::product_part : Field::product_supplier);
  for (PathStep& step : purchases_->proof(part, last.purchase)) steps.push_back(std::move(step));
  return steps;
}

std::vector<Closing> ProductTraces::rests_on(std::uint32_t product, std::size_t limit) const {
  std::vector<Closing> cells;
  if (traces_[product].truth != Truth::no) return cells;
  const auto add = [&](const std::vector<Closing>& more) {
    for (const Closing closing : more)
      if (cells.size() < limit && std::find(cells.begin(), cells.end(), closing) == cells.end())
        cells.push_back(closing);
  };
  std::vector<std::uint32_t> queue = {product};
  Bits seen(traces_.size());
  for (std::size_t i = 0; i < queue.size() && cells.size() < limit; ++i)
    for_each_part(queue[i], [&](std::uint32_t, const PartTrace& part) {
      if (part.by == By::lots)
        for (const std::uint32_t lot : part.lots.lots) add(lots_->rests_on(lot, limit));
      if (part.by == By::purchase) add(purchases_->rests_on(part.purchase, limit));
      if (part.by != By::product || seen.test(part.product)) return;
      seen.set(part.product);
      queue.push_back(part.product);
    });
  return cells;
}

}  // namespace assay
