#include "names/index_help.h"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "names/compare.h"
#include "names/prepare.h"

namespace assay {

TestList list_of(const std::vector<TestName>& names) {
  TestList list;
  for (const TestName& name : names) {
    list.names.push_back(prepare(name.text, name.kind));
    list.names.back().weak = name.weak;
    add_to(list.weights, list.names.back());
  }
  for (PreparedName& name : list.names) weigh(name, list.weights);
  return list;
}

PreparedName weighed(const TestName& name, const TestList& list) {
  PreparedName prepared = prepare(name.text, name.kind);
  weigh(prepared, list.weights);
  return prepared;
}

std::vector<NameText> texts_of(const std::vector<TestName>& names) {
  std::vector<NameText> texts;
  for (const TestName& name : names) texts.push_back({name.text, name.kind});
  return texts;
}

std::vector<std::vector<float>> all_scores(const TestList& list, const std::vector<TestName>& queries) {
  std::vector<std::vector<float>> scores;
  for (const TestName& query : queries) {
    const PreparedName name = weighed(query, list);
    scores.emplace_back();
    for (const PreparedName& entry : list.names) scores.back().push_back(compare(name, entry).score);
  }
  return scores;
}

Difference difference(const std::vector<std::vector<float>>& scores, const std::vector<NameHit>& hits,
                      float threshold, const std::vector<TestName>& list, const std::vector<TestName>& queries) {
  Difference found;
  std::map<std::pair<std::uint32_t, std::uint32_t>, float> scored;
  for (const NameHit& hit : hits)
    if (!scored.emplace(std::pair(hit.query, hit.entry), hit.score).second) ++found.differing;
  const auto note = [&](std::size_t query, std::size_t entry, float score) {
    if (found.first.empty())
      found.first = fmt::format("\"{}\" and \"{}\": {}", queries[query].text, list[entry].text, score);
  };
  for (std::uint32_t query = 0; query < scores.size(); ++query)
    for (std::uint32_t entry = 0; entry < scores[query].size(); ++entry) {
      const float score = scores[query][entry];
      const auto hit = scored.find({query, entry});
      const bool expected = score >= threshold;
      const bool wrong = hit != scored.end() && (!expected || hit->second != score);
      if (expected) ++found.expected;
      if (expected && hit == scored.end()) ++found.missed;
      if (wrong) ++found.differing;
      if (wrong || (expected && hit == scored.end())) note(query, entry, score);
    }
  return found;
}

}  // namespace assay
