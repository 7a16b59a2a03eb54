// docs/GLOSSARY.md promises the words of the program; here it is held to that.

#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/known.h"
#include "graph/vocabulary.h"
#include "tables/field.h"

namespace assay {
namespace {

using testing::HasSubstr;

std::string glossary() {
  std::ifstream stream(ASSAY_SOURCE_DIR "/docs/GLOSSARY.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string_view type_name(FieldType type) {
  constexpr std::string_view names[] = {"text",    "reference", "country", "date",   "number",
                                        "percent", "hs_code",   "place",   "places", "word"};
  return names[static_cast<std::size_t>(type)];
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

TEST(Glossary, HasEachFieldOnceWithItsType) {
  const std::string text = glossary();
  for (const FieldInfo& field : all_fields()) {
    const std::string row = "\n| `" + std::string(field.name) + "` | " + std::string(type_name(field.type)) + " | ";
    EXPECT_EQ(count(text, row), 1U) << row;
  }
}

TEST(Glossary, HasNoFieldThatTheProgramDoesNotKnow) {
  const std::string text = glossary();
  const std::size_t begin = text.find("\n## Fields");
  const std::size_t end = text.find("\n## Vertices");
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  EXPECT_EQ(count(text.substr(begin, end - begin), "\n| `"), fields);
}

TEST(Glossary, HasEachTableRelationAndKind) {
  const std::string text = glossary();
  for (std::size_t i = 0; i < table_kinds; ++i)
    EXPECT_THAT(text, HasSubstr("\n| `" + std::string(to_string(static_cast<TableKind>(i))) + "` | "));
  for (std::size_t i = 0; i < relation_count; ++i)
    EXPECT_THAT(text, HasSubstr("\n| `" + std::string(to_string(static_cast<Relation>(i))) + "` | "));
  for (std::size_t i = 0; i < subject_kinds; ++i)
    EXPECT_THAT(text, HasSubstr('`' + std::string(to_string(static_cast<SubjectKind>(i))) + '`'));
  for (const Known why : {Known::blank, Known::unreadable, Known::ambiguous, Known::not_asked})
    EXPECT_THAT(text, HasSubstr("\n| `" + std::string(to_string(why)) + "` | "));
}

}  // namespace
}  // namespace assay
