#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "audit/packs.h"
#include "readers/read.h"
#include "rules/evaluate.h"
#include "rules/load.h"

// Strong Kleene logic through whole rules: loaded from text, asked of rows of a CSV, read back as verdicts.

namespace assay {
namespace {

// One letter a condition: y holds, n does not, u is unknown.
constexpr std::string_view letters = "nuy";

std::string cell(char letter) {
  return letter == 'y' ? "KP" : letter == 'n' ? "AU" : "";
}

char letter_of(Verdict verdict) {
  return verdict == Verdict::flagged ? 'y' : verdict == Verdict::clear ? 'n' : 'u';
}

const std::string a = "{where: {shipment.origin_country: KP}}";
const std::string b = "{where: {shipment.load_country: KP}}";
const std::string c = "{where: {shipment.discharge_country: KP}}";

/// A shipment for each of the 27 ways in which the three conditions may stand; its id spells them: "S-yun".
std::string shipments() {
  std::string text = "shipment_id,supplier,origin_country,load_country,discharge_country\n";
  for (const char x : letters)
    for (const char y : letters)
      for (const char z : letters)
        text += std::string("S-") + x + y + z + ",Trader T," + cell(x) + "," + cell(y) + "," + cell(z) + "\n";
  return text;
}

/// A rule must show itself flagging, clearing and staying open; what these tests expect is not asked here.
std::string tests_of_the_rule() {
  std::string text = "tests:\n";
  for (const std::string expected : {"flagged", "clear", "insufficient"})
    text += "  - name: it may be " + expected +
            "\n    given:\n      shipments: |\n        shipment_id,supplier,origin_country\n        S1,T,KP\n"
            "    subject: shipment:S1\n    expect: " +
            expected + "\n";
  return text;
}

std::string rule_text(const std::string& id, const std::string& condition) {
  return "assay: 1\nid: " + id +
         "\ntitle: A table of truth\ntheme: origin_direct\nsubject: shipment\nseverity: high\ngap: low\n"
         "question: Does it hold?\nmessage: \"{subject.id}\"\nreferences: [{cite: Kleene}]\n"
         "decide_by: [The cell]\nflag_when: " +
         condition + "\n" + tests_of_the_rule();
}

/// The rule's verdict on each shipment, as a letter by the spelling of its id. Empty after a failed expectation.
std::map<std::string, char> table_of(const std::string& condition) {
  std::vector<PackFile> files = {{"pack.yaml", "assay: 1\nid: truth\nversion: \"1\"\nrules: 1\n"},
                                 {"truth.yaml", rule_text("truth", condition)}};
  for (PackFile& file : shipped_pack())
    if (file.name.starts_with("data/")) files.push_back(std::move(file));
  LoadedPacks packs;
  Diagnostics diagnostics;
  if (!load_packs({files}, packs, diagnostics)) {
    ADD_FAILURE() << format_diagnostic(diagnostics.front());
    return {};
  }
  const ReadResult read = read_texts({{"shipments.csv", shipments()}}, diagnostics);
  const SupplyGraph graph = build_graph(read.tables, packs.reference, to_day(2018, 1, 1), diagnostics);
  const Evaluation evaluation = evaluate(packs.rules, graph);
  std::map<std::string, char> table;
  VerdictCounts counts;
  for (std::uint32_t s = 0; s < graph.shipments.size(); ++s) {
    const WhyNot why = why_not(evaluation, 0, s);
    const char letter = letter_of(why.verdict);
    table[shipment_entity(graph, s).id.substr(2)] = letter;
    counts.flagged += letter == 'y' ? 1U : 0U;
    counts.insufficient += letter == 'u' ? 1U : 0U;
    counts.clear += letter == 'n' ? 1U : 0U;
    EXPECT_EQ(why.missing.empty(), letter != 'u') << "an open verdict names what is missing, no other does";
  }
  // Asked one by one or all at once, the answer is the same.
  EXPECT_EQ(evaluation.by_rule[0].flagged, counts.flagged);
  EXPECT_EQ(evaluation.by_rule[0].insufficient, counts.insufficient);
  EXPECT_EQ(evaluation.by_rule[0].clear, counts.clear);
  EXPECT_EQ(table.size(), 27U);
  return table;
}

/// What a table says where the third condition does not hold: nine letters, a by b in the order n u y.
std::string nine(const std::map<std::string, char>& table) {
  std::string all;
  for (const char x : letters)
    for (const char y : letters) all += table.at(std::string{x, y, 'n'});
  return all;
}

std::size_t rank(char letter) {
  return letters.find(letter);
}

char least(const std::string& spelling) {
  return *std::min_element(spelling.begin(), spelling.end(), [](char x, char y) { return rank(x) < rank(y); });
}

char greatest(const std::string& spelling) {
  return *std::max_element(spelling.begin(), spelling.end(), [](char x, char y) { return rank(x) < rank(y); });
}

TEST(TruthTable, OneConditionIsItsOwnVerdict) {
  for (const auto& [spelling, verdict] : table_of(a)) EXPECT_EQ(verdict, spelling[0]) << spelling;
}

TEST(TruthTable, NotSwapsYesAndNoAndLeavesUnknownOpen) {
  for (const auto& [spelling, verdict] : table_of("{not: " + a + "}"))
    EXPECT_EQ(verdict, spelling[0] == 'y' ? 'n' : spelling[0] == 'n' ? 'y' : 'u') << spelling;
}

TEST(TruthTable, AllOfTwoIsTheLesser) {
  EXPECT_EQ(nine(table_of("{all: [" + a + ", " + b + "]}")), "nnnnuunuy");
}

TEST(TruthTable, AnyOfTwoIsTheGreater) {
  EXPECT_EQ(nine(table_of("{any: [" + a + ", " + b + "]}")), "nuyuuyyyy");
}

TEST(TruthTable, FieldsOfOneWhereMustAllHold) {
  EXPECT_EQ(nine(table_of("{where: {shipment.origin_country: KP, shipment.load_country: KP}}")), "nnnnuunuy");
}

TEST(TruthTable, AllOfThreeIsTheLeastInEveryOneOfTwentySevenCases) {
  for (const auto& [spelling, verdict] : table_of("{all: [" + a + ", " + b + ", " + c + "]}"))
    EXPECT_EQ(verdict, least(spelling)) << spelling;
}

TEST(TruthTable, AnyOfThreeIsTheGreatestInEveryOneOfTwentySevenCases) {
  for (const auto& [spelling, verdict] : table_of("{any: [" + a + ", " + b + ", " + c + "]}"))
    EXPECT_EQ(verdict, greatest(spelling)) << spelling;
}

TEST(TruthTable, NestedConditionsAreWorkedOutFromTheInside) {
  for (const auto& [spelling, verdict] : table_of("{any: [{all: [" + a + ", " + b + "]}, " + c + "]}"))
    EXPECT_EQ(verdict, greatest({least(spelling.substr(0, 2)), spelling[2]})) << spelling;
}

TEST(TruthTable, NotOverAnyIsAllOverNot) {
  const auto left = table_of("{not: {any: [" + a + ", " + b + ", " + c + "]}}");
  EXPECT_EQ(left, table_of("{all: [{not: " + a + "}, {not: " + b + "}, {not: " + c + "}]}"));
  EXPECT_EQ(left.at("nnn"), 'y');
  EXPECT_EQ(left.at("nun"), 'u');
  EXPECT_EQ(left.at("nuy"), 'n');
}

TEST(TruthTable, NotOverAllIsAnyOverNot) {
  const auto left = table_of("{not: {all: [" + a + ", " + b + ", " + c + "]}}");
  EXPECT_EQ(left, table_of("{any: [{not: " + a + "}, {not: " + b + "}, {not: " + c + "}]}"));
  EXPECT_EQ(left.at("yyy"), 'n');
  EXPECT_EQ(left.at("yuy"), 'u');
  EXPECT_EQ(left.at("yun"), 'y');
}

TEST(TruthTable, WhatIsUnknownStaysUnknownEvenBesideItsOwnOpposite) {
  // Kleene's logic does not guess: "KP or not KP" of a blank cell is open, not true.
  for (const auto& [spelling, verdict] : table_of("{any: [" + a + ", {not: " + a + "}]}"))
    EXPECT_EQ(verdict, spelling[0] == 'u' ? 'u' : 'y') << spelling;
}

}  // namespace
}  // namespace assay
