#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "graph/deals.h"
#include "graph/in_time.h"
#include "rules/condition.h"
#include "rules/unknowns.h"

// sequence: {steps: [{where: {…}}, {where: {…}}], within_days: 30, over: sales}. Shipments of one party, one for each
// step, in order of time. Asked of a shipment, it is the last of them; asked of a company, they are its own.

namespace assay {
namespace {

enum class Over : std::uint8_t { sales, purchases, pair };

constexpr std::size_t most_parts = 8;
constexpr std::size_t most_tries = 4096;  // of ways to put shipments to the steps; few are ever needed

struct SequenceData {
  Over over = Over::sales;
  Day within = 0;
};

const SequenceData& data_of(const Condition& c) {
  return *static_cast<const SequenceData*>(c.data.get());
}

// ---- parsing

void parse_steps(const ConditionParser& parser, const YamlNode& steps, Condition& out) {
  if (steps.kind != YamlNode::Kind::list || steps.items.size() < 2 || steps.items.size() > most_parts) {
    parser.complain(steps, fmt::format("`steps` needs a list of 2 to {} conditions about a shipment", most_parts),
                    "steps: [{where: {shipment.origin_country: KP}}, {where: {shipment.origin_country: CN}}]");
    return;
  }
  ConditionParser of_shipment = parser;
  of_shipment.subject = SubjectKind::shipment;
  out.children.resize(steps.items.size());
  for (std::size_t i = 0; i < out.children.size(); ++i) of_shipment.parse(steps.items[i], out.children[i]);
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  if (parser.subject != SubjectKind::shipment && parser.subject != SubjectKind::company) {
    parser.complain(value, fmt::format("not built yet: `sequence` about a {}", to_string(parser.subject)),
                    "subject: shipment or company");
    return false;
  }
  auto data = std::make_shared<SequenceData>();
  MapReader reader(parser.document, value, "sequence", parser.diagnostics);
  if (const YamlNode* steps = reader.require("steps")) parse_steps(parser, *steps, out);
  data->within = static_cast<Day>(reader.integer("within_days", true, 0, 36500, 0));
  if (const int over = reader.word("over", false, {"sales", "purchases", "pair"}); over >= 0)
    data->over = static_cast<Over>(over);
  if (data->over == Over::pair && parser.subject == SubjectKind::company)
    parser.complain(value, "a company is no pair of a seller and a buyer", "over: sales or purchases");
  reader.finish();
  out.data = std::move(data);
  return parser.diagnostics.size() == before;
}

// ---- the shipments of a party

struct Parties {
  Deals deals;
  Topology shipments;              ///< by party, in order of the first day; those of nobody behind the last party
  std::vector<std::uint32_t> all;  ///< in that order
  std::vector<Answer> steps;
};

const std::vector<VertexId>& party_column(const Condition& c, const SupplyGraph& graph) {
  return data_of(c).over == Over::purchases ? graph.shipments.buyer : graph.shipments.seller;
}

const Parties& parties_of(const Condition& c, const Evaluator& e) {
  return e.kept<Parties>(c, [&] {
    const SupplyGraph& graph = e.graph();
    const std::vector<VertexId>& party = party_column(c, graph);
    const auto nobody = static_cast<VertexId>(graph.vertices.size());
    auto made = std::make_shared<Parties>(Parties{Deals(graph), {}, {}, {}});
    made->all.resize(graph.shipments.size());
    std::iota(made->all.begin(), made->all.end(), 0U);
    std::sort(made->all.begin(), made->all.end(),
              [&](std::uint32_t a, std::uint32_t b) { return made->deals.comes_before(a, b); });
    made->shipments = Topology(nobody + 1, [&](auto visit) {
      for (const std::uint32_t s : made->all) visit(Arc{party[s] == no_vertex ? nobody : party[s], 0, s});
    });
    for (const Condition& step : c.children) made->steps.push_back(e.answer(step, SubjectKind::shipment));
    return made;
  });
}

Truth same_party(const Deals& deals, VertexId a, VertexId b) {
  if (a == no_vertex || b == no_vertex) return Truth::unknown;
  if (a == b) return deals.is_ambiguous(a) ? Truth::unknown : Truth::yes;
  const std::vector<VertexId> others = deals.may_be(a);
  return std::find(others.begin(), others.end(), b) != others.end() ? Truth::unknown : Truth::no;
}

/// Calls visit for the shipments that are, or may be, of a party.
template <class Visit>
void for_each_of(const Parties& parties, VertexId party, Visit visit) {
  if (party == no_vertex) {
    std::for_each(parties.all.begin(), parties.all.end(), visit);
    return;
  }
  std::vector<VertexId> names = parties.deals.may_be(party);
  names.insert(names.begin(), party);
  names.push_back(static_cast<VertexId>(parties.shipments.vertices() - 1));
  for (const VertexId name : names) {
    const std::span<const std::uint32_t> numbers = parties.shipments.numbers(name);
    std::for_each(numbers.begin(), numbers.end(), visit);
  }
}

// ---- search

struct Chain {
  Truth truth = Truth::no;
  std::vector<std::uint32_t> shipments;  ///< one a step; empty for a no, and for a search that was given up
  bool cut = false;
};

/// Looks for shipments that fill the steps up to a last one.
class ChainSearch {
 public:
  /// `company`: whose shipments they are; no_vertex: whose the last one is.
  ChainSearch(const Condition& c, const Evaluator& e, VertexId company)
      : c_(c), graph_(e.graph()), parties_(parties_of(c, e)), company_(company), within_(data_of(c).within) {}

  Chain ending_in(std::uint32_t last) {
    last_ = last;
    Chain chain;
    if (filled(c_.children.size() - 1, last) == Truth::no) return chain;
    for (const Truth wanted : {Truth::yes, Truth::unknown}) {
      wanted_ = wanted;
      tries_ = 0;
      if (filled(c_.children.size() - 1, last) < wanted) continue;
      gather();
      chosen_.assign(1, last);
      if (fill_before(c_.children.size() - 1)) return {wanted, {chosen_.rbegin(), chosen_.rend()}, false};
    }
    if (tries_ >= most_tries) chain = {Truth::unknown, {}, true};
    return chain;
  }

  [[nodiscard]] Truth of_party(std::uint32_t shipment) const {
    const std::vector<VertexId>& party = party_column(c_, graph_);
    if (company_ != no_vertex) return same_party(parties_.deals, company_, party[shipment]);
    if (shipment == last_) return Truth::yes;
    const Truth same = same_party(parties_.deals, party[last_], party[shipment]);
    if (data_of(c_).over != Over::pair) return same;
    return both(same, same_party(parties_.deals, graph_.shipments.buyer[last_], graph_.shipments.buyer[shipment]));
  }

 private:
  /// A shipment that may fill a step; `start` is the best first day of a chain that ends in it.
  struct Place {
    std::uint32_t shipment = 0;
    Day start = 0;
  };

  [[nodiscard]] Days days(std::uint32_t shipment) const {
    const Date date = graph_.shipments.date[shipment];
    return {date.first, date.last()};
  }
  [[nodiscard]] Truth filled(std::size_t step, std::uint32_t shipment) const {
    return both(of_party(shipment), parties_.steps[step].at(shipment));
  }
  /// When it is over at the earliest that counts, when it begins at the latest that counts.
  [[nodiscard]] Day end_of(Days d) const { return wanted_ == Truth::yes ? d.last : d.first; }
  [[nodiscard]] Day begin_of(Days d) const { return wanted_ == Truth::yes ? d.first : d.last; }

  /// By step, what may fill it before the last shipment, and how late the chain up to there may begin: what cannot
  /// be a part of any chain is not tried.
  void gather() {
    places_.assign(c_.children.size() - 1, {});
    const VertexId party = company_ != no_vertex ? company_ : party_column(c_, graph_)[last_];
    for_each_of(parties_, party, [this](std::uint32_t shipment) {
      if (shipment == last_ || in_time(days(shipment), days(last_), within_) < wanted_) return;
      for (std::size_t step = 0; step < places_.size(); ++step)
        if (filled(step, shipment) >= wanted_) places_[step].push_back({shipment, begin_of(days(shipment))});
    });
    for (std::size_t step = 1; step < places_.size(); ++step) keep_reachable(places_[step - 1], places_[step]);
  }

  void keep_reachable(const std::vector<Place>& before, std::vector<Place>& places) const {
    std::vector<std::pair<Day, Day>> ends;  // of a place before, and its start; then the latest start up to there
    for (const Place& place : before) ends.emplace_back(end_of(days(place.shipment)), place.start);
    std::sort(ends.begin(), ends.end());
    for (std::size_t i = 1; i < ends.size(); ++i) ends[i].second = std::max(ends[i].second, ends[i - 1].second);
    std::vector<Place> reachable;
    for (const Place& place : places) {
      const auto after =
          std::upper_bound(ends.begin(), ends.end(), std::pair(begin_of(days(place.shipment)), latest_day));
      if (after != ends.begin()) reachable.push_back({place.shipment, std::prev(after)->second});
    }
    places = std::move(reachable);
  }

  /// Fills the steps before one that is filled, the last first.
  bool fill_before(std::size_t step) {
    if (step == 0) return true;
    for (const Place& place : places_[step - 1]) {
      if (end_of(days(last_)) - place.start > within_ || !fits(place.shipment)) continue;
      if (++tries_ >= most_tries) return false;
      chosen_.push_back(place.shipment);
      if (fill_before(step - 1)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  [[nodiscard]] bool fits(std::uint32_t shipment) const {
    return std::all_of(chosen_.begin(), chosen_.end(), [&](std::uint32_t later) {
      return later != shipment && in_time(days(shipment), days(later), within_) >= wanted_;
    });
  }

  const Condition& c_;
  const SupplyGraph& graph_;
  const Parties& parties_;
  VertexId company_;
  Day within_;
  std::uint32_t last_ = 0;
  Truth wanted_ = Truth::yes;
  std::size_t tries_ = 0;
  std::vector<std::vector<Place>> places_;
  std::vector<std::uint32_t> chosen_;  ///< the last first
};

/// Of a company: the first chain that is surely there, else the first that may be.
Chain chain_of(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  if (kind == SubjectKind::shipment) return ChainSearch(c, e, no_vertex).ending_in(subject);
  Chain best;
  if (e.graph().shipments.size() == 0 && !e.graph().tables->has(Field::shipment_supplier)) {
    best.truth = Truth::unknown;  // nobody says anything about shipments
    return best;
  }
  ChainSearch search(c, e, subject);
  for_each_of(parties_of(c, e), subject, [&](std::uint32_t last) {
    if (best.truth == Truth::yes) return;
    Chain chain = search.ending_in(last);
    if (chain.truth > best.truth || (best.cut && !chain.cut && chain.truth == best.truth)) best = std::move(chain);
  });
  return best;
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject) {
  return chain_of(c, e, kind, subject).truth;
}

// ---- explanation

void prove(const Condition& c, const Evaluator& e, const Chain& chain, Grounds& out) {
  const SupplyGraph& graph = e.graph();
  for (std::size_t i = 0; i < chain.shipments.size(); ++i) {
    const std::uint32_t shipment = chain.shipments[i];
    EvidenceStep step;
    step.kind = EvidenceStep::Kind::attribute;
    step.from = step.to = shipment_entity(graph, shipment);
    step.date = to_string(graph.shipments.date[shipment]);
    step.cell = graph.shipments.cell(shipment, Field::shipment_date);
    step.grade = Grade::b;
    step.says = fmt::format("step {} of {}: {} on {}", i + 1, chain.shipments.size(), step.from.name, step.date);
    out.steps.push_back(std::move(step));
    e.explain(c.children[i], SubjectKind::shipment, shipment, Truth::yes, out);
  }
  out.hops = chain.shipments.size();
}

/// What of one shipment leaves the chain open: whose it is, its date where that decides, what its step asks for.
void add_causes(const Condition& c, const Evaluator& e, const Chain& chain, std::size_t step, VertexId company,
                Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const Shipments& s = graph.shipments;
  const Deals& deals = parties_of(c, e).deals;
  const std::uint32_t shipment = chain.shipments[step];
  const std::uint32_t last = chain.shipments.back();
  const auto add = [&](std::uint32_t of, Field field) {
    out.causes.push_back(cause_of(graph, SubjectKind::shipment, of, field));
  };
  const auto add_party = [&](const std::vector<VertexId>& party, VertexId wanted, Field field) {
    if (same_party(deals, wanted, party[shipment]) != Truth::unknown) return;
    const bool doubtful = party[shipment] == no_vertex || deals.is_ambiguous(party[shipment]);
    add(doubtful ? shipment : last, field);
  };
  const Over over = data_of(c).over;
  if (company != no_vertex || shipment != last) {
    const bool buys = over == Over::purchases;
    const std::vector<VertexId>& party = party_column(c, graph);
    add_party(party, company != no_vertex ? company : party[last],
              buys ? Field::shipment_buyer : Field::shipment_supplier);
    if (over == Over::pair) add_party(s.buyer, s.buyer[last], Field::shipment_buyer);
  }
  if (parties_of(c, e).steps[step].at(shipment) == Truth::unknown)
    e.explain(c.children[step], SubjectKind::shipment, shipment, Truth::unknown, out);
  if (s.date[shipment].precision == Precision::day) return;
  const auto days = [&s](std::uint32_t one) { return Days{s.date[one].first, s.date[one].last()}; };
  for (std::size_t i = 0; i < chain.shipments.size(); ++i) {
    const std::uint32_t other = chain.shipments[i];
    const Day within = data_of(c).within;
    const Truth fit = i < step   ? in_time(days(other), days(shipment), within)
                      : i > step ? in_time(days(shipment), days(other), within)
                                 : Truth::yes;
    if (fit == Truth::yes) continue;
    add(shipment, Field::shipment_date);
    break;
  }
}

void explain(const Condition& c, const Evaluator& e, SubjectKind kind, std::uint32_t subject, Truth truth,
             Grounds& out) {
  const SupplyGraph& graph = e.graph();
  const Chain chain = chain_of(c, e, kind, subject);
  const VertexId company = kind == SubjectKind::company ? subject : no_vertex;
  if (truth == Truth::yes) prove(c, e, chain, out);
  if (truth == Truth::unknown) {
    for (std::size_t i = 0; i < chain.shipments.size(); ++i) add_causes(c, e, chain, i, company, out);
    if (out.causes.empty() && kind == SubjectKind::shipment)  // given up: the subject's own cell stands for it
      out.causes.push_back(cause_of(graph, kind, subject, Field::shipment_supplier));
    else if (out.causes.empty() && !chain.cut)
      out.causes.push_back({Cause::Why::not_asked, {}, no_vertex, Field::shipment_supplier});
    else if (out.causes.empty())
      out.causes.push_back(
          {Cause::Why::ambiguous, graph.vertices.name[subject], no_vertex, graph.vertices.name[subject].field});
  }
  if (out.causes_only) return;
  const std::size_t steps = c.children.size();
  out.because.push_back(
      chain.cut                 ? fmt::format("the search for a sequence was given up after {} tries", most_tries)
      : truth == Truth::yes     ? fmt::format("{} shipments fill the {} steps in order of time", steps, steps)
      : truth == Truth::unknown ? fmt::format("shipments may fill the {} steps in order of time", steps)
                                : fmt::format("no shipments fill the {} steps in order of time", steps));
}

std::string schema() {
  return fmt::format(
      R"({{"type": "object", "required": ["steps", "within_days"], "additionalProperties": false, "properties": {{)"
      R"("steps": {{"type": "array", "minItems": 2, "maxItems": {}, "items": {{"$ref": "#/definitions/condition"}}}}, )"
      R"("within_days": {{"type": "integer", "minimum": 0, "maximum": 36500}}, )"
      R"("over": {{"enum": ["sales", "purchases", "pair"]}}}}}})",
      most_parts);
}

}  // namespace

const ConditionKind sequence_condition = {
    "sequence", "shipments of one party fill steps in order of time", parse, nullptr, at, explain, schema};

}  // namespace assay
