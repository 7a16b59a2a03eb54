#include <algorithm>

#include "program/run.h"

// A report must stay readable when there is much to say.

namespace {

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// `flags` shipments of DPRK origin, and `questions` whose origin is not stated, each from a seller of its own.
std::string shipments(int flags, int questions) {
  std::string text =
      "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country,load_port,load_country,transit\n";
  for (int i = 0; i < flags; ++i)
    text += "F" + std::to_string(i) + ",2018-03-01,Seller,Buyer,coal,270112,KP,CNDLC,CN,none\n";
  for (int i = 0; i < questions; ++i)
    text +=
        "Q" + std::to_string(i) + ",2018-03-01,Seller " + std::to_string(i) + ",Buyer,coal,270112,,CNDLC,CN,none\n";
  return text;
}

TEST(LongReport, ShowsTwentyFlagsAndCountsTheRest) {
  const Folder folder;
  const Ran ran = run({"audit", folder.write("shipments.csv", shipments(1300, 0)), "--quiet"});
  EXPECT_EQ(times(ran.out, "= help: assay explain"), 20U);
  EXPECT_NE(ran.out.find("more flags: dprk-direct-origin 1,2"), std::string::npos) << ran.out.substr(0, 3000);
  EXPECT_LT(lines_of(ran.out), 300U);
}

TEST(LongReport, SaysTheBasisOfARuleAndWhatElseExplainsItOnce) {
  const Folder folder;
  const std::string path = folder.write("shipments.csv", shipments(3, 0));
  const std::string text = run({"audit", path, "--select", "dprk-direct-origin", "--quiet"}).out;
  EXPECT_EQ(times(text, "= basis: "), 1U) << text;
  EXPECT_EQ(times(text, "= other explanation: "), 1U) << text;
  EXPECT_EQ(times(text, "= basis and other explanations: as in F-1\n"), 2U) << text;
  // What is said is said of the first that is shown, of whichever rule.
  const std::string both = run({"audit", path, "--quiet", "--max-shown", "2"}).out;
  EXPECT_EQ(times(both, "as in F-"), 0U) << both;
}

TEST(LongReport, ShowsAsManyFlagsAsItIsTold) {
  const Folder folder;
  const std::string path = folder.write("shipments.csv", shipments(30, 0));
  EXPECT_EQ(times(run({"audit", path, "--max-shown", "3"}).out, "= help: assay explain"), 3U);
  EXPECT_EQ(times(run({"audit", path, "--max-shown", "0"}).out, "= help: assay explain"), 0U);
  EXPECT_EQ(times(run({"audit", path, "--max-shown", "500"}).out, "more flags"), 0U);
}

TEST(LongReport, ShowsTenQuestionsAndCountsTheRestByGapAndRule) {
  const Folder folder;
  const std::string path = folder.write("shipments.csv", shipments(0, 200));
  const Ran ran = run({"audit", path, "--quiet"});
  EXPECT_EQ(times(ran.out, " for it: "), 10U) << ran.out;
  EXPECT_EQ(times(ran.out, "more questions ("), 1U) << ran.out;
  EXPECT_LT(lines_of(ran.out), 100U);
  EXPECT_GT(times(run({"audit", path, "--verbose"}).out, " for it: "), 200U);
}

TEST(LongReport, CountsWhatItDoesNotShowCorrectly) {
  const Folder folder;
  const std::string path = folder.write("shipments.csv", shipments(25, 40));
  const Ran ran = run({"audit", path});
  const std::string json = run({"audit", path, "--format", "json"}).out;
  const std::size_t flags = times(json, "\"verdict\":\"flagged\",\"subject\"");
  const std::size_t questions = times(json, "\"verdict\":\"insufficient\",\"subject\"");
  EXPECT_NE(ran.out.find("… and " + std::to_string(flags - 20) + " more flags: "), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("… and " + std::to_string(questions - 10) + " more questions ("), std::string::npos)
      << ran.out;
  EXPECT_NE(
      ran.out.find("flagged: " + std::to_string(flags) + " flags, " + std::to_string(questions) + " questions open"),
      std::string::npos)
      << ran.out;
}

TEST(LongReport, KeepsStandardErrorShort) {
  const Folder folder;
  for (int i = 0; i < 60; ++i)
    folder.write("suppliers " + std::to_string(i) + ".csv", "supplier_id,name,country,shoe_size\nA,Alpha,CN,43\n");
  const std::string all = run({"audit", folder.path(), "--verbose"}).err;
  EXPECT_GT(times(all, "shoe_size"), 20U) << all;
  const Ran ran = run({"audit", folder.path()});
  EXPECT_EQ(times(ran.err, "shoe_size"), 20U);
  EXPECT_NE(ran.err.find("more of this kind; --verbose"), std::string::npos) << ran.err;
  EXPECT_EQ(run({"audit", folder.path(), "--quiet"}).err, "");
}

TEST(LongReport, PutsNothingOnStandardErrorThatIsNoDiagnostic) {
  EXPECT_EQ(run({"audit", fixture("everything-disclosed/suppliers.csv"), "--quiet"}).err, "");
}

}  // namespace
