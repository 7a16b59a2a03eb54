#include "program/run.h"

// The exit code is what a pipeline reads. One test for each that exists, and for which of two counts.

namespace {

constexpr const char* header =
    "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country,load_port,load_country,transit\n";
constexpr const char* suppliers = "supplier_id,name,country\nA,Alpha Mining,AU\nB,Beta Steel,JP\n";

std::string last_line(const std::string& text) {
  const std::size_t end = text.find_last_not_of('\n');
  return text.substr(text.rfind('\n', end) + 1, end - text.rfind('\n', end));
}

TEST(Exit, IsZeroOnlyForAClearChain) {
  const Ran ran = run({"audit", fixture("everything-disclosed"), "--as-of", "2025-03-31"});
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_TRUE(last_line(ran.out).starts_with("clear of ")) << last_line(ran.out);
}

TEST(Exit, IsOneForAFlag) {
  const Ran ran = run({"audit", fixture("coal-through-a-trader")});
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(last_line(ran.out).starts_with("flagged: ")) << last_line(ran.out);
}

TEST(Exit, IsThreeForAnOpenQuestion) {
  const Folder folder;
  folder.write("suppliers.csv", suppliers);
  const Ran ran = run({"audit", folder.path()});
  EXPECT_EQ(ran.code, 3) << ran.out;
  EXPECT_TRUE(last_line(ran.out).starts_with("not clear: ")) << last_line(ran.out);
}

TEST(Exit, IsZeroForAcceptedQuestionsButTheLastLineSaysSo) {
  const Folder folder;
  folder.write("suppliers.csv", suppliers);
  const Ran ran = run({"audit", folder.path(), "--fail-on-open", "never"});
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_TRUE(last_line(ran.out).starts_with("not clear: ")) << last_line(ran.out);
  EXPECT_NE(last_line(ran.out).find("accepted by --fail-on-open never"), std::string::npos) << last_line(ran.out);
}

TEST(Exit, IsThreeWhenFlagsAreAcceptedButQuestionsAreNot) {
  EXPECT_EQ(run({"audit", fixture("coal-through-a-trader"), "--fail-on", "never"}).code, 3);
  EXPECT_EQ(run({"audit", fixture("coal-through-a-trader"), "--fail-on", "never", "--fail-on-open", "never"}).code,
            0);
}

TEST(Exit, IsThreeForARejectedRowWhateverIsAccepted) {
  const Folder folder;
  folder.write("suppliers.csv", std::string(suppliers) + "C,Gamma\xFF Trading,CN\n");
  const Ran ran = run({"audit", folder.path(), "--fail-on-open", "never"});
  EXPECT_EQ(ran.code, 3) << ran.out;
  EXPECT_NE(last_line(ran.out).find("1 row rejected or quarantined"), std::string::npos) << last_line(ran.out);
}

TEST(Exit, IsThreeForATableWithoutRows) {
  const Folder folder;
  folder.write("suppliers.csv", "supplier_id,name,country\n");
  const Ran ran = run({"audit", folder.path(), "--fail-on-open", "never"});
  EXPECT_EQ(ran.code, 3) << ran.out;
}

TEST(Exit, IsFourForAnInputThatIsNoTable) {
  const Folder folder;
  const Ran ran = run({"audit", folder.write("notes.csv", "subject,body\nhello,world\n")});
  EXPECT_EQ(ran.code, 4) << ran.out << ran.err;
  EXPECT_NE(ran.err.find("notes.csv"), std::string::npos);
}

TEST(Exit, IsFourForOneRefusedInputOfSeveralAndTheOthersAreJudged) {
  const Folder folder;
  const std::string good =
      folder.write("shipments.csv", std::string(header) + "S1,2018-03-01,A,B,coal,270112,KP,CNDLC,CN,none\n");
  const std::string bad = folder.write("notes.csv", "subject,body\nhello,world\n");
  const Ran ran = run({"audit", good, bad});
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.out.find("[dprk-direct-origin]"), std::string::npos) << ran.out;
  EXPECT_NE(last_line(ran.out).find("an input was refused"), std::string::npos);
}

TEST(Exit, IsFourWhenTheControlTotalFails) {
  const std::string input = fixture("everything-disclosed");
  const Ran ran = run({"audit", input, "--as-of", "2025-03-31", "--expect-rows", "49"});
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("48 rows were read, 49 expected"), std::string::npos) << ran.err;
  EXPECT_EQ(run({"audit", input, "--as-of", "2025-03-31", "--expect-rows", "48"}).code, 0);
}

TEST(Exit, IsFiveForABrokenRulePackAndNothingIsJudged) {
  const Folder folder;
  folder.write("pack/pack.yaml", "assay: 1\nid: broken\nversion: 1\nrules: 3\n");
  const Ran ran = run({"audit", fixture("coal-through-a-trader"), "--rules", folder.path("pack")});
  EXPECT_EQ(ran.code, 5);
  EXPECT_EQ(last_line(ran.out), "no audit: the rules were refused, nothing was examined");
  EXPECT_NE(ran.err.find("pack.yaml"), std::string::npos) << ran.err;
}

TEST(Exit, IsTwoForARuleThatDoesNotExist) {
  const Ran ran = run({"audit", fixture("coal-through-a-trader"), "--select", "dprk-direct-orign"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("did you mean dprk-direct-origin?"), std::string::npos) << ran.err;
}

TEST(Exit, IsEightForAPathThatIsNotThere) {
  const Ran ran = run({"audit", fixture("no-such-story")});
  EXPECT_EQ(ran.code, 8);
  EXPECT_EQ(ran.out, "");
}

TEST(Exit, StandsInTheJsonReportToo) {
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{}, {"--fail-on", "never"}, {"--expect-rows", "1"}}) {
    std::vector<std::string> words{"audit", fixture("coal-through-a-trader"), "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = run(words);
    EXPECT_NE(ran.out.find("\"exit_code\":" + std::to_string(ran.code)), std::string::npos);
  }
}

TEST(Select, AsksOnlyTheRulesThatAreNamed) {
  const Ran ran = run({"audit", fixture("coal-through-a-trader"), "--select", "origin_direct"});
  EXPECT_NE(ran.out.find("[dprk-direct-origin]"), std::string::npos);
  EXPECT_EQ(ran.out.find("[dprk-indirect-origin]"), std::string::npos);
}

TEST(Ignore, DoesNotAskTheRulesThatAreNamed) {
  const Ran ran = run({"audit", fixture("coal-through-a-trader"), "--ignore", "dprk-direct-origin,labour"});
  EXPECT_EQ(ran.out.find("[dprk-direct-origin]"), std::string::npos);
  EXPECT_EQ(ran.out.find("dprk-worker-nationality"), std::string::npos);
  EXPECT_NE(ran.out.find("[dprk-indirect-origin]"), std::string::npos);
}

}  // namespace
