#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "metamorphic_change.h"
#include "naive_engine.h"

// A chain whose origin rests on its lots alone: without any cell, row or file of them it must not be clear.

namespace assay::naive {
namespace {

constexpr const char* as_of = "2025-03-31";

Network traced() {
  return read_folder(std::string(ASSAY_SOURCE_DIR) + "/fixtures/audits/lots-traced-to-the-mine");
}

/// Papers of the lots; those of shipments only let more questions be asked.
bool is_of_a_lot(const Network& network, const Change& change) {
  for (const Sheet& sheet : network.sheets)
    for (const Row& row : sheet.rows)
      if (sheet.table == "documents" && row.tag == change.tag)
        return row.cells[0].starts_with("MC-") || row.cells[0].starts_with("PR-");
  return false;
}

/// Without the rows of a table of which some cell is this word.
Network without_rows(Network network, const std::string& table, const std::string& word) {
  for (Sheet& sheet : network.sheets)
    if (sheet.table == table)
      std::erase_if(sheet.rows, [&](const Row& row) {
        return std::find(row.cells.begin(), row.cells.end(), word) != row.cells.end();
      });
  return network;
}

Network without_file(Network network, const std::string& table) {
  std::erase_if(network.sheets, [&](const Sheet& sheet) { return sheet.table == table; });
  return network;
}

/// The shipment of the refinery, C-03.
int tag_of_metal(const Network& network) {
  for (const Sheet& sheet : network.sheets)
    for (const Row& row : sheet.rows)
      if (sheet.table == "shipments" && row.cells[0] == "C-03") return row.tag;
  return -1;
}

}  // namespace

TEST(LotsTracedToTheMine, AreClear) {
  EXPECT_EQ(run(traced(), as_of)->exit_code(), 0);
}

TEST(LotsTracedToTheMine, AreOpenWithoutAnyRowOfThem) {
  const Network whole = traced();
  int deleted = 0;
  each_deleted_row(whole, [&](const Change& change) {
    const bool of_lots = change.table == "lots" || (change.table == "documents" && is_of_a_lot(whole, change));
    if (!of_lots) return true;
    ++deleted;
    EXPECT_EQ(run(change.network, as_of)->exit_code(), 3) << change.says;
    return true;
  });
  EXPECT_EQ(deleted, 6) << "three lots, and a document of each";
}

TEST(LotsTracedToTheMine, AreOpenOnceACellOfTheTraceIsBlank) {
  int blanked = 0;
  each_blanked_cell(traced(), [&](const Change& change) {
    const bool of_trace = change.table == "lots" && change.column != "commodity" && change.column != "quantity_t" &&
                          change.column != "grade_pct" && change.column != "hs_code" &&
                          change.column != "document";  // each document says itself which lot it covers
    if (!of_trace && !(change.table == "shipments" && change.column == "lot")) return true;
    ++blanked;
    EXPECT_EQ(run(change.network, as_of)->exit_code(), 3) << change.says;
    return true;
  });
  EXPECT_GE(blanked, 15);
}

TEST(LotsTracedToTheMine, AreOpenWithoutTheFileOfTheDocuments) {
  each_deleted_file(traced(), [&](const Change& change) {
    if (change.table == "documents") {
      EXPECT_EQ(run(change.network, as_of)->exit_code(), 3) << change.says;
    }
    return true;
  });
}

/// Without the file of lots nobody is asked about them, and who vouches for what the refinery bought closes its
/// goods.
TEST(LotsTracedToTheMine, AreClearWithoutTheirFileOnlyWhereSomebodyVouchesForTheInputs) {
  const auto origin_of_metal = [](const Network& network) {
    return judgements_of(*run(network, as_of), network)
        .at("A02 shipment #" + std::to_string(tag_of_metal(network)))
        .verdict;
  };
  const Network nobody_vouches = without_rows(traced(), "declarations", "inputs_complete");
  EXPECT_EQ(origin_of_metal(nobody_vouches), Verdict::clear) << "the lots show it";
  EXPECT_EQ(origin_of_metal(without_file(nobody_vouches, "lots")), Verdict::insufficient);
  EXPECT_EQ(origin_of_metal(without_file(traced(), "lots")), Verdict::clear);
}

TEST(LotsTracedToTheMine, FlagNobodyWithOneColumnLess) {
  each_deleted_column(traced(), [&](const Change& change) {
    EXPECT_NE(run(change.network, as_of)->exit_code(), 1) << change.says;
    return true;
  });
}

TEST(LotsTracedToTheMine, DoNotDependOnTheOrderOfRows) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) EXPECT_EQ(run(shuffled(traced(), seed), as_of)->exit_code(), 0);
}

/// The worse a lot is, the less the rest counts: one input of DPRK origin is found through the refinery.
TEST(LotsTracedToTheMine, AreFlaggedWhenOneInputIsOfTheDprk) {
  Network network = traced();
  for (Sheet& sheet : network.sheets)
    if (sheet.table == "lots") sheet.rows[1].cells[static_cast<std::size_t>(sheet.column("origin_country"))] = "KP";
  const auto audit = run(network, as_of);
  EXPECT_EQ(audit->exit_code(), 1);
}

}  // namespace assay::naive
