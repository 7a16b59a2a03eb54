#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "graph/lot_traces.h"
#include "graph/party_paths.h"
#include "graph/paths.h"
#include "graph/product_traces.h"
#include "rules/condition.h"

// path: {follow: [relations], to: {kind: […], country: KP}, min_hops, max_hops, time: respecting, slack_days,
// look_back_days}. Does a chain of relations upstream of the shipment, the company, the lot or the product end in a
// target?

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

/// Places that data/places.csv of the pack names, by code or name.
bool parse_places(const ConditionParser& parser, MapReader& reader, std::string_view key,
                  std::vector<std::string>& out) {
  const YamlNode* node = reader.optional(key);
  if (node == nullptr) return true;
  out = reader.texts(key, true);
  const PackContext* context = parser.context;
  if (context == nullptr || context->tables == nullptr || !context->tables->contains("places")) return true;
  const DataTable& table = context->tables->at("places");
  bool good = true;
  for (const std::string& place : out) {
    const auto names = [&](std::string_view column) {
      const std::optional<std::size_t> at = table.column(column);
      return at && std::any_of(table.rows.begin(), table.rows.end(),
                               [&](const DataRow& row) { return row.cells[*at] == place; });
    };
    if (names("code") || names("name")) continue;
    parser.complain(*node, fmt::format("no place of data/places.csv is `{}`", place), "write its code or its name");
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
  good = parse_places(parser, reader, "at", question.at) && parse_places(parser, reader, "not_at", question.not_at) &&
         good;
  reader.finish();
  return good && country == "KP";
}

/// What means nothing for a path that starts at a company, or would be answered wrongly.
void check_of_company(const ConditionParser& parser, MapReader& reader, const PathQuestion& question) {
  const auto follows = [&](Relation relation) { return question.follow.test(static_cast<std::size_t>(relation)); };
  if (const YamlNode* node = reader.optional("max_hops"))
    parser.complain(*node, "`max_hops` is not for a path that starts at a company");
  if (follows(Relation::has_workers) != follows(Relation::national_of))
    parser.complain(*reader.optional("follow"),
                    "workers have a nationality: `has_workers` and `national_of` go together");
  const bool counts_workers = follows(Relation::has_workers) || follows(Relation::works_at);
  if (follows(Relation::located_in) && counts_workers && reader.integer("min_hops", false, 1, 3, 1) == 3)
    parser.complain(*reader.optional("min_hops"), "of 3 steps the country of a direct partner would not count",
                    "ask for workers and for countries in two conditions");
}

/// Lots are what is in each other: neither their number nor their days part one from another.
void check_of_lot(const ConditionParser& parser, MapReader& reader) {
  for (const std::string_view key : {"min_hops", "max_hops", "time", "slack_days", "look_back_days"})
    if (const YamlNode* node = reader.optional(key))
      parser.complain(*node, fmt::format("`{}` is not for a path that starts at a lot", key));
}

/// The chain begins with what is in the product.
void check_of_product(const ConditionParser& parser, MapReader& reader, const PathQuestion& question) {
  for (const std::string_view key : {"min_hops", "max_hops"})
    if (const YamlNode* node = reader.optional(key))
      parser.complain(*node, fmt::format("`{}` is not for a path that starts at a product", key));
  const YamlNode* follow = reader.optional("follow");
  if (follow != nullptr && !question.follow.test(static_cast<std::size_t>(Relation::contains)))
    parser.complain(*follow, "a path that starts at a product follows `contains`, or goes nowhere");
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  constexpr std::array starts = {SubjectKind::shipment, SubjectKind::company, SubjectKind::lot, SubjectKind::product};
  if (std::find(starts.begin(), starts.end(), parser.subject) == starts.end()) {
    parser.complain(value, fmt::format("not built yet: a path that starts at a {}", to_string(parser.subject)));
    return false;
  }
  const std::size_t before = parser.diagnostics.size();
  auto data = std::make_shared<PathData>();
  PathQuestion& question = data->question;
  MapReader reader(parser.document, value, "path", parser.diagnostics);
  parse_follow(parser, reader.require("follow"), question);
  parse_target(parser, reader.require("to"), question);
  if (parser.subject == SubjectKind::company) check_of_company(parser, reader, question);
  if (parser.subject == SubjectKind::lot) check_of_lot(parser, reader);
  if (parser.subject == SubjectKind::product) check_of_product(parser, reader, question);
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

const PartySearch& parties(const Condition& c, const Evaluator& e) {
  return e.kept<PartySearch>(
      c, [&] { return std::make_shared<const PartySearch>(e.graph(), question_of(c), e.closure()); });
}

const LotTraces& lots(const Condition& c, const Evaluator& e) {
  return e.kept<LotTraces>(c,
                           [&] { return std::make_shared<const LotTraces>(e.graph(), question_of(c), e.closure()); });
}

const ProductTraces& products(const Condition& c, const Evaluator& e) {
  return e.kept<ProductTraces>(c, [&] {
    return std::make_shared<const ProductTraces>(e.graph(), question_of(c), e.closure(),
                                                 [&e, &c]() -> const PathSearch& { return e.paths(question_of(c)); });
  });
}

Answer answer(const Condition& c, const Evaluator& e, SubjectKind kind, const Bits&) {
  if (kind == SubjectKind::lot) return lots(c, e).answer();
  if (kind == SubjectKind::product) return products(c, e).answer();
  return kind == SubjectKind::company ? parties(c, e).answer() : e.paths(question_of(c)).answer();
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (kind == SubjectKind::lot) return lots(c, e).of(subject).truth;
  if (kind == SubjectKind::product) return products(c, e).of(subject).truth;
  return (kind == SubjectKind::company ? parties(c, e).answer() : e.paths(question_of(c)).answer()).at(subject);
}

std::string sentence(const PathStep& step) {
  const std::string on = step.date.known == Known::yes ? " on " + to_string(step.date) : "";
  const std::string since = step.date.known == Known::yes ? ", since " + to_string(step.date) : "";
  switch (step.relation) {
    case Relation::sold_by:
      return fmt::format("{} was sold by {}{}", step.from.name, step.to.name, on);
    case Relation::supplied_by:
      if (step.to.kind == VertexKind::company)
        return fmt::format("{} bought from {}{}", step.from.name, step.to.name, on);
      if (step.from.kind == VertexKind::product)
        return fmt::format("{}: such goods were sold as {}{}", step.from.name, step.to.name, on);
      return fmt::format("{} received {}{}", step.from.name, step.to.name, on);
    case Relation::subcontracts_to:
      return fmt::format("{} hands work on to {}{}", step.from.name, step.to.name, since);
    case Relation::labour_from:
      return fmt::format("{} gets workers from {}{}", step.from.name, step.to.name, since);
    case Relation::controlled_by:
      return fmt::format("{} is controlled by {}{}", step.from.name, step.to.name, since);
    case Relation::directed_by:
      return fmt::format("{} is directed by {}{}", step.from.name, step.to.name, since);
    case Relation::owned_by:
      return fmt::format("{} is owned by {}{}", step.from.name, step.to.name, since);
    case Relation::operated_by:
      return fmt::format("{} is operated by {}{}", step.from.name, step.to.name, since);
    case Relation::has_workers:
      return fmt::format("{} has {}{}", step.from.name, step.to.name, since);
    case Relation::national_of:
      return fmt::format("{}: nationals of {}", step.from.name, step.to.name);
    case Relation::declares_origin:
      return fmt::format("{} declares origin {}", step.from.name, step.to.name);
    case Relation::loaded_at:
      return fmt::format("{} was loaded at {}{}", step.from.name, step.to.name, on);
    case Relation::carried_by:
      return fmt::format("{} was carried by {}{}", step.from.name, step.to.name, on);
    case Relation::called_at:
      return fmt::format("{} called at {}{}", step.from.name, step.to.name, on);
    case Relation::passed_through:
      return fmt::format("{} passed through {}", step.from.name, step.to.name);
    case Relation::located_in:
      return fmt::format("{} is located in {}", step.from.name, step.to.name);
    case Relation::processed_at:
      if (step.from.kind == VertexKind::lot)
        return fmt::format("{} was processed at {}{}", step.from.name, step.to.name, on);
      return fmt::format("{} declares the smelter {}", step.from.name, step.to.name);
    case Relation::contains:
      return fmt::format("{} contains {}", step.from.name, step.to.name);
    case Relation::consists_of:
      return fmt::format("{} consists of {}", step.from.name, step.to.name);
    case Relation::made_from:
      return fmt::format("{} was made from {}{}", step.from.name, step.to.name, on);
    case Relation::sourced_from:
      return fmt::format("{} comes from {}", step.from.name, step.to.name);
    case Relation::works_at:
      return fmt::format("{} operates {}", step.from.name, step.to.name);
    default:
      return fmt::format("{} {} {}", step.from.name, to_string(step.relation), step.to.name);
  }
}

void prove(std::vector<PathStep> path, Grounds& out) {
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
    if (found.about == PathCause::About::voyages) {
      cause.field = Field::vessel_event_place;
      cause.about = Cause::About::voyages;
      return cause;
    }
    cause.field = Field::shipment_supplier;
    if (found.about == PathCause::About::workforce) cause.field = Field::workers_nationality;
    if (found.about != PathCause::About::country) return cause;
    const bool of_site = graph.vertices.kind[found.vertex] == VertexKind::facility;
    cause.field = of_site ? Field::site_country : Field::supplier_country;
    cause.about = Cause::About::description;
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

void explain_company(const PartySearch& search, const Evaluator& e, VertexId company, Truth truth, Grounds& out) {
  if (truth == Truth::yes) prove(search.proof(company), out);
  if (truth == Truth::unknown)
    for (const PathCause& cause : search.causes(company)) out.causes.push_back(cause_of(e.graph(), cause));
  if (truth == Truth::no)
    for (const Closing& closing : search.rests_on(company, 20)) out.rests_on.push_back(closing);
}

void explain_lot(const LotTraces& traces, const Evaluator& e, std::uint32_t lot, Truth truth, Grounds& out) {
  if (truth == Truth::yes) prove(traces.proof(lot), out);
  if (truth == Truth::unknown) out.causes.push_back(cause_of(e.graph(), traces.of(lot).cause));
  if (truth == Truth::no)
    for (const Closing& closing : traces.rests_on(lot, 20)) out.rests_on.push_back(closing);
}

void explain_product(const ProductTraces& traces, const Evaluator& e, std::uint32_t product, Truth truth,
                     Grounds& out) {
  if (truth == Truth::yes) prove(traces.proof(product), out);
  if (truth == Truth::unknown)
    for (const PathCause& cause : {traces.of(product).cause, traces.of(product).list})
      if (cause.kind != PathCause::Kind::none) out.causes.push_back(cause_of(e.graph(), cause));
  if (truth == Truth::no)
    for (const Closing& closing : traces.rests_on(product, 20)) out.rests_on.push_back(closing);
}

void explain_shipment(const PathSearch& search, const Evaluator& e, std::uint32_t subject, Truth truth,
                      Grounds& out) {
  if (truth == Truth::yes) prove(search.proof(subject), out);
  if (truth == Truth::unknown)
    if (const PathCause cause = search.cause(subject); cause.kind != PathCause::Kind::none)
      out.causes.push_back(cause_of(e.graph(), cause));
  if (truth == Truth::no)
    for (const Closing& closing : search.rests_on(subject, 20)) out.rests_on.push_back(closing);
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  if (kind == SubjectKind::company)
    explain_company(parties(c, e), e, subject, truth, out);
  else if (kind == SubjectKind::lot)
    explain_lot(lots(c, e), e, subject, truth, out);
  else if (kind == SubjectKind::product)
    explain_product(products(c, e), e, subject, truth, out);
  else
    explain_shipment(e.paths(question_of(c)), e, subject, truth, out);
  if (out.causes_only) return;
  constexpr std::string_view found[] = {"no path to the DPRK, and none is left open",
                                        "no path to the DPRK is known, but one may exist",
                                        "a path leads to the DPRK"};
  out.because.emplace_back(found[static_cast<std::size_t>(truth)]);
  if (kind == SubjectKind::shipment && truth != Truth::yes && e.paths(question_of(c)).decided_by_lots(subject))
    out.because.emplace_back("documents trace its lots; what else the seller bought is not looked at");
}

std::string schema() {
  std::string relations;
  for (std::size_t i = 0; i < relation_count; ++i)
    relations += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", to_string(static_cast<Relation>(i)));
  return fmt::format(
      R"({{"type": "object", "required": ["follow", "to"], "additionalProperties": false, "properties": {{)"
      R"("follow": {{"type": "array", "minItems": 1, "items": {{"enum": [{}]}}}}, )"
      R"("to": {{"type": "object", "required": ["kind", "country"], "additionalProperties": false, "properties": {{)"
      R"("kind": {{"$ref": "#/definitions/texts"}}, "at": {{"$ref": "#/definitions/texts"}}, )"
      R"("not_at": {{"$ref": "#/definitions/texts"}}, "country": {{"type": "string", "pattern": "^[A-Z]{{2}}$"}}}}}}, )"
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
