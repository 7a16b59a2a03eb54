#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rules/yaml.h"

namespace assay {
namespace {

using testing::HasSubstr;

/// A document and a reader on its root map.
struct Reading {
  YamlDocument document;
  Diagnostics diagnostics;
  MapReader reader;

  explicit Reading(std::string_view text)
      : document(parsed(text)), reader(document, document.root, "rule", diagnostics) {}

  static YamlDocument parsed(std::string_view text) {
    YamlDocument document;
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_yaml("rule.yaml", std::string(text), document, diagnostics)) << text;
    return document;
  }

  /// The only complaint so far, "line:column message"; empty for none.
  [[nodiscard]] std::string complaint() const {
    EXPECT_LE(diagnostics.size(), 1U);
    if (diagnostics.empty()) return {};
    const Diagnostic& first = diagnostics.front();
    return std::to_string(first.at.line) + ":" + std::to_string(first.at.column) + " " + first.message;
  }
};

/// What to_integer and to_number say of a plain text: its fault up to the first colon, or "fine".
std::string fault_of_integer(std::string_view text) {
  Reading reading("n: " + std::string(text) + "\n");
  std::int64_t value = 0;
  if (to_integer(reading.document, *reading.document.root.find("n"), value, reading.diagnostics)) return "fine";
  return reading.diagnostics.at(0).message.substr(0, reading.diagnostics[0].message.find(':'));
}

std::string fault_of_number(std::string_view text) {
  Reading reading("n: " + std::string(text) + "\n");
  double value = 0;
  if (to_number(reading.document, *reading.document.root.find("n"), value, reading.diagnostics)) return "fine";
  return reading.diagnostics.at(0).message.substr(0, reading.diagnostics[0].message.find(':'));
}

TEST(MapReader, ReadsWhatIsThere) {
  Reading r("title: Ore\nhops: 16\nshare: 0.85\nseverity: high\ntags: [a, \"b\"]\none: alone\n");
  EXPECT_EQ(r.reader.text("title", true), "Ore");
  EXPECT_EQ(r.reader.integer("hops", true, 1, 64, 2), 16);
  EXPECT_DOUBLE_EQ(r.reader.number("share", true, 0, 1, 0.5), 0.85);
  EXPECT_EQ(r.reader.word("severity", true, {"low", "medium", "high"}), 2);
  EXPECT_EQ(r.reader.texts("tags", true), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(r.reader.texts("one", true), (std::vector<std::string>{"alone"}));
  r.reader.finish();
  EXPECT_EQ(r.complaint(), "");
}

TEST(MapReader, GivesDefaultsForWhatIsAbsentAndOptional) {
  Reading r("a: b\n");
  EXPECT_EQ(r.reader.text("title", false), "");
  EXPECT_EQ(r.reader.integer("hops", false, 1, 64, 7), 7);
  EXPECT_DOUBLE_EQ(r.reader.number("share", false, 0, 1, 0.5), 0.5);
  EXPECT_EQ(r.reader.word("severity", false, {"low"}), -1);
  EXPECT_TRUE(r.reader.texts("tags", false).empty());
  EXPECT_EQ(r.reader.optional("when"), nullptr);
  EXPECT_EQ(r.complaint(), "");
}

TEST(MapReader, ComplainsAboutAMissingKeyAtItsMap) {
  YamlDocument document = Reading::parsed("x: 1\ntest:\n  name: y\n");
  Diagnostics diagnostics;
  MapReader reader(document, *document.root.find("test"), "test", diagnostics);
  EXPECT_EQ(reader.text("expect", true), "");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message, "missing key: test must have expect");
  EXPECT_EQ(diagnostics[0].at, (Location{"rule.yaml", 3, 3}));
}

TEST(MapReader, SuggestsTheNearestKey) {
  Reading r("tittle: Ore\nid: x\n");
  r.reader.text("title", false);
  r.reader.text("id", true);
  r.reader.finish();
  EXPECT_EQ(r.complaint(), "1:1 unknown key: tittle in rule");
  EXPECT_EQ(r.diagnostics[0].hint, "did you mean title?");
  EXPECT_EQ(r.diagnostics[0].width, 6U);
}

TEST(MapReader, ListsTheKnownKeysWhereNoneIsNear) {
  Reading r("frobnicate: 1\n");
  r.reader.text("title", false);
  r.reader.text("id", false);
  r.reader.finish();
  EXPECT_EQ(r.complaint(), "1:1 unknown key: frobnicate in rule");
  EXPECT_EQ(r.diagnostics[0].hint, "known keys: title, id");
}

TEST(MapReader, SuggestsTheNearestWord) {
  Reading r("severity: hihg\n");
  EXPECT_EQ(r.reader.word("severity", true, {"low", "medium", "high"}), -1);
  EXPECT_EQ(r.complaint(), "1:11 unknown word: severity cannot be hihg");
  EXPECT_EQ(r.diagnostics[0].hint, "did you mean high?");
}

TEST(MapReader, RefusesNullWhereverItAsks) {
  for (const std::string_view written : {"", " ~", " null", " NULL"}) {
    const std::string text = "k:" + std::string(written) + "\n";
    Reading as_text(text), as_node(text), as_number(text), as_texts(text), as_word(text);
    as_text.reader.text("k", false);
    EXPECT_THAT(as_text.complaint(), HasSubstr("null value")) << text;
    EXPECT_EQ(as_node.reader.require("k"), nullptr);
    EXPECT_THAT(as_node.complaint(), HasSubstr("null value")) << text;
    EXPECT_EQ(as_number.reader.integer("k", true, 0, 9, 4), 4);
    EXPECT_THAT(as_number.complaint(), HasSubstr("null value")) << text;
    EXPECT_TRUE(as_texts.reader.texts("k", true).empty());
    EXPECT_THAT(as_texts.complaint(), HasSubstr("null value")) << text;
    EXPECT_EQ(as_word.reader.word("k", true, {"low"}), -1);
    EXPECT_THAT(as_word.complaint(), HasSubstr("null value")) << text;
  }
}

TEST(MapReader, KeepsAQuotedNullAsAText) {
  Reading r("k: \"null\"\nl: \"~\"\n");
  EXPECT_EQ(r.reader.text("k", true), "null");
  EXPECT_EQ(r.reader.text("l", true), "~");
  EXPECT_EQ(r.complaint(), "");
}

TEST(MapReader, RefusesEmptyListsAndTexts) {
  Reading list("k: []\n"), text("k: \"\"\n"), blank("k: \" \"\n"), optional("k: ''\n"), item("k: [a, ~]\n");
  list.reader.texts("k", false);
  EXPECT_EQ(list.complaint(), "1:4 empty list: k");
  text.reader.text("k", true);
  EXPECT_EQ(text.complaint(), "1:4 empty text: k says nothing");
  blank.reader.text("k", true);
  EXPECT_EQ(blank.complaint(), "1:4 empty text: k says nothing");
  optional.reader.text("k", false);
  EXPECT_EQ(optional.complaint(), "");
  EXPECT_EQ(item.reader.texts("k", false), (std::vector<std::string>{"a"}));
  EXPECT_EQ(item.complaint(), "1:8 null value: k holds a value that says nothing");
}

TEST(MapReader, RefusesTheWrongKind) {
  Reading list("k: [a]\n"), map("k: [{a: b}]\n"), number("k: {a: b}\n");
  list.reader.text("k", true);
  EXPECT_EQ(list.complaint(), "1:4 k must be a text, not a list");
  map.reader.texts("k", true);
  EXPECT_EQ(map.complaint(), "1:5 k must be a list of texts, not a map");
  number.reader.number("k", true, 0, 1, 0);
  EXPECT_EQ(number.complaint(), "1:4 a number is expected, not a list or map");
}

TEST(MapReader, ComplainsOnceAboutWhatIsNoMap) {
  YamlDocument document = Reading::parsed("when: [a]\n");
  Diagnostics diagnostics;
  MapReader reader(document, *document.root.find("when"), "condition", diagnostics);
  reader.text("name", true);
  reader.require("path");
  reader.finish();
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message, "condition must be a map of keys, not a list");
}

TEST(MapReader, KeepsBounds) {
  Reading low("k: 0\n"), high("k: 1.5\n");
  EXPECT_EQ(low.reader.integer("k", true, 1, 64, 8), 8);
  EXPECT_EQ(low.complaint(), "1:4 k must be 1 to 64, not 0");
  EXPECT_DOUBLE_EQ(high.reader.number("k", true, 0, 1, 0.25), 0.25);
  EXPECT_EQ(high.complaint(), "1:4 k must be 0 to 1, not 1.5");
}

TEST(ToInteger, NamesWhatItRefuses) {
  EXPECT_EQ(fault_of_integer("010"), "octal number");
  EXPECT_EQ(fault_of_integer("-07"), "octal number");
  EXPECT_EQ(fault_of_integer("0o17"), "octal number");
  EXPECT_EQ(fault_of_integer("1e3"), "scientific notation");
  EXPECT_EQ(fault_of_integer("0x1F"), "hexadecimal number");
  EXPECT_EQ(fault_of_integer("1_000"), "separator in a number");
  EXPECT_EQ(fault_of_integer("1,000"), "separator in a number");
  EXPECT_EQ(fault_of_integer("+5"), "sign before a number");
  EXPECT_EQ(fault_of_integer("2.5"), "not a whole number");
  EXPECT_EQ(fault_of_integer("12 kg"), "not a number");
  EXPECT_EQ(fault_of_integer("ten"), "not a number");
  EXPECT_EQ(fault_of_integer("10:30"), "not a number");
  EXPECT_EQ(fault_of_integer("１２"), "not a number");
  EXPECT_EQ(fault_of_integer("\"12\""), "a text in quotes where a number is expected");
  EXPECT_EQ(fault_of_integer("99999999999999999999"), "number out of range");
}

TEST(ToNumber, NamesWhatItRefuses) {
  EXPECT_EQ(fault_of_number("1e3"), "scientific notation");
  EXPECT_EQ(fault_of_number("9.12E+17"), "scientific notation");
  EXPECT_EQ(fault_of_number("00.5"), "octal number");
  EXPECT_EQ(fault_of_number(".5"), "not a number");
  EXPECT_EQ(fault_of_number("5."), "not a number");
  EXPECT_EQ(fault_of_number(".inf"), "not a number");
  EXPECT_EQ(fault_of_number(".NaN"), "not a number");
  EXPECT_EQ(fault_of_number("nan"), "not a number");
  EXPECT_EQ(fault_of_number("0,5"), "separator in a number");
  EXPECT_EQ(fault_of_number("NO"), "not a number");
  EXPECT_EQ(fault_of_number("0"), "fine");
  EXPECT_EQ(fault_of_number("0.5"), "fine");
  EXPECT_EQ(fault_of_number("-3.5"), "fine");
}

RC_GTEST_PROP(ToInteger, ReadsBackEveryInteger, (std::int64_t expected)) {
  Reading reading("n: " + std::to_string(expected) + "\n");
  std::int64_t value = 0;
  RC_ASSERT(to_integer(reading.document, *reading.document.root.find("n"), value, reading.diagnostics));
  RC_ASSERT(value == expected);
}

TEST(ToInteger, ReadsTheEndsOfItsRange) {
  for (const std::int64_t end :
       {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    Reading reading("n: " + std::to_string(end) + "\n");
    std::int64_t value = 0;
    EXPECT_TRUE(to_integer(reading.document, *reading.document.root.find("n"), value, reading.diagnostics));
    EXPECT_EQ(value, end);
  }
}

}  // namespace
}  // namespace assay
