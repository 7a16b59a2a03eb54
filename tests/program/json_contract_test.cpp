#include <nlohmann/json.hpp>

#include "program/run.h"

// What programs rely on: names and order of the members, and what each may hold.

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [key, value] : object.items()) names.push_back(key);
  return names;
}

using Keys = std::vector<std::string>;

Json audit(const std::string& name, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"audit", fixture(name), "--format", "json", "--as-of", "2025-03-31"};
  words.insert(words.end(), more.begin(), more.end());
  return Json::parse(run(words).out);
}

Json findings(const std::string& name, const std::vector<std::string>& more = {}) {
  return audit(name, more)["findings"];
}

void expect_entity(const Json& entity) {
  EXPECT_EQ(keys(entity), (Keys{"kind", "id", "name"}));
}

void expect_place(const Json& at) {
  if (at.is_null()) return;
  EXPECT_GE(at["line"], 1);
  if (at.contains("pack")) {  // a row of a table of the pack
    EXPECT_EQ(keys(at), (Keys{"pack", "table", "line", "field", "text"}));
    return;
  }
  EXPECT_EQ(keys(at), (Keys{"file", "line", "column", "record", "field", "field_index", "text"}));
  EXPECT_GE(at["column"], 1);
}

TEST(Json, HasTheMembersOfTheContractInOrder) {
  const Json found = audit("coal-through-a-trader");
  EXPECT_EQ(keys(found), (Keys{"format", "as_of", "outcome", "scope", "inputs", "lists", "packs", "findings",
                               "diagnostics", "record"}));
  EXPECT_EQ(found["format"], "assay-audit/1");
  EXPECT_EQ(found["as_of"], "2025-03-31");
  EXPECT_EQ(keys(found["outcome"]), (Keys{"verdict", "exit_code", "accepted", "counts"}));
  EXPECT_EQ(keys(found["outcome"]["counts"]), (Keys{"flagged", "insufficient", "clear", "not_applicable", "waived"}));
  EXPECT_EQ(keys(found["scope"]), (Keys{"company", "jurisdictions", "not_examined"}));
  EXPECT_EQ(keys(found["inputs"][0]),
            (Keys{"file", "tables", "columns", "sha256", "rows", "used", "rejected", "quarantined"}));
  EXPECT_EQ(keys(found["packs"][0]), (Keys{"id", "version", "rules", "sha256"}));
  EXPECT_EQ(found["record"], Json::parse(R"({"audit": null, "head": null})"));
}

TEST(Json, DescribesEveryFindingInTheSameWay) {
  std::size_t flagged = 0;
  std::size_t open = 0;
  std::size_t number = 0;
  const Json all = findings("coal-through-a-trader");
  for (const Json& finding : all) {
    EXPECT_EQ(keys(finding), (Keys{"id", "fingerprint", "path_fingerprint", "rule", "also", "theme", "severity",
                                   "grade", "verdict", "subject", "message", "question", "basis", "law", "evidence",
                                   "missing", "ask", "settles", "waiver"}));
    EXPECT_EQ(finding["id"], "F-" + std::to_string(++number));
    expect_entity(finding["subject"]);
    for (const Json& step : finding["evidence"]) {
      EXPECT_EQ(keys(step), (Keys{"kind", "says", "from", "relation", "to", "date", "at", "also_at"}));
      expect_place(step["at"]);
    }
    for (const Json& missing : finding["missing"]) {
      EXPECT_EQ(keys(missing), (Keys{"subject", "field", "at", "why"}));
      expect_entity(missing["subject"]);
      expect_place(missing["at"]);
    }
    for (const Json& ask : finding["ask"]) {
      EXPECT_EQ(keys(ask), (Keys{"whom", "what", "document", "settles"}));
      expect_entity(ask["whom"]);
    }
    const bool is_flag = finding["verdict"] == "flagged";
    ++(is_flag ? flagged : open);
    EXPECT_FALSE(is_flag && finding["evidence"].empty()) << finding["id"];
    EXPECT_EQ(finding["missing"].empty(), is_flag);
  }
  EXPECT_GE(flagged, 2U);
  EXPECT_GE(open, 2U);
}

TEST(Json, ListsFlagsBeforeQuestions) {
  bool questions = false;
  const Json all = findings("coal-through-a-trader");
  for (const Json& finding : all) {
    if (finding["verdict"] != "flagged") questions = true;
    EXPECT_EQ(finding["verdict"] == "flagged", !questions);
  }
  EXPECT_TRUE(questions);
}

TEST(Json, CitesCellsThatSayWhatTheyAreCitedFor) {
  const Json all = findings("coal-through-a-trader");
  for (const Json& finding : all)
    for (const Json& step : finding["evidence"]) {
      if (step["at"].is_null() || step["at"].contains("pack")) continue;
      std::ifstream in(fixture("coal-through-a-trader/") + step["at"]["file"].get<std::string>());
      std::string line;
      for (int number = step["at"]["line"]; number > 0; --number) std::getline(in, line);
      const std::size_t column = step["at"]["column"].get<std::size_t>() - 1;
      const auto text = step["at"]["text"].get<std::string>();
      const std::size_t quote = line[column] == '"' ? 1 : 0;
      EXPECT_EQ(line.substr(column + quote, text.size()), text);
    }
}

TEST(Json, AddsUpTheRows) {
  const Json found = audit("everything-disclosed");
  for (const Json& input : found["inputs"]) {
    EXPECT_EQ(input["rows"],
              input["used"].get<int>() + input["rejected"].get<int>() + input["quarantined"].get<int>());
    EXPECT_EQ(input["sha256"].get<std::string>().size(), 64U);
    EXPECT_FALSE(input["tables"].empty());
  }
}

TEST(Json, ListsClearVerdictsOnlyWhenAsked) {
  EXPECT_TRUE(audit("everything-disclosed")["findings"].empty());
  const Json found = audit("everything-disclosed", {"--include", "clear"});
  EXPECT_EQ(found["findings"].size(), found["outcome"]["counts"]["clear"]);
  for (const Json& finding : found["findings"]) {
    EXPECT_EQ(finding["verdict"], "clear");
    EXPECT_FALSE(finding["evidence"].empty() && finding["message"] == "") << finding;
  }
}

TEST(Json, NumbersClearVerdictsBehindTheOthers) {
  std::size_t number = 0;
  const Json all = findings("coal-through-a-trader", {"--include", "clear"});
  for (const Json& finding : all) EXPECT_EQ(finding["id"], "F-" + std::to_string(++number));
}

TEST(Json, SaysWhatWasNotExamined) {
  const Json found = audit("coal-through-a-trader");
  const Json& entries = found["scope"]["not_examined"];
  ASSERT_FALSE(entries.empty());
  bool is_said = false;
  for (const Json& entry : entries) {
    is_said = is_said || (entry["rule"] == "dprk-worker-nationality" && entry["table"] == "workers");
    // Of lots and products there are no more than their tables name.
    const bool is_of_rows = entry["field"] == "id" && (entry["table"] == "lots" || entry["table"] == "products");
    EXPECT_EQ(entry["subjects"] == 0, is_of_rows) << entry;
  }
  EXPECT_TRUE(is_said);
  // Whoever discloses everything has still no record of his vessels from elsewhere, and sells no products.
  const Json disclosed = audit("everything-disclosed");
  for (const Json& entry : disclosed["scope"]["not_examined"])
    EXPECT_TRUE(entry["table"] == "vessel_events" || entry["table"] == "products") << entry;
}

TEST(Json, HoldsTheDiagnosticsToo) {
  const Folder folder;
  folder.write("suppliers.csv", "supplier_id,name,country\nA,Gamma\xFF,CN\n");
  const Ran ran = run({"audit", folder.path(), "--format", "json"});
  const Json found = Json::parse(ran.out);
  ASSERT_FALSE(found["diagnostics"].empty());
  EXPECT_EQ(keys(found["diagnostics"][0]), (Keys{"level", "file", "line", "column", "message"}));
}

TEST(Json, IsWrittenForRefusedRulesToo) {
  const Folder folder;
  folder.write("pack/pack.yaml", "assay: 1\nid: broken\nversion: 1\nrules: 3\n");
  const Ran ran =
      run({"audit", fixture("coal-through-a-trader"), "--rules", folder.path("pack"), "--format", "json"});
  const Json found = Json::parse(ran.out);
  EXPECT_EQ(found["outcome"]["exit_code"], 5);
  EXPECT_EQ(found["outcome"]["verdict"], "insufficient");
  EXPECT_FALSE(found["diagnostics"].empty());
}

}  // namespace
