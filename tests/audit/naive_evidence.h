#pragma once

#include <string>

#include "naive_engine.h"

namespace assay::naive {

/// What is wrong with the proof of a flag, in one sentence; empty when it holds. Every cell is read again from the
/// raw text of its file, the steps must hang together, and each must be true by the naive definitions.
std::string fault_of_proof(const Run& run, const World& world, const Network& network, const std::string& rule,
                           const FindingText& flag);

}  // namespace assay::naive
