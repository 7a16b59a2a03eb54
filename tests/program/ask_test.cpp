#include "report/ask.h"

#include <iterator>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "program/run.h"

// What is open is put to who can answer it, and the answers come back as data: what was answered is settled, what was
// not stays open, and a yes is never an all-clear.

namespace {

using Json = nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Letters : public ::testing::Test {
 protected:
  Letters() {
    folder.write("in/suppliers.csv",
                 "supplier_id,name,country,city\nA,Alpha Works,SE,Gothenburg\nB,Beta Smelting,JP,Hachinohe\n");
    folder.write("in/shipments.csv",
                 "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country,load_port,load_country,transit,"
                 "discharge_port,discharge_country\n"
                 "S-1,2024-11-20,B,A,refined lead,780110,JP,JPHHE,JP,none,SEGOT,SE\n");
    folder.write("in/workers.csv",
                 "site,employer,labour_provider,workers_nationality,workers_count,from,to\n"
                 "Alpha Plant,A,none,SE,90,2016-01-01,2025-03-31\n"
                 "Beta Plant,B,none,JP,40,2016-01-01,2025-03-31\n");
  }

  [[nodiscard]] Ran ask(std::vector<std::string> words) const {
    words.insert(words.begin(), "ask");
    words.insert(words.end(), {folder.path("in"), "--as-of", "2025-03-31"});
    return run(words);
  }

  [[nodiscard]] Json audit(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"audit", folder.path("in"), "--as-of", "2025-03-31", "-f", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = run(words);
    return Json::parse(ran.out);
  }

  /// Name of the party and of the field of every open question.
  static std::set<std::string> open(const Json& report) {
    std::set<std::string> all;
    for (const Json& finding : report["findings"])
      for (const Json& missing : finding["missing"])
        if (finding["verdict"] == "insufficient")
          all.insert(missing["subject"]["name"].get<std::string>() + ' ' + missing["field"].get<std::string>());
    return all;
  }

  static std::size_t flags(const Json& report) {
    return static_cast<std::size_t>(std::count_if(report["findings"].begin(), report["findings"].end(),
                                                  [](const Json& f) { return f["verdict"] == "flagged"; }));
  }

  /// The path of the file that begins with a number and ends so.
  [[nodiscard]] std::string page(const std::string& party, const std::string& end) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path("out")))
      if (entry.path().filename().string().substr(2) == '-' + party + end) return entry.path().string();
    return {};
  }

  /// Fills the answer columns of the rows that hold a word: all rows of the sheet end with eight empty cells.
  void fill(const std::string& path, const std::string& word, const std::string& answer) const {
    std::ifstream in(path, std::ios::binary);
    std::string out;
    std::size_t filled = 0;
    for (std::string line; std::getline(in, line); out += '\n') {
      const bool fits = line.find(word) != std::string::npos && line.ends_with(",,,,,,,,\r");
      if (fits) line = line.substr(0, line.size() - 8) + answer + '\r';
      filled += fits ? 1 : 0;
      out += line;
    }
    ASSERT_GE(filled, 1) << word << " in\n" << out;
    in.close();
    std::ofstream(path, std::ios::binary) << out;
  }

  static std::string text_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  Folder folder;
};

constexpr const char* inputs_answer = "no_dprk_content,all,2022-01-01,2025-03-31,MB-1,Beta Smelting,2025-03-30,";
constexpr const char* labour_answer = "no_dprk_labour,all,2022-01-01,2025-03-31,MB-2,Beta Smelting,2025-03-30,";

TEST_F(Letters, SettleWhatIsAnsweredAndLeaveOpenWhatIsNot) {
  const std::set<std::string> before = open(audit());
  ASSERT_TRUE(before.contains("Beta Smelting inputs"));
  ASSERT_TRUE(before.contains("Beta Smelting workforce"));
  ASSERT_TRUE(before.contains("Alpha Works workforce"));
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  const std::string sheet = page("beta-smelting", ".csv");
  fill(sheet, "inputs_complete", inputs_answer);
  const std::set<std::string> half = open(audit({sheet}));
  EXPECT_FALSE(half.contains("Beta Smelting inputs"));
  EXPECT_TRUE(half.contains("Beta Smelting workforce"));
  fill(sheet, "no_dprk_labour", labour_answer);
  const std::set<std::string> whole = open(audit({sheet}));
  EXPECT_FALSE(whole.contains("Beta Smelting workforce"));
  EXPECT_TRUE(whole.contains("Alpha Works workforce"));
}

TEST_F(Letters, SettleNothingWhenTheyComeBackEmpty) {
  const Json before = audit();
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  const Json after = audit({page("beta-smelting", ".csv"), page("alpha-works", ".csv")});
  EXPECT_EQ(open(after), open(before));
  EXPECT_EQ(after["outcome"]["verdict"], "insufficient");
  for (const Json& input : after["inputs"])
    if (input["file"].get<std::string>().find("-works.csv") != std::string::npos) {
      EXPECT_EQ(input["tables"], Json::array({"declarations"}));
    }
}

TEST_F(Letters, NeverCloseByAStatementThatSaysYes) {
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  const std::string sheet = page("beta-smelting", ".csv");
  fill(sheet, "no_dprk_labour", "yes: DPRK nationals,all,2022-01-01,2025-03-31,,Beta Smelting,2025-03-30,");
  EXPECT_EQ(open(audit({sheet})), open(audit()));
}

/// Without any row of workers a statement would vouch for nothing: the letter asks for the groups.
TEST_F(Letters, AskEachPartyForAllItsWorkersWhereNoTableHasAny) {
  std::filesystem::remove(folder.path("in/workers.csv"));
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  for (const char* party : {"beta-smelting", "alpha-works"}) {
    EXPECT_TRUE(std::filesystem::exists(page(party, "-workers.csv"))) << party;
    EXPECT_TRUE(std::filesystem::exists(page(party, "-owners.csv"))) << party;
    const std::string letter = text_of(page(party, ".md"));
    EXPECT_THAT(letter, HasSubstr("list every group of workers by nationality in the file of workers"));
    EXPECT_THAT(letter, Not(HasSubstr("Please give a table of workers"))) << party;
  }
  EXPECT_THAT(text_of(page("beta-smelting", ".md")), HasSubstr("Who works for Beta Smelting, by nationality"));
  EXPECT_THAT(text_of(page("beta-smelting", ".md")), HasSubstr("Who owns Beta Smelting, with shares"));
  EXPECT_THAT(text_of(page("alpha-works", ".md")), HasSubstr("Alpha Works雇用的工人按国籍各有多少人"));
}

TEST_F(Letters, FlagDprkWorkersThatAnAnswerLists) {
  ASSERT_EQ(flags(audit()), 0);
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  const std::string workers = page("beta-smelting", "-workers.csv");
  std::ofstream(workers, std::ios::app) << "Beta Plant,B,none,KP,12,2021-01-01,2025-03-31\r\n";
  EXPECT_GE(flags(audit({workers})), 1);
}

TEST_F(Letters, FlagAPurchaseOfDprkOriginThatAnAnswerLists) {
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  const std::string purchases = page("beta-smelting", "-purchases.csv");
  std::ofstream(purchases, std::ios::app)
      << "P-1,2024-09-01,Some Mine,B,lead concentrate,260700,100,KP,KPNAM,KP,X-1\r\n";
  const Json after = audit({purchases});
  std::set<std::string> flagged;
  for (const Json& finding : after["findings"])
    if (finding["verdict"] == "flagged") flagged.insert(finding["subject"]["id"]);
  EXPECT_TRUE(flagged.contains("P-1"));
  EXPECT_TRUE(flagged.contains("S-1"));  // what was made from it
}

TEST_F(Letters, AskMostDecisiveFirstInBothLanguages) {
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  std::ifstream in(page("beta-smelting", ".csv"), std::ios::binary);
  std::string line;
  std::getline(in, line);
  EXPECT_THAT(line, StartsWith("\xEF\xBB\xBF"
                               "finding,matters,verdicts waiting,question,问题,"));
  std::uint64_t last = 1000000;
  std::size_t rows = 0;
  for (; std::getline(in, line); ++rows) {
    const std::size_t first = line.find(',', line.find(',') + 1) + 1;
    const std::uint64_t settles = std::stoull(line.substr(first));
    EXPECT_LE(settles, last);
    last = settles;
  }
  EXPECT_GE(rows, 2);
  std::ifstream letter(page("beta-smelting", ".md"));
  std::ostringstream text;
  text << letter.rdbuf();
  EXPECT_THAT(text.str(), AllOf(HasSubstr("What went into the goods that Beta Smelting sold"),
                                HasSubstr("Beta Smelting所售货物使用了哪些原料"), HasSubstr("空白不视为否定答复")));
}

TEST_F(Letters, NameTheCellThatIsBlank) {
  folder.write("in/shipments.csv",
               "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country\n"
               "S-1,2024-11-20,B,A,refined lead,780110,\n");
  const Ran letter = ask({"Beta Smelting"});
  EXPECT_EQ(letter.code, 0);
  EXPECT_THAT(letter.out, AllOf(HasSubstr("shipments.csv:2:"), HasSubstr("请提供“原产国（地区）”")));
}

TEST_F(Letters, GoToThePartyThatIsNamedAlone) {
  const Ran ran = ask({"beta", "--output", folder.path("out")});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(page("beta-smelting", ".csv"), "");
  EXPECT_EQ(page("alpha-works", ".csv"), "");
  const Ran nobody = ask({"Gamma"});
  EXPECT_EQ(nobody.code, 2);
  EXPECT_THAT(nobody.err, AllOf(HasSubstr("\"Gamma\""), HasSubstr("Beta Smelting")));
}

TEST_F(Letters, OverwriteNoAnswers) {
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  const std::string sheet = page("beta-smelting", ".csv");
  fill(sheet, "inputs_complete", inputs_answer);
  const Ran again = ask({"--all", "--output", folder.path("out")});
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("is there already; nothing was written"));
  EXPECT_THAT(folder.read("out/" + std::filesystem::path(sheet).filename().string()), HasSubstr("MB-1"));
}

TEST_F(Letters, LetNoNameBecomeAFormulaOrAPath) {
  folder.write("in/suppliers.csv",
               "supplier_id,name,country\nA,Alpha Works,SE\nB,\"=HYPERLINK(\"\"x\"\")/../../e\",JP\n");
  ASSERT_EQ(ask({"--all", "--output", folder.path("out")}).code, 0);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path("out"))) {
    const std::string text = folder.read("out/" + entry.path().filename().string());
    EXPECT_THAT(text, Not(HasSubstr(",=")));
    EXPECT_THAT(text, Not(HasSubstr(",\"=")));
  }
  EXPECT_NE(page("hyperlink-x-e", ".csv"), "");
}

TEST(CellOfASheet, IsTextWhateverItBeginsWith) {
  using assay::csv_text;
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1"})
    EXPECT_THAT(csv_text(formula), AllOf(HasSubstr("'"), Not(StartsWith(formula))));
  EXPECT_EQ(csv_text("a-b = c"), "a-b = c");
  EXPECT_EQ(csv_text("a, \"b\""), "\"a, \"\"b\"\"\"");
  EXPECT_EQ(csv_text(""), "");
}

}  // namespace
