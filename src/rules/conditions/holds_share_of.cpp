#include <fmt/format.h>

#include "graph/ownership.h"
#include "rules/condition.h"
#include "rules/conditions/ownership_steps.h"

// holds_share_of: {owners: {…}}. Does the company hold a share of a party, on the day of the audit, that is itself an
// owner of concern (it lies in the country), or of which owners of concern hold a share too?

namespace assay {
namespace {

const Owners& owners_of(const Condition& c) {
  return *static_cast<const Owners*>(c.data.get());
}

bool parse(const ConditionParser& parser, const YamlNode& value, Condition& out) {
  const std::size_t before = parser.diagnostics.size();
  auto owners = std::make_shared<Owners>();
  MapReader reader(parser.document, value, "holds_share_of", parser.diagnostics);
  if (const YamlNode* node = reader.require("owners")) parse_owners(parser, *node, *owners);
  reader.finish();
  if (parser.subject != SubjectKind::company)
    parser.complain(value,
                    fmt::format("`holds_share_of` is asked of a company, not of a {}", to_string(parser.subject)));
  owners->today = true;
  for (Owners& part : owners->parts) part.today = true;
  out.data = std::move(owners);
  return parser.diagnostics.size() == before;
}

/// What is worked out once.
struct Ventures {
  Answer concern;
  Ownership partners;
};

const Ventures& ventures(const Condition& c, const Evaluator& e) {
  return e.kept<Ventures>(c, [&] {
    const Answer concern = owners_of_concern(owners_of(c), e);
    return std::make_shared<const Ventures>(Ventures{
        concern, Ownership(e.holdings(), e.closure(), concern, {OwnershipRule::any_share, whole_share / 2})});
  });
}

Period today(const Evaluator& e) {
  return {e.graph().as_of, e.graph().as_of};
}

/// Whether the company has the stake, and whether it is in such a venture.
struct Judged {
  const Stake* stake = nullptr;
  Truth held = Truth::no;
  Truth concern = Truth::no;   ///< the venture itself
  Truth partners = Truth::no;  ///< who else holds of it
  [[nodiscard]] Truth truth() const { return both(held, either(concern, partners)); }
};

Judged judge(const Condition& c, const Evaluator& e, std::uint32_t number, bool by_its_own_name) {
  const Holdings& holdings = e.holdings();
  const Ventures& known = ventures(c, e);
  Judged judged;
  judged.stake = &holdings.stake(number);
  const VertexId asset = judged.stake->asset;
  const Holding holding = holdings.holding(*judged.stake, today(e));
  if (!holding.possible() || asset == no_vertex) return judged;
  judged.held = holding.some && by_its_own_name && !judged.stake->maybe ? Truth::yes : Truth::unknown;
  judged.concern = known.concern.at(asset);
  judged.partners = known.partners.at(asset, today(e));
  return judged;
}

template <class Visit>
void for_each_stake(const Condition& c, const Evaluator& e, VertexId company, Visit visit) {
  for (const std::uint32_t number : e.holdings().held_by(company)) visit(judge(c, e, number, true));
  for (const VertexId name : e.holdings().names_of(company))
    for (const std::uint32_t number : e.holdings().held_by(name)) visit(judge(c, e, number, false));
}

Truth at(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject) {
  Truth truth = Truth::no;
  if (ventures(c, e).concern.at(subject) == Truth::yes) return truth;  // what it holds is its own
  for_each_stake(c, e, subject, [&](const Judged& one) { truth = either(truth, one.truth()); });
  return truth;
}

void prove(const Condition& c, const Evaluator& e, const Judged& one, Grounds& out) {
  out.steps.push_back(step_of_stake(e.holdings(), *one.stake, today(e)));
  ++out.hops;
  if (out.target.empty()) out.target = entity_of(e.graph(), one.stake->asset).name;
  if (one.concern == Truth::yes)
    prove_concern(owners_of(c), e, one.stake->asset, out);
  else
    prove_ownership(ventures(c, e).partners, OwnershipRule::any_share, owners_of(c), e, one.stake->asset, today(e),
                    out);
}

/// Why it is not known whether a share is held: how much it is, until when or since when; else the word that states
/// it.
CellRef doubtful_cell(const SupplyGraph& graph, const Share& share) {
  const CellRef fact = graph.facts[share.fact].cell;
  const auto in_doubt = [](const Date& date) {
    return date.known == Known::unreadable || date.known == Known::ambiguous;
  };
  if (in_doubt(share.to)) return {fact.table, Field::relation_to, fact.record};
  if (in_doubt(share.from)) return {fact.table, Field::relation_from, fact.record};
  return share.known != Known::yes && share.cell.exists() ? share.cell : fact;
}

void leave_open(const Condition& c, const Evaluator& e, const Judged& one, Grounds& out) {
  if (one.concern != Truth::yes && one.partners != Truth::yes) {
    if (one.concern == Truth::unknown) add_concern_cause(owners_of(c), e, one.stake->asset, out);
    if (one.partners == Truth::unknown)
      add_ownership_causes(ventures(c, e).partners, owners_of(c), e, one.stake->asset, today(e), out);
    return;
  }
  const Share& share = e.graph().shares[e.holdings().shares(*one.stake).front()];
  add_cell_cause(e.graph(), doubtful_cell(e.graph(), share), Known::ambiguous, out);
}

void explain(const Condition& c, const Evaluator& e, SubjectKind, std::uint32_t subject, Truth truth, Grounds& out) {
  std::size_t stakes = 0;
  for_each_stake(c, e, subject, [&](const Judged& one) {
    ++stakes;
    if (one.truth() != truth) return;
    if (truth == Truth::yes && !out.causes_only) prove(c, e, one, out);
    if (truth == Truth::unknown) leave_open(c, e, one, out);
  });
  if (!out.causes_only)
    out.because.push_back(fmt::format("rows state {} of its shares in others ({})", stakes, to_string(owners_of(c))));
}

}  // namespace

const ConditionKind holds_share_of_condition = {
    "holds_share_of",
    "it holds a share of a party of concern, or of which such owners hold one too",
    parse,
    nullptr,
    at,
    explain};

}  // namespace assay
