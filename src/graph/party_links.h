#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/deals.h"
#include "graph/paths.h"
#include "graph/span.h"

namespace assay {

/// One party depends on another: `from` bought from `to`, hands work on to it, gets its workers from it …
struct PartyLink {
  enum class Kind : std::uint8_t { shipment, stated, fact };
  Kind kind = Kind::fact;
  Relation relation{};
  VertexId from = no_vertex;  ///< no_vertex: the cell says nothing, it may be anyone
  VertexId to = no_vertex;
  std::uint32_t number = 0;  ///< of the shipment, stated deal or fact
};

/// The links between parties that a question follows: shipments and stated deals for supplied_by, facts for the rest.
/// A row of relations whose word is not known may mean any.
class PartyLinks {
 public:
  PartyLinks(const SupplyGraph& graph, const PathQuestion& question);

  /// Visits links by the party that is depended on, in no order that means anything.
  template <class Visit>
  void for_each_into(VertexId to, Visit visit) const {
    if (by_seller_.arcs() > 0)
      for (const std::uint32_t shipment : by_seller_.numbers(to)) visit(of_shipment(shipment));
    visit_range(
        facts_into_, to, [this](std::uint32_t n) { return graph_.facts[n].to; },
        [&](std::uint32_t n) { visit(of_fact(n)); });
    visit_range(
        stated_into_, to, [this](std::uint32_t n) { return graph_.stated_deals[n].seller; },
        [&](std::uint32_t n) { visit(of_stated(n)); });
  }
  /// Visits links by the party that depends.
  template <class Visit>
  void for_each_from(VertexId from, Visit visit) const {
    if (follows_deals_)
      for (const std::uint32_t shipment : graph_.deals.numbers(from)) visit(of_shipment(shipment));
    for (const std::uint32_t fact : graph_.relations.numbers(from))
      if (is_followed(fact)) visit(of_fact(fact));
    visit_range(
        stated_from_, from, [this](std::uint32_t n) { return graph_.stated_deals[n].buyer; },
        [&](std::uint32_t n) { visit(of_stated(n)); });
  }
  /// Links of which one end is not named: shipments, stated deals, facts, in the order of the inputs.
  template <class Visit>
  void for_each_loose(Visit visit) const {
    for (const std::uint32_t shipment : loose_shipments_) visit(of_shipment(shipment));
    for (const PartyLink& link : loose_) visit(link);
  }
  /// Whether some input has a column that could state such a link, be it without a row that does.
  [[nodiscard]] bool is_asked() const;
  /// Gives back what only for_each_into needs.
  void forget_into();

  /// Whether the two surely depend so: the word is known, and no end is a name that fits several.
  [[nodiscard]] Truth truth(const PartyLink& link) const;
  /// When it did. What was bought on a day was made until then, at most look_back days before; so was what is bought
  /// from, or handed on to, somebody of whom no time is said, before the audit.
  [[nodiscard]] Span span(const PartyLink& link) const;
  /// The cell that says so.
  [[nodiscard]] CellRef cell(const PartyLink& link) const;
  /// The cell that should name an end that it does not.
  [[nodiscard]] CellRef naming_cell(const PartyLink& link, bool of_from) const;
  /// The date cell that leaves open whether the link overlaps something.
  [[nodiscard]] std::pair<CellRef, Known> time_cell(const PartyLink& link) const;
  /// The date to show beside it.
  [[nodiscard]] Date date(const PartyLink& link) const;
  /// Breaks ties; from what the row says.
  [[nodiscard]] std::uint64_t key(const PartyLink& link) const;
  [[nodiscard]] const Deals& deals() const { return deals_; }

 private:
  template <class Vertex, class Visit>
  void visit_range(const std::vector<std::uint32_t>& numbers, VertexId vertex, Vertex of, Visit visit) const;
  [[nodiscard]] PartyLink of_shipment(std::uint32_t shipment) const;
  [[nodiscard]] PartyLink of_stated(std::uint32_t number) const;
  [[nodiscard]] PartyLink of_fact(std::uint32_t number) const;
  [[nodiscard]] bool is_followed(std::uint32_t fact) const;
  void gather_shipments();
  void gather_facts();
  void gather_stated();
  /// Keeps a link that names one end only. Of a row that names nobody nothing follows.
  void keep_if_loose(const PartyLink& link);
  [[nodiscard]] bool follows(Relation relation) const {
    return question_.follow.test(static_cast<std::size_t>(relation));
  }
  /// Of a fact that a row of workers states: that row's nationality says more than the link.
  [[nodiscard]] bool speaks_of_others(const PartyLink& link) const;
  [[nodiscard]] Date row_date(CellRef row, bool is_end) const;

  const SupplyGraph& graph_;
  PathQuestion question_;
  Deals deals_;
  bool follows_deals_ = false;
  bool has_any_ = false;
  Topology by_seller_;
  std::vector<std::uint32_t> loose_shipments_;
  std::vector<PartyLink> loose_;
  std::vector<std::uint32_t> facts_into_;                 ///< sorted by the party that is depended on
  std::vector<std::uint32_t> stated_into_, stated_from_;  ///< sorted by seller, by buyer
};

template <class Vertex, class Visit>
void PartyLinks::visit_range(const std::vector<std::uint32_t>& numbers, VertexId vertex, Vertex of,
                             Visit visit) const {
  auto at = std::lower_bound(numbers.begin(), numbers.end(), vertex,
                             [&of](std::uint32_t number, VertexId v) { return of(number) < v; });
  for (; at != numbers.end() && of(*at) == vertex; ++at) visit(*at);
}

}  // namespace assay
