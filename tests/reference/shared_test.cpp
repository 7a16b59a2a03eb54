// Facts and hostile files that lie beside the checkout; skipped where they do not.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "reference/pack.h"

namespace assay {
namespace {

using test::said;
using test::shipped;
using Row = std::map<std::string, std::string>;

std::filesystem::path shared_folder() {
  const char* const named = std::getenv("ASSAY_SHARED");
  return named != nullptr ? std::filesystem::path(named)
                          : std::filesystem::path(ASSAY_SOURCE_DIR).parent_path() / "shared";
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

std::vector<Row> rows_of(const std::filesystem::path& path) {
  std::ifstream stream(path);
  std::string line;
  std::getline(stream, line);
  const std::vector<std::string> header = cells_of(line);
  std::vector<Row> rows;
  while (std::getline(stream, line)) {
    const std::vector<std::string> cells = cells_of(line);
    Row row;
    for (std::size_t i = 0; i < header.size() && i < cells.size(); ++i) row[header[i]] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

class Shared : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::is_directory(shared_folder())) GTEST_SKIP() << "no ../shared and no ASSAY_SHARED";
  }
};

TEST_F(Shared, EveryKoreaTextOfTheDomainFileIsReadAsItSays) {
  for (const Row& row : rows_of(shared_folder() / "domain" / "korea_names.csv")) {
    const std::string& kind = row.at("kind");
    const std::string& text = row.at("text");
    if (kind != "name" && kind != "code" && kind != "not-a-country") continue;
    const Country country = shipped().country(text).country;
    if (row.at("resolves_to") == "ambiguous") {
      EXPECT_FALSE(country.is_known()) << text;
    } else if (!text.ends_with(" (WMO)")) {
      EXPECT_EQ(said(country), row.at("resolves_to")) << text;
    }
  }
}

TEST_F(Shared, EveryPlaceOfTheDomainFileLiesWhereItSays) {
  for (const Row& row : rows_of(shared_folder() / "domain" / "places.csv")) {
    const std::string& code = row.at("locode");
    const std::string& name = row.at("name");
    const Country stated(row.at("country")[0], row.at("country")[1]);
    if (code.size() == 5) {
      EXPECT_EQ(shipped().place(code, Country()).country, stated) << code;
    }
    if (name.empty() || name[0] == '(') continue;
    EXPECT_EQ(shipped().place(name, stated).country, stated) << name;
    const Country alone = shipped().place(name, Country()).country;
    EXPECT_TRUE(alone == stated || alone.known() == Known::ambiguous) << name << ": " << said(alone);
    EXPECT_TRUE(stated != north_korea || alone.may_be(north_korea)) << name;
    EXPECT_TRUE(stated == north_korea || alone != north_korea) << name;
  }
}

TEST_F(Shared, PlacesThatCollideAreToldApart) {
  for (const Row& row : rows_of(shared_folder() / "domain" / "collision_pairs.csv")) {
    if (row.at("kind") != "place") continue;
    for (const char* side : {"a", "b"}) {
      const std::string& name = row.at(side);
      const std::string& code = row.at(std::string(side) + "_country");
      const Country stated(code[0], code[1]);
      EXPECT_EQ(shipped().place(name, stated).country, stated) << name << " stated " << code;
      const Country alone = shipped().place(name, Country()).country;
      const std::string expected = row.at("expected") == "country decides" ? "ambiguous" : code;
      EXPECT_EQ(said(alone), expected) << name;
    }
  }
}

TEST_F(Shared, NegativesOfTheBorderZoneAreNotInIt) {
  for (const Row& row : rows_of(shared_folder() / "domain" / "places.csv")) {
    const std::string& role = row.at("role");
    const Country country(row.at("country")[0], row.at("country")[1]);
    if (row.at("locode") == "RUKHS") continue;
    const bool inside =
        role.find("border zone") != std::string::npos || role.find("border pref") != std::string::npos;
    EXPECT_EQ(shipped().zone(row.at("name"), country), inside ? Zone::yes : Zone::no) << row.at("name");
  }
}

/// The text in the column origin_country of the row S6.
std::string origin_of_s6(const std::filesystem::path& path) {
  for (const Row& row : rows_of(path))
    if (row.at("supplier_id") == "S6") return row.at("origin_country");
  return "no row S6";
}

TEST_F(Shared, NoHostileWritingOfTheDprkIsAnotherCountry) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(shared_folder() / "badinput" / "own-hostile")) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("12-kp-")) continue;
    ++files;
    const std::string text = origin_of_s6(entry.path());
    EXPECT_TRUE(shipped().country(text).country.may_be(north_korea)) << name << ": " << text;
  }
  EXPECT_GT(files, 10);
}

TEST_F(Shared, NoWordForNothingIsACountry) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(shared_folder() / "badinput" / "own-hostile")) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("13-missing-")) continue;
    ++files;
    const std::string text = origin_of_s6(entry.path());
    const Known known = shipped().country(text).country.known();
    EXPECT_TRUE(known == Known::blank || known == Known::unreadable) << name << ": " << text;
  }
  EXPECT_GT(files, 10);
}

TEST_F(Shared, EveryUnPrefixOfTheDomainFileIsExposed) {
  for (const Row& row : rows_of(shared_folder() / "domain" / "measures.csv")) {
    const std::string& coverage = row.at("coverage");
    if (row.at("jurisdiction") != "UN" || row.at("direction") != "from_kp" || coverage == "possible") continue;
    bool exposed = false;
    EXPECT_EQ(shipped().exposed_goods(row.at("hs_prefix"), exposed), Known::yes) << row.at("hs_prefix");
    EXPECT_TRUE(exposed) << row.at("hs_prefix");
  }
}

TEST_F(Shared, CountryColumnsOfTheCasesAreReadable) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shared_folder() / "cases")) {
    if (entry.path().extension() != ".csv") continue;
    for (const Row& row : rows_of(entry.path()))
      for (const char* column :
           {"country", "origin_country", "load_country", "discharge_country", "smelter_country"}) {
        const auto cell = row.find(column);
        if (cell == row.end() || cell->second.empty()) continue;
        EXPECT_TRUE(shipped().country(cell->second).country.is_known()) << entry.path() << ": " << cell->second;
      }
  }
}

}  // namespace
}  // namespace assay
