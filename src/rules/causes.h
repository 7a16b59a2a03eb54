#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
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

using RuleSet = std::array<std::uint64_t, most_rules / 64>;  ///< a bit a rule

/// A cause with what hangs on it.
struct CauseEntry {
  Cause cause;
  RuleSet rules{};         ///< those whose verdicts wait for it
  std::uint16_t rule = 0;  ///< the one with the highest gap; of equals the first
  Gap gap = Gap::low;
  std::uint64_t settles = 0;
  bool inputs = false;   ///< of a frontier: some verdict waits for what went into the party's goods
  bool workers = false;  ///< and some for its workforce
  /// Of a rule with gap_when: the subject of which its condition surely holds, so that the rule's message says it.
  std::uint32_t held_by = nobody;
  static constexpr std::uint32_t nobody = 0xFFFFFFFF;
};

/// Causes by what they are, each once. A large audit has a third as many as its parties and shipments together, so
/// they are kept small.
class CauseTable {
 public:
  explicit CauseTable(const SupplyGraph& graph);

  /// Notes that a verdict of the rule waits for the cause. `verdicts` may be 0: nobody could be asked at all.
  /// `held_by`: see CauseEntry.
  void add(const Cause& cause, std::uint16_t rule, Gap gap, std::uint64_t verdicts,
           std::uint32_t held_by = CauseEntry::nobody);
  /// Nothing more will be added: gives back what told causes apart.
  void close();
  [[nodiscard]] std::size_t size() const { return kept_.size(); }
  [[nodiscard]] CauseEntry entry(std::uint32_t place) const;
  /// Places of the entries: highest gap first, then what settles most, then rule, then the canonical order of what
  /// they are about. Not the order of rows.
  [[nodiscard]] std::vector<std::uint32_t> order() const;

 private:
  struct Kept {
    CellRef cell;
    std::uint32_t who = 0xFFFFFFFF;  ///< Cause::vertex of a frontier, a list or a likeness; else CauseEntry::held_by
    std::uint32_t rules = 0;         ///< in rule_sets_
    std::uint64_t settles = 0;
    Field field{};
    std::uint8_t rule = 0;
    Cause::Why why : 4;
    Cause::About about : 4;
    Gap gap : 4;
    bool claimed : 1, fine_point : 1, inputs : 1, workers : 1;
  };
  static_assert(sizeof(Kept) == 32 && most_rules <= 256);

  [[nodiscard]] std::uint64_t key_of(const Kept& kept) const;
  /// The place of the set with the rule added.
  std::uint32_t with(std::uint32_t rules, std::uint16_t rule);
  void grow();

  const SupplyGraph& graph_;
  std::vector<bool> has_table_;  ///< by TableKind
  std::deque<Kept> kept_;        ///< grows without moving what is there
  std::vector<RuleSet> rule_sets_{RuleSet{}};
  std::map<RuleSet, std::uint32_t> places_of_sets_{{RuleSet{}, 0}};
  std::vector<std::uint32_t> slots_;  ///< place in kept_ + 1; a power of two
};

}  // namespace assay
