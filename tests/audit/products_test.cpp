#include <map>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "metamorphic_change.h"
#include "naive_engine.h"

// Products that rest on the lots in them, through the whole route: without any cell, row or column of them they must
// not be clear, and what is of the DPRK stays flagged in what contains it.

namespace assay::naive {
namespace {

constexpr const char* as_of = "2025-03-31";

Network traced() {
  return read_folder(std::string(ASSAY_SOURCE_DIR) + "/fixtures/audits/lots-traced-to-the-mine");
}

bool is_of_products(const Change& change) {
  return change.table == "products" && change.column != "product_name" && change.column != "hs_code";
}

/// The verdicts of the rule on products, by their numbers.
std::map<std::string, Verdict> verdicts(const Network& network) {
  const auto audit = run(network, as_of);
  const std::vector<Rule>& rules = shipped_packs().rules.rules;
  std::map<std::string, Verdict> found;
  for (std::uint16_t rule = 0; rule < rules.size(); ++rule)
    for (std::uint32_t p = 0; rules[rule].id == "dprk-product-origin" && p < audit->graph.products.size(); ++p)
      found[product_entity(audit->graph, p).id] = why_not(audit->evaluation, rule, p).verdict;
  return found;
}

Sheet& sheet_of(Network& network, const std::string& table) {
  for (Sheet& sheet : network.sheets)
    if (sheet.table == table) return sheet;
  throw std::runtime_error("no table " + table);
}

/// The same chain, with copper of the DPRK in a sleeve.
Network tainted() {
  Network network = traced();
  Sheet& lots = sheet_of(network, "lots");
  Row row = lots.rows.back();
  row.cells[0] = "X-1";
  row.cells[static_cast<std::size_t>(lots.column("origin_country"))] = "KP";
  lots.rows.push_back(row);
  Sheet& products = sheet_of(network, "products");
  products.rows.back().cells[static_cast<std::size_t>(products.column("lot"))] = "X-1";
  return network;
}

using Verdicts = std::map<std::string, Verdict>;

}  // namespace

TEST(ProductsOfTracedLots, AreClear) {
  EXPECT_EQ(verdicts(traced()), (Verdicts{{"K-120", Verdict::clear}, {"W-08", Verdict::clear}}));
}

TEST(ProductsOfTracedLots, AreOpenWithoutAnyRowOfTheirOwnOrOfTheirLots) {
  int deleted = 0;
  each_deleted_row(traced(), [&](const Change& change) {
    if (change.table != "products" && change.table != "lots") return true;
    ++deleted;
    EXPECT_EQ(verdicts(change.network)["K-120"], Verdict::insufficient) << change.says;
    return true;
  });
  EXPECT_EQ(deleted, 6) << "three parts and three lots";
}

TEST(ProductsOfTracedLots, AreOpenOnceACellOfThemIsBlank) {
  int blanked = 0;
  each_blanked_cell(traced(), [&](const Change& change) {
    // Where lots are traced, they are not laid beside what the row calls the part.
    if (change.says == "blank products.csv:1:part" || change.says == "blank products.csv:3:part") return true;
    if (!is_of_products(change)) return true;
    ++blanked;
    EXPECT_EQ(run(change.network, as_of)->exit_code(), 3) << change.says;
    return true;
  });
  EXPECT_EQ(blanked, 10);
}

TEST(ProductsOfTracedLots, AreOpenWithoutAColumnOfThem) {
  int deleted = 0;
  each_deleted_column(traced(), [&](const Change& change) {
    if (!is_of_products(change) || change.column == "product_id") return true;  // then they are known by their names
    ++deleted;
    EXPECT_EQ(run(change.network, as_of)->exit_code(), 3) << change.says;
    return true;
  });
  EXPECT_EQ(deleted, 3);
}

TEST(ProductsOfTracedLots, DoNotDependOnTheOrderOfRows) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) EXPECT_EQ(run(shuffled(traced(), seed), as_of)->exit_code(), 0);
}

TEST(ProductsOfALotOfTheDprk, AreFlaggedAndNoneWithoutIt) {
  EXPECT_EQ(verdicts(tainted()), (Verdicts{{"K-120", Verdict::flagged}, {"W-08", Verdict::clear}}));
  EXPECT_EQ(run(tainted(), as_of)->exit_code(), 1);
}

TEST(ProductsOfALotOfTheDprk, AreNeverClearForLessData) {
  const auto check = [](const Change& change) {
    if (change.table != "products" && change.table != "lots") return true;
    const Verdicts found = verdicts(change.network);
    const auto rope = found.find("K-120");
    EXPECT_TRUE(rope == found.end() || rope->second != Verdict::clear) << change.says;
    return true;
  };
  each_deleted_row(tainted(), check);
  each_blanked_cell(tainted(), check);
  each_deleted_column(tainted(), check);
}

TEST(Products, AreAskedOfNobodyWhereThereIsNoTableOfThem) {
  Network network = traced();
  std::erase_if(network.sheets, [](const Sheet& sheet) { return sheet.table == "products"; });
  EXPECT_TRUE(verdicts(network).empty());
  EXPECT_EQ(run(network, as_of)->exit_code(), 0);
}

}  // namespace assay::naive
