#pragma once

#include <string>

#include "graph/ownership.h"
#include "rules/conditions/owners.h"

namespace assay {

/// "51 %", "30 to 90 %".
std::string range_of(Parts low, Parts high);

/// The step that an owner holds a share of an asset, by the row that says so.
EvidenceStep step_of_stake(const Holdings& holdings, const Stake& stake, Period period);

/// The steps that prove that owners of concern hold enough of a party.
void prove_ownership(const Ownership& ownership, OwnershipRule rule, const Owners& owners, const Evaluator& e,
                     VertexId party, Period period, Grounds& out);

/// Why it is not known whether they do. When no input says who owns anybody, that was not asked.
void add_ownership_causes(const Ownership& ownership, const Owners& owners, const Evaluator& e, VertexId party,
                          Period period, Grounds& out);

}  // namespace assay
