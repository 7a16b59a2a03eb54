#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/load.h"

namespace assay {

/// What the tests of a rule made of one of its conditions.
struct ConditionCover {
  std::uint16_t rule = 0;
  const Condition* condition = nullptr;  ///< of the packs that were asked
  Location at;                           ///< its place, or that of the condition around it
  std::string_view part;                 ///< where it stands: "when", "flag_when", "gap_when", "severity"
  bool seen[3] = {};                     ///< by Truth

  [[nodiscard]] bool saw(Truth truth) const { return seen[static_cast<std::size_t>(truth)]; }
};

/// Asks every condition of every rule, parts included, about the subject of each of the rule's own tests. `flag_when`
/// counts only where `when` lets it be asked, a rung of a ladder only where the rule flags. A condition within
/// another that is about other subjects (the shipments of a party) is asked about all of them that the test's tables
/// have. In the order of the rules, and within a rule of the file.
std::vector<ConditionCover> cover_rules(const LoadedPacks& packs);

}  // namespace assay
