#include <string>

#include <gtest/gtest.h>

#include "reference/pack.h"

namespace assay {
namespace {

/// The single mistake in a table of words for goods: line, column and message.
std::string complaint_about(const std::string& rows) {
  std::vector<PackFile> files = test::shipped_files();
  test::replace(files, "data/goods_words.csv", "commodity,hs_prefix,coverage,says,words,status\n" + rows);
  Diagnostics diagnostics;
  load_reference(files, diagnostics);
  if (diagnostics.size() != 1) return std::to_string(diagnostics.size()) + " diagnostics";
  return std::to_string(diagnostics.front().at.line) + ":" + std::to_string(diagnostics.front().at.column) + " " +
         diagnostics.front().message;
}

TEST(LoadGoodsWords, RefusesWhatSaysNothingOfAMeasure) {
  EXPECT_EQ(complaint_about("vanadium-ore,2615,,named,vanadium,project\n"), "0 diagnostics");
  EXPECT_EQ(complaint_about("vanadium,2615,,named,vanadium,project\n"), "2:1 no measure names vanadium");
  EXPECT_EQ(complaint_about("vanadium-ore,26x,,named,vanadium,project\n"), "2:14 this is no HS code");
  EXPECT_EQ(complaint_about("vanadium-ore,2615,whole,named,vanadium,project\n"), "2:19 \"whole\" is not known here");
  EXPECT_EQ(complaint_about("vanadium-ore,2615,,names,vanadium,project\n"), "2:20 \"names\" is not known here");
  EXPECT_EQ(complaint_about("vanadium-ore,2615,,named,,project\n"), "2:26 this cell says nothing");
  EXPECT_EQ(complaint_about("vanadium-ore,2615,,named,vanadium; -,project\n"), "2:26 this cell says nothing");
}

}  // namespace
}  // namespace assay
