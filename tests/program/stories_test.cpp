#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "program/golden.h"
#include "program/run.h"

// The stories under fixtures/audits, each with a look-alike that is innocent and a twin in which everything is
// disclosed. The README of a story says which rule flags whom; here it is held to that.

namespace {

using Json = nlohmann::ordered_json;

struct Story {
  const char* name;
  const char* as_of;
  const char* rules;  ///< those of the golden text, which then does not change with every new rule
};

constexpr Story stories[] = {
    {"coal-relabelled-in-the-far-east", "2018-08-31",
     "dprk-indirect-origin,dprk-loading-port,dprk-evading-heading,dprk-price-low"},
    {"smelter-fed-by-a-border-trader", "2025-03-31",
     "dprk-direct-origin,dprk-indirect-origin,dprk-border-crossing,dprk-border-seller"},
    {"factory-with-dispatched-workers", "2024-12-31",
     "dprk-worker-nationality,dprk-labour-pattern,dprk-labour-after-ban"},
};

constexpr const char* folders[] = {"", "-look-alike", "-closed-twin"};

Ran audit(const std::string& folder, const Story& story, const std::vector<std::string>& more) {
  std::vector<std::string> words{"audit", fixture(folder), "--as-of", story.as_of, "--quiet", "--no-store"};
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

Json report(const std::string& folder, const Story& story) {
  return Json::parse(audit(folder, story, {"--format", "json"}).out);
}

/// Subjects by the rule that flags them.
using Flags = std::map<std::string, std::set<std::string>>;

Flags flags_of(const Json& found) {
  Flags flags;
  for (const Json& finding : found["findings"])
    if (finding["verdict"] == "flagged") flags[finding["rule"]].insert(finding["subject"]["name"]);
  return flags;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '|');) cells.push_back(cell);
  return cells;
}

std::string without_blanks_around(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The table "rule | flagged | why" of a story's README.
Flags promised_flags(const std::string& folder) {
  Flags flags;
  std::ifstream in(fixture(folder) + "/README.md", std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() < 4 || !cells[1].starts_with(" dprk-")) continue;
    std::istringstream subjects(cells[2]);
    for (std::string subject; std::getline(subjects, subject, ',');)
      flags[without_blanks_around(cells[1])].insert(without_blanks_around(subject));
  }
  return flags;
}

/// One line a flag, sorted: what must not change unseen when rules are added.
std::string list_of(const Json& found) {
  std::multiset<std::string> lines;
  for (const Json& finding : found["findings"])
    if (finding["verdict"] == "flagged")
      lines.insert(finding["severity"].get<std::string>() + " " + finding["rule"].get<std::string>() + " " +
                   finding["subject"]["name"].get<std::string>() + "\n");
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

class StoryTest : public ::testing::TestWithParam<Story> {};

TEST_P(StoryTest, FlagsWhatItsReadmeSaysAndUnderThoseRulesNothingElse) {
  const std::string name = GetParam().name;
  const Flags promised = promised_flags(name);
  ASSERT_GE(promised.size(), 4U);
  const Json found = report(name, GetParam());
  Flags flags = flags_of(found);
  for (const auto& [rule, subjects] : promised) EXPECT_EQ(flags[rule], subjects) << rule;
  EXPECT_EQ(found["outcome"]["exit_code"], 1);
}

TEST_P(StoryTest, HasALookAlikeThatNoRuleFlags) {
  const Json found = report(GetParam().name + std::string("-look-alike"), GetParam());
  EXPECT_EQ(flags_of(found), Flags{});
  EXPECT_EQ(found["outcome"]["exit_code"], 3);
  EXPECT_GT(found["outcome"]["counts"]["insufficient"], 0);
}

TEST_P(StoryTest, HasATwinInWhichNothingIsOpen) {
  const Json found = report(GetParam().name + std::string("-closed-twin"), GetParam());
  EXPECT_EQ(flags_of(found), Flags{});
  EXPECT_EQ(found["outcome"]["exit_code"], 0);
  EXPECT_EQ(found["outcome"]["counts"]["insufficient"], 0);
  EXPECT_EQ(found["outcome"]["verdict"], "clear");
}

TEST_P(StoryTest, OpensItsTwinAgainWhenOneDeclarationIsGone) {
  const std::string twin = fixture(GetParam().name + std::string("-closed-twin"));
  const Folder folder;
  std::filesystem::copy(twin, folder.path(), std::filesystem::copy_options::recursive);
  const std::string whole = folder.read("declarations.csv");
  std::vector<std::string> rows;
  std::istringstream in(whole);
  for (std::string line; std::getline(in, line);) rows.push_back(line + "\n");
  ASSERT_GT(rows.size(), 8U);
  for (std::size_t left_out = 1; left_out < rows.size(); ++left_out) {
    std::string text;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (i != left_out) text += rows[i];
    folder.write("declarations.csv", text);
    const Ran ran = run({"audit", folder.path(), "--as-of", GetParam().as_of, "--lists", list_of_fixtures(),
                         "--quiet", "--no-store"});
    EXPECT_EQ(ran.code, 3) << rows[left_out];
  }
}

/// "clear of 4 of 18 questions" counts the rules of the pack, which grows.
std::string without_their_number(std::string report) {
  const std::string before = "clear of ";
  const std::size_t at = report.find(before);
  const std::size_t number = at == std::string::npos ? at : report.find(" of ", at + before.size());
  if (number == std::string::npos) return report;
  return report.replace(number + 4, report.find(' ', number + 4) - number - 4, "…");
}

TEST_P(StoryTest, ReadsAsItDid) {
  for (const char* suffix : folders) {
    const std::string name = GetParam().name + std::string(suffix);
    const Ran ran = audit(name, GetParam(), {"--select", GetParam().rules});
    expect_golden(name + ".txt", without_their_number(ran.out));
  }
}

TEST_P(StoryTest, FindsWhatItFound) {
  expect_golden(GetParam().name + std::string(".flags.txt"), list_of(report(GetParam().name, GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Stories, StoryTest, ::testing::ValuesIn(stories), [](const auto& each) {
  std::string name = each.param.name;
  std::erase(name, '-');
  return name;
});

}  // namespace
