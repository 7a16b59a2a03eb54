#include "base/truth.h"

#include <array>

#include <gtest/gtest.h>

#include "base/known.h"

namespace assay {
namespace {

constexpr Truth N = Truth::no;
constexpr Truth U = Truth::unknown;
constexpr Truth Y = Truth::yes;
constexpr std::array<Truth, 3> all_truths{N, U, Y};

struct Row {
  Truth a, b, both, either;
};

// Strong Kleene logic, each of the nine pairs written out.
constexpr std::array<Row, 9> table{{
    {N, N, N, N},
    {N, U, N, U},
    {N, Y, N, Y},
    {U, N, N, U},
    {U, U, U, U},
    {U, Y, U, Y},
    {Y, N, N, Y},
    {Y, U, U, Y},
    {Y, Y, Y, Y},
}};

TEST(Kleene, HoldsForEachPairOfTruths) {
  for (const Row& row : table) {
    EXPECT_EQ(both(row.a, row.b), row.both);
    EXPECT_EQ(either(row.a, row.b), row.either);
  }
}

TEST(Kleene, NegatesYesAndNoAndKeepsUnknown) {
  EXPECT_EQ(negate(N), Y);
  EXPECT_EQ(negate(U), U);
  EXPECT_EQ(negate(Y), N);
}

TEST(Kleene, DoesNotTurnUnknownIntoATautology) {
  EXPECT_EQ(either(U, negate(U)), U);
}

/// One subject per pair of truths.
Answer answer_of(Truth Row::*side) {
  Answer answer(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) answer.put(i, table[i].*side);
  return answer;
}

TEST(Answer, GivesKleenesTableSubjectBySubject) {
  Answer conjunction = answer_of(&Row::a);
  conjunction &= answer_of(&Row::b);
  Answer disjunction = answer_of(&Row::a);
  disjunction |= answer_of(&Row::b);
  Answer negation = answer_of(&Row::a);
  negation.flip();
  for (std::size_t i = 0; i < table.size(); ++i) {
    EXPECT_EQ(conjunction.at(i), table[i].both) << i;
    EXPECT_EQ(disjunction.at(i), table[i].either) << i;
    EXPECT_EQ(negation.at(i), negate(table[i].a)) << i;
  }
}

TEST(Answer, StaysSureWithinPossibleUnderEveryOperation) {
  for (const Truth a : all_truths)
    for (const Truth b : all_truths) {
      Answer answer(1);
      answer.put(0, a);
      Answer other(1);
      other.put(0, b);
      answer &= other;
      answer.flip();
      answer |= other;
      Bits outside = answer.sure;
      outside -= answer.possible;
      EXPECT_FALSE(outside.any());
    }
}

TEST(Answer, OfNobodyIsEmpty) {
  Answer answer(0);
  answer.flip();
  EXPECT_EQ(answer.sure.count(), 0U);
  EXPECT_FALSE(answer.possible.any());
}

TEST(Bits, FlipLeavesNoMemberBehindTheEnd) {
  for (const std::size_t size : {1U, 63U, 64U, 65U, 128U, 130U}) {
    Bits bits(size);
    bits.flip();
    EXPECT_EQ(bits.count(), size);
    EXPECT_EQ(bits, Bits(size, true));
  }
}

TEST(Bits, VisitsMembersSmallestFirst) {
  Bits bits(200);
  for (const std::size_t i : {199U, 0U, 64U, 63U}) bits.set(i);
  bits.reset(63);
  std::vector<std::size_t> seen;
  bits.for_each([&](std::size_t i) { seen.push_back(i); });
  EXPECT_EQ(seen, (std::vector<std::size_t>{0, 64, 199}));
}

TEST(Words, AreThoseOfTheReport) {
  EXPECT_EQ(to_string(Verdict::clear), "clear");
  EXPECT_EQ(to_string(Verdict::insufficient), "insufficient");
  EXPECT_EQ(to_string(Verdict::flagged), "flagged");
  EXPECT_EQ(to_string(Known::yes), "known");
  EXPECT_EQ(to_string(Known::blank), "blank");
  EXPECT_EQ(to_string(Known::unreadable), "unreadable");
  EXPECT_EQ(to_string(Known::ambiguous), "ambiguous");
  EXPECT_EQ(to_string(Known::not_asked), "not_asked");
}

}  // namespace
}  // namespace assay
