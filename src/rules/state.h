#pragma once

#include "graph/closure.h"
#include "rules/causes.h"
#include "rules/evaluator.h"
#include "rules/rule.h"

namespace assay {

/// What stays after the verdicts are counted, so that findings can be put into words one by one.
class EvaluationState {
 public:
  EvaluationState(const Rules& the_rules, const SupplyGraph& the_graph)
      : rules(the_rules),
        graph(the_graph),
        closure(the_graph, doubtful_parties(the_graph)),
        evaluator(the_graph, closure, the_rules),
        causes(the_graph) {}

  const Rules& rules;
  const SupplyGraph& graph;
  Closure closure;
  Evaluator evaluator;
  CauseTable causes;

  /// Shipments that a party sold, in canonical order, at most `limit`.
  [[nodiscard]] std::vector<std::uint32_t> sales_of(VertexId seller, std::size_t limit) const;

 private:
  void index_sales() const;

  mutable std::vector<std::uint32_t> first_sale_, sales_;  ///< by seller; empty until somebody asks often
  mutable unsigned sales_asked_ = 0;
};

/// The severity of a flag: the first rung that surely holds. What an unknown rung waits for goes to `unknown`, if
/// given.
Severity severity_of(const Evaluator& evaluator, const Rule& rule, std::uint32_t subject,
                     std::vector<Cause>* unknown);

/// Parties that an answer would concern, the most exposed first: in the border zone, in the DPRK, in CN, RU or HK,
/// others; canonical within.
std::vector<VertexId> parties_by_exposure(const SupplyGraph& graph);

/// Whether a party's country, or goods, are such that an open question matters more.
bool is_exposed_country(Country country);

}  // namespace assay
