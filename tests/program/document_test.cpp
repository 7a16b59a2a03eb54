#include <filesystem>

#include "program/run.h"

// Pages and Markdown: what a cell wrote is text in them, and a page needs nothing but itself.

namespace {

Ran report(const std::string& format, const std::vector<std::string>& more) {
  std::vector<std::string> words{"audit",    "--as-of", "2025-03-31", "--quiet",
                                 "--format", format,    "--include",  "clear"};
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

/// The names of the elements of a page, "/b" for an end, in order. Fails on a `<` that begins neither.
std::vector<std::string> elements_of(const std::string& page) {
  std::vector<std::string> names;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const std::size_t end = page.find_first_of(" >\n", at);
    names.push_back(page.substr(at + 1, end - at - 1));
  }
  return names;
}

void expect_well_formed(const std::string& page) {
  const std::vector<std::string> known{
      "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "nav",   "main",  "section",
      "article",  "h1",   "h2",   "h3",   "p",     "dl",    "dt",   "dd",     "table", "thead", "tbody",
      "tr",       "th",   "td",   "ol",   "ul",    "li",    "span", "bdi",    "code",  "small", "a"};
  std::vector<std::string> open;
  for (const std::string& name : elements_of(page)) {
    if (name.starts_with('/')) {
      ASSERT_FALSE(open.empty()) << name;
      ASSERT_EQ(open.back(), name.substr(1));
      open.pop_back();
      continue;
    }
    ASSERT_NE(std::find(known.begin(), known.end(), name), known.end()) << "an element <" << name << '>';
    if (name != "!DOCTYPE" && name != "meta") open.push_back(name);
  }
  EXPECT_TRUE(open.empty());
}

void expect_nothing_from_elsewhere(const std::string& page) {
  for (const char* word : {"<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "javascript:"})
    EXPECT_EQ(page.find(word), std::string::npos) << word;
  EXPECT_NE(page.find("Content-Security-Policy\" content=\"default-src 'none'"), std::string::npos);
}

TEST(Html, IsOnePageThatIsWholeInItself) {
  for (const char* story : {"coal-through-a-trader", "everything-disclosed"}) {
    const std::string page = report("html", {fixture(story)}).out;
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    EXPECT_TRUE(page.ends_with("</html>\n"));
    expect_well_formed(page);
    expect_nothing_from_elsewhere(page);
  }
}

TEST(Html, DrawsThePathFromTheSubjectToItsOrigin) {
  const std::string page = report("html", {fixture("coal-through-a-trader")}).out;
  std::size_t at = page.find("id=\"F-2\"");
  ASSERT_NE(at, std::string::npos);
  for (const char* next : {"class=\"path\"", "A-102", "sold by", "Dalian Huiyang", "supplied by", "A-101",
                           "declares origin", "box target", "KP"}) {
    at = page.find(next, at);
    ASSERT_NE(at, std::string::npos) << next;
  }
}

TEST(Html, SaysWhatWasNotLookedAtAndWhatIsOpen) {
  const std::string page = report("html", {fixture("coal-through-a-trader"), "--select",
                                           "dprk-direct-origin,dprk-indirect-origin,dprk-worker-nationality"})
                               .out;
  EXPECT_NE(page.find("<p><bdi>workers (dprk-worker-nationality: 4 verdicts)</bdi></p>"), std::string::npos);
  EXPECT_NE(page.find("<tr id=\"F-3\"><td>F-3</td><td class=\"number\">4</td>"), std::string::npos);
  EXPECT_LT(page.find("<tr id=\"F-3\">"), page.find("<tr id=\"F-4\">"));
}

TEST(Html, OfRulesThatWereRefusedClaimsNothing) {
  const Folder folder;
  folder.write("rules/pack.yaml", "id: [");
  const Ran ran = report("html", {fixture("coal-through-a-trader"), "--rules", folder.path("rules")});
  EXPECT_EQ(ran.code, 5);
  expect_well_formed(ran.out);
  EXPECT_NE(ran.out.find("<h1>assay: no audit</h1>"), std::string::npos);
  EXPECT_EQ(ran.out.find("Nothing is flagged"), std::string::npos);
  EXPECT_NE(report("markdown", {fixture("coal-through-a-trader"), "--rules", folder.path("rules")})
                .out.find("# assay: no audit"),
            std::string::npos);
}

/// How many cells the rows of each table have; a hostile text that splits a cell would show here.
void expect_even_tables(const std::string& markdown) {
  std::istringstream lines(markdown);
  std::size_t wanted = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with('|')) {
      wanted = 0;
      continue;
    }
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
      } else if (line[i] == '|') {
        ++bars;
      }
    }
    if (wanted == 0) wanted = bars;
    ASSERT_EQ(bars, wanted) << line;
  }
}

void expect_only_our_marks(const std::string& markdown) {
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\\') {
      ++i;
      continue;
    }
    ASSERT_EQ(std::string_view("<`[]!&").find(markdown[i]), std::string_view::npos)
        << markdown.substr(i > 40 ? i - 40 : 0, 80);
  }
}

class HostileDocument : public ::testing::TestWithParam<const char*> {};

TEST_P(HostileDocument, ShowsTheCellAsText) {
  const std::string name = GetParam();
  std::string cell = "\"";
  for (const char c : name) cell.append(c == '"' ? 2 : 1, c);
  cell += '"';
  const Folder folder;
  folder.write("suppliers.csv",
               "supplier_id,name,country,address\nA," + cell + ",KP," + cell + "\nB,Beta," + cell + ",x\n");
  folder.write("shipments.csv", "shipment_id,date,supplier,buyer,commodity,hs_code,origin_country\n" + cell +
                                    ",2018-03-01,A,B," + cell + ",270112,KP\nS2,2018-03-01,B,C,coal,270112," + cell +
                                    "\n");
  const std::string page = report("html", {folder.path()}).out;
  EXPECT_NE(page.find("id=\"F-1\""), std::string::npos);
  expect_well_formed(page);
  expect_nothing_from_elsewhere(page.substr(0, page.find("<body>")));
  const std::string markdown = report("markdown", {folder.path()}).out;
  expect_even_tables(markdown);
  expect_only_our_marks(markdown);
}

INSTANTIATE_TEST_SUITE_P(Texts, HostileDocument,
                         ::testing::Values("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
                                           "</table></main><h1>assay: clear</h1>", "</style></title><svg onload=x>",
                                           "| clear | [x](http://e) | `", "\\| x \\\\| y", "=HYPERLINK(\"http://e\")",
                                           "@SUM(1)|cmd", "<!-- -->&lt;&#60;", "``` \n\n# clear\n- a",
                                           "{{7*7}} ${x} %s"));

TEST(HostileDocument, OfTheSharedFilesStaysWhole) {
  const char* shared = std::getenv("ASSAY_SHARED");
  const std::filesystem::path folder =
      std::filesystem::path(shared != nullptr ? shared : std::string(ASSAY_SOURCE_DIR) + "/../shared") / "badinput" /
      "own-hostile";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "needs ../shared (or ASSAY_SHARED)";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name < "14" || name >= "18" || !name.ends_with(".csv")) continue;
    ++files;
    SCOPED_TRACE(name);
    expect_well_formed(report("html", {entry.path().string()}).out);
    const std::string markdown = report("markdown", {entry.path().string()}).out;
    expect_even_tables(markdown);
    expect_only_our_marks(markdown);
  }
  EXPECT_GT(files, 20U);
}

}  // namespace
