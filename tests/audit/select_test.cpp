#include "audit/select.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

Rules three_rules() {
  Rules rules;
  for (const auto& [id, theme] :
       {std::pair{"direct", "origin_direct"}, {"port", "transit_dprk"}, {"rail", "transit_dprk"}}) {
    Rule rule;
    rule.id = id;
    rule.theme = theme;
    rules.rules.push_back(rule);
  }
  return rules;
}

TEST(SelectedRules, AreAllWhereNothingIsSelected) {
  EXPECT_EQ(selected_rules(three_rules(), {}, {}), (std::vector<bool>{true, true, true}));
}

TEST(SelectedRules, AreNamedByIdOrTheme) {
  EXPECT_EQ(selected_rules(three_rules(), {"direct"}, {}), (std::vector<bool>{true, false, false}));
  EXPECT_EQ(selected_rules(three_rules(), {"transit_dprk"}, {}), (std::vector<bool>{false, true, true}));
}

TEST(SelectedRules, AreWithoutThoseIgnored) {
  EXPECT_EQ(selected_rules(three_rules(), {"transit_dprk"}, {"rail"}), (std::vector<bool>{false, true, false}));
  EXPECT_EQ(selected_rules(three_rules(), {}, {"transit_dprk"}), (std::vector<bool>{true, false, false}));
}

TEST(SelectedRules, RefuseAWordThatIsNeitherAndSuggestOne) {
  try {
    selected_rules(three_rules(), {"transit_dprc"}, {});
    FAIL() << "accepted";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::usage);
    EXPECT_NE(std::string(failure.what()).find("did you mean transit_dprk?"), std::string::npos);
  }
}

}  // namespace
}  // namespace assay
