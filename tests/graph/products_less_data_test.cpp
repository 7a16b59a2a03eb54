#include <map>
#include <random>
#include <utility>

#include <gtest/gtest.h>

#include "traced_products.h"

// Less data of products is never better: whatever cell, row, column or product is taken away, no product that is
// still there turns from open or flagged into clear.

namespace assay::test {
namespace {

using Rows = std::vector<std::vector<std::string>>;

const std::vector<std::string> headers = {"product_id", "product_name", "commodity", "hs_code",
                                          "part",       "supplier",     "lot",       "share_pct"};

std::string csv_of(const Rows& rows, std::size_t without_column = 99) {
  std::string text;
  const auto add = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (c != without_column) line += (line.empty() && c == (without_column == 0 ? 1U : 0U) ? "" : ",") + cells[c];
    text += line + "\n";
  };
  add(headers);
  for (const auto& row : rows) add(row);
  return text;
}

/// L0 is of the DPRK, L1 and L2 are traced elsewhere, L3 is open. Of the suppliers, Clean Wire vouches for its goods,
/// Ferry sold wire of the DPRK, Hill lies there, Grey says nothing.
TableTexts world(const std::string& products) {
  return {
      {"products", products},
      {"lots",
       "lot,hs_code,origin_country,mine,facility,made_from,document\n"
       "L0,790111,KP,,,,\nL1,260800,PE,High Pit,High Pit,,M-1\nL2,790111,PE,,High Pit,L1,M-2\nL3,790111,PE,,,,\n"},
      {"sites", "site,country,type\nHigh Pit,PE,mine\n"},
      {"documents",
       "document,type,covers,origin_country,issue_date,grade\n"
       "M-1,mine certificate,L1,PE,2018-01-05,A\nM-2,processing record,L2,PE,2018-01-05,C\n"},
      {"suppliers", "name,country,city\nClean Wire,CL,\nFerry,CN,Dandong\nHill,KP,\nGrey,DE,\n"},
      {"shipments",
       "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country,lot\n"
       "S1,2018-03-01,Ferry,Works,wire,721710,KP,none\n"
       "S2,2018-05-01,Clean Wire,Works,wire,721710,CL,none\n"
       "S3,2018-05-01,Clean Wire,Works,squid,030743,KP,none\n"},
      {"declarations",
       "party,statement,goods,from,to,document,issuer,date,grade\n"
       "Clean Wire,inputs_complete,all,2017-01-01,2020-01-01,A-1,Auditor,2019-12-31,B\n"}};
}

/// Products of up to three parts each; mostly with shares that add up, seldom with more than there is.
Rows made_up(std::mt19937& random) {
  const auto one_of = [&random](const std::vector<std::string>& words) { return words[random() % words.size()]; };
  Rows rows;
  for (const std::string& id : {std::string("P1"), std::string("P2"), std::string("P3")}) {
    const std::vector<std::vector<std::string>> shares = {
        {"100"}, {"100"}, {"60", "40"}, {"60", "40"}, {"50", "30", "20"}, {"70", ""}, {"90"}};
    const std::string name = one_of({"Pump", "Wheel", "Wheel"});
    for (const std::string& share : shares[random() % shares.size()]) {
      const std::string part =
          one_of({"P1", "P2", "P3", "Wheel", "Wheel", "Wheel", "wire", "7217", "none", "none", ""});
      const std::string lot = one_of({"L1", "L1", "L2", "L1; L2", "none", "none", "none", "", "L0", "L3", "L9"});
      const std::string supplier = one_of({"Clean Wire", "Clean Wire", "none", "", "Ferry", "Hill", "Grey"});
      rows.push_back(
          {id, name, one_of({"wire", "wire", ""}), one_of({"721710", "721710", ""}), part, supplier, lot, share});
    }
  }
  return rows;
}

/// Every product that was not clear, and is.
void expect_no_better(const Traced& before, const std::string& products, const std::string& says, const Rows& rows) {
  const Traced after(world(products));
  for (const std::string& id : after.ids())
    if (before.has(id) && after.verdict(id) == "clear") {
      EXPECT_EQ(before.verdict(id), "clear") << id << ": " << says << "\n" << csv_of(rows);
    }
}

void lose_each_thing(const Rows& rows) {
  const Traced before(world(csv_of(rows)));
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Rows fewer = rows;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(row));
    if (!fewer.empty()) expect_no_better(before, csv_of(fewer), "without row " + std::to_string(row + 2), rows);
    for (std::size_t column = 0; column < headers.size(); ++column) {
      Rows blank = rows;
      if (std::exchange(blank[row][column], "").empty()) continue;
      expect_no_better(before, csv_of(blank), "blank " + headers[column] + " " + std::to_string(row + 2), rows);
    }
  }
  for (const std::string& id : before.ids()) {
    Rows fewer = rows;
    std::erase_if(fewer, [&](const std::vector<std::string>& row) { return row[0] == id; });
    if (!fewer.empty()) expect_no_better(before, csv_of(fewer), "without " + id, rows);
  }
  for (std::size_t column = 0; column < headers.size(); ++column)
    expect_no_better(before, csv_of(rows, column), "without column " + headers[column], rows);
}

TEST(Products, AreNeverBetterForLessData) {
  std::mt19937 random(20261130);
  std::map<std::string, int> seen;
  for (int round = 0; round < 100 && !testing::Test::HasFailure(); ++round) {
    const Rows rows = made_up(random);
    const Traced whole(world(csv_of(rows)));
    for (const std::string& id : whole.ids()) ++seen[whole.verdict(id).substr(0, 4)];
    lose_each_thing(rows);
  }
  for (const char* verdict : {"clea", "open", "flag"}) EXPECT_GE(seen[verdict], 20) << verdict;
}

}  // namespace
}  // namespace assay::test
