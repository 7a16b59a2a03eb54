#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace assay {
namespace {

std::u32string decoded(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += next_code_point(text, at);
  return points;
}

std::string encoded(char32_t point) {
  std::string text;
  append_utf8(text, point);
  return text;
}

TEST(NextCodePoint, ReadsEachLength) {
  EXPECT_EQ(decoded("aé朝𠮷"), U"aé朝𠮷");
}

TEST(NextCodePoint, GivesOneReplacementForEachBrokenByte) {
  EXPECT_EQ(decoded("\xFF"), U"\xFFFD");
  EXPECT_EQ(decoded("a\x80z"), U"a\xFFFDz");
  EXPECT_EQ(decoded("\xE6\x9C"), U"\xFFFD\xFFFD");                      // cut off
  EXPECT_EQ(decoded("\xC0\xAF"), U"\xFFFD\xFFFD");                      // overlong
  EXPECT_EQ(decoded("\xE0\x80\xAF"), U"\xFFFD\xFFFD\xFFFD");            // overlong
  EXPECT_EQ(decoded("\xED\xA0\x80"), U"\xFFFD\xFFFD\xFFFD");            // a surrogate
  EXPECT_EQ(decoded("\xF4\x90\x80\x80"), U"\xFFFD\xFFFD\xFFFD\xFFFD");  // above U+10FFFF
  EXPECT_EQ(decoded("\xE6z"), U"\xFFFDz");
}

TEST(CountCodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("abc"), 3U);
  EXPECT_EQ(count_code_points("朝鲜 DPRK"), 7U);
  EXPECT_EQ(count_code_points("\xFF\xFE"), 2U);
}

TEST(AppendUtf8, ReplacesWhatIsNoScalarValue) {
  EXPECT_EQ(encoded(0xD800), "\xEF\xBF\xBD");
  EXPECT_EQ(encoded(0x110000), "\xEF\xBF\xBD");
}

TEST(AppendUtf8, WritesWhatNextCodePointReadsForEveryCodePoint) {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    const std::string text = encoded(point);
    std::size_t at = 0;
    ASSERT_EQ(next_code_point(text, at), point);
    ASSERT_EQ(at, text.size());
  }
}

TEST(EscapeForTerminal, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(escape_for_terminal("\x1B[31mred"), "\\u{1B}[31mred");
  EXPECT_EQ(escape_for_terminal("a\nb\tc"), "a\\u{A}b\\u{9}c");
  EXPECT_EQ(escape_for_terminal("KP\u202E"), "KP\\u{202E}");
  EXPECT_EQ(escape_for_terminal("K\u200BP"), "K\\u{200B}P");
  EXPECT_EQ(escape_for_terminal("a\u2028b"), "a\\u{2028}b");
  EXPECT_EQ(escape_for_terminal("\u0085\u009B"), "\\u{85}\\u{9B}");
  EXPECT_EQ(escape_for_terminal("\x7F"), "\\u{7F}");
  EXPECT_EQ(escape_for_terminal("\u3164"), "\\u{3164}");
}

TEST(EscapeForTerminal, LeavesOrdinaryTextAlone) {
  for (const std::string_view text :
       {"", "Acme Co., Ltd. (\"A\")", "朝鲜 조선 Чосон", "C:\\data\\u", "é\u0301", "\uFFFD"})
    EXPECT_EQ(escape_for_terminal(text), text);
}

TEST(EscapeForTerminal, NamesABrokenByteAsNoCharacterIsNamed) {
  EXPECT_EQ(escape_for_terminal("\xFF"), "\\u{DCFF}");
  EXPECT_NE(escape_for_terminal("\x85"), escape_for_terminal("\u0085"));
}

TEST(EscapeForTerminal, DoublesBackslashesThatWouldReadAsAnEscape) {
  EXPECT_EQ(escape_for_terminal("\\u{202E}"), "\\\\u{202E}");
  EXPECT_EQ(escape_for_terminal("\\\u202E"), "\\\\\\u{202E}");
}

/// The way back, written from the header's words.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t run = 0;
    while (at + run < text.size() && text[at + run] == '\\') ++run;
    const bool before_brace = text.substr(at + run).starts_with("u{");
    out.append(run != 0 && before_brace ? run / 2 : run, '\\');
    at += run;
    if (run % 2 == 1 && before_brace) {
      const std::size_t end = text.find('}', at);
      const auto point =
          static_cast<char32_t>(std::stoul(std::string(text.substr(at + 2, end - at - 2)), nullptr, 16));
      if (point >= 0xDC80 && point <= 0xDCFF)
        out += static_cast<char>(point - 0xDC00);
      else
        append_utf8(out, point);
      at = end + 1;
    } else if (at < text.size()) {
      out += text[at++];
    }
  }
  return out;
}

RC_GTEST_PROP(EscapeForTerminal, IsInjective, ()) {
  const auto part = rc::gen::element<std::string>("\\", "u{", "}", "\u202E", "20", "a", "\x80", "\n", "朝", "\u0085");
  std::string text;
  for (const std::string& one : *rc::gen::container<std::vector<std::string>>(part)) text += one;
  RC_ASSERT(unescaped(escape_for_terminal(text)) == text);
}

RC_GTEST_PROP(EscapeForTerminal, LeavesNoControlForAnyBytes, (const std::string& text)) {
  const std::string escaped = escape_for_terminal(text);
  for (const char c : escaped) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
  RC_ASSERT(unescaped(escaped) == text);
}

TEST(TerminalWidth, CountsWideCharactersTwiceAndMarksNotAtAll) {
  EXPECT_EQ(terminal_width("abc"), 3U);
  EXPECT_EQ(terminal_width("朝鲜"), 4U);
  EXPECT_EQ(terminal_width("조선"), 4U);
  EXPECT_EQ(terminal_width("ＫＰ"), 4U);
  EXPECT_EQ(terminal_width("e\u0301"), 1U);
  EXPECT_EQ(terminal_width("Чосон…"), 6U);
}

}  // namespace
}  // namespace assay
