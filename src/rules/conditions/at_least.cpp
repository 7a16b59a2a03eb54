#include <fmt/format.h>

#include "rules/condition.h"

// at_least: k, of: [conditions]. Signs that mean little alone and much together.

namespace assay {
namespace {

struct AtLeastData {
  std::size_t count = 1;
};

std::size_t wanted(const Condition& c) {
  return static_cast<const AtLeastData*>(c.data.get())->count;
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  MapReader reader(parser.document, value, "at_least", parser.diagnostics);
  auto data = std::make_shared<AtLeastData>();
  if (value.kind != YamlNode::Kind::map) {
    parser.complain(value, "`at_least` stands beside `of`, a list of conditions", "at_least: 2, of: [ … ]");
    return false;
  }
  const YamlNode* of = reader.require("of");
  const std::size_t most = of == nullptr ? 1 : of->items.size();
  data->count = static_cast<std::size_t>(
      reader.integer("at_least", true, 1, static_cast<std::int64_t>(std::max<std::size_t>(most, 1)), 1));
  reader.finish();
  if (of != nullptr && (of->kind != YamlNode::Kind::list || of->items.size() < 2)) {
    parser.complain(*of, "`of` needs a list of two or more conditions", "for one condition no count is needed");
    return false;
  }
  out.children.resize(of == nullptr ? 0 : of->items.size());
  for (std::size_t i = 0; i < out.children.size(); ++i) parser.parse(of->items[i], out.children[i]);
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

Truth truth_of(std::size_t sure, std::size_t possible, std::size_t count) {
  return sure >= count ? Truth::yes : possible >= count ? Truth::unknown : Truth::no;
}

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  const std::size_t subjects = e.graph().subjects(kind);
  std::vector<std::uint16_t> sure(subjects, 0);
  std::vector<std::uint16_t> possible(subjects, 0);
  for (const Condition& child : c.children) {
    const Answer part = e.answer(child, kind, among);
    part.sure.for_each([&sure](std::size_t subject) { ++sure[subject]; });
    part.possible.for_each([&possible](std::size_t subject) { ++possible[subject]; });
  }
  Answer result(subjects);
  for (std::size_t subject = 0; subject < subjects; ++subject)
    result.put(subject, truth_of(sure[subject], possible[subject], wanted(c)));
  return result;
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  std::size_t sure = 0;
  std::size_t possible = 0;
  for (const Condition& child : c.children) {
    const Truth part = e.at(child, kind, subject);
    sure += part == Truth::yes ? 1 : 0;
    possible += part != Truth::no ? 1 : 0;
  }
  return truth_of(sure, possible, wanted(c));
}

/// A yes shows every sign that surely holds, an open answer every one that may, a no those that do not.
void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  std::size_t sure = 0;
  for (const Condition& child : c.children) {
    const Truth part = e.at(child, kind, subject);
    if (part == truth) e.explain(child, kind, subject, part, out);
    sure += part == Truth::yes ? 1 : 0;
  }
  if (!out.causes_only)
    out.because.push_back(fmt::format("{} of {} signs hold, {} are needed", sure, c.children.size(), wanted(c)));
}

}  // namespace

const ConditionKind at_least_condition = {"at_least", "a number of the conditions holds", parse, answer, at, explain};

}  // namespace assay
