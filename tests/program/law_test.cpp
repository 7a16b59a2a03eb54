#include <nlohmann/json.hpp>

#include "program/run.h"

// A flag that rests on the law shows the row of the law: in text, in JSON and when it is explained.

namespace {

using Json = nlohmann::ordered_json;

/// A folder with two rules, the tables of the shipped pack and shipments to ask about.
class Law : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string source = ASSAY_SOURCE_DIR;
    std::filesystem::create_directories(folder.path("pack"));
    std::filesystem::copy(source + "/rules/dprk/data", folder.path("pack/data"));
    for (const std::string rule : {"banned-by-measure.yaml", "goods-after-ban.yaml"})
      std::filesystem::copy(source + "/tests/rules/packs/language/" + rule, folder.path("pack/" + rule));
    folder.write("pack/pack.yaml", "assay: 1\nid: mine\nversion: \"1\"\nrules: 2\n");
    folder.write("shipments.csv",
                 "shipment_id,date,supplier,hs_code,origin_country,document\n"
                 "S1,2018-01-10,Hill Mine,260700,KP,invoice 1\n"
                 "S2,2016-05-15,Hill Mine,270111,KP,livelihood declaration\n"
                 "S3,2016-01-10,Hill Mine,270111,KP,invoice 3\n");
  }

  [[nodiscard]] Ran audit(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {
        "audit", folder.path("shipments.csv"), "--rules", folder.path("pack"), "--as-of", "2025-03-31", "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  /// The findings of one rule on one subject, a cause's included.
  [[nodiscard]] static Json finding(const Json& audit, const std::string& rule, const std::string& subject) {
    for (const Json& one : audit["findings"])
      if (one["rule"] == rule && one["subject"]["id"] == subject) return one;
    ADD_FAILURE() << "no finding of " << rule << " on " << subject;
    return {};
  }

  Folder folder;
};

TEST_F(Law, StandsUnderAFlagOfTheText) {
  const Ran ran = audit();
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("   = law: UN: UN-2371-10 barred\n"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("UN-2371-10 (S/RES/2371 (2017), 10) bars"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("mine/measures:"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("mine/goods-after-ban/bans:"), std::string::npos) << ran.out;
}

TEST_F(Law, IsPlacedInJsonByPackTableAndLine) {
  const Json found = Json::parse(audit({"--format", "json"}).out);
  const Json flag = finding(found, "banned-by-measure", "S1");
  EXPECT_EQ(flag["law"], Json::parse(R"([{"jurisdiction": "UN", "measure": "UN-2371-10", "status": "barred",
                                          "source": "implementing"}])"));
  const Json& step = flag["evidence"].back();
  EXPECT_EQ(step["kind"], "reference");
  EXPECT_EQ(step["at"]["pack"], "mine");
  EXPECT_EQ(step["at"]["table"], "measures");
  EXPECT_EQ(step["at"]["field"], "hs_prefix");
  EXPECT_EQ(step["at"]["text"], "2607");
  // The line is that of the file.
  std::istringstream table(folder.read("pack/data/measures.csv"));
  std::string line;
  for (int number = step["at"]["line"]; number > 0; --number) std::getline(table, line);
  EXPECT_EQ(line.substr(0, line.find(',')), "UN-2371-10:2607");
}

TEST_F(Law, OfARulesOwnTableIsPlacedByTheLineOfTheRule) {
  const Json found = Json::parse(audit({"--format", "json"}).out);
  const Json flag = finding(found, "goods-after-ban", "S1");
  EXPECT_EQ(flag["law"], Json::array());  // the rule asks no measure
  const Json at = flag["evidence"].back()["at"];
  EXPECT_EQ(at["table"], "goods-after-ban/bans");
  std::istringstream rule(folder.read("pack/goods-after-ban.yaml"));
  std::string line;
  for (int number = at["line"]; number > 0; --number) std::getline(rule, line);
  EXPECT_NE(line.find(R"("2607")"), std::string::npos) << line;
  EXPECT_NE(flag["message"].get<std::string>().find("banned since 2017-08-05 by UNSCR 2371"), std::string::npos);
}

TEST_F(Law, LeavesAClaimedExceptionOpenAndSaysSo) {
  const Json found = Json::parse(audit({"--format", "json"}).out);
  const Json open = finding(found, "banned-by-measure", "S2");
  EXPECT_EQ(open["verdict"], "insufficient");
  EXPECT_EQ(open["missing"][0]["field"], "document");
  EXPECT_EQ(open["ask"][0]["what"], "Which document shows that the exception holds for S2?");
  const Ran why = run({"why-not", "S2", "--rule", "banned-by-measure", folder.path("shipments.csv"), "--rules",
                       folder.path("pack"), "--as-of", "2025-03-31"});
  EXPECT_NE(why.out.find("= law: UN: UN-2270-29 unknown"), std::string::npos) << why.out << why.err;
  EXPECT_NE(why.out.find("the exception livelihood-2270 is claimed"), std::string::npos) << why.out;
}

TEST_F(Law, IsShownForWhatIsClearToo) {
  const Ran ran = audit({"--format", "json", "--include", "clear"});
  const Json clear = finding(Json::parse(ran.out), "banned-by-measure", "S3");
  EXPECT_EQ(clear["verdict"], "clear");
  ASSERT_FALSE(clear["law"].empty());
  for (const Json& entry : clear["law"]) EXPECT_EQ(entry["status"], "not_in_force");
}

TEST_F(Law, IsExplainedWithTheRowThatBars) {
  const Ran ran =
      run({"explain", "F-1", folder.path("shipments.csv"), "--rules", folder.path("pack"), "--as-of", "2025-03-31"});
  EXPECT_NE(ran.out.find("mine/measures:"), std::string::npos) << ran.out << ran.err;
  EXPECT_NE(ran.out.find("hs_prefix = \"2607\""), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("= law: UN: UN-2371-10 barred"), std::string::npos) << ran.out;
}

}  // namespace
