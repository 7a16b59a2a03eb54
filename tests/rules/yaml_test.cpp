#include "rules/yaml.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace assay {
namespace {

struct Parsed {
  YamlDocument document;
  Diagnostics diagnostics;
  bool fine = false;
};

Parsed parse(std::string_view text) {
  Parsed parsed;
  parsed.fine = parse_yaml("rule.yaml", std::string(text), parsed.document, parsed.diagnostics);
  EXPECT_EQ(parsed.fine, parsed.diagnostics.empty());
  return parsed;
}

std::string all_messages(const Parsed& parsed) {
  std::string messages;
  for (const Diagnostic& diagnostic : parsed.diagnostics) messages += format_diagnostic(diagnostic) + "\n";
  return messages;
}

/// "line:column name" of the first fault, the name up to its first colon.
std::string first_fault(std::string_view text) {
  const Parsed parsed = parse(text);
  if (parsed.fine) return "none";
  const Diagnostic& first = parsed.diagnostics.front();
  return std::to_string(first.at.line) + ":" + std::to_string(first.at.column) + " " +
         first.message.substr(0, first.message.find(':'));
}

const YamlNode& at(const YamlNode& map, std::string_view key) {
  static const YamlNode nothing;
  const YamlNode* node = map.find(key);
  EXPECT_NE(node, nullptr) << key;
  return node == nullptr ? nothing : *node;
}

TEST(ParseYaml, BuildsATreeInTheOrderOfTheFile) {
  const Parsed parsed = parse("b: 1\na:\n  - x\n  - {k: v, l: [m, n]}\n");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  const YamlNode& root = parsed.document.root;
  ASSERT_EQ(root.kind, YamlNode::Kind::map);
  ASSERT_EQ(root.keys.size(), 2U);
  EXPECT_EQ(root.keys[0].text, "b");
  EXPECT_EQ(root.keys[1].text, "a");
  const YamlNode& list = at(root, "a");
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(list.items[0].text, "x");
  EXPECT_EQ(at(list.items[1], "k").text, "v");
  EXPECT_EQ(at(list.items[1], "l").items[1].text, "n");
}

TEST(ParseYaml, TypesNothing) {
  const Parsed parsed = parse("country: NO\nflag: true\ncode: 0101\nquoted: \"0101\"\nbig: 1e3\n");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  EXPECT_EQ(at(parsed.document.root, "country").text, "NO");
  EXPECT_EQ(at(parsed.document.root, "flag").text, "true");
  EXPECT_EQ(at(parsed.document.root, "code").text, "0101");
  EXPECT_FALSE(at(parsed.document.root, "code").quoted);
  EXPECT_TRUE(at(parsed.document.root, "quoted").quoted);
  EXPECT_EQ(at(parsed.document.root, "big").text, "1e3");
}

TEST(ParseYaml, CountsColumnsInCodePoints) {
  const Parsed parsed = parse("# 注\n矿石: \"来自\" # c\nlist: [鉄, b]\n");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  const YamlNode& ore = at(parsed.document.root, "矿石");
  EXPECT_EQ(ore.line, 2U);
  EXPECT_EQ(ore.column, 5U);
  EXPECT_EQ(ore.width, 4U);
  const YamlNode& second = at(parsed.document.root, "list").items[1];
  EXPECT_EQ(second.line, 3U);
  EXPECT_EQ(second.column, 11U);
}

TEST(ParseYaml, KeepsTheWidthOfAQuotedTextAsWritten) {
  const Parsed parsed = parse("a: \"x\\u00e9\\\"y\"\nb: 'it''s'\nc: plain text # not this\n");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  EXPECT_EQ(at(parsed.document.root, "a").text, "xé\"y");
  EXPECT_EQ(at(parsed.document.root, "a").width, 12U);
  EXPECT_EQ(at(parsed.document.root, "b").text, "it's");
  EXPECT_EQ(at(parsed.document.root, "b").width, 7U);
  EXPECT_EQ(at(parsed.document.root, "c").width, 10U);
}

TEST(ParseYaml, KeepsLiteralTextAndItsLineEnds) {
  const Parsed parsed = parse("a: |\n  one,two\n\n   three # text\nb: |-\n  last\nc: |\nd: >\n  folded\n  line\n");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  EXPECT_EQ(at(parsed.document.root, "a").text, "one,two\n\n three # text\n");
  EXPECT_EQ(at(parsed.document.root, "b").text, "last");
  EXPECT_EQ(at(parsed.document.root, "c").text, "");
  EXPECT_EQ(at(parsed.document.root, "d").text, "folded line\n");
}

TEST(ParseYaml, ReadsWindowsLineEndsAndAByteOrderMarkAsNothing) {
  const Parsed parsed = parse(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: |\r\n  x\r\n  y\r\nc:\r\n  - {d: e}\r\n");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  EXPECT_EQ(at(parsed.document.root, "a").column, 4U);
  EXPECT_EQ(at(parsed.document.root, "b").text, "x\ny\n");
  EXPECT_EQ(at(at(parsed.document.root, "c").items[0], "d").text, "e");
}

TEST(ParseYaml, ReadsAFileWithoutAFinalLineEndInFull) {
  // yaml-cpp alone would lose the blank line of the text.
  const Parsed parsed = parse("a: |\n  x\n   ");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  EXPECT_EQ(at(parsed.document.root, "a").text, "x\n \n");
}

TEST(ParseYaml, AllowsOneDocumentStart) {
  EXPECT_TRUE(parse("# pack\n--- # one\na: 1\n").fine);
  EXPECT_EQ(first_fault("--- a: 1\n"), "1:5 text on the line of ---");
}

TEST(ParseYaml, PutsAMissingValueAtItsKey) {
  const Parsed parsed = parse("a: 1\nname:\nnext: ~\nlast: null\n");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  for (const std::string_view key : {"name", "next", "last"})
    EXPECT_EQ(at(parsed.document.root, key).kind, YamlNode::Kind::none) << key;
  EXPECT_EQ(at(parsed.document.root, "name").line, 2U);
  EXPECT_EQ(at(parsed.document.root, "name").column, 1U);
  EXPECT_EQ(at(parsed.document.root, "name").width, 4U);
  EXPECT_EQ(at(parsed.document.root, "next").column, 7U);
}

TEST(ParseYaml, CopiesAnAliasWithThePlaceOfItsText) {
  const Parsed parsed = parse("tests:\n  - given: &t |\n      a,b\n  - given: *t\n    as: [&u v, *u]\n");
  ASSERT_TRUE(parsed.fine) << all_messages(parsed);
  const YamlNode& tests = at(parsed.document.root, "tests");
  EXPECT_EQ(at(tests.items[1], "given").text, "a,b\n");
  EXPECT_EQ(at(tests.items[1], "given").line, 2U);
  EXPECT_EQ(at(tests.items[0], "given").column, 15U);
  EXPECT_EQ(at(tests.items[1], "as").items[1].text, "v");
}

TEST(ParseYaml, RefusesAliasesWhereTheyHideWhatARuleSays) {
  EXPECT_EQ(first_fault("a: &x 1\n"), "1:4 anchor outside tests");
  EXPECT_EQ(first_fault("tests: [&x 1]\nb: *x\n"), "2:4 alias outside tests");
  EXPECT_EQ(first_fault("tests:\n  - &x [*x]\n"), "2:9 alias cycle");
  EXPECT_EQ(first_fault("tests:\n  - &x\n    - *x\n"), "3:7 alias cycle");
  EXPECT_EQ(first_fault("tests:\n  - &x [a]\n"), "2:5 anchor on a list or map");
  EXPECT_EQ(first_fault("tests: [*x]\n"), "1:9 alias without an anchor before it");
  EXPECT_EQ(first_fault("tests: [&x 1, &x 2]\n"), "1:15 anchor defined twice");
  EXPECT_EQ(first_fault("tests:\n  a: b\n  &x c: d\n"), "3:3 anchor on a key");
  EXPECT_EQ(first_fault("tests: [&x a]\nb:\n  tests: *x\n"), "3:10 alias outside tests");
}

TEST(ParseYaml, RefusesTextThatGrowsByAliases) {
  std::string text = "tests:\n  - &x \"" + std::string(60'000, 'x') + "\"\n";
  for (int i = 0; i < 100; ++i) text += "  - *x\n";
  EXPECT_EQ(first_fault(text), "72:5 too much text by aliases");
  EXPECT_EQ(first_fault(text.substr(0, 60'200)), "none");
}

TEST(ParseYaml, FindsDuplicateKeysHoweverTheyAreWritten) {
  EXPECT_EQ(first_fault("a: 1\nb: 2\na: 3\n"), "3:1 duplicate key");
  EXPECT_EQ(first_fault("x: {a: 1, \"\\u0061\": 2}\n"), "1:11 duplicate key");
  EXPECT_EQ(first_fault("a: {b: 1}\nb: {b: 1}\n"), "none");
  const Parsed parsed = parse("a: 1\na: 2\n");
  ASSERT_EQ(parsed.diagnostics.size(), 1U);
  EXPECT_EQ(parsed.diagnostics[0].hint, "it stands on line 1 already");
  EXPECT_EQ(parsed.diagnostics[0].excerpt, "a: 2");
}

TEST(ParseYaml, RefusesWhatOtherReadersReadOtherwise) {
  EXPECT_EQ(first_fault("<<: {a: b}\n"), "1:1 merge key");
  EXPECT_EQ(first_fault("a: {<<: b}\n"), "1:5 merge key");
  EXPECT_EQ(first_fault("a: !!int 1\n"), "1:4 tag");
  EXPECT_EQ(first_fault("%YAML 1.1\n---\na: b\n"), "1:1 directive");
  EXPECT_EQ(first_fault("? a\n: b\n"), "1:1 complex key");
  EXPECT_EQ(first_fault("[a]: b\n"), "1:4 complex key");
  EXPECT_EQ(first_fault("x:\n  {a: b}: c\n"), "2:9 complex key");
  EXPECT_EQ(first_fault("a: [b: c]\n"), "1:6 complex key");
  EXPECT_EQ(first_fault("null: a\n"), "1:1 null value as a key");
  EXPECT_EQ(first_fault("a: \"<<: &x !y ? *z\"\n"), "none");
}

TEST(ParseYaml, RefusesASecondDocument) {
  EXPECT_EQ(first_fault("a: 1\n---\nb: 2\n"), "2:1 second document");
  EXPECT_EQ(first_fault("---\n---\n"), "2:1 second document");
  EXPECT_EQ(first_fault("a: 1\n...\n"), "2:1 document end mark");
  EXPECT_EQ(first_fault("a: [\n---\n]\n"), "2:1 second document");
  EXPECT_EQ(first_fault("a: |\n  ---\n  ...\nb: --- x\n"), "none");
}

TEST(ParseYaml, RefusesTabsWhereTheyCannotBeSeen) {
  EXPECT_EQ(first_fault("a:\n\tb: c\n"), "2:1 tab in indentation");
  EXPECT_EQ(first_fault("a:\n  b: c\n \td: e\n"), "3:2 tab in indentation");
  EXPECT_EQ(first_fault("a: |\n\tb\n"), "2:1 tab in indentation");
  EXPECT_EQ(first_fault("-\ta\n"), "1:2 tab in indentation");
  EXPECT_EQ(first_fault("a: b\tc\n"), "1:5 tab outside quotes");
  EXPECT_EQ(first_fault("a: \"b\tc\" # \t\nd: |\n  x\ty\n"), "none");
}

TEST(ParseYaml, RefusesNullItemsAndKeysWithoutValuesInBraces) {
  EXPECT_EQ(first_fault("a:\n  -\n  - b\n"), "2:3 null value");
  EXPECT_EQ(first_fault("a: {b}\n"), "1:5 null value");
  EXPECT_EQ(first_fault("a: {b: , c: d}\n"), "1:5 null value");
  EXPECT_EQ(first_fault("a: {b:c}\n"), "1:5 null value");
  EXPECT_EQ(first_fault("a: [b,, c]\n"), "1:7 a comma without a value before it");
  EXPECT_EQ(first_fault("a: {b:[c]}\n"), "1:6 no blank behind the colon");
}

TEST(ParseYaml, SaysWhereAQuoteOrBracketWasOpened) {
  EXPECT_EQ(first_fault("a: 1\nb: [x, y\nc: d\n"), "2:4 bracket not closed");
  EXPECT_EQ(first_fault("b:\n  - {x: 1,\n    y: [2, 3}\n"), "3:13 a closing bracket that does not fit");
  EXPECT_EQ(first_fault("a: \"b\nc: d\n"), "1:4 quote not closed on its line");
  EXPECT_EQ(first_fault("a: 'it's'\n"), "1:8 text behind the value");
  EXPECT_EQ(first_fault("a: [\n  x, # c\n  y,\n  ]\n"), "none");
  EXPECT_EQ(first_fault("a: [\n  x\n]\n"), "3:1 wrong indentation");
}

TEST(ParseYaml, RefusesTextsOverSeveralLines) {
  EXPECT_EQ(first_fault("a: one\n  two\n"), "2:3 text over several lines");
  EXPECT_EQ(first_fault("a: one\ntwo\nb: c\n"), "2:1 a key without a colon");
  EXPECT_EQ(first_fault("a: [one\n  two]\n"), "2:3 no comma between two values");
  EXPECT_EQ(first_fault("a:\n  one\n"), "none");
}

TEST(ParseYaml, RefusesIndentationThatFitsNothing) {
  EXPECT_EQ(first_fault("a:\n   b: 1\n  c: 2\n"), "3:3 wrong indentation");
  EXPECT_EQ(first_fault("a: 1\n  b: 2\n"), "2:3 wrong indentation");
  EXPECT_EQ(first_fault("a:\n  - 1\n   - 2\n"), "3:4 wrong indentation");
  EXPECT_EQ(first_fault("a: |\n    x\n  y\n"), "3:3 wrong indentation");
  EXPECT_EQ(first_fault("a: |\n     \n  y\n"), "3:3 wrong indentation");
  EXPECT_EQ(first_fault("a: - b\n"), "1:4 list on the line of its key");
  EXPECT_EQ(first_fault(" a: b\n"), "1:2 wrong indentation");
  EXPECT_EQ(first_fault("a:\n- 1\n- - 2\n  - 3\n- b: 4\n  c: 5\nd: 6\n"), "none");
}

TEST(ParseYaml, RefusesColonsAndCommentsThatCutAText) {
  EXPECT_EQ(first_fault("a: b: c\n"), "1:5 second colon on the line");
  EXPECT_EQ(first_fault("a: \"b\": c\n"), "1:7 second colon on the line");
  EXPECT_EQ(first_fault("a: \"b\"# c\n"), "1:7 comment without a blank before it");
  EXPECT_EQ(first_fault("a: [b]#c\n"), "1:7 comment without a blank before it");
  EXPECT_EQ(first_fault("a: [why?]\n"), "1:5 question mark in a plain text in brackets");
  EXPECT_EQ(first_fault("a: https://x.example/y?z#w\nb: [product:P1]\nc: 10:30\nd: why?\n"), "none");
}

TEST(ParseYaml, HintsAtAFullWidthColon) {
  const Parsed parsed = parse("title：矿石\nid: x\n");
  ASSERT_EQ(parsed.diagnostics.size(), 1U);
  EXPECT_NE(parsed.diagnostics[0].hint.find("full-width"), std::string::npos);
}

TEST(ParseYaml, RefusesBytesThatAreNotCleanText) {
  using namespace std::string_view_literals;
  EXPECT_EQ(first_fault("a: x\0y\n"sv), "1:5 NUL character");
  EXPECT_EQ(first_fault("a: \"x\\x00\"\n"), "1:4 NUL character by an escape");
  EXPECT_EQ(first_fault("a: \"\\x04\"\n"), "1:4 control character U+0004 by an escape");
  EXPECT_EQ(first_fault("a: b\x04\nc: d\n"), "1:5 control character U+0004");  // yaml-cpp takes it for the end
  EXPECT_EQ(first_fault("a: \xE2\x80\xAE"
                        "b\n"),
            "1:4 bidirectional control character U+202E");
  EXPECT_EQ(first_fault("a\xE2\x80\x8B: b\n"), "1:2 invisible character U+200B");
  EXPECT_EQ(first_fault("a\xC2\xA0: b\n"), "1:1 invisible space at the end of a key");
  EXPECT_EQ(first_fault("a: b\rc: d\n"), "1:5 carriage return without a line feed");
  EXPECT_EQ(first_fault("# \xC0\x80\n"), "1:3 not UTF-8");
  EXPECT_EQ(first_fault("# \xED\xA0\x80\n"), "1:3 not UTF-8");
  EXPECT_EQ(first_fault("a: \xE2\x82"), "1:4 not UTF-8");
  EXPECT_EQ(first_fault("\xFF\xFE"
                        "a\0"sv),
            "1:1 not UTF-8 (looks like UTF-16)");
  EXPECT_EQ(first_fault("a\0:\0 \0b\0"sv), "1:1 not UTF-8 (looks like UTF-16)");
  EXPECT_EQ(first_fault("\0a\0:"sv), "1:1 not UTF-8 (looks like UTF-16)");
  EXPECT_EQ(first_fault("a\0\0\0:\0\0\0"sv), "1:1 not UTF-8 (looks like UTF-32)");
  EXPECT_EQ(first_fault("a: 矿 é 광산 \xF0\x9F\x9B\x91 \xEF\xBF\xBD\n"), "none");
}

TEST(ParseYaml, RefusesEscapesThatItDoesNotKnow) {
  EXPECT_EQ(first_fault("a: \"\\q\"\n"), "1:5 unknown escape");
  EXPECT_EQ(first_fault("a: \"\\u12\"\n"), "1:5 escape with too few digits");
  EXPECT_FALSE(parse("a: \"\\uD800\"\n").fine);
  EXPECT_FALSE(parse("a: \"\\UFFFFFFFF\"\n").fine);
  EXPECT_EQ(first_fault("a: \"\\u77ff\\t\\n\\/\\\\\"\nb: '\\q'\n"), "none");
}

TEST(ParseYaml, RefusesAnEmptyFile) {
  for (const std::string_view text : {"", "\n\n", "# only a comment\n", "---\n"})
    EXPECT_NE(first_fault(text).find("empty file"), std::string::npos) << text;
}

TEST(ParseYaml, KeepsItsLimits) {
  const auto nested = [](std::size_t depth) {
    return "a: " + std::string(depth, '[') + std::string(depth, ']') + "\n";
  };
  EXPECT_TRUE(parse(nested(31)).fine);
  EXPECT_EQ(first_fault(nested(32)), "1:35 too deep");
  EXPECT_EQ(first_fault("a: " + std::string(500'000, '[')), "1:35 too deep");
  std::string steps;
  for (std::size_t i = 0; i < 40; ++i) steps += std::string(i, ' ') + "a:\n";
  EXPECT_EQ(first_fault(steps), "33:33 too deep");
  EXPECT_EQ(first_fault("a: " + std::string(std::size_t{65'536}, 'x') + "\n"), "none");
  EXPECT_EQ(first_fault("a: " + std::string(std::size_t{65'537}, 'x') + "\n"), "1:4 too long");
  EXPECT_EQ(first_fault("a: b\n" + std::string(std::size_t{1} << 20, '\n')), "0:0 too large");
  std::string many = "a: [";
  for (int i = 0; i < 200'000; ++i) many += "b,";
  EXPECT_EQ(first_fault(many + "]\n"), "1:400000 too many values");
  EXPECT_EQ(first_fault(std::string(1001, 'k') + ": v\n"), "1:1 key too long");
}

TEST(ParseYaml, ReportsEachEntryThatIsWrong) {
  const Parsed parsed = parse("a: [x\nb: \"y\nc: fine\nd:\n  e: 1\n   f: 2\ng: {h}\n");
  ASSERT_EQ(parsed.diagnostics.size(), 4U) << all_messages(parsed);
  EXPECT_EQ(parsed.diagnostics[0].at.line, 1U);
  EXPECT_EQ(parsed.diagnostics[1].at.line, 2U);
  EXPECT_EQ(parsed.diagnostics[2].at.line, 6U);
  EXPECT_EQ(parsed.diagnostics[3].at.line, 7U);
  EXPECT_EQ(parsed.document.root.kind, YamlNode::Kind::none);
}

TEST(ParseYaml, StopsAfterTwentyFaults) {
  std::string duplicates;
  std::string broken;
  for (int i = 0; i < 50'000; ++i) {
    duplicates += "a: 1\n";
    broken += "a: [\n";
  }
  EXPECT_EQ(parse(duplicates).diagnostics.size(), 20U);
  EXPECT_EQ(parse(broken).diagnostics.size(), 20U);
  EXPECT_EQ(parse(std::string(50'000, '\x01')).diagnostics.size(), 20U);
}

TEST(ParseYaml, AddsToTheDiagnosticsOfOthers) {
  YamlDocument document;
  Diagnostics diagnostics(1);
  EXPECT_TRUE(parse_yaml("a.yaml", "a: b\n", document, diagnostics));
  EXPECT_EQ(diagnostics.size(), 1U);
  EXPECT_FALSE(parse_yaml("a.yaml", "a: [\n", document, diagnostics));
  EXPECT_EQ(diagnostics.size(), 2U);
  EXPECT_EQ(diagnostics[1].at.file, "a.yaml");
}

}  // namespace
}  // namespace assay
