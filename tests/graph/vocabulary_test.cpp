#include "graph/vocabulary.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

#include "graph/graph.h"

// Words of inputs, rules and reports: each has one value, and each value its word.

namespace assay {
namespace {

TEST(Vocabulary, GivesEveryKindOfVertexBackForItsWord) {
  for (int i = 0; i <= static_cast<int>(VertexKind::shipment); ++i) {
    const auto kind = static_cast<VertexKind>(i);
    EXPECT_EQ(vertex_kind_from(to_string(kind)), kind) << to_string(kind);
  }
  EXPECT_FALSE(vertex_kind_from("Company"));
  EXPECT_FALSE(vertex_kind_from(""));
}

TEST(Vocabulary, GivesEveryKindOfSubjectBackForItsWord) {
  for (std::size_t i = 0; i < subject_kinds; ++i) {
    const auto kind = static_cast<SubjectKind>(i);
    EXPECT_EQ(subject_kind_from(to_string(kind)), kind) << to_string(kind);
  }
  EXPECT_FALSE(subject_kind_from("person")) << "nobody is judged by name";
}

TEST(Vocabulary, ReadsStatementsInAnyCaseAndWithBlanks) {
  EXPECT_EQ(statement_from("inputs_complete"), Statement::inputs_complete);
  EXPECT_EQ(statement_from("Inputs Complete"), Statement::inputs_complete);
  EXPECT_EQ(statement_from("no-dprk-content"), Statement::no_dprk_content);
  EXPECT_EQ(statement_from("NO_DPRK_LABOUR"), Statement::no_dprk_labour);
  EXPECT_EQ(statement_from("owners_complete"), Statement::owners_complete);
}

TEST(Vocabulary, TakesNoOtherWordForAStatement) {
  for (const std::string word : {"", "complete", "no_dprk", "unknown", "inputs_completed"})
    EXPECT_EQ(statement_from(word), Statement::unknown) << word;
}

TEST(Grades, AreLettersOfWhichAIsBest) {
  EXPECT_EQ(grade_from("A"), Grade::a);
  EXPECT_EQ(grade_from(" b "), Grade::b);
  EXPECT_EQ(grade_from("D"), Grade::d);
  EXPECT_TRUE(at_least(Grade::a, Grade::b));
  EXPECT_TRUE(at_least(Grade::b, Grade::b));
  EXPECT_FALSE(at_least(Grade::c, Grade::b));
}

TEST(Grades, AreNothingElse) {
  for (const std::string text : {"", "E", "A+", "1", "!", "ä"}) EXPECT_FALSE(grade_from(text)) << text;
}

TEST(EntityOfACountry, IsItsCodeOrSaysThatItIsNotKnown) {
  EXPECT_EQ(country_entity(north_korea).id, "KP");
  EXPECT_EQ(country_entity(Country(Known::blank)).id, "?");
}

}  // namespace
}  // namespace assay
