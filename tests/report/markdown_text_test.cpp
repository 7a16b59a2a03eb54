#include "report/markdown_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace assay {
namespace {

/// As GitHub reads it: a backslash before an ASCII mark is not shown.
std::string shown(const std::string& markdown) {
  std::string text;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    const bool escapes = markdown[i] == '\\' && i + 1 < markdown.size() &&
                         std::ispunct(static_cast<unsigned char>(markdown[i + 1])) != 0;
    text += markdown[escapes ? ++i : i];
  }
  return text;
}

TEST(MarkdownText, LeavesOrdinarySentencesReadable) {
  for (const char* text :
       {"Ünal & Söhne", "丹东港", "Trader Co., Ltd. (Dandong)", "A-101 on 2024-03-09: 12%", "origin_country = KP"})
    EXPECT_EQ(shown(markdown_text(text)), text);
  EXPECT_EQ(markdown_text("Trader Co., Ltd. (Dandong), A-101 at 10:30"),
            "Trader Co., Ltd. (Dandong), A-101 at 10:30");
}

TEST(MarkdownText, MeansNothingOfWhatItLooksLike) {
  EXPECT_EQ(markdown_text("[x](http://evil.example)"), R"(\[x\](http\://evil.example))");
  EXPECT_EQ(markdown_text("![x](y)"), R"(\!\[x\](y))");
  EXPECT_EQ(markdown_text("<script>&lt;"), R"(\<script\>\&lt;)");
  EXPECT_EQ(markdown_text("a|b\\|c"), R"(a\|b\\\|c)");
  EXPECT_EQ(markdown_text("**b** `c` ~~d~~ _e_"), R"(\*\*b\*\* \`c\` \~\~d\~\~ \_e\_)");
  EXPECT_EQ(markdown_text("www.evil.example"), R"(www\.evil.example)");
}

TEST(MarkdownText, BeginsNoListAndNoHeading) {
  for (const char* text : {"- a", "+ a", "1. a", "12) a", "# a", "> a", "--- ", "==="})
    EXPECT_EQ(markdown_text(text).find_first_of('\\'), std::string(text).find_first_not_of("0123456789")) << text;
}

TEST(MarkdownText, EndsNoLineAndHidesNothing) {
  EXPECT_EQ(shown(markdown_text("a\nb\u202Ec")), "a\\u{A}b\\u{202E}c");
}

RC_GTEST_PROP(MarkdownText, IsReadBackAsItWas, (const std::string& bytes)) {
  std::string text;
  for (const char c : bytes) text += static_cast<char>(' ' + static_cast<unsigned char>(c) % 95);
  RC_ASSERT(shown(markdown_text(text)) == text);
}

RC_GTEST_PROP(MarkdownText, NeverHoldsABareMarkThatSplitsACellOrOpensATag, (const std::string& bytes)) {
  const std::string text = markdown_text(bytes);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::string_view("|<`[]*").find(text[i]) == std::string_view::npos) continue;
    std::size_t backslashes = 0;
    while (backslashes < i && text[i - backslashes - 1] == '\\') ++backslashes;
    RC_ASSERT(backslashes % 2 == 1);
  }
}

}  // namespace
}  // namespace assay
