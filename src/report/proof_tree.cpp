#include "report/proof_tree.h"

#include <algorithm>

#include "report/layout.h"
#include "report/steps.h"

namespace assay {
namespace {

constexpr std::size_t deepest = 20;  // deeper steps are not indented further: they would leave the screen

/// For each step the step under which it hangs; `none` for those under the subject.
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::vector<std::size_t> parents(const std::vector<EvidenceStep>& steps) {
  std::vector<std::size_t> parent(steps.size(), none);
  for (std::size_t i = 0; i < steps.size(); ++i)
    for (std::size_t j = i; j-- > 0;)
      if (joins(steps[j]) && steps[j].to == steps[i].from) {
        parent[i] = j;
        break;
      }
  return parent;
}

std::string words_of(const EvidenceStep& step, bool under_its_from) {
  if (!joins(step)) return prose(step.says);
  const std::string arrow = std::string(to_string(step.relation)) + " → " + called(step.to);
  return under_its_from ? arrow : called(step.from) + ' ' + arrow;
}

std::string source_of(const Tables& tables, const EvidenceStep& step) {
  std::string text;
  if (step.is_of_record()) {
    text = reference_place(step) + ' ' + safe(step.reference_field) + " = \"" + safe(step.reference_text, 40) + '"';
  } else if (step.cell.exists()) {
    const CellPlace place = tables.place(step.cell);
    text = place_text(place) + ' ' + safe(place.field) + " = " + quoted_cell(place);
  }
  if (!step.date.empty()) text.append(text.empty() ? "" : ", ").append("on " + safe(step.date, 24));
  text.append(text.empty() ? "" : ", ").append("grade ").append(to_string(step.grade));
  return text;
}

class Tree {
 public:
  Tree(const Tables& tables, const std::vector<EvidenceStep>& steps, const Entity& subject)
      : tables_(tables), steps_(steps), subject_(subject), parent_(parents(steps)) {}

  std::string text;

  /// Paths may be long: each branch is followed in a loop, so that depth costs no stack.
  void draw(std::string_view indent) {
    struct Open {
      std::size_t step;
      std::size_t depth;
      std::string before;
    };
    std::vector<Open> open;
    push_children(none, 0, std::string(indent), open);
    while (!open.empty()) {
      const Open at = open.back();
      open.pop_back();
      const bool last = std::none_of(open.begin(), open.end(),
                                     [&](const Open& other) { return parent_[other.step] == parent_[at.step]; });
      const std::string below = at.before + (at.depth >= deepest ? "" : last ? "   " : "│  ");
      const EvidenceStep& step = steps_[at.step];
      const bool under = parent_[at.step] != none || step.from == subject_;
      text += at.before + (last ? "└─ " : "├─ ") + words_of(step, under) + '\n';
      const bool has_children = std::find(parent_.begin(), parent_.end(), at.step) != parent_.end();
      text += at.before + (last ? "   " : "│  ") + (has_children ? "│  " : "   ") + source_of(tables_, step) + '\n';
      push_children(at.step, at.depth + 1, below, open);
    }
  }

 private:
  template <class Stack>
  void push_children(std::size_t step, std::size_t depth, const std::string& before, Stack& open) const {
    for (std::size_t i = steps_.size(); i-- > 0;)
      if (parent_[i] == step) open.push_back({i, depth, before});
  }

  const Tables& tables_;
  const std::vector<EvidenceStep>& steps_;
  const Entity& subject_;
  std::vector<std::size_t> parent_;
};

}  // namespace

std::string proof_tree(const Tables& tables, const Entity& subject, const std::vector<EvidenceStep>& steps,
                       std::string_view indent) {
  if (steps.empty()) return {};
  Tree tree(tables, steps, subject);
  tree.text = std::string(indent) + called(subject) + '\n';
  tree.draw(indent);
  return tree.text;
}

}  // namespace assay
