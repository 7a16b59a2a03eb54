#include "report/html_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace assay {
namespace {

TEST(HtmlText, IsNoElementNoEntityAndEndsNoAttribute) {
  EXPECT_EQ(html_text("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
  EXPECT_EQ(html_text("&lt;"), "&amp;lt;");
  EXPECT_EQ(html_text("\" onclick='x'"), "&quot; onclick=&#39;x&#39;");
}

TEST(HtmlText, LeavesOrdinaryTextAsItIs) {
  EXPECT_EQ(html_text("丹东港 Söhne (Co., Ltd.)"), "丹东港 Söhne (Co., Ltd.)");
}

TEST(HtmlText, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(html_text("a\u202Eb\x01\nc"), "a\\u{202E}b\\u{1}\\u{A}c");
}

TEST(HtmlText, DoesNotEscapeTwiceWhatWasEscapedForATerminal) {
  EXPECT_EQ(html_text(escape_for_terminal("a\u202Eb")), html_text("a\u202Eb"));
}

RC_GTEST_PROP(HtmlText, NeverHoldsAMarkOfHtml, (const std::string& bytes)) {
  RC_ASSERT(html_text(bytes).find_first_of("<>\"'\n\r") == std::string::npos);
}

}  // namespace
}  // namespace assay
