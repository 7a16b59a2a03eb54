#include "program/run.h"

namespace {

const std::string& story() {
  static const std::string path = fixture("coal-through-a-trader");
  return path;
}

/// The number of the finding that the text report gives to a rule, or of the open question that the rule waits for.
std::string finding_of(const std::string& rule, const std::string& verdict) {
  const std::string json = run({"audit", story(), "--as-of", "2024-12-31", "--format", "json"}).out;
  std::istringstream lines(json);
  for (std::string line; std::getline(lines, line);)
    if (line.find('"' + rule + '"') != std::string::npos &&
        line.find("\"verdict\":\"" + verdict + "\"") != std::string::npos)
      return line.substr(7, line.find('"', 7) - 7);
  return {};
}

TEST(Explain, ShowsTheProofOfAFlagWithItsCells) {
  const std::string finding = finding_of("dprk-indirect-origin", "flagged");
  ASSERT_FALSE(finding.empty());
  const Ran ran = run({"explain", finding, story(), "--as-of", "2024-12-31", "--quiet"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with(finding + " flagged, ")) << ran.out;
  for (const char* part :
       {"Proof", "shipment A-102", "└─ sold_by → Dalian Huiyang", "shipments.csv:3:18", "declares_origin → KP",
        "shipments.csv:2:62", "^^", "= basis: UNSCR", "= other explanation"})
    EXPECT_NE(ran.out.find(part), std::string::npos) << part << "\n" << ran.out;
}

TEST(Explain, ShowsWhatIsMissingAndWhatEachAnswerWouldChange) {
  const std::string finding = finding_of("dprk-indirect-origin", "insufficient");
  ASSERT_FALSE(finding.empty());
  const Ran ran = run({"explain", finding, story(), "--as-of", "2024-12-31", "--quiet"});
  EXPECT_EQ(ran.code, 0);
  for (const char* part :
       {" open, ", "What is missing", "not disclosed", "Whom to ask", "what would settle it",
        "What each answer would change", "if it points to the DPRK: flagged", "silence never makes them clear"})
    EXPECT_NE(ran.out.find(part), std::string::npos) << part << "\n" << ran.out;
}

TEST(Explain, TakesTheBeginningOfAFingerprint) {
  const Ran by_number = run({"explain", "F-1", story(), "--as-of", "2024-12-31"});
  const std::size_t at = by_number.out.find("fingerprint: ");
  ASSERT_NE(at, std::string::npos);
  const std::string prefix = by_number.out.substr(at + 13, 6);
  EXPECT_EQ(run({"explain", prefix, story(), "--as-of", "2024-12-31"}).out, by_number.out);
}

TEST(Explain, RefusesAFindingThatDoesNotExist) {
  for (const std::string word : {"F-0", "F-99", "F-", "F-1x", "zzzz", "ab"}) {
    const Ran ran = run({"explain", word, story()});
    EXPECT_EQ(ran.code, 2) << word;
    EXPECT_EQ(ran.out, "");
  }
}

TEST(WhyNot, SaysWhatAClearVerdictRestsOn) {
  const Ran ran = run({"why-not", "L-02", "--rule", "dprk-indirect-origin", fixture("everything-disclosed"),
                       "--as-of", "2025-03-31", "--quiet"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with("dprk-indirect-origin of shipment L-02: clear\n")) << ran.out;
  EXPECT_NE(ran.out.find("What that rests on"), std::string::npos);
  EXPECT_NE(ran.out.find("declarations.csv:2:1"), std::string::npos) << ran.out;
}

TEST(WhyNot, SaysWhatLeavesAVerdictOpen) {
  const Ran ran = run({"why-not", "A-104", "--rule", "dprk-indirect-origin", story(), "--quiet"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find(": insufficient\n"), std::string::npos);
  EXPECT_NE(ran.out.find("What is missing"), std::string::npos);
}

TEST(WhyNot, ShowsTheProofOfAFlag) {
  const Ran ran = run({"why-not", "shipment:A-102", "--rule", "dprk-indirect-origin", story(), "--quiet"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find(": flagged\n"), std::string::npos);
  EXPECT_NE(ran.out.find("declares_origin → KP"), std::string::npos);
}

TEST(WhyNot, SuggestsTheRuleThatWasMeant) {
  const Ran ran = run({"why-not", "A-102", "--rule", "dprk-indirect-orgin", story()});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("did you mean dprk-indirect-origin?"), std::string::npos) << ran.err;
}

TEST(WhyNot, NeedsARuleAndASubjectOfItsKind) {
  EXPECT_EQ(run({"why-not", "A-102", story()}).code, 2);
  const Ran ran = run({"why-not", "A-999", "--rule", "dprk-indirect-origin", story()});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("the inputs have 4"), std::string::npos) << ran.err;
}

}  // namespace
