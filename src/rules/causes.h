#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "graph/graph.h"
#include "rules/evaluate.h"
#include "rules/rule.h"

namespace assay {

constexpr std::size_t most_rules = 128;

/// Whether a frontier leaves open who works for the party, not what went into its goods.
inline bool is_about_workers(const Cause& cause) {
  return info(cause.field).table == TableKind::workers;
}

/// A cause with what hangs on it.
struct CauseEntry {
  Cause cause;
  std::array<std::uint64_t, most_rules / 64> rules{};  ///< those whose verdicts wait for it
  std::uint16_t rule = 0;                              ///< the one with the highest gap; of equals the first
  Gap gap = Gap::low;
  std::uint64_t settles = 0;
  bool inputs = false;   ///< of a frontier: some verdict waits for what went into the party's goods
  bool workers = false;  ///< and some for its workforce
  /// Of a rule with gap_when: the subject of which its condition surely holds, so that the rule's message says it.
  std::uint32_t held_by = nobody;
  static constexpr std::uint32_t nobody = 0xFFFFFFFF;
};

/// Causes by what they are, each once.
class CauseTable {
 public:
  explicit CauseTable(const SupplyGraph& graph) : graph_(graph) {}

  /// Notes that a verdict of the rule waits for the cause. `verdicts` may be 0: nobody could be asked at all.
  /// `held_by`: see CauseEntry.
  void add(const Cause& cause, std::uint16_t rule, Gap gap, std::uint64_t verdicts,
           std::uint32_t held_by = CauseEntry::nobody);
  /// Nothing more will be added: gives back what told causes apart.
  void close() {
    keys_ = {};
    slots_ = {};
  }
  [[nodiscard]] const std::deque<CauseEntry>& entries() const { return entries_; }
  /// Places of the entries: highest gap first, then what settles most, then rule, then the canonical order of what
  /// they are about. Not the order of rows.
  [[nodiscard]] std::vector<std::uint32_t> order() const;

 private:
  [[nodiscard]] std::uint64_t key_of(const Cause& cause) const;
  void grow();

  const SupplyGraph& graph_;
  std::deque<CauseEntry> entries_;  ///< grows without moving what is there
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace assay
