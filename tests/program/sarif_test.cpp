#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>

#include <nlohmann/json.hpp>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wextra"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

#include "program/run.h"

// SARIF is read by programs that nobody of us wrote: it must be as the standard says, and every reference in it must
// lead somewhere.

namespace {

using Json = nlohmann::json;

Json sarif_of(const std::vector<std::string>& more) {
  std::vector<std::string> words{"audit", "--as-of", "2025-03-31", "--format", "sarif"};
  words.insert(words.end(), more.begin(), more.end());
  return Json::parse(run(words).out);
}

std::string all_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Inputs that bring out every part of a report: flags, questions, hostile texts, cells of several lines, refusals.
std::vector<std::vector<std::string>> audits(const Folder& folder) {
  folder.write("hostile/shipments.csv",
               "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country,load_port\n"
               "S1,2018-03-01,\"Mine\r\n[x](http://e) {0}\",B,coal,270112,KP,KPNAM\n"
               "S2,2018-04-01,B,丹东,coal,270112,,\n");
  folder.write("broken/a b%.csv", "supplier_id,name,country\nA,Alpha,CN\nB,\"Beta,CN\n");
  folder.write("rules/pack.yaml", "id: [");
  return {{fixture("coal-through-a-trader"), "--include", "clear"},
          {fixture("everything-disclosed"), "--include", "clear"},
          {fixture("coal-through-a-trader"), "--fail-on-open", "never"},
          {folder.path("hostile"), "--include", "clear"},
          {folder.path("broken")},
          {fixture("coal-through-a-trader"), "--rules", folder.path("rules")}};
}

TEST(Sarif, IsValidByThePublishedSchema) {
  const char* shared = std::getenv("ASSAY_SHARED");
  const std::string file = (shared != nullptr ? shared : std::string(ASSAY_SOURCE_DIR) + "/../shared") +
                           "/data/sarif/sarif-schema-2.1.0.json";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "needs ../shared (or ASSAY_SHARED)";
  const Json text = Json::parse(all_of(file));
  valijson::Schema schema;
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft4);
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema);
  const auto complaint = [&](const Json& report) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    std::string all;
    if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(report), &results)) return all;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
      for (const std::string& step : error.context) all += step;
      all += ": " + error.description + '\n';
    }
    return all;
  };
  const Folder folder;
  for (const auto& words : audits(folder)) EXPECT_EQ(complaint(sarif_of(words)), "") << words.front();
  Json wrong = sarif_of({fixture("coal-through-a-trader")});
  wrong["runs"][0]["results"][0]["level"] = "critical";
  EXPECT_NE(complaint(wrong), "") << "a schema that refuses nothing proves nothing";
}

TEST(Sarif, LeadsSomewhereWithEveryReference) {
  const Folder folder;
  std::size_t places = 0;
  for (const auto& words : audits(folder)) {
    const Json run = sarif_of(words)["runs"][0];
    const Json& rules = run["tool"]["driver"]["rules"];
    for (const Json& result : run["results"]) {
      ASSERT_LT(result["ruleIndex"].get<std::size_t>(), rules.size());
      EXPECT_EQ(rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
      EXPECT_FALSE(result["locations"].empty());
      EXPECT_EQ(result["kind"] == "fail", result["level"] != "none");
    }
    const std::function<void(const Json&)> check = [&](const Json& value) {
      if (value.is_object() && value.contains("artifactLocation")) {
        const Json& at = value["artifactLocation"];
        const auto index = at["index"].get<std::size_t>();
        ASSERT_LT(index, run["artifacts"].size());
        EXPECT_EQ(run["artifacts"][index]["location"]["uri"], at["uri"]);
        EXPECT_TRUE(run["originalUriBaseIds"].contains(at["uriBaseId"].get<std::string>()));
        ++places;
      }
      if (value.is_structured())
        for (const Json& part : value) check(part);
    };
    check(run);
  }
  EXPECT_GT(places, 50U);
}

/// The code points from one place of a text up to another, lines and columns from 1.
std::string part_of(const std::string& text, const Json& region) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') starts.push_back(i + 1);
  const auto offset = [&](std::size_t line, std::size_t column) {
    std::size_t at = starts.at(line - 1);
    for (std::size_t i = 1; i < column; ++i) do
        ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
  };
  const std::size_t begin = offset(region["startLine"], region["startColumn"]);
  return text.substr(begin, offset(region["endLine"], region["endColumn"]) - begin);
}

TEST(Sarif, PointsAtTheBytesThatItQuotes) {
  const Folder folder;
  const auto words = audits(folder);
  std::size_t quoted = 0;
  for (const std::string& input : {words[0][0], words[3][0]}) {
    const std::function<void(const Json&)> check = [&](const Json& value) {
      if (value.is_object() && value.contains("artifactLocation") && value.contains("region") &&
          value["region"].contains("snippet")) {
        const std::string text = all_of(input + '/' + value["artifactLocation"]["uri"].get<std::string>());
        EXPECT_EQ(part_of(text, value["region"]), value["region"]["snippet"]["text"]);
        ++quoted;
      }
      if (value.is_structured())
        for (const Json& part : value) check(part);
    };
    check(sarif_of({input})["runs"][0]["results"]);
  }
  EXPECT_GT(quoted, 15U);
}

TEST(Sarif, TellsEveryFindingOfTheAuditOnceWithItsFingerprint) {
  const std::vector<std::string> words{"audit", fixture("coal-through-a-trader"), "--as-of", "2025-03-31", "-f",
                                       "json"};
  const Json audit = Json::parse(run(words).out);
  const Json results = sarif_of({fixture("coal-through-a-trader")})["runs"][0]["results"];
  ASSERT_EQ(results.size(), audit["findings"].size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    const Json& finding = audit["findings"][i];
    EXPECT_EQ(results[i]["partialFingerprints"]["assayFlag/v1"], finding["fingerprint"]);
    EXPECT_EQ(results[i]["partialFingerprints"]["assayPath/v1"], finding["path_fingerprint"]);
    EXPECT_EQ(results[i]["properties"]["verdict"], finding["verdict"]);
    EXPECT_EQ(results[i]["kind"], finding["verdict"] == "flagged" ? "fail" : "open");
    if (finding["evidence"].empty()) continue;
    EXPECT_EQ(results[i]["codeFlows"][0]["threadFlows"][0]["locations"].size(), finding["evidence"].size());
  }
}

TEST(Sarif, ListsClearVerdictsAsPassedOnlyWhenTheyAreWanted) {
  const auto passed = [](const Json& report) {
    std::size_t count = 0;
    for (const Json& result : report["runs"][0]["results"]) count += result["kind"] == "pass" ? 1U : 0U;
    return count;
  };
  EXPECT_EQ(passed(sarif_of({fixture("everything-disclosed")})), 0U);
  EXPECT_GT(passed(sarif_of({fixture("everything-disclosed"), "--include", "clear"})), 0U);
}

TEST(Sarif, SuppressesOnlyQuestionsThatAreAccepted) {
  const auto suppressed = [](const Json& report) {
    std::set<std::string> kinds;
    for (const Json& result : report["runs"][0]["results"])
      if (!result["suppressions"].empty()) kinds.insert(result["kind"].get<std::string>());
    return kinds;
  };
  EXPECT_TRUE(suppressed(sarif_of({fixture("coal-through-a-trader")})).empty());
  EXPECT_EQ(suppressed(sarif_of({fixture("coal-through-a-trader"), "--fail-on-open", "never", "--fail-on", "never"})),
            std::set<std::string>{"open"});
}

TEST(Sarif, SaysThatNothingSucceededWhereAnInputOrTheRulesWereRefused) {
  const Folder folder;
  const auto words = audits(folder);
  const Json whole = sarif_of(words[0])["runs"][0]["invocations"][0];
  EXPECT_EQ(whole["executionSuccessful"], true);
  EXPECT_EQ(whole["exitCode"], 1);
  const Json broken = sarif_of(words[4])["runs"][0];
  EXPECT_NE(broken["invocations"][0]["exitCode"], 0);
  EXPECT_FALSE(broken["invocations"][0]["toolExecutionNotifications"].empty());
  EXPECT_EQ(broken["artifacts"][0]["location"]["uri"], "a%20b%25.csv");
  const Json refused = sarif_of(words[5])["runs"][0];
  EXPECT_EQ(refused["invocations"][0]["executionSuccessful"], false);
  EXPECT_EQ(refused["invocations"][0]["exitCode"], 5);
  EXPECT_FALSE(refused["invocations"][0]["toolConfigurationNotifications"].empty());
  EXPECT_TRUE(refused["results"].empty());
}

TEST(Sarif, ShowsNoLinkAndNoArgumentThatACellWouldLikeToBe) {
  const Folder folder;
  folder.write("suppliers.csv", "supplier_id,name,country\nA,\"[x](http://e) {0}\",KP\n");
  folder.write("shipments.csv",
               "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country\n"
               "\"[x](http://e) {0}\",2018-03-01,A,B,coal,270112,KP\n");
  const Json run = sarif_of({folder.path()})["runs"][0];
  std::size_t seen = 0;
  const std::function<void(const Json&)> check = [&](const Json& value) {
    if (value.is_object() && value.contains("message")) {
      const auto text = value["message"]["text"].get<std::string>();
      seen += text.find("http") != std::string::npos ? 1U : 0U;
      EXPECT_EQ(text.find("[x]("), std::string::npos) << text;
      const std::size_t brace = text.find("{0}");
      EXPECT_TRUE(brace == std::string::npos || text.find("{{0}}") + 1 == brace) << text;
    }
    if (value.is_structured())
      for (const Json& part : value) check(part);
  };
  check(run["results"]);
  EXPECT_GT(seen, 0U);
}

}  // namespace
