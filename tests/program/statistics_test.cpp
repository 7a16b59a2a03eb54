#include "program/run.h"

// Tables of statistics look like supply data: they hold countries, codes, values and names of mines. Where no row
// names who supplied whom they are no supply data, and taking them for it would make a clean audit out of nothing.

namespace {

struct Statistics {
  const char* name;
  const char* text;
  const char* missing;  ///< what the complaint names
};

// Shaped like published trade and mining statistics.
constexpr Statistics tables[] = {
    {"by_partner.csv",
     "period_dt,val,qty,uv,hhi,broad_group,partner_name\n"
     "2021-01-01,1820044.0,91002.5,20.0,0.31,Tungsten,North Korea\n"
     "2021-02-01,1610031.0,80501.5,20.0,0.29,Tungsten,South Korea\n",
     "country"},
    {"by_code.csv",
     "period_dt,partner_name,hs6,val,qty,uv\n"
     "2021-01-01,North Korea,261100,90200.0,4510.0,20.0\n",
     "price.month"},
    {"codes.csv", "hs6,material,group,notes\n261100,tungsten_ore,tungsten,ores\n", "price.month"},
    {"countries.csv", "number;country;iso2;iso3\n408;North Korea;KP;PRK\n410;South Korea;KR;KOR\n", "supplier.name"},
    {"mines.csv", "facility_id,mine_fac,sub_site\nM-1,Musan,North pit\nM-2,Hyesan,\n", "worker_group.nationality"},
};

class StatisticsTest : public ::testing::TestWithParam<Statistics> {};

TEST_P(StatisticsTest, AreRefusedWhenNamedAndTheMissingColumnsAreNamed) {
  const Folder folder;
  const Ran ran = run({"audit", folder.write(GetParam().name, GetParam().text), "--as-of", "2025-03-31"});
  EXPECT_EQ(ran.code, 4) << ran.out;
  EXPECT_NE(ran.err.find("error: feeds no known table"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find(GetParam().missing), std::string::npos) << ran.err;
  EXPECT_EQ(ran.out.find("flagged:"), std::string::npos) << ran.out;
}

TEST_P(StatisticsTest, AreQuarantinedInAFolderAndKeepTheAuditOpen) {
  const Folder folder;
  folder.write(GetParam().name, GetParam().text);
  folder.write("suppliers.csv", "supplier_id,name,country,city\nV-1,Iron Works,DE,Essen\n");
  const Ran ran = run({"audit", folder.path(), "--as-of", "2025-03-31"});
  EXPECT_EQ(ran.code, 3) << ran.out;
  EXPECT_NE(ran.err.find("all its rows are quarantined"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find(GetParam().missing), std::string::npos) << ran.err;
  EXPECT_EQ(ran.out.find("0 quarantined"), std::string::npos) << ran.out;
}

INSTANTIATE_TEST_SUITE_P(Tables, StatisticsTest, ::testing::ValuesIn(tables), [](const auto& each) {
  const std::string name = each.param.name;
  return std::string(name == "by_partner.csv" ? "ByPartner"
                     : name == "by_code.csv"  ? "ByCode"
                                              : "") +
         (name == "codes.csv"       ? "Codes"
          : name == "countries.csv" ? "Countries"
          : name == "mines.csv"     ? "Mines"
                                    : "");
});

std::string shared_data() {
  const char* named = std::getenv("ASSAY_SHARED");
  return (named != nullptr ? std::string(named) : std::string(ASSAY_SOURCE_DIR) + "/../shared") + "/data/";
}

TEST(PublishedStatistics, OfTradeAndMiningAreRefusedFileByFile) {
  const std::string data = shared_data();
  if (!std::filesystem::exists(data + "mine-production")) GTEST_SKIP() << "needs ../shared (or ASSAY_SHARED)";
  std::size_t files = 0;
  for (const char* folder : {"china-critical-minerals-trade", "mine-production"})
    for (const auto& entry : std::filesystem::directory_iterator(data + folder)) {
      if (entry.path().extension() != ".csv") continue;
      const Ran ran = run({"audit", entry.path().string(), "--as-of", "2025-03-31"});
      EXPECT_EQ(ran.code, 4) << entry.path();
      EXPECT_NE(ran.err.find("feeds no known table"), std::string::npos) << ran.err;
      EXPECT_NE(ran.err.find("need"), std::string::npos) << ran.err;
      ++files;
    }
  EXPECT_EQ(files, 9U);
}

TEST(PublishedFacilityLists, OfNamesCountriesAndHeadcountsFlagNobody) {
  const std::string lists = shared_data() + "os-hub-samples";
  if (!std::filesystem::exists(lists)) GTEST_SKIP() << "needs ../shared (or ASSAY_SHARED)";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(lists)) {
    if (entry.path().extension() != ".csv") continue;
    const Ran ran = run({"audit", entry.path().string(), "--as-of", "2025-03-31"});
    EXPECT_EQ(ran.code, 3) << entry.path();
    EXPECT_NE(ran.out.find("Verdicts: 0 flagged, "), std::string::npos) << ran.out;
    ++files;
  }
  EXPECT_EQ(files, 7U);
}

}  // namespace
