#include "cli/configuration.h"

#include <sys/stat.h>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "cli/parse.h"
#include "cli/request.h"
#include "program/run.h"

// assay.yaml holds options. It is found where the data are, loses to the command line, and every mistake in it is
// said with its place.

namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// The current folder for as long as it lives.
class Within {
 public:
  explicit Within(const std::string& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  ~Within() { std::filesystem::current_path(before_); }
  Within(const Within&) = delete;
  Within& operator=(const Within&) = delete;

 private:
  std::filesystem::path before_;
};

/// A project: a folder with a .git, and the story of a trader below it. Coal from Nampo is flagged (exit 1).
class Configuration : public ::testing::Test {
 protected:
  Configuration() {
    folder.write("project/.git/HEAD", "ref: refs/heads/main\n");
    std::filesystem::create_directories(folder.path("project/data"));
    std::filesystem::copy(fixture("coal-through-a-trader"), folder.path("project/data/coal"),
                          std::filesystem::copy_options::recursive);
  }

  void write(const std::string& yaml, const std::string& name = "project/assay.yaml") const {
    folder.write(name, yaml);
  }
  [[nodiscard]] std::string data() const { return folder.path("project/data/coal"); }
  [[nodiscard]] Ran audit(std::vector<std::string> more = {}, const assay::Environment& environment = {}) const {
    more.insert(more.begin(), {"audit", data()});
    return run_in(environment, more);
  }
  /// The JSON report.
  [[nodiscard]] Json report(std::vector<std::string> more = {}, const assay::Environment& environment = {}) const {
    more.insert(more.end(), {"-f", "json"});
    return Json::parse(audit(more, environment).out);
  }

  Folder folder;
};

// Where it is looked for

TEST_F(Configuration, IsFoundByWalkingUpFromTheFirstInput) {
  write("as-of: 2017-11-01\n");
  EXPECT_EQ(report()["as_of"], "2017-11-01");
  EXPECT_EQ(
      Json::parse(run({"audit", data() + "/shipments.csv", data() + "/suppliers.csv", "-f", "json"}).out)["as_of"],
      "2017-11-01");
  const Within within(folder.path("project/data"));
  EXPECT_EQ(Json::parse(run({"audit", "coal/", "-f", "json"}).out)["as_of"], "2017-11-01");
  EXPECT_EQ(Json::parse(run({"audit", "coal/..", "-f", "json"}).out)["as_of"], "2017-11-01");
}

TEST_F(Configuration, IsTheNearestOne) {
  write("as-of: 2017-11-01\n");
  write("as-of: 2018-02-02\n", "project/data/assay.yaml");
  EXPECT_EQ(report()["as_of"], "2018-02-02");
  std::filesystem::create_directory(folder.path("project/data/coal/assay.yaml"));  // no file
  EXPECT_EQ(report()["as_of"], "2018-02-02");
}

TEST_F(Configuration, IsNotLookedForAboveAGitFolderOrTheHomeFolder) {
  write("as-of: 2017-11-01\n", "assay.yaml");
  EXPECT_NE(report()["as_of"], "2017-11-01");
  std::filesystem::remove_all(folder.path("project/.git"));
  folder.write(".git", "gitdir: elsewhere\n");  // as in a worktree; the folder itself still counts
  EXPECT_EQ(report()["as_of"], "2017-11-01");
  const assay::Environment at_home{"", "", folder.path("project")};
  EXPECT_NE(report({}, at_home)["as_of"], "2017-11-01");
  write("as-of: 2018-02-02\n");
  EXPECT_EQ(report({}, at_home)["as_of"], "2018-02-02");
}

TEST_F(Configuration, IsTheFileThatIsNamed) {
  write("as-of: 2017-11-01\n");
  const std::string other = folder.write("other.yaml", "as-of: 2018-02-02\n");
  const std::string third = folder.write("third.yaml", "as-of: 2018-03-03\n");
  const assay::Environment environment{third, "", ""};
  EXPECT_EQ(report({"--config", other}, environment)["as_of"], "2018-02-02");
  EXPECT_EQ(report({}, environment)["as_of"], "2018-03-03");
  EXPECT_NE(report({"--no-config"}, environment)["as_of"], "2018-03-03");
  EXPECT_NE(report({"--no-config"})["as_of"], "2017-11-01");
}

TEST_F(Configuration, ThatIsNamedAndIsNotThereIsAMistake) {
  const Ran by_option = audit({"--config", folder.path("no.yaml")});
  EXPECT_EQ(by_option.code, 2);
  EXPECT_THAT(by_option.err, HasSubstr("--config: there is no file "));
  const Ran by_variable = audit({}, {folder.path("no.yaml"), "", ""});
  EXPECT_EQ(by_variable.code, 2);
  EXPECT_THAT(by_variable.err, HasSubstr("ASSAY_CONFIG: there is no file "));
  EXPECT_EQ(audit({"--config", folder.path("project")}).code, 2);
  EXPECT_EQ(audit({"--config", "x", "--no-config"}).code, 2);
}

TEST_F(Configuration, IsNamedWhenItMayChangeAVerdictOrAllIsTold) {
  const Within within(folder.path("project"));
  write("as-of: 2017-11-01\nignore: dprk-price-low\nfail-on-open: high\n");
  const std::string note =
      "assay: note: options from assay.yaml: as-of, ignore, fail-on-open; --no-config leaves them out\n";
  EXPECT_THAT(run({"audit", "data/coal"}).err, HasSubstr(note));
  EXPECT_THAT(run({"audit", "data/coal", "-q"}).err, Not(HasSubstr("assay.yaml")));
  write("max-shown: 3\n");
  EXPECT_THAT(run({"audit", "data/coal"}).err, Not(HasSubstr("assay.yaml")));
  EXPECT_THAT(run({"audit", "data/coal", "-v"}).err, HasSubstr("options from assay.yaml: max-shown;"));
  write("# nothing\n");
  EXPECT_THAT(run({"audit", "data/coal", "-v"}).err, HasSubstr("options from assay.yaml: none;"));
}

TEST_F(Configuration, LeavesNoPathOfTheMachineInAReport) {
  folder.write("project/lists/x.csv", "a\n");
  ASSERT_EQ(audit({"-f", "json", "-o", folder.path("project/last.json")}).code, 1);
  write("as-of: 2017-11-01\nbaseline: last.json\nscope: {company: Example Ltd.}\n");
  for (const char* format : {"json", "text", "sarif", "markdown", "html"}) {
    const Ran ran = audit({"-f", format});
    EXPECT_THAT(ran.out, HasSubstr("last.json")) << format;
    EXPECT_THAT(ran.out, Not(HasSubstr(folder.path()))) << format;
  }
}

// The folder that holds it

TEST_F(Configuration, InAFolderOfInputsIsNoInput) {
  const Ran before = audit({"--as-of", "2017-11-01"});
  write("as-of: 2017-11-01\n", "project/data/coal/assay.yaml");
  const Ran ran = audit();
  EXPECT_EQ(ran.code, before.code);
  EXPECT_EQ(ran.out, before.out);
  EXPECT_THAT(ran.err, HasSubstr("assay.yaml: note: holds options and is no input\n"));
}

TEST_F(Configuration, ThatAWildcardNamesIsNoInputEither) {
  write("as-of: 2017-11-01\n", "project/data/coal/assay.yaml");
  const Ran ran = run({"audit", data() + "/assay.yaml", data() + "/shipments.csv", data() + "/suppliers.csv"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("(as of 2017-11-01)"));
  EXPECT_THAT(ran.err, HasSubstr("holds options and is no input"));
  const Ran alone = run({"audit", data() + "/assay.yaml"});
  EXPECT_EQ(alone.code, 4);
  EXPECT_THAT(alone.err, HasSubstr("there is no table to read"));
}

// What wins

TEST_F(Configuration, LosesToTheCommandLine) {
  write(
      "as-of: 2017-11-01\nselect: [dprk-direct-origin, dprk-price-low]\nignore: dprk-price-low\nfail-on: never\n"
      "fail-on-open: never\nexpect-rows: 1\n");
  EXPECT_EQ(report()["outcome"]["exit_code"], 4);
  const Json by_file = report({"--expect-rows", "8"});
  EXPECT_EQ(by_file["outcome"]["exit_code"], 0);
  for (const Json& finding : by_file["findings"]) EXPECT_EQ(finding["rule"], "dprk-direct-origin");
  const Json by_flags = report({"--expect-rows", "8", "--as-of", "2018-02-02", "--fail-on", "high"});
  EXPECT_EQ(by_flags["as_of"], "2018-02-02");
  EXPECT_EQ(by_flags["outcome"]["exit_code"], 1);
  // What is selected by hand is asked, though the file ignores it.
  const Ran by_hand = audit({"--expect-rows", "8", "--select", "dprk-price-low"});
  EXPECT_THAT(by_hand.out, HasSubstr("dprk-price-low"));
  EXPECT_THAT(by_hand.out, Not(HasSubstr("dprk-direct-origin")));
}

TEST_F(Configuration, SaysWhereAnAuditIsKept) {
  write("db: kept/../audits.db\nstore: true\n");
  EXPECT_THAT(audit().err, HasSubstr("kept as audit 1 in "));
  EXPECT_TRUE(std::filesystem::exists(folder.path("project/audits.db")));
  EXPECT_THAT(audit({"--no-store"}).err, Not(HasSubstr("kept as audit")));
  EXPECT_THAT(audit({"--db", folder.path("flag.db")}, {"", folder.path("variable.db"), ""}).err,
              HasSubstr("flag.db"));
  EXPECT_THAT(audit({}, {"", folder.path("variable.db"), ""}).err, HasSubstr("variable.db"));
  EXPECT_TRUE(std::filesystem::exists(folder.path("variable.db")));
}

TEST_F(Configuration, CanForbidThatAnAuditIsKept) {
  for (const char* yaml : {"db: audits.db\nstore: false\n", "no-store: true\ndb: audits.db\n"}) {
    write(yaml);
    EXPECT_THAT(audit().err, Not(HasSubstr("kept as audit")));
    EXPECT_THAT(audit({}, {"", folder.path("variable.db"), ""}).err, Not(HasSubstr("kept as audit")));
    EXPECT_THAT(audit({"--db", folder.path("flag.db")}).err, HasSubstr("kept as audit"));
  }
}

TEST_F(Configuration, SaysFromWhichStoreAuditsAreRead) {
  write("db: audits.db\n");
  const Ran kept = audit({"-f", "json"});
  const Within within(folder.path("project/data"));
  EXPECT_EQ(run({"report", "-f", "json"}).out, kept.out);
  EXPECT_EQ(run({"audits", "reperform", "1"}).code, 0);
  EXPECT_THAT(run({"audits", "list"}).out, HasSubstr("\n1 audit\n"));
  EXPECT_THAT(run({"audits", "show", "1"}).out, HasSubstr("verdict flagged"));
  EXPECT_EQ(run({"audits", "list", "--no-config"}).code, 8);  // there is no assay.db
  EXPECT_EQ(run_in({"", folder.path("no.db"), ""}, {"audits", "list"}).code, 8);
  EXPECT_EQ(run_in({"", folder.path("no.db"), ""}, {"audits", "list", "--db", "../audits.db"}).code, 0);
}

TEST_F(Configuration, SaysWhatReportsAreWritten) {
  write("format: [json, text]\noutput: report.json\n");
  const Ran ran = audit();
  EXPECT_THAT(ran.out, HasSubstr("flagged: "));
  EXPECT_EQ(Json::parse(folder.read("project/report.json"))["format"], "assay-audit/1");
  write("format: [text, json]\noutput: [\"-\", last.json]\n");
  EXPECT_THAT(audit().out, HasSubstr("flagged: "));
  EXPECT_TRUE(std::filesystem::exists(folder.path("project/last.json")));
  write("format: json\noutput: other.json\n");
  EXPECT_THAT(audit({"-f", "markdown"}).out, HasSubstr("# assay"));
  EXPECT_FALSE(std::filesystem::exists(folder.path("project/other.json")));
}

TEST_F(Configuration, ColoursNothingWhereTheEnvironmentWantsNoColour) {
  write("color: always\n");
  EXPECT_THAT(audit().out, HasSubstr("\x1B["));
  EXPECT_THAT(audit({"--color", "never"}).out, Not(HasSubstr("\x1B[")));
  std::ostringstream out, err;
  assay::Terminal terminal{out, err};
  terminal.colour_unwanted = true;
  assay::run_words({"audit", data()}, terminal);
  EXPECT_THAT(out.str(), Not(HasSubstr("\x1B[")));
}

// Other commands

TEST_F(Configuration, IsThatOfExplainWhyNotAndAskToo) {
  // The shipments are of 2024: on that day they are not known yet.
  write("as-of: 2017-11-01\nignore: [dprk-direct-origin]\nformat: json\noutput: x.json\n");
  const std::vector<std::string> flags{"--as-of", "2017-11-01", "--ignore", "dprk-direct-origin", "--no-config"};
  const std::vector<std::vector<std::string>> commands{{"explain", "F-1", data()},
                                                       {"why-not", "A-102", "--rule", "dprk-un-banned-goods", data()},
                                                       {"ask", "Qinhuangdao Beishan", data()}};
  for (const std::vector<std::string>& words : commands) {
    std::vector<std::string> with_flags = words;
    with_flags.insert(with_flags.end(), flags.begin(), flags.end());
    std::vector<std::string> without = words;
    without.emplace_back("--no-config");
    const Ran by_file = run(words);
    EXPECT_EQ(by_file.code, 0) << by_file.err;
    EXPECT_EQ(by_file.out, run(with_flags).out) << words[0];
    EXPECT_NE(by_file.out, run(without).out) << words[0];
    EXPECT_FALSE(std::filesystem::exists(folder.path("project/x.json")));
  }
}

TEST_F(Configuration, GivesExplainTheStoreOfABaseline) {
  write("db: audits.db\n");
  ASSERT_EQ(audit().code, 1);
  write("db: audits.db\nbaseline: 1\n");
  EXPECT_EQ(audit().code, 0);
  const Ran ran = run({"explain", "F-1", data()});
  EXPECT_EQ(ran.code, 0) << ran.err;
}

// What no option says

TEST_F(Configuration, RequiresRulesBesidesThoseOfThePack) {
  std::filesystem::copy(fixture("everything-disclosed"), folder.path("project/data/closed"),
                        std::filesystem::copy_options::recursive);
  const std::vector<std::string> words{
      "audit", folder.path("project/data/closed"), "--as-of", "2025-03-31", "--lists", list_of_fixtures()};
  std::filesystem::remove(folder.path("project/data/closed/prices.csv"));
  const Ran before = run(words);  // no rule of the pack requires prices
  EXPECT_EQ(before.code, 0);
  EXPECT_THAT(before.out, HasSubstr("Not looked at: prices ("));
  write("require: [dprk-price-low]\n");
  const Ran ran = run(words);
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.out, HasSubstr("no input is a table of prices"));
  EXPECT_THAT(ran.out, HasSubstr("not clear: 1 question open"));
}

TEST_F(Configuration, StatesTheScopeThatReportsRepeat) {
  write(
      "scope:\n  company: Example <b>Buyer</b> Ltd.\n  importer-of-record: Example Imports Inc.\n"
      "  jurisdictions: [UN, GB]\n  period: {from: 2024-02, to: 2024-02}\n");
  const Json scope = report()["scope"];
  EXPECT_EQ(scope["company"], "Example <b>Buyer</b> Ltd.");
  EXPECT_EQ(scope["jurisdictions"], Json::array({"UN", "GB"}));
  EXPECT_EQ(scope["importer_of_record"], "Example Imports Inc.");
  EXPECT_EQ(scope["period"]["from"], "2024-02-01");
  EXPECT_EQ(scope["period"]["to"], "2024-02-29");
  EXPECT_THAT(audit().out, HasSubstr("\nScope: Example <b>Buyer</b> Ltd.; importer of record: Example Imports Inc.; "
                                     "UN, GB; from 2024-02-01\n       to 2024-02-29\n"));
  EXPECT_THAT(audit({"-f", "html"}).out, HasSubstr("<dt>Scope</dt><dd><bdi>Example &lt;b&gt;Buyer"));
  EXPECT_THAT(audit({"-f", "markdown"}).out, HasSubstr("- **Scope:** Example \\<b\\>Buyer"));
}

TEST_F(Configuration, WithoutAScopeLeavesReportsAsTheyAre) {
  const Json scope = report()["scope"];
  EXPECT_TRUE(scope["company"].is_null());
  EXPECT_TRUE(scope["jurisdictions"].empty());
  EXPECT_FALSE(scope.contains("period"));
  EXPECT_THAT(audit().out, Not(HasSubstr("Scope:")));
}

TEST_F(Configuration, CarriesListsFromItsOwnFolder) {
  folder.write("project/lists/sdn.csv", "x\n");
  folder.write("project/lists/eu.csv", "x\n");
  write("lists: [lists/sdn.csv@2022-01-31, lists/eu.csv]\n");
  std::ostringstream out, err;
  assay::Terminal terminal{out, err};
  const Within within(folder.path("project/data"));
  const assay::Arguments given = assay::parse_words({"audit", "coal"}).arguments;
  const assay::Arguments all = assay::with_configuration(given, assay::Takes::everything, 0, terminal);
  EXPECT_THAT(assay::request_of(all).lists, ElementsAre("../lists/sdn.csv@2022-01-31", "../lists/eu.csv"));
}

// Records

TEST_F(Configuration, IsKeptWithTheAuditSoThatItIsMadeAgainToTheSameBytes) {
  write(
      "as-of: 2017-11-01\nselect: [dprk-direct-origin, dprk-price-low, origin_mislabelled]\n"
      "ignore: dprk-origin-missing\nfail-on: critical\nfail-on-open: high\ninclude: clear\nexpect-rows: 8\n"
      "require: dprk-price-low\ndb: audits.db\n"
      "scope:\n  company: Example Ltd.\n  importer-of-record: Importer Inc.\n  jurisdictions: [UN, US]\n"
      "  period: {from: 2016}\n",
      "project/data/coal/assay.yaml");
  const Ran text = audit({"--db", folder.path("s.db")});
  const Ran json = audit({"--db", folder.path("s.db"), "-f", "json"});
  EXPECT_THAT(json.out, HasSubstr("\"company\":\"Example Ltd.\""));
  std::filesystem::remove_all(folder.path("project"));
  for (const char* number : {"1", "2"}) {
    const Ran again = run({"audits", "reperform", number, "--db", folder.path("s.db")});
    EXPECT_EQ(again.code, 0) << again.out;
  }
  EXPECT_EQ(run({"report", "2", "-f", "json", "--db", folder.path("s.db")}).out, json.out);
  EXPECT_EQ(run({"report", "1", "--db", folder.path("s.db")}).out, text.out);
  const Ran shown = run({"audits", "show", "1", "--db", folder.path("s.db")});
  EXPECT_THAT(shown.out, HasSubstr("option  require dprk-price-low\n"));
  EXPECT_THAT(shown.out, HasSubstr("option  scope.company Example Ltd.\n"));
}

// Mistakes

struct BadFile {
  std::string yaml;
  std::vector<std::string> says;
};

void PrintTo(const BadFile& bad, std::ostream* out) {
  *out << bad.yaml.substr(0, 60);
}

class BadConfiguration : public Configuration, public ::testing::WithParamInterface<BadFile> {};

TEST_P(BadConfiguration, IsRefusedWithThePlaceOfTheMistake) {
  write(GetParam().yaml);
  const Within within(folder.path("project"));
  const Ran ran = run({"audit", "data/coal"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  for (const std::string& text : GetParam().says) EXPECT_THAT(ran.err, HasSubstr(text));
  EXPECT_THAT(ran.err, HasSubstr("assay: error: assay.yaml has "));
}

INSTANTIATE_TEST_SUITE_P(
    Keys, BadConfiguration,
    ::testing::Values(
        BadFile{"fail_on: high\n",
                {"assay.yaml:1:1: error: unknown key: fail_on in assay.yaml\n", " 1 | fail_on: high\n   | ^^^^^^^\n",
                 "did you mean fail-on?"}},
        BadFile{"as-of: 2017-11-01\nselekt: x\n",
                {"assay.yaml:2:1: error: unknown key: selekt", "did you mean select?"}},
        BadFile{"fail-on: hihg\n",
                {"assay.yaml:1:10: error: unknown word: fail-on cannot be hihg", "did you mean high?"}},
        BadFile{"format: [text, jsno]\n",
                {"assay.yaml:1:16: error: unknown word", "   |                ^^^^\n", "did you mean json?"}},
        BadFile{"as-of: 03/04/2016\n", {"assay.yaml:1:8: error: as-of must be a day, not 03/04/2016"}},
        BadFile{"as-of: 2016-02\n", {"as-of must be a day, not 2016-02"}},
        BadFile{"as-of: [2016-02-01]\n", {"assay.yaml:1:8: error: as-of must be a text, not a list"}},
        BadFile{"expect-rows: 12a\n", {"assay.yaml:1:14: error: "}},
        BadFile{"expect-rows: -1\n", {"expect-rows must be 0 or more, not -1"}},
        BadFile{"select: []\n", {"empty list: select"}},
        BadFile{"select: \"\"\n", {"empty text: select says nothing"}},
        BadFile{"select: {a: b}\n", {"select must be a list of texts, not a map"}},
        BadFile{"db:\n", {"null value: db has no value"}},
        BadFile{
            "rules: no/such/pack\n",
            {"assay.yaml:1:8: error: rules: there is no no/such/pack", "paths start from the folder of this file"}},
        BadFile{"baseline: no.json\n", {"baseline: there is no no.json"}},
        BadFile{"lists: [no.csv@2022-01-31]\n", {"assay.yaml:1:9: error: lists: there is no no.csv@2022-01-31"}},
        BadFile{"verbose: maybe\n", {"unknown word: verbose cannot be maybe"}},
        BadFile{"store: true\n", {"store: true does not say where", "write `db: FILE` beside it"}},
        BadFile{"store: false\nno-store: true\ndb: x.db\n", {"store and no-store say the same"}},
        BadFile{"format: json\noutput: [a.json, b.json]\n",
                {"assay.yaml:2:18: error: output names 2 files, format 1"}},
        BadFile{"config: x.yaml\n", {"unknown key: config"}}));

INSTANTIATE_TEST_SUITE_P(Scope, BadConfiguration,
                         ::testing::Values(BadFile{"scope: UN\n", {"scope must be a map of keys, not a text"}},
                                           BadFile{"scope:\n  compny: x\n",
                                                   {"assay.yaml:2:3: error: unknown key: compny in scope",
                                                    "did you mean company?"}},
                                           BadFile{"scope: {company: [a]}\n", {"company must be a text, not a list"}},
                                           BadFile{"scope: {jurisdictions: [UN, usa]}\n",
                                                   {"assay.yaml:1:29: error: jurisdictions cannot hold usa"}},
                                           BadFile{"scope: {period: 2024}\n", {"period must be a map of keys"}},
                                           BadFile{"scope: {period: {from: 03/04/2016}}\n",
                                                   {"from must be a day, month or year, not 03/04/2016"}},
                                           BadFile{"scope: {period: {from: 2024, to: 2023}}\n",
                                                   {"assay.yaml:1:34: error: period ends before it begins"}}));

INSTANTIATE_TEST_SUITE_P(
    Rules, BadConfiguration,
    ::testing::Values(BadFile{"require: [dprk-direct-orign]\n",
                              {"assay.yaml:1:11: error: no rule is called \"dprk-direct-orign\"; did you mean "
                               "dprk-direct-origin?\n",
                               "   |           ^^^^^^^^^^^^^^^^^\n"}},
                      BadFile{"ignore:\n  - dprk-price-low\n  - origin_mislabeled\n",
                              {"assay.yaml:3:5: error: no rule and no theme is called \"origin_mislabeled\"; did you "
                               "mean origin_mislabelled?\n"}},
                      BadFile{"select: dprk-price-low,dprk-prize-low\n",
                              {"assay.yaml:1:9: error: no rule and no theme"}}));

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, BadConfiguration,
    ::testing::Values(
        BadFile{"ignore: [&a dprk-price-low, *a]\n", {"assay.yaml:1:10: error: "}},
        BadFile{"tests: [&a x, *a, *a]\n", {"unknown key: tests"}},
        BadFile{"<<: {fail-on: never}\n", {"assay.yaml:1:"}}, BadFile{"fail-on: !!str never\n", {"assay.yaml:1:"}},
        BadFile{"fail-on: never\nfail-on: high\n", {"assay.yaml:2:1: error: duplicate key: fail-on"}},
        BadFile{"fail-on: high\n---\nfail-on: never\n", {"assay.yaml:2:1: error: "}},
        BadFile{"- fail-on\n", {"assay.yaml must be a map of keys"}},
        BadFile{"just words\n", {"assay.yaml:1:1: error: a key without a colon"}},
        BadFile{"db: \xFF\xFE.db\n", {"assay.yaml:1:5: error: not UTF-8: byte 0xFF"}},
        BadFile{std::string("db: a\0b\n", 8), {"NUL character"}},
        BadFile{"db: \xE2\x80\xAE"
                "bd.x\n",
                {"bidirectional control character U+202E"}},
        BadFile{"ignore: " + repeated("[", 200) + "\n", {"assay.yaml:1:"}},
        BadFile{"# " + repeated("x", 10 << 20) + "\n", {"assay.yaml: error: too large: more than 1 MiB"}},
        BadFile{"ignore:\n" + repeated("  - x\n", 100000),
                {"assay.yaml:2:3: error: too many values: 100000 of ignore"}},
        BadFile{"ignore:\n" + repeated("  - []\n", 100000), {"too many values: 100000 of ignore"}},
        BadFile{repeated("x: y\n", 100000), {"assay.yaml:100000:5: error: too many values: more than 200000"}},
        BadFile{repeated("x: y\n", 50000), {"assay.yaml:2:1: error: duplicate key: x"}}));

TEST_F(Configuration, SaysAllMistakesAtOnceInTheOrderOfTheFile) {
  write("fail_on: high\nas-of: soon\nscope: {a: b}\nformat: yaml\n");
  const std::string err = audit().err;
  std::size_t at = 0;
  for (const char* place : {"assay.yaml:1:1: ", "assay.yaml:2:8: ", "assay.yaml:3:9: ", "assay.yaml:4:9: "}) {
    const std::size_t found = err.find(place, at);
    ASSERT_NE(found, std::string::npos) << place << err;
    at = found;
  }
  EXPECT_THAT(err, HasSubstr("assay.yaml has mistakes; nothing was done"));
}

TEST_F(Configuration, MayBeEmptyAndMayHaveAByteOrderMark) {
  for (const char* yaml : {"", "\n\n", "# nothing yet\n", "   # nothing\n\n#x: y"}) {
    write(yaml);
    EXPECT_EQ(audit().code, 1) << yaml;
  }
  write(
      "\xEF\xBB\xBF"
      "as-of: 2017-11-01\r\n");
  EXPECT_EQ(report()["as_of"], "2017-11-01");
}

TEST_F(Configuration, ThatIsAPipeIsPassedOver) {
  ASSERT_EQ(::mkfifo(folder.path("project/assay.yaml").c_str(), 0600), 0);
  EXPECT_EQ(audit().code, 1);
  EXPECT_EQ(audit({"--config", folder.path("project/assay.yaml")}).code, 2);
}

TEST_F(Configuration, OfTheReadmeIsSound) {
  std::ifstream in(std::string(ASSAY_SOURCE_DIR) + "/README.md");
  std::ostringstream readme;
  readme << in.rdbuf();
  const std::string text = readme.str();
  const std::size_t begin = text.find("```yaml\n", text.find("### assay.yaml")) + 8;
  write(text.substr(begin, text.find("```", begin) - begin), "project/data/coal/assay.yaml");
  const Ran ran = audit();
  EXPECT_EQ(ran.code, 1) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Scope: Example Buyer Ltd.; importer of record: Example Imports Inc.; UN, GB;"));
  EXPECT_THAT(folder.read("project/data/report.html"), HasSubstr("Example Imports Inc."));
  EXPECT_THAT(ran.err, HasSubstr("kept as audit 1 in "));
}

// assay init

TEST_F(Configuration, OfInitSaysNothingUntilAHashIsTakenAway) {
  ASSERT_EQ(run({"init", folder.path("project/new")}).code, 0);
  const Ran ran = run({"audit", folder.path("project/new"), "--as-of", "2025-03-31", "-v"});
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("new/assay.yaml: none; --no-config"));
}

TEST_F(Configuration, OfInitShowsEveryKeyWithAValueThatHolds) {
  ASSERT_EQ(run({"init", folder.path("project/new")}).code, 0);
  std::istringstream lines(folder.read("project/new/assay.yaml"));
  std::string yaml;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(line.empty() || line.starts_with('#')) << line;
    EXPECT_LE(line.size(), 118U) << line;
    if (line.size() > 1 && line[0] == '#' && (line[1] != ' ' || line.starts_with("#  ")))
      yaml += line.substr(1) + '\n';
  }
  for (const assay::Option& option : assay::audit_command.options) {
    std::string key(option.name.substr(2));
    if (key == "config" || key == "no-config") continue;
    if (key == "no-store") key = "store";
    EXPECT_THAT('\n' + yaml, HasSubstr('\n' + key + ": ")) << "the template lacks it";
  }
  std::filesystem::copy(std::string(ASSAY_SOURCE_DIR) + "/rules/dprk", folder.path("project/rules"),
                        std::filesystem::copy_options::recursive);
  std::filesystem::copy(list_of_fixtures(), folder.path("project/lists"), std::filesystem::copy_options::recursive);
  ASSERT_EQ(audit({"-f", "json", "-o", folder.path("project/last.json")}).code, 1);
  write(yaml, "project/new/assay.yaml");
  const Ran ran = run({"audit", folder.path("project/new")});
  EXPECT_EQ(ran.code, 4) << ran.err;  // expect-rows
  EXPECT_THAT(folder.read("project/report.html"), HasSubstr("Example Imports Inc."));
}

}  // namespace
