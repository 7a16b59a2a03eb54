// Documents of others, cut documents and damaged ones.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "rules/yaml.h"

namespace assay {
namespace {

constexpr std::string_view example = R"(# A rule in the shape of the pack.
assay: 1
id: ore-from-a-closed-mine
title: Ore sold after its mine was closed
theme: origin_indirect
subject: shipment
severity:
  - {when: {where: {path.grade: {at_least: B}}}, is: critical}
  - {is: high}
gap: {border_zone: high, exposed: medium, else: low}
question: Was this ore sold after the mine that it is said to come from was closed?
why: |
  A mine that is closed sells nothing, so the ore comes from elsewhere.

  Stocks may last for some months.
references:
  - {cite: "Mining register", locator: "closures, 煤矿"}
flag_when:
  all:
    - where: {shipment.hs_code: {under: ["2601", '2701']}}
    - any:
      - path:
          follow: [sold_by, supplied_by,  # upstream
                   sourced_from]
          to: {kind: mine, country: "\u004bP"}
          max_hops: 16
      - not: {where: {shipment.value: {below: -3.5}}}
message: "{subject.id}: closed on {row.from}"
decide_by: [Mine certificate]
falsepositives:
- Ore from a stockpile (ask for its date)
tests:
  - name: ore after the closure
    given:
      shipments: &two |
        shipment_id,date,supplier
        S1,2018-03-01,"Mine, North"
        S2,2018-05-01,Trader T
    subject: shipment:S2
    expect: flagged
    path: [shipment:S2, &trader "company:Trader T", *trader]
  - name: the same again
    given: {shipments: *two}
    expect: insufficient
)";

std::filesystem::path suite() {
  const char* shared = std::getenv("ASSAY_SHARED");
  const std::filesystem::path root =
      shared != nullptr ? std::filesystem::path(shared) : std::filesystem::path(ASSAY_SOURCE_DIR) / ".." / "shared";
  return root / "badinput" / "yaml-test-suite";
}

std::string read(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::filesystem::path> cases() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(suite()))
    if (entry.path().filename() == "in.yaml") found.push_back(entry.path().parent_path());
  return found;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\\\";
    if (c == '\n') out += "\\n";
    if (c == '\t') out += "\\t";
    if (c != '\\' && c != '\n' && c != '\t') out += c;
  }
  return out;
}

/// One line an event, as the suite writes them, without what differs by style: plain texts start with `:`, all others
/// with `"`, and a value that says nothing is an empty plain text.
void append_events(const YamlNode& node, std::string& events) {
  if (node.kind == YamlNode::Kind::none) events += "=VAL :\n";
  if (node.kind == YamlNode::Kind::scalar)
    events += "=VAL " + std::string(node.quoted ? "\"" : ":") + escaped(node.text) + "\n";
  if (node.kind == YamlNode::Kind::list) events += "+SEQ\n";
  if (node.kind == YamlNode::Kind::map) events += "+MAP\n";
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (node.kind == YamlNode::Kind::map) append_events(node.keys[i], events);
    append_events(node.items[i], events);
  }
  if (node.kind == YamlNode::Kind::list) events += "-SEQ\n";
  if (node.kind == YamlNode::Kind::map) events += "-MAP\n";
}

std::string expected_events(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string events;
  for (std::string line; std::getline(stream, line);) {
    if (line.substr(1, 3) == "STR" || line.substr(1, 3) == "DOC") continue;
    if (line.starts_with("+SEQ") || line.starts_with("+MAP")) line.resize(4);
    if (line.starts_with("=VAL ") && line[5] != ':') line[5] = '"';
    if (line == "=VAL :~" || line == "=VAL :null") line = "=VAL :";
    events += line + "\n";
  }
  return events;
}

TEST(YamlTestSuite, RefusesEveryInvalidDocumentWithItsPlace) {
  if (!std::filesystem::exists(suite())) GTEST_SKIP() << "no shared material beside this checkout";
  std::size_t invalid = 0;
  for (const std::filesystem::path& folder : cases()) {
    if (!std::filesystem::exists(folder / "error")) continue;
    ++invalid;
    YamlDocument document;
    Diagnostics diagnostics;
    EXPECT_FALSE(parse_yaml("in.yaml", read(folder / "in.yaml"), document, diagnostics)) << folder;
    ASSERT_FALSE(diagnostics.empty()) << folder;
    EXPECT_GE(diagnostics[0].at.line, 1U) << folder;
    EXPECT_GE(diagnostics[0].at.column, 1U) << folder;
  }
  EXPECT_GE(invalid, 60U);
}

TEST(YamlTestSuite, ReadsWhatItAcceptsAsTheSuiteDoes) {
  if (!std::filesystem::exists(suite())) GTEST_SKIP() << "no shared material beside this checkout";
  std::size_t accepted = 0;
  for (const std::filesystem::path& folder : cases()) {
    YamlDocument document;
    Diagnostics diagnostics;
    if (!parse_yaml("in.yaml", read(folder / "in.yaml"), document, diagnostics)) continue;
    ++accepted;
    std::string events;
    append_events(document.root, events);
    EXPECT_EQ(events, expected_events(folder / "test.event")) << folder;
  }
  EXPECT_GE(accepted, 40U);
}

TEST(HostileYaml, AcceptsTheExample) {
  YamlDocument document;
  Diagnostics diagnostics;
  ASSERT_TRUE(parse_yaml("rule.yaml", std::string(example), document, diagnostics))
      << format_diagnostic(diagnostics.at(0));
  const YamlNode* tests = document.root.find("tests");
  ASSERT_NE(tests, nullptr);
  EXPECT_EQ(tests->items.at(1).find("given")->find("shipments")->text.substr(0, 11), "shipment_id");
}

/// Every prefix is refused, or it is the whole in all that it says: no list is longer and no entry stands elsewhere.
TEST(HostileYaml, ReadsNoPrefixAsMoreThanItIs) {
  std::size_t accepted = 0;
  for (std::size_t length = 0; length <= example.size(); ++length) {
    YamlDocument document;
    Diagnostics diagnostics;
    const bool fine = parse_yaml("rule.yaml", std::string(example.substr(0, length)), document, diagnostics);
    ASSERT_EQ(fine, diagnostics.empty()) << length;
    if (!fine) continue;
    ++accepted;
    ASSERT_EQ(document.root.kind, YamlNode::Kind::map) << length;
    ASSERT_LE(document.root.keys.size(), 15U) << length;
    if (document.root.keys.size() < 2) continue;
    EXPECT_EQ(document.root.keys[0].text, "assay") << length;
    EXPECT_EQ(document.root.keys[0].line, 2U) << length;
  }
  EXPECT_GT(accepted, 100U);
  EXPECT_LT(accepted, example.size());
}

/// A cut inside a bracket or a quote is always seen.
TEST(HostileYaml, RefusesEveryCutInsideBracketsOrQuotes) {
  for (std::size_t length = 1; length <= example.size(); ++length) {
    const std::string_view text = example.substr(0, length);
    const std::string_view line = text.substr(text.rfind('\n') + 1);
    const std::size_t colon = line.find(": {");
    if (colon == std::string_view::npos || line.ends_with('}')) continue;
    YamlDocument document;
    Diagnostics diagnostics;
    EXPECT_FALSE(parse_yaml("rule.yaml", std::string(text), document, diagnostics)) << line;
  }
}

/// The time of a test would show it if places in one long line were each counted from its start.
TEST(HostileYaml, KeepsPlacesInALongLine) {
  std::string text = "a: [";
  for (int i = 0; i < 90'000; ++i) text += "\"矿\",b,";
  YamlDocument document;
  Diagnostics diagnostics;
  ASSERT_TRUE(parse_yaml("rule.yaml", text + "]\n", document, diagnostics));
  const std::vector<YamlNode>& items = document.root.find("a")->items;
  ASSERT_EQ(items.size(), 180'000U);
  EXPECT_EQ(items.back().column, 5U + 89'999U * 6U + 4U);
  EXPECT_EQ(items[items.size() - 2].width, 3U);
}

TEST(HostileYaml, SurvivesTwentyThousandMutations) {
  constexpr std::string_view marks = " \n\t\r:-#,[]{}'\"&*|>!%?@`~\\.<0ax";
  std::mt19937 random(20'170'805);
  const auto below = [&random](std::size_t bound) { return random() % bound; };
  std::size_t accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text(example);
    for (std::size_t edits = 1 + below(4); edits > 0 && !text.empty(); --edits) {
      const std::size_t place = below(text.size());
      switch (below(5)) {
        case 0:
          text[place] = static_cast<char>(below(256));
          break;
        case 1:
          text.insert(place, 1, marks[below(marks.size())]);
          break;
        case 2:
          text[place] = marks[below(marks.size())];
          break;
        case 3:
          text.erase(place, 1 + below(20));
          break;
        default:
          text.insert(place, text.substr(below(text.size()), below(30)));
      }
    }
    YamlDocument document;
    Diagnostics diagnostics;
    const bool fine = parse_yaml("rule.yaml", std::move(text), document, diagnostics);
    ASSERT_EQ(fine, diagnostics.empty());
    if (fine) ++accepted;
    for (const Diagnostic& diagnostic : diagnostics) {
      ASSERT_FALSE(diagnostic.message.empty());
      ASSERT_FALSE(format_diagnostic(diagnostic).empty());
    }
  }
  EXPECT_GT(accepted, 1'000U);
  EXPECT_LT(accepted, 19'000U);
}

}  // namespace
}  // namespace assay
