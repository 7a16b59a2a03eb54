#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "naive_evaluator.h"
#include "report/report.h"

namespace assay::naive {

/// The rules that both evaluators know, as the naive one calls them and by their ids in the pack.
constexpr std::pair<const char*, const char*> rule_names[] = {{"A01", "dprk-direct-origin"},
                                                              {"A02", "dprk-indirect-origin"},
                                                              {"A11", "dprk-origin-missing"},
                                                              {"B01", "dprk-loading-port"},
                                                              {"E01", "dprk-worker-nationality"}};

/// The shipped pack, loaded once. Throws when it is refused.
const LoadedPacks& shipped_packs();
const Facts& shipped_facts();

/// A network on its way through the engine: read, built, evaluated.
struct Run {
  Tables tables;
  SupplyGraph graph;
  Evaluation evaluation;
  Diagnostics diagnostics;
  std::uint64_t excluded_rows = 0;  ///< rejected and quarantined ones
  bool refused = false;

  Run() = default;
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  /// As the program ends: 1 for a flag of high or above, 3 for anything open or excluded, 4 for a refused input, else
  /// 0.
  [[nodiscard]] int exit_code() const;
};
std::unique_ptr<Run> run(const Network& network, const std::string& as_of);

/// The engine's verdicts in the words of the naive evaluator. Also what names each open one, by the same causes.
Judgements judgements_of(const Run& run, const Network& network);
/// The worst verdict of each subject over all rules of the shipped pack that apply to it, by the key of the subject:
/// those that the naive evaluator knows, and parties and sites.
std::map<std::string, Verdict> worst_of_all_rules(const Run& run, const Network& network);
/// The key of a subject; empty for a kind of subject that the naive evaluator does not know.
std::string subject_key(const Run& run, const World& world, const Network& network, SubjectKind kind,
                        std::uint32_t subject);
std::string cause_of(const Run& run, const Missing& missing);

/// The JSON report of an audit of these files.
std::string json_of(const Network& network, const std::string& as_of);

}  // namespace assay::naive
