#include "report/layout.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace assay {
namespace {

TEST(Padded, KeepsColumnsStraightBehindWideCharacters) {
  EXPECT_EQ(padded("丹东", 6), "丹东  ");
  EXPECT_EQ(padded("too long", 3), "too long");
}

TEST(Safe, EscapesWhatWouldSteerATerminal) {
  const std::string text = safe("a\x1B[2Jb\u202E\nc");
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
  EXPECT_NE(text.find("202E"), std::string::npos);
}

TEST(Safe, ShortensWhatIsTooLong) {
  EXPECT_EQ(terminal_width(safe(std::string(500, 'x'), 20)), 20U);
}

TEST(Grouped, PutsACommaBeforeEachThreeDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(24964), "24,964");
  EXPECT_EQ(grouped(1234567), "1,234,567");
}

TEST(Counted, SaysOneOrMany) {
  EXPECT_EQ(counted(1, "flag"), "1 flag");
  EXPECT_EQ(counted(0, "flag"), "0 flags");
  EXPECT_EQ(counted(2, "verdict waits", "verdicts wait"), "2 verdicts wait");
}

TEST(PlaceText, LeavesOutWhatIsNotKnown) {
  CellPlace place;
  place.file = "a.csv";
  EXPECT_EQ(place_text(place), "a.csv");
  place.line = 7;
  EXPECT_EQ(place_text(place), "a.csv:7");
  place.column = 3;
  EXPECT_EQ(place_text(place), "a.csv:7:3");
}

TEST(Called, NamesTheKindWhereTheNameDoesNotShowIt) {
  EXPECT_EQ(called({VertexKind::company, "id", "Dalian Trader"}), "Dalian Trader");
  EXPECT_EQ(called({VertexKind::shipment, "S1", "S1"}), "shipment S1");
  EXPECT_EQ(called({VertexKind::worker_group, "g", ""}), "worker group g");
}

TEST(Paint, WritesNoEscapeUnlessColourIsWanted) {
  EXPECT_EQ(Paint{false}.severity(Severity::critical, "critical"), "critical");
  EXPECT_EQ(Paint{true}.severity(Severity::critical, "critical"), "\x1B[1;31mcritical\x1B[0m");
}

}  // namespace
}  // namespace assay
