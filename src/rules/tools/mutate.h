#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "rules/load.h"
#include "rules/yaml.h"

namespace assay {

/// A rule with one change, as a document that was never written.
struct Mutant {
  YamlDocument document;
  Location at;              ///< of what was changed, in the rule as it is
  std::uint32_t width = 1;  ///< of the caret
  std::string excerpt;      ///< that line
  std::string change;       ///< "min_hops: 3 becomes 2", "`path` is negated"
};

/// Every rule that differs by one change from this one: a condition negated; a condition of `all`, `any` or `of`
/// dropped, `when` dropped; a field of a `where` dropped, an operator flipped, a boolean flipped; a relation of a
/// path dropped; hops, days, counts and thresholds that are written one more and one less; dates a day earlier and
/// later. In the order of the file. What the loader then refuses is no mutant: mutate_rules() leaves it out.
std::vector<Mutant> mutants_of(const YamlDocument& rule);

/// An audit whose outcome judges mutants too: its exit class and its flagged fingerprints, on the last day that its
/// shipments name.
struct MutationFixture;

/// Folders whose sub-folders are audits, in order of name. A folder that cannot be read throws Failure(io).
std::vector<std::shared_ptr<const MutationFixture>> read_fixtures(const std::vector<std::string>& audits,
                                                                  const LoadedPacks& packs);

struct MutantFate {
  Mutant mutant;
  std::uint16_t rule = 0;
  std::string killed_by;  ///< "the test \"…\"" or "the fixture …"; empty: it survived
};

struct MutationResult {
  std::vector<MutantFate> fates;  ///< in the order of rules and files
  std::size_t refused = 0;        ///< changes that the loader refuses
};

/// Makes every mutant of the rules (those of `wanted`, by number; of all where it is empty) and judges it by the
/// tests of all rules and by the fixtures. `files` are those that `packs` was loaded from. The tests pass on the
/// rules as they are.
MutationResult mutate_rules(const LoadedPacks& packs, const std::vector<std::vector<PackFile>>& files,
                            const std::vector<std::shared_ptr<const MutationFixture>>& fixtures,
                            const std::vector<bool>& wanted = {});

}  // namespace assay
