#include "metamorphic_change.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "naive_csv.h"

namespace assay::naive {

namespace {

template <class Items>
void shuffle(Items& items, Dice& dice) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[dice.below(i)]);
}

}  // namespace

void each_blanked_cell(const Network& network, const Visit& visit) {
  for (std::size_t s = 0; s < network.sheets.size(); ++s)
    for (std::size_t r = 0; r < network.sheets[s].rows.size(); ++r)
      for (std::size_t c = 0; c < network.sheets[s].columns.size(); ++c) {
        const Sheet& sheet = network.sheets[s];
        if (sheet.rows[r].cells[c].empty()) continue;
        Change change{"blank " + sheet.file + ":" + std::to_string(r + 1) + ":" + sheet.columns[c], sheet.table,
                      sheet.columns[c], -1, network};
        change.network.sheets[s].rows[r].cells[c].clear();
        if (!visit(change)) return;
      }
}

void each_deleted_column(const Network& network, const Visit& visit) {
  for (std::size_t s = 0; s < network.sheets.size(); ++s)
    for (std::size_t c = 0; c < network.sheets[s].columns.size(); ++c) {
      Change change{"delete column " + network.sheets[s].file + ":" + network.sheets[s].columns[c],
                    network.sheets[s].table, network.sheets[s].columns[c], -1, network};
      Sheet& sheet = change.network.sheets[s];
      const auto at = static_cast<std::ptrdiff_t>(c);
      sheet.columns.erase(sheet.columns.begin() + at);
      for (Row& row : sheet.rows) row.cells.erase(row.cells.begin() + at);
      if (!visit(change)) return;
    }
}

void each_deleted_file(const Network& network, const Visit& visit) {
  for (std::size_t s = 0; s < network.sheets.size(); ++s) {
    Change change{"delete " + network.sheets[s].file, network.sheets[s].table, "", -1, network};
    change.network.sheets.erase(change.network.sheets.begin() + static_cast<std::ptrdiff_t>(s));
    if (!visit(change)) return;
  }
}

void each_deleted_row(const Network& network, const Visit& visit) {
  for (std::size_t s = 0; s < network.sheets.size(); ++s)
    for (std::size_t r = 0; r < network.sheets[s].rows.size(); ++r) {
      const Sheet& sheet = network.sheets[s];
      Change change{"delete row " + sheet.file + ":" + std::to_string(r + 1), sheet.table, "", sheet.rows[r].tag,
                    network};
      auto& rows = change.network.sheets[s].rows;
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(r));
      if (!visit(change)) return;
    }
}

Network shuffled(const Network& network, std::uint64_t seed) {
  Dice dice(seed);
  Network result = network;
  shuffle(result.sheets, dice);
  for (Sheet& sheet : result.sheets) {
    shuffle(sheet.rows, dice);
    std::vector<std::size_t> order(sheet.columns.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    shuffle(order, dice);
    const Sheet before = sheet;
    for (std::size_t i = 0; i < order.size(); ++i) {
      sheet.columns[i] = before.columns[order[i]];
      for (std::size_t r = 0; r < sheet.rows.size(); ++r) sheet.rows[r].cells[i] = before.rows[r].cells[order[i]];
    }
  }
  return result;
}

Network with_rows_twice(const Network& network, const std::string& table) {
  Network result = network;
  for (Sheet& sheet : result.sheets) {
    if (sheet.table != table) continue;
    const std::vector<Row> rows = sheet.rows;
    sheet.rows.insert(sheet.rows.end(), rows.begin(), rows.end());
  }
  return result;
}

Network read_folder(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  Network network;
  int tag = 0;
  for (const auto& file : files) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    network.sheets.push_back(sheet_of(file.filename().string(), text.str(), tag));
  }
  return network;
}

}  // namespace assay::naive
