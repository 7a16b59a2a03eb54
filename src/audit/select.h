#pragma once

#include <string>
#include <vector>

#include "base/failure.h"
#include "rules/rule.h"

namespace assay {

/// A word that names no rule (or no theme, where one may stand) of the packs; the sentence says which one is near.
class UnknownRule : public Failure {
 public:
  UnknownRule(const std::string& word, const std::string& sentence) : Failure(Exit::usage, sentence), word_(word) {}
  [[nodiscard]] const std::string& word() const { return word_; }

 private:
  std::string word_;
};

/// Which rules are asked, by number: those selected by id or theme (all where nothing is selected), without those
/// ignored. Throws UnknownRule for a word that is neither an id nor a theme.
std::vector<bool> selected_rules(const Rules& rules, const std::vector<std::string>& select,
                                 const std::vector<std::string>& ignore);

/// Marks the rules of these ids as required, besides those that the packs require. Throws UnknownRule.
void require_rules(const std::vector<std::string>& ids, Rules& rules);

}  // namespace assay
