// The same test as FindsWhatComparingWithEachNameFinds, with the list of 46,575 names in ../shared. Comparing takes
// long: ASSAY_NAME_QUERIES says with how many names (40 where it is not set).

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "names/index.h"
#include "names/index_help.h"
#include "names/list_file.h"
#include "names/made_names.h"

namespace assay {
namespace {

std::filesystem::path shared_list() {
  const char* named = std::getenv("ASSAY_SHARED");
  const std::filesystem::path shared = named != nullptr ? named : ASSAY_SOURCE_DIR "/../shared";
  return shared / "names" / "list_50k.csv";
}

std::size_t number_of_queries() {
  const char* given = std::getenv("ASSAY_NAME_QUERIES");
  return given != nullptr ? static_cast<std::size_t>(std::strtoul(given, nullptr, 10)) : 40;
}

std::vector<TestName> disguised_queries(const std::vector<TestName>& names, std::size_t count) {
  MadeRandom random(11);
  std::vector<TestName> queries;
  while (queries.size() < count) {
    TestName query = names[random.below(names.size())];
    switch (random.below(6)) {
      case 0:
        query = {made_supplier(random)};
        break;
      case 1:
        query = {made_foreign_supplier(random)};
        break;
      default:
        query.text = disguised(query.text, random);
    }
    queries.push_back(query);
  }
  return queries;
}

TEST(NameIndex, FindsWhatComparingFindsInALargeList) {
  if (!std::filesystem::exists(shared_list())) GTEST_SKIP() << "needs ../shared (or ASSAY_SHARED)";
  const std::vector<TestName> names = read_list_file(shared_list());
  const std::vector<TestName> queries = disguised_queries(names, number_of_queries());
  const TestList list = list_of(names);
  const NameIndex index(list.names, list.weights);
  const std::vector<std::vector<float>> scores = all_scores(list, queries);
  for (const float threshold : {0.60F, 0.70F, 0.75F, 0.80F, 0.85F, 0.90F, 0.95F}) {
    const std::vector<NameHit> hits = index.search_all(texts_of(queries), threshold, 2);
    const Difference found = difference(scores, hits, threshold, names, queries);
    EXPECT_EQ(found.missed, 0U) << "at " << threshold << ", " << found.first;
    EXPECT_EQ(found.differing, 0U) << "at " << threshold << ", " << found.first;
    EXPECT_GT(found.expected, 0U);
    std::printf("at %.2f: %zu expected, %zu missed, %zu differing\n", static_cast<double>(threshold), found.expected,
                found.missed, found.differing);
  }
}

}  // namespace
}  // namespace assay
