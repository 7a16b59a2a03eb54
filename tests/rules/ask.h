#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audit/packs.h"
#include "readers/read.h"
#include "rules/evaluate.h"
#include "rules/load.h"

namespace assay::test {

/// A rule of one condition, with the tables of the shipped pack, that is asked about tables written as text.
class OneRule {
 public:
  /// `more` are other keys of the rule, each on its own line: "let:\n  …\n", "message: …\n".
  /// `others` are more files of its pack, rules that it may ask.
  explicit OneRule(const std::string& condition, const std::string& more = {},
                   const std::string& subject = "shipment", const std::vector<PackFile>& others = {});

  [[nodiscard]] bool loaded() const { return loaded_; }
  /// What is wrong with the rule, as a person reads it; empty when it was loaded.
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

  /// Reads and evaluates; what was asked before is forgotten.
  void ask(const std::string& table, const std::string& csv, const std::string& as_of = "2030-01-01");
  /// The same of several tables: name, CSV.
  void ask(const std::vector<std::pair<std::string, std::string>>& tables, const std::string& as_of = "2030-01-01");
  /// Of the subject of this id: the verdict as a word, and "?field" for each field that is missing, in order.
  [[nodiscard]] std::string verdict(const std::string& id) const;
  [[nodiscard]] WhyNot why(const std::string& id) const;
  /// The finding on the subject, or the open question that it waits for; the test fails when there is none.
  [[nodiscard]] FindingText finding(const std::string& id) const;
  /// "UN UN-2371-8 barred", one an entry.
  [[nodiscard]] std::vector<std::string> law(const std::string& id) const;
  [[nodiscard]] const Evaluation& evaluation() const { return *evaluation_; }
  [[nodiscard]] const SupplyGraph& graph() const { return *graph_; }
  [[nodiscard]] const Reference& reference() const { return packs_.reference; }

 private:
  [[nodiscard]] std::uint32_t subject_of(const std::string& id) const;

  LoadedPacks packs_;
  bool loaded_ = false;
  std::string complaint_;
  std::unique_ptr<ReadResult> read_;
  std::unique_ptr<SupplyGraph> graph_;
  std::unique_ptr<Evaluation> evaluation_;
};

/// The text of such a rule.
std::string rule_of(const std::string& condition, const std::string& more = {},
                    const std::string& subject = "shipment", const std::string& id = "my-rule");

/// The shipped tables, a pack.yaml with the id "mine", the rule, and others.
std::vector<PackFile> pack_of(const std::string& rule, const std::vector<PackFile>& others = {});

}  // namespace assay::test
