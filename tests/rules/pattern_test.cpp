#include "rules/pattern.h"

#include <gtest/gtest.h>

#include "rules/pack_help.h"
#include "rules/test_case.h"

namespace assay {
namespace {

std::string fault_of(const std::string& text) {
  std::string fault;
  const bool refused = Pattern::compile(text, fault) == nullptr;
  EXPECT_EQ(refused, !fault.empty()) << text;
  return fault;
}

TEST(Pattern, FindsItsTextAnywhereInAnyCase) {
  std::string fault;
  const auto pattern = Pattern::compile("korea (ryonbong|ryonha)", fault);
  ASSERT_NE(pattern, nullptr) << fault;
  EXPECT_TRUE(pattern->is_in("The KOREA Ryonbong Corp"));
  EXPECT_FALSE(pattern->is_in("Korea Rayon"));
  EXPECT_FALSE(pattern->is_in(""));
}

TEST(Pattern, HoldsToTheEndsWhereItSaysSo) {
  std::string fault;
  const auto pattern = Pattern::compile("^KP[0-9]{3}$", fault);
  ASSERT_NE(pattern, nullptr) << fault;
  EXPECT_TRUE(pattern->is_in("KP123"));
  EXPECT_FALSE(pattern->is_in("KP1234"));
}

TEST(Pattern, SaysWhatIsWrongWithASyntaxInRe2sWords) {
  EXPECT_EQ(fault_of("("), "missing ): (");
  EXPECT_NE(fault_of("[a").find("missing ]"), std::string::npos);
  EXPECT_NE(fault_of("a**").find("bad repetition"), std::string::npos);
  EXPECT_NE(fault_of("(?<=a)b"), "");  // no looking behind
  EXPECT_NE(fault_of("(a)\\1"), "");   // no references back
}

TEST(Pattern, RefusesRepetitionsOfARepetition) {
  for (const char* text : {"(a+)+$", "(a*)*", "([a-z]+)*x", "(?:\\w+)+", "((a+))+", "x(y(z+){2,}w)", "(?P<n>a+)+",
                           "([^]]+)+", "([[:alpha:]]+)+", "(\\)+)+"})
    EXPECT_NE(fault_of(text).find("repetition"), std::string::npos) << text;
}

TEST(Pattern, TakesRepetitionsThatSayMore) {
  for (const char* text :
       {"(ab+)+", "(a+b)+", "a+", "(a)+", "(a+)", "(a+)?", "(a+){2}", "[+]+", "\\(a+\\)+", "([)]+b)+", "(a|b+)+"})
    EXPECT_EQ(fault_of(text), "") << text;
}

TEST(Pattern, IsLinearWhateverThePattern) {
  std::string fault;
  const auto pattern = Pattern::compile("(x|x|xy|y)*(x|y)*z$", fault);
  ASSERT_NE(pattern, nullptr) << fault;
  EXPECT_FALSE(pattern->is_in(std::string(200'000, 'x')));
}

Verdict verdict_on(const std::string& supplier) {
  LoadedPacks packs;
  Diagnostics diagnostics;
  const std::string text =
      "assay: 1\nid: seller-name\ntitle: A name\ntheme: name_match\nsubject: shipment\nseverity: low\ngap: low\n"
      "question: Is it this seller?\nmessage: \"{subject.id}\"\nreferences: [{cite: A list}]\ndecide_by: [The name]\n"
      "flag_when: {where: {shipment.supplier: {matches: '^ryon(bong|ha) trading'}}}\ntests:\n";
  std::string tests;
  for (const char* expected : {"flagged", "clear", "insufficient"})
    tests +=
        std::string("  - {name: n, given: {shipments: \"shipment_id,supplier\\nS,T\\n\"}, subject: shipment:S, ") +
        "expect: " + expected + "}\n";
  EXPECT_TRUE(load_packs({test::pack_of({{"seller-name.yaml", text + tests}})}, packs, diagnostics))
      << format_diagnostic(diagnostics.front());
  RuleTest test;
  test.given = {{"shipments", "shipment_id,date,supplier\nS1,2018-01-01," + supplier + "\n"}};
  test.subject = "shipment:S1";
  for (const Verdict verdict : {Verdict::clear, Verdict::insufficient, Verdict::flagged}) {
    test.expect = verdict;
    if (judge_test(*prepare_test(test, packs.reference), packs.rules, 0, test).passed()) return verdict;
  }
  ADD_FAILURE() << "no verdict on " << supplier;
  return Verdict::clear;
}

TEST(WhereMatches, FlagsTheNameThatFits) {
  EXPECT_EQ(verdict_on("Ryonha Trading Ltd"), Verdict::flagged);
  EXPECT_EQ(verdict_on("RYONBONG-TRADING"), Verdict::flagged) << "a hyphen is a blank when names are compared";
  EXPECT_EQ(verdict_on("\xEF\xBC\xB2yonha Trading"), Verdict::flagged) << "a letter of full width is the letter";
}

TEST(WhereMatches, IgnoresTheNameThatDoesNot) {
  EXPECT_EQ(verdict_on("New Ryonha Trading"), Verdict::clear);
}

TEST(WhereMatches, StaysOpenWhereThereIsNoName) {
  EXPECT_EQ(verdict_on(""), Verdict::insufficient);
}

}  // namespace
}  // namespace assay
