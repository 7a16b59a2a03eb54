#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "program/run.h"

// An audit that is compared with an earlier one: what is new or worse counts, what is old stays in sight, and what
// the earlier data said is never forgotten without a word.

namespace {

using Json = nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The text without its breaks of lines.
std::string flat(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

class Baseline : public ::testing::Test {
 protected:
  Baseline() { take("coal-through-a-trader"); }

  void take(const std::string& story) const {
    std::filesystem::remove_all(folder.path("in"));
    std::filesystem::copy(fixture(story), folder.path("in"));
  }

  [[nodiscard]] Ran audit(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"audit",      folder.path("in"), "--as-of",
                                   "2025-03-31", "--lists",         list_of_fixtures()};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  /// The JSON report of the inputs as they are, kept as base.json.
  Json keep() const {
    const Ran ran = audit({"-f", "json", "-o", folder.path("base.json")});
    EXPECT_EQ(ran.out, "");
    return Json::parse(folder.read("base.json"));
  }

  [[nodiscard]] Ran compared(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"--baseline", folder.path("base.json")};
    words.insert(words.end(), more.begin(), more.end());
    return audit(words);
  }

  [[nodiscard]] Json compared_json(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"-f", "json"};
    words.insert(words.end(), more.begin(), more.end());
    return Json::parse(compared(words).out);
  }

  void change(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = folder.read(file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    folder.write(file, text.replace(at, from.size(), to));
  }

  /// Takes a column out of a CSV without quotes.
  void drop_column(const std::string& file, const std::string& header) const {
    std::istringstream in(folder.read(file));
    std::string out;
    std::size_t dropped = std::string::npos;
    for (std::string line; std::getline(in, line); out += '\n') {
      std::istringstream cells(line + ',');
      std::string kept;
      std::string cell;
      for (std::size_t number = 0; std::getline(cells, cell, ','); ++number) {
        if (dropped == std::string::npos && cell == header) dropped = number;
        if (number != dropped) kept += (kept.empty() && number == 0 ? "" : ",") + cell;
      }
      out += kept;
    }
    folder.write(file, out);
  }

  Folder folder;
};

TEST_F(Baseline, EndsWithZeroWhenNothingIsNewAndStillSaysWhatIsFlagged) {
  const Json before = keep();
  const Ran ran = compared();
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("(unchanged)"));
  EXPECT_THAT(flat(ran.out), HasSubstr("Since the baseline: 0 new, " + std::to_string(before["findings"].size()) +
                                       " unchanged, 0 gone; compared with base.json as of 2025-03-31"));
  EXPECT_THAT(ran.out, HasSubstr("\nflagged: "));
  EXPECT_THAT(ran.out, HasSubstr(", known from the baseline"));
  EXPECT_THAT(ran.out, Not(HasSubstr(folder.path())));
  const Json now = compared_json();
  EXPECT_EQ(now["outcome"]["verdict"], "flagged");
  EXPECT_EQ(now["outcome"]["exit_code"], 0);
  for (const Json& finding : now["findings"]) {
    EXPECT_EQ(finding["baseline"], "unchanged");
    EXPECT_EQ(finding["counts"], false);
    EXPECT_TRUE(finding["was"].is_null());
  }
}

TEST_F(Baseline, CountsAFlagThatIsNewAndMarksIt) {
  keep();
  change("in/shipments.csv", "A-104,",
         "A-100,2024-01-09,V-305,V-201,anthracite,270111,9000,700000,KP,KPNAM,KP,none,CNDLC,CN,HY-24-0001\nA-104,");
  const Ran ran = compared();
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("A-100"));
  EXPECT_THAT(ran.out, HasSubstr("(new)"));
  const Json now = compared_json();
  for (const Json& finding : now["findings"])
    if (finding["verdict"] == "flagged") {
      EXPECT_EQ(finding["baseline"] == "new", finding["subject"]["id"] == "A-100") << finding["message"];
    }
}

TEST_F(Baseline, CountsAQuestionThatIsNew) {
  keep();
  change("in/shipments.csv", "21500,4816000,CN,", "21500,4816000,,");
  const Ran ran = compared();
  EXPECT_EQ(ran.code, 3) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("(new): "));
}

TEST_F(Baseline, NeverHidesAFlagThatGotWorse) {
  Json before = keep();
  for (Json& finding : before["findings"])
    if (finding["verdict"] == "flagged" && finding["severity"] == "critical") finding["severity"] = "medium";
  folder.write("base.json", before.dump());
  const Ran ran = compared({"--max-shown", "1"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("(worse, was medium)"));
  const Json now = compared_json();
  EXPECT_GE(now["baseline"]["counts"]["worse"], 1);
  for (const Json& finding : now["findings"]) {
    if (finding["severity"] != "critical") continue;
    EXPECT_EQ(finding["baseline"], "changed");
    EXPECT_EQ(finding["was"], "medium");
    EXPECT_EQ(finding["counts"], true);
  }
}

TEST_F(Baseline, LetsAFlagThatGotLessGravePass) {
  Json before = keep();
  for (Json& finding : before["findings"])
    if (finding["verdict"] == "flagged" && finding["severity"] == "high") finding["severity"] = "critical";
  folder.write("base.json", before.dump());
  EXPECT_EQ(compared().code, 0);
  EXPECT_THAT(compared().out, HasSubstr("(changed, was critical)"));
  EXPECT_EQ(compared_json()["baseline"]["counts"]["worse"], 0);
}

TEST_F(Baseline, CountsAQuestionThatMattersMoreThanBefore) {
  Json before = keep();
  for (Json& finding : before["findings"])
    if (finding["verdict"] == "insufficient") finding["severity"] = "low";
  folder.write("base.json", before.dump());
  EXPECT_EQ(compared().code, 3);
  EXPECT_THAT(compared({"--verbose"}).out, HasSubstr("(worse, was low)"));
}

TEST_F(Baseline, CountsAFlagThatWasAQuestion) {
  keep();
  change("in/shipments.csv", "19800,4375800,,", "19800,4375800,KP,");
  const Ran ran = compared();
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("(new)"));
}

TEST_F(Baseline, ShowsWhatIsNewBeforeWhatIsOldWhenNotAllIsShown) {
  keep();
  change("in/shipments.csv", "A-104,",
         "Z-900,2024-01-09,V-305,V-201,anthracite,270111,9000,700000,KP,KPNAM,KP,none,CNDLC,CN,HY-24-0001\nA-104,");
  const Ran ran = compared({"--max-shown", "1"});
  EXPECT_THAT(ran.out, HasSubstr("(new)"));
  EXPECT_THAT(ran.out.substr(0, ran.out.find("… and ")), Not(HasSubstr("(unchanged)")));
}

TEST_F(Baseline, ListsWhatIsGoneWithALineEachAndWhatBecameOfIt) {
  const Json before = keep();
  change("in/shipments.csv",
         "A-101,2024-03-09,V-305,V-201,anthracite,270111,12400,1004400,KP,KPNAM,KP,none,CNDLC,CN,HY-24-0031\n", "");
  const Ran ran = compared();
  EXPECT_THAT(ran.out, HasSubstr("\n  gone: flag, critical: "));
  EXPECT_THAT(flat(ran.out), HasSubstr("these inputs do not name it"));
  const Json now = compared_json();
  ASSERT_FALSE(now["baseline"]["gone"].empty());
  std::set<std::string> prints;
  for (const Json& finding : before["findings"]) prints.insert(finding["fingerprint"]);
  for (const Json& gone : now["baseline"]["gone"]) {
    EXPECT_TRUE(prints.contains(gone["fingerprint"]));
    if (gone["subject"]["id"] == "A-101") {
      EXPECT_EQ(gone["now"], "absent");
    }
  }
  EXPECT_EQ(now["baseline"]["counts"]["gone"], now["baseline"]["gone"].size());
}

TEST_F(Baseline, SaysOfAGoneFlagThatItsRuleWasNotAsked) {
  keep();
  const Json now = compared_json({"--ignore", "dprk-direct-origin"});
  ASSERT_FALSE(now["baseline"]["gone"].empty());
  EXPECT_EQ(now["baseline"]["gone"][0]["rule"], "dprk-direct-origin");
  EXPECT_EQ(now["baseline"]["gone"][0]["now"], "not_asked");
}

TEST_F(Baseline, OpensTheAuditWhenATableIsNoLongerGiven) {
  take("everything-disclosed");
  keep();
  EXPECT_EQ(compared().code, 0);
  std::filesystem::remove(folder.path("in/prices.csv"));
  EXPECT_EQ(audit().code, 0);  // nobody knows that there were prices
  const Ran ran = compared();
  EXPECT_EQ(ran.code, 3) << ran.out;
  EXPECT_THAT(ran.err, HasSubstr("base.json: warning: had tables that no input has now: prices"));
  EXPECT_THAT(flat(ran.out), HasSubstr("1 table of the baseline not given"));
  const Json now = compared_json();
  EXPECT_EQ(now["outcome"]["verdict"], "insufficient");
  EXPECT_EQ(now["baseline"]["lost"]["tables"], Json::array({"prices"}));
}

TEST_F(Baseline, OpensTheRulesThatAskAColumnThatIsNoLongerGiven) {
  take("everything-disclosed");
  keep();
  drop_column("in/shipments.csv", "unit_price");
  EXPECT_EQ(audit().code, 0);
  const Ran ran = compared();
  EXPECT_EQ(ran.code, 3) << ran.out;
  EXPECT_THAT(flat(ran.out), HasSubstr("columns that it had and no input has now: shipment.unit_price"));
  const Json now = compared_json();
  ASSERT_EQ(now["findings"].size(), 1);
  EXPECT_EQ(now["findings"][0]["verdict"], "insufficient");
  EXPECT_EQ(now["findings"][0]["baseline"], "new");
}

TEST_F(Baseline, IgnoresAColumnThatNoRuleAsks) {
  take("everything-disclosed");
  keep();
  drop_column("in/shipments.csv", "discharge_port");
  EXPECT_EQ(compared().code, 0) << compared().out;
}

TEST_F(Baseline, IsRefusedWhenItIsNoWholeReportOfThisFormat) {
  const std::string whole = keep().dump();
  const std::vector<std::pair<std::string, std::string>> bad{
      {"", "is no JSON, or was cut short"},
      {"hello", "is no JSON, or was cut short: line 1"},
      {whole.substr(0, whole.size() / 2), "is no JSON, or was cut short"},
      {"[]", "is no report of assay"},
      {"{}", "is no report of assay"},
      {"{\"format\": 7}", "is no report of assay"},
      {R"({"version": "2.1.0", "runs": []})", "is a SARIF report"},
      {R"({"format": "assay-audit/9"})", "is of the format \"assay-audit/9\""},
      {R"({"format": "assay-audit/1"})", "is damaged: the report has no \"as_of\""},
      {R"({"format": "assay-audit/1", "as_of": "2025-03-31", "packs": []})", "nothing was examined in it"},
      {std::string(5000, '['), "is no JSON, or was cut short"}};
  for (const auto& [text, says] : bad) {
    folder.write("base.json", text);
    const Ran ran = compared();
    EXPECT_EQ(ran.code, 2) << text.substr(0, 60);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, AllOf(HasSubstr("base.json"), HasSubstr(says)));
  }
}

TEST_F(Baseline, IsRefusedWhenAFindingLacksWhatIsCompared) {
  const Json whole = keep();
  for (const char* key : {"fingerprint", "path_fingerprint", "rule", "severity", "verdict", "subject", "message"}) {
    Json damaged = whole;
    damaged["findings"][1].erase(key);
    folder.write("base.json", damaged.dump());
    const Ran ran = compared();
    EXPECT_EQ(ran.code, 2) << key;
    EXPECT_THAT(ran.err, HasSubstr("is damaged: finding 2 has no "));
  }
}

TEST_F(Baseline, WarnsWhenItWasMadeWithOtherRules) {
  Json before = keep();
  before["packs"][0]["sha256"] = std::string(64, '0');
  folder.write("base.json", before.dump());
  EXPECT_THAT(compared().err, HasSubstr("of other content (sha256 000000000000)"));
  before["packs"][0]["id"] = "another";
  folder.write("base.json", before.dump());
  const Ran ran = compared();
  EXPECT_THAT(ran.err, HasSubstr("was made with the rule pack another, which is not used now"));
  EXPECT_EQ(ran.code, 0);
}

TEST_F(Baseline, MayBeAnAuditOfTheStore) {
  const std::string db = folder.path("s.db");
  EXPECT_EQ(audit({"--db", db}).code, 1);
  const Ran ran = audit({"--db", db, "--baseline", "1"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(flat(ran.out), HasSubstr("compared with audit 1 as of 2025-03-31"));
  EXPECT_EQ(audit({"--db", db, "--baseline", "9"}).code, 2);
  EXPECT_THAT(audit({"--baseline", "1"}).err, HasSubstr("--baseline 1 is the number of an audit, which needs --db"));
  EXPECT_THAT(audit({"--baseline", "none.json"}).err, HasSubstr("there is no file none.json"));
}

TEST_F(Baseline, IsKeptWithTheAuditSoThatItCanBeMadeAgain) {
  keep();
  change("in/shipments.csv", "21500,4816000,CN,", "21500,4816000,,");
  const std::string db = folder.path("s.db");
  const Ran first = compared({"--db", db});
  EXPECT_EQ(first.code, 3);
  std::filesystem::remove(folder.path("base.json"));
  std::filesystem::remove_all(folder.path("in"));
  const Ran again = run({"audits", "reperform", "--db", db});
  EXPECT_EQ(again.code, 0) << again.out;
  EXPECT_EQ(run({"report", "--db", db}).out, first.out);
  EXPECT_THAT(run({"audits", "show", "--db", db}).out, HasSubstr("baseline "));
}

TEST_F(Baseline, StandsInEveryFormat) {
  keep();
  change("in/shipments.csv", "A-101,2024-03-09", "A-199,2024-03-09");
  for (const char* format : {"markdown", "html"}) {
    const std::string text = compared({"-f", format}).out;
    EXPECT_THAT(text, HasSubstr("Since the baseline")) << format;
    EXPECT_THAT(text, HasSubstr("Gone since the baseline")) << format;
    EXPECT_THAT(text, HasSubstr("these inputs do not name it")) << format;
  }
  const Json sarif = Json::parse(compared({"-f", "sarif"}).out);
  std::map<std::string, int> states;
  for (const Json& result : sarif["runs"][0]["results"]) {
    ++states[result["baselineState"]];
    if (result["baselineState"] == "absent") {
      EXPECT_EQ(result["level"], "none");
    }
  }
  EXPECT_GE(states["new"], 1);
  EXPECT_GE(states["unchanged"], 1);
  EXPECT_GE(states["absent"], 1);
}

TEST_F(Baseline, ThatIsHostileStaysText) {
  Json before = keep();
  for (Json& finding : before["findings"]) {
    finding["message"] = "\x1b[2J<script>alert(1)</script>|x";
    finding["fingerprint"] = "0";
    finding["subject"]["id"] = "\x1b]0;x\x07";
  }
  before["as_of"] = "\x1b[31m";
  folder.write("base.json", before.dump());
  for (const char* format : {"text", "html", "markdown"}) {
    const std::string text = compared({"-f", format}).out;
    EXPECT_THAT(text, Not(HasSubstr("\x1b"))) << format;
    if (std::string(format) != "text") {
      EXPECT_THAT(text, Not(HasSubstr("<script>"))) << format;
    }
  }
}

}  // namespace
