// Labelled pairs that lie beside the checkout; skipped where they do not. The floors are the goals that names are
// held to.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include <gtest/gtest.h>

#include "names/naming.h"

namespace assay {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

struct Pair {
  std::string script;
  std::string reason;
  bool match = false;
  bool flagged = false;
};

NameKind kind_of(const std::string& word) {
  return word == "person" ? NameKind::person : word == "vessel" ? NameKind::vessel : NameKind::company;
}

/// name_a,name_b,script,expected,reason,kind,...
std::vector<Pair> shared_pairs() {
  const char* const named_folder = std::getenv("ASSAY_SHARED");
  const std::filesystem::path folder = named_folder != nullptr
                                           ? std::filesystem::path(named_folder)
                                           : std::filesystem::path(ASSAY_SOURCE_DIR).parent_path() / "shared";
  std::ifstream stream(folder / "names" / "pairs.csv");
  std::vector<Pair> pairs;
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() < 6) continue;
    pairs.push_back(
        {cells[2], cells[4], cells[3] == "match", band(cells[0], cells[1], kind_of(cells[5])) == Band::flag});
  }
  return pairs;
}

double share(const std::vector<Pair>& pairs, const std::function<bool(const Pair&)>& of,
             const std::function<bool(const Pair&)>& that) {
  double all = 0;
  double those = 0;
  for (const Pair& pair : pairs) {
    if (!of(pair)) continue;
    ++all;
    if (that(pair)) ++those;
  }
  return all == 0 ? 0 : those / all;
}

TEST(SharedPairs, ReachTheGoals) {
  const std::vector<Pair> pairs = shared_pairs();
  if (pairs.empty()) GTEST_SKIP() << "needs ../shared (or ASSAY_SHARED)";
  const auto flagged = [](const Pair& pair) { return pair.flagged; };
  const auto match = [](const Pair& pair) { return pair.match; };
  const double precision = share(pairs, flagged, match);
  const double recall = share(pairs, match, flagged);
  EXPECT_GE(2 * precision * recall / (precision + recall), 0.85);
  for (const char* script : {"Hangul+Latin", "Han+Latin"})
    EXPECT_GE(share(
                  pairs, [&](const Pair& pair) { return pair.match && pair.script == script; }, flagged),
              0.85)
        << script;
  EXPECT_LE(
      share(
          pairs, [](const Pair& pair) { return !pair.match && pair.reason.find("number") != std::string::npos; },
          flagged),
      0.03);
}

}  // namespace
}  // namespace assay
