#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "report/json.h"

namespace assay {
namespace {

TEST(JsonText, KeepsValidTextAsItIs) {
  EXPECT_EQ(json_text("煤 \u00E9 coal"), "煤 \u00E9 coal");
}

TEST(JsonText, ShowsInvalidBytes) {
  EXPECT_EQ(json_text("caf\xE9"), "caf\\xE9");
  EXPECT_EQ(json_text("\xFF\xFE"), "\\xFF\\xFE");
}

TEST(JsonText, KeepsAReplacementCharacterThatTheInputHolds) {
  EXPECT_EQ(json_text("\uFFFD"), "\uFFFD");
}

TEST(JsonLine, EscapesWhatDeceivesAReader) {
  const std::string line = json_line(Json("a\u202Eb\u2028c\x7F"));
  EXPECT_EQ(line, "\"a\\u202Eb\\u2028c\\u007F\"");
}

TEST(JsonLine, KeepsMembersInOrder) {
  EXPECT_EQ(json_line({{"z", 1}, {"a", nullptr}}), R"({"z":1,"a":null})");
}

RC_GTEST_PROP(JsonLine, IsReadBackAsTheSameText, (const std::string& bytes)) {
  const std::string text = json_text(bytes);
  RC_ASSERT(Json::parse(json_line(Json(text))).get<std::string>() == text);
}

TEST(JsonList, WritesOneElementALine) {
  std::ostringstream out;
  JsonList list(out, "findings");
  list.add(1);
  list.add("two");
  list.end();
  EXPECT_EQ(out.str(), ",\n\"findings\": [\n1,\n\"two\"\n]");
}

TEST(JsonList, MayBeEmpty) {
  std::ostringstream out;
  JsonList(out, "lists").end();
  EXPECT_EQ(out.str(), ",\n\"lists\": []");
}

}  // namespace
}  // namespace assay
