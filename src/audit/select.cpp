#include "audit/select.h"

#include "base/text.h"

namespace assay {
namespace {

[[noreturn]] void refuse(const std::string& word, std::string_view what, const std::vector<std::string_view>& words) {
  std::string sentence = std::string(what) + " is called \"" + escape_for_terminal(word) + '"';
  const std::string_view near = nearest(word, words, 3);
  if (!near.empty()) sentence.append("; did you mean ").append(near).append("?");
  throw UnknownRule(word, sentence);
}

/// Sets `value` for the rules that the word names.
void mark(const Rules& rules, const std::string& word, bool value, std::vector<bool>& selected) {
  bool known = false;
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    const Rule& rule = rules.rules[i];
    words.insert(words.end(), {rule.id, rule.theme});
    if (rule.id != word && rule.theme != word) continue;
    selected[i] = value;
    known = true;
  }
  if (!known) refuse(word, "no rule and no theme", words);
}

}  // namespace

std::vector<bool> selected_rules(const Rules& rules, const std::vector<std::string>& select,
                                 const std::vector<std::string>& ignore) {
  std::vector<bool> selected(rules.rules.size(), select.empty());
  for (const std::string& word : select) mark(rules, word, true, selected);
  for (const std::string& word : ignore) mark(rules, word, false, selected);
  return selected;
}

void require_rules(const std::vector<std::string>& ids, Rules& rules) {
  for (const std::string& id : ids) {
    bool known = false;
    std::vector<std::string_view> words;
    for (Rule& rule : rules.rules) {
      words.push_back(rule.id);
      if (rule.id != id) continue;
      rule.required = known = true;
    }
    if (!known) refuse(id, "no rule", words);
  }
}

}  // namespace assay
