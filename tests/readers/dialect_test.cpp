#include "readers/dialect.h"

#include <gtest/gtest.h>

#include "reading_help.h"

namespace assay {
namespace {

TEST(FindDialect, LetsTheFileItselfDecide) {
  EXPECT_EQ(find_dialect("a,b,c\n1,2,3\n").dialect.separator, ',');
  EXPECT_EQ(find_dialect("a;b;c\n1,5;2,5;3\n").dialect.separator, ';');
  EXPECT_EQ(find_dialect("a\tb\n1,2\t2,3\n").dialect.separator, '\t');
  EXPECT_EQ(find_dialect("a|b\n1|2\n").dialect.separator, '|');
  EXPECT_EQ(find_dialect("a\n1\n").dialect.separator, ',');
  EXPECT_EQ(find_dialect("a;b").dialect.separator, ';');
}

TEST(FindDialect, CountsOnlyASeparatorThatTheRecordsBearOut) {
  // Three semicolons in the header's cells, none in the data.
  EXPECT_EQ(find_dialect("id,name (a;b;c;d),country\n1,x,CN\n2,y,CN\n").dialect.separator, ',');
  EXPECT_EQ(find_dialect("\"a,b\";\"c,d\"\n1;2\n").dialect.separator, ';');
}

TEST(FindDialect, SaysWhenTwoSeparatorsFitAsWell) {
  EXPECT_EQ(find_dialect("a,b;c\n1,2;3\n").also_fits, ';');
  EXPECT_EQ(find_dialect("a,b\n1,2\n").also_fits, '\0');
}

TEST(FindDialect, ReadsTheMarkTheSepLineAndTheLineEnds) {
  const Found mark = find_dialect("\xEF\xBB\xBFsep=;\r\na;b\r\n");
  EXPECT_TRUE(mark.dialect.byte_order_mark);
  EXPECT_TRUE(mark.dialect.sep_line);
  EXPECT_EQ(mark.dialect.separator, ';');
  EXPECT_EQ(mark.begin, 3U + 7U);
  EXPECT_EQ(mark.line, 2U);
  EXPECT_EQ(mark.ends, LineEnds::lf);
  EXPECT_EQ(find_dialect("a,b\r1,2\r").ends, LineEnds::cr);
  EXPECT_EQ(find_dialect("a,b\n1\r,2\n3,4\n").ends, LineEnds::lf);
}

TEST(FindDialect, IgnoresASepLineThatNamesNoSeparator) {
  EXPECT_FALSE(find_dialect("sep=x\n1\n").dialect.sep_line);
  EXPECT_FALSE(find_dialect("sep=,;\n1\n").dialect.sep_line);
}

TEST(ReadTexts, GivesOneTableInEveryDialect) {
  const std::string plain = "supplier_id,name,country\nS1,Musan Mine,KP\nS2,\"Trader, Ltd\",CN\n";
  const auto replaced = [&](std::string_view from, std::string_view to) {
    std::string out;
    for (const char c : plain) out += std::string_view(&c, 1) == from ? std::string(to) : std::string(1, c);
    return out;
  };
  for (const std::string& text :
       {plain, replaced("\n", "\r\n"), replaced("\n", "\r"), "\xEF\xBB\xBF" + plain, replaced(",", ";"),
        replaced(",", "\t"), replaced(",", "|"), "sep=,\n" + plain, "sep=^\n" + replaced(",", "^"), "\n\n" + plain,
        plain.substr(0, plain.size() - 1)}) {
    const testing::Read read = testing::read_text(text);
    EXPECT_EQ(read.kinds(), "suppliers") << text;
    EXPECT_EQ(read.ledger().used, 2U) << text;
    EXPECT_EQ(read.column(Field::supplier_country), "KP|CN") << text;
    EXPECT_EQ(read.column(Field::supplier_id), "S1|S2") << text;
  }
}

}  // namespace
}  // namespace assay
