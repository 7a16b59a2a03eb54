#include "graph/party_paths.h"

#include <algorithm>

#include "graph/party_ends.h"
#include "graph/party_links.h"
#include "graph/party_reach.h"

namespace assay {

class PartySearch::Work {
 public:
  Work(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure)
      : graph_(graph),
        question_(question),
        closure_(closure),
        links_(graph, question),
        ends_(graph, question, closure),
        sure_(graph, links_, ends_),
        answer_(graph.vertices.size()) {
    if (!is_asked()) {
      answer_.possible = Bits(graph.vertices.size(), true);
      return;
    }
    possible_ = search_possible(graph, links_, ends_);
    if (possible_.anyone) answer_.possible = Bits(graph.vertices.size(), true);
    answer_.possible |= possible_.linked;
    for (VertexId v = 0; v < graph.vertices.size(); ++v) {
      if (!own_ends(v).empty()) answer_.put(v, Truth::unknown);
      if (sure_.best(v, question.min_hops) != SureChain::none) answer_.put(v, Truth::yes);
    }
    links_.forget_into();
  }

  const Answer& answer() const { return answer_; }
  bool is_asked() const { return only_own_sites() ? graph_.tables->has(Field::site_country) : links_.is_asked(); }
  std::vector<PathStep> proof(VertexId company) const;
  std::vector<PathCause> causes(VertexId company) const;
  std::vector<Closing> rests_on(VertexId company, std::size_t limit) const;

 private:
  using Chain = std::vector<PartyLink>;
  /// A question that follows nothing from party to party: sites say all of it.
  [[nodiscard]] bool only_own_sites() const {
    auto others = question_.follow;
    others.reset(static_cast<std::size_t>(Relation::works_at));
    others.reset(static_cast<std::size_t>(Relation::located_in));
    return others.none();
  }
  /// The ends of a party, and of the names that may mean it, that count as its own.
  [[nodiscard]] std::vector<PartyEnd> own_ends(VertexId party) const;
  [[nodiscard]] PartyLink link_between(VertexId from, VertexId to) const;
  [[nodiscard]] std::vector<PathCause> causes_of_end(VertexId party, const Chain& chain) const;
  [[nodiscard]] PathCause cause_of_chain(const Chain& chain, const PartyEnd& end) const;
  [[nodiscard]] PathCause cause_of_nobody(VertexId party) const;
  [[nodiscard]] std::vector<PathCause> walk(VertexId at, Chain chain) const;
  [[nodiscard]] PathCause naming_cause(const PartyLink& link, bool of_from) const;
  [[nodiscard]] std::vector<VertexId> names_of(VertexId party) const {
    std::vector<VertexId> names = links_.deals().may_be(party);
    names.insert(names.begin(), party);
    return names;
  }

  const SupplyGraph& graph_;
  PathQuestion question_;
  const Closure& closure_;
  PartyLinks links_;
  PartyEnds ends_;
  SureReach sure_;
  PossibleReach possible_;
  Answer answer_;
};

std::vector<PartyEnd> PartySearch::Work::own_ends(VertexId party) const {
  std::vector<PartyEnd> own;
  for (const VertexId name : names_of(party))
    for (const PartyEnd& end : ends_.of(name))
      if (end.hops >= question_.min_hops) own.push_back(end);
  return own;
}

std::vector<PathStep> PartySearch::Work::proof(VertexId company) const {
  std::vector<PathStep> steps;
  std::uint32_t at = sure_.best(company, question_.min_hops);
  if (at == SureChain::none) return steps;
  for (;; at = sure_.chains()[at].next) {
    const SureChain& chain = sure_.chains()[at];
    if (chain.next == SureChain::none) {
      for (PathStep& step : ends_.proof(chain.at, chain.end)) steps.push_back(std::move(step));
      return steps;
    }
    steps.push_back({entity_of(graph_, chain.at), entity_of(graph_, chain.link.to), chain.link.relation,
                     links_.cell(chain.link), links_.date(chain.link), chain.link.kind == PartyLink::Kind::shipment});
  }
}

/// The first link, by content, from one party to another, or from and to names that may mean them.
PartyLink PartySearch::Work::link_between(VertexId from, VertexId to) const {
  const std::vector<VertexId> targets = names_of(to);
  PartyLink best;
  for (const VertexId name : names_of(from))
    links_.for_each_from(name, [&](const PartyLink& link) {
      if (std::find(targets.begin(), targets.end(), link.to) == targets.end()) return;
      if (best.from == no_vertex || links_.key(link) < links_.key(best)) best = link;
    });
  return best;
}

PathCause PartySearch::Work::naming_cause(const PartyLink& link, bool of_from) const {
  const CellRef cell = links_.naming_cell(link, of_from);
  const bool asked = graph_.tables->tables[cell.table].has(cell.field);
  return {PathCause::Kind::cell, cell, asked ? Known::blank : Known::not_asked, no_vertex};
}

/// What leaves a chain to a sure end open: a name that fits several or a word that is not known, a time, or a second
/// purchase behind the first.
PathCause PartySearch::Work::cause_of_chain(const Chain& chain, const PartyEnd& end) const {
  for (const PartyLink& link : chain) {
    if (link.from == no_vertex) return naming_cause(link, true);
    if (links_.truth(link) != Truth::yes) {
      for (const bool of_from : {true, false})
        if (links_.deals().is_ambiguous(of_from ? link.from : link.to))
          return cell_cause(links_.naming_cell(link, of_from), Known::ambiguous);
      return cell_cause(links_.cell(link), Known::ambiguous);
    }
    if (overlap(end.span, links_.span(link)) == Truth::yes) continue;
    if (const auto [cell, known] = links_.time_cell(link); known != Known::yes) return cell_cause(cell, known);
    if (end.kind != PartyEnd::Kind::workers) return cell_cause(links_.time_cell(link).first, Known::ambiguous);
    const CellRef row = graph_.worker_groups.row[end.number];
    const Date from = graph_.worker_groups.from[end.number];
    const Date to = graph_.worker_groups.to[end.number];
    const Field field =
        from.known != Known::yes || from.precision != Precision::day ? Field::workers_from : Field::workers_to;
    const Known known = field == Field::workers_from ? from.known : to.known;
    return cell_cause({row.table, field, row.record}, known == Known::yes ? Known::ambiguous : known);
  }
  for (std::size_t i = 1; i < chain.size(); ++i)
    if (chain[i].relation == Relation::supplied_by)
      return {PathCause::Kind::frontier, graph_.vertices.name[chain[i].from], Known::blank, chain[i].from};
  return cell_cause(links_.cell(chain.front()), Known::ambiguous);
}

std::vector<PathCause> PartySearch::Work::causes_of_end(VertexId party, const Chain& chain) const {
  std::vector<PathCause> causes;
  for (const VertexId name : names_of(party))
    for (const PartyEnd& end : ends_.of(name)) {
      if (chain.empty() && end.hops < question_.min_hops) continue;
      if (end.truth == Truth::unknown)
        causes.push_back(ends_.cause(name, end));
      else if (!chain.empty())
        causes.push_back(cause_of_chain(chain, end));
      else
        causes.push_back({PathCause::Kind::cell, graph_.vertices.name[name], Known::ambiguous, no_vertex});
    }
  return causes;
}

/// A link that names who depends, but not on whom.
PathCause PartySearch::Work::cause_of_nobody(VertexId party) const {
  PathCause cause;
  std::uint64_t first = 0;
  const std::vector<VertexId> names = names_of(party);
  links_.for_each_loose([&](const PartyLink& link) {
    if (std::find(names.begin(), names.end(), link.from) == names.end()) return;
    const std::uint64_t key = links_.key(link);
    if (cause.kind != PathCause::Kind::none && key >= first) return;
    first = key;
    cause = naming_cause(link, false);
  });
  return cause;
}

/// From a party along the nearest way to an end, and what that leaves open.
std::vector<PathCause> PartySearch::Work::walk(VertexId at, Chain chain) const {
  while (chain.empty() || !possible_.ends.test(at)) {
    if (!possible_.linked.test(at) || chain.size() > graph_.vertices.size()) return {};
    const VertexId next = possible_.next[at];
    if (next == no_vertex) return {cause_of_nobody(at)};
    chain.push_back(link_between(at, next));
    at = next;
  }
  return causes_of_end(at, chain);
}

std::vector<PathCause> PartySearch::Work::causes(VertexId company) const {
  const Field wanted = only_own_sites() ? Field::site_country : Field::relation_word;
  if (!is_asked()) return {cell_cause({0, wanted, 0}, Known::not_asked)};
  std::vector<PathCause> causes = causes_of_end(company, {});
  if (causes.empty() && possible_.linked.test(company)) causes = walk(company, {});
  if (causes.empty() && possible_.anyone) {
    const PathCause naming = naming_cause(possible_.stray, true);
    if (naming.why == Known::not_asked) return {naming};
    causes = walk(possible_.stray.to, {possible_.stray});
  }
  if (causes.empty()) causes.push_back(cell_cause(graph_.vertices.name[company], Known::ambiguous));
  return causes;
}

std::vector<Closing> PartySearch::Work::rests_on(VertexId company, std::size_t limit) const {
  std::vector<Closing> cells;
  const auto add = [&](Closing cell) {
    const bool known = !cell.exists() || std::find(cells.begin(), cells.end(), cell) != cells.end();
    if (!known && cells.size() < limit) cells.push_back(cell);
  };
  std::vector<VertexId> queue = {company};
  for (std::size_t i = 0; i < queue.size() && cells.size() < limit; ++i)
    links_.for_each_from(queue[i], [&](const PartyLink& link) {
      for (const Closing& cell : ends_.rests_on(link.to)) add(cell);
      if (link.kind == PartyLink::Kind::shipment) {
        const Date& date = graph_.shipments.date[link.number];
        add(closure_.inputs(link.to, links_.deals().goods(link.number), date.first, date.last()));
      }
      if (queue.size() < 4 * limit && std::find(queue.begin(), queue.end(), link.to) == queue.end())
        queue.push_back(link.to);
    });
  return cells;
}

PartySearch::PartySearch(const SupplyGraph& graph, const PathQuestion& question, const Closure& closure)
    : work_(std::make_unique<Work>(graph, question, closure)) {}
PartySearch::~PartySearch() = default;
PartySearch::PartySearch(PartySearch&&) noexcept = default;
const Answer& PartySearch::answer() const {
  return work_->answer();
}
bool PartySearch::is_asked() const {
  return work_->is_asked();
}
std::vector<PathStep> PartySearch::proof(VertexId company) const {
  return work_->proof(company);
}
std::vector<PathCause> PartySearch::causes(VertexId company) const {
  return work_->causes(company);
}
std::vector<Closing> PartySearch::rests_on(VertexId company, std::size_t limit) const {
  return work_->rests_on(company, limit);
}

}  // namespace assay
