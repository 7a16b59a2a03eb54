#pragma once

#include <vector>

#include "names/align.h"
#include "names/compare.h"
#include "names/name.h"

namespace assay {

/// What the rules look at: two forms, how their tokens were aligned, and what was left over.
struct AlignedForms {
  const NameForm& a;
  const NameForm& b;
  const Alignment& alignment;
  std::vector<bool> matched_a;  ///< by token
  std::vector<bool> matched_b;
};

AlignedForms aligned_forms(const NameForm& a, const NameForm& b, const Alignment& alignment);

/// True for the words that carry a match: brand, given and family.
bool carries(const NameToken& token);

/// The rules for firms and vessels, and those for people. Each returns the score after it, never a higher one, and
/// adds what it did to `lowered` (null: nobody asks).
float lower_for_company(const AlignedForms& forms, float score, std::vector<LoweredBy>* lowered);
float lower_for_person(const AlignedForms& forms, float score, std::vector<LoweredBy>* lowered);

}  // namespace assay
