#pragma once

// A watch list that is read, is of the day of the audit and names nobody whom a test names: with it "on no list" can
// be said of a party, and every other question is asked as in an audit.

#include <memory>
#include <string>
#include <vector>

#include "rules/evaluate.h"
#include "rules/listed.h"
#include "screening/screening.h"

namespace assay::test {

inline std::shared_ptr<const Screening> screened(const SupplyGraph& graph) {
  Diagnostics diagnostics;
  std::vector<WatchList> lists = *lists_of_test(
      "list,id,name,kind,country,program\ninvented,I-1,Korea Sonbawi General Trading Corporation,company,KP,DPRK\n",
      graph.as_of);
  return std::make_shared<const Screening>(screen(graph, std::move(lists), {}, diagnostics));
}

/// Every rule of the packs, asked of a graph that was compared with that list.
inline Evaluation evaluate_screened(const Rules& rules, const SupplyGraph& graph) {
  EvaluateOptions options;
  options.screening = screened(graph);
  return evaluate(rules, graph, options);
}

/// The list of the fixtures: a folder, for AuditRequest::lists.
inline std::string list_of_fixtures() {
  return std::string(ASSAY_SOURCE_DIR) + "/fixtures/lists/invented";
}

}  // namespace assay::test
