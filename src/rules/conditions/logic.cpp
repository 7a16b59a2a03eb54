#include <algorithm>

#include "rules/condition.h"

// all, any, not: Kleene's and, or, not. An empty list is refused: it would hold of everybody, or of nobody.

namespace assay {
namespace {

bool parse_list(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  if (value.kind != YamlNode::Kind::list || value.items.empty()) {
    parser.complain(value, "empty list: this needs a list of conditions",
                    "an empty `all` would hold of everybody, so it is refused");
    return false;
  }
  bool good = true;
  out.children.resize(value.items.size());
  for (std::size_t i = 0; i < value.items.size(); ++i) good = parser.parse(value.items[i], out.children[i]) && good;
  return good;
}

bool parse_one(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  out.children.resize(1);
  return parser.parse(value, out.children.front());
}

/// A part is asked of those that all parts before it left possible.
Answer all_answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  Answer answer(among.size(), true);
  Bits left = among;
  for (const Condition& child : c.children) {
    answer &= e.answer(child, kind, left);
    left &= answer.possible;
  }
  return answer;
}

Truth all_at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  Truth truth = Truth::yes;
  for (const Condition& child : c.children) truth = both(truth, e.at(child, kind, subject));
  return truth;
}

/// A part is asked of those of which no part before it surely holds.
Answer any_answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  Answer answer(among.size());
  Bits left = among;
  for (const Condition& child : c.children) {
    answer |= e.answer(child, kind, left);
    left -= answer.sure;
  }
  return answer;
}

Truth any_at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  Truth truth = Truth::no;
  for (const Condition& child : c.children) truth = either(truth, e.at(child, kind, subject));
  return truth;
}

/// A yes of `all` needs every part, its no the parts that fail; a yes of `any` one part, its no all of them. What is
/// unknown hangs on every part that is.
void explain_list(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                  Grounds& out, bool one_is_enough) {
  for (const Condition& child : c.children) {
    const Truth part = e.at(child, kind, subject);
    if (part != truth) continue;
    e.explain(child, kind, subject, part, out);
    if (one_is_enough) return;
  }
}

/// Where something else of an `all` is not known, nobody is asked for a closer word yet: whether an annex means this
/// kind of ore matters once its origin is known, and would be asked of every shipment.
void leave_fine_points(std::vector<Cause>& causes, std::size_t first) {
  const auto begin = causes.begin() + static_cast<std::ptrdiff_t>(first);
  const bool others = std::any_of(begin, causes.end(), [](const Cause& cause) {
    return !cause.fine_point && cause.why != Cause::Why::not_asked;
  });
  if (others)
    causes.erase(std::remove_if(begin, causes.end(), [](const Cause& cause) { return cause.fine_point; }),
                 causes.end());
}

void explain_all(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                 Grounds& out) {
  const std::size_t first = out.causes.size();
  explain_list(c, e, kind, subject, truth, out, truth == Truth::no);
  if (truth == Truth::unknown) leave_fine_points(out.causes, first);
}

void explain_any(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                 Grounds& out) {
  explain_list(c, e, kind, subject, truth, out, truth == Truth::yes);
}

Answer not_answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits& among) {
  return e.answer(c.children.front(), kind, among).flip();
}

Truth not_at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  return negate(e.at(c.children.front(), kind, subject));
}

void explain_not(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
                 Grounds& out) {
  e.explain(c.children.front(), kind, subject, negate(truth), out);
}

std::string list_schema() {
  return R"({"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/condition"}})";
}

std::string one_schema() {
  return R"({"$ref": "#/definitions/condition"})";
}

}  // namespace

const ConditionKind all_condition = {
    "all", "every one of the conditions holds", parse_list, all_answer, all_at, explain_all, list_schema};
const ConditionKind any_condition = {
    "any", "at least one of the conditions holds", parse_list, any_answer, any_at, explain_any, list_schema};
const ConditionKind not_condition = {
    "not", "the condition does not hold", parse_one, not_answer, not_at, explain_not, one_schema};

}  // namespace assay
