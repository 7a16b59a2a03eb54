#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tables/input_file.h"

namespace assay {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> raw_cells(std::string_view record, char separator = ',') {
  std::vector<RawCell> cells{{"left over"}};
  split_record(record, separator, cells);
  std::vector<std::string> raw;
  raw.reserve(cells.size());
  for (const RawCell cell : cells) raw.emplace_back(cell.raw);
  return raw;
}

std::string unquoted(std::string_view raw) {
  std::string scratch;
  return std::string(text_of({raw}, scratch));
}

TEST(SplitRecord, DividesAtSeparators) {
  EXPECT_THAT(raw_cells("a,b,c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(raw_cells("a;b,c", ';'), ElementsAre("a", "b,c"));
  EXPECT_THAT(raw_cells("a\tb", '\t'), ElementsAre("a", "b"));
}

TEST(SplitRecord, KeepsEmptyCells) {
  EXPECT_THAT(raw_cells(""), ElementsAre(""));
  EXPECT_THAT(raw_cells(","), ElementsAre("", ""));
  EXPECT_THAT(raw_cells("a,,"), ElementsAre("a", "", ""));
}

TEST(SplitRecord, DoesNotDivideWithinQuotes) {
  EXPECT_THAT(raw_cells(R"("a,b",c)"), ElementsAre(R"("a,b")", "c"));
  EXPECT_THAT(raw_cells(R"(x,"a"",""b",c)"), ElementsAre("x", R"("a"",""b")", "c"));
  EXPECT_THAT(raw_cells("\"a\n,\r\nb\",c"), ElementsAre("\"a\n,\r\nb\"", "c"));
  EXPECT_THAT(raw_cells(R"("","")"), ElementsAre(R"("")", R"("")"));
  EXPECT_THAT(raw_cells(R"("""",x)"), ElementsAre(R"("""")", "x"));
}

TEST(SplitRecord, TakesAQuoteWithinAnUnquotedCellAsText) {
  EXPECT_THAT(raw_cells(R"(5" pipe,b "x",c)"), ElementsAre(R"(5" pipe)", R"(b "x")", "c"));
}

TEST(SplitRecord, StaysWithinABrokenRecord) {
  EXPECT_THAT(raw_cells(R"(a,"b,c)"), ElementsAre("a", R"("b,c)"));
  EXPECT_THAT(raw_cells(R"(")"), ElementsAre(R"(")"));
  EXPECT_THAT(raw_cells(R"("a"x,b)"), ElementsAre(R"("a"x)", "b"));
}

TEST(TextOf, RemovesQuotesAndSinglesDoubledOnes) {
  EXPECT_EQ(unquoted("plain"), "plain");
  EXPECT_EQ(unquoted(R"("a,b")"), "a,b");
  EXPECT_EQ(unquoted(R"("a ""b"" c")"), R"(a "b" c)");
  EXPECT_EQ(unquoted(R"("""")"), R"(")");
  EXPECT_EQ(unquoted(R"("")"), "");
  EXPECT_EQ(unquoted(" keeps blanks "), " keeps blanks ");
  EXPECT_EQ(unquoted(R"(5" pipe)"), R"(5" pipe)");
}

TEST(TextOf, CopiesNothingWithoutDoubledQuotes) {
  const std::string raw = R"("a,b")";
  std::string scratch = "untouched";
  EXPECT_EQ(text_of({raw}, scratch).data(), raw.data() + 1);
  EXPECT_EQ(scratch, "untouched");
}

TEST(TextOf, SurvivesABrokenCell) {
  EXPECT_EQ(unquoted(R"(")"), "");
  EXPECT_EQ(unquoted(R"("a)"), "a");
  EXPECT_EQ(unquoted(R"(""")"), R"(")");
}

std::string written(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

RC_GTEST_PROP(SplitRecord, ReadsBackWhatIsWritten, ()) {
  const auto part = rc::gen::element<std::string>(",", "\"", "\n", "a", "朝鲜", " ", "\r");
  const auto cell = rc::gen::map(rc::gen::container<std::vector<std::string>>(part), [](const auto& parts) {
    std::string text;
    for (const std::string& one : parts) text += one;
    return text;
  });
  const auto texts = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(cell));
  std::string record;
  for (std::size_t i = 0; i < texts.size(); ++i) record += (i == 0 ? "" : ",") + written(texts[i]);
  std::vector<std::string> read;
  for (const std::string& raw : raw_cells(record)) read.push_back(unquoted(raw));
  RC_ASSERT(read == texts);
}

RC_GTEST_PROP(SplitRecord, LosesNoByteOfAnyRecord, (const std::string& record)) {
  std::string joined;
  for (const std::string& raw : raw_cells(record)) joined += raw + ",";
  RC_ASSERT(joined == record + ",");
}

}  // namespace
}  // namespace assay
