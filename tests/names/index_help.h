#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "names/index.h"
#include "names/name.h"
#include "names/weights.h"

namespace assay {

/// A name of a test, which owns its text.
struct TestName {
  std::string text;
  NameKind kind = NameKind::company;
  bool weak = false;
};

/// Prepared and weighed names of a list.
struct TestList {
  std::vector<PreparedName> names;
  TokenWeights weights;
};

TestList list_of(const std::vector<TestName>& names);

PreparedName weighed(const TestName& name, const TestList& list);

std::vector<NameText> texts_of(const std::vector<TestName>& names);

/// The scores of each query with each entry, by compare(): what an index must find again.
std::vector<std::vector<float>> all_scores(const TestList& list, const std::vector<TestName>& queries);

/// How the hits of the index differ from those of the scores.
struct Difference {
  std::size_t expected = 0;
  std::size_t missed = 0;
  std::size_t differing = 0;  ///< found with another score, or found and not expected
  std::string first;          ///< one of them, in words
};

Difference difference(const std::vector<std::vector<float>>& scores, const std::vector<NameHit>& hits,
                      float threshold, const std::vector<TestName>& list, const std::vector<TestName>& queries);

}  // namespace assay
