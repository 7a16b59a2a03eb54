#include "graph/paths.h"

#include <algorithm>
#include <tuple>

#include "graph/deals.h"
#include "graph/feeders.h"
#include "graph/local.h"
#include "graph/reach.h"

namespace assay {

/// The two searches and what is kept of them: by deal, the one through which the target is reached.
class PathSearch::Work {
 public:
  Work(const SupplyGraph& graph, PathQuestion question, const Closure& closure)
      : graph_(graph),
        question_(question),
        closure_(closure),
        deals_(graph),
        local_(graph, question_, closure_, deals_),
        answer_(graph.shipments.size()),
        joins_(question_.follow.test(static_cast<std::size_t>(Relation::supplied_by)) &&
               question_.follow.test(static_cast<std::size_t>(Relation::sold_by))) {
    look_at_each_deal();
    if (joins_) {
      if (any_sure_)
        sure_feeder_ = Feeders(search_feeders(graph, question_, deals_, local_, Truth::yes, still_open(Truth::yes)));
      possible_feeder_ =
          Feeders(search_feeders(graph, question_, deals_, local_, Truth::unknown, still_open(Truth::unknown)));
      reason_found_ = Bits(deals_.size());
      gather_loose_ends();
    }
    settle();
  }

  const Answer& answer() const { return answer_; }
  std::vector<PathStep> proof(std::uint32_t shipment) const;
  PathCause cause(std::uint32_t deal) const;
  std::vector<Closing> rests_on(std::uint32_t shipment, std::size_t limit) const;
  [[nodiscard]] bool decided_by_lots(std::uint32_t shipment) const { return local_.decided_by_lots(shipment); }

 private:
  void look_at_each_deal();
  void gather_loose_ends();
  [[nodiscard]] Bits still_open(Truth wanted) const;
  void settle();
  [[nodiscard]] Truth link(std::uint32_t from, std::uint32_t to) const {
    return deals_.link(from, to, question_.slack, question_.look_back);
  }
  [[nodiscard]] PathCause reason(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] PathCause link_cause(std::uint32_t from, std::uint32_t to) const;
  template <class Visit>
  void for_each_inflow(std::uint32_t to, Visit visit) const;

  const SupplyGraph& graph_;
  PathQuestion question_;
  const Closure& closure_;
  Deals deals_;
  LocalTruth local_;
  Answer answer_;
  bool joins_;
  bool any_sure_ = false;  ///< some deal surely reaches the target by itself
  Feeders sure_feeder_;
  /// By deal: its feeder, or once its reason was found, the deal on its way whose feeder is the reason.
  mutable Feeders possible_feeder_;
  mutable Bits reason_found_;
  std::vector<std::uint32_t> strays_;  ///< deals whose buyer is not known
  std::vector<std::pair<VertexId, std::uint32_t>>
      loose_;  ///< buyer, deal: those that no arc of graph.deals stands for
};

/// Local truth of every deal: the answers that need no search.
void PathSearch::Work::look_at_each_deal() {
  LocalParts parts;
  for (std::uint32_t d = 0; d < deals_.size(); ++d) {
    local_.of(d, parts);
    for (const LocalPart& part : parts) {
      any_sure_ = any_sure_ || part.truth == Truth::yes;
      if (deals_.is_stated(d) || part.hops < question_.min_hops || part.hops > question_.max_hops) continue;
      answer_.put(d, part.truth);
    }
  }
}

/// Deals that graph.deals holds no arc for: stated ones, and those whose seller or buyer is not known.
void PathSearch::Work::gather_loose_ends() {
  for (std::uint32_t d = 0; d < deals_.size(); ++d) {
    const VertexId buyer = deals_.buyer(d);
    if (buyer == no_vertex)
      strays_.push_back(d);
    else if (deals_.is_stated(d) || deals_.seller(d) == no_vertex)
      loose_.emplace_back(buyer, d);
  }
  std::sort(loose_.begin(), loose_.end());
}

/// Deals that a search could still decide: of what is known without a search nothing more is asked.
Bits PathSearch::Work::still_open(Truth wanted) const {
  Bits open(deals_.size());
  for (std::uint32_t d = 0; d < deals_.size(); ++d) {
    const bool decided = wanted == Truth::unknown && d < answer_.possible.size() && answer_.possible.test(d);
    if (local_.decided_by_lots(d)) continue;
    if (!decided && deals_.seller(d) != no_vertex && (wanted == Truth::unknown || !deals_.is_stated(d))) open.set(d);
  }
  return open;
}

void PathSearch::Work::settle() {
  for (std::uint32_t s = 0; s < graph_.shipments.size(); ++s) {
    if (sure_feeder_.feeds(s)) answer_.put(s, Truth::yes);
    if (possible_feeder_.feeds(s)) answer_.put(s, Truth::unknown);
  }
}

template <class Visit>
void PathSearch::Work::for_each_inflow(std::uint32_t to, Visit visit) const {
  const VertexId seller = deals_.seller(to);
  if (seller == no_vertex) return;
  std::vector<VertexId> buyers = deals_.may_be(seller);
  buyers.push_back(seller);
  for (const VertexId buyer : buyers) {
    for (const std::uint32_t shipment : graph_.deals.numbers(buyer)) visit(shipment);
    auto at = std::lower_bound(loose_.begin(), loose_.end(), std::pair(buyer, 0U));
    for (; at != loose_.end() && at->first == buyer; ++at) visit(at->second);
  }
  for (const std::uint32_t stray : strays_) visit(stray);
}

std::vector<PathStep> PathSearch::Work::proof(std::uint32_t shipment) const {
  if (!answer_.sure.test(shipment)) return {};
  std::vector<PathStep> steps = local_.proof(shipment, question_.min_hops);
  if (!steps.empty()) return steps;
  const Shipments& s = graph_.shipments;
  std::uint32_t at = shipment;
  do {  // to the seller, and on to the deal that brought it there
    if (!sure_feeder_.feeds(at)) return {};
    const std::uint32_t from = sure_feeder_[at];
    const Entity seller = entity_of(graph_, s.seller[at]);
    steps.push_back({shipment_entity(graph_, at), seller, Relation::sold_by, s.cell(at, Field::shipment_supplier),
                     s.date[at], true});
    steps.push_back({seller, shipment_entity(graph_, from), Relation::supplied_by,
                     s.cell(from, Field::shipment_buyer), s.date[from], true});
    at = from;
  } while (local_.proof(at, 1).empty());
  for (PathStep& step : local_.proof(at, 1)) steps.push_back(std::move(step));
  return steps;
}

PathCause PathSearch::Work::link_cause(std::uint32_t from, std::uint32_t to) const {
  const auto cell_of = [&](std::uint32_t deal, Field field, Known why) {
    if (deals_.is_stated(deal))
      return PathCause{PathCause::Kind::cell, deals_.stated(deal).cell, Known::ambiguous, no_vertex};
    const CellRef cell = graph_.shipments.cell(deal, field);
    if (!graph_.tables->has(field)) why = Known::not_asked;
    return PathCause{PathCause::Kind::cell, cell, why, no_vertex};
  };
  const auto date_known = [&](std::uint32_t d) {
    return deals_.is_stated(d) ? Known::ambiguous : graph_.shipments.date[d].known;
  };
  if (deals_.buyer(from) == no_vertex) return cell_of(from, Field::shipment_buyer, Known::blank);
  if (deals_.party_link(from, to) == Truth::unknown)
    return deals_.is_stated(from) || deals_.is_ambiguous(deals_.buyer(from))
               ? cell_of(from, Field::shipment_buyer, Known::ambiguous)
               : cell_of(to, Field::shipment_supplier, Known::ambiguous);
  if (deals_.time_link(from, to, question_.slack, question_.look_back) == Truth::unknown) {
    if (date_known(from) != Known::yes) return cell_of(from, Field::shipment_date, date_known(from));
    if (date_known(to) != Known::yes) return cell_of(to, Field::shipment_date, date_known(to));
    return deals_.date_class(from) >= deals_.date_class(to) ? cell_of(from, Field::shipment_date, Known::ambiguous)
                                                            : cell_of(to, Field::shipment_date, Known::ambiguous);
  }
  const auto code = [&](std::uint32_t d) {
    const Goods* goods = deals_.goods(d);
    const Known known = goods == nullptr ? Known::ambiguous : goods->hs.known;
    return cell_of(d, Field::shipment_hs_code, known == Known::yes ? Known::ambiguous : known);  // "27" fits many
  };
  return deals_.heading(from) == no_heading ? code(from) : code(to);
}

/// Why goods of a deal may hold what its feeder brought: what is not known of the feeder, or of the link between the
/// two. None when the reason lies further upstream.
PathCause PathSearch::Work::reason(std::uint32_t from, std::uint32_t to) const {
  LocalParts parts;
  local_.of(from, parts);
  bool sure = sure_feeder_.feeds(from);
  const LocalPart* nearest = nullptr;
  for (const LocalPart& part : parts) {  // NOLINT(clang-analyzer-core.NullDereference): parts begin in an array
    sure = sure || part.truth == Truth::yes;
    if (nearest == nullptr || part.hops < nearest->hops) nearest = &part;
  }
  if (sure) return link_cause(from, to);
  return nearest == nullptr ? PathCause{} : nearest->cause;
}

PathCause PathSearch::Work::cause(std::uint32_t deal) const {
  LocalParts parts;
  local_.of(deal, parts);
  for (const LocalPart& part : parts)
    if (part.truth == Truth::unknown && part.hops >= question_.min_hops) return part.cause;
  // Many walks upstream end alike; where each ended is kept, so that all of them together are no longer than the
  // deals.
  std::vector<std::uint32_t> walked;
  std::uint32_t at = deal;
  PathCause found;
  while (possible_feeder_.feeds(at)) {
    if (reason_found_.test(at)) at = possible_feeder_[at];
    found = reason(possible_feeder_[at], at);
    if (found.kind != PathCause::Kind::none) break;
    walked.push_back(at);
    at = possible_feeder_[at];
  }
  if (found.kind == PathCause::Kind::none) return found;
  for (const std::uint32_t one : walked) {
    possible_feeder_.put(one, at);
    reason_found_.set(one);
  }
  return found;
}

std::vector<Closing> PathSearch::Work::rests_on(std::uint32_t shipment, std::size_t limit) const {
  std::vector<Closing> cells;
  std::vector<std::uint32_t> queue = {shipment};
  for (std::size_t i = 0; i < queue.size() && cells.size() < limit; ++i) {
    if (local_.decided_by_lots(queue[i])) {
      for (const Closing closing : local_.lots_rest_on(queue[i], limit - cells.size()))
        if (std::find(cells.begin(), cells.end(), closing) == cells.end()) cells.push_back(closing);
      continue;
    }
    if (const Closing closing = local_.closing(queue[i]);
        closing.exists() && std::find(cells.begin(), cells.end(), closing) == cells.end())
      cells.push_back(closing);
    for_each_inflow(queue[i], [&](std::uint32_t from) {
      if (queue.size() < 4 * limit && link(from, queue[i]) != Truth::no &&
          std::find(queue.begin(), queue.end(), from) == queue.end())
        queue.push_back(from);
    });
  }
  return cells;
}

PathSearch::PathSearch(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure)
    : work_(std::make_unique<Work>(graph, question, closure)) {}
PathSearch::~PathSearch() = default;
PathSearch::PathSearch(PathSearch&&) noexcept = default;
const Answer& PathSearch::answer() const {
  return work_->answer();
}
std::vector<PathStep> PathSearch::proof(std::uint32_t shipment) const {
  return work_->proof(shipment);
}
PathCause PathSearch::cause(std::uint32_t shipment) const {
  return work_->cause(shipment);
}
bool PathSearch::decided_by_lots(std::uint32_t shipment) const {
  return work_->decided_by_lots(shipment);
}
std::vector<Closing> PathSearch::rests_on(std::uint32_t shipment, std::size_t limit) const {
  return work_->rests_on(shipment, limit);
}

}  // namespace assay
