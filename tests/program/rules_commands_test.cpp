// assay rules list, show, test, cover, mutate, schema, docs and new, as people run them.

#include <nlohmann/json.hpp>

#include "program/run.h"

namespace {

std::string source(const std::string& name) {
  return std::string(ASSAY_SOURCE_DIR) + "/" + name;
}

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return at == std::string::npos ? text : text.replace(at, part.size(), by);
}

/// A shipped rule with one change, in a folder of its own.
std::string changed_rule(const Folder& folder, const std::string& name, const std::string& part,
                         const std::string& by) {
  return folder.write(name, replaced(text_of(source("rules/dprk/" + name)), part, by));
}

TEST(RulesList, NamesEveryRuleWithItsSeveritySubjectAndTheme) {
  const Ran ran = run({"rules", "list"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  for (const auto& entry : std::filesystem::directory_iterator(source("rules/dprk"))) {
    const std::string name = entry.path().stem().string();
    if (entry.path().extension() != ".yaml" || name == "pack") continue;
    EXPECT_TRUE(holds(ran.out, name + " ")) << name;
  }
  EXPECT_TRUE(holds(ran.out, "critical  shipment      origin_direct")) << ran.out;
}

TEST(RulesList, SaysTheSameToPrograms) {
  const Ran ran = run({"rules", "list", "--format", "json"});
  const auto json = nlohmann::json::parse(ran.out);
  EXPECT_EQ(json["format"], "assay-rules/1");
  EXPECT_EQ(json["packs"][0]["id"], "dprk");
  EXPECT_EQ(json["packs"][0]["rules"], json["rules"].size());
  bool found = false;
  for (const auto& rule : json["rules"]) {
    if (rule["id"] != "dprk-worker-nationality") continue;
    found = true;
    EXPECT_EQ(rule["subject"], "worker_group");
    EXPECT_EQ(rule["theme"], "labour");
    EXPECT_EQ(rule["required"], true);
    EXPECT_GE(rule["tests"], 3);
  }
  EXPECT_TRUE(found);
}

TEST(RulesShow, TellsAnOfficerWhatARuleAsksAndWhereItErrs) {
  const Ran ran = run({"rules", "show", "dprk-direct-origin"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  for (const char* part :
       {"Question", "Do these goods come from the DPRK", "Why ", "UNSCR 2371 (2017)", "Decided by",
        "Certificate of origin", "May be wrong", "KP typed for KR", "flagged, severity critical",
        "how much it matters: high in the border zone", "Tests", "the Republic of Korea is another country"})
    EXPECT_TRUE(holds(ran.out, part)) << part << "\n" << ran.out;
}

TEST(RulesShow, SuggestsTheRuleThatWasMeant) {
  const Ran ran = run({"rules", "show", "dprk-direct-orgin"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_TRUE(holds(ran.err, "did you mean dprk-direct-origin?")) << ran.err;
}

TEST(RulesTest, PassesOnTheShippedPack) {
  const Ran ran = run({"rules", "test"});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
  EXPECT_TRUE(holds(ran.out, "all of them pass")) << ran.out;
}

TEST(RulesTest, RunsOnlyTheRuleThatIsNamed) {
  const Ran ran = run({"rules", "test", "--rule", "dprk-origin-missing"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(ran.out.starts_with("1 rule, ")) << ran.out;
}

TEST(RulesTest, ShowsWhatDiffersLineByLine) {
  const Folder folder;
  const std::string file =
      changed_rule(folder, "dprk-direct-origin.yaml", R"(path: ["shipment:S1", "company:Hill Mine", "country:KP"])",
                   R"(path: ["shipment:S1", "company:Hill Mine Ltd", "country:KP"])");
  const Ran ran = run({"rules", "test", file});
  EXPECT_EQ(ran.code, 5) << ran.err;
  EXPECT_TRUE(holds(ran.out, file + ":")) << ran.out;
  EXPECT_TRUE(holds(ran.out,
                    "    path:\n        shipment:S1\n      - company:Hill Mine Ltd\n"
                    "      + company:Hill Mine\n        country:KP\n"))
      << ran.out;
  EXPECT_TRUE(holds(ran.out, "1 failure\n")) << ran.out;
}

TEST(RulesTest, ShowsAVerdictThatDiffers) {
  const Folder folder;
  const std::string file =
      changed_rule(folder, "dprk-worker-nationality.yaml", "expect: insufficient", "expect: clear");
  const Ran ran = run({"rules", "test", file});
  EXPECT_EQ(ran.code, 5);
  EXPECT_TRUE(holds(ran.out, "expected clear, found insufficient")) << ran.out;
  EXPECT_TRUE(holds(ran.out, "- clear\n") && holds(ran.out, "+ insufficient\n")) << ran.out;
}

TEST(RulesTest, RefusesWhatTheLoaderRefuses) {
  const Folder folder;
  const Ran ran =
      run({"rules", "test", changed_rule(folder, "dprk-direct-origin.yaml", "\nseverity:", "\nseverty:")});
  EXPECT_EQ(ran.code, 5);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(holds(ran.err, "severty")) << ran.err;
}

TEST(RulesCover, NamesWhatNoTestShows) {
  const Folder folder;
  const std::string rule = text_of(source("rules/dprk/dprk-origin-missing.yaml"));
  const std::size_t last = rule.find("  - name: goods that the DPRK does not produce");
  ASSERT_NE(last, std::string::npos);
  const std::size_t next = rule.find("  - name:", last + 5);
  const std::string fewer = rule.substr(0, last) + (next == std::string::npos ? "" : rule.substr(next));
  const std::string file = folder.write("dprk-origin-missing.yaml", fewer);
  const Ran ran = run({"rules", "cover", file});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_TRUE(holds(ran.out, "`where` of when was never seen to be no")) << ran.out;
  EXPECT_EQ(run({"rules", "cover", file, "--min-coverage", "100"}).code, 5);
  EXPECT_EQ(run({"rules", "cover", file, "--min-coverage", "20"}).code, 0);
}

TEST(RulesMutate, FindsNoMistakeThatTheTestsOfAShippedRuleWouldMiss) {
  const Folder none;
  const Ran ran = run({"rules", "mutate", "--rule", "dprk-worker-nationality", "--fixtures", none.path(), "--min",
                       "100", "--verbose"});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
  EXPECT_TRUE(holds(ran.out, "`where` is negated: killed by test")) << ran.out;
}

TEST(RulesMutate, NamesASurvivorWithItsPlace) {
  const Folder folder;
  const std::string file = changed_rule(folder, "dprk-worker-nationality.yaml", "{worker_group.nationality: KP}",
                                        "{worker_group.nationality: KP, worker_group.count: {above: 3}}");
  const Ran ran = run({"rules", "mutate", file, "--fixtures", folder.path(), "--min", "100"});
  EXPECT_EQ(ran.code, 5) << ran.err;
  EXPECT_TRUE(holds(ran.out, file + ":")) << ran.out;
  EXPECT_TRUE(holds(ran.out, "above: 3 becomes 2: survived")) << ran.out;
}

TEST(RulesSchema, IsJsonThatNamesEveryTopLevelKey) {
  const Ran ran = run({"rules", "schema"});
  EXPECT_EQ(ran.code, 0);
  const auto json = nlohmann::json::parse(ran.out);
  EXPECT_TRUE(json["properties"].contains("flag_when"));
  EXPECT_EQ(json["additionalProperties"], false);
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

TEST(RulesDocs, WritesThePagesThatAreCommitted) {
  const Folder folder;
  const Ran ran = run({"rules", "docs", folder.path("pages")});
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(files_in(folder.path("pages")), files_in(source("docs/rules")));
  for (const std::string& name : files_in(folder.path("pages")))
    EXPECT_EQ(folder.read("pages/" + name), text_of(source("docs/rules/" + name)))
        << "after a change of rules: scripts/assay rules docs docs/rules";
}

TEST(RulesDocs, TellsOfAPageWhoseRuleIsGone) {
  const Folder folder;
  folder.write("old-rule.md", "# Old\n");
  const Ran ran = run({"rules", "docs", folder.path()});
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(holds(ran.err, "old-rule.md is the page of no rule")) << ran.err;
  EXPECT_EQ(folder.read("old-rule.md"), "# Old\n");
}

TEST(RulesNew, WritesARuleThatLintsAndWhoseTestsPass) {
  const Folder folder;
  for (const char* subject : {"shipment", "worker_group"}) {
    const std::string id = std::string("about-") + (*subject == 's' ? "goods" : "workers");
    const Ran made = run({"rules", "new", id, folder.path(), "--subject", subject});
    ASSERT_EQ(made.code, 0) << made.err;
    const std::string file = folder.path(id + ".yaml");
    EXPECT_TRUE(holds(made.out, file)) << made.out;
    const Ran linted = run({"rules", "lint", file});
    EXPECT_EQ(linted.code, 0) << linted.err;
    EXPECT_EQ(linted.out, "1 rule, 3 tests, all of them pass\n");
    EXPECT_EQ(run({"rules", "test", file}).out, "1 rule, 3 tests, all of them pass\n");
  }
}

TEST(RulesNew, LeavesAFileThatIsThereAsItIs) {
  const Folder folder;
  folder.write("my-rule.yaml", "mine\n");
  const Ran ran = run({"rules", "new", "my-rule", folder.path()});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(folder.read("my-rule.yaml"), "mine\n");
}

TEST(RulesNew, RefusesWhatCannotBeAnId) {
  const Folder folder;
  for (const char* id : {"A-rule", "../rule", "x", "rule_1", ""}) {
    const Ran ran = run({"rules", "new", id, folder.path()});
    EXPECT_EQ(ran.code, 2) << id;
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(SealPack, SealsWhatWasChangedAndOnlyThenIsItAccepted) {
  const Folder folder;
  const std::string pack = folder.path("dprk");
  std::filesystem::copy(source("rules/dprk"), pack, std::filesystem::copy_options::recursive);
  const std::string rule = folder.read("dprk/dprk-origin-missing.yaml");
  folder.write("dprk/dprk-origin-missing.yaml", "# reviewed\n" + rule);
  folder.write("dprk/data/hs_labels.csv",
               replaced(folder.read("dprk/data/hs_labels.csv"), "fish and seafood", "fish or seafood"));
  const Ran broken = run({"rules", "lint", pack});
  EXPECT_EQ(broken.code, 5);
  EXPECT_TRUE(holds(broken.err, "dprk-origin-missing.yaml is not the file that was sealed")) << broken.err;
  EXPECT_TRUE(holds(broken.err, "data/hs_labels.csv is not the file that was sealed")) << broken.err;
  ASSERT_EQ(std::system((source("scripts/seal-pack") + " '" + pack + "' >/dev/null").c_str()), 0);
  const Ran sealed = run({"rules", "lint", pack});
  EXPECT_EQ(sealed.code, 0) << sealed.err;
}

TEST(SealPack, StillSaysWhatIsWrongWithARuleThatWasChanged) {
  const Folder folder;
  const std::string pack = folder.path("dprk");
  std::filesystem::copy(source("rules/dprk"), pack, std::filesystem::copy_options::recursive);
  folder.write("dprk/dprk-origin-missing.yaml",
               replaced(folder.read("dprk/dprk-origin-missing.yaml"), "\ntheme:", "\nthem:"));
  const Ran broken = run({"rules", "lint", pack});
  EXPECT_EQ(broken.code, 5);
  EXPECT_TRUE(holds(broken.err, "did you mean theme?")) << broken.err;
}

}  // namespace
