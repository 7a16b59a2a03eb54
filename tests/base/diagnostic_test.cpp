#include "base/diagnostic.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace assay {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

Diagnostic at(std::string_view excerpt, std::uint32_t column, std::uint32_t width = 1) {
  return {Level::error, {"suppliers.csv", 7, column}, "no such country", "", std::string(excerpt), width};
}

/// The excerpt's hundred columns, its gutter, and what doubled backslashes may add.
constexpr std::size_t widest_line = 220;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// How many columns stand left of the caret, and left of the first place of `marked` in the excerpt.
void expect_caret_under(const Diagnostic& diagnostic, std::string_view marked) {
  const std::vector<std::string> lines = lines_of(format_diagnostic(diagnostic));
  ASSERT_EQ(lines.size(), 4U);
  const std::size_t place = lines[2].find(marked);
  ASSERT_NE(place, std::string::npos) << lines[2];
  EXPECT_EQ(lines[3].find('^'), terminal_width(std::string_view(lines[2]).substr(0, place))) << lines[2] << "\n"
                                                                                             << lines[3];
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(lines[3], '^')), terminal_width(marked));
}

TEST(FormatDiagnostic, PrintsAsACompilerDoes) {
  Diagnostic diagnostic = at("S1,Nowhere", 4, 7);
  diagnostic.hint = "write an ISO 3166-1 code";
  EXPECT_EQ(format_diagnostic(diagnostic),
            "suppliers.csv:7:4: error: no such country\n"
            "   |\n"
            " 7 | S1,Nowhere\n"
            "   |    ^^^^^^^\n"
            "   = help: write an ISO 3166-1 code\n");
}

TEST(FormatDiagnostic, WidensTheGutterWithTheLineNumber) {
  Diagnostic diagnostic = at("x", 1);
  diagnostic.at.line = 1234;
  diagnostic.level = Level::warning;
  EXPECT_EQ(format_diagnostic(diagnostic),
            "suppliers.csv:1234:1: warning: no such country\n"
            "      |\n"
            " 1234 | x\n"
            "      | ^\n");
}

TEST(FormatDiagnostic, LeavesOutWhatIsNotKnown) {
  Diagnostic diagnostic{Level::note, {"a.csv", 0, 0}, "ignored", "", "", 1};
  EXPECT_EQ(format_diagnostic(diagnostic), "a.csv: note: ignored\n");
  diagnostic.at.line = 3;
  EXPECT_EQ(format_diagnostic(diagnostic), "a.csv:3: note: ignored\n");
  diagnostic.excerpt = "a,b";
  EXPECT_EQ(format_diagnostic(diagnostic), "a.csv:3: note: ignored\n   |\n 3 | a,b\n");
  diagnostic.at.file.clear();
  diagnostic.excerpt.clear();
  EXPECT_EQ(format_diagnostic(diagnostic), "note: ignored\n");
}

TEST(FormatDiagnostic, PutsTheCaretRightBehindWideCharacters) {
  expect_caret_under(at("朝鲜丹东,KP,x", 6, 2), "KP");
  expect_caret_under(at("a,조선,x", 3, 2), "조선");
}

TEST(FormatDiagnostic, PutsTheCaretRightBehindEscapedCharacters) {
  expect_caret_under(at("a\u202E\x1B,KP", 5, 2), "KP");
  expect_caret_under(at("\\\\u{41},KP", 9, 2), "KP");
  expect_caret_under(at("\xFF,KP", 3, 2), "KP");
  expect_caret_under(at("K\u200BP,", 2, 1), "\\u{200B}");
}

TEST(FormatDiagnostic, ShowsATabAsABlankAndNoLineEnd) {
  expect_caret_under(at("a\tKP\tb\r\n", 3, 2), "KP");
  EXPECT_THAT(format_diagnostic(at("a\tKP\tb\r\n", 3, 2)), HasSubstr("| a KP b\n"));
}

TEST(FormatDiagnostic, CutsALongExcerptAroundTheCaret) {
  const std::string line = std::string(5000, 'a') + "KP" + std::string(5000, 'b');
  const Diagnostic diagnostic = at(line, 5001, 2);
  expect_caret_under(diagnostic, "KP");
  const std::string shown = lines_of(format_diagnostic(diagnostic))[2];
  EXPECT_THAT(shown, HasSubstr("| …aaa"));
  EXPECT_THAT(shown, EndsWith("bbb…"));
  EXPECT_LE(terminal_width(shown), 110U);
}

TEST(FormatDiagnostic, CutsALongWideExcerptAroundTheCaret) {
  std::string line;
  for (int i = 0; i < 500; ++i) line += "鲜";
  line += "丹东";
  const Diagnostic diagnostic = at(line, 501, 2);
  expect_caret_under(diagnostic, "丹东");
  EXPECT_LE(terminal_width(lines_of(format_diagnostic(diagnostic))[2]), 110U);
}

TEST(FormatDiagnostic, DoesNotCutALineThatFits) {
  const std::string line(100, 'a');
  EXPECT_THAT(format_diagnostic(at(line, 90)), HasSubstr("| " + line + "\n"));
  EXPECT_THAT(format_diagnostic(at(line, 1)), Not(HasSubstr("…")));
}

TEST(FormatDiagnostic, PutsACaretBehindTheEndForAMissingCell) {
  EXPECT_EQ(lines_of(format_diagnostic(at("ab", 3)))[3], "   |   ^");
  EXPECT_EQ(lines_of(format_diagnostic(at("ab", 4000, 4000)))[3], "   |   ^");
}

TEST(FormatDiagnostic, EscapesEveryTextItIsGiven) {
  Diagnostic diagnostic{Level::error, {"a\x1B.csv", 1, 1}, "b\x1B", "c\x1B", "d\x1B", 1};
  const std::string printed = format_diagnostic(diagnostic);
  EXPECT_EQ(printed.find('\x1B'), std::string::npos);
  EXPECT_THAT(printed, HasSubstr("a\\u{1B}.csv:1:1: error: b\\u{1B}\n"));
}

RC_GTEST_PROP(FormatDiagnostic, StaysPrintableAndNarrowForAnyBytes, (const std::string& bytes)) {
  const auto column = *rc::gen::inRange<std::uint32_t>(0, 300);
  const auto width = *rc::gen::inRange<std::uint32_t>(0, 300);
  const std::vector<std::string> lines = lines_of(format_diagnostic(at(bytes + bytes + bytes, column, width)));
  for (const std::string& line : lines) {
    for (const char c : line) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    RC_ASSERT(terminal_width(line) <= widest_line);
  }
}

TEST(SortDiagnostics, GoesByPlaceThenLevelThenMessageAndKeepsEqualOnesOnce) {
  const Diagnostic first{Level::note, {"a.csv", 2, 1}, "z", "", "", 1};
  const Diagnostic second{Level::error, {"a.csv", 10, 1}, "b", "", "", 1};
  const Diagnostic third{Level::warning, {"a.csv", 10, 1}, "a", "", "", 1};
  const Diagnostic fourth{Level::warning, {"a.csv", 10, 1}, "c", "", "", 1};
  const Diagnostic fifth{Level::error, {"b.csv", 1, 1}, "a", "", "", 1};
  const Diagnostics sorted{first, second, third, fourth, fifth};
  Diagnostics shuffled{fourth, fifth, third, first, second, third, fifth};
  sort_diagnostics(shuffled);
  EXPECT_EQ(shuffled, sorted);
}

TEST(SortDiagnostics, KeepsThoseThatDifferInTheHintOnly) {
  Diagnostics two{{Level::error, {}, "m", "h2", "", 1}, {Level::error, {}, "m", "h1", "", 1}};
  sort_diagnostics(two);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].hint, "h1");
}

}  // namespace
}  // namespace assay
