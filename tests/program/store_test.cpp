#include "store/store.h"

#include <sys/stat.h>

#include <gmock/gmock.h>

#include "program/run.h"

// An audit that was kept can be shown and made again when everything that it was made from is gone.

namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

/// A folder with inputs of every fate, and a rule pack, which all can be deleted.
class KeptAudits : public ::testing::Test {
 protected:
  KeptAudits() {
    const auto all = std::filesystem::copy_options::recursive;
    std::filesystem::copy(fixture("coal-through-a-trader"), folder.path("in"), all);
    std::filesystem::copy(std::string(ASSAY_SOURCE_DIR) + "/rules/dprk", folder.path("pack"), all);
    folder.write("in/deeper/notes.csv", "subject,body\nhello,world\n");
    folder.write(
        "in/sites.csv",
        "site_id,name,country,place\nR,Rho Works,CN,Dalian\nQ,Qi Works,CN,Dalian\nS,Gamma\xFF Works,CN,Dandong\n");
    folder.write("named.txt",
                 "supplier_id,name,country\nZ,Zeta Metals,KR\nX,Xi Metals,AU\nW,Wu Metals,CN\n\"Y,broken\n");
    db = folder.path("s.db");
  }

  [[nodiscard]] Ran audit(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"audit", folder.path("in"), folder.path("named.txt"), "--as-of", "2025-03-31"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  void delete_everything() const {
    for (const char* name : {"in", "pack", "named.txt"}) std::filesystem::remove_all(folder.path(name));
  }

  Folder folder;
  std::string db;
};

TEST_F(KeptAudits, AreMadeAgainToTheSameBytesWhenTheirInputsAndRulesAreDeleted) {
  const std::vector<std::string> options{
      "--rules", folder.path("pack"), "--ignore", "dprk-loading-port", "--include", "clear", "--db", db};
  std::vector<std::string> as_json = options;
  as_json.insert(as_json.end(), {"--format", "json"});
  const Ran text = audit(options);
  const Ran json = audit(as_json);
  EXPECT_THAT(json.err, HasSubstr("kept as audit 2 in "));
  ASSERT_FALSE(text.out.empty());
  delete_everything();

  EXPECT_EQ(run({"report", "1", "--db", db}).out, text.out);
  EXPECT_EQ(run({"report", "1", "--db", db, "--format", "json"}).out, json.out);
  EXPECT_EQ(run({"report", "--db", db}).out, text.out);  // the last one
  for (const char* number : {"1", "2"}) {
    const Ran again = run({"audits", "reperform", number, "--db", db});
    EXPECT_EQ(again.code, 0) << again.out << again.err;
    EXPECT_THAT(again.out, HasSubstr("performed again from the store: the same "));
  }
}

TEST_F(KeptAudits, AreMadeAgainThoughAnInputWasNoFile) {
  ASSERT_EQ(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
  const Ran first = audit({folder.path("pipe"), "--db", db, "--fail-on", "never", "--expect-rows", "7"});
  EXPECT_EQ(first.code, 4);
  delete_everything();
  EXPECT_EQ(run({"audits", "reperform", "--db", db}).code, 0);
  EXPECT_EQ(run({"report", "--db", db}).out, first.out);
}

TEST_F(KeptAudits, GiveTheirReportToFilesToo) {
  const Ran text = audit({"--db", db});
  delete_everything();
  const Ran both = run({"report", "1", "--db", db, "--format", "json", "-o", folder.path("r.json"), "-f", "text",
                        "-o", folder.path("r.txt")});
  EXPECT_EQ(both.code, 0);
  EXPECT_EQ(both.out, "");
  EXPECT_EQ(folder.read("r.txt"), text.out);
  EXPECT_EQ(folder.read("r.json"), run({"report", "1", "--db", db, "-f", "json"}).out);
}

TEST_F(KeptAudits, AreListedAndShown) {
  EXPECT_EQ(audit({"--db", db}).code, 1);
  const Ran list = run({"audits", "list", "--db", db});
  EXPECT_THAT(list.out, HasSubstr("\n1      2025-03-31  flagged       1 "));
  EXPECT_THAT(list.out, EndsWith("\n1 audit\n"));
  EXPECT_THAT(run({"audits", "list", "--db", db, "-f", "json"}).out, StartsWith("{\"format\": \"assay-audits/1\""));
  const Ran shown = run({"audits", "show", "1", "--db", db});
  EXPECT_THAT(shown.out, HasSubstr("option  --as-of 2025-03-31\n"));
  EXPECT_THAT(shown.out, HasSubstr("  shipments.csv\n"));
  EXPECT_THAT(shown.out, HasSubstr("no table   " + std::string(64, '-') + "  README.md\n"));
}

TEST_F(KeptAudits, ThatAreNotTheSameAgainSayWhy) {
  EXPECT_EQ(audit({"--db", db}).code, 1);
  {
    assay::Store store = assay::Store::open_or_create(db);
    assay::KeptAudit kept = store.load(1);
    kept.report.insert(kept.report.find("\"outcome\""), "\n\"once\": 1,\n");
    store.save(kept);
    kept.is.program = "0.0.9";
    store.save(kept);
  }
  const Ran same_program = run({"audits", "reperform", "2", "--db", db});
  EXPECT_EQ(same_program.code, 9);
  EXPECT_THAT(same_program.out, HasSubstr("audit 2 is not the same again: its JSON report differs from line 4 on"));
  EXPECT_THAT(same_program.out, HasSubstr("both were made by assay 0.1.0"));
  const Ran older = run({"audits", "reperform", "3", "--db", db});
  EXPECT_EQ(older.code, 9);
  EXPECT_THAT(older.out, HasSubstr("it was made by assay 0.0.9, this is assay 0.1.0"));
  const Ran report = run({"report", "3", "--db", db});
  EXPECT_EQ(report.code, 9);
  EXPECT_THAT(report.err, HasSubstr("it was made by assay 0.0.9"));
  EXPECT_EQ(run({"report", "3", "--db", db, "-f", "json"}).code, 0);  // kept as it was
}

TEST_F(KeptAudits, SayWhenTheProgramShipsAnotherPackThanTheOneThatWasUsed) {
  folder.write("pack/pack.yaml", "assay: 1\nid: dprk\nversion: \"0.0.1\"\nrules: 1\n");
  for (const auto& entry : std::filesystem::directory_iterator(folder.path("pack"))) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".yaml") && name != "pack.yaml" && name != "dprk-direct-origin.yaml")
      std::filesystem::remove(entry.path());
  }
  EXPECT_EQ(audit({"--rules", folder.path("pack"), "--db", db}).code, 1);
  delete_everything();
  const Ran again = run({"audits", "reperform", "--db", db});
  EXPECT_EQ(again.code, 0) << again.out << again.err;
  EXPECT_THAT(again.out, HasSubstr("rule pack dprk was 0.0.1 (sha256 "));
}

TEST_F(KeptAudits, DoNotLieAmongTheInputs) {
  const Ran ran = audit({"--db", folder.path("in/deeper/../s.db")});
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("would lie among the inputs"));
  EXPECT_FALSE(std::filesystem::exists(folder.path("in/s.db")));
  EXPECT_EQ(audit({"--db", folder.path("named.txt")}).code, 2);
  EXPECT_EQ(audit({"--db", folder.path("in-beside.db")}).code, 1);
}

TEST_F(KeptAudits, AreKeptOnlyWhenThatIsAskedFor) {
  EXPECT_EQ(audit({}).code, 1);
  EXPECT_EQ(audit({"--db", db, "--no-store"}).code, 1);
  EXPECT_FALSE(std::filesystem::exists(db));
  const Ran ran = run({"audits", "list", "--db", db});
  EXPECT_EQ(ran.code, 8);
  EXPECT_THAT(ran.err, HasSubstr("there is no store"));
}

TEST_F(KeptAudits, AreNotKeptWhenTheRulesWereRefused) {
  folder.write("pack/pack.yaml", "assay: 1\nid: broken\nversion: \"1\"\nrules: 3\n");
  const Ran ran = audit({"--db", db, "--rules", folder.path("pack")});
  EXPECT_EQ(ran.code, 5);
  EXPECT_THAT(ran.err, HasSubstr("nothing was examined"));
  EXPECT_THAT(run({"audits", "list", "--db", db}).out, EndsWith("\n0 audits\n"));
}

TEST_F(KeptAudits, AreNotJudgedFromAStoreThatWasChangedOrIsNone) {
  EXPECT_EQ(audit({"--db", db}).code, 1);
  std::string bytes = folder.read("s.db");
  const std::size_t at = bytes.find("Dalian");
  ASSERT_NE(at, std::string::npos);
  for (std::size_t found = at; found != std::string::npos; found = bytes.find("Dalian", found)) bytes[found] = 'X';
  folder.write("s.db", bytes);
  const Ran changed = run({"report", "1", "--db", db});
  EXPECT_EQ(changed.code, 9);
  EXPECT_EQ(changed.out, "");
  EXPECT_THAT(changed.err, HasSubstr("are not what was kept"));
  const Ran none = audit({"--db", folder.write("hello.db", "hello, this is no database at all\n")});
  EXPECT_EQ(none.code, 9);
  EXPECT_EQ(none.out, "");
}

TEST_F(KeptAudits, AreNamedByNumbers) {
  EXPECT_EQ(audit({"--db", db}).code, 1);
  for (const char* word : {"0", "2", "-1", "1x", "99999999999999999999"}) {
    const Ran ran = run({"audits", "show", "--db", db, "--", word});
    EXPECT_EQ(ran.code, 2) << word << ran.err;
    EXPECT_EQ(ran.out, "");
  }
}

}  // namespace
