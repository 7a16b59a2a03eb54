#include <locale>

#include "program/run.h"

// The same inputs give the same bytes, whatever the machine around them is like.

namespace {

std::vector<std::string> audit_of(const std::vector<std::string>& inputs, const std::string& format) {
  std::vector<std::string> words{"audit", "--as-of", "2024-12-31", "--format", format, "--include", "clear"};
  words.insert(words.end(), inputs.begin(), inputs.end());
  return words;
}

/// Writes 1,234 as 1'2'3'4 wherever a stream forgets that output has no locale.
class Strange : public std::numpunct<char> {
  char do_thousands_sep() const override { return '\''; }
  std::string do_grouping() const override { return "\1"; }
  char do_decimal_point() const override { return ';'; }
};

class SameBytes : public ::testing::TestWithParam<const char*> {};

TEST_P(SameBytes, ComeFromEveryRun) {
  const auto words = audit_of({fixture("coal-through-a-trader")}, GetParam());
  const Ran first = run(words);
  const Ran second = run(words);
  EXPECT_EQ(first.out, second.out);
  EXPECT_EQ(first.err, second.err);
  EXPECT_FALSE(first.out.empty());
}

TEST_P(SameBytes, ComeFromAnyOrderOfTheInputs) {
  const std::string folder = fixture("coal-through-a-trader");
  const Ran one = run(audit_of({folder + "/suppliers.csv", folder + "/shipments.csv"}, GetParam()));
  const Ran other = run(audit_of({folder + "/shipments.csv", folder + "/suppliers.csv"}, GetParam()));
  EXPECT_EQ(one.out, other.out);
}

TEST_P(SameBytes, ComeFromAnyPlaceOnTheMachine) {
  const Folder folder;
  const std::string copy = folder.path("elsewhere/coal-through-a-trader");
  std::filesystem::create_directories(folder.path("elsewhere"));
  std::filesystem::copy(fixture("coal-through-a-trader"), copy);
  // The options beside the fixtures are of their place: here they are left out.
  const Ran here = run(audit_of({fixture("coal-through-a-trader"), "--no-config"}, GetParam()));
  const Ran there = run(audit_of({copy, "--no-config"}, GetParam()));
  EXPECT_EQ(here.out, there.out);
  EXPECT_EQ(there.out.find(folder.path()), std::string::npos);
}

TEST_P(SameBytes, ComeUnderAnyLocale) {
  const auto words = audit_of({fixture("coal-through-a-trader")}, GetParam());
  const Ran plain = run(words);
  const std::locale before = std::locale::global(std::locale(std::locale(), new Strange));
  const Ran strange = run(words);
  std::locale::global(before);
  EXPECT_EQ(plain.out, strange.out);
  EXPECT_EQ(plain.err, strange.err);
}

INSTANTIATE_TEST_SUITE_P(Formats, SameBytes, ::testing::Values("text", "json", "sarif", "markdown", "html"));

}  // namespace
