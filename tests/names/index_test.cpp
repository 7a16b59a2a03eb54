#include "names/index.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "names/compare.h"
#include "names/index_help.h"
#include "names/made_names.h"

namespace assay {
namespace {

constexpr std::array thresholds{0.60F, 0.70F, 0.75F, 0.80F, 0.85F, 0.90F, 0.95F};

const std::vector<TestName> small_list{{"Korea Ryonbong General Corporation"},
                                       {"Dandong Hongxiang Industrial Development Co., Ltd."},
                                       {"Hongxiang"},
                                       {"KIM, Chol Su", NameKind::person},
                                       {"CHON MA SAN", NameKind::vessel}};

std::vector<std::uint32_t> entries(const std::vector<NameHit>& hits) {
  std::vector<std::uint32_t> found;
  for (const NameHit& hit : hits) found.push_back(hit.entry);
  return found;
}

TEST(NameIndex, FindsANameInAnotherLegalFormAndWithATypo) {
  const TestList list = list_of(small_list);
  const NameIndex index(list.names, list.weights);
  const PreparedName name = weighed({"DANDONG HONGXIANGG INDUSTRIAL DEVELOPMENT LLC"}, list);
  EXPECT_THAT(entries(index.search(name, 0.8F)), testing::Contains(1U));
}

TEST(NameIndex, IgnoresAnotherFirmOfTheSamePlaceAndTrade) {
  const TestList list = list_of(small_list);
  const NameIndex index(list.names, list.weights);
  const PreparedName name = weighed({"Dandong Fuhua Industrial Development Co., Ltd."}, list);
  EXPECT_THAT(index.search(name, 0.8F), testing::IsEmpty());
}

TEST(NameIndex, GivesTheBestFirst) {
  const TestList list = list_of({{"Yanbian Silver Star Network"}, {"Yanbian Silver Steer"}, {"Yanbian Silver Star"}});
  const NameIndex index(list.names, list.weights);
  const std::vector<NameHit> hits = index.search(weighed({"Yanbian Silver Star"}, list), 0.5F);
  ASSERT_GE(hits.size(), 2U);
  EXPECT_EQ(hits.front().entry, 2U);
  EXPECT_TRUE(std::is_sorted(hits.begin(), hits.end(), [](const NameHit& a, const NameHit& b) {
    return a.score != b.score ? a.score > b.score : a.entry < b.entry;
  }));
}

TEST(NameIndex, OfNothingFindsNothing) {
  const TestList list = list_of({});
  const NameIndex index(list.names, list.weights);
  EXPECT_THAT(index.search(weighed({"Hongxiang"}, list), 0.6F), testing::IsEmpty());
  const TestList some = list_of(small_list);
  const NameIndex other(some.names, some.weights);
  EXPECT_THAT(other.search(weighed({"?!"}, some), 0.6F), testing::IsEmpty());
  EXPECT_THAT(other.search_all({}, 0.6F, 2), testing::IsEmpty());
}

std::vector<TestName> made_list(std::size_t count, MadeRandom& random) {
  std::vector<TestName> names;
  while (names.size() < count) {
    const NameKind kind = std::array{NameKind::company, NameKind::company, NameKind::company,
                                     NameKind::person,  NameKind::vessel,  NameKind::unknown}[random.below(6)];
    std::string text = random.one_in(4) ? made_foreign_supplier(random) : made_supplier(random);
    if (random.one_in(12)) text += " a.k.a. " + made_supplier(random);
    names.push_back({text, kind, random.one_in(20)});
    while (random.one_in(3)) names.push_back({disguised(text, random), kind, false});
  }
  return names;
}

/// Disguised names of the list, and others.
std::vector<TestName> made_queries(const std::vector<TestName>& list, std::size_t count, MadeRandom& random) {
  std::vector<TestName> queries;
  while (queries.size() < count) {
    TestName query = list[random.below(list.size())];
    query.weak = false;
    query.text = random.one_in(6) ? made_supplier(random) : disguised(query.text, random);
    if (random.one_in(8)) query.kind = NameKind::company;
    queries.push_back(std::move(query));
  }
  return queries;
}

void expect_all_found(const std::vector<TestName>& names, const std::vector<TestName>& queries,
                      std::size_t at_least) {
  const TestList list = list_of(names);
  const NameIndex index(list.names, list.weights);
  const std::vector<std::vector<float>> scores = all_scores(list, queries);
  for (const float threshold : thresholds) {
    const std::vector<NameHit> hits = index.search_all(texts_of(queries), threshold, 2);
    const Difference found = difference(scores, hits, threshold, names, queries);
    EXPECT_EQ(found.missed, 0U) << "at " << threshold << ", " << found.first;
    EXPECT_EQ(found.differing, 0U) << "at " << threshold << ", " << found.first;
    EXPECT_GE(found.expected, at_least);
    ::testing::Test::RecordProperty("hits at " + std::to_string(threshold), std::to_string(found.expected));
  }
}

TEST(NameIndex, FindsWhatComparingWithEachNameFinds) {
  MadeRandom random(1);
  const std::vector<TestName> list = made_list(900, random);
  expect_all_found(list, made_queries(list, 700, random), 200);
}

TEST(NameIndex, FindsWhatComparingFindsWhereWordsAreFewAndShort) {
  MadeRandom random(2);
  std::vector<TestName> list;
  for (std::size_t i = 0; i < 500; ++i) {
    std::string text;
    for (std::size_t words = 1 + random.below(4); words > 0; --words) {
      for (std::size_t letters = 1 + random.below(9); letters > 0; --letters)
        text += static_cast<char>('a' + random.below(3));
      text += words > 1 ? " " : "";
    }
    list.push_back({text, random.one_in(3) ? NameKind::person : NameKind::company, false});
  }
  expect_all_found(list, made_queries(list, 500, random), 200);
}

/// The hits, entries named by their texts.
std::vector<std::tuple<std::uint32_t, std::string, float>> named(const std::vector<NameHit>& hits,
                                                                 const std::vector<TestName>& list) {
  std::vector<std::tuple<std::uint32_t, std::string, float>> found;
  for (const NameHit& hit : hits) found.emplace_back(hit.query, list[hit.entry].text, hit.score);
  std::sort(found.begin(), found.end());
  return found;
}

TEST(NameIndex, FindsTheSameWhateverTheOrderOfTheListAndTheNumberOfThreads) {
  MadeRandom random(3);
  std::vector<TestName> names = made_list(1500, random);
  std::vector<TestName> queries = made_queries(names, 1500, random);
  for (std::size_t i = 0; i < 300; ++i) queries.push_back(queries[random.below(queries.size())]);
  const TestList list = list_of(names);
  const NameIndex index(list.names, list.weights);
  const std::vector<NameHit> hits = index.search_all(texts_of(queries), 0.7F, 1);
  EXPECT_GT(hits.size(), 500U);
  EXPECT_EQ(index.search_all(texts_of(queries), 0.7F, 2), hits);
  EXPECT_EQ(index.search_all(texts_of(queries), 0.7F, 8), hits);
  std::vector<NameHit> one_by_one;
  for (std::uint32_t query = 0; query < queries.size(); ++query)
    for (NameHit hit : index.search(weighed(queries[query], list), 0.7F)) {
      hit.query = query;
      one_by_one.push_back(hit);
    }
  EXPECT_EQ(one_by_one, hits);

  const auto expected = named(hits, names);
  for (std::size_t i = names.size(); i > 1; --i) std::swap(names[i - 1], names[random.below(i)]);
  const TestList permuted = list_of(names);
  const NameIndex other(permuted.names, permuted.weights);
  EXPECT_EQ(named(other.search_all(texts_of(queries), 0.7F, 2), names), expected);
}

}  // namespace
}  // namespace assay
