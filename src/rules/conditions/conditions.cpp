#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "rules/condition.h"

namespace assay {
namespace {

constexpr unsigned deepest = 16;

constexpr auto kinds = std::to_array<const ConditionKind*>({
    &all_condition,        &any_condition,
    &not_condition,        &where_condition,
    &path_condition,       &at_least_condition,
    &holds_condition,      &statistic_condition,
    &benchmark_condition,  &count_condition,
    &sum_condition,        &owned_by_condition,
    &name_match_condition, &holds_share_of_condition,
    &in_table_condition,   &measure_condition,
    &production_condition, &capacity_condition,
    &cycle_condition,      &sequence_condition,
    &passed_on_condition,
});

/// Named in the design, so that a rule that uses one is told so instead of being called mistyped.
constexpr auto not_built = std::to_array<std::string_view>({"share"});

std::string joined(const std::vector<std::string_view>& names) {
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

}  // namespace

std::span<const ConditionKind* const> condition_kinds() {
  return kinds;
}

bool ConditionParser::parse(const YamlNode& node, Condition& out) const {
  out.at = {document.file, node.line, node.column};
  out.subject = subject;
  if (depth > deepest) {
    complain(node, fmt::format("too deep: conditions may stand {} levels inside each other", deepest));
    return false;
  }
  ConditionParser inner = *this;
  ++inner.depth;
  if (node.find("at_least") != nullptr && node.find("of") != nullptr) {  // the one kind that is written as two keys
    out.kind = &at_least_condition;
    return out.kind->parse(inner, node, out);
  }
  if (node.kind != YamlNode::Kind::map || node.keys.size() != 1) {
    complain(node, "a condition is a map with one key, such as `where:` or `all:`",
             node.keys.size() > 1 ? "put several conditions into `all:` or `any:`" : "");
    return false;
  }
  const YamlNode& key = node.keys.front();
  for (const ConditionKind* kind : kinds) {
    if (kind->name != key.text) continue;
    out.kind = kind;
    return kind->parse(inner, node.items.front(), out);
  }
  for (const std::string_view name : not_built)
    if (name == key.text) {
      complain(key, fmt::format("not built yet: condition `{}`", name));
      return false;
    }
  std::vector<std::string_view> names;
  names.reserve(kinds.size());
  for (const ConditionKind* kind : kinds) names.push_back(kind->name);
  const std::string_view near = nearest(key.text, names);
  complain(key, fmt::format("unknown condition `{}`", key.text),
           near.empty() ? "conditions are " + joined(names) : fmt::format("did you mean `{}`?", near));
  return false;
}

bool has_kind(const Condition& condition, const ConditionKind& kind) {
  return condition.kind == &kind || std::any_of(condition.children.begin(), condition.children.end(),
                                                [&kind](const Condition& child) { return has_kind(child, kind); });
}

Answer Evaluator::answer(const Condition& condition, SubjectKind kind) const {
  return answer(condition, kind, Bits(graph_.subjects(kind), true));
}

Answer Evaluator::answer(const Condition& condition, SubjectKind kind, const Bits& among) const {
  if (const auto found = remembered_.find(&condition); found != remembered_.end()) return found->second;
  Answer answer;
  if (condition.kind->answer != nullptr) {
    answer = condition.kind->answer(condition, *this, kind, among);
  } else {
    answer = Answer(graph_.subjects(kind));
    among.for_each([&](std::size_t number) {
      const auto subject = static_cast<std::uint32_t>(number);
      if (graph_.is_subject(kind, subject)) answer.put(subject, condition.kind->at(condition, *this, kind, subject));
    });
  }
  if (remembers_) remembered_.emplace(&condition, answer);
  return answer;
}

Truth Evaluator::at(const Condition& condition, SubjectKind kind, std::uint32_t subject) const {
  if (const auto found = remembered_.find(&condition); found != remembered_.end()) return found->second.at(subject);
  return condition.kind->at(condition, *this, kind, subject);
}

void Evaluator::explain(const Condition& condition, SubjectKind kind, std::uint32_t subject, Truth truth,
                        Grounds& out) const {
  condition.kind->explain(condition, *this, kind, subject, truth, out);
}

const Holdings& Evaluator::holdings() const {
  if (holdings_ == nullptr) holdings_ = std::make_unique<Holdings>(graph_);
  return *holdings_;
}

const PathSearch& Evaluator::paths(const PathQuestion& question) const {
  for (const auto& [asked, search] : paths_)
    if (asked == question) return *search;
  paths_.emplace_back(question, std::make_unique<PathSearch>(graph_, question, closure_));
  return *paths_.back().second;
}

}  // namespace assay
