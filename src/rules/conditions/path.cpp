#include <fmt/format.h>

#include "base/text.h"
#include "graph/paths.h"
#include "rules/condition.h"

// path: {follow: [relations], to: {kind: […], country: KP}, min_hops, max_hops, time: respecting, slack_days,
// look_back_days}. Does a chain of relations upstream of the shipment end in a target?

namespace assay {
namespace {

struct PathData {
  PathQuestion question;
};

const PathQuestion& question_of(const Condition& c) {
  return static_cast<const PathData*>(c.data.get())->question;
}

bool parse_follow(const ConditionParser& parser, const YamlNode* follow, PathQuestion& question) {
  if (follow == nullptr) return false;
  if (follow->kind != YamlNode::Kind::list || follow->items.empty()) {
    parser.complain(*follow, "empty list: `follow` needs relations",
                    "follow: [sold_by, supplied_by, declares_origin]");
    return false;
  }
  bool good = true;
  for (const YamlNode& item : follow->items) {
    if (const auto relation = relation_from(item.text)) {
      question.follow.set(static_cast<std::size_t>(*relation));
      continue;
    }
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < relation_count; ++i) names.push_back(to_string(static_cast<Relation>(i)));
    const std::string_view near = nearest(item.text, names);
    parser.complain(item, fmt::format("unknown relation `{}`", item.text),
                    near.empty() ? "" : fmt::format("did you mean `{}`?", near));
    good = false;
  }
  return good;
}

bool parse_target(const ConditionParser& parser, const YamlNode* to, PathQuestion& question) {
  if (to == nullptr) return false;
  MapReader reader(parser.document, *to, "target", parser.diagnostics);
  bool good = true;
  for (const std::string& kind : reader.texts("kind", true)) {
    const auto known = vertex_kind_from(kind);
    const bool allowed =
        known && (*known == VertexKind::country || *known == VertexKind::place || *known == VertexKind::facility);
    if (allowed)
      question.target_kinds.set(static_cast<std::size_t>(*known));
    else
      parser.complain(*to,
                      known ? fmt::format("not built yet: a path to a {}", kind)
                            : fmt::format("unknown kind of target `{}`", kind),
                      "country, place or facility");
    good = good && allowed;
  }
  const std::string country = reader.text("country", true);
  if (country == "KP")
    question.target_country = north_korea;
  else if (!country.empty())
    parser.complain(*to, "not built yet: a path to another country than KP");
  reader.finish();
  return good && country == "KP";
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  if (parser.subject != SubjectKind::shipment) {
    parser.complain(value, fmt::format("not built yet: a path that starts at a {}", to_string(parser.subject)));
    return false;
  }
  const std::size_t before = parser.diagnostics.size();
  auto data = std::make_shared<PathData>();
  PathQuestion& question = data->question;
  MapReader reader(parser.document, value, "path", parser.diagnostics);
  parse_follow(parser, reader.require("follow"), question);
  parse_target(parser, reader.require("to"), question);
  question.min_hops = static_cast<unsigned>(reader.integer("min_hops", false, 1, 3, 1));
  question.max_hops = static_cast<unsigned>(reader.integer("max_hops", false, 1, 1'000'000, 1'000'000));
  question.slack = static_cast<Day>(reader.integer("slack_days", false, 0, 365, 7));
  question.look_back = static_cast<Day>(reader.integer("look_back_days", false, 0, 36500, 730));
  if (reader.word("time", false, {"respecting", "any"}) == 1) {
    question.slack = latest_day / 4;  // any order of dates will do
    question.look_back = latest_day / 4;
  }
  reader.finish();
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

Answer answer(const Condition& c, const Evaluator& e, SubjectKind) {
  return e.paths(question_of(c)).answer();
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject) {
  return e.paths(question_of(c)).answer().at(subject);
}

std::string sentence(const PathStep& step) {
  const std::string on = step.date.known == Known::yes ? " on " + to_string(step.date) : "";
  switch (step.relation) {
    case Relation::sold_by:
      return fmt::format("{} was sold by {}{}", step.from.name, step.to.name, on);
    case Relation::supplied_by:
      return fmt::format("{} received {}{}", step.from.name, step.to.name, on);
    case Relation::declares_origin:
      return fmt::format("{} declares origin {}", step.from.name, step.to.name);
    case Relation::loaded_at:
      return fmt::format("{} was loaded at {}{}", step.from.name, step.to.name, on);
    case Relation::passed_through:
      return fmt::format("{} passed through {}", step.from.name, step.to.name);
    case Relation::located_in:
      return fmt::format("{} is located in {}", step.from.name, step.to.name);
    case Relation::processed_at:
      return fmt::format("{} declares the smelter {}", step.from.name, step.to.name);
    case Relation::works_at:
      return fmt::format("{} operates {}", step.from.name, step.to.name);
    default:
      return fmt::format("{} {} {}", step.from.name, to_string(step.relation), step.to.name);
  }
}

void prove(const PathSearch& search, std::uint32_t subject, Grounds& out) {
  std::vector<PathStep> path = search.proof(subject);
  out.hops = path.size();
  if (!path.empty()) out.target = path.back().to.name;
  for (PathStep& step : path) {
    EvidenceStep evidence;
    evidence.kind = EvidenceStep::Kind::edge;
    evidence.says = sentence(step);
    evidence.relation = step.relation;
    evidence.date = to_string(step.date);
    evidence.cell = step.cell;
    evidence.grade = step.own_books ? Grade::b : Grade::c;
    evidence.from = std::move(step.from);
    evidence.to = std::move(step.to);
    out.steps.push_back(std::move(evidence));
  }
}

Cause cause_of(const SupplyGraph& graph, const PathCause& found) {
  Cause cause;
  cause.cell = found.cell;
  cause.field = found.cell.field;
  if (found.kind == PathCause::Kind::frontier) {
    cause.why = Cause::Why::frontier;
    cause.vertex = found.vertex;
    return cause;
  }
  switch (found.why) {
    case Known::blank:
      cause.why = Cause::Why::blank;
      break;
    case Known::unreadable:
      cause.why = Cause::Why::unreadable;
      break;
    case Known::not_asked:
      cause.why = Cause::Why::not_asked;
      break;
    default:
      cause.why = Cause::Why::ambiguous;
  }
  if (cause.why != Cause::Why::not_asked) return cause;
  if (graph.tables->has(cause.field))
    cause.why = Cause::Why::blank;  // another file has the column: this row leaves it out
  else
    cause.cell = {};
  return cause;
}

void explain(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject, Truth truth, Grounds& out) {
  const PathSearch& search = e.paths(question_of(c));
  switch (truth) {
    case Truth::yes:
      prove(search, subject, out);
      break;
    case Truth::unknown:
      if (const PathCause cause = search.cause(subject); cause.kind != PathCause::Kind::none)
        out.causes.push_back(cause_of(e.graph(), cause));
      break;
    case Truth::no:
      for (const Closing& closing : search.rests_on(subject, 20)) out.rests_on.push_back(closing);
      break;
  }
  if (out.causes_only) return;
  constexpr std::string_view found[] = {"no path to the DPRK, and none is left open",
                                        "no path to the DPRK is known, but one may exist",
                                        "a path leads to the DPRK"};
  out.because.emplace_back(found[static_cast<std::size_t>(truth)]);
}

std::string schema() {
  std::string relations;
  for (std::size_t i = 0; i < relation_count; ++i)
    relations += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", to_string(static_cast<Relation>(i)));
  return fmt::format(
      R"({{"type": "object", "required": ["follow", "to"], "additionalProperties": false, "properties": {{)"
      R"("follow": {{"type": "array", "minItems": 1, "items": {{"enum": [{}]}}}}, )"
      R"("to": {{"type": "object", "required": ["kind", "country"], "additionalProperties": false, "properties": {{)"
      R"("kind": {{"$ref": "#/definitions/texts"}}, "country": {{"type": "string", "pattern": "^[A-Z]{{2}}$"}}}}}}, )"
      R"("min_hops": {{"type": "integer", "minimum": 1, "maximum": 3}}, )"
      R"("max_hops": {{"type": "integer", "minimum": 1}}, )"
      R"("slack_days": {{"type": "integer", "minimum": 0, "maximum": 365}}, )"
      R"("look_back_days": {{"type": "integer", "minimum": 0, "maximum": 36500}}, )"
      R"("time": {{"enum": ["respecting", "any"]}}}}}})",
      relations);
}

}  // namespace

const ConditionKind path_condition = {"path", "a chain of relations leads to a target", parse, answer, at, explain,
                                      schema};

}  // namespace assay
